package person

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// bandDays is how long after the window the line is still worth showing.
const bandDays = 180

// band is the card with the window of the visit, nil when there is none to show any more.
func (s *Screen) band() fyne.CanvasObject {
	h, window, today := s.file.Household, s.file.Window, s.p.Desk.Today()
	if h.Entry == "" || window.To.Add(bandDays) < today {
		return nil
	}
	w := s.p.Words
	line := &windowLine{entry: h.Entry, window: window, today: today}
	line.below = []mark{
		{h.Entry, s.t("person.band.entry", i18n.Args{"Day": w.DayShort(h.Entry)}), look.Quiet},
		{window.From, s.t("person.band.from", i18n.Args{"N": window.From.DaysSince(h.Entry), "Day": w.DayShort(window.From)}), look.Quiet},
		{window.To, s.t("person.band.to", i18n.Args{"N": window.To.DaysSince(h.Entry), "Day": w.DayShort(window.To)}), look.Quiet},
	}
	line.above = []mark{{today, s.t("person.band.today"), look.Accent}}
	for _, v := range s.file.Visits {
		day := w.DayOf(v.Start)
		if v.State == coop.VisitCancelled || v.Kind == coop.DeskVisit || day < h.Entry {
			continue
		}
		tint := look.Accent
		if v.State == coop.VisitHeld {
			tint = look.Done
			if !v.Result.Closes() {
				tint = look.Attention
			}
		}
		line.visits = append(line.visits, mark{day, w.DayShort(day), tint})
	}
	line.end = max(window.To, min(today, window.To.Add(bandDays)))
	for _, v := range line.visits {
		line.end = max(line.end, min(v.day, window.To.Add(bandDays)))
	}
	line.end = line.end.Add((line.end.DaysSince(h.Entry) + 19) / 20)
	line.ExtendBaseWidget(line)
	return kit.TitledCard(s.t("person.band.title"), nil, line)
}

// mark is a day on the line, with its words and its colour.
type mark struct {
	day  coop.Day
	text string
	tint fyne.ThemeColorName
}

// windowLine draws the line from the entry, with the window as a band on it.
type windowLine struct {
	widget.BaseWidget
	entry, end, today coop.Day
	window            coop.Window
	below, above      []mark
	visits            []mark
}

// CreateRenderer implements fyne.Widget.
func (b *windowLine) CreateRenderer() fyne.WidgetRenderer {
	r := &bandRenderer{band: b}
	r.line, r.span = &canvas.Rectangle{CornerRadius: 2}, &canvas.Rectangle{CornerRadius: 8}
	r.now = &canvas.Rectangle{CornerRadius: 1}
	for range b.visits {
		r.dots = append(r.dots, &canvas.Circle{})
	}
	for range len(b.below) + len(b.above) + len(b.visits) {
		r.texts = append(r.texts, &canvas.Text{})
	}
	r.Refresh()
	return r
}

type bandRenderer struct {
	band            *windowLine
	line, span, now *canvas.Rectangle
	dots            []*canvas.Circle
	texts           []*canvas.Text
}

func (r *bandRenderer) Destroy() {}

func (r *bandRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.line, r.span, r.now}
	for _, d := range r.dots {
		all = append(all, d)
	}
	for _, t := range r.texts {
		all = append(all, t)
	}
	return all
}

func (r *bandRenderer) MinSize() fyne.Size {
	return fyne.NewSize(280, 2*look.Size(look.SizeCaption)*1.5+2*look.Gap+16)
}

// x is where a day lies on a line of some width.
func (r *bandRenderer) x(day coop.Day, width float32) float32 {
	b := r.band
	share := float32(day.DaysSince(b.entry)) / float32(max(b.end.DaysSince(b.entry), 1))
	return min(max(share, 0), 1) * width
}

func (r *bandRenderer) Layout(size fyne.Size) {
	b, row := r.band, look.Size(look.SizeCaption)*1.5
	middle := row + look.Gap + 8
	r.line.Move(fyne.NewPos(0, middle-2))
	r.line.Resize(fyne.NewSize(size.Width, 4))
	from, to := r.x(b.window.From, size.Width), r.x(b.window.To, size.Width)
	r.span.Move(fyne.NewPos(from, middle-8))
	r.span.Resize(fyne.NewSize(to-from, 16))
	r.now.Move(fyne.NewPos(r.x(b.today, size.Width)-1, row+2))
	r.now.Resize(fyne.NewSize(2, 2*look.Gap+12))
	r.now.Hidden = b.today < b.entry || b.today > b.end
	for i, v := range b.visits {
		r.dots[i].Move(fyne.NewPos(r.x(v.day, size.Width)-7, middle-7))
		r.dots[i].Resize(fyne.NewSquareSize(14))
	}
	texts := r.texts
	r.write(texts[:len(b.below)], b.below, size.Width, middle+8+look.Tight)
	r.write(texts[len(b.below):], append(append([]mark(nil), b.visits...), b.above...), size.Width, 0)
}

// write puts the words of marks on one line, and leaves out what would stand on other words.
func (r *bandRenderer) write(texts []*canvas.Text, marks []mark, width, y float32) {
	type span struct{ from, to float32 }
	var taken []span
	for i, m := range marks {
		t := texts[i]
		least := t.MinSize()
		x := min(max(r.x(m.day, width)-least.Width/2, 0), max(width-least.Width, 0))
		t.Hidden = m.day < r.band.entry || m.day > r.band.end
		for _, s := range taken {
			t.Hidden = t.Hidden || (x < s.to+look.Snug && s.from < x+least.Width+look.Snug)
		}
		if !t.Hidden {
			taken = append(taken, span{x, x + least.Width})
		}
		t.Move(fyne.NewPos(x, y))
		t.Resize(least)
	}
}

func (r *bandRenderer) Refresh() {
	b := r.band
	r.line.FillColor, r.span.FillColor, r.now.FillColor = look.Color(look.Line), look.Color(look.AccentSoft), look.Color(look.Ink)
	r.span.StrokeColor, r.span.StrokeWidth = look.Color(look.Accent), 1
	marks := append(append(append([]mark(nil), b.below...), b.visits...), b.above...)
	for i, m := range marks {
		r.texts[i].Text, r.texts[i].TextSize = m.text, look.Size(look.SizeCaption)
		r.texts[i].Color = tint(m.tint)
	}
	for i, v := range b.visits {
		r.dots[i].FillColor = tint(v.tint)
		r.dots[i].StrokeColor, r.dots[i].StrokeWidth = look.Color(look.Card), 2
	}
	r.Layout(b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func tint(name fyne.ThemeColorName) color.Color { return look.Color(name) }
