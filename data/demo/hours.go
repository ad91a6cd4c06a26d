package demo

import (
	"time"

	"bienvenue/app/coop"
)

// WorldDiary is what differs from the usual weeks, so many days ahead.
type WorldDiary struct {
	Exceptions []WorldException `json:"exceptions"`
	PartTime   string           `json:"part_time"` // login of who does not work on Wednesday afternoons
}

// WorldException is an exception so many days ahead.
type WorldException struct {
	coop.Exception
	Login string       `json:"login"` // "" for the whole coop
	Ahead int          `json:"ahead"` // days from today to the week it is in, negative for the past
	On    time.Weekday `json:"on"`    // the weekday it begins on
	Days  int          `json:"days"`  // how long it lasts, at least 1
}

// hours lists the exceptions and the working weeks of the invented coop.
func (b *builder) hours(c *coop.Change, admin coop.Staff, since time.Time) {
	for _, e := range b.World.Diary.Exceptions {
		one := e.Exception
		one.ID = coop.ExceptionID(b.id(b.rng, since))
		one.From = b.Today.Add(e.Ahead).Monday().Add((int(e.On) + 6) % 7)
		one.To = one.From.Add(max(e.Days, 1) - 1)
		if one.Staff = b.called(e.Login); one.Staff == "" && e.Login != "" {
			continue
		}
		c.Exceptions = append(c.Exceptions, one)
		c.Entries = append(c.Entries, b.entry(b.rng, since, admin, coop.ActExceptionAdded, coop.OnDiary, string(one.ID), "", one))
	}
	if who := b.called(b.World.Diary.PartTime); who != "" {
		h := coop.Hours{Staff: who, Week: partTime()}
		c.Hours = append(c.Hours, h)
		c.Entries = append(c.Entries, b.entry(b.rng, since, admin, coop.ActHoursChanged, coop.OnDiary, string(who), "", h))
	}
}

// called is the member of staff with a login, "" for nobody.
func (b *builder) called(login string) coop.StaffID {
	for _, s := range b.staff {
		if s.Login == login {
			return s.ID
		}
	}
	return ""
}

// partTime is a week without Wednesday afternoon.
func partTime() coop.Week {
	const wednesday = 2
	morning, afternoon := coop.Span{From: 8*60 + 30, To: 12*60 + 30}, coop.Span{From: 13*60 + 30, To: 18 * 60}
	var w coop.Week
	for day := range 5 {
		w[day] = []coop.Span{morning, afternoon}
	}
	w[wednesday] = w[wednesday][:1]
	return w
}

// away says whether an officer makes no visit at a time of the invented coop.
func (b *builder) away(s slot) bool {
	const noon = 13 * 60
	if s.day.Weekday() == time.Wednesday && s.hour >= noon && s.officer == b.called(b.World.Diary.PartTime) {
		return true
	}
	for _, e := range b.World.Diary.Exceptions {
		from := b.Today.Add(e.Ahead).Monday().Add((int(e.On) + 6) % 7)
		who := b.called(e.Login)
		if e.Span.Whole() && from <= s.day && s.day < from.Add(max(e.Days, 1)) && (who == "" || who == s.officer) {
			return true
		}
	}
	return false
}

// prefer lets some households say when a visit suits them.
func (b *builder) prefer(h *home) {
	wishes := []coop.Preference{"", coop.PreferMornings, coop.PreferAfternoons, coop.PreferLate, coop.PreferCall, coop.PreferPhone}
	if p := wishes[weighted(h.aside, 70, 10, 7, 5, 5, 3)]; p != "" {
		h.Prefers = []coop.Preference{p}
	}
}

// announced says how a visit was told to its household, and what the household answered so far.
func (b *builder) announced(c *coop.Change, h *home, v *coop.Visit, booked time.Time, by coop.Staff) {
	v.Told = []coop.Channel{coop.ByPost, coop.ByCall, coop.ByMail}[weighted(h.aside, 55, 35, 10)]
	ahead := coop.DayOf(v.Start.In(b.Zone)).DaysSince(b.Today)
	const week, sayYes = 7, 45
	if v.State != coop.VisitPlanned || ahead < 0 || ahead > week || !chance(h.aside, sayYes) {
		return
	}
	v.Confirmed = booked.Add(26 * time.Hour)
	if latest := b.morning(b.Today.Add(-1)); v.Confirmed.After(latest) {
		v.Confirmed = latest
	}
	c.Entries = append(c.Entries, b.entry(h.aside, v.Confirmed, by, coop.ActVisitConfirmed, coop.OnVisit, string(v.ID), h.ID,
		map[string]any{"start": v.Start, "officer": v.Officer, "confirmed": true}))
}
