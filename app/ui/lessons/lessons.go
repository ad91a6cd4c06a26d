// Package lessons shows what the talks led with a script teach whoever owns it: how often each step
// is told, left out or put off, how long it takes, what people ask back, and which motives were
// told afterwards where a step was said and where it was not. It states what is seen and claims no
// cause; rehearsals are not in it.
package lessons

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Ask bounds the talks that are looked at.
type Ask struct {
	Script  coop.ScriptID
	Version int      // 0 for every version
	From    coop.Day // "" from the first talk on
	To      coop.Day // the last day
}

// Desk is the little that the page asks for.
type Desk interface {
	Lessons(ctx context.Context, ask Ask) (Lessons, error)
	Today() coop.Day
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Canvas  func() fyne.Canvas
	Script  coop.ScriptID
	Title   string // the script's
	OnError func(error)
}

// Screen is the page of one script's lessons.
type Screen struct {
	p       Params
	months  int // looked back at, 0 for all
	version int // 0 for every version
	order   order
	lessons Lessons
	known   []int // versions that talks were led by
	asked   kit.Latest
	page    *fyne.Container
	waiting *fyne.Container
	content *fyne.Container
	scroll  *kit.TouchScroll
}

const (
	pageWidth  float32 = 1100
	sidesFrom  float32 = 1000
	sidesShare float32 = 0.62
	threeMonth         = 3
	year               = 12
)

// New makes the page; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, months: year, order: byTalk, content: kit.Stack(look.Inset), waiting: kit.Stack(0)}
	s.page = kit.Stack(look.Inset, s.waiting, s.content)
	s.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(pageWidth, s.page)))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.scroll }

// Refresh counts the talks again.
func (s *Screen) Refresh() {
	ask := Ask{Script: s.p.Script, Version: s.version, To: s.p.Desk.Today()}
	if s.months > 0 {
		ask.From = s.p.Desk.Today().AddMonths(-s.months)
	}
	spinner := kit.NewSpinner(s.p.Run)
	s.waiting.Objects = []fyne.CanvasObject{kit.Row(spinner, kit.Quiet(s.p.Words.T("lessons.counting")))}
	spinner.Start()
	s.page.Refresh()
	kit.RunLatest(s.p.Run, &s.asked, func() (Lessons, error) {
		return s.p.Desk.Lessons(context.Background(), ask)
	}, func(l Lessons, err error) {
		spinner.Stop()
		s.waiting.Objects = nil
		if err != nil {
			s.page.Refresh()
			s.p.OnError(err)
			return
		}
		s.lessons = l
		if s.version == 0 {
			s.known = s.known[:0]
			for v := range l.Talks {
				s.known = append(s.known, v)
			}
			slices.Sort(s.known)
			slices.Reverse(s.known)
		}
		s.show()
	})
}

func (s *Screen) show() {
	w := s.p.Words
	head := kit.Column(
		kit.Lines(kit.Title(w.T("lessons.title")), kit.Quiet(s.p.Title)),
		s.bounds(),
	)
	if s.lessons.talks() == 0 {
		s.content.Objects = []fyne.CanvasObject{head, kit.Card(kit.Empty(look.IconMessageSquare, w.T("lessons.none"), nil))}
		s.page.Refresh()
		return
	}
	all := s.lessons.figures()
	s.content.Objects = []fyne.CanvasObject{
		head,
		kit.Tinted(kit.Plain, kit.Body(s.sentence(all))),
		kit.Sides(sidesFrom, sidesShare, s.steps(all), s.questions(all)),
		kit.Caption(w.T("lessons.caption")),
	}
	s.page.Refresh()
}

// bounds are the choices of time and version.
func (s *Screen) bounds() fyne.CanvasObject {
	w := s.p.Words
	period := kit.NewChoice([]kit.Option[int]{
		{Value: threeMonth, Words: w.T("lessons.period.three")},
		{Value: year, Words: w.T("lessons.period.year")},
		{Value: 0, Words: w.T("lessons.period.all")},
	}, func(months int) { s.months, s.version = months, 0; s.Refresh() })
	period.Set(s.months)
	flow := kit.Flow(period.Object())
	if len(s.known) > 1 {
		versions := []kit.Option[int]{{Words: w.T("lessons.version.all")}}
		for _, v := range s.known {
			versions = append(versions, kit.Option[int]{Value: v, Words: w.T("lessons.version", i18n.Args{"N": v})})
		}
		version := kit.NewChoice(versions, func(v int) { s.version = v; s.Refresh() })
		version.Set(s.version)
		return kit.Column(flow, version.Object())
	}
	return flow
}

// sentence says in plain words what stands out.
func (s *Screen) sentence(all []figure) string {
	w := s.p.Words
	said := w.N("lessons.sentence", s.lessons.talks(), i18n.Args{"Steps": w.Number(len(all))})
	if s.lessons.talks() < enough {
		return said + " " + w.T("lessons.sentence.few", i18n.Args{"N": enough})
	}
	if f, ok := leastTold(all); ok && share(f.seen, f.talks) < often {
		said += " " + w.T("lessons.sentence.left", i18n.Args{"Step": f.step.Title, "Share": w.Percent(share(f.seen, f.talks))})
	}
	if f := sorted(all, byOver)[0]; share(f.over, f.seen) > seldom && f.seen >= enough {
		said += " " + w.T("lessons.sentence.over", i18n.Args{"Step": f.step.Title, "Share": w.Percent(share(f.over, f.seen))})
	}
	if asked := mostAsked(all, 1); len(asked) > 0 {
		said += " " + w.N("lessons.sentence.asked", asked[0].times, i18n.Args{"Question": asked[0].text})
	}
	return said
}

// leastTold is the essential step for everybody that is told the least.
func leastTold(all []figure) (least figure, ok bool) {
	for _, f := range sorted(all, bySeen) {
		if f.owed() && f.now {
			return f, true
		}
	}
	return figure{}, false
}

// From when on a share is worth a sentence.
const (
	often  = 0.8
	seldom = 0.2
)
