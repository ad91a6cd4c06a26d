package paper

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// LaySheet lays out a household's welcome sheet, the standard or the simple one as the template's kind
// says: the front in one language, and where back is not nil its back in another. The day it bears is
// that of the instant it is made, in the instant's own zone. A text of the template that does not fit
// however tightly the page is set is an OverflowError.
func LaySheet(s coop.Sheet, front Tongue, back *Tongue, fonts Fonts, made time.Time) ([]*Page, error) {
	sides := []Tongue{front}
	if back != nil {
		sides = append(sides, *back)
	}
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	var pages []*Page
	for i, side := range sides {
		text, err := newTeller(s, side, made).gather()
		if err != nil {
			return nil, err
		}
		leaf := leaf{sheetText: text, behind: i > 0, faces: base.faces}
		side, err := leaf.pages()
		if err != nil {
			return nil, err
		}
		pages = append(pages, side...)
	}
	return pages, nil
}

// leaf is one side of the sheet: its text, still without a place.
type leaf struct {
	*sheetText
	faces  map[int]family
	behind bool // it is the back of another: what one signs or writes on stands in front
}

// pages lays the side out, as its template is of the standard sheet or of the simple one.
func (l leaf) pages() ([]*Page, error) {
	if l.texts.Kind == coop.SimpleSheet {
		return l.simply()
	}
	return l.standard()
}

// blank is an empty page of the sheet at a density.
func (l leaf) blank(d density) *sketch {
	return &sketch{density: d, faces: l.faces, page: &Page{
		Width: pageWidth, Height: pageHeight, Language: l.speech.Language(), Title: l.document, Author: l.Coop.Name,
	}}
}

// standard is the one page of the standard sheet.
func (l leaf) standard() ([]*Page, error) {
	var w standard
	for i, d := range densities() {
		w = standard{leaf: l, sketch: l.blank(d), writer: writer{first: i == 0}}
		fits := w.lay()
		if w.long.block != "" { // no width grows, and no text gets more lines, where the page is set tighter
			return nil, &OverflowError{Block: w.labelled(w.long.block), Line: w.cut}
		}
		if fits {
			break
		}
	}
	return []*Page{w.page}, nil
}

// labelled is what the editor calls a text of the sheet.
func (l leaf) labelled(block string) string {
	b, _ := l.texts.Block(block)
	return nobodyElse(b.Label, block)
}

// writer writes a template's texts on a page, and notes the first that finds no room.
type writer struct {
	first bool   // the airiest density is being tried: texts are measured by themselves too
	long  said   // the text of the template that is too long by itself
	cut   string // the line at which it overflows
}

// bare is a text without the facts that it names: what the template alone is to blame for.
func bare(t template.Template, block string) string {
	b, _ := t.Block(block)
	return template.Bare(b.Text)
}
