// Package today is the screen « Aujourd'hui »: what whoever works today needs first, in the order of
// their role. It knows no other screen: what is pressed is handed on.
package today

import (
	"context"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Home is what the page shows; office.Home has the same shape.
type Home struct {
	Today   coop.Day
	Visits  []coop.VisitRow
	Resume  []coop.TalkRow
	Late    int
	ToBook  int
	Overdue int
	Waiting []coop.Owing    // the few whose window ends first
	Window  coop.WindowRule // when visits are owed
	Remind  int             // visits to remind of
	Done    int
	Target  int
	People  int
	Askings int // questionnaires that may still come back
	Wave    int // households that a first wave would be for, 0 for none
}

// Desk is the little that the page asks for.
type Desk interface {
	// Home gathers the page.
	Home(ctx context.Context) (Home, error)
	// Search finds households by words.
	Search(ctx context.Context, words string, limit int) ([]coop.Row, error)
	// Step says which step of its script an interrupted talk stands at, and of how many.
	Step(ctx context.Context, talk coop.TalkID) (at, of int, err error)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Staff   coop.Staff
	Device  string // this machine's name: its own talks are offered first
	OnError func(error)

	OnWelcome func()                 // somebody comes to the desk
	OnOpen    func(coop.HouseholdID) // a person's file
	OnStart   func(coop.VisitRow)    // begin a visit
	OnResume  func(coop.TalkID)      // go on with an interrupted talk
	OnReview  func(coop.TalkID)      // end an interrupted talk with what was seen
	OnAbandon func(coop.TalkRow)     // give an interrupted talk up
	// OnRehearse leads to the talks with invented people; nil hides the way.
	OnRehearse func()
	OnLate     func()             // the follow-ups that are late
	OnToBook   func(overdue bool) // those who owe a visit
	OnRemind   func()             // the visits to remind of
	OnAskings  func()             // the questionnaires that came back
	// OnPropose proposes times for a visit, with an officer or ("") any of them.
	OnPropose func(h coop.HouseholdID, officer coop.StaffID)
	OnWave    func() // plan a first wave of visits, nil for those who may not
	OnAgenda  func()
	OnMonth   func() // nil for those who may not see it
	OnImport  func()
}

// Screen is « Aujourd'hui ».
type Screen struct {
	p       Params
	home    Home
	page    *fyne.Container
	finder  *finder
	asked   kit.Latest
	steps   map[coop.TalkID]step
	scroll  *kit.TouchScroll
	content *fyne.Container
}

type step struct{ at, of int }

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, steps: map[coop.TalkID]step{}, content: kit.Column()}
	s.finder = newFinder(p)
	s.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, s.content))
	s.page = kit.Stack(0, kit.Grow(s.scroll))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Refresh gathers the page again, and then the steps of the interrupted talks: reading their scripts
// takes longer than the rest.
func (s *Screen) Refresh() {
	kit.RunLatest(s.p.Run, &s.asked, func() (Home, error) {
		return s.p.Desk.Home(context.Background())
	}, func(home Home, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.home = home
		s.show()
		s.p.Run.Soon(afterwards, s.readSteps)
	})
}

// afterwards lets the page be painted first.
const afterwards = 200 * time.Millisecond

func (s *Screen) readSteps() {
	fresh, stale := s.interrupted()
	resume := slices.Concat(fresh[:min(len(fresh), mostResumed)], stale[:min(len(stale), mostResumed)])
	if len(resume) == 0 {
		return
	}
	kit.RunLatest(s.p.Run, &s.asked, func() (map[coop.TalkID]step, error) {
		steps := map[coop.TalkID]step{}
		for _, t := range resume {
			at, of, err := s.p.Desk.Step(context.Background(), t.ID)
			if err != nil {
				continue // a talk whose script cannot be read is still offered, without its step
			}
			steps[t.ID] = step{at, of}
		}
		return steps, nil
	}, func(steps map[coop.TalkID]step, _ error) {
		if !maps.Equal(s.steps, steps) {
			s.steps = steps
			s.show()
		}
	})
}

func (s *Screen) show() {
	head := s.greeting()
	if s.home.People == 0 {
		s.content.Objects = []fyne.CanvasObject{head, s.nobody()}
		s.content.Refresh()
		return
	}
	left, right := s.columns()
	left = s.decisions(left)
	s.content.Objects = []fyne.CanvasObject{head}
	if s.home.Wave > 0 && s.p.OnWave != nil {
		s.content.Add(s.waveCard())
	}
	s.content.Add(kit.Sides(twoColumns, 0.5, kit.Column(left...), kit.Column(right...)))
	s.content.Refresh()
}

// twoColumns is the width from which the cards stand in two columns.
const twoColumns float32 = 760

// columns puts first what the role looks for first: the front desk whoever comes in, an officer the
// round, a manager the month.
func (s *Screen) columns() (left, right []fyne.CanvasObject) {
	desk, round, resume, month, todo, waiting := s.deskCard(), s.roundCard(), s.resumeCard(), s.monthCard(), s.todoCard(), s.waitingCard()
	switch s.p.Staff.Role {
	case coop.Officer:
		left, right = known(resume, round), known(desk, todo, waiting, month)
	case coop.Manager, coop.Administrator:
		left, right = known(month, resume, desk), known(todo, round, waiting)
	case coop.FrontDesk:
		left, right = known(desk, resume, month), known(round, todo, waiting)
	}
	return left, right
}

// known leaves out the cards that are not there today.
func known(cards ...fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(cards, func(c fyne.CanvasObject) bool { return c == nil })
}

// decisions puts the talks that were left open on an earlier day before everything else, but for
// whoever comes to the desk.
func (s *Screen) decisions(left []fyne.CanvasObject) []fyne.CanvasObject {
	card := s.staleCard()
	switch {
	case card == nil:
		return left
	case s.p.Staff.Role == coop.FrontDesk:
		return slices.Insert(left, 1, card)
	}
	return slices.Insert(left, 0, card)
}

func (s *Screen) greeting() fyne.CanvasObject {
	w := s.p.Words
	return kit.Row(
		kit.Title(w.T("today.greeting", i18n.Args{"Name": firstName(s.p.Staff.Name)})),
		kit.Spacer(),
		kit.Quiet(w.DayLong(s.home.Today)).Whole(),
	)
}

// nobody stands in for the cards while the archive knows no person yet.
func (s *Screen) nobody() fyne.CanvasObject {
	w := s.p.Words
	load := kit.PrimaryButton(w.T("today.empty.import"), s.p.OnImport).WithIcon(look.IconUpload)
	return kit.Card(kit.Empty(look.IconPeople, w.T("today.empty"), load))
}
