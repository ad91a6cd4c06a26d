package month

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	figures "bienvenue/app/month"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// cardWidth is the least width of a figure's card.
const cardWidth float32 = 230

// cards are the four figures that a manager looks at first.
func (s *Screen) cards() fyne.CanvasObject {
	return kit.Columns(cardWidth, s.visitsCard(), s.windowCard(), s.absencesCard(), s.satisfactionCard())
}

// figure is a card with one figure, which opens its cases.
func (s *Screen) figure(title, value, note string, tone kit.Tone, q coop.CaseQuery) fyne.CanvasObject {
	return kit.NewPressCard(title, func() { s.open(title, q) },
		kit.Quiet(title), kit.Title(value).Toned(tone).Whole(), kit.Caption(note))
}

func (s *Screen) visitsCard() fyne.CanvasObject {
	w, r := s.p.Words, s.report
	args := i18n.Args{"Done": w.Number(r.Visits.N), "Target": w.Number(r.Visits.Of)}
	title, value := w.T("month.visits"), w.T("month.visits.figure", args)
	if r.Visits.Of == 0 {
		value = w.Number(r.Visits.N)
	}
	note := w.N("month.visits.planned", r.Planned)
	if share, ok := r.Visits.Value(); ok {
		note = w.T("month.visits.note", i18n.Args{"Share": w.Percent(share), "Planned": note})
	}
	ring := kit.NewRing(r.Visits.N, r.Visits.Of, "")
	return kit.NewPressCard(title, func() { s.open(title, coop.CaseQuery{Indicator: coop.IndicatorVisits}) },
		kit.Quiet(title),
		kit.Row(kit.Grow(kit.Lines(kit.Title(value).Whole(), kit.Caption(note))), ring))
}

func (s *Screen) windowCard() fyne.CanvasObject {
	w, r := s.p.Words, s.report
	title := w.T("month.window")
	share, ok := r.InWindow.Value()
	if !ok {
		return s.figure(title, w.T("month.none"), w.T("month.window.none"), kit.Calm, coop.CaseQuery{Indicator: coop.IndicatorInWindow})
	}
	note := w.N("month.window.delay", r.Delay.Days, i18n.Args{"N": w.Number(r.Delay.N)})
	if before, ok := s.before.InWindow.Value(); ok {
		points := int((share-before)*100 + 0.5*sign(share-before))
		note += "\n" + s.change(points)
	}
	return s.figure(title, w.Percent(share), note, kit.Plain, coop.CaseQuery{Indicator: coop.IndicatorInWindow})
}

// waveLine says how many visits of a wave are left out of the delay.
func (s *Screen) waveLine() fyne.CanvasObject {
	w := s.p.Words
	title := w.N("month.wave", s.report.WaveLate)
	return kit.NewLinkRow(look.IconInfo, title, w.T("month.wave.why"), func() {
		s.open(title, coop.CaseQuery{Indicator: coop.IndicatorWave})
	}).WithTone(kit.Calm)
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// change says how many points a share moved since the month before.
func (s *Screen) change(points int) string {
	w := s.p.Words
	switch {
	case points > 0:
		return w.N("month.change.up", points)
	case points < 0:
		return w.N("month.change.down", -points)
	}
	return w.T("month.change.none")
}

func (s *Screen) absencesCard() fyne.CanvasObject {
	w, r := s.p.Words, s.report
	value := w.Number(r.Absences.N)
	if share, ok := r.Absences.Value(); ok && r.Absences.N > 0 {
		value = w.T("month.absences.figure", i18n.Args{"N": value, "Share": w.Percent(share)})
	}
	note := w.N("month.absences.note", r.Absences.Of)
	if r.Others > 0 {
		note += "\n" + w.N("month.others", r.Others)
	}
	return s.figure(w.T("month.absences"), value, note, kit.Plain, coop.CaseQuery{Indicator: coop.IndicatorAbsences})
}

func (s *Screen) satisfactionCard() fyne.CanvasObject {
	w, r := s.p.Words, s.report
	title, query := w.T("month.satisfaction"), coop.CaseQuery{Indicator: coop.IndicatorSatisfaction}
	mean, ok := r.Overall.Value()
	switch {
	case !ok:
		return s.figure(title, w.T("month.none"), w.T("month.satisfaction.none"), kit.Calm, query)
	case r.Overall.Hidden():
		return s.figure(title, w.T("month.none"), w.N("month.few", r.Overall.N), kit.Calm, query)
	}
	note := w.N("month.satisfaction.note", r.Overall.N)
	return s.figure(title, w.T("month.satisfaction.figure", i18n.Args{"Mean": w.Decimal(mean)}), note, kit.Plain, query)
}

// itemsCard is the satisfaction item by item; with too few answers an item is not shown.
func (s *Screen) itemsCard() fyne.CanvasObject {
	w := s.p.Words
	var lines []fyne.CanvasObject
	hidden := 0
	for _, i := range s.report.Items {
		if i.N == 0 {
			continue
		}
		if i.Hidden() {
			hidden++
			continue
		}
		lines = append(lines, s.itemLine(i))
	}
	if len(lines) == 0 {
		lines = append(lines, kit.Quiet(w.T("month.items.none")))
	}
	if hidden > 0 {
		lines = append(lines, kit.Caption(w.N("month.items.hidden", hidden)))
	}
	return kit.TitledCard(w.T("month.items"), nil, kit.Stack(0, lines...))
}

func (s *Screen) itemLine(i figures.Item) fyne.CanvasObject {
	w := s.p.Words
	share := float64(i.Satisfied) / float64(i.N)
	tone := kit.Done
	if share < goodShare {
		tone = kit.Attention
	}
	label := w.T(i18n.SatisfactionItemKey(i.Item))
	return s.barLine(label, w.T("month.items.value", i18n.Args{"Share": w.Percent(share), "N": w.Number(i.N)}), share, tone,
		coop.CaseQuery{Indicator: coop.IndicatorItem, Item: i.Item})
}

// goodShare is the share of satisfied answers under which an item asks for attention.
const goodShare = 0.75

// coopCard is what concerns the cooperative itself and the promises made.
func (s *Screen) coopCard() fyne.CanvasObject {
	w, r := s.p.Words, s.report
	var lines []fyne.CanvasObject
	add := func(key string, n int, of coop.Indicator) {
		title := w.T(key)
		line := kit.NewLinkRow("", title, "", func() { s.open(title, coop.CaseQuery{Indicator: of}) })
		lines = append(lines, line.WithTrailing(kit.Body(w.Number(n)).Strong().Whole()))
	}
	add("month.counter", r.CounterTalks, coop.IndicatorCounter)
	add("month.sheets", r.Sheets, coop.IndicatorSheets)
	add("month.subscribed", r.Subscribed, coop.IndicatorSubscribed)
	add("month.opened", r.Opened, coop.IndicatorOpened)
	add("month.closed", r.Closed, coop.IndicatorClosed)
	add("month.late", r.Late, coop.IndicatorLate)
	for _, k := range r.Knowledge {
		lines = append(lines, s.knowledge(k))
	}
	return kit.TitledCard(w.T("month.coop"), nil, kit.Stack(0, lines...))
}

var knowledgeKeys = map[coop.QuestionID]string{
	"knew-cooperator": "month.knowledge.knew",
	"knows-amount":    "month.knowledge.amount",
	"attended-agm":    "month.knowledge.agm",
}

func (s *Screen) knowledge(k figures.Knowledge) fyne.CanvasObject {
	w := s.p.Words
	value := w.T("month.none")
	if share, ok := k.Yes.Value(); ok && k.Yes.Of >= figures.FewAnswers {
		value = w.T("month.items.value", i18n.Args{"Share": w.Percent(share), "N": w.Number(k.Yes.Of)})
	}
	return kit.PaddedXY(look.Snug, look.Snug, kit.Row(kit.Grow(kit.Body(w.T(knowledgeKeys[k.Question]))), kit.Quiet(value).Whole()))
}

// definitions say how each figure is counted, so that nobody has to guess.
func (s *Screen) definitions() fyne.CanvasObject {
	w := s.p.Words
	return kit.TitledCard(w.T("month.how"), nil,
		kit.Caption(w.T("month.how.visits")), kit.Caption(w.T("month.how.window")), kit.Caption(w.T("month.how.absences")),
		kit.Caption(w.T("month.how.satisfaction")), kit.Caption(w.T("month.how.cohort")), kit.Caption(w.T("month.how.late")))
}
