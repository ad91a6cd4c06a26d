package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"bienvenue/app/coop"
)

type (
	// Closing is what came of a talk.
	Closing = coop.Closing
	// Contact is how a holder wishes to be reached.
	Contact = coop.Contact
	// Closed is a talk that ended.
	Closed = coop.Closed
)

// unbookedMinutes is how long a visit that nobody booked is taken to last at least.
const unbookedMinutes = 5

// CloseTalk ends a talk with what came of it, in one go: the talk, its visit with the result, the
// outcome, the promises, the share and the contacts. A courtesy talk that nobody had booked makes
// a visit held now, so that it counts. A talk that was not cut short is refused while something
// required lacks both the thing and a reason (talk.refused.missing names them).
func (o *Office) CloseTalk(ctx context.Context, by coop.Actor, closing Closing) (Closed, error) {
	done, err := o.closeTalk(ctx, by, closing)
	if err != nil {
		return Closed{}, fmt.Errorf("close talk: %w", err)
	}
	return done, nil
}

func (o *Office) closeTalk(ctx context.Context, by coop.Actor, closing Closing) (done Closed, err error) {
	c, err := o.openTalk(ctx, closing.Talk)
	if err != nil {
		return done, err
	}
	if c.Talk.State != coop.TalkOpen {
		return done, coop.Refuse("talk.refused.over", nil)
	}
	out := closing.Outcome
	if out.Result == coop.NoResult && c.Talk.Kind == coop.CounterTalk {
		out.Result = coop.Done
	}
	if err := complete(c, out.Result); err != nil {
		return done, err
	}
	now := o.now().UTC()
	c.Talk.State, c.Talk.Ended, c.Talk.Touched, c.Talk.Pause = coop.TalkClosed, now, now, ""
	change := coop.Change{}
	if err := o.heldBy(by, &change, &c, out.Result); err != nil {
		return done, err
	}
	out.Talk, out.Visit, out.Household = c.Talk.ID, c.Talk.Visit, c.Household.ID
	out.At, out.Officer = now, by.Staff.ID
	if err := o.record(by, &change, out, closing.FollowUps); err != nil {
		return done, err
	}
	if err := o.completed(by, &change, c.Household, closing); err != nil {
		return done, err
	}
	e, err := o.entry(by, coop.ActTalkClosed, coop.OnTalk, string(c.Talk.ID), c.Household.ID, map[string]any{
		"kind": c.Talk.Kind, "result": out.Result, "minutes": int(c.Talk.Elapsed().Minutes()),
	})
	if err != nil {
		return done, err
	}
	change.Talks, change.Entries = []coop.Talk{c.Talk}, append(change.Entries, e)
	forget(c.Talk, &change)
	if err := o.keepHeld(ctx, &change, c.Visit.Rev == 0); err != nil {
		return done, err
	}
	done.Talk, done.FollowUps = c.Talk, change.FollowUps
	if len(change.Visits) > 0 {
		done.Visit = change.Visits[0]
	}
	return done, nil
}

// complete refuses to call a talk done while something required is missing.
func complete(c Conversation, result coop.Result) error {
	if !result.Counts() || result == coop.Shortened {
		return nil
	}
	missing := c.Walk().Missing()
	if len(missing) == 0 {
		return nil
	}
	labels := make([]string, len(missing))
	for i, m := range missing {
		labels[i] = m.Label
	}
	return coop.Refuse("talk.refused.missing", map[string]any{
		"N": len(missing), "List": strings.Join(slices.Compact(labels), ", "),
	})
}

// heldBy adds the visit that a courtesy talk carried out, and ties the talk to it.
func (o *Office) heldBy(by coop.Actor, change *coop.Change, c *Conversation, result coop.Result) error {
	if c.Talk.Kind != coop.CourtesyTalk {
		return nil
	}
	v := c.Visit
	if v.ID == "" {
		v = coop.Visit{
			ID: coop.VisitID(o.newID()), Household: c.Household.ID, Officer: c.Talk.Officer,
			Kind: coop.CourtesyVisit, Place: placeOf(result), Start: c.Talk.Began.Truncate(time.Minute),
		}
		v.End = v.Start.Add(max(c.Talk.Elapsed(), unbookedMinutes*time.Minute).Round(time.Minute))
	}
	v.State, v.Result = coop.VisitHeld, result
	c.Talk.Visit = v.ID
	return o.addVisit(by, change, v)
}

func (o *Office) addVisit(by coop.Actor, change *coop.Change, v coop.Visit) error {
	e, err := o.entry(by, coop.ActVisitClosed, coop.OnVisit, string(v.ID), v.Household, map[string]any{
		"result": v.Result, "start": v.Start, "minutes": v.Minutes(), "place": v.Place, "officer": v.Officer,
	})
	if err != nil {
		return err
	}
	change.Visits, change.Entries = append(change.Visits, v), append(change.Entries, e)
	return nil
}

func placeOf(r coop.Result) coop.Place {
	switch r {
	case coop.DoneByPhone:
		return coop.ByPhone
	case coop.DoneAtOffice:
		return coop.AtOffice
	default:
		return coop.AtHome
	}
}

// record adds an outcome and its follow-ups.
func (o *Office) record(by coop.Actor, change *coop.Change, out coop.Outcome, promises []coop.FollowUp) error {
	if err := out.Check(); err != nil {
		return err
	}
	change.Outcomes = append(change.Outcomes, out)
	for _, f := range promises {
		f.ID, f.Household, f.Talk = coop.FollowUpID(o.newID()), out.Household, out.Talk
		f.State, f.Opened, f.Rev = coop.FollowUpOpen, o.now().UTC(), 0
		if f.Service == "" {
			f.Service = coop.ServiceUnassigned
		}
		if err := f.Check(); err != nil {
			return err
		}
		e, err := o.entry(by, coop.ActFollowUpOpened, coop.OnFollowUp, string(f.ID), f.Household, map[string]any{
			"motive": f.Motive, "service": f.Service, "what": f.What, "due": f.Due,
		})
		if err != nil {
			return err
		}
		change.FollowUps, change.Entries = append(change.FollowUps, f), append(change.Entries, e)
	}
	return nil
}

// completed adds the household with its share and contacts, when they changed.
func (o *Office) completed(by coop.Actor, change *coop.Change, h coop.Household, closing Closing) error {
	before := h
	h.Holders = slices.Clone(h.Holders)
	if closing.Share != nil {
		h.Share = *closing.Share
	}
	for i, holder := range h.Holders {
		for _, c := range closing.Contacts {
			if c.Holder == holder.ID {
				h.Holders[i].Phone, h.Holders[i].Mobile, h.Holders[i].Email = c.Phone, c.Mobile, c.Email
			}
		}
	}
	changed, err := differences(before, h)
	if err != nil || len(changed) == 0 {
		return err
	}
	act := coop.ActEdited
	if before.Share != h.Share {
		act = coop.ActShareChanged
	}
	e, err := o.entry(by, act, coop.OnHousehold, string(h.ID), h.ID, changed)
	if err != nil {
		return err
	}
	change.Households, change.Entries = append(change.Households, h), append(change.Entries, e)
	return nil
}

// clashTries bounds how often a visit that nobody booked is put aside of others.
const clashTries = 6

// keepHeld keeps a closing. A visit that nobody had booked may fall into the time of another one,
// which the archive refuses: what happened goes before the plan, so it is written down as a short
// one just before the other (the journal keeps when the talk really was).
func (o *Office) keepHeld(ctx context.Context, change *coop.Change, unbooked bool) error {
	for try := 0; ; try++ {
		err := o.store.Keep(ctx, *change)
		clash, clashes := errors.AsType[*coop.ClashError](err)
		if err == nil || !clashes || !unbooked || len(change.Visits) == 0 || try == clashTries {
			return err
		}
		v := &change.Visits[0]
		v.End = clash.With.Start.Add(-coop.Travel(*v, clash.With))
		v.Start = v.End.Add(-time.Minute)
	}
}

// CloseVisit ends a booked visit that led to no talk (absent, refused, moved …), or whose talk
// was not led with the program. A talk that was begun for it is abandoned.
func (o *Office) CloseVisit(ctx context.Context, by coop.Actor, id coop.VisitID, out coop.Outcome, promises []coop.FollowUp) (coop.Visit, error) {
	v, err := o.planned(ctx, id)
	if err != nil {
		return coop.Visit{}, err
	}
	v.State, v.Result = coop.VisitHeld, out.Result
	out.Talk, out.Visit, out.Household = "", v.ID, v.Household
	out.At, out.Officer = o.now().UTC(), by.Staff.ID
	change := coop.Change{}
	if err := o.record(by, &change, out, promises); err != nil {
		return coop.Visit{}, err
	}
	if err := o.addVisit(by, &change, v); err != nil {
		return coop.Visit{}, err
	}
	talks, err := o.store.Talks(ctx, v.Household)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("close visit: %w", err)
	}
	for _, t := range talks {
		if t.Visit != id || t.State != coop.TalkOpen {
			continue
		}
		forget(t, &change)
		t, e, err := o.abandoned(by, t)
		if err != nil {
			return coop.Visit{}, err
		}
		change.Talks, change.Entries = append(change.Talks, t), append(change.Entries, e)
	}
	if err := o.keep(ctx, "close visit", change); err != nil {
		return coop.Visit{}, err
	}
	v.Rev++
	return v, nil
}
