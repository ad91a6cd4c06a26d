package paper

import (
	"fmt"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// OverflowError is the refusal of a text that does not fit its paper, however small it is set.
type OverflowError struct {
	Block string // label of the part, else its identity
	Line  string // the first line that is below the paper's end
}

// Error names the part, for the log.
func (e *OverflowError) Error() string {
	return fmt.Sprintf("the text of %q overflows its page", e.Block)
}

// Unwrap is the refusal that says it to a person.
func (e *OverflowError) Unwrap() error {
	return coop.Refuse("letter.refused.overflow", map[string]any{"Line": e.Line, "Part": e.Block})
}

// LayLetter lays a letter out on one A4 page for an envelope with a window, with a template's texts. The day
// it bears is that of the instant it is made, in the instant's zone. A text that is too long is set tighter,
// then smaller, to a limit; then it is refused with an *OverflowError. The same letter, template and instant
// give the same page.
func LayLetter(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	return layLetter(l, t, words, fonts, made, (*letter).head)
}

// LayTranslation lays out the same letter in another language, for the back of the French one: without an
// address, and saying that the French text is the one that counts.
func LayTranslation(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	return layLetter(l, t, words, fonts, made, (*letter).courtesy)
}

func layLetter(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time, head func(*letter) float64) (*Page, error) {
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	if err := Writes(t, fonts); err != nil {
		return nil, err
	}
	blocks := t.Fill(FactsOf(l, words, made))
	var over *OverflowError
	for _, d := range letterDensities() {
		page := &Page{Width: pageWidth, Height: pageHeight, Language: t.Language, Title: t.Title, Author: l.Coop.Name}
		one := letter{
			Letter: l, words: words, made: made, blocks: blocks, language: t.Language,
			set: d, sketch: &sketch{density: d.density, faces: base.faces, page: page},
		}
		if over = one.lay(head); over == nil {
			return page, nil
		}
	}
	return nil, over
}

// letterDensity is how large and how airy a letter's text is set.
type letterDensity struct {
	density
	text float64 // points of its text
	note float64 // points of what stands at its foot
	hand float64 // millimetres left to sign by hand
}

// letterDensities go from the airy page to the full one. No text is set below 10 points.
func letterDensities() []letterDensity {
	return []letterDensity{
		{density{lead: 1.38, row: 3.8, logo: 16}, 11, 9, 14},
		{density{lead: 1.32, row: 3.2, logo: 16}, 11, 9, 13},
		{density{lead: 1.26, row: 2.6, logo: 14}, 11, 9, 12},
		{density{lead: 1.22, row: 2.2, logo: 14}, 10.5, 8.5, 11},
		{density{lead: 1.18, row: 1.8, logo: 12}, 10.5, 8.5, 10},
		{density{lead: 1.18, row: 1.6, logo: 12}, 10, 8.5, 9},
		{density{lead: 1.15, row: 1.2, logo: 10}, 10, 8, 8},
	}
}

// letter is a letter being laid out.
type letter struct {
	coop.Letter
	*sketch
	set      letterDensity
	words    VisitWords
	made     time.Time
	blocks   []template.Block // filled
	language string
	bottom   float64        // where the text must end
	over     *OverflowError // the first line below it
}

// lay puts everything on the page and says what does not fit, nil when all does.
func (l *letter) lay(head func(*letter) float64) *OverflowError {
	from := len(l.page.marks)
	const apart = 4.0 // millimetres between the text and what stands at the foot
	height := l.foot(0)
	l.shift(from, pageHeight-margin-height)
	l.bottom = pageHeight - margin - height - apart
	y := head(l)
	for _, b := range l.blocks {
		y = l.block(y, b)
	}
	l.sign(y)
	return l.over
}

// head writes what stands above a letter's text: who writes to whom, where and when, and the subject.
func (l *letter) head() float64 {
	l.sender(l.Coop, l.Logo, l.words)
	l.recipient(l.Household.Holders, l.Household.Dwelling, l.Residence, l.words)
	l.fold()
	day := l.clean(l.plain(), l.dated())
	y := windowBottom + 2
	l.line(letterMargin+letterWide-l.width(l.plain(), day), y+l.ascent(l.plain()), l.plain(), day)
	y += l.height(l.plain())
	return l.subject(y, template.AsReference)
}

// courtesy writes what stands above a translation: that it is one, and the subject.
func (l *letter) courtesy() float64 {
	y := l.masthead(letterMargin, margin, letterWide, l.Coop.Name, l.Logo) + 3
	y = l.stressed(y, template.Block{Text: l.words.T("letter.courtesy")}, l.light())
	return l.subject(y)
}

// subject writes a letter's bold line, and what else stands above the text.
func (l *letter) subject(y float64, above ...template.Role) float64 {
	for _, role := range above {
		for _, b := range l.of(role) {
			y = l.text(letterMargin, y, letterWide, l.light(), b)
		}
	}
	y += l.row
	if subjects := l.of(template.AsSubject); len(subjects) > 0 {
		y = l.text(letterMargin, y, letterWide, style{l.set.text + 2, Bold, ink}, subjects[0]) + l.row
	}
	return y
}

// dated is the place and the day, « Rennes, le 27 novembre 2026 ».
func (l *letter) dated() string {
	day := l.words.Date(coop.DayOf(l.made))
	if town := townOf(l.Coop.Address); town != "" {
		return l.words.T("letter.day.town", i18n.Args{"Town": town, "Day": day})
	}
	return l.words.T("letter.day", i18n.Args{"Day": day})
}

// of are the blocks of a role, in their order.
func (l *letter) of(role template.Role) []template.Block {
	var all []template.Block
	for _, b := range l.blocks {
		if b.As == role {
			all = append(all, b)
		}
	}
	return all
}

func (l *letter) plain() style  { return style{l.set.text, Regular, ink} }
func (l *letter) strong() style { return style{l.set.text, Semibold, ink} }
func (l *letter) light() style  { return style{l.set.text, Regular, quiet} }

// block writes a part of the letter's text.
func (l *letter) block(y float64, b template.Block) float64 {
	switch b.As {
	case template.AsParagraph, template.AsQuestion:
		return l.text(letterMargin, y, letterWide, l.plain(), b) + l.row
	case template.AsItem:
		return l.item(y, b)
	case template.AsStress:
		return l.stressed(y, b, l.strong())
	case template.AsFacts:
		return l.facts(y, b)
	case template.AsSubject, template.AsReference, template.AsSign, template.AsNote:
	}
	return y // these have places of their own
}

// text writes a block's text, paragraph by paragraph, and notes the first line that is too low.
func (l *letter) text(x, y, width float64, s style, b template.Block) float64 {
	for i, paragraph := range strings.Split(b.Text, "\n") {
		if i > 0 {
			y += l.row / 2
		}
		for _, line := range wrap(l.faces[s.weight], l.clean(s, typeset(paragraph, l.language)), s.size, width) {
			if l.over == nil && l.bottom > 0 && y+l.height(s) > l.bottom {
				l.over = &OverflowError{Block: nobodyElse(b.Label, b.ID), Line: line}
			}
			l.within(x, y+l.ascent(s), width, s, paragraph, line)
			y += l.height(s)
		}
	}
	return y
}

// item writes a line of a list. The last one keeps its distance from what follows.
func (l *letter) item(y float64, b template.Block) float64 {
	const dot = 4.0
	if l.follows(b, template.AsItem) || l.follows(b, template.AsParagraph) {
		y -= l.row * 0.7 // a list stays near the sentence that announces it
	}
	middle := y + l.height(l.plain())/2
	at, text := letterMargin+1.2, letterMargin+dot
	if backwards(b.Text) {
		at, text = letterMargin+letterWide-1.2, letterMargin
	}
	l.stroke(1, brand, at, middle, at, middle)
	return l.text(text, y, letterWide-dot, l.plain(), b) + l.row
}

// follows says whether a block comes right after one of a role.
func (l *letter) follows(b template.Block, role template.Role) bool {
	for i, other := range l.blocks {
		if other.ID == b.ID {
			return i > 0 && l.blocks[i-1].As == role
		}
	}
	return false
}

// stressed writes a paragraph on a light ground.
func (l *letter) stressed(y float64, b template.Block, s style) float64 {
	const inside = 4.0
	ground := len(l.page.marks)
	end := l.text(letterMargin+inside, y+inside-1, letterWide-2*inside, s, b) + inside - 1
	l.ground(ground, letterMargin, y, letterWide, end-y)
	return end + l.row
}

// sign writes who signs, in the right half, below room for a hand.
func (l *letter) sign(y float64) {
	lines := l.of(template.AsSign)
	if len(lines) == 0 {
		return
	}
	y += l.set.hand - l.row
	for _, b := range lines {
		y = l.text(addressLeft, y, addressRight-addressLeft, l.strong(), b)
	}
}

// foot writes what stands small at the foot of the page, below a line, and says how high it is.
func (l *letter) foot(y float64) float64 {
	notes := l.of(template.AsNote)
	if len(notes) == 0 {
		return 0
	}
	l.stroke(0.25, rule, letterMargin, y, letterMargin+letterWide, y)
	y += 2
	for _, b := range notes {
		y = l.text(letterMargin, y, letterWide, style{l.set.note, Regular, quiet}, b) + 0.6
	}
	return y - 0.6
}
