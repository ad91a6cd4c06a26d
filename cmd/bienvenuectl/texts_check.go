package main

import (
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/assets"
)

type textsCheckCommand struct {
	Files []string `arg:"" help:"${help_texts_files}" name:"file"`
}

// checked is what was found in the files of one script.
type checked struct {
	ID      coop.ScriptID `json:"id"`
	Title   string        `json:"title"`
	Version int           `json:"version"`
	Faults  []fault       `json:"faults"`
	Advice  []advice      `json:"advice"`
}

// fault is something for which the files are refused.
type fault struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Key    string `json:"key"`
	Text   string `json:"text"`
}

// advice is something to see to in a script that can be read.
type advice struct {
	Weight   string      `json:"weight"`         // blocks, warns, hints
	Step     coop.StepID `json:"step,omitempty"` // "" for the script's own head
	Title    string      `json:"title"`
	Language string      `json:"language,omitempty"`
	Place    draft.Place `json:"place"`
	Key      string      `json:"key"`
	Text     string      `json:"text"`
}

// Run says all that is wrong in a script's files, or what could be better in them. It needs no archive.
func (c *textsCheckCommand) Run(d *desk) error {
	files, err := readScripts(c.Files)
	if err != nil {
		return err
	}
	terms, err := draft.ReadTerms(assets.Glossary)
	if err != nil {
		return fmt.Errorf("read the glossary: %w", err)
	}
	adviser := draft.Adviser{Lexicon: draft.ReadLexicon(assets.CommonWords), Terms: terms, Today: coop.DayOf(time.Now())}
	var all []checked
	wrong := 0
	for _, b := range script.Gather(files) {
		one := checked{ID: b.Script.ID, Title: b.Script.Title, Version: b.Script.Version, Faults: []fault{}, Advice: []advice{}}
		for _, f := range script.Found(b.Err) {
			one.Faults = append(one.Faults, fault{File: f.File, Line: f.Line, Column: f.Column, Key: f.Key, Text: d.words.Error(f)})
		}
		wrong += len(one.Faults)
		if b.Err == nil {
			blocks := 0
			one.Advice, blocks = d.advised(b.Script, adviser)
			wrong += blocks
		}
		all = append(all, one)
	}
	if err := d.print(all, func() { d.sayChecked(all) }); err != nil {
		return err
	}
	if wrong > 0 {
		return coop.Refuse("ctl.refused.check", map[string]any{"Count": wrong})
	}
	return nil
}

// advised is the advice on a script, and how much of it keeps the script from being published. That
// the coop has not filled a fact in is no matter of its files.
func (d *desk) advised(s script.Script, a draft.Adviser) (all []advice, blocks int) {
	weights := map[draft.Weight]string{draft.Blocks: "blocks", draft.Warns: "warns", draft.Hints: "hints"}
	all = []advice{}
	for _, one := range draft.Advise(s, a) {
		if one.Kind == draft.KindUnfilled {
			continue
		}
		title := s.Title
		if step, ok := s.Step(one.Step); ok {
			title = step.Title
		}
		if one.Weight == draft.Blocks {
			blocks++
		}
		all = append(all, advice{
			Weight: weights[one.Weight], Step: one.Step, Title: title, Language: one.Language, Place: one.Place,
			Key: one.Key, Text: d.words.T(one.Key, one.Args),
		})
	}
	return all, blocks
}

func (d *desk) sayChecked(all []checked) {
	w := d.words
	marks := map[string]string{"blocks": w.T("ctl.check.blocks"), "warns": w.T("ctl.check.warns"), "hints": w.T("ctl.check.hints")}
	for _, one := range all {
		for _, f := range one.Faults {
			d.say(f.Text)
		}
		for _, a := range one.Advice {
			d.say(w.T("ctl.check.advice", i18n.Args{"Mark": marks[a.Weight], "Script": string(one.ID), "Step": a.Title, "Text": a.Text}))
		}
		if len(one.Faults) == 0 {
			d.say(w.T("ctl.check.read", i18n.Args{"Script": string(one.ID), "N": one.Version, "Advice": w.N("ctl.check.count", len(one.Advice))}))
		}
	}
}
