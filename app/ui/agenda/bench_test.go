package agenda_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/ui/agenda"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// busyYear is a desk with a year of visits in memory: what it costs to read them is the archive's.
type busyYear struct {
	agenda.Desk
	zone     *time.Location
	officers []coop.Staff
	days     map[coop.Day]coop.ScheduleDay
}

func (y *busyYear) Officers(context.Context) ([]coop.Staff, error) { return y.officers, nil }

func (y *busyYear) VisitRules(context.Context) (coop.VisitRules, error) {
	return coop.VisitRules{}, nil
}

func (y *busyYear) Owing(context.Context, coop.Actor, int, int) ([]coop.Owing, int, error) {
	return nil, 0, nil
}

func (y *busyYear) Unsettled(context.Context, coop.Actor, coop.Day, coop.Day, coop.StaffID) ([]coop.VisitRow, error) {
	return nil, nil
}

func (y *busyYear) Schedule(_ context.Context, _ coop.Actor, from, to coop.Day, _ coop.StaffID) (coop.Schedule, error) {
	s := coop.Schedule{Opens: 8 * 60, Closes: 18 * 60}
	for d := from; d <= to; d = d.Add(1) {
		day := y.days[d]
		day.Day = d
		s.Days = append(s.Days, day)
	}
	return s, nil
}

func (y *busyYear) Today() coop.Day { return trial.Today }

func (y *busyYear) Zone() *time.Location { return y.zone }

// The year: 52 weeks of 231 visits of four officers, twelve a day each, so close that every block has its words.
const (
	benchWeeks    = 52
	benchOfficers = 4
	benchWeek     = 231
)

func newBusyYear(zone *time.Location) *busyYear {
	y := &busyYear{zone: zone, days: map[coop.Day]coop.ScheduleDay{}}
	for i := range benchOfficers {
		y.officers = append(y.officers, coop.Staff{ID: coop.StaffID(fmt.Sprint("officer ", i)), Name: fmt.Sprintf("Agent%d Dubois", i), Role: coop.Officer, Active: true})
	}
	names := []string{"Lefèvre", "Benali", "de Oliveira Châtelain-Quéméneur", "Diallo", "Le Goff", "Nguyen", "Moreau"}
	monday := trial.Today.Monday()
	for w := range benchWeeks {
		for n := range benchWeek {
			day := monday.Add(w*7 + n%5)
			officer := y.officers[n/5%benchOfficers]
			start := day.At(8, 30, zone).Add(time.Duration(n/5/benchOfficers) * 40 * time.Minute)
			v := coop.VisitRow{OfficerName: officer.Name}
			v.ID, v.Household, v.Officer = coop.VisitID(fmt.Sprint(w, " ", n)), coop.HouseholdID(strconv.Itoa(n)), officer.ID
			v.Kind, v.Place, v.State, v.Before, v.After = coop.CourtesyVisit, coop.AtHome, coop.VisitPlanned, 10, 10
			v.Start, v.End = start, start.Add(30*time.Minute)
			v.Row.Residence = []string{"Champmilan", "Le Verger", "Les Terrasses du Cher"}[(w+n)%3]
			v.Row.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: names[(w*3+n)%len(names)]}}
			d := y.days[day]
			d.Visits = append(d.Visits, v)
			d.Work = map[coop.StaffID][]coop.Span{}
			for _, o := range y.officers {
				d.Work[o.ID] = []coop.Span{{From: 510, To: 750}, {From: 810, To: 1080}}
			}
			y.days[day] = d
		}
		for n := range 2 {
			y.days[monday.Add(w*7+5+n)] = coop.ScheduleDay{Closed: coop.ClosedSunday}
		}
	}
	return y
}

// drawn is a rectangle or a text as the diary draws it.
type drawn struct {
	at   fyne.Position
	size fyne.Size
	text *canvas.Text      // nil for a rectangle
	rect *canvas.Rectangle // nil for a picture
}

// bareWeek is a week as nothing but the rectangles and the texts that the diary drew for it.
func bareWeek(objects []fyne.CanvasObject, at fyne.Position, into []drawn) []drawn {
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		here := at.Add(o.Position())
		switch o := o.(type) {
		case fyne.Widget:
			into = bareWeek(test.WidgetRenderer(o).Objects(), here, into)
		case *fyne.Container:
			into = bareWeek(o.Objects, here, into)
		case *canvas.Text:
			same := *o
			into = append(into, drawn{at: here, size: o.Size(), text: &same})
		case *canvas.Rectangle:
			same := *o
			into = append(into, drawn{at: here, size: o.Size(), rect: &same})
		default:
			into = append(into, drawn{at: here, size: o.Size()})
		}
	}
	return into
}

// bare draws weeks with plain rectangles and texts that are kept and put where they belong: the least
// that the toolkit can do.
type bare struct {
	rects []*canvas.Rectangle
	texts []*canvas.Text
	box   *fyne.Container
}

func (b *bare) show(week []drawn) {
	var rects, texts int
	b.box.Objects = b.box.Objects[:0]
	for _, d := range week {
		var o fyne.CanvasObject
		if d.text != nil {
			if texts == len(b.texts) {
				b.texts = append(b.texts, &canvas.Text{})
			}
			t := b.texts[texts]
			texts++
			t.Text, t.Color, t.TextSize, t.TextStyle, t.Alignment = d.text.Text, d.text.Color, d.text.TextSize, d.text.TextStyle, d.text.Alignment
			o = t
		} else {
			if rects == len(b.rects) {
				b.rects = append(b.rects, &canvas.Rectangle{})
			}
			r := b.rects[rects]
			rects++
			r.FillColor = look.Color(look.Line)
			if d.rect != nil {
				r.FillColor = d.rect.FillColor
			}
			o = r
		}
		o.Move(d.at)
		o.Resize(d.size)
		b.box.Objects = append(b.box.Objects, o)
	}
	b.box.Refresh()
}

// BenchmarkWeek turns the weeks of a busy year and draws each with the toolkit's software painter,
// against a grid of the same rectangles and texts and nothing else.
func BenchmarkWeek(b *testing.B) {
	uitest.App(b)
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		b.Fatal(err)
	}
	year := newBusyYear(zone)
	var w fyne.Window
	s := agenda.New(agenda.Params{
		Desk: year, Words: uitest.French(b, zone), Run: kit.Inline(), Actor: func() coop.Actor { return coop.Actor{} },
		Canvas: func() fyne.Canvas { return w.Canvas() }, OnError: func(err error) { b.Fatal(err) },
	})
	s.Refresh()
	w = uitest.Styled(b, look.Style{}, s.Content(), 1282, 708)
	uitest.Press(b, w, "Agent0 Dubois")
	uitest.Press(b, w, "Toute l’équipe")
	monday := trial.Today.Monday()
	turn := func(n int) { s.Day(monday.Add(n % benchWeeks * 7)) }
	weeks := make([][]drawn, benchWeeks)
	for n := range benchWeeks { // once round, so that everything is made
		turn(n)
		weeks[n] = bareWeek([]fyne.CanvasObject{w.Canvas().Content()}, fyne.Position{}, nil)
	}
	plain := &bare{box: container.NewWithoutLayout()}
	other := uitest.Styled(b, look.Style{}, plain.box, 1282, 708)
	for n := range 4 {
		turn(n)
		w.Canvas().Capture()
		plain.show(weeks[n])
		other.Canvas().Capture()
	}
	var ours, theirs, turning, ratios []float64
	for b.Loop() {
		for n := range benchWeeks {
			start := time.Now()
			turn(n)
			turning = append(turning, since(start))
			w.Canvas().Capture()
			ours = append(ours, since(start))
			start = time.Now()
			plain.show(weeks[n])
			other.Canvas().Capture()
			theirs = append(theirs, since(start))
			ratios = append(ratios, ours[len(ours)-1]/theirs[len(theirs)-1])
		}
	}
	b.ReportMetric(middle(ratios), "ratio")
	b.ReportMetric(middle(ours), "ms")
	b.ReportMetric(middle(turning), "turn-ms")
	b.ReportMetric(middle(theirs), "bare-ms")
	b.ReportMetric(float64(len(weeks[0])), "objects")
}

// since is the time since an instant in milliseconds.
func since(start time.Time) float64 { return float64(time.Since(start).Microseconds()) / 1000 }

// middle is the median: other work on the machine does not count.
func middle(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}
