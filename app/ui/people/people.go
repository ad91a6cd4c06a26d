// Package people is the room « Personnes »: the list of households, searched as one types and
// narrowed by chips, with a person's file beside it. It knows no other screen: the file is handed
// in by whoever puts the window together.
package people

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
	People(ctx context.Context, by coop.Actor, f coop.RowFilter, late bool) ([]coop.Row, int, error)
	Residences(ctx context.Context, by coop.Actor) ([]coop.Residence, error)
	VisitRules(ctx context.Context) (coop.VisitRules, error)
	AddHousehold(ctx context.Context, by coop.Actor, h coop.Household, r coop.Residence) (coop.HouseholdID, error)
	Today() coop.Day
}

// File shows one household; the screen « person » is one.
type File interface {
	Content() fyne.CanvasObject
	Show(id coop.HouseholdID)
}

// Notices says what was done.
type Notices interface {
	Done(text string)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor // who works now
	Notices Notices
	File    File
	OnError func(error)
	OnOpen  func(coop.HouseholdID) // a file was opened; may be nil
	// OnBatch makes papers for many: of those that a filter finds, or of all; may be nil.
	OnBatch func(f coop.RowFilter, late bool)
}

// Screen is the room « Personnes ».
type Screen struct {
	p       Params
	search  *kit.SearchBox
	filters filters
	count   *kit.Text
	list    *kit.TouchList
	empty   *fyne.Container
	rows    *rows
	rules   coop.VisitRules
	open    coop.HouseholdID

	listSide *fyne.Container
	fileSide *fyne.Container
	back     fyne.CanvasObject
	nobody   fyne.CanvasObject
	file     fyne.CanvasObject
	page     *fyne.Container
	wide     bool
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, count: kit.Caption("").OneLine(), empty: kit.Stack(0)}
	s.search = kit.NewSearchBox(p.Run, p.Words, p.Words.T("people.search"), func(string) { s.ask() })
	s.filters.build(s)
	s.list = kit.NewTouchList(s.newRow, s.showRow)
	s.list.OnTapped = s.tapped
	s.rows = &rows{screen: s}
	s.search.OnSubmitted = func(string) { s.list.Open(max(s.list.Current(), 0)) }
	s.search.OnDown = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(s.list); c != nil && s.list.Count() > 0 {
			c.Focus(s.list)
		}
	}
	add := kit.IconButton(look.IconPersonPlus, p.Words.T("people.add"), s.add).Framed()
	count := kit.Row(kit.Grow(s.count))
	if p.OnBatch != nil {
		count.Add(kit.QuietButton(p.Words.T("batch.open"), func() { p.OnBatch(s.filters.filter()) }).WithIcon(look.IconMail))
	}
	head := kit.Stack(look.Snug,
		kit.Row(kit.Grow(s.search), add),
		s.filters.object(), count)
	s.listSide = container.NewBorder(kit.PaddedXY(look.Inset, look.Gap, head), nil, nil, nil,
		container.NewStack(s.list, s.empty))
	s.back = kit.Bar(kit.PaddedXY(look.Snug, look.Tight, kit.Row(
		kit.QuietButton(p.Words.T("people.back"), s.Back).WithIcon(look.IconArrowLeft), kit.Spacer())))
	s.nobody = kit.Stack(0, kit.Spacer(), kit.Empty(look.IconPeople, p.Words.T("people.choose"), nil), kit.Spacer(), kit.Spacer())
	s.file = p.File.Content()
	s.fileSide = container.NewBorder(s.back, nil, nil, nil, container.NewStack(s.nobody, s.file))
	s.page = container.New(&sides{s}, kit.Bar(s.listSide), s.fileSide)
	s.arrange()
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Refresh reads the list again; the file that is open is read again too.
func (s *Screen) Refresh() {
	s.filters.refresh()
	s.ask()
	if s.open != "" {
		s.p.File.Show(s.open)
	}
}

// Reload reads the list again and leaves the open file alone, for what changed in the file itself.
func (s *Screen) Reload() { s.rows.again() }

// Focus puts the keyboard into the search box.
func (s *Screen) Focus() { s.search.Focus() }

// Search looks for words as if they had been typed.
func (s *Screen) Search(words string) {
	s.filters.clear()
	s.search.SetText(words)
	s.Back()
}

// ShowToBook lists those who owe a visit; overdue narrows to those whose window has ended.
func (s *Screen) ShowToBook(overdue bool) {
	s.search.SetText("")
	s.filters.clear()
	s.filters.due.Set(!overdue)
	s.filters.late.Set(overdue)
	s.open = ""
	s.list.Select(-1)
	s.arrange()
	s.ask()
}

// Open opens a household's file.
func (s *Screen) Open(id coop.HouseholdID) {
	s.open = id
	if i := s.list.Selected(); i >= 0 && s.rows.at(i).ID != id {
		s.list.Select(-1)
	}
	s.p.File.Show(id)
	s.arrange()
	if s.p.OnOpen != nil {
		s.p.OnOpen(id)
	}
}

// Back goes from the file to the list where only one of them is seen; it says whether there was
// anything to go back from.
func (s *Screen) goBack() bool {
	if s.wide || s.open == "" {
		return false
	}
	s.open = ""
	s.list.Select(-1)
	s.arrange()
	return true
}

// Back closes the file where it hides the list.
func (s *Screen) Back() { s.goBack() }

// Leave is Back for the Escape key: it says whether it had something to do.
func (s *Screen) Leave() bool { return s.goBack() }

func (s *Screen) tapped(i int) {
	row := s.rows.at(i)
	if row.ID == "" {
		return
	}
	s.list.Select(i)
	s.Open(row.ID)
}

// arrange shows list and file beside each other, or one of them.
func (s *Screen) arrange() {
	opened := s.open != ""
	s.back.Hide()
	if !s.wide {
		s.back.Show()
	}
	show(s.page.Objects[0], s.wide || !opened)
	show(s.fileSide, s.wide || opened)
	show(s.nobody, !opened)
	show(s.file, opened)
	s.page.Refresh()
}

func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// bothFrom is the width from which list and file stand beside each other.
const (
	bothFrom  float32 = 960
	listWidth float32 = 400
)

// sides puts the list left and the file right where there is room, else the one that is shown.
type sides struct{ screen *Screen }

func (l *sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

func (l *sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if wide := size.Width >= bothFrom; wide != l.screen.wide {
		l.screen.wide = wide
		l.screen.arrange() // comes back here with the parts that are shown
		return
	}
	if !l.screen.wide {
		for _, o := range objects {
			o.Move(fyne.Position{})
			o.Resize(size)
		}
		return
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(listWidth, size.Height))
	objects[1].Move(fyne.NewPos(listWidth, 0))
	objects[1].Resize(fyne.NewSize(size.Width-listWidth, size.Height))
}
