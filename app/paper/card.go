package paper

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// A card is an A6 page; four of them are an A4 page, half a millimetre higher each.
const (
	cardWidth  = 105.0
	cardHeight = 148.0
	cardMargin = 10.5 // more than printers need
	cardInside = cardWidth - 2*cardMargin
)

// LayPassageCard lays out a card « avis de passage », left where nobody opened, on one A6 page: of the visit that was
// missed, with the other one where there is one. Without a missed visit it is a blank card, to be written by hand.
func LayPassageCard(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	return layCards(newPassage(l, t, words, made), words, fonts, cardWidth, cardHeight, []spot{{0, 0}})
}

// LayPassageCardToCut lays out one card on an A4 page, with marks to cut along: few printers hold A6.
func LayPassageCardToCut(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	return layToCut(newPassage(l, t, words, made), words, fonts, []spot{{0, 0}})
}

// LayPassageCards lays the card out four times on one A4 page, with marks to cut along: blank ones to carry along, as
// a rule.
func LayPassageCards(l coop.Letter, t template.Template, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	return layToCut(newPassage(l, t, words, made), words, fonts, []spot{{0, 0}, {cardWidth, 0}, {0, pageHeight / 2}, {cardWidth, pageHeight / 2}})
}

func layToCut(p passage, words VisitWords, fonts Fonts, spots []spot) (*Page, error) {
	const middle = pageHeight / 2
	page, err := layCards(p, words, fonts, pageWidth, pageHeight, spots)
	if err != nil {
		return nil, err
	}
	k := sketch{page: page}
	const long = 6.0
	for _, y := range []float64{cardMargin, middle - long/2, pageHeight - cardMargin - long} {
		k.stroke(0.2, quiet, cardWidth, y, cardWidth, y+long)
	}
	for _, x := range []float64{cardMargin, cardWidth - long/2, pageWidth - cardMargin - long} {
		k.stroke(0.2, quiet, x, middle, x+long, middle)
	}
	return page, nil
}

// passage is what a card says.
type passage struct {
	letter coop.Letter
	text   template.Template
	facts  template.Facts
}

func newPassage(l coop.Letter, t template.Template, words VisitWords, made time.Time) passage {
	return passage{letter: l, text: t, facts: FactsOf(l, words, made)}
}

// say is one of the card's texts.
func (p passage) say(id string) string { return typeset(p.text.Say(id, p.facts), p.text.Language) }

// spot is a card's top left corner.
type spot struct{ x, y float64 }

// layCards lays the same card out at each spot, as airy as it fits.
func layCards(p passage, words VisitWords, fonts Fonts, width, height float64, spots []spot) (*Page, error) {
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	var page *Page
	for _, d := range []struct {
		density
		names int
	}{
		{density{lead: 1.26, row: 3, logo: 12, lines: 3}, 3},
		{density{lead: 1.22, row: 2.2, logo: 11, lines: 2}, 3},
		{density{lead: 1.18, row: 1.6, logo: 10, lines: 1}, 3},
		{density{lead: 1.15, row: 1, logo: 9, lines: 0}, 3},
		{density{lead: 1.15, row: 0.8, logo: 9, lines: 0}, 2},
	} {
		page = &Page{
			Width: width, Height: height, Language: words.Language(),
			Title: p.text.Title, Author: p.letter.Coop.Name,
		}
		fits := true
		for _, at := range spots {
			c := card{passage: p, words: words, x: at.x + cardMargin, names: d.names, sketch: &sketch{density: d.density, faces: base.faces, page: page}}
			fits = c.lay(at.y+cardMargin, at.y+cardHeight-cardMargin) && fits
		}
		if fits {
			break
		}
	}
	return page, nil
}

// card is a card being laid out.
type card struct {
	passage
	*sketch
	words VisitWords
	x     float64
	names int // lines that whom it speaks to may take
}

// lay puts the card between two heights and says whether it fits.
func (c *card) lay(top, bottom float64) bool {
	y := c.sender(top) + c.row + 0.8
	y = c.title(y) + c.row
	y = c.paragraph(c.x, y, cardInside, strong, c.names, c.say("dear")) + c.row/4
	y = c.came(y) + c.row
	y = c.paragraph(c.x, y, cardInside, plain, 3, c.say("why")) + c.row
	y = c.another(y) + c.row
	y = c.call(y)
	return c.word(y+c.row, bottom)
}

// sender writes whose card it is.
func (c *card) sender(y float64) float64 {
	const widest, apart = 32.0, 4.0
	name := style{12, Bold, brand}
	from := len(c.page.marks)
	wide, high := c.logo(c.letter.Logo, c.x, y, widest)
	x, width := c.x, cardInside
	if wide > 0 {
		x, width = c.x+wide+apart, cardInside-wide-apart
	}
	most := 3
	if len(c.broken(name, c.letter.Coop.Name, width, most+1)) > most {
		name.size, most = body, most+1
	}
	lines := float64(len(c.broken(name, c.letter.Coop.Name, width, most))) * c.height(name)
	tall := max(high, lines)
	for _, m := range c.page.marks[from:] {
		m.points[1] += (tall - high) / 2
	}
	c.paragraph(x, y+(tall-lines)/2, width, name, most, c.letter.Coop.Name)
	y += tall + 2
	c.stroke(0.6, brand, c.x, y, c.x+cardInside, y)
	return y
}

// title says what the card is for, on one line if it can be.
func (c *card) title(y float64) float64 {
	text, s := c.say("title"), style{17, Bold, ink}
	for s.size > 14 && len(c.broken(s, text, cardInside, 2)) > 1 {
		s.size -= 0.5
	}
	return c.paragraph(c.x, y, cardInside, s, 2, text)
}

// known says whether it is known when somebody came by; if not, it is left to be written.
func (p passage) known() bool { return !p.letter.Missed.Start.IsZero() }

// came says when the officer came by, or leaves it to be written.
func (c *card) came(y float64) float64 {
	if c.known() {
		return c.paragraph(c.x, y, cardInside, plain, 4, c.say("came"))
	}
	y = c.paragraph(c.x, y, cardInside, plain, 4, c.say("came-blank"))
	return c.byHand(c.x, y+1, cardInside)
}

// byHand leaves a day and an hour to be written.
func (c *card) byHand(x, y, width float64) float64 {
	const hour = 24.0
	y += 2.5
	base := y + c.ascent(plain)
	day, at := c.clean(plain, c.words.T("passage.day")), c.clean(plain, c.words.T("passage.hour"))
	c.line(x, base, plain, day)
	from := x + c.width(plain, day) + 1.5
	to := x + width - hour - 1.5 - c.width(plain, at) - 1.5
	c.stroke(0.25, quiet, from, base+0.6, to, base+0.6)
	c.line(to+1.5, base, plain, at)
	c.stroke(0.25, quiet, x+width-hour, base+0.6, x+width, base+0.6)
	return y + c.height(plain) + 0.8
}

// another proposes another date on a light ground, or asks to choose one together.
func (c *card) another(y float64) float64 {
	const inside = 3.0
	ground := len(c.page.marks)
	x, width, end := c.x+inside, cardInside-2*inside, y+inside-0.6
	switch {
	case !c.known():
		end = c.paragraph(x, end, width, heading, 1, c.say("next"))
		end = c.byHand(x, end-1, width)
		end = c.paragraph(x, end+0.6, width, plain, 2, c.say("next-other"))
	case c.letter.Visit.Start.IsZero():
		end = c.paragraph(x, end, width, strong, 2, c.say("choose"))
	default:
		end = c.paragraph(x, end, width, heading, 1, c.say("next"))
		end = c.paragraph(x, end, width, style{13, Bold, ink}, 2, capital(c.words.When(c.letter.Visit.Start)))
		end = c.paragraph(x, end+0.6, width, plain, 2, c.say("next-other"))
	}
	end += inside - 0.6
	c.ground(ground, c.x, y, cardInside, end-y)
	return end
}

// ground lays a light ground below the marks from an index on.
func (k *sketch) ground(from int, x, y, width, height float64) {
	k.boxBelow(from, x, y, width, height, 2.5, tint)
}

// boxBelow lays a rectangle with round corners below the marks from an index on.
func (k *sketch) boxBelow(from int, x, y, width, height, radius float64, colour uint32) {
	k.box(x, y, width, height, radius, colour)
	marks := k.page.marks
	box := marks[len(marks)-1]
	copy(marks[from+1:], marks[from:len(marks)-1])
	marks[from] = box
}

// call says how to reach the officer and the office.
func (c *card) call(y float64) float64 {
	reach := c.reach()
	if len(reach) == 0 {
		return c.paragraph(c.x, y, cardInside, plain, 2, c.say("desk"))
	}
	y = c.paragraph(c.x, y, cardInside, heading, 1, c.say("call"))
	for _, text := range reach {
		y = c.paragraph(c.x, y, cardInside, strong, 2, text)
	}
	if c.letter.Coop.AgencyPhone != "" {
		y = c.paragraph(c.x, y, cardInside, label, 2, held(c.letter.Coop.AgencyHours))
	}
	return y
}

// reach lists who answers and at which number; nobody without one.
func (c *card) reach() []string {
	officer, own := c.letter.Officer, c.letter.Coop
	var all []string
	if officer.Phone != "" {
		all = append(all, held(c.words.T("passage.reach", i18n.Args{"Name": nobodyElse(officer.Name, own.Name), "Phone": c.words.Phone(officer.Phone)})))
	}
	if own.AgencyPhone != "" {
		all = append(all, held(c.words.T("passage.reach", i18n.Args{"Name": c.say("agency"), "Phone": c.words.Phone(own.AgencyPhone)})))
	}
	return all
}

// nobodyElse is the first of two names that is known.
func nobodyElse(first, second string) string {
	if first != "" {
		return first
	}
	return second
}

// word leaves lines for a word by hand, and says whether all fits.
func (c *card) word(y, bottom float64) bool {
	if c.letter.Officer.Name != "" && c.letter.Officer.Phone == "" {
		y = c.paragraph(c.x, y, cardInside, plain, 1, c.letter.Officer.Name) + 1
	}
	const apart = 8.0
	n := int((bottom - y - c.height(heading)) / apart)
	if n >= 1 {
		y = c.paragraph(c.x, y, cardInside, heading, 1, c.say("word"))
		y = c.ruled(c.x, y-1, cardInside, min(n, 4))
	}
	return y <= bottom && n >= c.lines
}
