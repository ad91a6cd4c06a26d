package templates

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// pane names a part of the editor.
type pane string

// The panes: the document's parts, the words of one of them, the page.
const (
	paneParts pane = "parts"
	paneWords pane = "words"
	panePage  pane = "page"
)

// span says how the panes stand.
type span int

// The spans: all beside each other, the page below the others, the page beside one of the others, one alone.
const (
	oneAlone span = iota + 1
	two
	tall
	three
)

// Measures of the editor, at the usual text size.
const (
	partsWidth  float32 = 250
	threeFrom   float32 = 1080 // from this width on everything stands beside each other
	tallFrom    float32 = 700  // from this width on the words stand beside the parts, the page below
	tallHeight  float32 = 900  // from this height on there is room for the page below
	twoFrom     float32 = 760
	wordsShare  float32 = 0.5  // of what the parts leave, for the words
	aboveShare  float32 = 0.54 // of the height, for what stands above the page
	leastHeight float32 = 320
	leastWidth  float32 = 360
)

// panes lays the editor out: a head above, the panes below, chosen by tabs where there is no room for all.
type panes struct {
	editor             *editor
	head               fyne.CanvasObject
	parts, words, page fyne.CanvasObject
	tabs               *kit.Choice[pane]
	tabBar             fyne.CanvasObject
	chosen             pane
	span               span
}

func newPanes(e *editor) *panes {
	p := &panes{editor: e, head: e.bar.content, parts: e.partsPane(), words: e.form.content, page: e.preview.content, chosen: paneWords}
	p.tabs = kit.NewChoice[pane](nil, func(chosen pane) {
		p.chosen = chosen
		e.frame.Refresh()
	})
	p.tabBar = kit.PaddedXY(look.Inset, look.Tight, p.tabs.Object())
	p.turn(three)
	return p
}

func (p *panes) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.parts, p.words, p.page, p.tabBar, p.head}
}

// turn offers the panes that do not stand there anyway.
func (p *panes) turn(s span) {
	p.span = s
	w := p.editor.screen.p.Words
	options := []kit.Option[pane]{
		{Value: paneParts, Words: w.T("templates.tab.parts"), Icon: look.IconListChecks},
		{Value: paneWords, Words: w.T("templates.tab.words"), Icon: look.IconPencil},
	}
	if s == oneAlone {
		options = append(options, kit.Option[pane]{Value: panePage, Words: w.T("templates.tab.page"), Icon: look.IconEye})
	} else if p.chosen == panePage {
		p.chosen = paneWords
	}
	p.tabs.SetOptions(options)
	p.tabs.Set(p.chosen)
}

// toWords shows the words of a part that was chosen, where there is room for one pane only.
func (p *panes) toWords() {
	if p.span <= two && p.chosen == paneParts {
		p.chosen = paneWords
		p.tabs.Set(paneWords)
		p.editor.frame.Refresh()
	}
}

// spanOf is how the panes stand in a size, in the text size of now.
func spanOf(size fyne.Size) span {
	scale := look.Size(look.SizeBody) / usualBody
	switch width := size.Width / scale; {
	case width >= threeFrom:
		return three
	case width >= tallFrom && size.Height >= tallHeight:
		return tall
	case width >= twoFrom:
		return two
	}
	return oneAlone
}

const usualBody float32 = 15

// MinSize implements fyne.Layout.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

// Layout implements fyne.Layout.
func (p *panes) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if now := spanOf(size); now != p.span {
		p.turn(now)
	}
	y := put(p.head, size.Width)
	rest := size.Height - y
	left := partsWidth * look.Size(look.SizeBody) / usualBody
	seen(p.tabBar, p.span <= two)
	seen(p.parts, p.span > two || p.chosen == paneParts)
	seen(p.words, p.span > two || p.chosen == paneWords)
	seen(p.page, p.span != oneAlone || p.chosen == panePage)
	switch p.span {
	case three:
		middle := (size.Width - left) * wordsShare
		fill(p.parts, 0, y, left, rest)
		fill(p.words, left, y, middle, rest)
		fill(p.page, left+middle, y, size.Width-left-middle, rest)
	case tall:
		above := rest * aboveShare
		fill(p.parts, 0, y, left, above)
		fill(p.words, left, y, size.Width-left, above)
		fill(p.page, 0, y+above, size.Width, rest-above)
	case two, oneAlone:
		down := p.tabBar.MinSize().Height
		fill(p.tabBar, 0, y, size.Width, down)
		y, rest = y+down, rest-down
		wide := size.Width
		if p.span == two {
			wide = size.Width / 2
			fill(p.page, wide, y, wide, rest)
		} else {
			fill(p.page, 0, y, wide, rest)
		}
		fill(p.parts, 0, y, wide, rest)
		fill(p.words, 0, y, wide, rest)
	}
}

// put places the head at its own height and says how high it is.
func put(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	fill(o, 0, 0, width, height)
	return height
}

func fill(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func seen(o fyne.CanvasObject, visible bool) {
	if visible != o.Visible() {
		if visible {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
