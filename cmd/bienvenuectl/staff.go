package main

import (
	"cmp"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

type staffCommand struct {
	Add    staffAddCommand    `cmd:"" help:"${help_staff_add}"`
	Change staffChangeCommand `cmd:"" help:"${help_staff_change}"`
	List   staffListCommand   `cmd:"" help:"${help_staff_list}"`
}

type staffAddCommand struct {
	Login  string `arg:"" help:"${help_staff_login}"`
	Name   string `help:"${help_staff_name}" required:"" placeholder:"NAME"`
	Role   string `help:"${help_staff_role}" required:"" enum:"desk,officer,manager,admin" placeholder:"desk|officer|manager|admin"`
	Phone  string `help:"${help_staff_phone}" placeholder:"PHONE"`
	Target int    `help:"${help_staff_target}" placeholder:"N"`

	Speaks []string `help:"${help_staff_speaks}" placeholder:"en,ar"`
}

// Run adds somebody to the coop's staff.
func (c *staffAddCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	added, err := d.office.KeepStaff(d.ctx, by, coop.Staff{
		Login: c.Login, Name: c.Name, Role: coop.Role(c.Role), Phone: c.Phone, Target: c.Target, Active: true, Speaks: c.Speaks,
	})
	if err != nil {
		return err
	}
	return d.print(added, func() {
		d.say(d.words.T("ctl.staff.added", i18n.Args{"Name": added.Name, "Login": added.Login, "Role": d.words.T(i18n.RoleKey(added.Role))}))
	})
}

type staffChangeCommand struct {
	Login  string   `arg:"" help:"${help_staff_login}"`
	Name   string   `help:"${help_staff_name}" placeholder:"NAME"`
	Role   string   `help:"${help_staff_role}" default:"" enum:",desk,officer,manager,admin" placeholder:"desk|officer|manager|admin"`
	Phone  string   `help:"${help_staff_phone}" placeholder:"PHONE"`
	Target *int     `help:"${help_staff_target}" placeholder:"N"`
	Speaks []string `help:"${help_staff_speaks}" placeholder:"en,ar"`
	Named  *bool    `help:"${help_staff_named}" negatable:""`
	Active *bool    `help:"${help_staff_active}" negatable:""`
}

// Run changes what is known of a colleague; what the command line leaves out stays.
func (c *staffChangeCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	s, err := d.office.FindStaff(d.ctx, c.Login)
	if err != nil {
		return err
	}
	s.Name, s.Phone, s.Role = cmp.Or(c.Name, s.Name), cmp.Or(c.Phone, s.Phone), cmp.Or(coop.Role(c.Role), s.Role)
	if c.Target != nil {
		s.Target = *c.Target
	}
	if len(c.Speaks) > 0 {
		s.Speaks = filled(c.Speaks...)
	}
	if c.Named != nil {
		s.Named = *c.Named
	}
	if c.Active != nil {
		s.Active = *c.Active
	}
	if s, err = d.office.KeepStaff(d.ctx, by, s); err != nil {
		return err
	}
	return d.print(s, func() { d.say(d.staffLine(s)) })
}

type staffListCommand struct{}

// Run lists the coop's staff, those who left too.
func (*staffListCommand) Run(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	all, err := d.office.Staff(d.ctx)
	if err != nil {
		return err
	}
	return d.print(listed(all), func() {
		for _, s := range all {
			d.say(d.staffLine(s))
		}
	})
}

// staffLine is a colleague on one line.
func (d *desk) staffLine(s coop.Staff) string {
	role := d.words.T(i18n.RoleKey(s.Role))
	if !s.Active {
		role = d.words.T("ctl.staff.left", i18n.Args{"Role": role})
	}
	named := ""
	if s.Named {
		named = d.words.T("ctl.staff.named")
	}
	return strings.Join(filled(s.Login, s.Name, role, strings.Join(s.Speaks, ", "), named), "\t")
}

// colleague finds a member of staff, zero for nobody of that identity.
func (d *desk) colleague(id coop.StaffID) (coop.Staff, error) {
	all, err := d.office.Staff(d.ctx)
	for _, s := range all {
		if s.ID == id {
			return s, err
		}
	}
	return coop.Staff{}, err
}
