package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/script"
)

type textsLessonsCommand struct {
	ID      string `arg:"" help:"${help_script}"`
	Months  int    `help:"${help_texts_months}" default:"12" placeholder:"N"`
	Version int    `help:"${help_lessons_version}" placeholder:"N"`
}

// lessons is what a script's talks teach, as JSON has it.
type lessons struct {
	ID    coop.ScriptID  `json:"id"`
	From  coop.Day       `json:"from"`
	Talks []talksOf      `json:"talks"`
	Steps []stepLesson   `json:"steps"`
	After []motiveLesson `json:"motives"` // told in the 90 days after
}

type talksOf struct {
	Version int `json:"version"`
	Talks   int `json:"talks"`
}

// stepLesson is what the talks of one version say of one step.
type stepLesson struct {
	Version int         `json:"version"`
	Step    coop.StepID `json:"step"`
	Title   string      `json:"title"`
	Talks   int         `json:"talks"`
	Seen    int         `json:"seen"`
	Skipped int         `json:"skipped"`
	Later   int         `json:"later"`
	Over    int         `json:"over"`
	Seconds int         `json:"seconds"`
	Asked   []asked     `json:"asked"`
}

type asked struct {
	Question string `json:"question"`
	Times    int    `json:"times"`
}

type motiveLesson struct {
	Step     coop.StepID     `json:"step"`
	Motive   coop.MotiveCode `json:"motive"` // "" for any
	Said     int             `json:"said"`
	SaidOf   int             `json:"said_of"`
	Unsaid   int             `json:"unsaid"`
	UnsaidOf int             `json:"unsaid_of"`
	Few      bool            `json:"few"` // too few to conclude anything
}

// fewHouseholds is how many households a comparison needs on each side.
const fewHouseholds = 30

// Run counts what the closed talks of a script teach.
func (c *textsLessonsCommand) Run(d *desk) error {
	by, err := d.member()
	if err != nil {
		return err
	}
	id, err := d.script(by, c.ID)
	if err != nil {
		return err
	}
	from := d.office.Today().AddMonths(-c.Months)
	found, err := d.office.Lessons(d.ctx, by, office.LessonAsk{Script: id, Version: c.Version, From: from})
	if err != nil {
		return err
	}
	l := learnt(id, from, found)
	return d.print(l, func() { d.sayLessons(l) })
}

// learnt puts lessons in the order of the script, the newest version first.
func learnt(id coop.ScriptID, from coop.Day, found office.Lessons) lessons {
	l := lessons{ID: id, From: from, Talks: []talksOf{}, Steps: []stepLesson{}, After: []motiveLesson{}}
	for _, version := range slices.Backward(slices.Sorted(maps.Keys(found.Talks))) {
		l.Talks = append(l.Talks, talksOf{version, found.Talks[version]})
	}
	place := func(s stepLesson) int {
		return slices.IndexFunc(found.Scripts[s.Version].All, func(step script.Step) bool { return step.ID == s.Step })
	}
	for _, s := range found.Steps {
		step, _ := found.Scripts[s.Version].Step(s.Step)
		one := stepLesson{
			Version: s.Version, Step: s.Step, Title: cmp.Or(step.Title, string(s.Step)), Talks: found.Talks[s.Version],
			Seen: s.Seen, Skipped: s.Skipped, Later: s.Later, Over: s.Over, Seconds: s.Seconds, Asked: []asked{},
		}
		for _, i := range slices.Sorted(maps.Keys(s.Asked)) {
			if i < len(step.Asked) {
				one.Asked = append(one.Asked, asked{script.Fill(step.Asked[i].Question, nil), s.Asked[i]})
			}
		}
		l.Steps = append(l.Steps, one)
	}
	slices.SortStableFunc(l.Steps, func(a, b stepLesson) int {
		return cmp.Or(cmp.Compare(b.Version, a.Version), cmp.Compare(place(a), place(b)))
	})
	for _, m := range found.Motives {
		l.After = append(l.After, motiveLesson{
			Step: m.Step, Motive: m.Motive, Said: m.Said, SaidOf: m.SaidOf, Unsaid: m.Unsaid, UnsaidOf: m.UnsaidOf,
			Few: m.SaidOf < fewHouseholds || m.UnsaidOf < fewHouseholds,
		})
	}
	return l
}

func (d *desk) sayLessons(l lessons) {
	w := d.words
	if len(l.Talks) == 0 {
		d.say(w.T("ctl.lessons.none", i18n.Args{"Day": w.DayShort(l.From)}))
		return
	}
	for _, t := range l.Talks {
		d.say(w.N("ctl.lessons.talks", t.Talks, i18n.Args{"Version": t.Version, "Day": w.DayShort(l.From)}))
		for _, s := range l.Steps {
			if s.Version != t.Version {
				continue
			}
			d.say(fmt.Sprintf("  %-34s  %s", s.Title, w.T("ctl.lessons.step", i18n.Args{
				"Seen": s.Seen, "Talks": s.Talks, "Skipped": s.Skipped, "Later": s.Later, "Over": s.Over,
			})))
			for _, a := range s.Asked {
				d.say("    " + w.N("ctl.lessons.asked", a.Times, i18n.Args{"Question": a.Question}))
			}
		}
	}
	few := false
	for _, m := range l.After {
		if m.Motive == "" {
			few = few || m.Few
			d.say(w.T("ctl.lessons.after", i18n.Args{"Step": string(m.Step), "Said": m.Said, "SaidOf": m.SaidOf, "Unsaid": m.Unsaid, "UnsaidOf": m.UnsaidOf}))
		}
	}
	if few {
		d.say(w.T("ctl.lessons.few", i18n.Args{"N": fewHouseholds}))
	}
}
