package paper

import (
	"fmt"
	"iter"

	"bienvenue/app/coop"
)

// A sheet of address labels: three beside each other and eight below each other on A4, each 70 × 37 mm,
// without a gap. Eight times 37 mm leave half a millimetre above and below.
const (
	labelColumns = 3
	labelRows    = 8
	labelWide    = pageWidth / labelColumns
	labelHigh    = 37.0
	labelTop     = (pageHeight - labelRows*labelHigh) / 2
	labelInset   = 6.0 // no printer's edge, and no sheet that lies a little askew, cuts a letter
	// LabelsOnSheet is how many labels a sheet has.
	LabelsOnSheet = labelColumns * labelRows
)

// Labels says which labels are printed, on which sheet.
type Labels struct {
	First  int    // the first free label of a sheet that was begun, from 1; 0 for a new one
	Title  string // the document's: it bears no name
	Author string // the coop
}

// LayLabels lays out address labels, sheet by sheet as they come, in their order: along the rows from the top.
// Each bears the lines of an address as an envelope does. An error of the labels ends it.
func LayLabels(l Labels, labels iter.Seq2[coop.Label, error], words VisitWords, fonts Fonts) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		if l.First < 0 || l.First > LabelsOnSheet {
			yield(nil, coop.Refuse("labels.refused.first", map[string]any{"First": l.First, "Most": LabelsOnSheet}))
			return
		}
		base, err := newSketch(fonts)
		if err != nil {
			yield(nil, fmt.Errorf("lay labels: %w", err))
			return
		}
		var page *Page
		place := max(l.First-1, 0)
		for label, err := range labels {
			if err != nil {
				yield(nil, fmt.Errorf("lay labels: %w", err))
				return
			}
			if page == nil {
				page = &Page{Width: pageWidth, Height: pageHeight, Title: l.Title, Author: l.Author, Language: words.Language()}
			}
			sheet := *base
			sheet.page = page
			sheet.label(float64(place%labelColumns)*labelWide, labelTop+float64(place/labelColumns)*labelHigh, label, words)
			if place++; place == LabelsOnSheet {
				if !yield(page, nil) {
					return
				}
				page, place = nil, 0
			}
		}
		if page != nil {
			yield(page, nil)
		}
	}
}

// label writes an address in the middle of its label's height, as large as its longest line allows.
func (k *sketch) label(left, top float64, label coop.Label, words VisitWords) {
	const most, least, wide = 10.5, 7, labelWide - 2*labelInset
	lines := postalLines(label.Holders, label.Dwelling, label.Residence, words)
	s := style{most, Regular, ink}
	for _, line := range lines {
		for s.size > least && k.width(s, k.clean(s, line)) > wide {
			s.size -= 0.25
		}
	}
	pitch := min((labelHigh-2*labelInset)/postalMost, s.size*millimetresAPoint*1.2)
	y := top + (labelHigh-pitch*float64(len(lines)))/2
	for _, line := range lines {
		y += pitch
		for _, part := range k.broken(s, line, wide, 1) {
			k.line(left+labelInset, y-pitch*0.2, s, part)
		}
	}
}
