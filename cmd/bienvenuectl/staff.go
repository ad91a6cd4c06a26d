package main

import (
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

type staffCommand struct {
	Add  staffAddCommand  `cmd:"" help:"${help_staff_add}"`
	List staffListCommand `cmd:"" help:"${help_staff_list}"`
}

type staffAddCommand struct {
	Login  string `arg:"" help:"${help_staff_login}"`
	Name   string `help:"${help_staff_name}" required:"" placeholder:"NAME"`
	Role   string `help:"${help_staff_role}" required:"" enum:"desk,officer,manager,admin" placeholder:"desk|officer|manager|admin"`
	Phone  string `help:"${help_staff_phone}" placeholder:"PHONE"`
	Target int    `help:"${help_staff_target}" placeholder:"N"`
}

// Run adds somebody to the coop's staff.
func (c *staffAddCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	added, err := d.office.KeepStaff(d.ctx, by, coop.Staff{
		Login: c.Login, Name: c.Name, Role: coop.Role(c.Role), Phone: c.Phone, Target: c.Target, Active: true,
	})
	if err != nil {
		return err
	}
	return d.print(added, func() {
		d.say(d.words.T("ctl.staff.added", i18n.Args{"Name": added.Name, "Login": added.Login, "Role": d.words.T(i18n.RoleKey(added.Role))}))
	})
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
			role := d.words.T(i18n.RoleKey(s.Role))
			if !s.Active {
				role = d.words.T("ctl.staff.left", i18n.Args{"Role": role})
			}
			d.say(fmt.Sprintf("%s\t%s\t%s", s.Login, s.Name, role))
		}
	})
}
