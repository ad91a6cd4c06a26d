package paper

// heading writes a section's title.
func (w *standard) heading(x, y float64, title said) float64 {
	return w.write(x, y, column, head, 1, title) + w.row*0.6
}

// promised writes what the coop promised, the most urgent first, each with its day; the last line
// counts those for which there is no room.
func (w *standard) promised(x, y float64) float64 {
	rows := w.agreed.rows
	if len(rows) == 0 {
		return y
	}
	const tick, gap = 3.2, 3
	y = w.heading(x, y, w.agreed.title)
	shown := min(len(rows), w.promises)
	for _, p := range rows[:shown] {
		top := y + (w.height(plain)-tick)/2
		w.stroke(0.3, quiet, x, top, x+tick, top, x+tick, top+tick, x, top+tick, x, top)
		y = w.paragraph(x+tick+gap, y, column-tick-gap, plain, max(w.lines-1, 1), p.what)
		y = w.write(x+tick+gap, y, column-tick-gap, label, 1, p.by) + w.row
	}
	if more := len(rows) - shown; more > 0 {
		y = w.write(x+tick+gap, y, column-tick-gap, label, 2, w.more(more)) + w.row
	}
	return y - w.row + w.section
}

// cared writes what protects an owner.
func (w *standard) cared(x, y float64) float64 {
	if w.care.title.text == "" {
		return y
	}
	y = w.heading(x, y, w.care.title)
	for _, line := range w.care.lines {
		y = w.write(x, y, column, plain, 5, line)
	}
	return y + w.section
}

// who writes who does what, a panel for each side, each line after its pictogram.
func (w *standard) who(y float64) float64 {
	if w.duties == 0 || len(w.tasks.sides[0].rows)+len(w.tasks.sides[1].rows) == 0 {
		return y
	}
	y = w.heading(margin, y, w.tasks.title) + 0.6
	from := len(w.page.marks)
	end := w.side(margin, y, w.tasks.sides[0])
	end = max(end, w.side(rightColumn, y, w.tasks.sides[1]))
	w.boxBelow(from, rightColumn-inside, y, column+inside, end-y, 2.5, tint)
	w.boxBelow(from, margin, y, column+inside, end-y, 2.5, tint)
	return end + w.section
}

// side writes one side's lines.
func (w *standard) side(x, y float64, side dutySide) float64 {
	const gap = 3.2
	icon := 6.4 + w.row*0.6
	x, wide := x+inside, column-inside
	if x > pageWidth/2 {
		x -= inside
	}
	y = w.write(x, y+inside-1, wide, strong, 1, side.title) + w.row*0.3
	for _, d := range side.rows[:min(len(side.rows), w.duties)] {
		text := wide - icon - gap
		high := float64(len(w.broken(plain, d.text.text, text, 2))) * w.height(plain)
		row := max(high, icon)
		w.pictogram(pictograms[d.duty], x, y+(row-icon)/2, icon)
		w.write(x+icon+gap, y+(row-high)/2, text, plain, 2, d.text)
		y += row + w.row*0.6
	}
	return y - w.row*0.6 + inside - 1
}

// room fills what is left above the lower part: with lines to write on where there is much of it.
func (w *standard) room(y, until float64) float64 {
	const apart, least, most = 8.0, 3, 6
	n := int((until - y - w.height(head) - 4) / apart)
	if n < least || w.notes.text == "" || w.behind {
		return y
	}
	end := w.heading(margin, y, w.notes) + 3
	for range min(n, most) {
		end += apart
		w.stroke(0.2, rule, margin, end-2, pageWidth-margin, end-2)
	}
	return y
}

// footer lays the lower part out from the top of the page and says how high it is: the coop, the
// codes, the way to complain, the notice on data.
func (w *standard) footer() float64 {
	y := w.membership(0) + 4
	y = w.leads(y)
	w.stroke(0.25, rule, margin, y, pageWidth-margin, y)
	y += 2.2
	y = w.write(margin, y, full, plain, 4, w.recourse) + 1
	return w.write(margin, y, full, plain, 4, w.notice)
}

// membership says what the household is to the coop, on a light ground.
func (w *standard) membership(y float64) float64 {
	const inside = 4.5
	from := len(w.page.marks)
	end := w.write(margin+inside, y+inside-0.5, full-2*inside, head, 1, w.member.title) + w.row*0.4
	for _, line := range w.member.lines {
		end = w.write(margin+inside, end, full-2*inside, plain, 3, line)
	}
	end += inside - 0.5
	w.ground(from, margin, y, full, end-y)
	return end
}

// leads draws the codes side by side, each with what it is beside it and what it holds below.
func (w *standard) leads(y float64) float64 {
	const cells, apart, quietModules, module = 3, 4.0, 4, 0.46
	cell := (full - (cells-1)*apart) / cells
	side := w.code
	for _, c := range w.codes {
		side = max(side, float64(len(c.dark))*module)
	}
	x, end := margin, y
	for _, c := range w.codes {
		zone := max(quietModules*side/float64(len(c.dark)), 2.5)
		w.page.marks = append(w.page.marks, mark{points: []float64{x, y}, size: side, code: c.dark})
		beside, wide := x+side+zone, cell-side-zone
		lines := w.broken(strong, c.caption.text, wide, 4)
		w.write(beside, y+(side-float64(len(lines))*w.height(strong))/2, wide, strong, 4, c.caption)
		end = max(end, w.paragraph(x, y+side+zone*0.77, cell, label, 3, c.clear))
		x += cell + apart
	}
	if end > y {
		end += 2.8
	}
	return end
}
