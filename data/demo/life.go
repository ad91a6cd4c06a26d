package demo

import (
	"encoding/hex"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// life is everything that happened with a household, as one change.
func (b *builder) life(h *home) coop.Change {
	c := &coop.Change{Households: []coop.Household{h.Household}}
	act := coop.ActImported
	if h.Since.After(b.morning(b.Today.AddMonths(-b.Months))) && chance(h.rng, 10) {
		act = coop.ActAdded
	}
	b.log(c, h, h.Since, b.staff[len(b.World.Staff)-1], act, coop.OnHousehold, string(h.ID), nil)
	if h.counter != "" {
		b.welcome(c, h)
	}
	for i, a := range h.attempts {
		b.visit(c, h, a, i)
	}
	return *c
}

func (b *builder) log(c *coop.Change, h *home, at time.Time, by coop.Staff, act coop.Act, on coop.Subject, id string, payload any) {
	c.Entries = append(c.Entries, b.entry(h.rng, at, by, act, on, id, h.ID, payload))
}

// welcome is the first talk, at the counter.
func (b *builder) welcome(c *coop.Change, h *home) {
	day := h.counter
	for closed(day) {
		day = day.Add(-1)
	}
	began := day.At(9+h.rng.IntN(8), h.rng.IntN(60), b.Zone).UTC()
	interrupted := day >= b.Today.Add(-12) && !b.leftOpen // one talk left open is enough to show
	b.leftOpen = b.leftOpen || interrupted
	t, ok := b.talk(c, h, coop.CounterTalk, pick(h.rng, b.desk), began, "", interrupted)
	if !ok || interrupted {
		return
	}
	b.outcome(c, h, t, coop.Done, nil)
}

func (b *builder) visit(c *coop.Change, h *home, a attempt, turn int) {
	booked := a.start.AddDate(0, 0, -12-h.rng.IntN(6))
	if latest := b.morning(b.Today.Add(-1)); booked.After(latest) {
		booked = latest
	}
	v := coop.Visit{
		ID: coop.VisitID(b.id(h.rng, booked)), Household: h.ID, Officer: h.officer.ID, Kind: coop.CourtesyVisit,
		Place: a.place, State: coop.VisitPlanned, Start: a.start,
		End: a.start.Add(time.Duration(b.Minutes) * time.Minute), Result: a.result,
	}
	if a.place == coop.AtHome {
		v.Buffer = b.Buffer
	}
	by := h.officer
	if turn == 0 && chance(h.rng, 50) {
		by = pick(h.rng, b.desk)
	}
	b.log(c, h, booked, by, coop.ActVisitBooked, coop.OnVisit, string(v.ID), map[string]any{
		"start": v.Start, "minutes": b.Minutes, "place": v.Place, "officer": v.Officer,
	})
	if a.result != coop.NoResult {
		v.State = coop.VisitHeld
	}
	c.Visits = append(c.Visits, v)
	b.sum.Visits++
	switch {
	case a.open:
		b.talk(c, h, coop.CourtesyTalk, h.officer, v.Start, v.ID, true)
	case a.result.Counts():
		if t, ok := b.talk(c, h, coop.CourtesyTalk, h.officer, v.Start, v.ID, false); ok {
			b.outcome(c, h, t, a.result, &v)
		}
	case a.result != coop.NoResult:
		b.failed(c, h, v)
	}
}

// failed closes a visit without a talk.
func (b *builder) failed(c *coop.Change, h *home, v coop.Visit) {
	at := v.Start.Add(15 * time.Minute)
	c.Outcomes = append(c.Outcomes, coop.Outcome{
		Visit: v.ID, Household: h.ID, Result: v.Result, Overall: -1, At: at, Officer: v.Officer,
	})
	b.log(c, h, at, h.officer, coop.ActVisitClosed, coop.OnVisit, string(v.ID), map[string]any{"result": v.Result})
}

// talk is a conversation led by the script that fits; an interrupted one stops half way.
func (b *builder) talk(c *coop.Change, h *home, kind coop.TalkKind, by coop.Staff, began time.Time, visit coop.VisitID, interrupted bool) (coop.Talk, bool) {
	s, ok := b.script(kind, h.Product)
	if !ok {
		return coop.Talk{}, false
	}
	t := coop.Talk{
		ID: coop.TalkID(b.id(h.rng, began)), Household: h.ID, Visit: visit, Kind: kind,
		Script: s.Stored.ID, Version: s.Stored.Version, Officer: by.ID, State: coop.TalkOpen, Began: began, Touched: began,
	}
	b.log(c, h, began, by, coop.ActTalkBegun, coop.OnTalk, string(t.ID), map[string]any{"script": t.Script, "version": t.Version})
	steps := s.Steps(h.Household)
	if interrupted {
		steps = steps[:max(1, len(steps)/2)]
	}
	for _, step := range steps {
		kept, said := b.say(h, step)
		if !said {
			continue
		}
		t.Steps = append(t.Steps, kept)
		t.Current = step.ID
		t.Touched = t.Touched.Add(time.Duration(kept.Seconds) * time.Second)
		c.Steps = append(c.Steps, coop.StepKept{Talk: t.ID, TalkStep: kept})
		b.log(c, h, t.Touched, by, coop.ActTalkStep, coop.OnTalk, string(t.ID), kept)
	}
	if !interrupted {
		t.State, t.Ended = coop.TalkClosed, t.Touched
	}
	c.Talks = append(c.Talks, t)
	b.sum.Talks++
	return t, true
}

// script finds what is said in a talk with somebody who has this product.
func (b *builder) script(kind coop.TalkKind, p coop.Product) (Script, bool) {
	for _, s := range b.Scripts {
		if s.Kind == kind && (len(s.Products) == 0 || slices.Contains(s.Products, p)) {
			return s, true
		}
	}
	return Script{}, false
}

// say is what was done with one step: essential ones nearly always, the others now and then.
func (b *builder) say(h *home, s Step) (coop.TalkStep, bool) {
	kept := coop.TalkStep{Step: s.ID, State: coop.StepSeen}
	switch {
	case s.Essential && chance(h.rng, 3):
		kept.State = coop.StepLater
	case !s.Essential && chance(h.rng, 65):
		return kept, false
	}
	for _, p := range s.Points {
		if chance(h.rng, 90) {
			kept.Checked = append(kept.Checked, p)
		}
	}
	for _, chip := range s.Chips {
		if chance(h.rng, 9) {
			kept.Noted = append(kept.Noted, chip)
		}
	}
	for _, q := range sorted(s.Questions) {
		if kept.Answers == nil {
			kept.Answers = map[coop.QuestionID]coop.ChoiceID{}
		}
		kept.Answers[q] = pick(h.rng, s.Questions[q])
	}
	kept.Seconds = int(s.Minutes * (40 + float64(h.rng.IntN(35))))
	return kept, true
}

// outcome is what came of a talk: judgements, motives, promises, the sheet.
func (b *builder) outcome(c *coop.Change, h *home, t coop.Talk, r coop.Result, v *coop.Visit) {
	o := coop.Outcome{
		Talk: t.ID, Visit: t.Visit, Household: h.ID, Result: r, Overall: -1, At: t.Ended, Officer: t.Officer,
	}
	by := b.colleague(t.Officer)
	if v != nil {
		b.judge(h, &o)
		b.concerns(c, h, &o, by)
		b.log(c, h, t.Ended, by, coop.ActVisitClosed, coop.OnVisit, string(v.ID), map[string]any{"result": r})
	}
	if chance(h.rng, 30) {
		o.Interests = append(o.Interests, pick(h.rng, coop.Interests()))
	}
	c.Outcomes = append(c.Outcomes, o)
	b.log(c, h, t.Ended, by, coop.ActTalkClosed, coop.OnTalk, string(t.ID), map[string]any{"result": r})
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
	for range weighted(h.rng, 45, 35, 15, 5) {
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
	b.log(c, h, o.At, by, coop.ActFollowUpOpened, coop.OnFollowUp, string(f.ID), f)
	switch late := f.Due < b.Today; {
	case late && chance(h.rng, 88):
		f.State, f.Told = coop.FollowUpSettled, f.Due
		f.Closed = b.morning(f.Due)
	case chance(h.rng, 45):
		f.State = coop.FollowUpPassed
	}
	if f.State != coop.FollowUpOpen {
		at := f.Closed
		if at.IsZero() {
			at = o.At.Add(time.Hour)
		}
		b.log(c, h, at, by, coop.ActFollowUpChanged, coop.OnFollowUp, string(f.ID), f)
	}
	c.FollowUps = append(c.FollowUps, f)
	b.sum.FollowUps++
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
	b.log(c, h, p.At, by, coop.ActPaperMade, coop.OnPaper, string(p.ID), map[string]any{"kind": p.Kind, "means": p.Means})
}

func (b *builder) colleague(id coop.StaffID) coop.Staff {
	for _, s := range b.staff {
		if s.ID == id {
			return s
		}
	}
	return coop.Staff{ID: id}
}

// sorted lists a step's questions in a fixed order, so that chance falls the same way every time.
func sorted(questions map[coop.QuestionID][]coop.ChoiceID) []coop.QuestionID {
	ids := make([]coop.QuestionID, 0, len(questions))
	for q := range questions {
		ids = append(ids, q)
	}
	slices.Sort(ids)
	return ids
}
