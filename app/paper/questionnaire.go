package paper

import (
	"slices"
	"strconv"
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

// sameChoices are the first questions of a list that offer the same choices: they share their columns.
func sameChoices(blocks []template.Block) []template.Block {
	for i, b := range blocks {
		if b.As != template.AsQuestion || !slices.Equal(b.Choices, blocks[0].Choices) {
			return blocks[:i]
		}
	}
	return blocks
}

// questions writes questions that offer the same choices: below one another with shared columns, or one alone
// with its boxes below it.
func (a *asking) questions(y float64, group []template.Block) float64 {
	const most = 5 // columns that leave room for the questions
	if len(group) > 1 && len(group[0].Choices) <= most {
		return a.grid(y, group)
	}
	for i, b := range group {
		if i > 0 {
			y += a.apart
		}
		y = a.single(y, b)
	}
	return y
}

// grid writes questions with their boxes in columns, below the choices' names.
func (a *asking) grid(y float64, group []template.Block) float64 {
	choices := group[0].Choices
	cell := a.cell(choices)
	left := askMargin + askWide - cell*float64(len(choices))
	top := y
	for i, c := range choices {
		lines := wrap(a.faces[Regular], a.clean(a.plain(), typeset(c.Label, a.language)), a.set.text, cell-1.5)
		at := top
		for _, line := range lines {
			a.line(left+cell*(float64(i)+0.5)-a.width(a.plain(), line)/2, at+a.ascent(a.plain()), a.plain(), line)
			at += a.height(a.plain())
		}
		y = max(y, at)
	}
	y += a.apart * 0.4
	for _, b := range group {
		a.stroke(0.2, rule, askMargin, y, askMargin+askWide, y)
		y += a.apart * 0.4
		end := max(a.ask(y, left-askMargin-3, b), y+askBox)
		for i := range choices {
			a.tick(left+cell*(float64(i)+0.5)-askBox/2, y+(end-y-askBox)/2, i+1)
		}
		y = end + a.apart*0.4
	}
	return y
}

// cell is how wide a column of a grid is: as narrow as its widest word allows.
func (a *asking) cell(choices []template.Choice) float64 {
	least, most := 15.0, 20.0
	for _, c := range choices {
		for _, word := range strings.Fields(c.Label) {
			least = max(least, a.width(a.plain(), a.clean(a.plain(), word))+2)
		}
	}
	return min(least, most)
}

// single writes a question with its boxes below, in as many columns as its longest choice allows.
func (a *asking) single(y float64, b template.Block) float64 {
	const before = askBox + 4.5 // of a choice's label
	y = a.ask(y, askWide-askNumber, b) + a.apart*0.4
	width := askWide - askNumber
	columns := min(len(b.Choices), 4)
	for ; columns > 1; columns-- {
		if !slices.ContainsFunc(b.Choices, func(c template.Choice) bool {
			return before+a.width(a.plain(), a.clean(a.plain(), c.Label)) > width/float64(columns)-2
		}) {
			break
		}
	}
	rows := (len(b.Choices) + columns - 1) / columns
	columns = (len(b.Choices) + rows - 1) / rows // none stands alone in a last row where it need not
	cell := width / float64(columns)
	for from := 0; from < len(b.Choices); from += columns {
		end := y + askBox
		for i, c := range b.Choices[from:min(from+columns, len(b.Choices))] {
			x := askMargin + askNumber + cell*float64(i)
			said := template.Block{ID: b.ID, Label: b.Label, Text: c.Label}
			a.tick(x, y+(a.height(a.plain())-askBox)/2, from+i+1)
			end = max(end, a.beside(x+before, y, cell-before-2, said))
		}
		y = end + a.apart*0.4
	}
	return y
}

// beside writes a choice right of its box, whichever way its letters go: at the other end of its room it would
// stand beside another's.
func (a *asking) beside(x, y, width float64, b template.Block) float64 {
	s := a.plain()
	for _, line := range wrap(a.faces[s.weight], a.clean(s, typeset(b.Text, a.language)), s.size, width) {
		if a.over == nil && y+a.height(s) > a.bottom {
			a.over = &OverflowError{Block: nobodyElse(b.Label, b.ID), Line: line}
		}
		a.line(x, y+a.ascent(s), s, line)
		y += a.height(s)
	}
	return y
}

// ask writes a question after its number.
func (a *asking) ask(y, width float64, b template.Block) float64 {
	a.number++
	a.line(askMargin, y+a.ascent(a.strong()), a.strong(), strconv.Itoa(a.number)+".")
	return a.text(askMargin+askNumber, y, width-askNumber, a.plain(), b)
}

// tick draws a box to tick, with the key that stands for it small beside.
func (a *asking) tick(x, y float64, key int) {
	a.stroke(0.35, ink, x, y, x+askBox, y, x+askBox, y+askBox, x, y+askBox, x, y)
	small := style{8, Regular, quiet}
	a.line(x+askBox+0.9, y+askBox-0.6, small, strconv.Itoa(key))
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
