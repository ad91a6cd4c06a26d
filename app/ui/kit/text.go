package kit

import (
	"strings"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// fitting says what a text does when it is wider than its place.
type fitting int

const (
	wrapping fitting = iota // goes on in the next line
	cutting                 // ends in an ellipsis
	whole                   // asks for its whole width
)

// leastText is the width, in ems, that a text asks for when it can give way.
const leastText = 4

// Text is a text in one of the sizes of the type scale. By default it wraps at the width that it is given.
type Text struct {
	widget.BaseWidget
	text    string
	size    fyne.ThemeSizeName
	tone    Tone
	strong  bool
	slanted bool
	fit     fitting
	align   fyne.TextAlign
	widest  float32 // in ems; 0 is without limit

	cache textCache
	made  textMeasure
}

type textCache struct {
	width, em float32
	text      string
	lines     []string
}

// textMeasure is what a text measures in letters of a size. A layout asks for it again and again, and the toolkit
// is slow to answer.
type textMeasure struct {
	em              float32
	text            string
	style           fyne.TextStyle
	natural, height float32
}

func newText(text string, size fyne.ThemeSizeName) *Text {
	t := &Text{text: text, size: size}
	t.ExtendBaseWidget(t)
	return t
}

// Title is a screen's or a sheet's title.
func Title(text string) *Text { return newText(text, look.SizeTitle).Strong() }

// Section is the title of a card or of a part of a page.
func Section(text string) *Text { return newText(text, look.SizeSection).Strong() }

// Body is running text.
func Body(text string) *Text { return newText(text, look.SizeBody) }

// Quiet is running text that steps back.
func Quiet(text string) *Text { return newText(text, look.SizeBody).Toned(Calm) }

// Caption is a small quiet text under or beside something.
func Caption(text string) *Text { return newText(text, look.SizeCaption).Toned(Calm) }

// Spoken is the sentence to say aloud: large, in lines of at most 70 characters.
func Spoken(text string) *Text {
	t := newText(text, look.SizeSpoken)
	t.widest = spokenEms
	return t
}

// spokenEms is the width of about 68 characters of the font.
const spokenEms = 34

// Strong makes the text semi-bold.
func (t *Text) Strong() *Text { t.strong = true; return t }

// Slanted makes the text italic.
func (t *Text) Slanted() *Text { t.slanted = true; return t }

// Toned gives the text a tone.
func (t *Text) Toned(tone Tone) *Text { t.tone = tone; return t }

// OneLine keeps the text on one line and ends it in an ellipsis where the place is too narrow.
func (t *Text) OneLine() *Text { t.fit = cutting; return t }

// Whole keeps the text on one line and asks for all its width: for short labels only.
func (t *Text) Whole() *Text { t.fit = whole; return t }

// Centered centres the lines.
func (t *Text) Centered() *Text { t.align = fyne.TextAlignCenter; return t }

// Trailing aligns the lines at the end, for figures.
func (t *Text) Trailing() *Text { t.align = fyne.TextAlignTrailing; return t }

// SetText changes the text.
func (t *Text) SetText(text string) {
	if t.text == text {
		return
	}
	t.text = text
	t.Refresh()
}

// Set changes text and tone at once.
func (t *Text) Set(text string, tone Tone) {
	if t.text == text && t.tone == tone {
		return
	}
	t.text, t.tone = text, tone
	t.Refresh()
}

// Reading is the whole text, for screen readers and tests.
func (t *Text) Reading() string { return t.text }

// AccessibilityLabel implements fyne.Accessible.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *Text) style() fyne.TextStyle { return fyne.TextStyle{Bold: t.strong, Italic: t.slanted} }

func (t *Text) measure(s string) float32 {
	return fyne.MeasureText(s, look.Size(t.size), t.style()).Width
}

func (t *Text) lineHeight() float32 { return t.measures().height }

// Natural is the width that the text would like.
func (t *Text) Natural() float32 { return t.natural() }

// natural is the width of the text without any break of our own.
func (t *Text) natural() float32 {
	m := t.measures()
	if limit := t.widest * m.em; limit > 0 {
		return fyne.Min(m.natural, limit)
	}
	return m.natural
}

// measures measures the text, if it was not measured before as it is now.
func (t *Text) measures() textMeasure {
	em, style := look.Size(t.size), t.style()
	if m := &t.made; m.height > 0 && m.em == em && m.style == style && m.text == t.text {
		return *m
	}
	t.made = textMeasure{em: em, text: t.text, style: style, height: fyne.MeasureText("M", em, style).Height}
	for line := range strings.SplitSeq(t.text, "\n") {
		t.made.natural = fyne.Max(t.made.natural, t.measure(line))
	}
	return t.made
}

// lines is the text broken for a width; width 0, before the first layout, breaks nothing.
func (t *Text) lines(width float32) []string {
	em := look.Size(t.size)
	if limit := t.widest * em; limit > 0 && (width <= 0 || width > limit) {
		width = limit
	}
	c := &t.cache
	if c.lines != nil && c.width == width && c.em == em && c.text == t.text {
		return c.lines
	}
	*c = textCache{width: width, em: em, text: t.text}
	switch {
	case t.fit == whole || width <= 0:
		c.lines = strings.Split(t.text, "\n")
	case t.fit == cutting:
		c.lines = []string{cut(strings.ReplaceAll(t.text, "\n", " "), width, t.measure)}
	default:
		c.lines = wrap(t.text, width, t.measure)
	}
	return c.lines
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{text: t} }

type textRenderer struct {
	text  *Text
	lines []fyne.CanvasObject
}

func (r *textRenderer) Destroy() {}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.lines }

func (r *textRenderer) MinSize() fyne.Size {
	t := r.text
	lines := t.lines(t.Size().Width)
	width := t.natural()
	if t.fit != whole {
		width = fyne.Min(width, leastText*look.Size(t.size))
	}
	return fyne.NewSize(width, float32(len(lines))*t.lineHeight())
}

func (r *textRenderer) Layout(size fyne.Size) { r.place(size, false) }

// place lays the lines out. Only those that changed are drawn anew, unless all are to be.
func (r *textRenderer) place(size fyne.Size, all bool) {
	t := r.text
	lines := t.lines(size.Width)
	want := canvas.Text{Color: look.Color(t.tone.strong()), TextSize: look.Size(t.size), TextStyle: t.style(), Alignment: t.align}
	height := t.lineHeight()
	r.lines = r.lines[:min(len(r.lines), len(lines))]
	for i, line := range lines {
		if i == len(r.lines) {
			r.lines = append(r.lines, &canvas.Text{})
		}
		drawn, ok := r.lines[i].(*canvas.Text)
		if !ok {
			continue
		}
		drawn.Move(fyne.NewPos(0, float32(i)*height))
		drawn.Resize(fyne.NewSize(size.Width, height))
		same := drawn.Text == line && drawn.Color == want.Color && drawn.TextSize == want.TextSize &&
			drawn.TextStyle == want.TextStyle && drawn.Alignment == want.Alignment
		if all || !same {
			drawn.Text, drawn.Color, drawn.TextSize, drawn.TextStyle, drawn.Alignment = line, want.Color, want.TextSize, want.TextStyle, want.Alignment
			drawn.Refresh()
		}
	}
}

func (r *textRenderer) Refresh() {
	r.text.cache, r.text.made = textCache{}, textMeasure{}
	r.place(r.text.Size(), true)
}
