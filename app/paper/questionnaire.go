package paper

import (
	"slices"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// Where things stand on a questionnaire, in millimetres. Folded in three with its foot outside, the page shows
// the reply address in the window of a DL envelope: that is the letter's window, two thirds of a page lower.
const (
	askMargin    = 15.0
	askWide      = pageWidth - 2*askMargin
	askCode      = 22.0 // side of the reference's QR code
	askBox       = 4.8  // side of a box to tick
	askNumber    = 8.0  // room for a question's number
	replyShift   = pageHeight * 2 / 3
	replyTop     = addressTop + replyShift
	replyBottom  = addressBottom + replyShift
	replyHeading = windowTop + replyShift // nothing but the address stands below, right of replyLeft
	replyLeft    = windowLeft
)

// askDensity is how airy a questionnaire is set. What a household reads is never below 11 points, but for the
// notice at the foot.
type askDensity struct {
	density
	note  float64 // points of the notice
	apart float64 // between two questions
}

func askDensities() []askDensity {
	return []askDensity{
		{density{lead: 1.42, row: 4.4, logo: 16}, 11, 5.2},
		{density{lead: 1.36, row: 3.4, logo: 16}, 11, 3.8},
		{density{lead: 1.3, row: 2.4, logo: 14}, 11, 2.6},
		{density{lead: 1.24, row: 1.9, logo: 14}, 11, 2},
		{density{lead: 1.2, row: 1.4, logo: 12}, 10, 1.5},
		{density{lead: 1.17, row: 1, logo: 11}, 9.5, 1.1},
		{density{lead: 1.15, row: 0.7, logo: 10}, 9, 0.8},
	}
}

// LayQuestionnaire lays a questionnaire out on one A4 page: closed questions with boxes to tick, each box with
// the key that whoever keys it in presses, the reference in clear and as a code that holds nothing else, and
// the address to send it back to. Without a reference it is a sample, and says so. A text that is too long is
// set tighter, to a limit, then refused with an *OverflowError.
func LayQuestionnaire(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	if err := Writes(t, fonts); err != nil {
		return nil, err
	}
	if l.Reference == "" {
		l.Reference = coop.SampleReference.String()
	}
	dark, err := makeCode(strings.ReplaceAll(l.Reference, "-", ""))
	if err != nil {
		return nil, err
	}
	blocks := t.Fill(FactsOf(l, words, made))
	var over *OverflowError
	for _, d := range askDensities() {
		page := &Page{Width: pageWidth, Height: pageHeight, Language: t.Language, Title: t.Title, Author: l.Coop.Name}
		one := asking{askDensity: d, letter: letter{
			Letter: l, words: words, made: made, blocks: blocks, language: t.Language,
			set:    letterDensity{density: d.density, text: body, note: d.note},
			sketch: &sketch{density: d.density, faces: base.faces, page: page},
		}}
		if over = one.lay(dark); over == nil {
			return page, nil
		}
	}
	return nil, over
}

// asking is a questionnaire being laid out.
type asking struct {
	letter
	askDensity
	number int // of the last question
}

// lay puts everything on the page and says what does not fit, nil when all does.
func (a *asking) lay(dark [][]bool) *OverflowError {
	a.notice()
	foot := a.reply()
	a.bottom = foot
	y := a.head(dark)
	for i := 0; i < len(a.blocks); {
		switch b := a.blocks[i]; b.As {
		case template.AsQuestion:
			group := sameChoices(a.blocks[i:])
			y = a.questions(y, group) + a.apart
			i += len(group)
			continue
		case template.AsParagraph, template.AsItem, template.AsStress, template.AsSign:
			y = a.said(y, b, i+1 < len(a.blocks) && a.blocks[i+1].As == template.AsQuestion)
		case template.AsSubject, template.AsReference, template.AsFacts, template.AsNote: // have places of their own
		}
		i++
	}
	return a.over
}

// head writes whose questionnaire it is and what it is about, beside its reference.
func (a *asking) head(dark [][]bool) float64 {
	const quiet = 8.0 // millimetres left of the code
	edge := pageWidth - askMargin
	left := edge - askCode
	a.page.marks = append(a.page.marks, mark{points: []float64{left, margin}, size: askCode, code: dark})
	bold := style{12, Bold, ink}
	y := margin + askCode + 3.4
	a.line(edge-a.width(bold, a.Reference), y+a.ascent(bold), bold, a.Reference)
	y += a.height(bold)
	caption := a.words.T("asking.paper.reference")
	if a.Reference == coop.SampleReference.String() {
		caption = a.words.T("asking.paper.sample")
	}
	for _, b := range a.of(template.AsReference) {
		caption = b.Text
	}
	caption = a.clean(label, caption)
	a.line(edge-a.width(label, caption), y+a.ascent(label), label, caption)
	below := y + a.height(label)
	wide := left - quiet - askMargin
	y = a.masthead(askMargin, margin+1, wide, a.Coop.Name, a.Logo) + a.row*0.5
	for _, b := range a.of(template.AsSubject) {
		y = a.text(askMargin, y, wide, style{15, Bold, ink}, b) + a.row*0.5
	}
	for len(a.blocks) > 0 && y < below {
		b := a.blocks[0]
		if b.As == template.AsQuestion || b.As == template.AsParagraph && len(a.blocks) > 1 && a.blocks[1].As == template.AsQuestion {
			break
		}
		if b.As == template.AsParagraph {
			y = a.text(askMargin, y, wide, a.plain(), b) + a.row*0.4
		}
		a.blocks = a.blocks[1:]
	}
	return max(y, below) + a.row*0.6
}

// said writes a text between questions; one that a question follows is its heading.
func (a *asking) said(y float64, b template.Block, heads bool) float64 {
	if heads {
		return a.text(askMargin, y, askWide, style{12, Bold, brand}, b) + a.row*0.3
	}
	return a.text(askMargin, y, askWide, a.plain(), b) + a.row*0.6
}

// reply writes where the page is sent back to, and says where the questions must end.
func (a *asking) reply() float64 {
	const most, least, heading = 11.0, 9.0, 6.5
	lines := a.replyLines()
	pitch := min(4.6, (replyBottom-replyTop)/float64(max(len(lines), 1)))
	foot := replyHeading - 1
	if len(lines) > 0 {
		s := style{most, Regular, ink}
		for _, line := range lines {
			for s.size > least && a.width(s, line) > addressRight-addressLeft {
				s.size -= 0.25
			}
		}
		y := replyTop + (replyBottom-replyTop-pitch*float64(len(lines)))/2
		for _, line := range lines {
			y += pitch
			for _, part := range a.broken(s, line, addressRight-addressLeft, 1) {
				a.line(addressLeft, y-pitch*0.2, s, part)
			}
		}
		for _, b := range a.of(template.AsFacts) {
			foot = replyHeading - heading
			a.paragraph(addressLeft, foot+0.8, askMargin+askWide-addressLeft, strong, 1, b.Text)
		}
	}
	a.stroke(0.25, rule, askMargin, foot, askMargin+askWide, foot)
	return foot
}

// replyLines is the reply address, line by line, the coop's name first where there is room; none when no
// address is known.
func (a *asking) replyLines() []string {
	address := nobodyElse(a.Coop.ReplyAddress, a.Coop.Address)
	if strings.TrimSpace(address) == "" {
		return nil
	}
	var lines []string
	for _, line := range strings.FieldsFunc(address, func(r rune) bool { return r == ',' || r == '\n' || r == '\r' }) {
		lines = append(lines, strings.TrimSpace(line))
	}
	if len(lines) < postalMost {
		lines = slices.Insert(lines, 0, a.Coop.Name)
	}
	for i := range lines {
		lines[i] = a.clean(plain, lines[i])
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	return lines[:min(len(lines), postalMost)]
}

// notice writes the notice on personal data, left of the address.
func (a *asking) notice() {
	a.bottom = pageHeight - margin
	y := replyHeading - 5
	for _, b := range a.of(template.AsNote) {
		y = a.text(askMargin, y, replyLeft-askMargin-2, style{a.note, Regular, quiet}, b) + 0.6
	}
}
