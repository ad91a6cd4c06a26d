package paper

import (
	"net/url"
	"strings"

	"bienvenue/app/coop"
)

const (
	anAddress = "{address}"
	// openMap is where an address is looked up when the coop has named no other place.
	openMap = "https://www.openstreetmap.org/search?query=" + anAddress
)

// MapLink is the link that shows a residence on a map: the template with the address in place of
// {address}. A template without a place for the address, "" for instance, gives OpenStreetMap's;
// « geo:0,0?q={address} » opens a telephone's own maps. The link holds the residence's address and
// nothing else; a residence without a street has none.
func MapLink(template string, r coop.Residence) string {
	street := strings.TrimSpace(r.Address)
	if street == "" {
		return ""
	}
	if !strings.Contains(template, anAddress) {
		template = openMap
	}
	place := url.QueryEscape(list([]string{street, joined(r.Postcode, r.Town)}, ", "))
	if !strings.HasPrefix(template, "http") { // only a form's query has plus signs for spaces
		place = strings.ReplaceAll(place, "+", "%20")
	}
	return strings.ReplaceAll(template, anAddress, place)
}

// inFull is a residence's address in one line, in which the postcode keeps to its town.
func inFull(r coop.Residence) string {
	return list([]string{r.Address, list([]string{r.Postcode, r.Town}, string(noBreak))}, ", ")
}

const (
	mapSide  = 22.0 // millimetres, at least
	mapDot   = 0.45 // a dot of a code that is read from a grey print
	mapAside = 44.0 // the column it stands in
)

// mapCode draws the code of a residence's map, with the address in clear below it. One that would
// not fit, of an address beyond reason, is left out.
func (r *round) mapCode(x, y float64, home coop.Residence) float64 {
	link := MapLink(r.Map, home)
	if link == "" {
		return y
	}
	dark, err := makeCode(link)
	side := max(mapSide, mapDot*float64(len(dark)))
	if err != nil || side > mapAside { // the address is in clear beside it all the same
		return y
	}
	r.page.marks = append(r.page.marks, mark{points: []float64{x + mapAside - side, y + 1}, size: side, code: dark})
	y += 1 + side + 2.2
	for _, line := range r.broken(label, inFull(home), mapAside, 5) {
		r.line(x+mapAside-r.width(label, line), y+r.ascent(label), label, line)
		y += r.height(label)
	}
	return y
}
