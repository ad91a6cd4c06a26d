package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

type hoursCommand struct {
	Show hoursShowCommand `cmd:"" help:"${help_hours_show}"`
	Set  hoursSetCommand  `cmd:"" help:"${help_hours_set}"`
}

// weekdays are the days of a week as the terminal writes them, in the order of a coop.Week.
var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

type hoursShowCommand struct {
	Officer string `help:"${help_hours_officer}" placeholder:"LOGIN"`
}

// Run shows the working week of the coop, or of an officer.
func (c *hoursShowCommand) Run(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	h, err := d.weekOf(officer)
	if err != nil {
		return err
	}
	return d.print(h, func() { d.sayWeek(officer, h) })
}

// weekOf is an officer's working week, or nobody's: the coop's.
func (d *desk) weekOf(officer coop.Staff) (coop.Hours, error) {
	if officer.ID != "" {
		return d.office.Hours(d.ctx, officer.ID)
	}
	rules, err := d.office.VisitRules(d.ctx)
	return coop.Hours{Week: rules.Week}, err
}

// sayWeek prints a working week for people.
func (d *desk) sayWeek(officer coop.Staff, h coop.Hours) {
	w := d.words
	switch {
	case officer.ID == "":
		d.say(w.T("ctl.hours.coop"))
	case h.Rev == 0:
		d.say(w.T("ctl.hours.usual", i18n.Args{"Name": officer.Name}))
	default:
		d.say(w.T("ctl.hours.own", i18n.Args{"Name": officer.Name}))
	}
	for i, spans := range h.Week {
		said := make([]string, len(spans))
		for n, s := range spans {
			said[n] = d.span(s)
		}
		if len(spans) == 0 {
			said = []string{w.T("ctl.hours.off")}
		}
		d.say(fmt.Sprintf("%-10s  %s", w.Weekday(weekdayAt(i)), strings.Join(said, ", ")))
	}
	d.say(w.T("ctl.hours.sum", i18n.Args{"Length": w.Minutes(h.Week.Minutes())}))
}

// weekdayAt is the weekday at a place of a coop.Week, which begins on Monday.
func weekdayAt(i int) time.Weekday { return time.Weekday((i + 1) % len(weekdays)) }

// span is a part of a day as people say it.
func (d *desk) span(s coop.Span) string {
	return d.words.T("ctl.span", i18n.Args{"From": d.clock(s.From), "To": d.clock(s.To)})
}

// clock is a time of the day as people say it.
func (d *desk) clock(minute int) string {
	hour, past := minute/60, minute%60
	if past == 0 {
		return d.words.T("format.hour.sharp", i18n.Args{"H": hour})
	}
	return d.words.T("format.hour", i18n.Args{"H": hour, "M": fmt.Sprintf("%02d", past)})
}

type hoursSetCommand struct {
	Officer string   `help:"${help_hours_officer}" placeholder:"LOGIN"`
	Day     []string `help:"${help_hours_day}" required:"" enum:"mon,tue,wed,thu,fri,sat,sun" placeholder:"mon,tue"`
	Span    []string `help:"${help_hours_span}" sep:"none" placeholder:"08:30-12:30"`
	Off     bool     `help:"${help_hours_off}"`
}

// weekSet is a working week that was kept, with the visits that it leaves without working time.
type weekSet struct {
	coop.Hours
	Upon []coop.VisitRow `json:"upon"`
}

// Run gives the coop, or an officer, the working time of some days of the week.
func (c *hoursSetCommand) Run(d *desk) error {
	if c.Off == (len(c.Span) > 0) {
		return coop.Refuse("ctl.refused.spans", nil)
	}
	spans := []coop.Span{}
	for _, text := range c.Span {
		s, err := readSpan(text)
		if err != nil {
			return err
		}
		spans = append(spans, s)
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	h, err := d.weekOf(officer)
	if err != nil {
		return err
	}
	for _, name := range c.Day {
		h.Week[slices.Index(weekdays, name)] = spans
	}
	if h, err = d.keepWeek(by, officer, h); err != nil {
		return err
	}
	const year = 366
	today := d.office.Today()
	upon, err := d.office.Unsettled(d.ctx, by, today, today.Add(year), officer.ID)
	if err != nil {
		return err
	}
	return d.print(weekSet{h, listed(upon)}, func() {
		d.sayWeek(officer, h)
		d.sayUpon(upon)
	})
}

// keepWeek keeps the week of an officer, or of the coop among its settings.
func (d *desk) keepWeek(by coop.Actor, officer coop.Staff, h coop.Hours) (coop.Hours, error) {
	if officer.ID != "" {
		return d.office.KeepHours(d.ctx, by, h)
	}
	if err := h.Week.Check(); err != nil {
		return h, err
	}
	s, err := d.office.Settings(d.ctx)
	if err != nil {
		return h, err
	}
	s.Rules.Week = h.Week
	return h, d.office.ChangeSettings(d.ctx, by, s)
}

// sayUpon tells which booked visits a change of working time comes upon.
func (d *desk) sayUpon(upon []coop.VisitRow) {
	if len(upon) == 0 {
		return
	}
	d.warn(d.words.N("ctl.upon", len(upon)))
	for _, v := range upon {
		d.say(d.visitLine(v))
	}
}

// readSpan reads a part of a day, « 08:30-12:30 ».
func readSpan(text string) (coop.Span, error) {
	from, to, parted := strings.Cut(text, "-")
	first, began := readClock(from)
	last, ended := readClock(to)
	if !parted || !began || !ended || last <= first {
		return coop.Span{}, coop.Refuse("ctl.refused.span", map[string]any{"Value": text})
	}
	return coop.Span{From: first, To: last}, nil
}

// readClock reads a time of the day in minutes after midnight; 24:00 is the end of the day.
func readClock(text string) (minute int, ok bool) {
	const hours, minutes = 24, 60
	hour, past, parted := strings.Cut(strings.TrimSpace(text), ":")
	h, err := strconv.Atoi(hour)
	m, failed := strconv.Atoi(past)
	if !parted || err != nil || failed != nil || len(past) != 2 || h < 0 || m < 0 || m >= minutes || h*minutes+m > hours*minutes {
		return 0, false
	}
	return h*minutes + m, true
}
