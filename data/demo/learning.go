package demo

import (
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// rehearsals are the talks that colleagues led to learn.
func (b *builder) rehearsals() []coop.Rehearsal {
	rng := rand.New(rand.NewPCG(b.Seed, 2))
	var all []coop.Rehearsal
	for _, r := range b.World.Rehearsals {
		script := slices.IndexFunc(b.Scripts, func(s Script) bool { return s.Stored.ID == r.Script })
		staff := slices.IndexFunc(b.staff, func(s coop.Staff) bool { return s.Login == r.Login })
		if script < 0 || staff < 0 {
			continue
		}
		one := r.Rehearsal
		one.Began = b.workday(b.Today.Add(-r.Days)).At(r.Hour, 0, b.Zone).UTC()
		one.Ended = one.Began.Add(time.Duration(one.Seconds) * time.Second)
		one.ID, one.Staff = coop.RehearsalID(b.id(rng, one.Began)), b.staff[staff].ID
		one.Version = b.Scripts[script].Stored.Version
		all = append(all, one)
	}
	return all
}

// correct lets one of the last weeks' talks be corrected on the next day: the mark was mistyped.
func (b *builder) correct(c *coop.Change, h *home, t coop.Talk) {
	const weeks = 3
	at := b.morning(b.workday(coop.DayOf(t.Ended.In(b.Zone)).Add(1))).Add(25 * time.Minute)
	i := len(c.Outcomes) - 1
	lately := t.Ended.After(b.morning(b.Today.Add(-weeks*7))) && at.Before(b.morning(b.Today))
	sameMonth := coop.DayOf(t.Ended).Month() == b.Today.Month()
	if b.corrected || !lately || !sameMonth || c.Outcomes[i].Overall < 1 || len(b.World.Corrections) == 0 {
		return
	}
	b.corrected = true
	o, reason := &c.Outcomes[i], pick(h.aside, b.World.Corrections)
	before := *o
	before.Satisfaction = maps.Clone(o.Satisfaction)
	o.Overall--
	k := slices.IndexFunc(c.Talks, func(other coop.Talk) bool { return other.ID == t.ID })
	c.Talks[k].Corrected = at
	c.Corrected = append(c.Corrected, coop.Correction{
		ID: coop.CorrectionID(b.id(h.aside, at)), Talk: t.ID, At: at, Staff: t.Officer, Reason: reason,
		Before: coop.Said{Steps: t.Steps, Outcome: before},
	})
	b.log(c, h, at, b.colleague(t.Officer), coop.ActTalkCorrected, coop.OnTalk, string(t.ID), map[string]any{
		"reason": reason, "steps": []coop.StepID{},
		"fields": map[string]any{"overall": map[string]any{"from": before.Overall, "to": o.Overall}},
	})
}
