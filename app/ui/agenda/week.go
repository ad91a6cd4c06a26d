package agenda

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/look"
)

// week draws seven days as columns with the hours as lines: visits as blocks, the travel around
// them lighter, closed days shaded.
type week struct {
	widget.BaseWidget
	screen   *Screen
	schedule coop.Schedule
	from, to int // hours
	blocks   []*block
}

func newWeek(s *Screen) *week {
	w := &week{screen: s, from: 8, to: 19}
	w.ExtendBaseWidget(w)
	return w
}

// show takes another schedule.
func (w *week) show(schedule coop.Schedule) {
	w.schedule, w.blocks = schedule, nil
	w.from, w.to = schedule.Opens/60, (schedule.Closes+59)/60
	zone := w.screen.p.Desk.Zone()
	for column, day := range schedule.Days {
		for i, lane := range lanes(day.Visits) {
			v := day.Visits[i]
			from, to := clockOf(v.Start, zone), clockOf(v.End, zone)
			w.from, w.to = min(w.from, from/60), max(w.to, (to+59)/60)
			w.blocks = append(w.blocks, newBlock(w.screen, v, column, lane, from, to))
		}
	}
	w.Refresh()
}

// lane is a visit's place beside others of the same time.
type lane struct{ at, of int }

// lanes puts visits that overlap, of several officers, beside each other; visits come by their start.
func lanes(visits []coop.VisitRow) []lane {
	all := make([]lane, len(visits))
	for first := 0; first < len(visits); {
		last, end := first, visits[first].End
		for last+1 < len(visits) && visits[last+1].Start.Before(end) {
			last++
			if visits[last].End.After(end) {
				end = visits[last].End
			}
		}
		var free []time.Time // when each lane of this bunch is free again
		for i := first; i <= last; i++ {
			at := 0
			for at < len(free) && free[at].After(visits[i].Start) {
				at++
			}
			if at == len(free) {
				free = append(free, time.Time{})
			}
			free[at], all[i].at = visits[i].End, at
		}
		for i := first; i <= last; i++ {
			all[i].of = len(free)
		}
		first = last + 1
	}
	return all
}

const (
	gutter    float32 = 50 // the hours' figures
	weekHead  float32 = 46 // the days' names
	leastHour float32 = 40
	slimShare float32 = 0.7 // width of a closed day without visits, beside an open one
)

// CreateRenderer implements fyne.Widget.
func (w *week) CreateRenderer() fyne.WidgetRenderer {
	r := &weekRenderer{week: w}
	r.Refresh()
	return r
}

type weekRenderer struct {
	week    *week
	shades  []*canvas.Rectangle // a closed day's ground, or nothing
	edges   []*canvas.Rectangle // between days
	lines   []*canvas.Rectangle // hours
	hours   []*canvas.Text
	names   []*canvas.Text
	closed  []*canvas.Text
	now     *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *weekRenderer) Destroy() {}

func (r *weekRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *weekRenderer) MinSize() fyne.Size {
	return fyne.NewSize(500, weekHead+leastHour*float32(r.week.to-r.week.from))
}

// columns are the left edges of the days and the right edge of the last.
func (r *weekRenderer) columns(width float32) []float32 {
	var sum float32
	shares := make([]float32, len(r.week.schedule.Days))
	for i, day := range r.week.schedule.Days {
		shares[i] = 1
		if day.Closed != coop.OpenDay && len(day.Visits) == 0 {
			shares[i] = slimShare
		}
		sum += shares[i]
	}
	edges := []float32{gutter}
	for _, share := range shares {
		edges = append(edges, edges[len(edges)-1]+(width-gutter)*share/sum)
	}
	return edges
}

func (r *weekRenderer) y(minute int, height float32) float32 {
	w := r.week
	return weekHead + (height-weekHead)*float32(minute-w.from*60)/float32((w.to-w.from)*60)
}

func (r *weekRenderer) Layout(size fyne.Size) {
	w, x := r.week, r.columns(size.Width)
	for i := range w.schedule.Days {
		width := x[i+1] - x[i]
		put(r.shades[i], x[i], weekHead, width, size.Height-weekHead)
		put(r.edges[i], x[i], weekHead-8, look.Hair, size.Height-weekHead+8)
		name, why := r.names[i].MinSize(), r.closed[i].MinSize()
		put(r.names[i], x[i]+look.Snug, 2, width-look.Snug, name.Height)
		put(r.closed[i], x[i]+look.Snug, 2+name.Height, width-look.Snug, why.Height)
	}
	for i, line := range r.lines {
		y := r.y((w.from+i)*60, size.Height)
		put(line, gutter-6, y, size.Width-gutter+6, look.Hair)
		least := r.hours[i].MinSize()
		put(r.hours[i], gutter-12-least.Width, y-least.Height/2, least.Width, least.Height)
	}
	for _, b := range w.blocks {
		width := (x[b.column+1] - x[b.column] - 6) / float32(b.lane.of)
		left, top := x[b.column]+3+width*float32(b.lane.at), r.y(b.from, size.Height)
		from, to := r.y(b.from-b.visit.Before, size.Height), r.y(b.to+b.visit.After, size.Height)
		put(b.travel, left, from, width-2, to-from)
		put(b, left, top, width-2, r.y(b.to, size.Height)-top-1)
	}
	r.placeNow(x, size)
}

func (r *weekRenderer) placeNow(x []float32, size fyne.Size) {
	s := r.week.screen
	r.now.Hide()
	if s.p.Now == nil {
		return
	}
	now := s.p.Now().In(s.p.Desk.Zone())
	minute := clockOf(now, s.p.Desk.Zone())
	for i, day := range r.week.schedule.Days {
		if day.Day == coop.DayOf(now) && minute >= r.week.from*60 && minute <= r.week.to*60 {
			put(r.now, gutter-6, r.y(minute, size.Height)-1, x[i+1]-gutter+6, 2)
			r.now.Show()
		}
	}
}

func (r *weekRenderer) Refresh() {
	w := r.week
	words := w.screen.p.Words
	r.shades, r.edges, r.lines, r.hours, r.names, r.closed = nil, nil, nil, nil, nil, nil
	r.objects = nil
	for _, day := range w.schedule.Days {
		shade := canvas.NewRectangle(look.Color(look.Card))
		if day.Closed != coop.OpenDay {
			shade.FillColor = look.Color(look.Sunken)
		}
		name := canvas.NewText(words.T("agenda.column", i18n.Args{"Weekday": brief(words.Weekday(day.Day.Weekday())), "Day": words.DayBrief(day.Day)}), look.Color(look.Ink))
		name.TextSize, name.TextStyle.Bold = look.Size(look.SizeBody), true
		why := canvas.NewText("", look.Color(look.Quiet))
		why.TextSize = look.Size(look.SizeCaption)
		switch {
		case day.Day == w.screen.p.Desk.Today():
			name.Color, why.Color, why.Text = look.Color(look.Accent), look.Color(look.Accent), words.T("agenda.column.today")
		case day.Closed == coop.ClosedHoliday:
			why.Text = words.T("agenda.column.holiday")
		case day.Closed != coop.OpenDay:
			why.Text = words.T("agenda.column.closed")
		case len(day.Visits) > 0:
			why.Text = words.N("agenda.column.visits", len(day.Visits))
		}
		r.shades, r.names, r.closed = append(r.shades, shade), append(r.names, name), append(r.closed, why)
		r.edges = append(r.edges, canvas.NewRectangle(look.Color(look.Line)))
		r.objects = append(r.objects, shade, name, why)
	}
	for hour := w.from; hour <= w.to; hour++ {
		text := canvas.NewText(words.T("agenda.hour", i18n.Args{"Hour": hour}), look.Color(look.Quiet))
		text.TextSize = look.Size(look.SizeCaption)
		line := canvas.NewRectangle(look.Color(look.Line))
		r.hours, r.lines = append(r.hours, text), append(r.lines, line)
		r.objects = append(r.objects, line, text)
	}
	r.finish()
}

// finish adds what stands above the lines.
func (r *weekRenderer) finish() {
	for _, edge := range r.edges {
		r.objects = append(r.objects, edge)
	}
	for _, b := range r.week.blocks {
		r.objects = append(r.objects, b.travel)
		b.dress()
	}
	r.now = canvas.NewRectangle(look.Color(look.Late))
	r.objects = append(r.objects, r.now)
	for _, b := range r.week.blocks {
		r.objects = append(r.objects, b)
	}
	r.Layout(r.week.Size())
	canvas.Refresh(r.week)
}

// brief is the first three letters of a weekday.
func brief(weekday string) string {
	const letters = 3
	runes := []rune(weekday)
	return string(runes[:min(letters, len(runes))])
}
