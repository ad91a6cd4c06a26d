package paper

import (
	"slices"

	"bienvenue/app/coop"
)

// standard is the standard sheet being laid out at one density: who it is for above, whom to call and
// when in two columns, who does what across them, the cooperative and its codes below.
type standard struct {
	leaf
	*sketch
	writer
}

// inside is how far from a panel's edge its texts stand.
const inside = 4.0

// write writes a text of the template, and notes when the text by itself is too long for its place.
func (w *standard) write(x, y, width float64, s style, most int, one said) float64 {
	if w.first && w.long.block == "" {
		if lines := w.broken(s, one.text, width, most+1); len(lines) > most && len(w.broken(s, bare(w.texts, one.block), width, most+1)) > most {
			w.long, w.cut = one, lines[most]
		}
	}
	return w.paragraph(x, y, width, s, most, one.text)
}

// lay puts everything on the page and says whether it fits. Its marks stand in the order in which the page is
// read, the lower part last: so does the PDF's text, and so reads a screen reader.
func (w *standard) lay() bool {
	top := w.header() + w.section
	from := len(w.page.marks)
	bottom := pageHeight - margin - w.footer()
	w.shift(from, bottom)
	below := slices.Clone(w.page.marks[from:])
	w.page.marks = w.page.marks[:from]
	defer func() { w.page.marks = append(w.page.marks, below...) }()

	left, right := w.whom(margin, top), w.when(right, top)
	for _, part := range []func(x, y float64) float64{w.promised, w.cared, w.signedBy} {
		if left <= right {
			left = part(margin, left)
		} else {
			right = part(rightColumn, right)
		}
	}
	end := w.who(max(left, right))
	room := bottom - w.section
	end = w.room(end, room)
	return end-w.section <= room
}

const rightColumn = right

// header writes the coop, the greeting, the home and the contract.
func (w *standard) header() float64 {
	y := w.band() + 4
	if w.courtesy.text != "" {
		y = w.strip(y)
	}
	y = w.greet(y) + 2.5
	most := min(w.lines, 2)
	end := w.paragraph(margin, y, column, strong, most, w.home[0])
	for _, line := range w.home[1:] {
		end = w.paragraph(margin, end, column, plain, most, line)
	}
	beside := rightColumn
	if end == y { // nothing is known of the home
		beside = margin
	}
	under := w.write(beside, y, column, strong, 2, w.product)
	y = max(end, w.write(beside, under, column, plain, 2, w.entry)) + 3.5
	w.stroke(0.7, brand, margin, y, pageWidth-margin, y)
	return y
}

// strip says that the French text prevails.
func (w *standard) strip(y float64) float64 {
	from := len(w.page.marks)
	end := w.write(margin+inside, y+1.2, full-2*inside, label, 2, w.courtesy) + 1.2
	w.ground(from, margin, y, full, end-y)
	return end + 3
}

// greet welcomes the holders by their names: as large as one line allows, then on two lines, then
// smaller on three.
func (w *standard) greet(y float64) float64 {
	text := w.greeting.text
	s := style{26, Bold, ink}
	for _, s.size = range []float64{26, 24, 22, 20, 18} {
		if len(w.broken(s, text, full, 2)) == 1 {
			return w.paragraph(margin, y, full, s, 1, text)
		}
	}
	tight := *w.sketch
	tight.lead = 1.12
	lines := 2
	if len(w.broken(s, text, full, 3)) > lines {
		s.size, lines = 15, 3
	}
	return tight.paragraph(margin, y, full, s, lines, text)
}

// whom writes whom to call, the emergency number above all.
func (w *standard) whom(x, y float64) float64 {
	y = w.heading(x, y, w.contacts.title)
	rows := w.contacts.rows
	if len(rows) == 0 {
		return w.write(x, y, column, plain, 4, w.contacts.none) + w.section
	}
	if rows[0].kind == coop.ContactEmergency {
		y = w.alarm(x, y, rows[0])
		rows = rows[1:]
	}
	var titles []string
	for _, c := range rows {
		titles = append(titles, c.title.text)
	}
	tab := w.tab(titles)
	for _, c := range rows {
		next := w.write(x, y, tab, label, 1, c.title)
		end := w.reach(x+tab, y, column-tab, c.text)
		end = w.paragraph(x+tab, end, column-tab, plain, min(w.lines, 2), c.hours)
		y = max(next, end) + w.row
	}
	return y - w.row + w.section
}

// alarm writes the emergency number in white on a dark ground, to be found in a second.
func (w *standard) alarm(x, y float64, c contactText) float64 {
	title, number := style{body, Semibold, white}, style{15, Bold, white}
	from := len(w.page.marks)
	tall := w.height(number) + 3
	wide := w.width(title, w.clean(title, c.title.text)) + 3
	if lines := w.broken(number, c.text, column-2*inside-wide, 2); len(lines) > 1 {
		number = title
	}
	lines := len(w.broken(number, c.text, column-2*inside-wide, 2))
	tall = max(tall, float64(lines)*w.height(number)+3)
	w.write(x+inside, y+(tall-w.height(title))/2, wide, title, 1, c.title)
	w.paragraph(x+inside+wide, y+(tall-float64(lines)*w.height(number))/2, column-2*inside-wide, number, 2, c.text)
	w.boxBelow(from, x, y, column, tall, 2, brand)
	return y + tall + w.row + 1
}

// reach writes a name and its telephone. When they take too many lines the name is cut short,
// never the number.
func (w *standard) reach(x, y, width float64, text string) float64 {
	if len(w.broken(strong, text, width, w.lines+1)) <= w.lines {
		return w.paragraph(x, y, width, strong, w.lines, text)
	}
	name, phone := withPhone(text)
	if phone == "" {
		return w.paragraph(x, y, width, strong, w.lines, text)
	}
	if w.lines > 1 {
		y = w.paragraph(x, y, width, strong, w.lines-1, name)
	}
	return w.paragraph(x, y, width, strong, 1, phone)
}

// tab is where the second column of a list begins: beyond its longest title.
func (w *standard) tab(titles []string) float64 {
	widest := 0.0
	for _, t := range titles {
		widest = max(widest, w.width(label, w.clean(label, t)))
	}
	return min(widest+4, column*0.56)
}

// when writes the days that matter, each with a word on what it is.
func (w *standard) when(x, y float64) float64 {
	if len(w.dates.rows) == 0 {
		return y
	}
	y = w.heading(x, y, w.dates.title)
	var titles []string
	for _, d := range w.dates.rows {
		titles = append(titles, d.title.text)
	}
	tab := w.tab(titles)
	for _, d := range w.dates.rows {
		next := w.write(x, y, tab, label, 2, d.title)
		end := w.write(x+tab, y, column-tab, strong, max(w.lines, 2), d.when)
		if w.words {
			end = w.write(x+tab, end, column-tab, label, 2, d.word)
		}
		y = max(next, end) + w.row
	}
	return y - w.row + w.section
}
