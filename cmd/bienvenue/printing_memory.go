package main

import (
	"encoding/json"
	"log/slog"

	"bienvenue/app/ui/sheet"
)

// memory keeps words on this machine; the toolkit's preferences do.
type memory interface {
	String(key string) string
	SetString(key, value string)
}

// paperChoices is where the preferences keep how each kind of paper was printed last.
const paperChoices = "printing"

// Remembered is how a kind of paper was printed last on this machine.
func (p *paperOutput) Remembered(kind string) sheet.Choice { return p.choices()[kind] }

// Remember keeps how a kind of paper was printed.
func (p *paperOutput) Remember(kind string, c sheet.Choice) {
	if p.memory == nil {
		return
	}
	p.remembering.Lock()
	defer p.remembering.Unlock()
	all := p.choices()
	if all == nil {
		all = map[string]sheet.Choice{}
	}
	all[kind] = c
	text, err := json.Marshal(all)
	if err != nil {
		slog.Warn("the choice of a printer is not kept", "error", err)
		return
	}
	p.memory.SetString(paperChoices, string(text))
}

// choices are all that is remembered; what cannot be read is as good as never chosen.
func (p *paperOutput) choices() map[string]sheet.Choice {
	if p.memory == nil {
		return nil
	}
	var all map[string]sheet.Choice
	if err := json.Unmarshal([]byte(p.memory.String(paperChoices)), &all); err != nil {
		return nil
	}
	return all
}
