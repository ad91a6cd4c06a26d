package asking

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
)

// mostStrokes is more than a reference has characters, a hyphen included.
const mostStrokes = 10

// stroke is a letter or figure that was typed while a questionnaire was open, with what was ticked before.
type stroke struct {
	letter  rune
	ticked  []int
	current int
}

// TypedKey is a key that no field has taken; it says whether the page has.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool {
	if s.sheet == nil {
		if s.results.seen && e.Name == fyne.KeyEscape {
			s.turn()
			return true
		}
		return false
	}
	switch e.Name {
	case fyne.KeyBackspace, fyne.KeyUp:
		s.strokes = nil
		s.sheet.step(-1)
	case fyne.KeyDown:
		s.strokes = nil
		s.sheet.step(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.enter()
	case fyne.KeyEscape:
		s.leave()
	default:
		return false
	}
	return true
}

// enter goes on, keeps at the end, or takes what a hand scanner wrote for the next questionnaire.
func (s *Screen) enter() {
	if ref, before, ok := s.scanned(); ok {
		s.sheet.restore(before)
		s.strokes = nil
		if s.sheet.ended() {
			s.keep(ref)
		} else {
			s.p.Notices.Refused(s.p.Words.T("asking.scanned"))
		}
		return
	}
	s.strokes = nil
	if s.sheet.ended() {
		s.keep("")
		return
	}
	s.sheet.step(1)
}

// scanned is the reference that the last letters and figures spell. Figures alone are answers.
func (s *Screen) scanned() (ref string, before stroke, ok bool) {
	for length := 8; length <= min(len(s.strokes), mostStrokes-1); length++ {
		last := s.strokes[len(s.strokes)-length:]
		var text strings.Builder
		for _, one := range last {
			text.WriteRune(one.letter)
		}
		if !strings.ContainsFunc(text.String(), unicode.IsLetter) {
			continue
		}
		if _, err := coop.ReadReference(text.String()); err == nil {
			return text.String(), last[0], true
		}
	}
	return "", stroke{}, false
}

// TypedRune is a letter or figure that no field has taken: a figure ticks a box of the question one is at.
func (s *Screen) TypedRune(letter rune) {
	if s.sheet == nil {
		if !s.results.seen { // somebody scans although the field was left
			s.Focus()
			s.field.Focusable().TypedRune(letter)
		}
		return
	}
	s.strokes = append(s.strokes, stroke{letter, slices.Clone(s.sheet.ticked), s.sheet.current})
	if len(s.strokes) > mostStrokes {
		s.strokes = s.strokes[1:]
	}
	if letter == ' ' {
		s.sheet.tick(blank)
		return
	}
	if figure, ok := coop.FigureOf(letter); ok {
		s.sheet.tick(figure)
	}
}
