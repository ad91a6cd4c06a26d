package main

import (
	"bienvenue/app/coop"
)

type wishesCommand struct {
	Ref    string   `arg:"" help:"${help_ref}"`
	Prefer []string `help:"${help_wishes_prefer}" enum:"mornings,afternoons,late,call,phone,office" placeholder:"WISH"`
	Note   *string  `help:"${help_wishes_note}" placeholder:"TEXT"`
	None   bool     `help:"${help_wishes_none}"`
}

// wished is what a household wishes for its visit.
type wished struct {
	Household coop.HouseholdID  `json:"household"`
	Prefers   []coop.Preference `json:"prefers"`
	Wishes    string            `json:"wishes"`
}

// Run shows what a household wishes for its visit, or changes it.
func (c *wishesCommand) Run(d *desk) error {
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
	h := f.Household
	if c.None {
		h.Prefers, h.Wishes = nil, ""
	}
	if len(c.Prefer) > 0 {
		h.Prefers = nil
		for _, p := range c.Prefer {
			h.Prefers = append(h.Prefers, coop.Preference(p))
		}
	}
	if c.Note != nil {
		h.Wishes = *c.Note
	}
	if c.None || len(c.Prefer) > 0 || c.Note != nil {
		if err := d.office.EditHousehold(d.ctx, by, h); err != nil {
			return err
		}
	}
	return d.print(wished{h.ID, listed(h.Prefers), h.Wishes}, func() {
		for _, line := range filled(d.wishes(h.Prefers), h.Wishes) {
			d.say(line)
		}
	})
}
