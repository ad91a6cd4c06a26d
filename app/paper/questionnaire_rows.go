package paper

import (
	"slices"
	"strconv"
	"strings"

	"bienvenue/app/template"
)

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
