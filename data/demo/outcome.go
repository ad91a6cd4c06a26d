package demo

import (
	"encoding/hex"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// outcome is what came of a talk: judgements, motives, promises, the sheet.
func (b *builder) outcome(c *coop.Change, h *home, t coop.Talk, r coop.Result, v *coop.Visit) {
	o := coop.Outcome{
		Talk: t.ID, Visit: t.Visit, Household: h.ID, Result: r, Overall: -1, At: t.Ended, Officer: t.Officer,
	}
	by := b.colleague(t.Officer)
	if v != nil {
		b.judge(h, &o)
		b.concerns(c, h, &o, by)
		b.log(c, h, t.Ended, by, coop.ActVisitClosed, coop.OnVisit, string(v.ID), b.endOf(*v))
	}
	if chance(h.rng, 30) {
		o.Interests = append(o.Interests, pick(h.rng, coop.Interests()))
	}
	c.Outcomes = append(c.Outcomes, o)
	b.log(c, h, t.Ended, by, coop.ActTalkClosed, coop.OnTalk, string(t.ID), map[string]any{
		"kind": t.Kind, "result": r, "minutes": int(t.Elapsed().Minutes()),
	})
	if chance(h.rng, 85) {
		b.paper(c, h, t, by)
	}
}

func (b *builder) judge(h *home, o *coop.Outcome) {
	o.Satisfaction = map[coop.SatisfactionItem]int{}
	for _, item := range coop.SatisfactionItems() {
		if chance(h.rng, 90) {
			o.Satisfaction[item] = 4 - weighted(h.rng, 45, 38, 12, 5)
		}
	}
	if chance(h.rng, 92) {
		o.Overall = 10 - weighted(h.rng, 22, 26, 24, 14, 7, 4, 2, 1)
	}
}

// concerns are the motives told, most with a promise.
func (b *builder) concerns(c *coop.Change, h *home, o *coop.Outcome, by coop.Staff) {
	motives := coop.Motives(h.Product)
	for range weighted(h.rng, 32, 40, 20, 8) {
		m := pick(h.rng, motives)
		if slices.ContainsFunc(o.Concerns, func(k coop.Concern) bool { return k.Motive == m.Code }) {
			continue
		}
		concern := coop.Concern{
			Motive: m.Code, Gravity: coop.Gravities()[weighted(h.rng, 55, 35, 10)],
			Standing: coop.Standings()[weighted(h.rng, 60, 33, 7)],
		}
		o.Concerns = append(o.Concerns, concern)
		if words := b.World.Promises[m.Code]; len(words) > 0 && concern.Standing != coop.OutOfScope {
			b.promise(c, h, o, m, pick(h.rng, words), by)
		}
	}
}

func (b *builder) promise(c *coop.Change, h *home, o *coop.Outcome, m coop.Motive, what string, by coop.Staff) {
	f := coop.FollowUp{
		ID: coop.FollowUpID(b.id(h.rng, o.At)), Household: h.ID, Talk: o.Talk, Motive: m.Code, Service: m.Service,
		What: what, Due: coop.DayOf(o.At).Add(m.Days), State: coop.FollowUpOpen, Opened: o.At,
	}
	for closed(f.Due) {
		f.Due = f.Due.Add(1)
	}
	b.log(c, h, o.At, by, coop.ActFollowUpOpened, coop.OnFollowUp, string(f.ID), map[string]any{
		"motive": f.Motive, "service": f.Service, "what": f.What, "due": f.Due,
	})
	b.followed(c, h, &f, by)
	c.FollowUps = append(c.FollowUps, f)
	b.sum.FollowUps++
}

// The chances that a promise was kept whose day has passed: long ago, and lately.
const (
	lately    = 40 // days
	keptLong  = 99 // percent
	keptLate  = 76
	keptEarly = 12
	handedOn  = 45
)

// followed tells what became of a promise: passed on to the service, done, or still waiting.
func (b *builder) followed(c *coop.Change, h *home, f *coop.FollowUp, by coop.Staff) {
	opened := coop.DayOf(f.Opened.In(b.Zone))
	if passedOn := b.workday(opened.Add(1)); passedOn < b.Today && chance(h.rng, handedOn) {
		b.advance(c, h, f, coop.FollowUpPassed, b.morning(passedOn), by)
	}
	ended, likely := f.Due, keptEarly
	switch {
	case f.Due < b.Today.Add(-lately):
		likely = keptLong
	case f.Due < b.Today:
		likely = keptLate
	}
	if days := f.Due.DaysSince(opened); days > 4 {
		ended = b.workday(f.Due.Add(-h.rng.IntN(days - 3)))
	}
	if ended >= b.Today || ended <= opened.Add(1) || !chance(h.rng, likely) {
		return
	}
	f.Told, f.Closed = ended, b.morning(ended).Add(time.Duration(h.rng.IntN(7*60))*time.Minute)
	b.advance(c, h, f, coop.FollowUpSettled, f.Closed, by)
}

// advance gives a promise another state and tells the journal.
func (b *builder) advance(c *coop.Change, h *home, f *coop.FollowUp, to coop.FollowUpState, at time.Time, by coop.Staff) {
	changed := map[string]any{"state": map[string]any{"from": f.State, "to": to}}
	if to == coop.FollowUpSettled {
		changed["told"] = map[string]any{"from": "", "to": f.Told}
		changed["closed"] = map[string]any{"from": time.Time{}, "to": f.Closed}
	}
	f.State = to
	b.log(c, h, at, by, coop.ActFollowUpChanged, coop.OnFollowUp, string(f.ID), changed)
}

// subscribed tells the journal since when the share stands as it does, where the program knows it.
func (b *builder) subscribed(c *coop.Change, h *home) {
	since := h.Share.Since
	if since == "" || b.morning(since).Before(h.Since) {
		return
	}
	before := coop.Share{State: coop.ShareToOffer}
	b.log(c, h, b.morning(since).Add(time.Duration(h.rng.IntN(7*60))*time.Minute), pick(h.rng, b.desk),
		coop.ActShareChanged, coop.OnHousehold, string(h.ID), map[string]any{
			"share": map[string]any{"from": before, "to": h.Share},
		})
}

// workday is the first day on which the coop works, from a day on.
func (b *builder) workday(d coop.Day) coop.Day {
	for closed(d) {
		d = d.Add(1)
	}
	return d
}

func (b *builder) paper(c *coop.Change, h *home, t coop.Talk, by coop.Staff) {
	hash := make([]byte, 32)
	for i := range hash {
		hash[i] = byte(h.rng.Uint32())
	}
	p := coop.Paper{
		ID: coop.PaperID(b.id(h.rng, t.Ended)), Household: h.ID, Kind: coop.WelcomeSheet, At: t.Ended,
		Staff: by.ID, Hash: hex.EncodeToString(hash), Means: coop.PaperPrinted,
	}
	c.Papers = append(c.Papers, p)
	b.log(c, h, p.At, by, coop.ActPaperMade, coop.OnPaper, string(p.ID), p)
}
