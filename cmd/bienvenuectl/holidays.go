package main

import (
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
	"bienvenue/app/i18n"
)

type bridgesCommand struct {
	Year int      `arg:"" help:"${help_year}"`
	Take []string `help:"${help_bridges_take}" placeholder:"2026-05-15"`
}

// Run lists the bridge days of a year that are not decided on yet, or takes some of them.
func (c *bridgesCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	if err := checkYear(c.Year); err != nil {
		return err
	}
	all, err := d.office.Bridges(d.ctx, c.Year)
	if err != nil {
		return err
	}
	if len(c.Take) > 0 {
		return d.takeBridges(by, all, c.Take)
	}
	return d.print(listed(all), func() { d.sayDays(all, "ctl.bridges.listed") })
}

// takeBridges closes the coop on bridge days, as soon as each of them is known to be one.
func (d *desk) takeBridges(by coop.Actor, all []coop.Day, named []string) error {
	var days []coop.Day
	for _, text := range named {
		day, err := readDay(text)
		if err != nil {
			return err
		}
		if !slices.Contains(all, day) {
			return coop.Refuse("ctl.refused.bridge", map[string]any{"Day": d.words.DayLong(day)})
		}
		if !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	names, err := d.names()
	if err != nil {
		return err
	}
	taken := make([]absent, 0, len(days))
	for _, day := range days {
		e, upon, err := d.office.AddException(d.ctx, by, coop.Exception{Kind: coop.BridgeDay, From: day, To: day})
		if err != nil {
			return err
		}
		taken = append(taken, absent{e, listed(upon)})
	}
	return d.print(taken, func() {
		for _, t := range taken {
			d.say(d.exceptionLine(t.Exception, names))
			d.sayUpon(t.Upon)
		}
	})
}

type holidaysCommand struct {
	Year  int    `arg:"" help:"${help_year}"`
	Place string `help:"${help_holidays_place}" default:"" enum:",mainland,alsace-moselle,guadeloupe,martinique,guyane,reunion,mayotte" placeholder:"PLACE"`
}

// Run lists the public holidays of a year where the coop lies, or elsewhere.
func (c *holidaysCommand) Run(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	if err := checkYear(c.Year); err != nil {
		return err
	}
	rules, err := d.office.VisitRules(d.ctx)
	if err != nil {
		return err
	}
	if c.Place != "" {
		rules.Place = coop.HolidayPlace(c.Place)
	}
	calendar := diary.NewCalendar(rules.Place, rules.Whit)
	var days []coop.Day
	for day := coop.MakeDay(c.Year, time.January, 1); day <= coop.MakeDay(c.Year, time.December, 31); day = day.Add(1) {
		if calendar.Holiday(day) {
			days = append(days, day)
		}
	}
	return d.print(listed(days), func() {
		d.say(d.words.T(i18n.HolidayPlaceKey(rules.Place)))
		d.sayDays(days, "ctl.holidays.listed")
	})
}

func (d *desk) sayDays(days []coop.Day, counted string) {
	for _, day := range days {
		d.say(d.words.DayLong(day))
	}
	d.warn(d.words.N(counted, len(days)))
}

// checkYear refuses a year that no calendar of the law is known for.
func checkYear(year int) error {
	const first, last = 2000, 2199
	if year < first || year > last {
		return coop.Refuse("ctl.refused.number", map[string]any{"Value": year, "Low": first, "High": last})
	}
	return nil
}
