package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
	"bienvenue/app/settings"
)

// Limits of a visit.
const (
	shortestVisit = 10  // minutes
	longestVisit  = 240 // minutes
	agreedNotice  = 2   // working days below which the cooperator's word is asked for (domain: section 5.2)
)

// Booking is a visit as somebody asks for it.
type Booking = coop.Booking

// Warning is a soft rule that a booking does not keep.
type Warning = coop.Warning

// CheckVisit says which soft rules a visit would not keep: notice, working days and hours, the
// window after the entry.
func (o *Office) CheckVisit(ctx context.Context, b Booking) ([]Warning, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	h, err := o.store.Household(ctx, b.Household)
	if err != nil {
		return nil, fmt.Errorf("check visit: %w", err)
	}
	return o.warnings(b, h, s), nil
}

func (o *Office) warnings(b Booking, h coop.Household, s settings.Settings) []Warning {
	start := b.Start.In(o.zone)
	day := coop.DayOf(start)
	found := append(o.noticeWarnings(b.Start, day, s), hourWarnings(start, b.Minutes, s)...)
	found = append(found, windowWarnings(day, o.Today(), h, s)...)
	if h.Exit != "" && day > h.Exit {
		found = append(found, Warning{Key: "visit.warning.exit"})
	}
	return found
}

// noticeWarnings say that a visit comes too soon for the person to be told in time.
func (o *Office) noticeWarnings(start time.Time, day coop.Day, s settings.Settings) []Warning {
	today := o.Today()
	switch notice := day.DaysSince(today); {
	case start.Before(o.now()):
		return []Warning{{Key: "visit.warning.past"}}
	case calendar().WorkingDaysBetween(today, day) < agreedNotice:
		return []Warning{{Key: "visit.warning.agreement", Args: map[string]any{"Days": agreedNotice}}}
	case notice < s.Notice:
		return []Warning{{Key: "visit.warning.notice", Args: map[string]any{"Days": notice, "Wanted": s.Notice}}}
	}
	return nil
}

var closedWarnings = map[coop.Closure]string{
	diary.Holiday: "visit.warning.holiday", diary.Sunday: "visit.warning.sunday", diary.Weekend: "visit.warning.saturday",
}

// hourWarnings say that the coop is closed at that time.
func hourWarnings(start time.Time, minutes int, s settings.Settings) []Warning {
	var found []Warning
	day, end := coop.DayOf(start), start.Add(time.Duration(minutes)*time.Minute)
	if key, closed := closedWarnings[calendar().Closed(day)]; closed {
		found = append(found, Warning{Key: key})
	}
	if minuteOf(start) < s.Hours.From || minuteOf(end) > s.Hours.To || coop.DayOf(end) != day {
		found = append(found, Warning{Key: "visit.warning.hours", Args: map[string]any{
			"From": s.Hours.From / hour, "FromMinutes": past(s.Hours.From), "To": s.Hours.To / hour, "ToMinutes": past(s.Hours.To),
		}})
	}
	return found
}

// windowWarnings say that a visit lies outside the window after the entry. One that is late
// already is not warned of.
func windowWarnings(day, today coop.Day, h coop.Household, s settings.Settings) []Warning {
	w := s.Window.Of(h.Entry)
	switch {
	case w.From == "":
	case day < h.Entry:
		return []Warning{{Key: "visit.warning.entry"}}
	case day < w.From:
		return []Warning{{Key: "visit.warning.early", Args: map[string]any{"Days": s.Window.From}}}
	case day > w.To && today <= w.To:
		return []Warning{{Key: "visit.warning.late", Args: map[string]any{"Days": s.Window.To}}}
	}
	return nil
}

func minuteOf(t time.Time) int { return t.Hour()*hour + t.Minute() }

const hour = 60 // minutes

// past is the minutes past the hour as sentences say them, "" on the hour.
func past(minute int) string {
	if minute%hour == 0 {
		return ""
	}
	return fmt.Sprintf("%02d", minute%hour)
}

// BookVisit books a visit. A time already taken is refused by the archive itself with a
// *coop.ClashError; a soft rule that is not kept asks for a reason.
func (o *Office) BookVisit(ctx context.Context, by coop.Actor, b Booking) (coop.Visit, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Visit{}, err
	}
	h, err := o.store.Household(ctx, b.Household)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("book visit: %w", err)
	}
	v := coop.Visit{
		ID: coop.VisitID(o.newID()), Household: b.Household, Officer: b.Officer, Kind: b.Kind,
		State: coop.VisitPlanned,
	}
	if v.Kind == "" {
		v.Kind = coop.CourtesyVisit
	}
	v, err = o.placed(v, b, h, s)
	if err != nil {
		return coop.Visit{}, err
	}
	return o.keepVisit(ctx, by, coop.ActVisitBooked, v, map[string]any{
		"start": v.Start, "minutes": v.Minutes(), "place": v.Place, "officer": v.Officer, "reason": v.Reason,
	})
}

// placed puts a visit at the time and place that are asked for, or refuses.
func (o *Office) placed(v coop.Visit, b Booking, h coop.Household, s settings.Settings) (coop.Visit, error) {
	if b.Place == "" {
		b.Place = coop.AtHome
	}
	if b.Minutes == 0 {
		b.Minutes = s.Minutes.Visit
		if b.Place == coop.ByPhone {
			b.Minutes = s.Minutes.Phone
		}
	}
	switch {
	case b.Officer == "":
		return v, coop.Refuse("visit.refused.officer", nil)
	case b.Minutes < shortestVisit || b.Minutes > longestVisit:
		return v, coop.Refuse("visit.refused.minutes", map[string]any{"Low": shortestVisit, "High": longestVisit})
	case b.Reason == "" && len(o.warnings(b, h, s)) > 0:
		return v, coop.Refuse("visit.refused.reason", nil)
	}
	v.Officer, v.Place, v.Reason = b.Officer, b.Place, b.Reason
	v.Start = b.Start.UTC()
	v.End = v.Start.Add(time.Duration(b.Minutes) * time.Minute)
	v.Buffer = 0
	if b.Place == coop.AtHome {
		v.Buffer = s.Buffer
	}
	return v, nil
}

// MoveVisit gives a planned visit another time, officer or place.
func (o *Office) MoveVisit(ctx context.Context, by coop.Actor, id coop.VisitID, b Booking) (coop.Visit, error) {
	v, err := o.planned(ctx, id)
	if err != nil {
		return coop.Visit{}, err
	}
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Visit{}, err
	}
	h, err := o.store.Household(ctx, v.Household)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("move visit: %w", err)
	}
	from := v.Start
	b.Household = v.Household
	if b.Officer == "" {
		b.Officer = v.Officer
	}
	if b.Minutes == 0 {
		b.Minutes = v.Minutes()
	}
	if b.Place == "" {
		b.Place = v.Place
	}
	if v, err = o.placed(v, b, h, s); err != nil {
		return coop.Visit{}, err
	}
	v.Moves++
	return o.keepVisit(ctx, by, coop.ActVisitMoved, v, map[string]any{
		"from": from, "start": v.Start, "minutes": v.Minutes(), "place": v.Place, "officer": v.Officer, "reason": v.Reason,
	})
}

// CancelVisit frees the time of a planned visit; a reason is asked for.
func (o *Office) CancelVisit(ctx context.Context, by coop.Actor, id coop.VisitID, reason string) (coop.Visit, error) {
	if reason == "" {
		return coop.Visit{}, coop.Refuse("visit.refused.cancel", nil)
	}
	v, err := o.planned(ctx, id)
	if err != nil {
		return coop.Visit{}, err
	}
	v.State, v.Reason = coop.VisitCancelled, reason
	return o.keepVisit(ctx, by, coop.ActVisitCancelled, v, map[string]any{"start": v.Start, "reason": reason})
}

// RestoreVisit takes a cancellation back, as long as the time is still free.
func (o *Office) RestoreVisit(ctx context.Context, by coop.Actor, id coop.VisitID) (coop.Visit, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("restore visit: %w", err)
	}
	if v.State != coop.VisitCancelled {
		return v, nil
	}
	v.State, v.Reason = coop.VisitPlanned, ""
	return o.keepVisit(ctx, by, coop.ActVisitBooked, v, map[string]any{
		"start": v.Start, "minutes": v.Minutes(), "place": v.Place, "officer": v.Officer, "restored": true,
	})
}

// planned finds a visit that may still be moved or cancelled.
func (o *Office) planned(ctx context.Context, id coop.VisitID) (coop.Visit, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("find visit: %w", err)
	}
	if v.State != coop.VisitPlanned {
		return coop.Visit{}, coop.Refuse("visit.refused.over", nil)
	}
	return v, nil
}

func (o *Office) keepVisit(ctx context.Context, by coop.Actor, act coop.Act, v coop.Visit, payload any) (coop.Visit, error) {
	e, err := o.entry(by, act, coop.OnVisit, string(v.ID), v.Household, payload)
	if err != nil {
		return coop.Visit{}, err
	}
	if err := o.keep(ctx, string(act), coop.Change{Visits: []coop.Visit{v}, Entries: []coop.Entry{e}}); err != nil {
		return coop.Visit{}, err
	}
	v.Rev++
	return v, nil
}

// Visits lists the visits that start on the days from one to another, both included.
func (o *Office) Visits(ctx context.Context, _ coop.Actor, from, to coop.Day, officer coop.StaffID) ([]coop.VisitRow, error) {
	rows, err := o.store.Visits(ctx, coop.VisitFilter{From: from.Start(o.zone), To: to.Add(1).Start(o.zone), Officer: officer})
	if err != nil {
		return nil, fmt.Errorf("list visits: %w", err)
	}
	return rows, nil
}
