package main

import (
	"errors"
	"fmt"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/script"
)

type talkShowCommand struct {
	Ref string `arg:"" help:"${help_talk_ref}" name:"talk"`
}

// told is a talk that has ended as JSON has it.
type told struct {
	Talk        coop.Talk         `json:"talk"`
	Officer     string            `json:"officer"`
	Outcome     *coop.Outcome     `json:"outcome"`
	Corrections []coop.Correction `json:"corrections"` // the newest first
	Signed      bool              `json:"signed"`
	Month       coop.Month        `json:"month"` // past month whose figures a correction may change, "" for none
}

// Run shows a talk that has ended, with what was corrected since.
func (c *talkShowCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	r, err := d.ended(by, c.Ref)
	if err != nil {
		return err
	}
	t := told{Talk: r.Talk, Officer: r.Officer, Corrections: listed(r.Corrections), Signed: r.Signature.Signed(), Month: r.Month}
	if r.HasOutcome {
		t.Outcome = &r.Outcome
	}
	return d.print(t, func() { d.sayTalk(r) })
}

// ended finds a talk that has ended: by its own identity, else the last one of the household meant.
func (d *desk) ended(by coop.Actor, ref string) (office.Reading, error) {
	r, err := d.office.ReadTalk(d.ctx, by, coop.TalkID(ref))
	if !errors.Is(err, coop.ErrNotFound) {
		return r, err
	}
	id, err := d.office.FindHousehold(d.ctx, by, ref)
	if err != nil {
		return r, err
	}
	f, err := d.office.Open(d.ctx, by, id)
	if err != nil {
		return r, err
	}
	talks := slices.DeleteFunc(slices.Clone(f.Talks), func(t coop.Talk) bool { return t.State == coop.TalkOpen })
	if len(talks) == 0 {
		return r, coop.Refuse("ctl.refused.talk", map[string]any{"Value": ref})
	}
	last := slices.MaxFunc(talks, func(a, b coop.Talk) int { return a.Ended.Compare(b.Ended) })
	return d.office.ReadTalk(d.ctx, by, last.ID)
}

func (d *desk) sayTalk(r office.Reading) {
	w, t := d.words, r.Talk
	field := func(label, value string) {
		if value != "" {
			d.say(fmt.Sprintf("%-22s  %s", label, value))
		}
	}
	d.say(w.People(r.Household.Holders))
	field(w.T("ctl.show.id"), string(t.ID))
	field(w.T("ctl.talk.kind"), w.T(i18n.TalkKindKey(t.Kind))+", "+w.T(i18n.TalkStateKey(t.State)))
	field(w.T("ctl.talk.when"), w.When(t.Began.In(d.zone)))
	field(w.T("ctl.talk.officer"), r.Officer)
	field(w.T("ctl.talk.time"), w.Minutes(int(t.Elapsed().Minutes())))
	field(w.T("ctl.talk.script"), w.T("ctl.talk.script.version", i18n.Args{"Title": r.Script.Title, "N": t.Version}))
	if r.Signature.Signed() {
		field(w.T("ctl.talk.signed"), w.When(r.Signature.At.In(d.zone)))
	}
	walk := r.Walk()
	for _, step := range walk.Steps() {
		d.say(step.Title + "  " + d.recorded(walk.Record(step.ID)))
		d.sayStep(step, walk.Record(step.ID))
	}
	if r.HasOutcome {
		d.sayOutcome(r.Outcome)
	}
	for _, c := range r.Corrections {
		d.say(w.T("ctl.talk.corrected", i18n.Args{"When": w.When(c.At.In(d.zone)), "Reason": c.Reason}))
	}
}

// recorded is what was done with a step, in two words.
func (d *desk) recorded(s coop.TalkStep) string {
	text := d.words.T(i18n.StepStateKey(s.State))
	if s.Reason != "" {
		text += ", " + d.words.T(i18n.SkipReasonKey(s.Reason))
	}
	return "[" + text + "]"
}

// sayStep prints what was noted at a step.
func (d *desk) sayStep(step script.Step, s coop.TalkStep) {
	for _, c := range step.Checks {
		if slices.Contains(s.Checked, c.ID) {
			d.say("    " + d.words.T("ctl.talk.checked", i18n.Args{"Label": c.Label}))
		}
	}
	for _, c := range step.Chips {
		if slices.Contains(s.Noted, c.ID) {
			d.say("    " + d.words.T("ctl.talk.noted", i18n.Args{"Label": c.Label}))
		}
	}
	for _, q := range step.Questions {
		for _, choice := range q.Choices {
			if s.Answers[q.ID] == choice.ID {
				d.say("    " + q.Text + " " + choice.Label)
			}
		}
	}
	for i, a := range step.Asked {
		if slices.Contains(s.Asked, i) {
			d.say("    " + d.words.T("ctl.talk.asked", i18n.Args{"Question": a.Question}))
		}
	}
	if s.Note != "" {
		d.say("    " + s.Note)
	}
}

// sayOutcome prints what came of a talk.
func (d *desk) sayOutcome(o coop.Outcome) {
	w := d.words
	d.say(w.T("ctl.talk.outcome", i18n.Args{"Result": w.T(i18n.ResultKey(o.Result))}))
	if o.Overall >= 0 {
		d.say("    " + w.T("ctl.talk.mark", i18n.Args{"N": o.Overall}))
	}
	for _, item := range coop.SatisfactionItems() {
		if v, ok := o.Satisfaction[item]; ok {
			d.say("    " + w.T("ctl.talk.fact", i18n.Args{"Label": w.T(i18n.SatisfactionItemKey(item)), "Text": w.T(i18n.JudgementKey(v))}))
		}
	}
	for _, c := range o.Concerns {
		d.say("    " + w.T("ctl.talk.fact", i18n.Args{
			"Label": w.T(i18n.MotiveKey(c.Motive)), "Text": w.T(i18n.GravityKey(c.Gravity)) + ", " + w.T(i18n.StandingKey(c.Standing)),
		}))
	}
	if o.Comment != "" {
		d.say("    " + o.Comment)
	}
}
