package talk

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// add takes a motive into the outcome, and proposes what to promise for it.
func (e *ending) add(code coop.MotiveCode, s *Screen) {
	if slices.ContainsFunc(e.Outcome.Concerns, func(c coop.Concern) bool { return c.Motive == code }) {
		return
	}
	c := coop.Concern{Motive: code, Gravity: coop.Minor, Standing: coop.Founded}
	if code == "QUI-FAI" || code == "CHG-REG" {
		c.Standing = coop.ToExplain
	}
	e.Outcome.Concerns = append(e.Outcome.Concerns, c)
	e.promise(code, s)
}

// promise proposes a follow-up for a motive: its usual service, words and delay.
func (e *ending) promise(code coop.MotiveCode, s *Screen) {
	if slices.ContainsFunc(e.Promises, func(f *coop.FollowUp) bool { return f.Motive == code }) {
		return
	}
	f := &coop.FollowUp{Motive: code, Service: coop.ServiceUnassigned, Due: workingDay(s.p.Today.Add(usualDays))}
	if m, ok := coop.FindMotive(code); ok {
		f.Service, f.Due = m.Service, workingDay(s.p.Today.Add(m.Days))
		f.What = s.p.Words.T(i18n.PromiseKey(code))
	}
	e.Promises = append(e.Promises, f)
}

const usualDays = 15

// workingDay is the day itself, or the Monday after a weekend.
func workingDay(d coop.Day) coop.Day {
	switch d.Weekday() {
	case time.Saturday:
		return d.Add(2)
	case time.Sunday:
		return d.Add(1)
	default:
		return d
	}
}

// remove takes a motive back, with what was proposed for it.
func (e *ending) remove(code coop.MotiveCode) {
	e.Outcome.Concerns = slices.DeleteFunc(e.Outcome.Concerns, func(c coop.Concern) bool { return c.Motive == code })
	e.unpromise(code)
}

func (e *ending) unpromise(code coop.MotiveCode) {
	e.Promises = slices.DeleteFunc(e.Promises, func(f *coop.FollowUp) bool { return f.Motive == code })
}

// motives offers the closed list in its groups, and weighs those that were told.
func (r *review) motives() fyne.CanvasObject {
	w := r.screen.p.Words
	card := kit.Column(kit.Header(w.T("talk.review.motives"), nil), kit.Quiet(w.T("talk.review.motives.hint")))
	for _, group := range coop.MotiveGroups() {
		var options []kit.Option[coop.MotiveCode]
		for _, m := range coop.Motives(r.screen.p.Household.Product) {
			if m.Group == group {
				options = append(options, kit.Option[coop.MotiveCode]{Value: m.Code, Words: w.T(i18n.MotiveKey(m.Code)), Tone: kit.Attention})
			}
		}
		if len(options) == 0 {
			continue
		}
		chips := kit.NewChoices(options, r.onMotive)
		chips.Set(r.told()...)
		card.Add(kit.Lines(kit.Caption(w.T(i18n.MotiveGroupKey(group))).Strong(), chips.Object()))
	}
	r.concerns = kit.Column()
	card.Add(r.concerns)
	r.tellConcerns()
	return kit.Card(card)
}

func (r *review) told() []coop.MotiveCode {
	var codes []coop.MotiveCode
	for _, c := range r.ending.Outcome.Concerns {
		codes = append(codes, c.Motive)
	}
	return codes
}

func (r *review) onMotive(code coop.MotiveCode, on bool) {
	if on {
		r.ending.add(code, r.screen)
	} else {
		r.ending.remove(code)
	}
	r.tellConcerns()
	r.tellPromises()
	r.changed()
}

// tellConcerns asks how heavy each motive is, and what the coop owes it.
func (r *review) tellConcerns() {
	r.concerns.Objects = nil
	for i := range r.ending.Outcome.Concerns {
		r.concerns.Objects = append(r.concerns.Objects, r.concern(&r.ending.Outcome.Concerns[i]))
	}
	r.concerns.Refresh()
	r.refresh()
}

func (r *review) concern(c *coop.Concern) fyne.CanvasObject {
	w, code := r.screen.p.Words, c.Motive
	var gravities []kit.Option[coop.Gravity]
	for _, g := range coop.Gravities() {
		gravities = append(gravities, kit.Option[coop.Gravity]{Value: g, Words: w.T(i18n.GravityKey(g)), Tone: gravityTone(g)})
	}
	var standings []kit.Option[coop.Standing]
	for _, v := range coop.Standings() {
		standings = append(standings, kit.Option[coop.Standing]{Value: v, Words: w.T(i18n.StandingKey(v))})
	}
	gravity := kit.NewChoice(gravities, func(g coop.Gravity) { r.change(code, func(c *coop.Concern) { c.Gravity = g }) })
	gravity.Set(c.Gravity)
	standing := kit.NewChoice(standings, func(v coop.Standing) { r.stand(code, v) })
	standing.Set(c.Standing)
	return kit.Tinted(kit.Attention,
		kit.Body(w.T(i18n.MotiveKey(code))).Strong(),
		kit.Columns(400, gravity.Object(), standing.Object()))
}

func gravityTone(g coop.Gravity) kit.Tone {
	if g == coop.Urgent {
		return kit.Late
	}
	return kit.Attention
}

func (r *review) change(code coop.MotiveCode, f func(*coop.Concern)) {
	for i := range r.ending.Outcome.Concerns {
		if r.ending.Outcome.Concerns[i].Motive == code {
			f(&r.ending.Outcome.Concerns[i])
		}
	}
	r.changed()
}

// stand keeps what the coop owes a motive; what is out of its scope is promised to nobody.
func (r *review) stand(code coop.MotiveCode, v coop.Standing) {
	r.change(code, func(c *coop.Concern) { c.Standing = v })
	if v == coop.OutOfScope {
		r.ending.unpromise(code)
	} else {
		r.ending.promise(code, r.screen)
	}
	r.tellPromises()
}

// refresh lays the page out again after a part grew or shrank.
func (r *review) refresh() {
	if r.scroll != nil {
		r.scroll.Refresh()
	}
}
