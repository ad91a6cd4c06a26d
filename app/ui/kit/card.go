package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Panel is a ground with something on it: a card, a tinted banner, a bar.
type Panel struct {
	widget.BaseWidget
	dress   dress
	inset   float32
	content fyne.CanvasObject
}

func newPanel(d dress, inset float32, content fyne.CanvasObject) *Panel {
	p := &Panel{dress: d, inset: inset, content: content}
	p.ExtendBaseWidget(p)
	return p
}

var cardDress = dress{fill: look.Card, line: look.Line, thick: look.Hair, corner: look.Corner}

// Card is a rounded card with thin lines; what stands on it is stacked 12 apart.
func Card(objects ...fyne.CanvasObject) *Panel {
	return newPanel(cardDress, look.Inset, Column(objects...))
}

// FlatCard is a card whose content reaches its edges, such as a list or a table.
func FlatCard(content fyne.CanvasObject) *Panel { return newPanel(cardDress, look.Hair, content) }

// TitledCard is a card with a title and, at its end, an action or a figure; trailing may be nil.
func TitledCard(title string, trailing fyne.CanvasObject, objects ...fyne.CanvasObject) *Panel {
	return Card(append([]fyne.CanvasObject{Header(title, trailing)}, objects...)...)
}

// Header is a section title with an action or a figure at its end; trailing may be nil.
func Header(title string, trailing fyne.CanvasObject) *fyne.Container {
	if trailing == nil {
		return Row(Section(title))
	}
	return Row(Section(title), Spacer(), trailing)
}

// Bar is a square-cornered ground from edge to edge: a head or foot of a room.
func Bar(content fyne.CanvasObject) *Panel {
	return newPanel(dress{fill: look.Card, line: look.Clear}, 0, content)
}

// Band is a thin strip from edge to edge on the soft ground of a tone.
func Band(tone Tone, content fyne.CanvasObject) *Panel {
	return newPanel(dress{fill: tone.soft(), line: look.Clear}, look.Tight, content)
}

// Tinted is a panel on the soft ground of a tone.
func Tinted(tone Tone, objects ...fyne.CanvasObject) *Panel {
	return newPanel(dress{fill: tone.soft(), line: look.Clear, corner: look.Corner}, look.Gap, Column(objects...))
}

// SetContent replaces what stands on the panel.
func (p *Panel) SetContent(content fyne.CanvasObject) {
	p.content = content
	p.Refresh()
}

// SetTone repaints a tinted panel.
func (p *Panel) SetTone(tone Tone) {
	p.dress.fill = tone.soft()
	p.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, ground: newGround()}
	r.ground.paint(p.dress, false)
	return r
}

type panelRenderer struct {
	panel  *Panel
	ground *ground
}

func (r *panelRenderer) Destroy() {}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	if r.panel.content == nil {
		return r.ground.objects()
	}
	return r.ground.objects(r.panel.content)
}

func (r *panelRenderer) MinSize() fyne.Size {
	var size fyne.Size
	if r.panel.content != nil {
		size = r.panel.content.MinSize()
	}
	return size.AddWidthHeight(2*r.panel.inset, 2*r.panel.inset)
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.ground.layout(size)
	if r.panel.content == nil {
		return
	}
	inset := r.panel.inset
	heightAt(r.panel.content, size.Width-2*inset)
	place(r.panel.content, inset, inset, size.Width-2*inset, size.Height-2*inset)
}

func (r *panelRenderer) Refresh() {
	r.ground.paint(r.panel.dress, false)
	if r.panel.content != nil {
		r.panel.content.Refresh()
	}
	r.Layout(r.panel.Size())
}
