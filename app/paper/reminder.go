package paper

import (
	"fmt"
	"io"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// Reminder is what reminds a household of its visit: the visit, and who the coop is.
type Reminder struct {
	coop.Stop
	Coop  coop.Coop
	Logo  []byte // the coop's, a PNG; nil for none
	Phone string // the officer's, "" for the office's only
}

// ReminderLetter writes the letter that reminds of a visit as a PDF of one A4 page, for an envelope with a
// window. The same letter made at the same instant gives the same bytes.
func ReminderLetter(w io.Writer, r Reminder, words VisitWords, fonts Fonts, made time.Time) error {
	page, err := LayReminderLetter(r, words, fonts, made)
	if err != nil {
		return err
	}
	if err := page.PDF(w, fonts, made); err != nil {
		return fmt.Errorf("write reminder: %w", err)
	}
	return nil
}

// letter is the reminder as every letter is.
func (r Reminder) letter() coop.Letter {
	return coop.Letter{
		Kind: coop.ReminderLetter, Coop: r.Coop, Logo: r.Logo, Visit: r.Visit, Residence: r.Home,
		Household: coop.Household{Holders: r.Row.Holders, Dwelling: r.Row.Dwelling, Product: r.Row.Product},
		Officer:   coop.Staff{Name: r.OfficerName, Phone: r.Phone},
	}
}

// LayReminderLetter lays the letter out. It bears the day of the instant it is made, in the instant's zone.
func LayReminderLetter(r Reminder, words VisitWords, fonts Fonts, made time.Time) (*Page, error) {
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	var page *Page
	for _, d := range []density{
		{lead: 1.34, row: 4.2, logo: 16, lines: 3},
		{lead: 1.26, row: 3, logo: 14, lines: 3},
		{lead: 1.18, row: 2, logo: 12, lines: 2},
		{lead: 1.15, row: 1.2, logo: 10, lines: 1},
	} {
		page = &Page{
			Width: pageWidth, Height: pageHeight, Language: words.Language(),
			Title: words.T("letter.document"), Author: r.Coop.Name,
		}
		l := reminderLetter{Reminder: r, words: words, made: made, sketch: &sketch{density: d, faces: base.faces, page: page}}
		if l.lay() {
			break
		}
	}
	return page, nil
}

// reminderLetter is a reminder being laid out.
type reminderLetter struct {
	Reminder
	*sketch
	words VisitWords
	made  time.Time
}

// lay puts everything on the page and says whether it fits.
func (l *reminderLetter) lay() bool {
	l.sender(l.Coop, l.Logo, l.words)
	l.recipient(l.Row.Holders, l.Row.Dwelling, l.Home, l.words)
	from := len(l.page.marks)
	height := l.notice(0)
	bottom := pageHeight - margin - height
	l.shift(from, bottom)
	day := l.clean(plain, l.words.T("letter.day", i18n.Args{"Day": l.words.Date(coop.DayOf(l.made))}))
	y := windowBottom + 2
	l.line(letterMargin+letterWide-l.width(plain, day), y+l.ascent(plain), plain, day)
	y += l.height(plain) + l.row
	y = l.paragraph(letterMargin, y, letterWide, style{13, Bold, ink}, 2, subjectOf(l.Reminder, l.words)) + l.row
	y = l.text(y, dear(l.Row.Holders, l.words))
	y = l.text(y, l.words.T("letter.why"))
	y = l.facts(y)
	y = l.ready(y)
	y = l.text(y, moveOf(l.Reminder, l.words))
	y = l.text(y, freeOf(l.Reminder, l.words))
	y = l.text(y, l.words.T("letter.help"))
	y = l.text(y, l.words.T("letter.soon"))
	for _, name := range []string{l.OfficerName, l.Coop.Name} {
		y = l.paragraph(letterMargin, y, letterWide, strong, 2, name)
	}
	return y+l.row <= bottom
}

// text writes a paragraph of the letter.
func (l *reminderLetter) text(y float64, text string) float64 {
	return l.paragraph(letterMargin, y, letterWide, plain, 5, text) + l.row
}

// facts says when, how long, with whom and where, on a light ground.
func (l *reminderLetter) facts(y float64) float64 {
	const inside = 4.0
	ground := len(l.page.marks)
	rows := factsOf(l.Reminder, l.words)
	tab := 0.0
	for _, row := range rows {
		tab = max(tab, l.width(label, l.clean(label, row[0])))
	}
	tab += 5
	end := y + inside - 1
	for _, row := range rows {
		next := l.paragraph(letterMargin+inside, end, tab, label, 1, row[0])
		end = max(next, l.paragraph(letterMargin+inside+tab, end, letterWide-2*inside-tab, strong, 2, row[1])) + l.row*0.2
	}
	end += inside - 1 - l.row*0.2
	l.ground(ground, letterMargin, y, letterWide, end-y)
	return end + l.row
}

// factsOf are the facts of the visit, each after its title.
func factsOf(r Reminder, words VisitWords) [][2]string {
	rows := [][2]string{
		{words.T("letter.when"), words.T("letter.when.at", i18n.Args{"Day": words.DayLong(words.DayOf(r.Start)), "Hour": words.Hour(r.Start)})},
		{words.T("letter.long"), words.T("letter.long.about", i18n.Args{"Minutes": words.Minutes(r.Minutes())})},
	}
	if r.OfficerName != "" {
		rows = append(rows, [2]string{words.T("letter.with"), r.OfficerName})
	}
	return append(rows, [2]string{words.T("letter.where"), whereOf(r.letter(), words)})
}

// ready lists what to have at hand.
func (l *reminderLetter) ready(y float64) float64 {
	const dot = 4.0
	y = l.paragraph(letterMargin, y, letterWide, plain, 2, l.words.T("letter.ready"))
	for _, key := range readyKeys(l.Row.Product) {
		middle := y + l.height(plain)/2
		l.stroke(1, brand, letterMargin+1.2, middle, letterMargin+1.2, middle)
		y = l.paragraph(letterMargin+dot, y, letterWide-dot, plain, 2, l.words.T(key))
	}
	return y + l.row
}

// readyKeys are the papers that matter to a household: the rent and its insurance are a tenant's.
func readyKeys(p coop.Product) []string {
	switch p {
	case coop.PSLA:
		return []string{"letter.ready.questions", "letter.ready.defects", "letter.ready.insurance"}
	case coop.VEFA, coop.BRS:
		return []string{"letter.ready.questions", "letter.ready.defects"}
	case coop.Copro:
		return []string{"letter.ready.questions", "letter.ready.charges"}
	case coop.Rental, coop.ProductUnknown:
	}
	return []string{"letter.ready.questions", "letter.ready.insurance", "letter.ready.notice"}
}

// subjectOf says what is reminded of, without a name.
func subjectOf(r Reminder, words VisitWords) string {
	key := "letter.subject"
	if r.Place != coop.AtHome {
		key = "letter.subject.away"
	}
	return words.T(key, i18n.Args{"When": words.When(r.Start)})
}

// freeOf says that nobody has to.
func freeOf(r Reminder, words VisitWords) string {
	if r.Place != coop.AtHome {
		return words.T("letter.free.away")
	}
	return words.T("letter.free")
}

// moveOf says how to change the date: whom to call, or where to say it.
func moveOf(r Reminder, words VisitWords) string {
	var reach []string
	if r.Phone != "" {
		reach = append(reach, words.T("letter.reach", i18n.Args{"Name": nobodyElse(r.OfficerName, r.Coop.Name), "Phone": words.Phone(r.Phone)}))
	}
	if r.Coop.AgencyPhone != "" {
		reach = append(reach, words.T("letter.reach.office", i18n.Args{"Phone": words.Phone(r.Coop.AgencyPhone)}))
	}
	if len(reach) == 0 {
		return words.T("letter.move.desk")
	}
	return held(words.T("letter.move", i18n.Args{"Reach": list(reach, words.T("letter.reach.or"))}))
}

// notice is the notice on personal data, at the foot of the page.
func (l *reminderLetter) notice(y float64) float64 {
	l.stroke(0.25, rule, letterMargin, y, letterMargin+letterWide, y)
	return l.paragraph(letterMargin, y+2, letterWide, label, 4, noticeOf(l.Coop, l.words))
}

// noticeOf is the notice on personal data.
func noticeOf(c coop.Coop, words VisitWords) string {
	name := nobodyElse(c.Name, words.T("sheet.data.coop"))
	if c.DataContact == "" {
		return words.T("letter.data.desk", i18n.Args{"Coop": name})
	}
	return words.T("letter.data", i18n.Args{"Coop": name, "Contact": c.DataContact})
}
