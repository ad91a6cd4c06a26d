// Package month is the room « Mois »: what was done in a month, in figures that open on their
// cases. It knows no other screen: a file to open and a table to save are handed on.
package month

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	figures "bienvenue/app/month"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the screen asks for; *office.Office is one.
type Desk interface {
	Month(ctx context.Context, by coop.Actor, m coop.Month, officer coop.StaffID) (figures.Report, error)
	Cases(ctx context.Context, by coop.Actor, q coop.CaseQuery) ([]coop.Case, error)
	Staff(ctx context.Context) ([]coop.Staff, error)
	Residences(ctx context.Context, by coop.Actor) ([]coop.Residence, error)
	Today() coop.Day
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor
	OnError func(error)
	OnOpen  func(coop.HouseholdID)              // a person's file
	OnPage  func(page fyne.CanvasObject)        // lays a list of cases over the room
	OnBack  func()                              // leaves the list
	OnSave  func(name string, table [][]string) // saves a table as a file that a spreadsheet opens
	// OnAskings leads to what the questionnaires on paper say.
	OnAskings func()
}

// Screen is the room « Mois ».
type Screen struct {
	p          Params
	month      coop.Month
	officer    coop.StaffID
	report     figures.Report
	before     figures.Report // the month before, for what changed
	names      map[coop.StaffID]string
	residences map[coop.ResidenceID]string
	asked      kit.Latest
	tab        tab
	switcher   *kit.Text
	state      *kit.Text
	next       *kit.Button
	officers   *kit.Select[coop.StaffID]
	body       *fyne.Container
	scroll     *kit.TouchScroll
	page       *fyne.Container
}

// New makes the screen on the current month; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, month: p.Desk.Today().Month(), body: kit.Column(), tab: byOfficer}
	s.switcher = kit.Title("").Whole()
	s.state = kit.Quiet("").Whole()
	s.next = kit.IconButton(look.IconChevronRight, p.Words.T("month.next"), func() { s.turn(1) })
	s.officers = kit.NewSelect("", s.everybody(), func(id coop.StaffID) {
		s.officer = id
		s.Refresh()
	})
	s.officers.Set("")
	s.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Tight, s.body))
	s.page = kit.Stack(0, kit.PaddedXY(look.Wide, look.Inset, s.head()), kit.Grow(s.scroll))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

func (s *Screen) head() fyne.CanvasObject {
	w := s.p.Words
	back := kit.IconButton(look.IconChevronLeft, w.T("month.previous"), func() { s.turn(-1) })
	export := kit.SecondaryButton(w.T("month.export"), s.export).WithIcon(look.IconDownload)
	return kit.Row(back, kit.Lines(s.switcher, s.state), s.next, kit.Spacer(),
		kit.Sized(headWidth, look.Touch, s.officers.Object()), export)
}

// headWidth is the width of the choice of an officer.
const headWidth float32 = 240

func (s *Screen) everybody() []kit.Option[coop.StaffID] {
	return []kit.Option[coop.StaffID]{{Value: "", Words: s.p.Words.T("month.everybody")}}
}

// turn goes some months on or back; the future has no figures.
func (s *Screen) turn(n int) {
	to := s.month.Add(n)
	if to > s.p.Desk.Today().Month() {
		return
	}
	s.month = to
	s.scroll.ScrollToTop()
	s.Refresh()
}

type loaded struct {
	report, before figures.Report
	staff          []coop.Staff
	residences     []coop.Residence
}

// Refresh counts the month again.
func (s *Screen) Refresh() {
	month, officer := s.month, s.officer
	kit.RunLatest(s.p.Run, &s.asked, func() (loaded, error) { return s.load(month, officer) }, s.onLoaded)
}

func (s *Screen) load(m coop.Month, officer coop.StaffID) (l loaded, err error) {
	ctx, by := context.Background(), s.p.Actor()
	if l.report, err = s.p.Desk.Month(ctx, by, m, officer); err != nil {
		return l, err
	}
	if l.before, err = s.p.Desk.Month(ctx, by, m.Previous(), officer); err != nil {
		return l, err
	}
	if l.staff, err = s.p.Desk.Staff(ctx); err != nil {
		return l, err
	}
	l.residences, err = s.p.Desk.Residences(ctx, by)
	return l, err
}

func (s *Screen) onLoaded(l loaded, err error) {
	if err != nil {
		s.p.OnError(err)
		return
	}
	s.report, s.before = l.report, l.before
	s.names, s.residences = map[coop.StaffID]string{}, map[coop.ResidenceID]string{}
	options := s.everybody()
	for _, member := range l.staff {
		s.names[member.ID] = member.Name
		if member.Visits() {
			options = append(options, kit.Option[coop.StaffID]{Value: member.ID, Words: member.Name})
		}
	}
	for _, r := range l.residences {
		s.residences[r.ID] = r.Name
	}
	s.officers.SetOptions(options)
	s.officers.Set(s.officer)
	s.show()
}

func (s *Screen) show() {
	w := s.p.Words
	s.switcher.SetText(upperFirst(w.Month(s.month)))
	current := s.month == s.p.Desk.Today().Month()
	s.next.Enable()
	s.state.SetText(w.T("month.state.over"))
	if current {
		s.state.SetText(w.T("month.state.current"))
		s.next.Disable()
	}
	if s.quiet() {
		s.body.Objects = []fyne.CanvasObject{kit.Card(kit.Empty(look.IconChart, w.T("month.empty"), nil)), s.tables()}
		s.body.Refresh()
		return
	}
	s.body.Objects = []fyne.CanvasObject{s.cards()}
	if s.report.WaveLate > 0 {
		s.body.Objects = append(s.body.Objects, s.waveLine())
	}
	s.body.Objects = append(s.body.Objects,
		kit.Sides(twoColumns, 0.6, s.weeksCard(), s.motivesCard()),
		s.tables(),
		kit.Sides(twoColumns, 0.6, s.itemsCard(), s.coopCard()),
		s.askingsLine(),
		s.definitions())
	s.body.Refresh()
}

// askingsLine leads to what households answered on paper.
func (s *Screen) askingsLine() fyne.CanvasObject {
	return kit.Card(kit.NewLinkRow(look.IconMail, s.p.Words.T("month.askings"), s.p.Words.T("month.askings.what"), s.p.OnAskings))
}

// twoColumns is the width from which cards stand beside each other.
const twoColumns float32 = 900

// quiet says whether nothing at all happened in the month.
func (s *Screen) quiet() bool {
	r := s.report
	return r.Visits.N+r.Planned+r.Absences.Of+r.CounterTalks+r.Opened+r.Closed+r.Sheets+r.Subscribed+r.Overall.N == 0
}

func upperFirst(word string) string {
	letters := []rune(word)
	if len(letters) == 0 {
		return word
	}
	return i18n.Capitals(string(letters[:1])) + string(letters[1:])
}
