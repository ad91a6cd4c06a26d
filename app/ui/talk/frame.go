package talk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Measures of the frame, at the usual text size.
const (
	outlineWidth float32 = 252
	wideFrom     float32 = 1000 // from this width on the outline stands beside the page
	upperShare   float32 = 0.62 // of the page's height, at most, for the words to say
)

// frame lays the talk out: header, then the outline beside the page, or dots above it where the
// window is narrow or stands upright, then the buttons.
type frame struct {
	head, strip, rail, dotted fyne.CanvasObject
	body, foot                *fyne.Container
	outline                   *kit.Outline
	dots                      *kit.Dots
	whole                     *fyne.Container
}

func newFrame(s *Screen) *frame {
	f := &frame{
		head: s.head.bar, strip: s.head.strip,
		outline: kit.NewOutline(s.jump), dots: kit.NewDots(s.jump),
		body: container.NewStack(), foot: container.NewStack(),
	}
	why := s.p.Words.T("talk.why")
	f.rail = kit.Bar(kit.Padded(look.Snug, kit.Stack(look.Tight, kit.Grow(f.outline),
		kit.Tools(0, kit.QuietButton(why, s.explain).WithIcon(look.IconCircleHelp)))))
	f.dotted = kit.Bar(kit.PaddedXY(look.Gap, 0, kit.Row(kit.Grow(f.dots), kit.IconButton(look.IconCircleHelp, why, s.explain))))
	return f
}

func (f *frame) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.rail, f.dotted, f.body, f.foot, f.strip, f.head}
}

// showStep puts a step's page and its buttons into the frame.
func (f *frame) showStep(p *page) {
	f.body.Objects = []fyne.CanvasObject{p.content}
	f.foot.Objects = []fyne.CanvasObject{p.buttons}
	f.refresh()
}

// showReview puts the review and its buttons into the frame.
func (f *frame) showReview(r *review) {
	f.body.Objects = []fyne.CanvasObject{r.content}
	f.foot.Objects = []fyne.CanvasObject{r.buttons}
	f.refresh()
}

func (f *frame) refresh() {
	f.body.Refresh()
	f.foot.Refresh()
	if f.whole != nil {
		f.whole.Refresh()
	}
}

// MinSize implements fyne.Layout.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 320) }

// Layout implements fyne.Layout.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width >= wideFrom && size.Width > size.Height
	shown(f.rail, wide)
	shown(f.dotted, !wide)
	y := put(f.head, 0, 0, size.Width)
	if f.strip.Visible() {
		y += put(f.strip, 0, y, size.Width)
	}
	bottom := f.foot.MinSize().Height
	f.foot.Move(fyne.NewPos(0, size.Height-bottom))
	f.foot.Resize(fyne.NewSize(size.Width, bottom))
	left := float32(0)
	if wide {
		left = outlineWidth
		f.rail.Move(fyne.NewPos(0, y+look.Hair))
		f.rail.Resize(fyne.NewSize(left, size.Height-y-bottom-look.Hair))
	} else {
		y += put(f.dotted, 0, y, size.Width)
	}
	f.body.Move(fyne.NewPos(left, y))
	f.body.Resize(fyne.NewSize(size.Width-left, size.Height-y-bottom))
}

// put places a part at its own height and says how high it is.
func put(o fyne.CanvasObject, x, y, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	return height
}

func shown(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// halves keeps the words to say in sight, at their own height, and lets what is below them scroll.
// Words too long for the window scroll on their own.
type halves struct {
	words        fyne.CanvasObject // inside upper
	upper, lower *kit.TouchScroll
}

// MinSize implements fyne.Layout.
func (h *halves) MinSize([]fyne.CanvasObject) fyne.Size {
	return h.upper.MinSize().Max(h.lower.MinSize())
}

// Layout implements fyne.Layout.
func (h *halves) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h.words.Resize(fyne.NewSize(size.Width, h.words.MinSize().Height))
	height := fyne.Min(h.words.MinSize().Height, size.Height*upperShare)
	h.upper.Resize(fyne.NewSize(size.Width, height))
	h.lower.Move(fyne.NewPos(0, height))
	h.lower.Resize(fyne.NewSize(size.Width, size.Height-height))
}

// beside puts a label before its answers, in the middle of their first line, or close above them
// where the place is narrow.
type beside struct{ width float32 }

const (
	besideFrom  float32 = 860
	besideShare float32 = 0.36
)

// MinSize implements fyne.Layout.
func (b *beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	label, answers := o[0].MinSize(), o[1].MinSize()
	if b.width >= besideFrom {
		return fyne.NewSize(answers.Width, fyne.Max(label.Height, answers.Height))
	}
	return fyne.NewSize(answers.Width, label.Height+look.Tight+answers.Height)
}

// Layout implements fyne.Layout.
func (b *beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	if size.Width < besideFrom {
		height := put(o[0], 0, 0, size.Width)
		put(o[1], 0, height+look.Tight, size.Width)
		return
	}
	left := size.Width * besideShare
	put(o[1], left, 0, size.Width-left)
	o[0].Resize(fyne.NewSize(left-look.Gap, o[0].MinSize().Height))
	put(o[0], 0, fyne.Max((look.Touch-o[0].MinSize().Height)/2, 0), left-look.Gap)
}
