// Package person is one household's file: who they are, what to do next, the window of their
// visit, their visits and what came of them, the timeline of all that happened, and every fact to
// correct in its place. It knows no other screen: what is pressed is handed on.
package person

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the screen asks for; *office.Office is one.
type Desk interface {
	Open(ctx context.Context, by coop.Actor, id coop.HouseholdID) (coop.File, error)
	EditHousehold(ctx context.Context, by coop.Actor, h coop.Household) error
	EditResidence(ctx context.Context, by coop.Actor, r coop.Residence) error
	Staff(ctx context.Context) ([]coop.Staff, error)
	Events(ctx context.Context) ([]coop.Event, error)
	Today() coop.Day
}

// Notices says what was done and offers to undo it.
type Notices interface {
	Done(text string)
	DoneUndo(text string, undo func())
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor // who works now
	Notices Notices
	OnError func(error)

	OnBeginTalk func(h coop.HouseholdID, kind coop.TalkKind, visit coop.VisitID) // visit "" at the counter
	OnResume    func(coop.TalkID)
	OnTalk      func(coop.TalkID) // a talk that is over, to be read again
	OnSheet     func(coop.HouseholdID)
	OnLetters   func(coop.HouseholdID) // which letter to write; nil leaves it out
	OnPropose   func(coop.HouseholdID) // the best times for a visit
	OnBook      func(coop.HouseholdID) // a moment that one chooses oneself
	OnBookAt    func(h coop.HouseholdID, place coop.Place)
	OnVisit     func(coop.VisitID) // what may be done with a visit
	OnMove      func(coop.VisitID)
	OnGiveUp    func(coop.HouseholdID)  // stops trying to visit
	OnCard      func(missed coop.Visit) // the card that is left where nobody was there; nil leaves it out
	OnFollowUp  func(coop.FollowUpID)
	OnCall      func(number string)    // national or +country; nil leaves out the call buttons
	OnChanged   func(coop.HouseholdID) // something was corrected: lists may show it; may be nil
}

// Screen is a household's file.
type Screen struct {
	p      Params
	id     coop.HouseholdID
	file   coop.File
	staff  map[coop.StaffID]string
	events []coop.Event
	asked  kit.Latest
	kind   momentKind // the timeline's filter
	all    bool       // the whole timeline is shown
	pages  *kit.TouchScroll
	page   *fyne.Container
}

// New makes the screen; it is empty until Show.
func New(p Params) *Screen {
	s := &Screen{p: p}
	s.pages = kit.NewTouchScroll(kit.Stack(0))
	s.page = kit.Stack(0, kit.Grow(s.pages))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Shown is the household whose file is open, "" before the first.
func (s *Screen) Shown() coop.HouseholdID { return s.id }

// Show opens a household's file.
func (s *Screen) Show(id coop.HouseholdID) {
	same := id == s.id
	s.id = id
	if !same {
		s.kind, s.all = momentAny, false
	}
	s.load(!same)
}

// Refresh reads the file again.
func (s *Screen) Refresh() {
	if s.id != "" {
		s.load(false)
	}
}

type loaded struct {
	file   coop.File
	staff  []coop.Staff
	events []coop.Event
}

func (s *Screen) load(top bool) {
	id := s.id
	kit.RunLatest(s.p.Run, &s.asked, func() (l loaded, err error) {
		ctx := context.Background()
		if l.file, err = s.p.Desk.Open(ctx, s.p.Actor(), id); err != nil {
			return l, err
		}
		if l.staff, err = s.p.Desk.Staff(ctx); err != nil {
			return l, err
		}
		l.events, err = s.p.Desk.Events(ctx)
		return l, err
	}, func(l loaded, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.file, s.events, s.staff = l.file, l.events, map[coop.StaffID]string{}
		for _, one := range l.staff {
			s.staff[one.ID] = one.Name
		}
		s.show(top)
	})
}

// show lays the file out anew.
func (s *Screen) show(top bool) {
	offset := s.pages.Offset()
	parts := []fyne.CanvasObject{s.head(), s.next()}
	if band := s.band(); band != nil {
		parts = append(parts, band)
	}
	parts = append(parts, kit.Sides(cardsFrom, 0.5,
		kit.Column(s.holdersCard(), s.shareCard(), s.residenceCard()), kit.Column(s.contractCard(), s.homeCard())))
	for _, part := range []fyne.CanvasObject{s.promises(), s.outcomes(), s.timeline()} {
		if part != nil {
			parts = append(parts, part)
		}
	}
	s.pages.SetContent(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(1100, kit.Column(parts...))))
	if !top {
		s.pages.ScrollToTop()
		s.restore(offset)
	}
}

// cardsFrom is the width from which the cards stand in two columns.
const cardsFrom float32 = 680

// restore goes back to where the page was before it was laid out anew.
func (s *Screen) restore(offset float32) {
	if height := s.pages.Size().Height; height > 0 && offset > 0 {
		s.pages.Page(offset / height / pageShare)
	}
}

// pageShare is the share of its height that the page scrolls by for 1.
const pageShare = 0.9

// failed says what went wrong; what somebody else changed meanwhile is read again first.
func (s *Screen) failed(err error) {
	if errors.Is(err, coop.ErrChanged) {
		s.load(false)
	}
	s.p.OnError(err)
}

func (s *Screen) t(key string, args ...i18n.Args) string { return s.p.Words.T(key, args...) }

// officer is the name of a colleague, "" for one who is not known.
func (s *Screen) officer(id coop.StaffID) string { return s.staff[id] }
