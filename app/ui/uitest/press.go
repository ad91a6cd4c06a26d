package uitest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Press presses what bears the words: a button, a chip, or a row that contains them. It fails the test when
// nothing bears them or when what bears them is disabled.
func Press(tb testing.TB, w fyne.Window, words string) {
	tb.Helper()
	target := pressable(w, words)
	if target == nil {
		tb.Fatalf("nothing to press says %q; the window says:\n%s", words, strings.Join(Texts(w), "\n"))
	}
	if off, ok := target.(fyne.Disableable); ok && off.Disabled() {
		tb.Fatalf("%q is disabled", words)
	}
	test.Tap(target)
	Settle(w)
}

// CanPress says whether something that is not disabled bears the words.
func CanPress(w fyne.Window, words string) bool {
	target := pressable(w, words)
	if target == nil {
		return false
	}
	off, ok := target.(fyne.Disableable)
	return !ok || !off.Disabled()
}

// pressable prefers what is called exactly so, then what holds a text that is exactly so, then what holds it in part.
func pressable(w fyne.Window, words string) fyne.Tappable {
	words = plainSpaces(words)
	all := inSight(w)
	for _, f := range all {
		named, ok := f.object.(fyne.Accessible)
		if target, taps := f.object.(fyne.Tappable); ok && taps && plainSpaces(named.AccessibilityLabel()) == words {
			return target
		}
	}
	matches := []func(string) bool{
		func(text string) bool { return text == words },
		func(text string) bool { return strings.Contains(text, words) },
	}
	for _, match := range matches {
		for _, f := range all {
			text := plainSpaces(reading(f.object))
			if text == "" || !match(text) {
				continue
			}
			if target := nearest(f); target != nil {
				return target
			}
		}
	}
	return nil
}

// nearest is the innermost thing around an object that can be tapped.
func nearest(f found) fyne.Tappable {
	if target, ok := f.object.(fyne.Tappable); ok {
		return target
	}
	for i := len(f.parents) - 1; i >= 0; i-- {
		if target, ok := f.parents[i].(fyne.Tappable); ok {
			return target
		}
	}
	return nil
}

// Type types into the field with a label, or the field whose hint it is, in place of what was there.
func Type(tb testing.TB, w fyne.Window, label, text string) {
	tb.Helper()
	entry := field(w, label)
	if entry == nil {
		tb.Fatalf("no field is called %q; the window says:\n%s", label, strings.Join(Texts(w), "\n"))
	}
	entry.SetText("")
	w.Canvas().Focus(entry)
	test.Type(entry, text)
	Settle(w)
}

// Typed is what stands in the field with a label.
func Typed(tb testing.TB, w fyne.Window, label string) string {
	tb.Helper()
	entry := field(w, label)
	if entry == nil {
		tb.Fatalf("no field is called %q", label)
	}
	return entry.Content()
}

// input is a field of the kit: it knows what it is called.
type input interface {
	fyne.Focusable
	Called() []string
	SetText(string)
	Content() string
}

func field(w fyne.Window, label string) input {
	for _, f := range inSight(w) {
		one, ok := f.object.(input)
		if !ok {
			continue
		}
		for _, name := range one.Called() {
			if name != "" && plainSpaces(name) == plainSpaces(label) {
				return one
			}
		}
	}
	return nil
}

// Key presses a key: the focused part gets it, else the window.
func Key(tb testing.TB, w fyne.Window, name fyne.KeyName) {
	tb.Helper()
	event := &fyne.KeyEvent{Name: name}
	if focused := w.Canvas().Focused(); focused != nil {
		focused.TypedKey(event)
	} else if handle := w.Canvas().OnTypedKey(); handle != nil {
		handle(event)
	}
	Settle(w)
}

// Letter types one letter where the keyboard is: the focused part gets it, else the window.
func Letter(tb testing.TB, w fyne.Window, letter rune) {
	tb.Helper()
	if focused := w.Canvas().Focused(); focused != nil {
		focused.TypedRune(letter)
	} else if handle := w.Canvas().OnTypedRune(); handle != nil {
		handle(letter)
	}
	Settle(w)
}

// Shortcut presses a shortcut such as Ctrl+K: whatever has the keyboard hears it first, as in the living window.
func Shortcut(tb testing.TB, w fyne.Window, s fyne.Shortcut) {
	tb.Helper()
	if focused, ok := w.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		Settle(w)
		return
	}
	target, ok := w.Canvas().(fyne.Shortcutable)
	if !ok {
		tb.Fatal("the window takes no shortcuts")
	}
	target.TypedShortcut(s)
	Settle(w)
}

// Drag drags the window's content at a spot: a finger that moves by some points.
func Drag(w fyne.Window, at fyne.Position, dx, dy float32) {
	test.Drag(w.Canvas(), at, dx, dy)
	Settle(w)
}

// Held is something that a finger holds and drags.
type Held struct {
	window fyne.Window
	target fyne.Draggable
	at     fyne.Position // of the finger, in what it holds
}

// Grab puts a finger on what bears the words and can be dragged. It fails the test when nothing does.
func Grab(tb testing.TB, w fyne.Window, words string) *Held {
	tb.Helper()
	for _, f := range inSight(w) {
		target, drags := f.object.(fyne.Draggable)
		named, called := f.object.(fyne.Accessible)
		if drags && called && plainSpaces(named.AccessibilityLabel()) == plainSpaces(words) {
			size := f.object.Size()
			return &Held{window: w, target: target, at: fyne.NewPos(size.Width/2, size.Height/2)}
		}
	}
	tb.Fatalf("nothing to drag is called %q; the window says:\n%s", words, strings.Join(Texts(w), "\n"))
	return nil
}

// Move drags by some points.
func (h *Held) Move(dx, dy float32) {
	h.at = h.at.AddXY(dx, dy)
	h.target.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: h.at}, Dragged: fyne.NewDelta(dx, dy)})
}

// Drop takes the finger away.
func (h *Held) Drop() {
	h.target.DragEnd()
	Settle(h.window)
}
