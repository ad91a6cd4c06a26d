package batch

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// second is how a batch asks for the household's own language on the back.
const second = "own"

// form are the choices: what the paper itself needs first, then for whom.
func (h *whom) form() []fyne.CanvasObject {
	parts := h.needs()
	parts = append(parts, h.only()...)
	return append(parts, h.residences(), h.products(), h.years(), h.entries(), h.visited(), h.shares(), h.how())
}

// needs is what the paper itself needs: its event, its last day to answer.
func (h *whom) needs() []fyne.CanvasObject {
	s := h.screen
	w := s.p.Words
	switch {
	case s.asked.Kind.Event() != "" && len(s.events) > 0:
		var options []kit.Option[coop.EventID]
		for _, e := range s.events {
			options = append(options, kit.Option[coop.EventID]{Value: e.ID, Words: w.T("batch.event", i18n.Args{"Title": e.Title, "Day": w.DayLong(e.Day)})})
		}
		event := kit.NewSelect(w.T("batch.ask.event"), options, func(id coop.EventID) { s.asked.Event = id; h.look() })
		event.Set(s.asked.Event)
		return []fyne.CanvasObject{event.Object()}
	case s.asked.Kind.Asks():
		day := kit.NewDayField(w, w.T("batch.ask.reply"), s.p.Desk.Today(), func(d coop.Day) { s.asked.ReplyBy = d; h.look() })
		day.Set(s.asked.ReplyBy)
		return []fyne.CanvasObject{day}
	}
	return nil
}

// only narrows to those that the search shows, or that a batch was for.
func (h *whom) only() []fyne.CanvasObject {
	s := h.screen
	ids, word := s.p.Only, "batch.ask.only.search"
	if len(s.asked.Households) > 0 {
		ids, word = s.asked.Households, "batch.ask.only.batch"
	}
	if len(ids) == 0 {
		return nil
	}
	chip := kit.NewChip(s.p.Words.N(word, len(ids)), len(s.asked.Households) > 0, func(on bool) {
		s.asked.Households = nil
		if on {
			s.asked.Households = ids
		}
		h.look()
	})
	return []fyne.CanvasObject{kit.Flow(chip)}
}

// residences are added one by one from the list; a press on one takes it out again.
func (h *whom) residences() fyne.CanvasObject {
	s := h.screen
	w := s.p.Words
	chosen := kit.Flow()
	var fill func()
	change := func(ids []coop.ResidenceID) { s.asked.Residences = ids; fill(); h.look() }
	add := kit.NewSelect("", nil, func(id coop.ResidenceID) { change(append(slices.Clone(s.asked.Residences), id)) })
	fill = func() {
		var options []kit.Option[coop.ResidenceID]
		chosen.RemoveAll()
		for _, r := range s.homes {
			if slices.Contains(s.asked.Residences, r.ID) {
				chosen.Add(kit.NewChip(r.Name, true, func(bool) {
					change(slices.DeleteFunc(slices.Clone(s.asked.Residences), func(id coop.ResidenceID) bool { return id == r.ID }))
				}))
				continue
			}
			options = append(options, kit.Option[coop.ResidenceID]{Value: r.ID, Words: w.T("people.filter.residence", i18n.Args{"Residence": r.Name, "Town": r.Town})})
		}
		chosen.Hidden = len(s.asked.Residences) == 0
		word := "batch.ask.residence.all"
		if !chosen.Hidden {
			word = "batch.ask.residence.more"
		}
		add.WithPlaceholder(w.T(word)).SetOptions(options)
		chosen.Refresh()
		s.page.Refresh()
	}
	fill()
	return field(w.T("batch.ask.residence"), add.Object(), chosen)
}

// many is a choice of several values, none for all.
func many[T comparable](h *whom, all []T, words func(T) string, asked *[]T) fyne.CanvasObject {
	var options []kit.Option[T]
	for _, v := range all {
		options = append(options, kit.Option[T]{Value: v, Words: words(v)})
	}
	var choices *kit.Choices[T]
	choices = kit.NewChoices(options, func(T, bool) { *asked = choices.Values(); h.look() })
	choices.Set(*asked...)
	return choices.Object()
}

func (h *whom) products() fyne.CanvasObject {
	w := h.screen.p.Words
	return field(w.T("batch.ask.product"), many(h, coop.Products(), func(p coop.Product) string { return w.T(i18n.ProductKey(p)) }, &h.screen.asked.Products))
}

func (h *whom) shares() fyne.CanvasObject {
	w := h.screen.p.Words
	return field(w.T("batch.ask.share"), many(h, coop.ShareStates(), func(v coop.ShareState) string { return w.T(i18n.ShareStateKey(v)) }, &h.screen.asked.Shares))
}

func (h *whom) years() fyne.CanvasObject {
	s := h.screen
	w := s.p.Words
	options := []kit.Option[int]{{Words: w.T("batch.ask.years.any")}}
	for _, n := range []int{1, 5, 10, 20, 30} {
		options = append(options, kit.Option[int]{Value: n, Words: w.N("batch.ask.years.n", n)})
	}
	years := kit.NewChoice(options, func(n int) { s.asked.Years = n; h.look() })
	years.Set(s.asked.Years)
	return field(w.T("batch.ask.years"), years.Object())
}

func (h *whom) entries() fyne.CanvasObject {
	s := h.screen
	w := s.p.Words
	from := kit.NewDayField(w, w.T("batch.ask.from"), s.p.Desk.Today(), func(d coop.Day) { s.asked.EnteredFrom = d; h.look() })
	to := kit.NewDayField(w, w.T("batch.ask.to"), s.p.Desk.Today(), func(d coop.Day) { s.asked.EnteredTo = d; h.look() })
	from.Set(s.asked.EnteredFrom)
	to.Set(s.asked.EnteredTo)
	return kit.Columns(170, from, to)
}

func (h *whom) visited() fyne.CanvasObject {
	s := h.screen
	w := s.p.Words
	var options []kit.Option[coop.Visited]
	for _, v := range []coop.Visited{coop.VisitedAny, coop.VisitedMet, coop.VisitedPlanned, coop.VisitedNot} {
		options = append(options, kit.Option[coop.Visited]{Value: v, Words: w.T(i18n.VisitedKey(v))})
	}
	visited := kit.NewChoice(options, func(v coop.Visited) { s.asked.Visited = v; h.look() })
	visited.Set(s.asked.Visited)
	return field(w.T("batch.ask.visited"), visited.Object())
}

// how says whether those who had the same get it again, and what stands on the back.
func (h *whom) how() fyne.CanvasObject {
	s := h.screen
	w := s.p.Words
	flow := kit.Flow()
	if s.asked.Kind != coop.AddressLabels {
		flow.Add(kit.NewChip(w.T("batch.ask.again"), s.asked.Again, func(on bool) { s.asked.Again = on; h.look() }))
	}
	if s.asked.Kind.Letter() || s.asked.Kind == coop.Questionnaire {
		word := "batch.ask.second"
		if s.asked.Kind == coop.Questionnaire { // one page, in one language
			word = "batch.ask.own"
		}
		flow.Add(kit.NewChip(w.T(word), s.asked.Second == second, func(on bool) {
			s.asked.Second = ""
			if on {
				s.asked.Second = second
			}
		}))
	}
	return flow
}
