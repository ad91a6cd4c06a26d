// Package wave is the page « La vague »: it asks which households still wait for the visit of their
// entry, shows the plan of all their visits as a calendar, lets a person change it, and books it as
// one act that can be undone as one. It knows no other screen: a file and the agenda are handed on.
package wave

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Start is what the page begins with.
type Start struct {
	Asked    coop.WaveAsked // what is usual
	Sizes    []int          // households of the entries of one month, two, …
	Officers []coop.Staff
	Rules    coop.VisitRules
	Waves    []coop.WaveRow // confirmed before, the newest first
}

// Desk is the little that the page asks for.
type Desk interface {
	Start(ctx context.Context) (Start, error)
	// Plan computes a plan; progress may be called from any goroutine.
	Plan(ctx context.Context, asked coop.WaveAsked, progress func(done, total int)) (Draft, error)
	// Apply books all visits of a plan or, with a *coop.WaveError, none.
	Apply(ctx context.Context, plan coop.WavePlan) (coop.Wave, error)
	// Undo cancels what still stands as a wave booked it, and says how many visits that were.
	Undo(ctx context.Context, id coop.WaveID) (freed int, err error)
	Today() coop.Day
	Zone() *time.Location
}

// Draft is a plan that nothing is kept of yet.
type Draft interface {
	Plan() coop.WavePlan
	// Owing is one of the households that the wave is for.
	Owing(id coop.HouseholdID) coop.Owing
	// Booked is how many visits an officer had on a day before the wave.
	Booked(officer coop.StaffID, day coop.Day) int
	// Closed says why the coop is closed on a day.
	Closed(day coop.Day) coop.Closure
	// WhyLeft says why a household has no time.
	WhyLeft(id coop.HouseholdID) coop.LeftReason
	// Judge says whether a household could have its visit at a time; Place gives it that time; Drop
	// leaves the household out.
	Judge(to coop.WaveVisit) coop.Verdict
	Place(to coop.WaveVisit) error
	Drop(id coop.HouseholdID)
}

// Notices says what was done.
type Notices interface {
	Done(text string)
	Say(what kit.Notice)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Canvas  func() fyne.Canvas
	Notices Notices
	OnError func(error)

	OnOpen   func(coop.HouseholdID) // a household's file
	OnAgenda func(coop.Day)         // the agenda of a day
	OnClose  func()                 // the page is left
	// OnChanged is called when visits were freed, also after the page was left; Refresh is the caller's.
	OnChanged func()
}

// Screen is the page « La vague ».
type Screen struct {
	p       Params
	start   Start
	asked   coop.WaveAsked
	draft   Draft
	plan    coop.WavePlan
	changed bool // the plan was changed by hand
	booking bool // the plan is being booked
	leaving bool // a person has said that the changes may go
	cancel  context.CancelFunc
	latest  kit.Latest
	planned planned
	page    *fyne.Container
	body    *fyne.Container
	foot    *fyne.Container
}

// New makes the page; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, body: kit.Stack(0), foot: kit.Stack(0)}
	s.page = kit.Stack(0, kit.Grow(s.body), s.foot)
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Refresh begins the page anew, unless there is a plan on it or one is being made.
func (s *Screen) Refresh() {
	if s.draft != nil || s.cancel != nil || s.booking {
		return
	}
	s.begin(func() { s.asked = s.start.Asked; s.ask("") })
}

// begin reads what the page begins with; what was read before stands in where that fails.
func (s *Screen) begin(then func()) {
	kit.RunLatest(s.p.Run, &s.latest, func() (Start, error) {
		return s.p.Desk.Start(context.Background())
	}, func(start Start, err error) {
		if err != nil {
			s.p.OnError(err)
			if len(s.start.Sizes) == 0 {
				return
			}
			start = s.start
		}
		s.start = start
		then()
	})
}

// Stays says whether the page cannot be left now: while the visits are being booked, and before a
// person has said that a plan changed by hand may go.
func (s *Screen) Stays() bool {
	if s.booking {
		return true
	}
	if !s.changed || s.leaving {
		return false
	}
	t := s.p.Words.T
	kit.Ask(s.p.Canvas(), s.p.Words, kit.Question{
		Title: t("wave.leave"), Text: t("wave.leave.text"), Yes: t("wave.leave.yes"), Danger: true,
		OnYes: func() { s.leaving = true; s.p.OnClose() },
	})
	return true
}

// Leave ends what the page still computes.
func (s *Screen) Leave() {
	if s.cancel != nil {
		s.cancel()
	}
}

// forget lets the plan go, and the page that shows it.
func (s *Screen) forget() {
	s.body.RemoveAll()
	s.draft, s.changed = nil, false
}

// show replaces the page; foot nil is none.
func (s *Screen) show(body, foot fyne.CanvasObject) {
	s.body.Objects = []fyne.CanvasObject{kit.Grow(body)}
	s.foot.RemoveAll()
	if foot != nil {
		s.foot.Add(kit.Bar(kit.PaddedXY(look.Wide, look.Snug, foot)))
	}
	s.page.Refresh()
}

// scaled is a size that was chosen for text of the usual size, in the text scale of now.
func scaled(size float32) float32 { return size * look.Size(look.SizeBody) / usualText }

const usualText = 15

// scrolling is a page of parts that scrolls.
func scrolling(parts ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(pageWidth, kit.Column(parts...))))
}

const (
	pageWidth float32 = 1120
	sidesFrom float32 = 900
)

// note is a sentence on the ground of its tone.
func note(tone kit.Tone, icon look.Icon, sentences ...string) fyne.CanvasObject {
	lines := kit.Lines()
	for _, sentence := range sentences {
		lines.Add(kit.Body(sentence))
	}
	return kit.Tinted(tone, kit.TopRow(look.Snug, kit.NewIcon(icon, tone), kit.Grow(lines)))
}
