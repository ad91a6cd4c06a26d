package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/settings"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/tongue"
	"bienvenue/data/demo"
)

type demoCommand struct {
	People int    `help:"${help_demo_people}" default:"400" placeholder:"N"`
	Months int    `help:"${help_demo_months}" default:"12" placeholder:"N"`
	Seed   uint64 `help:"${help_demo_seed}" default:"1" placeholder:"N"`
	Today  string `help:"${help_demo_today}" placeholder:"2026-11-23"`
}

// Run fills a new archive with an invented coop. An archive that exists is never touched.
func (c *demoCommand) Run(d *desk) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return coop.Refuse("ctl.refused.demo", map[string]any{"Path": path})
	}
	if err := d.open(true); err != nil {
		return err
	}
	today := d.office.Today()
	if c.Today != "" {
		if today, err = coop.ParseDay(c.Today); err != nil {
			return coop.Refuse("ctl.refused.day", map[string]any{"Value": c.Today})
		}
	}
	p := demo.Params{People: c.People, Months: c.Months, Seed: c.Seed, Today: today, Zone: d.zone}
	sum, err := d.invent(p)
	if err != nil {
		return err
	}
	d.filled = true
	return d.print(sum, func() {
		d.say(d.words.T("ctl.demo.done", i18n.Args{
			"Households": d.words.Number(sum.Households), "Cooperators": d.words.Number(sum.Cooperators),
			"Visits": d.words.Number(sum.Visits), "Path": path,
		}))
	})
}

func (d *desk) invent(p demo.Params) (demo.Summary, error) {
	world, err := demo.ReadWorld(assets.DemoWorld)
	if err != nil {
		return demo.Summary{}, err
	}
	s := settings.Defaults()
	s.Coop = world.Coop
	table, err := settings.Changes(settings.Defaults(), s)
	if err != nil {
		return demo.Summary{}, err
	}
	p.World, p.Window, p.Rule = world, s.Rules.Window, s.Rules.Kind(coop.CourtesyVisit, coop.AtHome)
	if p.Scripts, err = demoScripts(); err != nil {
		return demo.Summary{}, err
	}
	return demo.Build(d.ctx, d.archive, p, table)
}

// demoScripts tells the demonstration what the shipped scripts say to whom.
func demoScripts() ([]demo.Script, error) {
	files, err := tongue.New(i18n.Default).Scripts()
	if err != nil {
		return nil, err
	}
	sources := make([]script.File, len(files))
	for i, f := range files {
		sources[i] = script.File(f)
	}
	bundles := script.Gather(sources)
	all := make([]demo.Script, 0, len(bundles))
	for _, b := range bundles {
		s := b.Script
		if b.Err != nil {
			return nil, fmt.Errorf("read the script %s: %w", s.ID, b.Err)
		}
		said := demoScript(coop.StoredScript{ID: s.ID, Version: s.Version, Source: b.Source, Tongues: b.Tongues, Shipped: s.Version}, s)
		if before, ok := earlier(s); ok {
			told := demoScript(coop.StoredScript{ID: s.ID, Version: before.Version, Source: script.Write(before), Shipped: before.Version}, before)
			said.Earlier = &told
		}
		all = append(all, said)
	}
	return all, nil
}

func demoScript(stored coop.StoredScript, s script.Script) demo.Script {
	return demo.Script{
		Stored: stored, Kind: s.Kind, Products: s.For.Products,
		Steps: func(h coop.Household, said []coop.TopicID) []demo.Step {
			f := script.FactsOf(h, coop.Residence{Heating: h.Dwelling.Heating}, nil)
			f.Said = said
			return demoSteps(s.Steps(f))
		},
	}
}

// earlier is the script as it might have been a version before: in one language, without its last
// optional step that asks nothing, so that there is something to compare.
func earlier(s script.Script) (script.Script, bool) {
	last := -1
	for i, step := range s.All {
		if !step.Essential && len(step.Questions) == 0 {
			last = i
		}
	}
	if s.Version < 2 || last < 0 {
		return s, false
	}
	s.Version--
	s.Tongues = nil
	s.All = slices.Delete(slices.Clone(s.All), last, last+1)
	return s, true
}

func demoSteps(steps []script.Step) []demo.Step {
	all := make([]demo.Step, 0, len(steps))
	for _, s := range steps {
		step := demo.Step{ID: s.ID, Topic: s.Topic, Essential: s.Essential, Minutes: s.Length.Minutes(), Questions: map[coop.QuestionID][]coop.ChoiceID{}}
		step.Asked = len(s.Asked)
		for _, p := range s.Checks {
			step.Points = append(step.Points, p.ID)
		}
		for _, chip := range s.Chips {
			step.Chips = append(step.Chips, chip.ID)
		}
		for _, q := range s.Questions {
			for _, choice := range q.Choices {
				step.Questions[q.ID] = append(step.Questions[q.ID], choice.ID)
			}
		}
		all = append(all, step)
	}
	return all
}

// settle makes the office over the open archive, in the coop's zone.
func (d *desk) settle(table map[string]string) error {
	zone, err := time.LoadLocation(settings.Read(table).Zone)
	if err != nil {
		return fmt.Errorf("the coop's zone: %w", err)
	}
	d.zone = zone
	d.tongues.In(zone)
	if d.words, err = d.tongues.Words(d.Language); err != nil {
		return err
	}
	d.office = newOffice(d.archive, d.tongues, zone)
	return nil
}
