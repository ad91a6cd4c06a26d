package paper

import (
	"regexp"
	"strings"

	"bienvenue/app/coop"
)

// Where the address stands, for a DL envelope (110 × 220 mm) with a window of 35 × 100 mm, 20 mm from
// its right and lower edges, and a page folded in three. Whatever way the page slides, the window shows
// what lies from 100 to 190 mm and from 55 to 79 mm; and it never shows what lies outside 90 to 200 mm
// and 44 to 90 mm, where nothing else may stand.
const (
	addressLeft   = 105.0
	addressRight  = 190.0
	addressTop    = 55.0
	addressBottom = 79.0
	windowLeft    = 90.0
	windowTop     = 44.0
	windowBottom  = 90.0
	letterMargin  = 18.0
	letterWide    = pageWidth - 2*letterMargin
)

// foldAt is how far down a page that is folded in three is folded first.
const foldAt = pageHeight / 3

// sender writes whose letter it is, above and beside the window.
func (k *sketch) sender(c coop.Coop, logo []byte, words Words) {
	const wide = windowLeft - letterMargin - 3
	own := *k
	own.lead = 1.2
	_, high := own.logo(logo, letterMargin, margin, logoAside)
	y := margin + high
	if high > 0 {
		y += 2
	}
	y = own.paragraph(letterMargin, y, wide, style{12, Bold, brand}, 3, c.Name) + 0.6
	y = own.paragraph(letterMargin, y, wide, label, 3, c.Address)
	y = own.paragraph(letterMargin, y, wide, label, 1, held(words.Phone(c.AgencyPhone)))
	if c.AgencyPhone != "" {
		own.paragraph(letterMargin, y, wide, label, 3, held(c.AgencyHours))
	}
}

// recipient writes the address where the envelope's window shows it.
func (k *sketch) recipient(holders []coop.Cooperator, d coop.Dwelling, home coop.Residence, words VisitWords) {
	const most, least, pitch = 10.5, 9, 3.9 // points, points, millimetres
	lines := postalLines(holders, d, home, words)
	s := style{most, Regular, ink}
	for _, line := range lines {
		for s.size > least && k.width(s, k.clean(s, line)) > addressRight-addressLeft {
			s.size -= 0.25
		}
	}
	y := addressTop + (addressBottom-addressTop-pitch*float64(len(lines)))/2
	for _, line := range lines {
		y += pitch
		for _, part := range k.broken(s, line, addressRight-addressLeft, 1) {
			k.line(addressLeft, y-pitch*0.2, s, part)
		}
	}
}

// fold marks where the page is folded for its envelope.
func (k *sketch) fold() {
	const from, long = 10.5, 3.0 // millimetres: inside what every printer prints
	k.stroke(0.2, rule, from, foldAt, from+long, foldAt)
}

// postcode is what stands before a town in an address of one line.
var postcode = regexp.MustCompile(`(?:^|[\s,])\d{5}[\s,]+([^,\d]+)`)

// townOf is the town of an address of one line, « 3 place du Marché, 03100 Montluçon », "" when it names none.
func townOf(address string) string {
	found := postcode.FindAllStringSubmatch(address, -1)
	if len(found) == 0 {
		return ""
	}
	words := strings.Fields(found[len(found)-1][1])
	for i, w := range words {
		if strings.EqualFold(w, "cedex") {
			words = words[:i]
			break
		}
	}
	return strings.Join(words, " ")
}
