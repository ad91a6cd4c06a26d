package main

import (
	"fmt"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

type peopleCommand struct {
	Search searchCommand `cmd:"" help:"${help_search}"`
	Show   showCommand   `cmd:"" help:"${help_show}"`
	Wishes wishesCommand `cmd:"" help:"${help_wishes}"`
}

type searchCommand struct {
	Words []string `arg:"" help:"${help_search_words}"`
	Limit int      `help:"${help_search_limit}" default:"20" placeholder:"N"`
}

// Run lists the households that fit the words.
func (c *searchCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	rows, err := d.office.Search(d.ctx, by, strings.Join(c.Words, " "), c.Limit)
	if err != nil {
		return err
	}
	return d.print(listed(rows), func() {
		for _, r := range rows {
			d.say(d.row(r))
		}
		d.warn(d.words.N("ctl.people.found", len(rows)))
	})
}

// row is a household on one line.
func (d *desk) row(r coop.Row) string {
	return strings.Join([]string{
		r.Lease, d.words.People(r.Holders), d.words.T(i18n.ProductKey(r.Product)),
		strings.TrimSpace(r.Residence + ", " + r.Town), d.words.DayShort(r.Entry),
	}, "\t")
}

type showCommand struct {
	Ref string `arg:"" help:"${help_ref}"`
}

// Run shows everything the desk sees of a household.
func (c *showCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	id, err := d.office.FindHousehold(d.ctx, by, c.Ref)
	if err != nil {
		return err
	}
	f, err := d.office.Open(d.ctx, by, id)
	if err != nil {
		return err
	}
	return d.print(fileOf(f), func() { d.file(f) })
}

// file is a household's file as JSON has it.
type file struct {
	Household coop.Household  `json:"household"`
	Residence coop.Residence  `json:"residence"`
	Window    coop.Window     `json:"window"`
	Next      next            `json:"next"`
	Visits    []coop.VisitRow `json:"visits"`
	Talks     []coop.Talk     `json:"talks"`
	Outcomes  []coop.Outcome  `json:"outcomes"`
	FollowUps []coop.FollowUp `json:"follow_ups"`
	Papers    []coop.Paper    `json:"papers"`
	Timeline  []coop.Entry    `json:"timeline"`
}

// next is the next thing to do for a household.
type next struct {
	Step     coop.NextStep   `json:"step"`
	Talk     coop.TalkID     `json:"talk,omitempty"`
	Visit    coop.VisitID    `json:"visit,omitempty"`
	FollowUp coop.FollowUpID `json:"follow_up,omitempty"`
	Day      coop.Day        `json:"day,omitempty"`
	Late     bool            `json:"late"`
}

func fileOf(f coop.File) file {
	return file{
		Household: f.Household, Residence: f.Residence, Window: f.Window, Next: next(f.Next),
		Visits: listed(f.Visits), Talks: listed(f.Talks), Outcomes: listed(f.Outcomes),
		FollowUps: listed(f.FollowUps), Papers: listed(f.Papers), Timeline: listed(f.Journal),
	}
}

// listed is a list that JSON shows as a list, also when it is empty.
func listed[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// file prints a household's file.
func (d *desk) file(f coop.File) {
	w, h := d.words, f.Household
	field := func(label, value string) {
		if value != "" {
			d.say(fmt.Sprintf("%-22s  %s", label, value))
		}
	}
	d.say(w.People(h.Holders))
	field(w.T("ctl.show.id"), string(h.ID))
	field(w.T("ctl.show.lease"), h.Lease)
	field(w.T("ctl.show.product"), w.T(i18n.ProductKey(h.Product)))
	field(w.T("ctl.show.home"), strings.Join(filled(f.Residence.Name, h.Dwelling.Building, h.Dwelling.Floor, h.Dwelling.Door, f.Residence.Town), ", "))
	field(w.T("ctl.show.entry"), w.DayLong(h.Entry))
	field(w.T("ctl.show.exit"), w.DayLong(h.Exit))
	if f.Window.From != "" {
		field(w.T("ctl.show.window"), w.T("ctl.show.window.days", i18n.Args{"From": w.DayShort(f.Window.From), "To": w.DayShort(f.Window.To)}))
	}
	for _, p := range h.Holders {
		field(w.T("ctl.show.contact"), strings.Join(filled(w.Person(p), w.Phone(p.Mobile), w.Phone(p.Phone), p.Email), ", "))
	}
	field(w.T("ctl.show.share"), w.T(i18n.ShareStateKey(h.Share.State)))
	field(w.T("ctl.show.next"), w.T(i18n.NextStepKey(f.Next.Step)))
	for _, v := range f.Visits {
		field(w.T("ctl.show.visit"), d.visitLine(v))
	}
	for _, u := range f.FollowUps {
		field(w.T("ctl.show.followup"), strings.Join(filled(u.What, w.DayShort(u.Due), w.T(i18n.FollowUpStateKey(u.State))), ", "))
	}
	for _, e := range f.Journal {
		if e.Act != coop.ActTalkStep {
			field(strings.Join(filled(w.DayShort(w.DayOf(e.At)), w.Hour(e.At)), " "), w.T(i18n.ActKey(e.Act)))
		}
	}
}

func filled(parts ...string) []string {
	kept := make([]string, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
