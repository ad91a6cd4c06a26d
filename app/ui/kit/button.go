package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

type buttonKind int

const (
	primary buttonKind = iota
	secondary
	quiet
	danger
)

// Button is something to press: at least 44 by 44, pressed by finger, mouse, Enter or Space.
type Button struct {
	pressable
	kind     buttonKind
	icon     look.Icon
	trailing bool // the icon stands after the word
	bare     bool // the icon stands alone
	spared   bool // it does so for want of room
}

func newButton(kind buttonKind, word string, onPressed func()) *Button {
	b := &Button{kind: kind}
	b.word, b.onPressed = word, onPressed
	b.becomes(b)
	return b
}

// PrimaryButton is the one obvious thing to press on a screen.
func PrimaryButton(word string, onPressed func()) *Button { return newButton(primary, word, onPressed) }

// SecondaryButton is an outlined button for what one may also do.
func SecondaryButton(word string, onPressed func()) *Button {
	return newButton(secondary, word, onPressed)
}

// QuietButton is a word to press, without a frame.
func QuietButton(word string, onPressed func()) *Button { return newButton(quiet, word, onPressed) }

// DangerButton is an outlined button for what takes something away.
func DangerButton(word string, onPressed func()) *Button { return newButton(danger, word, onPressed) }

// IconButton is an icon to press, 44 by 44; the word is what screen readers and tests call it.
func IconButton(icon look.Icon, word string, onPressed func()) *Button {
	b := newButton(quiet, word, onPressed)
	b.icon, b.bare = icon, true
	return b
}

// WithIcon puts an icon before the word.
func (b *Button) WithIcon(icon look.Icon) *Button { b.icon, b.trailing = icon, false; return b }

// WithTrailingIcon puts an icon after the word, such as an arrow that leads on.
func (b *Button) WithTrailingIcon(icon look.Icon) *Button { b.icon, b.trailing = icon, true; return b }

// Framed gives an icon button the outline of a secondary button.
func (b *Button) Framed() *Button { b.kind = secondary; return b }

// gives says whether the button may show its icon alone where there is little room.
func (b *Button) gives() bool { return b.kind == quiet && b.icon != "" && (!b.bare || b.spared) }

// setBare shows the icon alone, or the word again.
func (b *Button) setBare(bare bool) {
	if b.bare != bare {
		b.bare, b.spared = bare, bare
		b.Refresh()
	}
}

func (b *Button) bareWidth() float32 {
	return fyne.Max(look.Touch, look.Size(look.SizeIcon)+2*look.Snug)
}

// SetText changes the word.
func (b *Button) SetText(word string) {
	if b.word != word {
		b.word = word
		b.Refresh()
	}
}

// SetIcon changes the icon.
func (b *Button) SetIcon(icon look.Icon) {
	if b.icon != icon {
		b.icon = icon
		b.Refresh()
	}
}

// OnPressed changes what a press does.
func (b *Button) OnPressed(f func()) { b.onPressed = f }

// ink is the tone of the word and the icon.
func (b *Button) ink() Tone {
	switch {
	case b.disabled:
		return faint
	case b.kind == primary:
		return onAccent
	case b.kind == danger:
		return Late
	case b.kind == quiet && (!b.bare || b.spared):
		return Accented
	}
	return Plain
}

func (b *Button) dress() dress {
	d := dress{fill: look.Clear, line: look.Clear, corner: look.Corner}
	switch b.kind {
	case primary:
		d.fill = look.Accent
		if b.hovered {
			d.fill = look.AccentPressed
		}
		if b.disabled {
			d.fill, d.line, d.thick = look.Sunken, look.Line, look.Hair
		}
		return d
	case secondary, danger:
		d.fill, d.line, d.thick = look.Card, look.Edge, look.Hair
		if b.disabled {
			d.line = look.Line
		} else if b.kind == danger {
			d.line = look.Late
		}
	case quiet:
	}
	if b.hovered && !b.disabled {
		d.fill = look.Hover
	}
	return d
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{button: b, ground: newGround(), text: Body(b.word).Strong().OneLine(), icon: NewIcon(b.icon, Plain)}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	button *Button
	ground *ground
	text   *Text
	icon   *Icon
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.ground.objects(r.text, r.icon) }

func (r *buttonRenderer) inset() float32 {
	if r.button.kind == quiet {
		return look.Snug
	}
	return look.Inset
}

func (r *buttonRenderer) MinSize() fyne.Size {
	width, height := 2*r.inset(), r.text.lineHeight()+2*look.Snug
	if r.button.bare {
		side := fyne.Max(look.Touch, r.icon.MinSize().Width+2*look.Snug)
		return fyne.NewSquareSize(side)
	}
	width += r.text.natural() + 1 // rounding must not cut the word
	if r.button.icon != "" {
		width += r.icon.MinSize().Width + look.Snug
	}
	return fyne.NewSize(fyne.Max(width, look.Touch), fyne.Max(height, look.Touch))
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.layout(size)
	side := r.icon.MinSize()
	if r.button.bare {
		place(r.icon, (size.Width-side.Width)/2, (size.Height-side.Height)/2, side.Width, side.Height)
		return
	}
	taken := float32(0)
	if r.button.icon != "" {
		taken = side.Width + look.Snug
	}
	width := fyne.Min(r.text.natural()+1, size.Width-2*r.inset()-taken)
	height := r.text.lineHeight()
	x := (size.Width - width - taken) / 2
	textX, iconX := x+taken, x
	if r.button.trailing {
		textX, iconX = x, x+width+look.Snug
	}
	place(r.text, textX, (size.Height-height)/2, width, height)
	place(r.icon, iconX, (size.Height-side.Height)/2, side.Width, side.Height)
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	r.ground.paint(b.dress(), b.focused)
	r.text.Set(b.word, b.ink())
	r.icon.size = look.SizeGlyph
	if b.bare {
		r.icon.size = look.SizeIcon
	}
	r.icon.Set(b.icon, b.ink())
	r.text.Hidden, r.icon.Hidden = b.bare, b.icon == ""
	r.text.Refresh()
	r.icon.Refresh()
	r.Layout(b.Size())
}
