package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sheet is what a sheet above the room shows.
type Sheet struct {
	Title    string
	Content  fyne.CanvasObject
	Actions  []fyne.CanvasObject // at the foot, the main one last
	Width    float32             // at most; 0 is 560
	First    fyne.Focusable      // takes the keyboard; nil for none
	OnClosed func()              // however it was closed; may be nil
}

const sheetWidth float32 = 560

// sheetRing is room around what scrolls in a sheet, so that the ring around what has the focus is not cut off.
const sheetRing float32 = 5

// OpenSheet is a sheet that is shown: it darkens the room, takes the keys of the window, and closes on Escape.
type OpenSheet struct {
	veil     *veil
	canvas   fyne.Canvas
	onClosed func()
	onKey    func(*fyne.KeyEvent)
	onRune   func(rune)
	open     bool
}

// ShowSheet shows a sheet above everything in the window.
func ShowSheet(c fyne.Canvas, words Words, s Sheet) *OpenSheet {
	o := &OpenSheet{canvas: c, onClosed: s.OnClosed, open: true, onKey: c.OnTypedKey(), onRune: c.OnTypedRune()}
	head := Row(Grow(Section(s.Title)), IconButton(look.IconClose, words.T("kit.close"), o.Close))
	content := Padded(sheetRing, s.Content)
	body := NewTouchScroll(content)
	parts := []fyne.CanvasObject{PaddedXY(sheetRing, 0, head), Grow(body)}
	if len(s.Actions) > 0 {
		parts = append(parts, PaddedXY(sheetRing, 0, footer(s.Actions)))
	}
	width := s.Width
	if width == 0 {
		width = sheetWidth
	}
	card := newPanel(cardDress, look.Inset-sheetRing, Stack(look.Snug, parts...))
	o.veil = newVeil(look.Scrim, card, func(room fyne.Size) (fyne.Position, fyne.Size) {
		return middle(room, width, card, body, content)
	})
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			o.Close()
		}
	})
	c.SetOnTypedRune(func(rune) {})
	o.veil.show(c)
	if s.First != nil {
		c.Focus(s.First)
	}
	return o
}

// footer lines the actions up at the end, and lets them flow where they do not fit on one line.
func footer(actions []fyne.CanvasObject) fyne.CanvasObject {
	var width float32
	for _, a := range actions {
		width += a.MinSize().Width + look.Snug
	}
	if width > sheetWidth-2*look.Inset {
		return Flow(actions...)
	}
	return Row(append([]fyne.CanvasObject{Spacer()}, actions...)...)
}

// middle is a sheet's place: as wide as it may, as high as its content wants and the room allows.
func middle(room fyne.Size, width float32, card *Panel, body *TouchScroll, content fyne.CanvasObject) (fyne.Position, fyne.Size) {
	width = fyne.Min(width, room.Width-2*look.Inset)
	card.Resize(fyne.NewSize(width, room.Height)) // so that texts wrap before they are measured
	want := card.MinSize().Height + fyne.Max(content.MinSize().Height-body.MinSize().Height, 0)
	height := fyne.Min(want, room.Height-2*look.Inset)
	return fyne.NewPos((room.Width-width)/2, (room.Height-height)/2.4), fyne.NewSize(width, height)
}

// Close closes the sheet and gives the window its keys back. Closing twice is closing once.
func (o *OpenSheet) Close() {
	if !o.open {
		return
	}
	o.open = false
	o.veil.hide()
	o.canvas.SetOnTypedKey(o.onKey)
	o.canvas.SetOnTypedRune(o.onRune)
	if o.onClosed != nil {
		o.onClosed()
	}
}

// Fit gives the sheet the height that its content wants now: for content that came or went while it was open.
func (o *OpenSheet) Fit() {
	if o.open {
		o.veil.Refresh()
	}
}

// Question is what Ask asks.
type Question struct {
	Title, Text string
	Yes         string // a verb, « Annuler la visite »
	Danger      bool   // yes takes something away
	OnYes       func()
}

// Ask asks before something that cannot be undone. Where it can, do it and offer to undo instead.
func Ask(c fyne.Canvas, words Words, q Question) *OpenSheet {
	var open *OpenSheet
	yes := func() {
		open.Close()
		if q.OnYes != nil {
			q.OnYes()
		}
	}
	agree := PrimaryButton(q.Yes, yes)
	if q.Danger {
		agree = DangerButton(q.Yes, yes)
	}
	back := SecondaryButton(words.T("kit.back"), func() { open.Close() })
	open = ShowSheet(c, words, Sheet{
		Title: q.Title, Content: Body(q.Text), Width: 460, First: back, Actions: []fyne.CanvasObject{back, agree},
	})
	return open
}

// veil covers the window and holds one part at a place that follows the window's size.
type veil struct {
	widget.BaseWidget
	shade   fyne.ThemeColorName
	held    fyne.CanvasObject
	where   func(room fyne.Size) (fyne.Position, fyne.Size)
	outside func() // a press beside the part; nil keeps it
	canvas  fyne.Canvas
}

var _ fyne.Tappable = (*veil)(nil)

func newVeil(shade fyne.ThemeColorName, held fyne.CanvasObject, where func(fyne.Size) (fyne.Position, fyne.Size)) *veil {
	v := &veil{shade: shade, held: held, where: where}
	v.ExtendBaseWidget(v)
	return v
}

func (v *veil) show(c fyne.Canvas) {
	v.canvas = c
	c.Overlays().Add(v)
	v.Resize(c.Size())
}

func (v *veil) hide() {
	if v.canvas != nil {
		v.canvas.Overlays().Remove(v)
	}
}

// Tapped implements fyne.Tappable: what lies below is out of reach.
func (v *veil) Tapped(e *fyne.PointEvent) {
	position, size := v.held.Position(), v.held.Size()
	inside := e.Position.X >= position.X && e.Position.X <= position.X+size.Width &&
		e.Position.Y >= position.Y && e.Position.Y <= position.Y+size.Height
	if !inside && v.outside != nil {
		v.outside()
	}
}

// CreateRenderer implements fyne.Widget.
func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	shade := canvas.NewRectangle(look.Color(v.shade))
	layout := func(size fyne.Size) {
		shade.Resize(size)
		position, wanted := v.where(size)
		place(v.held, position.X, position.Y, wanted.Width, wanted.Height)
	}
	return &frame{
		objects: fixed(shade, v.held),
		least:   func() fyne.Size { return fyne.NewSize(1, 1) },
		layout:  layout,
		refresh: func() {
			shade.FillColor = look.Color(v.shade)
			shade.Refresh()
			v.held.Refresh()
			layout(v.Size())
		},
	}
}
