package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Callout is a small card beside something that moves, with what would come of letting go there.
type Callout struct {
	widget.BaseWidget
	tone  Tone
	icon  *Icon
	title *Text
	text  *Text
	row   *fyne.Container
	panel *Panel
}

// NewCallout says nothing yet.
func NewCallout() *Callout {
	c := &Callout{icon: NewGlyph(look.IconInfo, Calm), title: Body("").Strong(), text: Caption("")}
	c.row = TopRow(look.Snug, c.icon, Grow(Stack(0, c.title, c.text)))
	c.panel = newPanel(dress{fill: look.Card, line: look.Edge, thick: 1.5, corner: look.Corner}, look.Snug+2, c.row)
	c.ExtendBaseWidget(c)
	return c
}

// Say changes everything at once. The tone never speaks alone: the icon and the text say the same.
func (c *Callout) Say(tone Tone, icon look.Icon, title, text string) {
	if c.tone == tone && c.icon.icon == icon && c.title.text == title && c.text.text == text {
		return
	}
	c.tone = tone
	c.icon.Set(icon, tone)
	c.title.SetText(title)
	c.text.Set(text, tone)
	c.text.Hidden = text == ""
	c.panel.dress.line = tone.strong()
	c.panel.Refresh()
}

// HeightAt is how high the card is at a width.
func (c *Callout) HeightAt(width float32) float32 { return heightAt(c, width) }

// CreateRenderer implements fyne.Widget.
func (c *Callout) CreateRenderer() fyne.WidgetRenderer { return around(c.panel) }
