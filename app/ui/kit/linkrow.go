package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// LinkRow is a line that leads somewhere: an icon, a title, a caption, something at the end, an arrow.
type LinkRow struct {
	pressable
	icon     *Icon
	title    *Text
	caption  *Text
	trailing *fyne.Container
	row      *fyne.Container
}

// NewLinkRow is a row; icon and caption may be "". Without onPressed it leads nowhere and has no arrow.
func NewLinkRow(icon look.Icon, title, caption string, onPressed func()) *LinkRow {
	r := &LinkRow{icon: NewIcon(icon, Calm), title: Body(title).Strong(), caption: Caption(caption), trailing: Row()}
	r.word, r.onPressed = title, onPressed
	arrow := NewGlyph(look.IconChevronRight, Calm)
	r.icon.Hidden, r.caption.Hidden, r.trailing.Hidden, arrow.Hidden = icon == "", caption == "", true, onPressed == nil
	r.row = RowOf(look.Gap, r.icon, Grow(Stack(2, r.title, r.caption)), r.trailing, arrow)
	r.becomes(r)
	return r
}

// WithTrailing puts a badge, a figure or a button at the end.
func (r *LinkRow) WithTrailing(o fyne.CanvasObject) *LinkRow {
	r.trailing.Objects = []fyne.CanvasObject{o}
	r.trailing.Hidden = false
	r.row.Refresh()
	return r
}

// WithTone paints the icon in a tone.
func (r *LinkRow) WithTone(tone Tone) *LinkRow {
	r.icon.Set(r.icon.icon, tone)
	return r
}

// Set changes title and caption.
func (r *LinkRow) Set(title, caption string) {
	r.word = title
	r.title.SetText(title)
	r.caption.SetText(caption)
	r.caption.Hidden = caption == ""
	r.row.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *LinkRow) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&r.pressable, r.row, func() fyne.ThemeColorName { return look.Clear })
}

// pressRow draws something that is pressed as a whole: content on a ground that answers to the pointer.
func pressRow(p *pressable, content fyne.CanvasObject, fill func() fyne.ThemeColorName) *frame {
	const inset = look.Snug
	back := newGround()
	layout := func(size fyne.Size) {
		back.layout(size)
		heightAt(content, size.Width-2*inset)
		place(content, inset, look.Tight, size.Width-2*inset, size.Height-2*look.Tight)
	}
	dressed := func() {
		d := dress{fill: fill(), line: look.Clear, corner: 6}
		if p.hovered && !p.disabled && p.onPressed != nil {
			d.fill = look.Hover
		}
		back.paint(d, p.focused)
		content.Refresh()
		layout(p.self.Size())
	}
	back.paint(dress{fill: fill(), line: look.Clear, corner: 6}, false)
	return &frame{
		objects: fixed(back.objects(content)...),
		least: func() fyne.Size {
			size := content.MinSize().AddWidthHeight(2*inset, 2*look.Tight)
			return fyne.NewSize(size.Width, fyne.Max(size.Height, look.Touch))
		},
		layout: layout, refresh: dressed,
	}
}

// PressCard is a card that is pressed as a whole, such as a figure that opens its cases.
type PressCard struct {
	pressable
	content fyne.CanvasObject
}

// NewPressCard is a card; the word is what screen readers and tests call it.
func NewPressCard(word string, onPressed func(), objects ...fyne.CanvasObject) *PressCard {
	c := &PressCard{content: Column(objects...)}
	c.word, c.onPressed = word, onPressed
	c.becomes(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *PressCard) CreateRenderer() fyne.WidgetRenderer {
	back := newGround()
	dressed := func() {
		d := cardDress
		if c.hovered {
			d.fill, d.line = look.Hover, look.Edge
		}
		back.paint(d, c.focused)
	}
	layout := func(size fyne.Size) {
		back.layout(size)
		heightAt(c.content, size.Width-2*look.Inset)
		place(c.content, look.Inset, look.Inset, size.Width-2*look.Inset, size.Height-2*look.Inset)
	}
	dressed()
	return &frame{
		objects: fixed(back.objects(c.content)...),
		least:   func() fyne.Size { return c.content.MinSize().AddWidthHeight(2*look.Inset, 2*look.Inset) },
		layout:  layout,
		refresh: func() { dressed(); c.content.Refresh(); layout(c.Size()) },
	}
}
