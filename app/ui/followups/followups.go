// Package followups is the room « Suites »: what the coop promised and has not ended yet, the late
// ones first, to pass on, settle or drop; whatever ends, the cooperator is told. It knows no other
// screen.
package followups

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the screen asks for; *office.Office is one.
type Desk interface {
	FollowUps(ctx context.Context, by coop.Actor, f coop.FollowUpFilter) ([]coop.FollowUpRow, error)
	FollowUp(ctx context.Context, by coop.Actor, id coop.FollowUpID) (coop.FollowUpRow, error)
	AdvanceFollowUp(ctx context.Context, by coop.Actor, f coop.FollowUp) (coop.FollowUp, error)
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
	Canvas  func() fyne.Canvas
	Notices Notices
	OnError func(error)
	OnOpen  func(coop.HouseholdID)
	// OnChanged is told that a follow-up was passed on, ended or opened again; may be nil.
	OnChanged func(coop.HouseholdID)
}

// scope says which follow-ups are listed.
type scope string

const (
	scopeOpen scope = "open"
	scopeLate scope = "late"
	scopeAll  scope = "all"
)

// Screen is the room « Suites ».
type Screen struct {
	p       Params
	rows    []coop.FollowUpRow
	latest  kit.Latest
	scope   *kit.Choice[scope]
	service *kit.Select[coop.Service]
	count   *kit.Text
	list    *kit.TouchList
	card    *kit.Panel
	empty   *fyne.Container
	page    *fyne.Container
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, count: kit.Caption(""), empty: kit.Stack(0)}
	t := p.Words.T
	s.scope = kit.NewChoice([]kit.Option[scope]{
		{Value: scopeOpen, Words: t("followups.open")},
		{Value: scopeLate, Words: t("followups.late"), Tone: kit.Late},
		{Value: scopeAll, Words: t("followups.all")},
	}, func(scope) { s.Refresh() })
	s.scope.Set(scopeOpen)
	services := []kit.Option[coop.Service]{{Words: t("followups.everywhere")}}
	for _, service := range coop.Services() {
		services = append(services, kit.Option[coop.Service]{Value: service, Words: t(i18n.ServiceKey(service))})
	}
	s.service = kit.NewSelect("", services, func(coop.Service) { s.Refresh() })
	s.service.Set("")
	s.list = kit.NewTouchList(s.newRow, s.showRow)
	s.list.OnTapped = func(i int) { s.act(s.rows[i]) }
	s.card = kit.FlatCard(s.list)
	head := kit.Stack(look.Snug, kit.Row(kit.Grow(kit.Title(t("followups.title"))), kit.Sized(230, 0, s.service.Object())),
		s.scope.Object(), s.count)
	s.page = container.NewBorder(kit.PaddedXY(look.Wide, look.Inset, head), nil, nil, nil,
		container.NewBorder(nil, kit.Sized(0, look.Inset, kit.Stack(0)), nil, nil, kit.PaddedXY(look.Wide, 0, container.NewStack(s.card, s.empty))))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// ShowLate lists those whose promised day has passed.
func (s *Screen) ShowLate() {
	s.scope.Set(scopeLate)
	s.service.Set("")
	s.Refresh()
}

// Open opens one follow-up above the list.
func (s *Screen) Open(id coop.FollowUpID) {
	kit.Run(s.p.Run, func() (coop.FollowUpRow, error) {
		return s.p.Desk.FollowUp(context.Background(), s.p.Actor(), id)
	}, func(row coop.FollowUpRow, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.act(row)
	})
}

// Refresh reads the list again.
func (s *Screen) Refresh() {
	f := coop.FollowUpFilter{}
	f.Service, _ = s.service.Value()
	switch which, _ := s.scope.Value(); which {
	case scopeLate:
		f.LateOn = s.p.Desk.Today()
		f.OpenOnly = true
	case scopeOpen:
		f.OpenOnly = true
	case scopeAll:
	}
	kit.RunLatest(s.p.Run, &s.latest, func() ([]coop.FollowUpRow, error) {
		return s.p.Desk.FollowUps(context.Background(), s.p.Actor(), f)
	}, func(rows []coop.FollowUpRow, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.rows = rows
		s.show()
	})
}

func (s *Screen) show() {
	s.list.SetCount(len(s.rows))
	late := 0
	for _, row := range s.rows {
		if row.Late(s.p.Desk.Today()) {
			late++
		}
	}
	text := s.p.Words.N("followups.count", len(s.rows))
	if late > 0 {
		text = s.p.Words.N("followups.count.late", late, i18n.Args{"All": text})
	}
	s.count.SetText(text)
	s.count.Hidden, s.card.Hidden = len(s.rows) == 0, len(s.rows) == 0
	s.empty.RemoveAll()
	if len(s.rows) == 0 {
		key := "followups.none.open"
		switch which, _ := s.scope.Value(); which {
		case scopeLate:
			key = "followups.none.late"
		case scopeAll:
			key = "followups.none.all"
		case scopeOpen:
		}
		s.empty.Add(kit.Empty(look.IconListChecks, s.p.Words.T(key), nil))
	}
	s.empty.Refresh()
	s.page.Refresh()
}

// row is one place of the list.
type row struct {
	icon  *kit.Icon
	what  *kit.Text
	who   *kit.Text
	state *kit.Tag
	line  *fyne.Container
}

func (s *Screen) newRow() (*row, fyne.CanvasObject) {
	r := &row{
		icon: kit.NewIcon(look.IconListChecks, kit.Calm), what: kit.Body("").Strong().OneLine(),
		who: kit.Caption("").OneLine(), state: kit.Badge(look.IconClock, " ", kit.Calm),
	}
	r.line = kit.RowOf(look.Gap, r.icon, kit.Grow(kit.Lines(r.what, r.who)), r.state)
	return r, r.line
}

func (s *Screen) showRow(i int, r *row) {
	words, f := s.p.Words, s.rows[i]
	r.what.SetText(s.what(f.FollowUp))
	r.who.SetText(words.T("followups.row", i18n.Args{
		"Names": words.People(f.Row.Holders), "Where": words.Where(f.Row.Residence, f.Row.Dwelling), "Service": words.T(i18n.ServiceKey(f.Service)),
	}))
	icon, text, tone := s.standing(f.FollowUp)
	r.icon.Set(icon, tone)
	r.state.Set("", text, tone)
	r.line.Refresh()
}

// what is what was promised, or else its motive.
func (s *Screen) what(f coop.FollowUp) string {
	if f.What != "" {
		return f.What
	}
	return s.p.Words.T(i18n.MotiveKey(f.Motive))
}

// standing says where a follow-up stands.
func (s *Screen) standing(f coop.FollowUp) (look.Icon, string, kit.Tone) {
	words := s.p.Words
	due := i18n.Args{"Day": words.DayBrief(f.Due)}
	switch {
	case f.State == coop.FollowUpSettled:
		return look.IconCircleCheck, words.T("followups.state.settled"), kit.Done
	case f.State == coop.FollowUpDropped:
		return look.IconCircleSlash, words.T("followups.state.dropped"), kit.Calm
	case f.Late(s.p.Desk.Today()):
		return look.IconCircleAlert, words.T("followups.state.late", due), kit.Late
	case f.State == coop.FollowUpPassed:
		return look.IconSend, words.T("followups.state.passed", due), kit.Accented
	case f.Due.DaysSince(s.p.Desk.Today()) <= hurry:
		return look.IconClock, words.T("followups.state.due", due), kit.Attention
	}
	return look.IconClock, words.T("followups.state.due", due), kit.Calm
}

// hurry is how many days before its due day a follow-up asks for attention.
const hurry = 3
