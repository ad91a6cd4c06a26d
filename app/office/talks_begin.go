package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// BeginTalk begins a talk with the script that fits the household, and keeps the script's source
// with it. A broken script is refused with all that is wrong in it (script.Found); so is a second
// talk of a kind with a household while one is open.
func (o *Office) BeginTalk(ctx context.Context, by coop.Actor, start TalkStart) (Conversation, error) {
	c, err := o.beginTalk(ctx, by, start)
	if err != nil {
		return Conversation{}, fmt.Errorf("begin talk: %w", err)
	}
	return c, nil
}

func (o *Office) beginTalk(ctx context.Context, by coop.Actor, start TalkStart) (c Conversation, err error) {
	if c.Household, c.Residence, err = o.household(ctx, start.Household); err != nil {
		return c, err
	}
	if c.Visit, err = o.visitOf(ctx, start); err != nil {
		return c, err
	}
	kind := start.Kind
	switch {
	case kind == "" && c.Visit.ID != "":
		kind = coop.CourtesyTalk
	case kind == "":
		kind = coop.CounterTalk
	}
	earlier, err := o.store.Talks(ctx, start.Household)
	if err != nil {
		return c, err
	}
	if err := noneOpen(earlier, kind); err != nil {
		return c, err
	}
	now := o.now().UTC()
	c.Facts = script.FactsOf(c.Household, c.Residence, nil)
	if c.Facts.Said, err = o.said(ctx, earlier, now); err != nil {
		return c, err
	}
	leading, stored, err := o.leading(ctx, kind, c.Facts)
	if err != nil {
		return c, err
	}
	minutes, err := o.given(ctx, kind, c.Visit, leading.Budget)
	if err != nil {
		return c, err
	}
	c.Script = leading
	c.Talk = coop.Talk{
		ID: coop.TalkID(o.newID()), Household: start.Household, Visit: c.Visit.ID, Kind: kind,
		Script: leading.ID, Version: leading.Version, Officer: by.Staff.ID, State: coop.TalkOpen,
		Minutes: minutes, Device: by.Device, Began: now, Touched: now,
	}
	if steps := leading.Steps(c.Facts); len(steps) > 0 {
		c.Talk.Current = steps[0].ID
	}
	e, err := o.entry(by, coop.ActTalkBegun, coop.OnTalk, string(c.Talk.ID), start.Household, map[string]any{
		"kind": kind, "script": leading.ID, "version": leading.Version, "visit": c.Visit.ID,
	})
	if err != nil {
		return c, err
	}
	err = o.store.Keep(ctx, coop.Change{
		Scripts: []coop.StoredScript{stored}, Talks: []coop.Talk{c.Talk}, Entries: []coop.Entry{e},
	})
	if err != nil {
		return c, err
	}
	err = o.spell(ctx, &c)
	return c, err
}

// given is the time that a talk is given, in minutes: what the coop has set for the phone and the
// counter, a booked visit's own where it is shorter than the script's budget, else 0, the script's.
func (o *Office) given(ctx context.Context, kind coop.TalkKind, v coop.Visit, budget time.Duration) (int, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return 0, err
	}
	booked := v.End.Sub(v.Start)
	switch {
	case kind == coop.CounterTalk:
		return s.Counter, nil
	case v.ID != "" && v.Place == coop.ByPhone:
		return s.Rules.Minutes(coop.ByPhone), nil
	case v.ID != "" && booked > 0 && booked < budget:
		return max(v.Minutes(), coop.LeastTalk), nil
	}
	return 0, nil
}

// said is what a household was told in the talks that had ended by a time. A talk whose script can
// no longer be read does not keep the next one from being led.
func (o *Office) said(ctx context.Context, talks []coop.Talk, by time.Time) ([]coop.TopicID, error) {
	var spoken []script.Spoken
	for _, t := range talks {
		if t.State != coop.TalkClosed || t.Ended.After(by) {
			continue
		}
		s, err := o.scriptOf(ctx, t)
		switch {
		case errors.Is(err, coop.ErrNotFound) || len(script.Found(err)) > 0:
			continue
		case err != nil:
			return nil, err
		}
		spoken = append(spoken, script.Spoken{Script: s, Talk: t})
	}
	return script.Said(spoken), nil
}

func noneOpen(talks []coop.Talk, kind coop.TalkKind) error {
	for _, t := range talks {
		if t.State == coop.TalkOpen && t.Kind == kind {
			return coop.Refuse("talk.refused.open", map[string]any{"Talk": string(t.ID)})
		}
	}
	return nil
}

// visitOf is the visit that a talk carries out: the one named, else for a courtesy talk the one
// that is booked for today.
func (o *Office) visitOf(ctx context.Context, start TalkStart) (coop.Visit, error) {
	if start.Visit != "" {
		v, err := o.planned(ctx, start.Visit)
		if err == nil && v.Household != start.Household {
			err = coop.Refuse("talk.refused.visit", nil)
		}
		return v, err
	}
	if start.Kind != coop.CourtesyTalk {
		return coop.Visit{}, nil
	}
	today := o.Today()
	rows, err := o.store.Visits(ctx, coop.VisitFilter{
		From: today.Start(o.zone), To: today.Add(1).Start(o.zone), Household: start.Household,
	})
	if err != nil {
		return coop.Visit{}, err
	}
	for _, row := range rows {
		if row.State == coop.VisitPlanned && row.Kind != coop.DeskVisit {
			return row.Visit, nil
		}
	}
	return coop.Visit{}, nil
}
