package month

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	figures "bienvenue/app/month"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// barLine is a label, a bar and its value, which open their cases.
func (s *Screen) barLine(label, value string, share float64, tone kit.Tone, q coop.CaseQuery) fyne.CanvasObject {
	meter := kit.NewMeter()
	meter.Set(float32(share), tone)
	line := kit.NewLinkRow("", label, "", func() { s.open(label, q) })
	return kit.Lines(line.WithTrailing(kit.Quiet(value).Whole()), kit.PaddedXY(look.Snug, 0, meter))
}

// motivesCard is what people were not content with, the most told first.
func (s *Screen) motivesCard() fyne.CanvasObject {
	w := s.p.Words
	if len(s.report.Motives) == 0 {
		return kit.TitledCard(w.T("month.motives"), nil, kit.Quiet(w.T("month.motives.none")))
	}
	most := s.report.Motives[0].N
	var lines []fyne.CanvasObject
	for _, m := range s.report.Motives {
		value := w.T("month.motives.value", i18n.Args{"N": w.Number(m.N), "Explain": w.Number(m.ToExplain)})
		if m.ToExplain == 0 {
			value = w.Number(m.N)
		}
		lines = append(lines, s.barLine(w.T(i18n.MotiveKey(m.Motive)), value, float64(m.N)/float64(most), kit.Accented,
			coop.CaseQuery{Indicator: coop.IndicatorMotive, Motive: m.Motive}))
	}
	return kit.TitledCard(w.T("month.motives"), nil, kit.Stack(0, lines...))
}

// weeksCard is the visits of each week beside the pace that the target asks for.
func (s *Screen) weeksCard() fyne.CanvasObject {
	w := s.p.Words
	days := s.month.Last().DaysSince(s.month.First()) + 1
	most, pace := 1, float32(s.report.Visits.Of)*daysOfWeek/float32(days)
	for _, week := range s.report.Weeks {
		most = max(most, week.Done+week.Failed+week.Planned)
	}
	scale := fyne.Max(float32(most), pace)
	columns := make([]fyne.CanvasObject, 0, len(s.report.Weeks))
	for _, week := range s.report.Weeks {
		columns = append(columns, s.weekColumn(week, scale, pace))
	}
	legend := kit.Flow(
		kit.Badge(look.IconCircleCheck, w.T("month.weeks.done"), kit.Done),
		kit.Badge(look.IconCircleX, w.T("month.weeks.failed"), kit.Attention),
		kit.Badge(look.IconClock, w.T("month.weeks.planned"), kit.Plain))
	body := []fyne.CanvasObject{kit.Columns(weekWidth, columns...), legend}
	if s.report.Visits.Of > 0 {
		body = append(body, kit.Caption(w.T("month.weeks.pace", i18n.Args{"N": w.Decimal(float64(pace))})))
	}
	return kit.TitledCard(w.T("month.weeks"), nil, body...)
}

// daysOfWeek turns a month's target into a week's pace.
const daysOfWeek = 7

// weekWidth is the least width of a week's bar.
const weekWidth float32 = 44

func (s *Screen) weekColumn(week figures.Week, scale, pace float32) fyne.CanvasObject {
	w := s.p.Words
	_, month, day := week.Monday.Date()
	label := w.T("month.weeks.monday", i18n.Args{"D": day, "M": int(month)})
	bar := newBar(scale, pace, part{float32(week.Done), look.Done}, part{float32(week.Failed), look.Attention}, part{float32(week.Planned), look.Edge})
	number := kit.Body(w.Number(week.Done)).Strong()
	if week.Done+week.Failed == 0 && week.Planned > 0 {
		number = kit.Body(w.Number(week.Planned)).Toned(kit.Calm) // a week that is still to come
	}
	return kit.Lines(bar, number.Centered().OneLine(), kit.Caption(label).Centered().OneLine())
}

// part is a stretch of a bar.
type part struct {
	value float32
	role  fyne.ThemeColorName
}

// bar is a standing bar made of parts, with a line across at the pace that is asked for.
type bar struct {
	widget.BaseWidget
	scale, pace float32
	parts       []part
}

func newBar(scale, pace float32, parts ...part) *bar {
	b := &bar{scale: scale, pace: pace, parts: parts}
	b.ExtendBaseWidget(b)
	return b
}

// barHeight is the height of the tallest bar.
const barHeight float32 = 240

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, line: canvas.NewRectangle(look.Color(look.Ink))}
	for range b.parts {
		r.rects = append(r.rects, canvas.NewRectangle(look.Color(look.Edge)))
	}
	r.Refresh()
	return r
}

type barRenderer struct {
	bar   *bar
	rects []*canvas.Rectangle
	line  *canvas.Rectangle
}

// MinSize implements fyne.WidgetRenderer.
func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(weekWidth/2, barHeight) }

// Layout implements fyne.WidgetRenderer: the parts stand on each other from the ground up.
func (r *barRenderer) Layout(size fyne.Size) {
	width := fyne.Min(size.Width, weekWidth)
	left, top := (size.Width-width)/2, size.Height
	for i, p := range r.bar.parts {
		height := size.Height * p.value / r.bar.scale
		top -= height
		r.rects[i].Move(fyne.NewPos(left, top))
		r.rects[i].Resize(fyne.NewSize(width, height))
	}
	// The line goes on through the gaps between the bars.
	r.line.Move(fyne.NewPos(-look.Gap/2, size.Height-size.Height*r.bar.pace/r.bar.scale))
	r.line.Resize(fyne.NewSize(size.Width+look.Gap, look.Hair))
}

// Objects implements fyne.WidgetRenderer.
func (r *barRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, len(r.rects)+1)
	for _, rect := range r.rects {
		all = append(all, rect)
	}
	return append(all, r.line)
}

// Refresh implements fyne.WidgetRenderer.
func (r *barRenderer) Refresh() {
	for i, p := range r.bar.parts {
		r.rects[i].FillColor = look.Color(p.role)
		r.rects[i].Refresh()
	}
	r.line.FillColor = look.Color(look.Ink)
	r.line.Hidden = r.bar.pace == 0
	r.line.Refresh()
}

// Destroy implements fyne.WidgetRenderer.
func (r *barRenderer) Destroy() {}
