package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// Chip is a word to switch on and off.
type Chip struct {
	pressable
	icon      look.Icon // shown while the chip is off; "" for none
	on        bool
	exclusive bool // one of several: pressing it again does not switch it off
	tone      Tone
	onChanged func(on bool)
}

// NewChip is a chip that starts off or on. onChanged is called after a person's press only.
func NewChip(word string, on bool, onChanged func(on bool)) *Chip {
	c := &Chip{on: on, tone: Accented, onChanged: onChanged}
	c.word, c.onPressed = word, c.toggle
	c.becomes(c)
	return c
}

// WithIcon gives the chip an icon for while it is off; a chip that is on shows a tick.
func (c *Chip) WithIcon(icon look.Icon) *Chip { c.icon = icon; return c }

// Toned paints the chip in another tone than the accent while it is on.
func (c *Chip) Toned(tone Tone) *Chip { c.tone = tone; return c }

// On says whether the chip is on.
func (c *Chip) On() bool { return c.on }

// Set switches the chip without calling onChanged.
func (c *Chip) Set(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// SetText changes the word.
func (c *Chip) SetText(word string) {
	if c.word != word {
		c.word = word
		c.Refresh()
	}
}

func (c *Chip) toggle() {
	if c.exclusive && c.on {
		return
	}
	c.Set(!c.on)
	if c.onChanged != nil {
		c.onChanged(c.on)
	}
}

func (c *Chip) dress() dress {
	d := dress{fill: look.Card, line: look.Edge, thick: look.Hair, corner: chipCorner}
	switch {
	case c.on && !c.disabled:
		d.fill, d.line, d.thick = c.tone.soft(), c.tone.strong(), 1.5
	case c.disabled:
		d.fill, d.line = look.Sunken, look.Line
	case c.hovered:
		d.fill = look.Hover
	}
	return d
}

const chipCorner float32 = 22

func (c *Chip) ink() Tone {
	switch {
	case c.disabled:
		return faint
	case c.on:
		return c.tone
	}
	return Plain
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, ground: newGround(), text: Body(c.word).OneLine(), icon: NewGlyph(look.IconCheck, Plain)}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip   *Chip
	ground *ground
	text   *Text
	icon   *Icon
}

func (r *chipRenderer) Destroy() {}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return r.ground.objects(r.text, r.icon) }

// MinSize keeps room for the tick, so that nothing moves when a chip is switched.
func (r *chipRenderer) MinSize() fyne.Size {
	width := r.text.natural() + 1 + r.icon.MinSize().Width + look.Tight + 2*look.Gap
	return fyne.NewSize(width, fyne.Max(look.Touch, r.text.lineHeight()+2*look.Snug))
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.ground.layout(size)
	side := r.icon.MinSize()
	taken := float32(0)
	if r.icon.Visible() {
		taken = side.Width + look.Tight
	}
	width := fyne.Min(r.text.natural()+1, size.Width-2*look.Gap-taken)
	height := r.text.lineHeight()
	x := (size.Width - width - taken) / 2
	place(r.icon, x, (size.Height-side.Height)/2, side.Width, side.Height)
	place(r.text, x+taken, (size.Height-height)/2, width, height)
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	r.ground.paint(c.dress(), c.focused)
	icon := c.icon
	if c.on {
		icon = look.IconCheck
	}
	r.text.Set(c.word, c.ink())
	r.icon.Set(icon, c.ink())
	r.icon.Hidden = icon == ""
	r.text.Refresh()
	r.icon.Refresh()
	r.Layout(c.Size())
}
