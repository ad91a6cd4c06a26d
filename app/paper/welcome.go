package paper

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// LayWelcomeSheet lays out a household's welcome sheet as one page. The day it bears is that of
// the instant it is made, in the instant's own zone.
func LayWelcomeSheet(s coop.Sheet, words Words, fonts Fonts, made time.Time) (*Page, error) {
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	var page *Page
	for _, d := range densities() {
		w := welcome{Sheet: s, words: words, made: made, today: coop.DayOf(made), sketch: &sketch{
			density: d, faces: base.faces, page: &Page{
				Width: pageWidth, Height: pageHeight, Language: words.Language(),
				Title: words.T("sheet.document"), Author: s.Coop.Name,
			},
		}}
		fits, err := w.lay()
		if err != nil {
			return nil, err
		}
		if page = w.page; fits {
			break
		}
	}
	return page, nil
}

// welcome is a welcome sheet being laid out at one density.
type welcome struct {
	coop.Sheet
	*sketch
	words Words
	made  time.Time
	today coop.Day
}

// lay puts everything on the page and says whether it fits.
func (w *welcome) lay() (bool, error) {
	top := w.header() + w.density.section
	from := len(w.page.marks)
	height, err := w.footer()
	if err != nil {
		return false, err
	}
	bottom := pageHeight - margin - height
	w.shift(from, bottom)
	leftEnd := w.contacts(margin, top)
	rightEnd := w.dates(right, top)
	if shorterLeft := leftEnd < rightEnd; w.across && shorterLeft {
		leftEnd = w.agreed(margin, leftEnd)
	} else {
		rightEnd = w.agreed(right, rightEnd)
	}
	if shorterLeft := leftEnd < rightEnd; w.across && shorterLeft {
		leftEnd = w.signature(margin, leftEnd)
	} else {
		rightEnd = w.signature(right, rightEnd)
	}
	switch {
	case w.across:
		leftEnd = w.duties(margin, max(leftEnd, rightEnd))
		rightEnd = leftEnd
	case len(w.Dates)+len(w.Agreed) > 0 || w.Signature.Signed():
		leftEnd = w.duties(margin, leftEnd)
	default:
		rightEnd = w.duties(right, rightEnd)
	}
	room := bottom - w.density.section
	w.notes(rightEnd, room)
	return max(leftEnd, rightEnd)-w.density.section <= room, nil
}

// header writes the coop, the greeting, the home and the contract.
func (w *welcome) header() float64 {
	y := w.band() + 4.5
	y = w.greeting(y) + 2.5
	end := w.home(y)
	y = max(end, w.contract(y)) + 3.5
	w.stroke(0.7, brand, margin, y, pageWidth-margin, y)
	return y
}

// greeting welcomes the holders by their names: as large as one line allows, then on two
// lines, then smaller on three.
func (w *welcome) greeting(y float64) float64 {
	text := w.words.T("sheet.welcome.nobody")
	if len(w.Household.Holders) > 0 {
		text = w.words.T("sheet.welcome", i18n.Args{"Name": w.words.Address(w.Household.Holders)})
	}
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

// home writes where the household lives.
func (w *welcome) home(y float64) float64 {
	d, r := w.Household.Dwelling, w.Residence
	most := min(w.lines, 2)
	y = w.paragraph(margin, y, column, strong, most, r.Name)
	y = w.paragraph(margin, y, column, plain, most, sentence([]string{
		w.part("sheet.home.building", d.Building), w.part("sheet.home.stair", d.Stair),
		w.floor(d.Floor), w.part("sheet.home.door", d.Door),
	}))
	y = w.paragraph(margin, y, column, plain, most, r.Address)
	return w.paragraph(margin, y, column, plain, most, joined(r.Postcode, r.Town))
}

// part names a part of the building; a text that names itself, « Bâtiment B », stays as it is.
func (w *welcome) part(key, text string) string {
	if text == "" {
		return ""
	}
	title := strings.TrimSpace(w.words.T(key, i18n.Args{"Text": ""}))
	if strings.HasPrefix(strings.ToLower(text), strings.ToLower(title)) {
		return text
	}
	return w.words.T(key, i18n.Args{"Text": text})
}

func (w *welcome) floor(text string) string {
	switch strings.ToUpper(text) {
	case "0", "RC", "RDC", "R":
		return w.words.T("sheet.home.ground")
	}
	return w.part("sheet.home.floor", text)
}

// contract writes what ties the household to the coop, and since when.
func (w *welcome) contract(y float64) float64 {
	product := ""
	if key := productKeys[w.Household.Product]; key != "" {
		product = w.words.T(key)
	}
	entry := w.Household.Entry
	if entry == "" {
		return w.paragraph(right, y, column, strong, 2, product)
	}
	key := "sheet.entry.since"
	if entry > w.today {
		key = "sheet.entry.from"
	}
	y = w.paragraph(right, y, column, strong, 2, product)
	return w.paragraph(right, y, column, plain, 2, w.words.T(key, i18n.Args{"Day": w.words.Date(entry)}))
}

var productKeys = map[coop.Product]string{
	coop.Rental: "sheet.product.rental",
	coop.PSLA:   "sheet.product.psla",
	coop.VEFA:   "sheet.product.vefa",
	coop.BRS:    "sheet.product.brs",
	coop.Copro:  "sheet.product.copro",
}

// contacts writes whom to call.
func (w *welcome) contacts(x, y float64) float64 {
	y = w.section(x, y, w.words.T("sheet.contacts"))
	if len(w.Contacts) == 0 {
		return w.paragraph(x, y, column, plain, 4, w.words.T("sheet.contacts.none")) + w.density.section
	}
	var titles []string
	for _, c := range w.Contacts {
		titles = append(titles, w.words.T(contactKeys[c.Kind]))
	}
	tab := w.tab(titles)
	for i, c := range w.Contacts {
		next := w.paragraph(x, y, tab, label, 1, titles[i])
		end := w.reach(x+tab, y, column-tab, held(w.words.Phone(c.Text)))
		end = w.paragraph(x+tab, end, column-tab, plain, min(w.lines, 2), held(c.Hours))
		y = max(next, end) + w.row
	}
	return y - w.row + w.density.section
}

// reach writes a name and its telephone. When they take too many lines the name is cut short,
// never the number.
func (w *welcome) reach(x, y, width float64, text string) float64 {
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
func (w *welcome) tab(titles []string) float64 {
	widest := 0.0
	for _, t := range titles {
		widest = max(widest, w.width(label, w.clean(label, t)))
	}
	return min(widest+4, column*0.56)
}

// duties writes who does what, one side below the other, or across both columns.
func (w *welcome) duties(x, y float64) float64 {
	if len(w.Duties) == 0 {
		return y
	}
	y = w.section(x, y, w.words.T("sheet.duties"))
	them := "sheet.duties.coop"
	if w.Household.Product == coop.Copro {
		them = "sheet.duties.syndic"
	}
	if w.across {
		end := w.side(x, y, coop.SideYou, "sheet.duties.you")
		return max(end, w.side(right, y, coop.SideThem, them)) + w.density.section
	}
	y = w.side(x, y, coop.SideYou, "sheet.duties.you") + w.row + 0.8
	return w.side(x, y, coop.SideThem, them) + w.density.section
}

// side writes one side's lines, each with its pictogram in the middle of its height.
func (w *welcome) side(x, y float64, side coop.Side, title string) float64 {
	const gap = 3.2
	icon := 6 + w.row*0.6
	y = w.paragraph(x, y, column, strong, 1, w.words.T(title)) + w.row*0.3
	left := w.density.duties
	for _, d := range w.Duties {
		if d.Side != side || left == 0 {
			continue
		}
		left--
		text, inside := w.words.T(dutyKeys[d.Duty]), column-icon-gap
		high := float64(len(w.broken(plain, text, inside, 2))) * w.height(plain)
		row := max(high, icon)
		w.pictogram(pictograms[d.Duty], x, y+(row-icon)/2, icon)
		w.paragraph(x+icon+gap, y+(row-high)/2, inside, plain, 2, text)
		y += row + w.row*0.6
	}
	return y - w.row*0.6
}

func joined(parts ...string) string { return list(parts, " ") }

func list(parts []string, separator string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" }), separator)
}

// sentence joins parts with commas and begins with a capital.
func sentence(parts []string) string {
	runes := []rune(list(parts, ", "))
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}
