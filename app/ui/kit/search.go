package kit

import (
	"time"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// pause is how long typing rests before a search begins.
const pause = 60 * time.Millisecond

// SearchBox is a field that searches while one types.
type SearchBox struct {
	widget.BaseWidget
	OnSubmitted func(string) // Return; may be nil
	OnDown      func()       // the down arrow: into the list of results; may be nil

	run     Runner
	input   *Input
	clear   *Button
	onQuery func(string)
	callOff func()
}

// NewSearchBox is empty and shows the hint. onQuery is called shortly after the last letter, and at once when the
// box is emptied with its own button.
func NewSearchBox(run Runner, words Words, hint string, onQuery func(string)) *SearchBox {
	s := &SearchBox{run: run, input: newInput(hint), onQuery: onQuery}
	s.input.SetPlaceHolder(hint)
	s.input.OnChanged = func(string) { s.changed() }
	s.input.OnSubmitted = func(text string) {
		s.ask()
		if s.OnSubmitted != nil {
			s.OnSubmitted(text)
		}
	}
	s.input.keys[fyne.KeyDown] = func() {
		if s.OnDown != nil {
			s.OnDown()
		}
	}
	s.input.Icon = look.IconSearch.Drawn(look.Color(look.Quiet))
	s.clear = IconButton(look.IconClose, words.T("kit.search.clear"), s.Clear)
	s.clear.Hide()
	s.input.ActionItem = s.clear
	s.ExtendBaseWidget(s)
	return s
}

// Text is what stands in the box.
func (s *SearchBox) Text() string { return s.input.Text }

// SetText puts words into the box and searches for them.
func (s *SearchBox) SetText(text string) {
	s.input.SetText(text)
}

// Clear empties the box and asks for nothing.
func (s *SearchBox) Clear() {
	s.input.SetText("")
	s.ask()
	s.Focus()
}

// Focus puts the keyboard into the box and marks what stands there.
func (s *SearchBox) Focus() {
	if c := canvasOf(s.input); c != nil {
		c.Focus(s.input)
		s.input.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// Focusable is the part that takes the keyboard, for Sheet.First.
func (s *SearchBox) Focusable() fyne.Focusable { return s.input }

func (s *SearchBox) changed() {
	if hidden := s.input.Text == ""; s.clear.Hidden != hidden {
		s.clear.Hidden = hidden
		s.input.Refresh()
	}
	s.rest()
	s.callOff = s.run.Soon(pause, s.ask)
}

// rest calls off a search that waits for the pause.
func (s *SearchBox) rest() {
	if s.callOff != nil {
		s.callOff()
		s.callOff = nil
	}
}

func (s *SearchBox) ask() {
	s.rest()
	if s.onQuery != nil {
		s.onQuery(s.input.Text)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *SearchBox) CreateRenderer() fyne.WidgetRenderer {
	r := around(s.input)
	return &frame{objects: r.Objects, least: r.MinSize, layout: r.Layout, refresh: func() {
		s.input.Icon = look.IconSearch.Drawn(look.Color(look.Quiet))
		r.Refresh()
	}}
}
