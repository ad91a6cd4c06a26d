// Package reminders is the page « Rappels à faire »: the households whose visit comes in the next
// working days, with how to reach each, what to write, and what was done. Nothing is sent by the
// program: a person calls, writes or posts. It knows no other screen: what is pressed is handed on.
package reminders

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the page asks for; *office.Office is one.
type Desk interface {
	// Reminders lists the visits of which households are to be reminded today, of an officer or ("") of all.
	Reminders(ctx context.Context, by coop.Actor, officer coop.StaffID) ([]coop.Stop, error)
	RemindVisit(ctx context.Context, by coop.Actor, id coop.VisitID, how coop.Channel) (coop.Visit, error)
	ConfirmVisit(ctx context.Context, by coop.Actor, id coop.VisitID, said bool) (coop.Visit, error)
	Officers(ctx context.Context) ([]coop.Staff, error)
}

// Notices says what was done and offers to undo it.
type Notices interface {
	Done(text string)
	DoneUndo(text string, undo func())
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine; those that may
// be nil leave out what would call them.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor // who works now
	Canvas  func() fyne.Canvas
	Notices Notices
	OnError func(error)

	// Text is what to write to a household, made in the background; nil leaves out what would be copied.
	Text     func(coop.Stop) (subject, body string, err error)
	OnLetter func(coop.Stop)        // makes the letter; may be nil
	OnAct    func(coop.VisitID)     // what else may be done with the visit; may be nil
	OnOpen   func(coop.HouseholdID) // a person's file; may be nil
	OnCall   func(number string)    // calls a number; may be nil
	OnDone   func(coop.HouseholdID) // somebody was reminded; may be nil
}

// Screen is the page.
type Screen struct {
	p       Params
	officer coop.StaffID
	chosen  bool // a person has chosen the officer
	latest  kit.Latest
	seen    seen

	count  *kit.Text
	choice *kit.Select[coop.StaffID]
	list   *kit.TouchList
	empty  *fyne.Container
	page   *fyne.Container
}

// seen is what the page shows.
type seen struct {
	officers []coop.Staff
	officer  coop.StaffID
	stops    []coop.Stop
}

// New makes the page; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, count: kit.Quiet(""), empty: kit.Stack(0)}
	s.choice = kit.NewSelect("", nil, func(id coop.StaffID) { s.officer, s.chosen = id, true; s.Refresh() })
	s.list = kit.NewTouchList(s.newRow, s.showRow)
	s.list.OnTapped = func(i int) { s.open(s.seen.stops[i]) }
	title := kit.Row(kit.Grow(kit.Lines(kit.Title(p.Words.T("reminders.title")), s.count)), kit.Sized(210, 0, s.choice.Object()))
	head := kit.Stack(look.Snug, title, kit.Quiet(p.Words.T("reminders.why")))
	s.page = container.NewBorder(kit.PaddedXY(look.Wide, look.Inset, head), nil, nil, nil,
		kit.PaddedXY(look.Wide-look.Snug, look.Snug, kit.FlatCard(container.NewStack(s.list, s.empty))))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Refresh reads the list again.
func (s *Screen) Refresh() {
	officer, chosen := s.officer, s.chosen
	kit.RunLatest(s.p.Run, &s.latest, func() (got seen, err error) {
		ctx, by := context.Background(), s.p.Actor()
		if got.officers, err = s.p.Desk.Officers(ctx); err != nil {
			return got, err
		}
		if got.officer = officer; !chosen && by.Staff.Role == coop.Officer {
			got.officer = by.Staff.ID
		}
		got.stops, err = s.p.Desk.Reminders(ctx, by, got.officer)
		return got, err
	}, func(got seen, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.seen = got
		s.show()
	})
}

func (s *Screen) show() {
	options := []kit.Option[coop.StaffID]{{Value: "", Words: s.p.Words.T("reminders.everybody")}}
	for _, o := range s.seen.officers {
		options = append(options, kit.Option[coop.StaffID]{Value: o.ID, Words: o.Name})
	}
	s.choice.SetOptions(options)
	s.choice.Set(s.seen.officer)
	s.count.SetText(s.p.Words.N("reminders.count", len(s.seen.stops)))
	s.count.Hidden = len(s.seen.stops) == 0
	s.list.SetCount(len(s.seen.stops))
	s.empty.RemoveAll()
	if len(s.seen.stops) == 0 {
		s.empty.Add(kit.Empty(look.IconBell, s.p.Words.T("reminders.none"), nil))
	}
	s.empty.Refresh()
	s.page.Refresh()
}

// row is a visit on the list, with what may have been done for it.
type row struct {
	when, name, reach *kit.Text
	index             int
}

func (s *Screen) newRow() (*row, fyne.CanvasObject) {
	r := &row{when: kit.Caption("").Strong().OneLine(), name: kit.Body("").Strong().OneLine(), reach: kit.Caption("").OneLine()}
	buttons := kit.Row()
	for _, how := range marks {
		buttons.Add(kit.SecondaryButton(s.p.Words.T(marked[how].key), func() {
			if r.index < len(s.seen.stops) {
				s.mark(s.seen.stops[r.index], how, false)
			}
		}).WithIcon(marked[how].icon))
	}
	return r, kit.Row(kit.Grow(kit.Stack(2, r.when, r.name, r.reach)), buttons)
}

func (s *Screen) showRow(i int, r *row) {
	w, stop := s.p.Words, s.seen.stops[i]
	r.index = i
	r.when.SetText(join(w.When(stop.Start), w.T(i18n.PlaceKey(stop.Place)), stop.OfficerName))
	r.name.SetText(w.People(stop.Row.Holders))
	reach := w.T("reminders.number.none")
	if known := numbers(stop.Row.Holders); len(known) > 0 {
		reach = w.Phone(known[0])
	}
	r.reach.SetText(join(reach, s.wished(stop), w.Where(stop.Row.Residence, stop.Row.Dwelling)))
}
