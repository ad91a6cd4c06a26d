package main

import (
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

type slotsCommand struct {
	Household string `help:"${help_household}" required:"" placeholder:"REF"`
	Officer   string `help:"${help_officer}" placeholder:"LOGIN"`
	N         int    `help:"${help_slots_n}" name:"n" default:"3" placeholder:"N"`
	Hold      bool   `help:"${help_slots_hold}"`
}

// slot is a proposed time with who would come.
type slot struct {
	coop.Proposal
	OfficerName string `json:"officer_name"`
}

// Run proposes the best times for a household's visit. They are kept for whoever asked only when
// the command line says so.
func (c *slotsCommand) Run(d *desk) error {
	const most = 20
	if c.N < 1 || c.N > most {
		return coop.Refuse("ctl.refused.number", map[string]any{"Value": c.N, "Low": 1, "High": most})
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	id, err := d.office.FindHousehold(d.ctx, by, c.Household)
	if err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	found, err := d.office.ProposeVisits(d.ctx, by, id, officer.ID, c.N)
	if err != nil {
		return err
	}
	if !c.Hold {
		if err := d.office.ReleaseProposals(d.ctx, by, id); err != nil {
			return err
		}
	}
	slots, err := d.slots(found, c.Hold)
	if err != nil {
		return err
	}
	return d.print(slots, func() {
		for _, s := range slots {
			d.say(d.slotLine(s))
		}
		d.warn(d.words.N("ctl.slots.found", len(slots)))
	})
}

// slots are proposals with the names of who would come; what is not held has no end.
func (d *desk) slots(found []coop.Proposal, held bool) ([]slot, error) {
	names, err := d.names()
	if err != nil {
		return nil, err
	}
	slots := make([]slot, len(found))
	for i, p := range found {
		p.Visit.Start, p.Visit.End, p.Until = p.Visit.Start.UTC(), p.Visit.End.UTC(), p.Until.UTC()
		if !held {
			p.Hold, p.Until = "", coop.Proposal{}.Until
		}
		slots[i] = slot{Proposal: p, OfficerName: names[p.Visit.Officer]}
	}
	return slots, nil
}

// slotLine is a proposed time on one line, with what speaks for it.
func (d *desk) slotLine(s slot) string {
	w := d.words
	why := make([]string, len(s.Why))
	for i, reason := range s.Why {
		why[i] = w.T(reason.Key, reason.Args)
	}
	until := ""
	if s.Hold != "" {
		until = w.T("ctl.slots.held", i18n.Args{"Until": w.Hour(s.Until)})
	}
	return strings.Join(filled(w.When(s.Visit.Start), w.Minutes(s.Visit.Minutes()), s.OfficerName,
		w.T(i18n.PlaceKey(s.Visit.Place)), strings.Join(why, ", "), until), "\t")
}
