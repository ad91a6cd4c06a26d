package paper

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// Round is what the sheet of an officer's day says: facts only, in no language.
type Round struct {
	coop.Round
	Coop coop.Coop
	Logo []byte // the coop's, a PNG; nil for none
	Map  string // how an address is looked up, see MapLink; "" for OpenStreetMap
}

// VisitWords says what papers about visits say; *i18n.Words does.
type VisitWords interface {
	Words
	Hour(t time.Time) string
	Minutes(n int) string
	Person(c coop.Cooperator) string
	People(holders []coop.Cooperator) string
	Clock(minutes int) string
	DoorOf(d coop.Dwelling) string
	DayOf(t time.Time) coop.Day
}

// RoundSheet writes an officer's day as a PDF of A4 pages, one stop after the other. The same day
// made at the same instant gives the same bytes.
func RoundSheet(w io.Writer, r Round, words VisitWords, fonts Fonts, made time.Time) error {
	pages, err := LayRoundSheet(r, words, fonts)
	if err != nil {
		return err
	}
	if err := WritePages(w, pages, fonts, made); err != nil {
		return fmt.Errorf("write round: %w", err)
	}
	return nil
}

// LayRoundSheet lays out an officer's day, one page at least.
func LayRoundSheet(r Round, words VisitWords, fonts Fonts) ([]*Page, error) {
	base, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	base.density = density{lead: 1.2, row: 1, section: 4, lines: 2, logo: 12}
	lay := round{Round: r, sketch: base, words: words}
	lay.turn()
	lay.bottom = pageHeight - margin - lay.shredHeight()
	y := lay.header()
	for i := range r.Stops {
		y = lay.place(i, y)
	}
	if len(r.Stops) == 0 {
		y = lay.paragraph(margin, y+2, full, plain, 2, words.T("round.none")) + lay.section
	}
	lay.rest(y)
	for i, p := range lay.pages {
		lay.page = p
		lay.shred(i + 1)
	}
	return lay.pages, nil
}

// round is an officer's day being laid out.
type round struct {
	Round
	*sketch
	words  VisitWords
	pages  []*Page
	fresh  bool    // nothing stands on the page but its header
	bottom float64 // where stops end, on every page
}

// turn begins a page.
func (r *round) turn() {
	r.page = &Page{
		Width: pageWidth, Height: pageHeight, Language: r.words.Language(),
		Title: r.words.T("round.document"), Author: r.Coop.Name,
	}
	r.pages, r.fresh = append(r.pages, r.page), true
}

// header writes whose day it is, how many visits it has and from when to when.
func (r *round) header() float64 {
	y := r.masthead(margin, margin, full, r.Coop.Name, r.Logo, r.words.T("round.document")) + 3.5
	y = r.paragraph(margin, y, full, style{20, Bold, ink}, 1, capital(r.words.DayLong(r.Day))) + 0.8
	y = r.paragraph(margin, y, full, style{13, Semibold, ink}, 2, list([]string{r.Officer.Name, r.span()}, " · "))
	for _, b := range r.Busy {
		y = r.paragraph(margin, y, full, plain, 2, r.busy(b))
	}
	return r.under(y + 2)
}

// under draws the line below a header.
func (r *round) under(y float64) float64 {
	r.stroke(0.7, brand, margin, y, pageWidth-margin, y)
	return y + 3.5
}

// continued is the header of a further page.
func (r *round) continued() float64 {
	text := list([]string{r.Officer.Name, r.words.DayLong(r.Day)}, " · ")
	return r.under(r.paragraph(margin, margin, full, strong, 1, text) + 1.2)
}

// span says how many visits the day has, from when to when.
func (r *round) span() string {
	if len(r.Stops) == 0 {
		return ""
	}
	first, last := r.Stops[0].Start, r.Stops[0].End
	for _, s := range r.Stops {
		if s.Start.Before(first) {
			first = s.Start
		}
		if s.End.After(last) {
			last = s.End
		}
	}
	return r.words.N("round.span", len(r.Stops), i18n.Args{"From": r.words.Hour(first), "To": r.words.Hour(last)})
}

// busy says what else the day holds.
func (r *round) busy(b coop.Busy) string {
	what := b.Label
	if what == "" {
		what = r.words.T(i18n.ExceptionKey(b.Kind))
	}
	if b.Span.Whole() {
		return r.words.T("round.busy.whole", i18n.Args{"What": what})
	}
	return r.words.T("round.busy", i18n.Args{"What": what, "From": r.clock(b.Span.From), "To": r.clock(b.Span.To)})
}

// clock is an hour in minutes after midnight, « 14 h 30 ».
func (r *round) clock(minutes int) string {
	hour, rest := minutes/60, minutes%60
	if rest == 0 {
		return r.words.T("format.hour.sharp", i18n.Args{"H": hour})
	}
	return r.words.T("format.hour", i18n.Args{"H": hour, "M": fmt.Sprintf("%02d", rest)})
}

// place puts a stop below y, on a new page when it does not fit on this one.
func (r *round) place(i int, y float64) float64 {
	from := len(r.page.marks)
	end := r.stop(i, y)
	if first := r.fresh && len(r.pages) > 1; end > r.bottom && !first {
		r.page.marks = r.page.marks[:from]
		r.rest(y)
		r.turn()
		end = r.stop(i, r.continued())
	}
	r.fresh = false
	return end
}

// rest draws lines to write on where a page has room below its last stop.
func (r *round) rest(y float64) {
	const apart, least, most = 8.0, 3, 8
	y += 4
	n := int((r.bottom - y - r.height(heading) - 3) / apart)
	if n < least {
		return
	}
	y = r.paragraph(margin, y, full, heading, 1, r.words.T("round.notes"))
	r.ruled(margin, y, full, min(n, most))
}

// ruled draws lines to write on.
func (k *sketch) ruled(x, y, width float64, n int) float64 {
	const apart = 8.0
	for range n {
		y += apart
		k.stroke(0.2, rule, x, y, x+width, y)
	}
	return y
}

// shredHeight is how much room the foot of every page takes.
func (r *round) shredHeight() float64 {
	return float64(len(r.broken(label, r.words.T("round.shred"), full-numberWide, 3)))*r.height(label) + 3
}

const numberWide = 16.0 // of « 10/12 »

// shred says what becomes of the sheet, and which of its pages this is.
func (r *round) shred(number int) {
	y := pageHeight - margin - r.shredHeight() + 1
	r.stroke(0.25, rule, margin, y, pageWidth-margin, y)
	y += 2
	r.paragraph(margin, y, full-numberWide, label, 3, r.words.T("round.shred"))
	text := fmt.Sprintf("%d/%d", number, len(r.pages))
	r.line(pageWidth-margin-r.width(strong, text), y+r.ascent(strong), strong, text)
}

// capital begins a text with a capital letter.
func capital(text string) string {
	runes := []rune(strings.TrimSpace(text))
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}
