package exchange

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// Calendar is what a calendar program is handed: visits as its appointments.
type Calendar struct {
	Name  string         // as the program lists it
	Zone  *time.Location // the coop's; nil for UTC
	Stamp time.Time      // when the file is made
	Named bool           // with names, doors and telephones; otherwise nothing of a cooperator
	Alarm int            // minutes before a visit, 0 for no alarm
	Feed  bool           // a file that programs come back to by themselves, not one that is imported
	Stops []coop.Stop    // cancelled visits included, so that programs learn of it
	// Changed is when each visit last changed, as far as that is known.
	Changed map[coop.VisitID]time.Time
}

const (
	visitDomain = "@visit.bienvenue.invalid" // of no machine: a visit's identity is unique by itself
	product     = "-//Bienvenue//Bienvenue//"
	refresh     = "PT1H" // how often a program comes back to a feed
)

// WriteCalendar writes visits as iCalendar (RFC 5545). A visit keeps its UID for life and its
// SEQUENCE rises with every change, so that a program which reads it again moves the appointment.
// Without Named the file holds the kind of visit, the residence and its address, and no person's name.
func WriteCalendar(w io.Writer, c Calendar, words *i18n.Words) error {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	book := calendarBook{Calendar: c, words: words, several: severalOfficers(c.Stops)}
	var out bytes.Buffer
	if err := book.calendar().SerializeTo(&out, ics.WithNewLineWindows, ics.WithLineLength(75)); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	if _, err := out.WriteTo(w); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

// calendarBook is a calendar being written.
type calendarBook struct {
	Calendar
	words   *i18n.Words
	several bool // its visits are of several officers, which have to be told apart
}

func severalOfficers(stops []coop.Stop) bool {
	return slices.ContainsFunc(stops, func(s coop.Stop) bool { return s.Officer != stops[0].Officer })
}

func (b *calendarBook) calendar() *ics.Calendar {
	out := ics.NewCalendarFor("")
	out.SetProductId(product + strings.ToUpper(b.words.Language()))
	out.SetCalscale("GREGORIAN")
	if b.Feed {
		out.SetRefreshInterval(refresh, ics.WithValue(string(ics.ValueDataTypeDuration)))
		out.SetXPublishedTTL(refresh) // what Outlook goes by
	} else {
		out.SetMethod(ics.MethodPublish)
	}
	if name := icsText(b.Name); name != "" {
		out.SetName(name)
	}
	if !inUTC(b.Zone) {
		out.SetXWRTimezone(b.Zone.String())
		out.AddVTimezone(b.timezone())
	}
	for _, s := range b.Stops {
		if s.State != coop.VisitClosed { // which is no appointment
			out.AddVEvent(b.event(s))
		}
	}
	return out
}

// timezone is the zone as it is around the visits.
func (b *calendarBook) timezone() *ics.VTimezone {
	first, last := b.Stamp, b.Stamp
	for i, s := range b.Stops {
		if i == 0 {
			first, last = s.Start, s.End
		}
		if s.Start.Before(first) {
			first = s.Start
		}
		if s.End.After(last) {
			last = s.End
		}
	}
	return timezoneOf(b.Zone, first.In(b.Zone).Year(), last.In(b.Zone).Year())
}

// event is a visit as an appointment.
func (b *calendarBook) event(s coop.Stop) *ics.VEvent {
	e := ics.NewEvent(icsText(string(s.ID)) + visitDomain)
	changed := b.Changed[s.ID]
	stamp := b.Stamp
	if b.Feed && !changed.IsZero() {
		stamp = changed // what nobody is sent is stamped with its last change (section 3.8.7.2)
	}
	e.SetDtStampTime(stamp)
	if !changed.IsZero() {
		e.SetModifiedAt(changed)
	}
	// Every change of a visit raises its revision, a move and a cancellation among them, and none
	// lowers it, even an undone move. The first is 1 where a sequence begins at 0.
	e.SetSequence(max(s.Rev-1, 0))
	b.hours(e, s.Visit)
	b.standing(e, s.Visit)
	summary := b.summary(s)
	e.SetSummary(summary)
	if where := b.where(s); where != "" {
		e.SetLocation(where)
	}
	e.SetDescription(b.description(s))
	e.AddCategory(icsText(b.words.T("calendar.category")))
	if b.Named {
		e.SetClass(ics.ClassificationPrivate) // colleagues who share the calendar see a taken hour only
	}
	if b.Alarm > 0 && !calledOff(s.Visit) {
		alarm := e.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetDescription(summary)
		alarm.SetTrigger(fmt.Sprintf("-PT%dM", b.Alarm))
	}
	return e
}

// calledOff says whether nobody is to go there any more.
func calledOff(v coop.Visit) bool {
	return v.State == coop.VisitCancelled || v.State == coop.VisitHeld && (v.Result == coop.MovedByThem || v.Result == coop.MovedByUs)
}

// standing says whether the visit stands. Outlook reads the hour's own state and not the status.
func (b *calendarBook) standing(e *ics.VEvent, v coop.Visit) {
	status, transparency, busy := ics.ObjectStatusTentative, ics.TransparencyOpaque, "TENTATIVE"
	switch {
	case calledOff(v):
		status, transparency, busy = ics.ObjectStatusCancelled, ics.TransparencyTransparent, "FREE"
	case !v.Confirmed.IsZero() || v.State == coop.VisitHeld:
		status, busy = ics.ObjectStatusConfirmed, "BUSY"
	}
	e.SetStatus(status)
	e.SetTimeTransparency(transparency)
	e.SetProperty("X-MICROSOFT-CDO-BUSYSTATUS", busy)
}

// summary is the appointment's title.
func (b *calendarBook) summary(s coop.Stop) string {
	parts := []string{b.words.T(i18n.VisitKindKey(s.Kind))}
	if b.Named {
		parts = append(parts, b.words.People(s.Row.Holders))
	}
	residence := s.Home.Name
	if residence == "" {
		residence = s.Row.Residence
	}
	title := icsText(icsList(" · ", append(parts, residence)...))
	if calledOff(s.Visit) {
		title = b.words.T("calendar.cancelled", i18n.Args{"What": title})
	}
	return icsText(title)
}

// where is the place to go to: an address first, which telephones find on a map.
func (b *calendarBook) where(s coop.Stop) string {
	if s.Place != coop.AtHome {
		return icsText(b.words.T(i18n.PlaceKey(s.Place)))
	}
	address := icsList(", ", s.Home.Address, icsList(" ", s.Home.Postcode, s.Home.Town))
	if s.Home.Address == "" {
		address = icsList(", ", s.Home.Name, address)
	}
	door := b.words.DoorOf(s.Row.Dwelling)
	if b.Named && door != "" && address != "" {
		address = b.words.T("calendar.where", i18n.Args{"Address": address, "Door": door})
	}
	return icsText(address)
}

// description says what a look at the calendar is for.
func (b *calendarBook) description(s coop.Stop) string {
	lines := []string{b.words.T(b.standingKey(s.Visit))}
	if b.several && s.OfficerName != "" {
		lines = append(lines, b.words.T("calendar.officer", i18n.Args{"Name": s.OfficerName}))
	}
	if b.Named {
		for _, h := range s.Row.Holders {
			numbers := icsList(", ", b.words.Phone(h.Mobile), b.words.Phone(h.Phone))
			if numbers != "" {
				lines = append(lines, b.words.T("calendar.phone", i18n.Args{"Name": b.words.Person(h), "Phone": numbers}))
			}
		}
	}
	lines = append(lines, b.words.T("calendar.more"))
	for i := range lines {
		lines[i] = icsText(lines[i])
	}
	return strings.Join(lines, "\n")
}

func (b *calendarBook) standingKey(v coop.Visit) string {
	switch {
	case calledOff(v):
		return "calendar.standing.cancelled"
	case v.State == coop.VisitHeld:
		return "calendar.standing.held"
	case v.Confirmed.IsZero():
		return "calendar.standing.open"
	}
	return "calendar.standing.confirmed"
}

// icsText is a text of one line: letters only, whatever stands in the archive. Its marks are
// escaped as it is written.
func icsText(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return strings.Join(strings.Split(strings.TrimSpace(text), "  "), " ")
}

// icsList joins what is known.
func icsList(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return strings.TrimSpace(p) == "" }), separator)
}
