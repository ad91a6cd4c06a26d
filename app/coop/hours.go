package coop

import "slices"

// Span is a part of a day, in minutes after midnight by the coop's clock: [From, To).
// The zero Span is the whole day.
type Span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Whole says whether the span is the whole day.
func (s Span) Whole() bool { return s == Span{} }

// Holds says whether another span lies in this one.
func (s Span) Holds(other Span) bool {
	return s.Whole() || (!other.Whole() && s.From <= other.From && other.To <= s.To)
}

// Meets says whether both spans share a minute.
func (s Span) Meets(other Span) bool {
	return s.Whole() || other.Whole() || (s.From < other.To && other.From < s.To)
}

// Midday parts a day's two halves, in minutes after midnight: what begins before is of the morning.
const Midday = 13 * 60

// minutesOfDay is how long a day is by the clock.
const minutesOfDay = 24 * 60

// Week is a working week, Monday first: the spans of each day in their order, none for a day off.
// A break is what lies between two spans.
type Week [7][]Span

// On is what the week says of a day.
func (w Week) On(d Day) []Span { return w[(int(d.Weekday())+6)%len(w)] }

// Envelope is the earliest beginning and the latest end of all days; the whole day where nobody works.
func (w Week) Envelope() Span {
	var all Span
	for _, day := range w {
		for _, s := range day {
			if all.Whole() {
				all = s
				continue
			}
			all.From, all.To = min(all.From, s.From), max(all.To, s.To)
		}
	}
	return all
}

// Minutes is how much work a week holds.
func (w Week) Minutes() int {
	sum := 0
	for _, day := range w {
		for _, s := range day {
			sum += s.To - s.From
		}
	}
	return sum
}

// Check refuses a week whose spans are empty, out of the day, or not one after the other.
func (w Week) Check() error {
	for i, day := range w {
		at := 0
		for _, s := range day {
			if s.From < at || s.To <= s.From || s.To > minutesOfDay {
				return Refuse("hours.refused.span", map[string]any{"Weekday": i, "From": s.From, "To": s.To})
			}
			at = s.To
		}
	}
	return nil
}

// Hours are an officer's own working week; an officer without one has the coop's.
type Hours struct {
	Staff StaffID `json:"staff"`
	Week  Week    `json:"week"`
	Rev   int     `json:"rev"`
}

// ExceptionKind says what differs from the usual week.
type ExceptionKind string

// The kinds. Why somebody is absent is not asked: that is theirs.
const (
	CoopClosed ExceptionKind = "closed"  // the coop is closed
	BridgeDay  ExceptionKind = "bridge"  // a day off between a holiday and a weekend
	StaffAway  ExceptionKind = "absence" // an officer is not there
	Meeting    ExceptionKind = "meeting" // an officer is there and busy
	ExtraHours ExceptionKind = "extra"   // an officer works besides the usual week, such as one Saturday
)

// ExceptionKinds lists the kinds in the order they are offered.
func ExceptionKinds() []ExceptionKind {
	return []ExceptionKind{StaffAway, Meeting, ExtraHours, CoopClosed, BridgeDay}
}

// OfCoop says whether the kind is about the whole coop and not about one officer.
func (k ExceptionKind) OfCoop() bool { return k == CoopClosed || k == BridgeDay }

// Exception is a time that differs from the usual week.
type Exception struct {
	ID     ExceptionID   `json:"id"`
	Staff  StaffID       `json:"staff"` // "" for the whole coop
	Kind   ExceptionKind `json:"kind"`
	From   Day           `json:"from"`
	To     Day           `json:"to"`     // included
	Span   Span          `json:"span"`   // the hours of each of its days; the zero Span is the whole day
	Weekly bool          `json:"weekly"` // only on the weekday of From
	Label  string        `json:"label"`  // in a few words, such as « réunion d'équipe »; never a reason of health
	Rev    int           `json:"rev"`
}

// On says whether the exception holds on a day.
func (e Exception) On(d Day) bool {
	return e.From <= d && d <= e.To && (!e.Weekly || d.Weekday() == e.From.Weekday())
}

// The limits of an exception.
const (
	LabelLength   = 60  // characters
	LongestAway   = 366 // days from its first to its last
	mostExtraSpan = minutesOfDay
)

// Check refuses an exception that says nothing or too much.
func (e Exception) Check() error {
	switch {
	case !slices.Contains(ExceptionKinds(), e.Kind), e.Kind.OfCoop() != (e.Staff == ""):
		return Refuse("hours.refused.kind", nil)
	case e.From == "" || e.To == "" || e.To < e.From || e.To.DaysSince(e.From) > LongestAway:
		return Refuse("hours.refused.days", map[string]any{"Days": LongestAway})
	case !e.Span.Whole() && (e.Span.From < 0 || e.Span.To <= e.Span.From || e.Span.To > mostExtraSpan):
		return Refuse("hours.refused.exception", nil)
	case e.Span.Whole() && (e.Kind == Meeting || e.Kind == ExtraHours):
		return Refuse("hours.refused.exception", nil)
	case len([]rune(e.Label)) > LabelLength:
		return Refuse("hours.refused.label", map[string]any{"Limit": LabelLength})
	}
	return nil
}

// HolidayPlace is where a coop lies, as far as its public holidays go.
type HolidayPlace string

// The places (Code du travail, articles L3133-1, L3134-13 and L3422-2; domain: section 8).
const (
	Mainland      HolidayPlace = "mainland"
	AlsaceMoselle HolidayPlace = "alsace-moselle"
	Guadeloupe    HolidayPlace = "guadeloupe"
	Martinique    HolidayPlace = "martinique"
	Guyane        HolidayPlace = "guyane"
	Reunion       HolidayPlace = "reunion"
	Mayotte       HolidayPlace = "mayotte"
)

// HolidayPlaces lists the places in the order they are offered.
func HolidayPlaces() []HolidayPlace {
	return []HolidayPlace{Mainland, AlsaceMoselle, Guadeloupe, Martinique, Guyane, Reunion, Mayotte}
}
