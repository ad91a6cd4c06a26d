package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Select is one of many values, chosen from a list that drops down.
type Select[T comparable] struct {
	options   []Option[T]
	chosen    int // -1 for none
	onChanged func(T)
	box       *fyne.Container
	control   *dropButton
}

// NewSelect starts with nothing chosen. onChanged is called after a person's choice only; the label may be "".
func NewSelect[T comparable](label string, options []Option[T], onChanged func(T)) *Select[T] {
	s := &Select[T]{chosen: -1, onChanged: onChanged, control: newDropButton(label)}
	s.control.onPressed = s.drop
	caption := Caption(label).Strong()
	caption.Hidden = label == ""
	s.box = Lines(caption, s.control)
	s.SetOptions(options)
	return s
}

// Object is what stands on the screen.
func (s *Select[T]) Object() fyne.CanvasObject { return s.box }

// SetOptions replaces the options; the chosen value stays chosen if it is among them.
func (s *Select[T]) SetOptions(options []Option[T]) {
	value, chosen := s.Value()
	s.options, s.chosen = options, -1
	if chosen {
		s.Set(value)
	}
	s.tell()
}

// Value is the chosen value, if one is chosen.
func (s *Select[T]) Value() (T, bool) {
	if s.chosen < 0 {
		var none T
		return none, false
	}
	return s.options[s.chosen].Value, true
}

// Set chooses a value without calling onChanged; a value that is not offered leaves nothing chosen.
func (s *Select[T]) Set(value T) {
	s.chosen = -1
	for i, option := range s.options {
		if option.Value == value {
			s.chosen = i
		}
	}
	s.tell()
}

// WithPlaceholder is what stands there while nothing is chosen.
func (s *Select[T]) WithPlaceholder(text string) *Select[T] {
	s.control.empty = text
	s.tell()
	return s
}

// Enable lets a person choose.
func (s *Select[T]) Enable() { s.control.Enable() }

// Disable shows the value without letting a person change it.
func (s *Select[T]) Disable() { s.control.Disable() }

func (s *Select[T]) tell() {
	if s.chosen < 0 {
		s.control.tell(s.control.empty, Calm)
		return
	}
	s.control.tell(s.options[s.chosen].Words, Plain)
}

func (s *Select[T]) drop() {
	rows := make([]dropRow, len(s.options))
	for i, option := range s.options {
		rows[i] = dropRow{words: option.Words, icon: option.Icon, on: i == s.chosen}
	}
	dropDown(s.control, rows, func(i int) {
		s.chosen = i
		s.tell()
		if s.onChanged != nil {
			s.onChanged(s.options[i].Value)
		}
	})
}

// dropButton is the closed form of a Select: the chosen words and an arrow.
type dropButton struct {
	pressable
	label string
	empty string
	text  *Text
}

func newDropButton(label string) *dropButton {
	b := &dropButton{label: label, text: Body("").OneLine()}
	b.word = label
	b.becomes(b)
	return b
}

func (b *dropButton) tell(text string, tone Tone) {
	b.text.Set(text, tone)
	if b.label == "" {
		b.word = text
	}
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *dropButton) CreateRenderer() fyne.WidgetRenderer {
	back, arrow := newGround(), NewGlyph(look.IconChevronDown, Calm)
	row := Row(Grow(b.text), arrow)
	layout := func(size fyne.Size) {
		back.layout(size)
		place(row, look.Gap, 0, size.Width-2*look.Gap, size.Height)
	}
	dressed := func() {
		d := dress{fill: look.Card, line: look.Edge, thick: look.Hair, corner: look.Corner}
		if b.hovered {
			d.fill = look.Hover
		}
		if b.disabled {
			d.fill, d.line = look.Sunken, look.Line
		}
		back.paint(d, b.focused)
		row.Refresh()
		layout(b.Size())
	}
	dressed()
	return &frame{
		objects: fixed(back.objects(row)...),
		least: func() fyne.Size {
			width := fyne.Min(b.text.natural()+1, leastFlow*1.5) + arrow.MinSize().Width + look.Snug + 2*look.Gap
			return fyne.NewSize(width, fyne.Max(look.Touch, b.text.lineHeight()+2*look.Snug))
		},
		layout: layout, refresh: dressed,
	}
}

type dropRow struct {
	words string
	icon  look.Icon
	on    bool
}

// tallestDrop is how high a list that drops down may become before it scrolls.
const tallestDrop float32 = 400

// widestDrop is how wide the words of such a list may become before they are cut.
const widestDrop float32 = 420

// dropDown shows rows below a control, or above it where there is no room, until one is pressed or the person
// presses elsewhere.
func dropDown(control fyne.CanvasObject, rows []dropRow, onChosen func(int)) {
	c := canvasOf(control)
	if c == nil || len(rows) == 0 {
		return
	}
	var v *veil
	onKey, onRune := c.OnTypedKey(), c.OnTypedRune()
	closed := func() {
		v.hide()
		c.SetOnTypedKey(onKey)
		c.SetOnTypedRune(onRune)
	}
	list := Stack(0)
	for i, row := range rows {
		list.Add(newDropItem(row, func() { closed(); onChosen(i) }))
	}
	scroll := NewTouchScroll(list)
	card := newPanel(dress{fill: look.Card, line: look.Edge, thick: look.Hair, corner: look.Corner}, look.Tight, scroll)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(control)
	v = newVeil(look.Clear, card, func(room fyne.Size) (fyne.Position, fyne.Size) {
		width := fyne.Min(fyne.Max(control.Size().Width, list.MinSize().Width+2*look.Tight), room.Width-2*look.Snug)
		height := fyne.Min(list.MinSize().Height+2*look.Tight, tallestDrop)
		below, above := room.Height-at.Y-control.Size().Height-look.Inset, at.Y-look.Inset
		y := at.Y + control.Size().Height + look.Tight
		if below < height && above > below {
			height = fyne.Min(height, above)
			y = at.Y - look.Tight - height
		} else {
			height = fyne.Min(height, below)
		}
		return fyne.NewPos(fyne.Min(at.X, room.Width-width-look.Snug), y), fyne.NewSize(width, height)
	})
	v.outside = closed
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			closed()
		}
	})
	c.SetOnTypedRune(func(rune) {})
	v.show(c)
}

// dropItem is one row of a list that drops down.
type dropItem struct {
	pressable
	row  *fyne.Container
	text *Text
	on   bool
}

func newDropItem(row dropRow, onPressed func()) *dropItem {
	icon := row.icon
	if row.on {
		icon = look.IconCheck
	}
	glyph := NewGlyph(icon, Accented)
	gap := canvas.NewRectangle(look.Color(look.Clear))
	gap.SetMinSize(fyne.NewSquareSize(look.Size(look.SizeGlyph)))
	glyph.Hidden, gap.Hidden = icon == "", icon != ""
	text := Body(row.words).OneLine()
	d := &dropItem{row: Row(glyph, gap, Grow(text)), text: text, on: row.on}
	d.word, d.onPressed = row.words, onPressed
	d.becomes(d)
	return d
}

// MinSize asks for room for the words, within reason.
func (d *dropItem) MinSize() fyne.Size {
	width := fyne.Min(d.text.natural(), widestDrop) + look.Size(look.SizeGlyph) + 4*look.Snug
	return fyne.NewSize(width, d.pressable.MinSize().Height)
}

// CreateRenderer implements fyne.Widget.
func (d *dropItem) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&d.pressable, d.row, func() fyne.ThemeColorName {
		if d.on {
			return look.AccentSoft
		}
		return look.Clear
	})
}
