package paper

import (
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// The simple sheet: large letters, one idea a line, one column.
const (
	largeBody  = 14.0 // points
	largeIcon  = 8.0  // millimetres
	footOfPage = 9.0  // millimetres kept for the page's number
)

var (
	largePlain  = style{largeBody, Regular, ink}
	largeStrong = style{largeBody, Semibold, ink}
	largeHead   = style{18, Bold, brand}
)

// simple is the simple sheet being laid out, page after page.
type simple struct {
	leaf
	*sketch
	done []*Page
	y    float64
}

// simply is the simple version: on two pages where it can be, set a little tighter if need be, never smaller. What
// needs more pages anyway is set as airily as they allow.
func (l leaf) simply() ([]*Page, error) {
	const aimed = 2
	var best simple
	for _, d := range []density{
		{lead: 1.34, row: 1.8, section: 5, code: 24, logo: 14},
		{lead: 1.27, row: 1.1, section: 4, code: 23, logo: 12},
		{lead: 1.2, row: 0.7, section: 3, code: 21, logo: 11},
	} {
		w := simple{leaf: l, sketch: l.blank(d)}
		w.begin()
		w.top()
		for _, part := range []func(){w.whom, w.when, w.who, w.promised, w.cared, w.membership, w.last, w.leads} {
			part()
		}
		if best.done == nil || len(w.done) < len(best.done) {
			best = w
		}
		if len(w.done) <= aimed {
			break
		}
	}
	for i, page := range best.done {
		best.page = page
		text := best.say("page", "page", strconv.Itoa(i+1), "pages", strconv.Itoa(len(best.done))).text
		best.paragraph(margin, pageHeight-margin-best.height(largePlain), full, largePlain, 1, text)
	}
	return best.done, nil
}

// begin turns to a new page.
func (w *simple) begin() {
	w.page = w.blank(w.density).page
	w.done = append(w.done, w.page)
	w.y = margin
}

// need turns the page where a part that is so high no longer fits.
func (w *simple) need(high float64) {
	if w.y+high > pageHeight-margin-footOfPage {
		w.begin()
	}
}

// write writes a text from an edge on, each of its own lines on a line.
func (w *simple) write(x float64, s style, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		for _, piece := range w.broken(s, line, pageWidth-margin-x, 6) {
			w.need(w.height(s))
			w.line(x, w.y+w.ascent(s), s, piece)
			w.y += w.height(s)
		}
	}
}

// heading begins a part, never at the foot of a page: what follows stands on the same page up to so many millimetres.
func (w *simple) heading(title said, follows float64) {
	w.y += w.section
	w.need(w.height(largeHead) + max(follows, 3*w.height(largePlain)))
	w.write(margin, largeHead, title.text)
	w.y += w.row * 0.5
}

// top writes the coop, the greeting and the home.
func (w *simple) top() {
	aside := make([]string, len(w.aside))
	for i, one := range w.aside {
		aside[i] = one.text
	}
	w.y = w.masthead(margin, w.y, full, w.Coop.Name, w.Logo, aside...) + 4
	if w.courtesy.text != "" {
		w.write(margin, largePlain, w.courtesy.text)
		w.y += 3
	}
	w.write(margin, style{24, Bold, ink}, w.greeting.text)
	w.y += 1.5
	for _, line := range w.home {
		w.write(margin, largePlain, line)
	}
	w.write(margin, largePlain, w.product.text)
	w.write(margin, largePlain, w.entry.text)
}

// whom writes whom to call: what for, then the number below it.
func (w *simple) whom() {
	w.heading(w.contacts.title, 0)
	if len(w.contacts.rows) == 0 {
		w.write(margin, largePlain, w.contacts.none.text)
	}
	for _, c := range w.contacts.rows {
		s := largeStrong
		if c.kind == coop.ContactEmergency {
			s = style{20, Bold, ink}
		}
		w.row2(c.title.text, s, c.text, c.hours)
	}
}

// tabbed is where the second of two things begins, from the page's edge on.
const tabbed = margin + 58.0

// row2 writes what something is, and beside it what there is to know of it.
func (w *simple) row2(title string, s style, text, word string) {
	w.need(w.height(s) + w.height(largePlain))
	top, marks := w.y, w.page
	for _, piece := range w.broken(largePlain, title, tabbed-margin-3, 2) {
		w.line(margin, w.y+w.ascent(largePlain), largePlain, piece)
		w.y += w.height(largePlain)
	}
	left := w.y
	w.y = top
	w.write(tabbed, s, text)
	w.write(tabbed, largePlain, word)
	if w.page == marks {
		w.y = max(w.y, left)
	}
	w.y += w.row
}

// when writes the dates: what, when, and a word on it.
func (w *simple) when() {
	if len(w.dates.rows) == 0 {
		return
	}
	w.heading(w.dates.title, 0)
	for _, d := range w.dates.rows {
		w.row2(d.title.text, largeStrong, capital(d.when.text), d.word.text)
	}
}

// who writes who does what, each line after its picture.
func (w *simple) who() {
	if len(w.tasks.sides[0].rows)+len(w.tasks.sides[1].rows) == 0 {
		return
	}
	high := func(rows int) float64 { return w.height(largeStrong) + float64(rows)*(largeIcon+w.row) }
	first := len(w.tasks.sides[0].rows)
	if first == 0 {
		first = len(w.tasks.sides[1].rows)
	}
	w.heading(w.tasks.title, high(first))
	for _, side := range w.tasks.sides {
		if len(side.rows) == 0 {
			continue
		}
		w.need(high(len(side.rows)))
		w.write(margin, largeStrong, side.title.text)
		for _, d := range side.rows {
			w.need(largeIcon + w.row)
			w.pictogram(pictograms[d.duty], margin, w.y+w.row*0.5, largeIcon)
			next := w.y + largeIcon + w.row
			w.y += w.row*0.5 + (largeIcon-w.height(largePlain))/2
			w.write(margin+largeIcon+4, largePlain, d.text.text)
			w.y = max(w.y, next)
		}
		w.y += w.row
	}
}

// promised writes what the coop is going to do.
func (w *simple) promised() {
	const most = 6
	rows := w.agreed.rows
	if len(rows) == 0 {
		return
	}
	w.heading(w.agreed.title, 0)
	for _, p := range rows[:min(len(rows), most)] {
		w.write(margin, largePlain, p.what)
		w.write(margin+4, largeStrong, p.by.text)
		w.y += w.row * 0.5
	}
	if more := len(rows) - most; more > 0 {
		w.write(margin, largePlain, w.more(more).text)
	}
}

// cared writes what protects an owner.
func (w *simple) cared() {
	if w.care.title.text == "" {
		return
	}
	w.heading(w.care.title, 0)
	for _, line := range w.care.lines {
		w.write(margin, largePlain, line.text)
	}
}

// membership says what the household is to the coop.
func (w *simple) membership() {
	w.heading(w.member.title, 0)
	for _, line := range w.member.lines {
		w.write(margin, largePlain, line.text)
	}
}

// last says whom to turn to, and what becomes of what is kept.
func (w *simple) last() {
	w.y += w.section
	w.need(3 * w.height(largePlain))
	w.write(margin, largePlain, w.recourse.text)
	w.y += w.row
	w.need(3 * w.height(largePlain))
	w.write(margin, largePlain, w.notice.text)
}

// leads draws the codes side by side, each with what it is and what it holds below it.
func (w *simple) leads() {
	const cells, apart, quietModules, module, lines = 3, 5.0, 4, 0.46, 4
	if len(w.codes) == 0 {
		return
	}
	cell := (full - (cells-1)*apart) / cells
	side := w.code
	for _, c := range w.codes {
		side = max(side, float64(len(c.dark))*module)
	}
	zone := max(quietModules*module*2, 4)
	w.y += w.section
	w.need(side + zone + lines*w.height(largePlain))
	x := margin
	for _, c := range w.codes {
		w.page.marks = append(w.page.marks, mark{points: []float64{x, w.y}, size: side, code: c.dark})
		end := w.paragraph(x, w.y+side+zone, cell, largeStrong, 2, c.caption.text)
		w.paragraph(x, end, cell, largePlain, lines, c.clear)
		x += cell + apart
	}
}
