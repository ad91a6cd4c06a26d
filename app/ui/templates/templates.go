// Package templates is the part of the room « Textes » where the texts of papers are written: the list of them, the
// editor with the page beside it as it will be printed, the test on the longest names, versions and what differs
// between them. It knows no archive, no layout of a paper and no other screen: what it needs is handed to it.
package templates

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Today   coop.Day
	Window  fyne.Window // for sheets
	Fonts   kit.LeafFonts
	Tabs    fyne.CanvasObject // the parts of the room, above the list; may be nil
	OnError func(error)
	OnDone  func(text string)

	ChooseFile   func(chosen func(path string))   // asks for the file of a template; may be nil
	ChooseFolder func(chosen func(folder string)) // asks for a folder; may be nil
}

// Screen is « Papiers ».
type Screen struct {
	p     Params
	list  *list
	views *kit.Views // the list, and what lies over it
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p}
	s.list = newList(s)
	s.views = kit.NewViews(s.list.content, s.list.read)
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.views.Object() }

// Refresh reads the list again. What is being written is not touched.
func (s *Screen) Refresh() { s.list.read() }

// Back leaves the page on top; false when there is only the list.
func (s *Screen) Back() bool { return s.views.Back() }

// TypedKey is a key that nothing in the room has taken; it says whether the room has.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool { return s.views.TypedKey(e) }

// TypedShortcut is a shortcut of the window's, such as Ctrl+Z; it says whether the room has taken it.
func (s *Screen) TypedShortcut(shortcut fyne.Shortcut) bool { return s.views.TypedShortcut(shortcut) }

// fail tells an error where the shell tells them.
func (s *Screen) fail(err error) { s.p.OnError(err) }

// act does something at the desk and then what follows; a refusal is told.
func act[T any](s *Screen, do func(context.Context) (T, error), then func(T)) {
	kit.Run(s.p.Run, func() (T, error) { return do(context.Background()) }, func(done T, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		then(done)
	})
}

// page is a page over the list, with the way back.
func (s *Screen) page(title string, content fyne.CanvasObject) *fyne.Container {
	back := kit.IconButton(look.IconArrowLeft, s.p.Words.T("templates.back"), func() { s.Back() })
	head := kit.Bar(kit.PaddedXY(look.Gap, look.Snug, kit.Row(back, kit.Grow(kit.Section(title).OneLine()))))
	return kit.Stack(0, head, kit.Grow(kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, content))))
}
