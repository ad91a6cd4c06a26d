package demo

import (
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
	b.subscribed(c, h)
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
	interrupted := day >= b.Today.Add(-30) && !b.leftOpen // one talk left open is enough to show
	b.leftOpen = b.leftOpen || interrupted
	pause := coop.PauseReason("")
	if interrupted {
		pause = coop.PauseCounter
	}
	t, ok := b.talk(c, h, coop.CounterTalk, pick(h.rng, b.desk), began, "", interrupted, pause)
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
		End: a.start.Add(time.Duration(b.Rule.Minutes) * time.Minute), Result: a.result,
	}
	if a.place == coop.AtHome {
		v.Before, v.After = b.Rule.Before, b.Rule.After
	}
	by := h.officer
	if turn == 0 && chance(h.rng, 50) {
		by = pick(h.rng, b.desk)
	}
	if turn == 0 && chance(h.rng, 6) {
		b.calledOff(c, h, v, booked, by)
	}
	booked = b.moved(c, h, &v, booked, by)
	told := b.planOf(v)
	if v.Moves == 0 {
		b.log(c, h, booked, by, coop.ActVisitBooked, coop.OnVisit, string(v.ID), told)
	}
	if a.result != coop.NoResult {
		v.State = coop.VisitHeld
	}
	b.announced(c, h, &v, booked, by)
	c.Visits = append(c.Visits, v)
	b.sum.Visits++
	switch {
	case a.open:
		pause := coop.PauseReason("")
		if h.officer.ID != b.officers[0].ID && !b.phoned {
			b.phoned, pause = true, coop.PausePhone
		}
		b.talk(c, h, coop.CourtesyTalk, h.officer, v.Start, v.ID, true, pause)
	case a.result.Counts():
		if t, ok := b.talk(c, h, coop.CourtesyTalk, h.officer, v.Start, v.ID, false, ""); ok {
			b.outcome(c, h, t, a.result, &v)
			b.correct(c, h, t)
		}
	case a.result != coop.NoResult:
		b.failed(c, h, v)
	}
}

// planOf is what the journal keeps of a booked visit.
func (b *builder) planOf(v coop.Visit) map[string]any {
	return map[string]any{"start": v.Start, "minutes": b.Rule.Minutes, "place": v.Place, "officer": v.Officer, "reason": ""}
}

// endOf is what the journal keeps of a visit that was tried.
func (b *builder) endOf(v coop.Visit) map[string]any {
	return map[string]any{"result": v.Result, "start": v.Start, "minutes": b.Rule.Minutes, "place": v.Place, "officer": v.Officer}
}

// moved lets some visits have been booked for another day first. It gives the time of the last change.
func (b *builder) moved(c *coop.Change, h *home, v *coop.Visit, booked time.Time, by coop.Staff) time.Time {
	const days = 3
	from := v.Start.AddDate(0, 0, -days)
	if !chance(h.rng, 12) || closed(coop.DayOf(from.In(b.Zone))) || !booked.Before(from.AddDate(0, 0, -days)) {
		return booked
	}
	first := b.planOf(*v)
	first["start"] = from
	b.log(c, h, booked, by, coop.ActVisitBooked, coop.OnVisit, string(v.ID), first)
	at := booked.AddDate(0, 0, 1)
	for closed(coop.DayOf(at.In(b.Zone))) {
		at = at.AddDate(0, 0, 1)
	}
	v.Moves = 1
	again := b.planOf(*v)
	again["from"] = from
	b.log(c, h, at, by, coop.ActVisitMoved, coop.OnVisit, string(v.ID), again)
	return at
}

// calledOff is a visit that was booked earlier and cancelled.
func (b *builder) calledOff(c *coop.Change, h *home, v coop.Visit, until time.Time, by coop.Staff) {
	booked := until.AddDate(0, 0, -7)
	if booked.Before(h.Since) || len(b.World.Cancels) == 0 {
		return
	}
	v.ID, v.State, v.Result = coop.VisitID(b.id(h.rng, booked)), coop.VisitCancelled, coop.NoResult
	v.Reason = pick(h.rng, b.World.Cancels)
	v.Start, v.End = v.Start.AddDate(0, 0, -1), v.End.AddDate(0, 0, -1)
	b.log(c, h, booked, by, coop.ActVisitBooked, coop.OnVisit, string(v.ID), b.planOf(v))
	b.log(c, h, until.Add(-time.Hour), by, coop.ActVisitCancelled, coop.OnVisit, string(v.ID), map[string]any{
		"start": v.Start, "reason": v.Reason,
	})
	c.Visits = append(c.Visits, v)
	b.sum.Visits++
}

// failed closes a visit without a talk.
func (b *builder) failed(c *coop.Change, h *home, v coop.Visit) {
	at := v.Start.Add(15 * time.Minute)
	c.Outcomes = append(c.Outcomes, coop.Outcome{
		Visit: v.ID, Household: h.ID, Result: v.Result, Overall: -1, At: at, Officer: v.Officer,
	})
	b.log(c, h, at, h.officer, coop.ActVisitClosed, coop.OnVisit, string(v.ID), b.endOf(v))
}

// talk is a conversation led by the script that fits; an interrupted one stops half way, with its reason
// where somebody gave one.
func (b *builder) talk(c *coop.Change, h *home, kind coop.TalkKind, by coop.Staff, began time.Time, visit coop.VisitID, interrupted bool, pause coop.PauseReason) (coop.Talk, bool) {
	s, ok := b.script(kind, h.Product, began)
	if !ok {
		return coop.Talk{}, false
	}
	t := coop.Talk{
		ID: coop.TalkID(b.id(h.rng, began)), Household: h.ID, Visit: visit, Kind: kind,
		Script: s.Stored.ID, Version: s.Stored.Version, Officer: by.ID, State: coop.TalkOpen, Began: began, Touched: began,
	}
	b.log(c, h, began, by, coop.ActTalkBegun, coop.OnTalk, string(t.ID), map[string]any{
		"kind": t.Kind, "script": t.Script, "version": t.Version, "visit": t.Visit,
	})
	steps := s.Steps(h.Household, h.said)
	var told []coop.TopicID
	if interrupted {
		steps = steps[:max(1, len(steps)/2)]
	}
	for _, step := range steps {
		kept, said := b.say(h, step)
		if !said {
			continue
		}
		if kept.State == coop.StepSeen {
			told = append(told, step.Topic)
		}
		t.Steps = append(t.Steps, kept)
		t.Current = step.ID
		t.Touched = t.Touched.Add(time.Duration(kept.Seconds) * time.Second)
		c.Steps = append(c.Steps, coop.StepKept{Talk: t.ID, TalkStep: kept})
		b.log(c, h, t.Touched, by, coop.ActTalkStep, coop.OnTalk, string(t.ID), kept)
	}
	if !interrupted {
		t.State, t.Ended = coop.TalkClosed, t.Touched
		h.said = append(h.said, told...)
	}
	if pause != "" {
		t.Pause = pause
		b.log(c, h, t.Touched, by, coop.ActTalkPaused, coop.OnTalk, string(t.ID), map[string]any{"reason": pause})
	}
	c.Talks = append(c.Talks, t)
	b.sum.Talks++
	return t, true
}

// script finds what is said in a talk that began then with somebody who has this product.
func (b *builder) script(kind coop.TalkKind, p coop.Product, began time.Time) (Script, bool) {
	for _, s := range b.Scripts {
		if s.Kind == kind && (len(s.Products) == 0 || slices.Contains(s.Products, p)) {
			if s.Earlier != nil && began.Before(b.morning(b.Today.AddMonths(-b.Months/2))) {
				return *s.Earlier, true
			}
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
		kept.Answers[q] = b.answer(h, s.Questions[q])
	}
	if s.Asked > 0 && chance(h.aside, 14) {
		kept.Asked = []int{min(h.aside.IntN(s.Asked), h.aside.IntN(s.Asked))} // the first ones are asked more often
	}
	kept.Seconds = int(s.Minutes * (40 + float64(h.rng.IntN(35))))
	return kept, true
}

// answer is one of a question's choices; the first ones are given more often.
func (b *builder) answer(h *home, choices []coop.ChoiceID) coop.ChoiceID {
	weights := []int{55, 27, 12, 6}
	return choices[weighted(h.rng, weights[:min(len(choices), len(weights))]...)]
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
