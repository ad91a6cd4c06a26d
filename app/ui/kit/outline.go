package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// StepState is where a step of an outline stands.
type StepState string

// The states of a step.
const (
	StepAhead   StepState = "ahead" // also ""
	StepDone    StepState = "done"
	StepLater   StepState = "later"   // put off, to come back to
	StepSkipped StepState = "skipped" // does not apply
)

// OutlineStep is one step of an outline.
type OutlineStep struct {
	Title    string
	State    StepState
	Optional bool   // shown quieter
	Tag      string // a small word under the title, "" for none
}

func (s OutlineStep) ahead() bool { return s.State == StepAhead || s.State == "" }

// glyph is how a step is drawn.
func (s OutlineStep) glyph(current bool) (look.Icon, Tone) {
	switch {
	case current:
		return look.IconCircleDot, Accented
	case s.State == StepDone:
		return look.IconCheck, Done
	case s.State == StepLater:
		return look.IconClock, Attention
	case s.State == StepSkipped:
		return look.IconCircleSlash, Calm
	case s.Optional:
		return look.IconCircleDashed, Calm
	}
	return look.IconCircle, Calm
}

// Outline is the list of a talk's steps; a press goes to one.
type Outline struct {
	widget.BaseWidget
	rows   []*outlineRow
	box    *fyne.Container
	scroll *TouchScroll
	onJump func(int)
}

// NewOutline has no steps yet.
func NewOutline(onJump func(index int)) *Outline {
	o := &Outline{onJump: onJump, box: Stack(0)}
	o.scroll = NewTouchScroll(o.box)
	o.ExtendBaseWidget(o)
	return o
}

// Set shows steps and marks the current one.
func (o *Outline) Set(steps []OutlineStep, current int) {
	for len(o.rows) < len(steps) {
		i := len(o.rows)
		row := &outlineRow{text: Body(""), tag: Caption("").Toned(Accented), icon: NewGlyph(look.IconCircle, Calm)}
		row.line = Row(row.icon, Grow(Stack(0, row.text, row.tag)))
		row.onPressed = func() { o.onJump(i) }
		row.becomes(row)
		o.rows = append(o.rows, row)
	}
	o.rows = o.rows[:len(steps)]
	o.box.Objects = o.box.Objects[:0]
	for i, step := range steps {
		o.rows[i].show(step, i == current)
		o.box.Objects = append(o.box.Objects, o.rows[i])
	}
	o.box.Refresh()
	if current >= 0 && current < len(o.rows) && o.scroll.Size().Height > 0 {
		o.scroll.ScrollTo(o.rows[current])
	}
}

// CreateRenderer implements fyne.Widget.
func (o *Outline) CreateRenderer() fyne.WidgetRenderer { return around(o.scroll) }

type outlineRow struct {
	pressable
	line    *fyne.Container
	text    *Text
	tag     *Text
	icon    *Icon
	current bool
}

func (r *outlineRow) show(step OutlineStep, current bool) {
	r.current, r.word = current, step.Title
	icon, tone := step.glyph(current)
	r.icon.Set(icon, tone)
	r.text.strong = current
	ink := Plain
	if !current && (step.Optional || !step.ahead()) {
		ink = Calm
	}
	r.text.Set(step.Title, ink)
	r.tag.SetText(step.Tag)
	r.tag.Hidden = step.Tag == ""
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *outlineRow) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&r.pressable, r.line, func() fyne.ThemeColorName {
		if r.current {
			return look.AccentSoft
		}
		return look.Clear
	})
}

// Dots is an outline for a narrow place: a row of dots, the current one longer.
type Dots struct {
	widget.BaseWidget
	steps   []OutlineStep
	current int
	onJump  func(int)
}

// NewDots has no steps yet.
func NewDots(onJump func(index int)) *Dots {
	d := &Dots{onJump: onJump}
	d.ExtendBaseWidget(d)
	return d
}

// Set shows steps and marks the current one.
func (d *Dots) Set(steps []OutlineStep, current int) {
	d.steps, d.current = steps, current
	d.Refresh()
}

// Tapped implements fyne.Tappable: a press goes to the step below the finger.
func (d *Dots) Tapped(e *fyne.PointEvent) {
	if width := d.Size().Width; width > 0 && len(d.steps) > 0 {
		d.onJump(min(max(int(e.Position.X/width*float32(len(d.steps))), 0), len(d.steps)-1))
	}
}

// CreateRenderer implements fyne.Widget.
func (d *Dots) CreateRenderer() fyne.WidgetRenderer { return &dotsRenderer{dots: d} }

type dotsRenderer struct {
	dots    *Dots
	objects []fyne.CanvasObject
}

const dotHigh float32 = 8

func (r *dotsRenderer) Destroy() {}

func (r *dotsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *dotsRenderer) MinSize() fyne.Size { return fyne.NewSize(leastFlow, look.Touch) }

func (r *dotsRenderer) Layout(size fyne.Size) {
	steps := r.dots.steps
	r.objects = r.objects[:0]
	each := size.Width / float32(max(len(steps), 1))
	for i, step := range steps {
		_, tone := step.glyph(i == r.dots.current)
		fill, high := look.Edge, dotHigh
		if !step.ahead() || i == r.dots.current {
			fill = tone.strong()
		}
		if i == r.dots.current {
			high = 2 * dotHigh
		}
		bar := &canvas.Rectangle{FillColor: look.Color(fill), CornerRadius: high / 2}
		place(bar, float32(i)*each+2, (size.Height-high)/2, each-4, high)
		r.objects = append(r.objects, bar)
	}
}

func (r *dotsRenderer) Refresh() {
	r.Layout(r.dots.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
