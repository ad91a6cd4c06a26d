package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Fold is a part of a page that opens and closes by a press on its head. What is inside is made when it is first
// opened.
type Fold struct {
	widget.BaseWidget
	head     *foldHead
	box      *fyne.Container
	make     func() fyne.CanvasObject
	body     fyne.CanvasObject
	onToggle func(open bool)
}

// NewFold is open or closed; the note stands at the end of the head, such as how many things are inside. onToggle is
// called after a person's press only and may be nil.
func NewFold(title, note string, open bool, body func() fyne.CanvasObject, onToggle func(open bool)) *Fold {
	f := &Fold{head: newFoldHead(title, note), make: body, onToggle: onToggle}
	f.head.onPressed = f.toggle
	f.box = Stack(look.Snug, f.head)
	f.ExtendBaseWidget(f)
	if open {
		f.open()
	}
	return f
}

// SetNote changes what stands at the end of the head.
func (f *Fold) SetNote(note string, tone Tone) { f.head.note.Set(note, tone) }

// Open says whether the part is open.
func (f *Fold) Open() bool { return f.body != nil && f.body.Visible() }

func (f *Fold) open() {
	if f.body == nil {
		f.body = f.make()
		f.box.Add(f.body)
	}
	f.body.Show()
	f.head.tell(true)
}

func (f *Fold) toggle() {
	if f.Open() {
		f.body.Hide()
		f.head.tell(false)
	} else {
		f.open()
	}
	f.box.Refresh()
	if f.onToggle != nil {
		f.onToggle(f.Open())
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer { return around(f.box) }

// foldHead is the line that opens and closes a part.
type foldHead struct {
	pressable
	note  *Text
	arrow *Icon
	row   *fyne.Container
}

func newFoldHead(title, note string) *foldHead {
	h := &foldHead{note: Caption(note).Whole(), arrow: NewGlyph(look.IconChevronRight, Calm)}
	h.word = title
	h.row = Row(h.arrow, Grow(Body(title).Strong()), h.note)
	h.becomes(h)
	return h
}

func (h *foldHead) tell(open bool) {
	icon, tone := look.IconChevronRight, Calm
	if open {
		icon, tone = look.IconChevronDown, Accented
	}
	h.arrow.Set(icon, tone)
}

// CreateRenderer implements fyne.Widget.
func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&h.pressable, h.row, func() fyne.ThemeColorName { return look.Clear })
}
