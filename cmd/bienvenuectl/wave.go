package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/cmd/bienvenue/feed"
)

type waveCommand struct {
	Plan  wavePlanCommand  `cmd:"" help:"${help_wave_plan}"`
	Apply waveApplyCommand `cmd:"" help:"${help_wave_apply}"`
	List  waveListCommand  `cmd:"" help:"${help_wave_list}"`
	Undo  waveUndoCommand  `cmd:"" help:"${help_wave_undo}"`
}

type wavePlanCommand struct {
	Months  int      `help:"${help_wave_months}" placeholder:"6"`
	Order   string   `help:"${help_wave_order}" default:"oldest" enum:"oldest,newest" placeholder:"oldest|newest"`
	Share   int      `help:"${help_wave_share}" default:"30" placeholder:"N"`
	Start   string   `help:"${help_wave_start}" placeholder:"2026-12-07"`
	Officer []string `help:"${help_wave_officer}" placeholder:"LOGIN"`
	PerDay  int      `help:"${help_wave_day}" placeholder:"N"`
	Out     string   `help:"${help_wave_out}" placeholder:"FILE"`
}

// Run proposes a wave; nothing of it is booked. The file that it may write is what apply takes.
func (c *wavePlanCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	asked, err := c.asked(d)
	if err != nil {
		return err
	}
	tell, done := d.progress(func(done, total int) string {
		return d.words.T("ctl.wave.computing", i18n.Args{"Share": d.words.Percent(float64(done) / float64(max(total, 1)))})
	})
	draft, err := d.office.PlanWave(d.ctx, by, asked, tell)
	done()
	if err != nil {
		return err
	}
	plan := draft.Plan
	for i, v := range plan.Visits {
		plan.Visits[i].Start, plan.Visits[i].End = v.Start.UTC(), v.End.UTC()
	}
	plan.Visits, plan.Left, plan.Weeks, plan.Places = listed(plan.Visits), listed(plan.Left), listed(plan.Weeks), listed(plan.Places)
	if c.Out != "" {
		text, err := encoded(plan)
		if err != nil {
			return err
		}
		if err := feed.Write(whole(c.Out), text); err != nil {
			return coop.Refuse("ctl.refused.write", map[string]any{"Path": whole(c.Out)})
		}
	}
	return d.print(plan, func() {
		d.sayPlan(plan)
		if c.Out != "" {
			d.warn(d.words.T("ctl.wave.planned", i18n.Args{"Path": whole(c.Out)}))
		}
	})
}

// asked is what the command line asks for; what it leaves out is as usual.
func (c *wavePlanCommand) asked(d *desk) (coop.WaveAsked, error) {
	asked, err := d.office.UsualWave(d.ctx)
	if err != nil {
		return asked, err
	}
	if c.Months != 0 {
		asked.Months = c.Months
	}
	asked.Order, asked.Share, asked.PerDay = coop.WaveOrder(c.Order), c.Share, c.PerDay
	if asked.Start, err = d.dayOr(c.Start, asked.Start); err != nil {
		return asked, err
	}
	if len(c.Officer) == 0 {
		return asked, nil
	}
	asked.Officers = nil
	for _, login := range c.Officer {
		officer, err := d.officer(login)
		if err != nil {
			return asked, err
		}
		if !officer.Visits() {
			return asked, coop.Refuse("ctl.refused.visits", map[string]any{"Name": officer.Name})
		}
		asked.Officers = append(asked.Officers, officer.ID)
	}
	return asked, nil
}

// sayPlan sums a plan up for people.
func (d *desk) sayPlan(p coop.WavePlan) {
	w, t := d.words, p.Totals
	line := func(label, value string) { d.say(fmt.Sprintf("%-28s  %s", label, value)) }
	d.say(w.N("wave.plan.asked", p.Asked.Months, i18n.Args{
		"Order": w.T(i18n.WaveOrderKey(p.Asked.Order)), "Share": w.Percent(float64(p.Asked.Share) / coop.MostWaveShare), "Day": w.DayLong(p.Asked.Start),
	}))
	line(w.T("wave.figure.planned"), w.T("wave.figure.of", i18n.Args{"N": w.Number(t.Planned), "Of": w.Number(t.Asked)}))
	line(w.T("wave.figure.window"), w.T("ctl.wave.best", i18n.Args{"N": w.Number(t.InWindow), "Best": w.Number(t.Possible)}))
	line(w.T("wave.figure.halves"), w.T("ctl.wave.best", i18n.Args{"N": w.Number(t.Halves), "Best": w.Number(t.Least)}))
	if t.End != "" {
		line(w.T("wave.figure.end"), w.DayLong(t.End))
	}
	line(w.T("wave.figure.left"), w.Number(len(p.Left)))
	for _, week := range p.Weeks {
		line(w.T("wave.week.long", i18n.Args{"Day": w.DayShort(week.Monday)}),
			w.N("wave.week.wave", week.Planned, i18n.Args{"Booked": week.Booked})+" "+w.N("wave.week.room", week.Room))
	}
	d.warn(w.T("ctl.wave.safe"))
}

type waveApplyCommand struct {
	File string `arg:"" help:"${help_wave_file}"`
}

// Run books every visit of a plan, or none.
func (c *waveApplyCommand) Run(d *desk) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return coop.Refuse("ctl.refused.file", map[string]any{"Path": whole(c.File)})
	}
	var plan coop.WavePlan
	read := json.NewDecoder(bytes.NewReader(text))
	read.DisallowUnknownFields()
	if err := read.Decode(&plan); err != nil {
		return coop.Refuse("ctl.refused.wave", map[string]any{"Path": whole(c.File), "Detail": err.Error()})
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	for _, v := range plan.Visits { // a plan of another archive
		if _, err := d.archive.Household(d.ctx, v.Household); err != nil {
			return err
		}
	}
	wave, err := d.office.ApplyWave(d.ctx, by, plan)
	if err != nil {
		return err
	}
	return d.print(wave, func() {
		d.say(d.words.N("ctl.wave.applied", wave.Visits, i18n.Args{"ID": string(wave.ID)}))
	})
}

type waveListCommand struct{}

// Run lists the waves that were booked, the newest first.
func (*waveListCommand) Run(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	all, err := d.office.Waves(d.ctx)
	if err != nil {
		return err
	}
	w := d.words
	return d.print(listed(all), func() {
		for _, wave := range all {
			undone := ""
			if !wave.Undone.IsZero() {
				undone = w.T("wave.past.undone", i18n.Args{"When": w.When(wave.Undone)})
			}
			d.say(strings.Join(filled(string(wave.ID), w.T("wave.past.line", i18n.Args{"When": w.When(wave.At), "By": wave.By}),
				w.N("wave.past.visits", wave.Visits, i18n.Args{"Any": wave.Standing > 0, "Standing": w.Number(wave.Standing)}), undone), "\t"))
		}
		d.warn(w.N("ctl.wave.listed", len(all)))
	})
}

type waveUndoCommand struct {
	ID     string `arg:"" help:"${help_wave_id}"`
	Reason string `help:"${help_wave_reason}" required:"" placeholder:"TEXT"`
}

// Run cancels those visits of a wave that are still as it booked them.
func (c *waveUndoCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	freed, err := d.office.UndoWave(d.ctx, by, coop.WaveID(c.ID), c.Reason)
	if err != nil {
		return err
	}
	done := struct {
		Wave  string `json:"wave"`
		Freed int    `json:"freed"`
	}{c.ID, freed}
	return d.print(done, func() { d.say(d.words.N("wave.undone", freed)) })
}
