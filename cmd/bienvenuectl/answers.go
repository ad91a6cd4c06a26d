package main

import (
	"slices"
	"strconv"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// answersCommand is what is done with questionnaires that came back.
type answersCommand struct {
	Key     answersKeyCommand     `cmd:"" help:"${help_answers_key}"`
	Show    answersShowCommand    `cmd:"" help:"${help_answers_show}"`
	Erase   answersEraseCommand   `cmd:"" help:"${help_answers_erase}"`
	Results answersResultsCommand `cmd:"" help:"${help_answers_results}"`
}

type answersKeyCommand struct {
	Reference string   `arg:"" help:"${help_answers_reference}"`
	Keys      []string `arg:"" help:"${help_answers_keys}"`
}

// keyed is a questionnaire as it was answered.
type keyed struct {
	coop.Asking
	Questions []coop.AskedQuestion `json:"questions"`
}

// Run keeps the answers of a questionnaire: one key for each question, in the order they are printed.
func (c *answersKeyCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	found, form, err := d.office.FindAsking(d.ctx, by, c.Reference)
	if err != nil {
		return err
	}
	answers, err := answersOf(form, c.Keys)
	if err != nil {
		return err
	}
	if found.Back() {
		d.warn(d.words.T("ctl.answers.again", i18n.Args{"Day": d.words.Date(d.words.DayOf(found.Answered))}))
	}
	kept, err := d.office.KeyAnswers(d.ctx, by, found, answers)
	if err != nil {
		return err
	}
	given := len(slices.DeleteFunc(slices.Clone(kept.Answers), func(a coop.Answered) bool { return a.Choice == "" }))
	return d.print(keyed{kept, form.Questions}, func() {
		d.say(d.words.N("ctl.answers.kept", given, i18n.Args{"Reference": kept.Reference.String(), "Of": d.words.Number(len(form.Questions))}))
	})
}

// answersOf turns the keys that were pressed into answers.
func answersOf(form coop.AskingForm, keys []string) ([]coop.Answered, error) {
	if len(keys) != len(form.Questions) {
		return nil, coop.Refuse("ctl.refused.keys", map[string]any{"N": len(keys), "Of": len(form.Questions)})
	}
	var answers []coop.Answered
	for i, q := range form.Questions {
		answer := coop.Answered{Question: q.ID}
		if key := keys[i]; key != "-" && key != "0" {
			n, err := strconv.Atoi(key)
			choice, ok := q.Choice(n)
			if err != nil || !ok {
				return nil, coop.Refuse("ctl.refused.key", map[string]any{"Key": key, "Number": i + 1, "Question": q.Text, "Most": len(q.Choices)})
			}
			answer.Choice = choice.ID
		}
		answers = append(answers, answer)
	}
	return answers, nil
}

type answersShowCommand struct {
	Reference string `arg:"" help:"${help_answers_reference}"`
}

// Run shows what a questionnaire asks, the key of each choice, and what was keyed in.
func (c *answersShowCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	found, form, err := d.office.FindAsking(d.ctx, by, c.Reference)
	if err != nil {
		return err
	}
	return d.print(keyed{found, form.Questions}, func() {
		for i, q := range form.Questions {
			d.say(strconv.Itoa(i+1) + ". " + q.Text)
			for n, choice := range q.Choices {
				mark := "  "
				if found.Back() && found.Answers[i].Choice == choice.ID {
					mark = "* "
				}
				d.say("   " + mark + strconv.Itoa(n+1) + "  " + choice.Label)
			}
		}
	})
}

type answersEraseCommand struct {
	Reference string `arg:"" help:"${help_answers_reference}"`
}

// Run takes back answers that were keyed in by mistake.
func (c *answersEraseCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	found, form, err := d.office.FindAsking(d.ctx, by, c.Reference)
	if err != nil {
		return err
	}
	if found, err = d.office.EraseAnswers(d.ctx, by, found); err != nil {
		return err
	}
	return d.print(keyed{found, form.Questions}, func() {
		d.say(d.words.T("ctl.answers.erased", i18n.Args{"Reference": found.Reference.String()}))
	})
}

type answersResultsCommand struct {
	From string `help:"${help_answers_from}" placeholder:"2026-11-01"`
	To   string `help:"${help_answers_to}" placeholder:"2026-11-30"`
}

// Run counts the answers of the questionnaires that were printed in a period.
func (c *answersResultsCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	var from, to coop.Day
	if c.From != "" {
		if from, err = readDay(c.From); err != nil {
			return err
		}
	}
	if c.To != "" {
		if to, err = readDay(c.To); err != nil {
			return err
		}
	}
	r, err := d.office.AskingResults(d.ctx, by, from, to)
	if err != nil {
		return err
	}
	r.Questions = listed(r.Questions)
	return d.print(r, func() { d.sayResults(r) })
}

// sayResults prints counts for people.
func (d *desk) sayResults(r coop.AskingResults) {
	w := d.words
	d.say(w.N("ctl.answers.printed", r.Printed, i18n.Args{"Back": w.Number(r.Back)}))
	for _, q := range r.Questions {
		d.say("")
		d.say(q.Text)
		if q.Hidden {
			d.say("   " + w.T("asking.hidden"))
			continue
		}
		for _, c := range q.Choices {
			d.say("   " + w.Number(c.N) + "\t" + w.Percent(float64(c.N)/float64(q.Answered)) + "\t" + c.Label)
		}
	}
}
