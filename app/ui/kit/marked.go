package kit

import (
	"strings"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Mark says what is special about a piece of a text. It is drawn as more than a colour.
type Mark int

// The marks.
const (
	Unmarked Mark = iota
	Known         // a fact put into the text: on a soft ground
	Lacking       // a fact that is not known: on the ground of what needs attention, underlined
	Gone          // no longer there: struck through
	Fresh         // newly there: underlined
)

func (m Mark) tone() Tone {
	switch m {
	case Known:
		return Accented
	case Lacking:
		return Attention
	case Gone:
		return Late
	case Fresh:
		return Done
	case Unmarked:
	}
	return Plain
}

// Piece is a part of a Marked text.
type Piece struct {
	Text string
	Mark Mark
}

// Marked is a text that wraps and whose pieces are marked.
type Marked struct {
	widget.BaseWidget
	size   fyne.ThemeSizeName
	widest float32 // in ems; 0 is without limit
	pieces []Piece
	tokens []token

	width float32 // as broken last
	em    float32
	lines [][]run
}

// token is a word, or a line's end, with what stands before it.
type token struct {
	text  string
	mark  Mark
	space bool // one may break before it
	end   bool // a line's end
}

// run is a part of a line that is drawn at once.
type run struct {
	text     string
	mark     Mark
	x, width float32
}

// NewMarked is running text with marks.
func NewMarked(pieces ...Piece) *Marked { return newMarked(look.SizeBody, 0, pieces) }

// SpokenMarked is the sentence to say aloud with marks.
func SpokenMarked(pieces ...Piece) *Marked { return newMarked(look.SizeSpoken, spokenEms, pieces) }

func newMarked(size fyne.ThemeSizeName, widest float32, pieces []Piece) *Marked {
	m := &Marked{size: size, widest: widest}
	m.take(pieces)
	m.ExtendBaseWidget(m)
	return m
}

// Set changes the text.
func (m *Marked) Set(pieces ...Piece) {
	m.take(pieces)
	m.Refresh()
}

func (m *Marked) take(pieces []Piece) {
	m.pieces, m.tokens, m.lines = pieces, m.tokens[:0], nil
	space := false
	for _, p := range pieces {
		for i, line := range strings.Split(p.Text, "\n") {
			if i > 0 {
				m.tokens = append(m.tokens, token{end: true})
				space = false
			}
			for j, word := range strings.Split(line, " ") {
				space = space || j > 0
				if word == "" {
					continue
				}
				m.tokens = append(m.tokens, token{text: word, mark: p.Mark, space: space})
				space = false
			}
		}
	}
}

// Reading is the whole text without its marks, for screen readers and tests.
func (m *Marked) Reading() string {
	var all strings.Builder
	for _, p := range m.pieces {
		all.WriteString(p.Text)
	}
	return all.String()
}

// AccessibilityLabel implements fyne.Accessible.
func (m *Marked) AccessibilityLabel() string { return m.Reading() }

// AccessibilityRole implements fyne.Accessible.
func (m *Marked) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (m *Marked) measure(s string) float32 {
	return fyne.MeasureText(s, look.Size(m.size), fyne.TextStyle{}).Width
}

func (m *Marked) lineHeight() float32 {
	return fyne.MeasureText("M", look.Size(m.size), fyne.TextStyle{}).Height
}

// broken is the text in lines for a width.
func (m *Marked) broken(width float32) [][]run {
	em := look.Size(m.size)
	if limit := m.widest * em; limit > 0 && (width <= 0 || width > limit) {
		width = limit
	}
	if m.lines != nil && m.width == width && m.em == em {
		return m.lines
	}
	m.width, m.em = width, em
	b := breaker{width: width, measure: m.measure, blank: m.measure(" ")}
	for i := 0; i < len(m.tokens); {
		n := i + 1
		for n < len(m.tokens) && !m.tokens[n].space && !m.tokens[n].end && !m.tokens[i].end {
			n++ // pieces of one word stay together
		}
		b.add(m.tokens[i:n])
		i = n
	}
	m.lines = b.lines
	m.lines = append(m.lines, b.line)
	return m.lines
}

// breaker fills lines with words.
type breaker struct {
	width, blank float32
	measure      func(string) float32
	lines        [][]run
	line         []run
	x            float32
}

func (b *breaker) add(word []token) {
	if word[0].end {
		b.lines, b.line, b.x = append(b.lines, b.line), nil, 0
		return
	}
	var width float32
	for _, t := range word {
		width += b.measure(t.text)
	}
	space := word[0].space && b.x > 0
	if space && b.width > 0 && b.x+b.blank+width > b.width {
		b.lines, b.line, b.x = append(b.lines, b.line), nil, 0
		space = false
	}
	for i, t := range word {
		b.put(t, space && i == 0)
	}
}

// put adds a word to the line's last run where both are marked alike, else as a run of its own.
func (b *breaker) put(t token, space bool) {
	last := len(b.line) - 1
	if last >= 0 && b.line[last].mark == t.mark {
		r := &b.line[last]
		if space {
			r.text += " "
		}
		r.text += t.text
		r.width = b.measure(r.text)
		b.x = r.x + r.width
		return
	}
	if space {
		b.x += b.blank
	}
	width := b.measure(t.text)
	b.line = append(b.line, run{text: t.text, mark: t.mark, x: b.x, width: width})
	b.x += width
}

// CreateRenderer implements fyne.Widget.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer { return &markedRenderer{text: m} }

type markedRenderer struct {
	text    *Marked
	objects []fyne.CanvasObject
}

func (r *markedRenderer) Destroy() {}

func (r *markedRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *markedRenderer) MinSize() fyne.Size {
	m := r.text
	lines := m.broken(m.Size().Width)
	return fyne.NewSize(leastText*look.Size(m.size), float32(len(lines))*m.lineHeight())
}

func (r *markedRenderer) Layout(size fyne.Size) {
	m := r.text
	r.objects = r.objects[:0]
	height := m.lineHeight()
	for i, line := range m.broken(size.Width) {
		for _, part := range line {
			r.draw(part, float32(i)*height, height)
		}
	}
}

// draw puts a run with the ground and the line of its mark on the screen.
func (r *markedRenderer) draw(part run, y, height float32) {
	const around, thick float32 = 2, 2
	ink := look.Color(part.mark.tone().strong())
	if part.mark != Unmarked {
		back := &canvas.Rectangle{FillColor: look.Color(part.mark.tone().soft()), CornerRadius: 4}
		place(back, part.x-around, y, part.width+2*around, height)
		r.objects = append(r.objects, back)
	}
	text := &canvas.Text{Text: part.text, Color: ink, TextSize: look.Size(r.text.size)}
	place(text, part.x, y, part.width, height)
	r.objects = append(r.objects, text)
	at := float32(0)
	switch part.mark {
	case Gone:
		at = 0.54
	case Fresh, Lacking:
		at = 0.92
	case Unmarked, Known:
		return
	}
	line := &canvas.Rectangle{FillColor: ink}
	place(line, part.x, y+height*at, part.width, thick)
	r.objects = append(r.objects, line)
}

func (r *markedRenderer) Refresh() {
	r.Layout(r.text.Size())
	canvas.Refresh(r.text)
}
