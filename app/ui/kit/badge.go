package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tag is a word with its icon on the soft ground of a tone: a state, a kind. It is not pressed.
type Tag struct {
	widget.BaseWidget
	icon look.Icon
	word string
	tone Tone
}

// Badge makes a Tag; "" is no icon.
func Badge(icon look.Icon, word string, tone Tone) *Tag {
	t := &Tag{icon: icon, word: word, tone: tone}
	t.ExtendBaseWidget(t)
	return t
}

// Set changes icon, word and tone.
func (t *Tag) Set(icon look.Icon, word string, tone Tone) {
	if t.icon == icon && t.word == word && t.tone == tone {
		return
	}
	t.icon, t.word, t.tone = icon, word, tone
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	const inset, high float32 = 10, 4
	back, text, icon := newGround(), newText(t.word, look.SizeCaption).Strong().OneLine(), NewGlyph(look.IconCircle, Plain)
	icon.size = look.SizeCaption
	taken := func() float32 {
		if t.icon == "" {
			return 0
		}
		return icon.MinSize().Width + look.Tight
	}
	natural := func() fyne.Size {
		return fyne.NewSize(text.natural()+1+2*inset+taken(), text.lineHeight()+2*high)
	}
	layout := func(size fyne.Size) {
		size = size.Min(natural()) // in a wide place it stays a tag
		back.layout(size)
		side := icon.MinSize()
		place(icon, inset, (size.Height-side.Height)/2, side.Width, side.Height)
		place(text, inset+taken(), (size.Height-text.lineHeight())/2, size.Width-2*inset-taken(), text.lineHeight())
	}
	dressed := func() {
		height := text.lineHeight() + 2*high
		back.paint(dress{fill: t.tone.soft(), line: look.Clear, corner: height / 2}, false)
		text.Set(t.word, t.tone)
		icon.Set(t.icon, t.tone)
		icon.Hidden = t.icon == ""
		text.Refresh()
		icon.Refresh()
		layout(t.Size())
	}
	dressed()
	return &frame{
		objects: fixed(back.objects(text, icon)...),
		least:   natural, layout: layout, refresh: dressed,
	}
}
