package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Input is the box of a field that is typed into. It hands Escape, and keys that its owner takes, on.
type Input struct {
	widget.Entry
	names []string                 // what the field is called: its label, its hint
	keys  map[fyne.KeyName]func()  // keys that do not edit
	first func(fyne.Shortcut) bool // takes a shortcut before the field does; may be nil
	edits bool                     // the keyboard is here
}

func newInput(names ...string) *Input {
	i := &Input{names: names, keys: map[fyne.KeyName]func(){}}
	i.ExtendBaseWidget(i)
	return i
}

// Called is what a person would call the field.
func (i *Input) Called() []string { return append(i.names, i.PlaceHolder) }

// Content is what stands in the field.
func (i *Input) Content() string { return i.Text }

// AccessibilityLabel implements fyne.Accessible.
func (i *Input) AccessibilityLabel() string { return i.names[0] }

// AccessibilityRole implements fyne.Accessible.
func (i *Input) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is at least high enough for a finger.
func (i *Input) MinSize() fyne.Size {
	size := i.Entry.MinSize()
	return fyne.NewSize(fyne.Min(size.Width, leastInput), fyne.Max(size.Height, look.Touch))
}

const leastInput float32 = 80

// FocusGained implements fyne.Focusable.
func (i *Input) FocusGained() {
	i.edits = true
	i.Entry.FocusGained()
	reveal(i)
}

// FocusLost implements fyne.Focusable.
func (i *Input) FocusLost() {
	i.edits = false
	i.Entry.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (i *Input) CreateRenderer() fyne.WidgetRenderer {
	r := &inputRenderer{WidgetRenderer: i.Entry.CreateRenderer(), input: i, rest: Body("").OneLine()}
	r.fit()
	return r
}

// TypedKey implements fyne.Focusable.
func (i *Input) TypedKey(e *fyne.KeyEvent) {
	if do, ok := i.keys[e.Name]; ok {
		do()
		return
	}
	if e.Name == fyne.KeyEscape {
		passKey(canvasOf(i), e)
		return
	}
	i.Entry.TypedKey(e)
}

// TypedShortcut implements fyne.Shortcutable. What edits stays in the field; shortcuts of letters
// and figures (Ctrl+K, Ctrl+1) are the window's, even while somebody types.
func (i *Input) TypedShortcut(s fyne.Shortcut) {
	if i.first != nil && i.first(s) {
		return
	}
	if custom, ok := s.(*desktop.CustomShortcut); ok && len(custom.KeyName) == 1 {
		if window, ok := canvasOf(i).(fyne.Shortcutable); ok {
			window.TypedShortcut(s)
		}
		return
	}
	i.Entry.TypedShortcut(s)
}

// Field is a box to type into, with its label above and a hint or what is wrong below.
type Field struct {
	widget.BaseWidget
	OnSubmitted func(string) // Return in a field of one line; may be nil

	input     *Input
	label     *Text
	hint      *Text
	fault     *Text
	faultRow  *fyne.Container
	box       *fyne.Container
	onChanged func(string)
	silent    bool
}

// NewField is a field of one line. onChanged is called while a person types, not by SetText.
func NewField(label, text string, onChanged func(string)) *Field {
	f := &Field{
		input: newInput(label), onChanged: onChanged,
		label: Caption(label).Strong(), hint: Caption(""), fault: newText("", look.SizeCaption).Toned(Late),
	}
	f.faultRow = RowOf(look.Tight, NewGlyph(look.IconCircleAlert, Late), f.fault)
	f.label.Hidden, f.hint.Hidden, f.faultRow.Hidden = label == "", true, true
	f.input.Text = text
	f.input.OnChanged = func(s string) {
		if !f.silent && f.onChanged != nil {
			f.onChanged(s)
		}
	}
	f.input.OnSubmitted = func(s string) {
		if f.OnSubmitted != nil {
			f.OnSubmitted(s)
		}
	}
	f.box = Lines(f.label, f.input, f.hint, f.faultRow)
	f.ExtendBaseWidget(f)
	return f
}

// WithPlaceholder shows a quiet example while the field is empty.
func (f *Field) WithPlaceholder(text string) *Field { f.input.SetPlaceHolder(text); return f }

// WithHint shows a small text below.
func (f *Field) WithHint(text string) *Field {
	f.hint.SetText(text)
	f.hint.Hidden = text == ""
	f.box.Refresh()
	return f
}

// Named gives a field that shows no label a name, for screen readers and tests.
func (f *Field) Named(name string) *Field { f.input.names = []string{name}; return f }

// Lines makes room for several lines, which wrap; Return then goes to the next line.
func (f *Field) Lines(n int) *Field {
	f.input.MultiLine = true
	f.input.Wrapping = fyne.TextWrapWord
	f.input.SetMinRowsVisible(n)
	return f
}

// Text is what stands in the field.
func (f *Field) Text() string { return f.input.Text }

// SetText changes what stands in the field without calling onChanged.
func (f *Field) SetText(text string) {
	if f.input.Text == text {
		return
	}
	f.silent = true
	f.input.SetText(text)
	f.silent = false
}

// SetError says below what is wrong and what to do; "" takes it away.
func (f *Field) SetError(text string) {
	f.fault.SetText(text)
	f.faultRow.Hidden = text == ""
	f.box.Refresh()
}

// Focus puts the keyboard into the field.
func (f *Field) Focus() {
	if c := canvasOf(f.input); c != nil {
		c.Focus(f.input)
	}
}

// Focusable is the part that takes the keyboard, for Sheet.First.
func (f *Field) Focusable() fyne.Focusable { return f.input }

// Enable lets a person type.
func (f *Field) Enable() { f.input.Enable() }

// Disable shows the text without letting a person change it.
func (f *Field) Disable() { f.input.Disable() }

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return around(f.box) }
