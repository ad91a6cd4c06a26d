package main

import (
	"bytes"
	"encoding/json"
	"os"

	"github.com/goccy/go-yaml"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
)

type talkCorrectCommand struct {
	File string `arg:"" help:"${help_correct_file}"`
}

// Help is the key of how a correction is written.
func (talkCorrectCommand) Help() string { return "ctl.help.talk.correct.form" }

// correction is a correction written down. Of a step and of the outcome it names only what changes.
type correction struct {
	Talk    string            `json:"talk"` // its identity, or whose last talk it is
	Reason  string            `json:"reason"`
	Steps   []json.RawMessage `json:"steps"`
	Outcome json.RawMessage   `json:"outcome"`
	Month   coop.Month        `json:"month"` // the past month whose figures may change
}

// Run corrects a talk that has ended; what stood before stays readable.
func (c *talkCorrectCommand) Run(d *desk) error {
	source, err := os.ReadFile(c.File)
	if err != nil {
		return coop.Refuse("ctl.refused.file", map[string]any{"Path": whole(c.File)})
	}
	var written correction
	asJSON, err := yaml.YAMLToJSON(source)
	if err == nil {
		err = over(asJSON, &written)
	}
	if err != nil {
		return c.refuse(err)
	}
	by, err := d.member()
	if err != nil {
		return err
	}
	r, err := d.ended(by, written.Talk)
	if err != nil {
		return err
	}
	asked, err := written.on(r)
	if err != nil {
		return c.refuse(err)
	}
	t, err := d.office.CorrectTalk(d.ctx, by, asked)
	if err != nil {
		return err
	}
	return d.print(t, func() { d.say(d.words.T("ctl.talk.correct.done", i18n.Args{"Talk": string(t.ID)})) })
}

func (c *talkCorrectCommand) refuse(err error) error {
	return coop.Refuse("ctl.refused.correction", map[string]any{"Path": whole(c.File), "Detail": err.Error()})
}

// on is the correction as the office takes it: what the talk holds, with what was written over it.
func (c correction) on(r office.Reading) (office.TalkCorrection, error) {
	asked := office.TalkCorrection{Talk: r.Talk.ID, Reason: c.Reason, Month: c.Month}
	for _, raw := range c.Steps {
		var named struct {
			Step coop.StepID `json:"step"`
		}
		if err := json.Unmarshal(raw, &named); err != nil {
			return asked, err
		}
		step := r.Talk.Step(named.Step)
		if err := fresh(&step, raw); err != nil {
			return asked, err
		}
		asked.Steps = append(asked.Steps, step)
	}
	if len(c.Outcome) > 0 {
		outcome := coop.Outcome{Overall: -1}
		if r.HasOutcome {
			outcome = r.Outcome
		}
		if err := fresh(&outcome, c.Outcome); err != nil {
			return asked, err
		}
		asked.Outcome = &outcome
	}
	return asked, nil
}

// fresh writes JSON over a copy of a value that shares nothing with it.
func fresh[T any](value *T, raw []byte) error {
	before, err := json.Marshal(*value)
	if err != nil {
		return err
	}
	var copied T
	if err := json.Unmarshal(before, &copied); err != nil {
		return err
	}
	*value = copied
	return over(raw, value)
}

// over writes JSON over a value; a name that it does not have is refused.
func over(raw []byte, value any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	return decoder.Decode(value)
}
