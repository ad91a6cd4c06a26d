package kit

import (
	"time"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Progress says what is being done, how many of how many, and lets a person stop it.
type Progress struct {
	widget.BaseWidget
	text   *Text
	meter  *Meter
	cancel *Button
	row    *fyne.Container
}

// NewProgress starts empty; onCancel nil leaves out the button.
func NewProgress(words Words, onCancel func()) *Progress {
	p := &Progress{text: Body(""), meter: NewMeter(), cancel: SecondaryButton(words.T("kit.cancel"), onCancel)}
	p.cancel.Hidden = onCancel == nil
	p.row = Row(Grow(Stack(look.Tight, p.text, p.meter)), p.cancel)
	p.ExtendBaseWidget(p)
	return p
}

// Set shows what is being done, « 1 200 lignes lues sur 50 000 », and how far it is; total 0 is not known yet.
func (p *Progress) Set(text string, done, total int) {
	p.text.SetText(text)
	if total > 0 {
		p.meter.Set(float32(done)/float32(total), Accented)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer { return around(p.row) }

// patience is how long waiting shows nothing.
const patience = 100 * time.Millisecond

// Spinner turns quietly in place while something is being fetched. What is there within 100 ms shows none.
type Spinner struct {
	widget.BaseWidget
	run     Runner
	turning *fyne.Animation
	callOff func()
	arc     *canvas.Arc
}

// NewSpinner stands still and is not seen until Start.
func NewSpinner(run Runner) *Spinner {
	s := &Spinner{run: run, arc: &canvas.Arc{CutoutRatio: 0.75, EndAngle: 270, CornerRadius: 2}}
	s.arc.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// Start shows the spinner if Stop does not come soon.
func (s *Spinner) Start() {
	s.Stop()
	s.callOff = s.run.Later(patience, func() {
		s.arc.Show()
		s.turning = &fyne.Animation{Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear, Tick: s.turn}
		s.turning.Start()
		s.Refresh()
	})
}

// Stop hides the spinner.
func (s *Spinner) Stop() {
	if s.callOff != nil {
		s.callOff()
		s.callOff = nil
	}
	if s.turning != nil {
		s.turning.Stop()
		s.turning = nil
	}
	s.arc.Hide()
	s.Refresh()
}

// Turning says whether the spinner is seen.
func (s *Spinner) Turning() bool { return s.turning != nil }

func (s *Spinner) turn(part float32) {
	s.arc.StartAngle, s.arc.EndAngle = part*360, part*360+270
	s.arc.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Spinner) CreateRenderer() fyne.WidgetRenderer {
	dressed := func() {
		s.arc.FillColor = look.Color(look.Quiet)
		s.arc.Refresh()
	}
	dressed()
	return &frame{
		objects: fixed(s.arc),
		least:   func() fyne.Size { return fyne.NewSquareSize(look.Size(look.SizeIcon)) },
		layout: func(size fyne.Size) {
			side := fyne.Min(size.Width, size.Height)
			s.arc.Resize(fyne.NewSquareSize(side))
			s.arc.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
		},
		refresh: dressed,
	}
}
