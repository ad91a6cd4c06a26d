package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// mostAnswers is how many people the search above the rooms shows; the people's room shows them all.
const mostAnswers = 8

// search finds people from every room: a box, and the first answers below it.
type search struct {
	shell *Shell
	box   *kit.SearchBox
	list  *kit.TouchList
	rows  []coop.Row
	none  *fyne.Container
	asked kit.Latest
	card  *kit.Panel
	over  *fyne.Container // the answers over the room; a press beside them closes them

	catcher  *catcher
	answered bool // the answers are shown
}

type answerRow struct{ name, home *kit.Text }

func newSearch(shell *Shell) *search {
	s := &search{shell: shell}
	s.box = kit.NewSearchBox(shell.p.Run, shell.words, shell.words.T("shell.search"), s.ask)
	s.box.OnSubmitted = func(string) { s.open(max(s.list.Current(), 0)) }
	s.box.OnDown = func() { s.list.Step(1) }
	s.list = kit.NewTouchList(func() (answerRow, fyne.CanvasObject) {
		row := answerRow{kit.Body("").Strong().OneLine(), kit.Caption("").OneLine()}
		return row, kit.RowOf(look.Gap, kit.NewIcon(look.IconUser, kit.Calm), kit.Grow(kit.Stack(2, row.name, row.home)))
	}, s.fill)
	s.list.OnTapped = s.open
	s.none = kit.Column()
	s.card = kit.FlatCard(s.list)
	s.catcher = newCatcher(s.close)
	s.over = container.New(&answersLayout{s}, s.catcher, s.card)
	s.reveal(false)
	return s
}

func (s *search) focus() { s.box.Focus() }

func (s *search) fill(i int, row answerRow) {
	if i >= len(s.rows) {
		return
	}
	r := s.rows[i]
	row.name.SetText(s.shell.words.People(r.Holders))
	row.home.SetText(s.shell.home(r))
}

func (s *search) ask(words string) {
	if words == "" {
		s.hide()
		return
	}
	shell := s.shell
	kit.RunLatest(shell.p.Run, &s.asked, func() ([]coop.Row, error) {
		return shell.p.Office.Search(context.Background(), shell.by, words, mostAnswers)
	}, func(rows []coop.Row, err error) {
		if err != nil {
			shell.fail(err)
			return
		}
		s.answer(words, rows)
	})
}

func (s *search) answer(words string, rows []coop.Row) {
	if s.box.Text() == "" { // emptied meanwhile
		return
	}
	s.rows = rows
	if len(rows) == 0 {
		s.none.Objects = []fyne.CanvasObject{kit.Quiet(s.shell.words.T("shell.search.none", i18n.Args{"Words": words}))}
		s.none.Add(kit.Row(kit.SecondaryButton(s.shell.words.T("shell.search.add"), func() { s.shell.lookFor(words) }).WithIcon(look.IconPersonPlus)))
		s.card.SetContent(kit.Padded(look.Inset, s.none))
	} else {
		s.card.SetContent(s.list)
		s.list.SetCount(len(rows))
		s.list.Select(-1)
		s.list.ScrollToTop()
	}
	s.reveal(true)
}

// reveal shows or hides the answers. What lies over the room stays in place, because a part that was
// never seen has no window that it could ask to draw it.
func (s *search) reveal(answered bool) {
	s.answered = answered
	show(s.catcher, answered)
	show(s.card, answered)
	s.over.Refresh()
}

// open opens the file of an answer.
func (s *search) open(i int) {
	if i >= len(s.rows) || !s.answered {
		return
	}
	id := s.rows[i].ID
	s.close()
	s.shell.openPerson(id)
}

// close empties the search.
func (s *search) close() {
	if s.box.Text() != "" {
		s.box.SetText("")
	}
	s.hide()
}

func (s *search) hide() {
	s.rows = nil
	if s.answered {
		s.reveal(false)
	}
}

// answersLayout puts the answers below the search box, and the catcher everywhere.
type answersLayout struct{ search *search }

// MinSize implements fyne.Layout.
func (l *answersLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (l *answersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := l.search
	put(objects[0], 0, 0, size.Width, size.Height)
	width := fyne.Max(s.box.Size().Width, fyne.Min(leastAnswers, size.Width-2*look.Wide))
	s.card.Resize(fyne.NewSize(width, size.Height)) // so that texts wrap before they are measured
	height := s.card.MinSize().Height
	if n := len(s.rows); n > 0 {
		height = s.list.MinSize().Height*float32(n) + 2*look.Hair
	}
	put(s.card, look.Wide, look.Tight, width, fyne.Min(height, size.Height-look.Inset))
}

const leastAnswers float32 = 320

// catcher lies under the answers and closes them when a person presses elsewhere.
type catcher struct {
	widget.BaseWidget
	pressed func()
}

var _ fyne.Tappable = (*catcher)(nil)

func newCatcher(pressed func()) *catcher {
	c := &catcher{pressed: pressed}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *catcher) Tapped(*fyne.PointEvent) { c.pressed() }

// CreateRenderer implements fyne.Widget.
func (c *catcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
