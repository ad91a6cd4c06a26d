package rehearsal

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Played is a rehearsal that ended.
type Played struct {
	Stage    *Stage
	Walk     script.Walk                   // as it stood at the end
	Times    map[coop.StepID]time.Duration // spent on each step, pauses excluded
	Asked    int                           // questions that the cooperator asked back
	Answered int                           // of those, marked as answered
}

// Elapsed is the time spent, pauses excluded.
func (p Played) Elapsed() (total time.Duration) {
	for _, d := range p.Times {
		total += d
	}
	return total
}

// Rehearsal is what is kept of it.
func (p Played) Rehearsal() coop.Rehearsal {
	t := p.Stage.talk
	r := coop.Rehearsal{
		Staff: t.Officer, Script: t.Script, Version: t.Version, Persona: p.Stage.Persona.ID,
		Began: t.Began, Ended: t.Ended, Seconds: int(p.Elapsed().Seconds()), Plan: p.plan(),
		Steps: len(p.Walk.Steps()), Forgotten: []string{}, Asked: p.Asked, Answered: p.Answered,
	}
	if p.Stage.Text.Draft {
		r.Version = 0
	}
	for _, s := range p.Walk.Steps() {
		seen := p.Walk.State(s.ID) == coop.StepSeen
		if s.Essential {
			r.Essential++
		}
		if seen {
			r.Seen++
		}
		if seen && s.Essential {
			r.EssentialSeen++
		}
	}
	for _, m := range p.Walk.Missing() {
		if !slices.Contains(r.Forgotten, m.Label) {
			r.Forgotten = append(r.Forgotten, m.Label)
		}
	}
	return r
}

func (p Played) plan() int {
	if minutes := p.Walk.Talk().Minutes; minutes > 0 {
		return minutes
	}
	return int(p.Walk.Script().Budget.Minutes())
}

// ResultParams is what the page of a result is made of. Callbacks are called on the screen's goroutine.
type ResultParams struct {
	Words   *i18n.Words
	Played  Played
	OnAgain func() // the same talk once more
	OnDone  func()
}

// Result is the page that says how a rehearsal went: what was covered, the time, what was forgotten.
func Result(p ResultParams) fyne.CanvasObject {
	w, r := p.Words, p.Played.Rehearsal()
	buttons := kit.Row(
		kit.Spacer(),
		kit.SecondaryButton(w.T("rehearsal.again"), p.OnAgain).WithIcon(look.IconRotateCcw),
		kit.PrimaryButton(w.T("rehearsal.done"), p.OnDone).WithIcon(look.IconCheck),
	)
	figures := kit.Columns(figureWidth,
		figure(w.T("rehearsal.result.essential"), w.T("rehearsal.of", i18n.Args{"N": r.EssentialSeen, "All": r.Essential}), r.EssentialSeen == r.Essential),
		figure(w.T("rehearsal.result.steps"), w.T("rehearsal.of", i18n.Args{"N": r.Seen, "All": r.Steps}), true),
		figure(w.T("rehearsal.result.time"), w.T("rehearsal.of", i18n.Args{
			"N": r.Seconds / secondsAMinute, "All": w.Minutes(r.Plan),
		}), r.Seconds <= r.Plan*secondsAMinute),
		figure(w.T("rehearsal.result.answered"), w.T("rehearsal.of", i18n.Args{"N": r.Answered, "All": r.Asked}), r.Answered == r.Asked),
	)
	page := kit.Stack(look.Inset,
		kit.Title(w.T("rehearsal.result.title")),
		kit.Body(p.Played.sentence(w, r)),
		figures,
		kit.Sides(sidesFrom, halfShare, p.Played.forgotten(w, r), p.Played.covered(w)),
		kit.Caption(w.T("rehearsal.result.kept")),
	)
	scroll := kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(pageWidth, page)))
	return container.NewBorder(nil, kit.Bar(kit.PaddedXY(look.Wide, look.Snug, buttons)), nil, nil, scroll)
}

const (
	figureWidth float32 = 190
	halfShare   float32 = 0.5
)

func figure(label, text string, well bool) fyne.CanvasObject {
	icon, tone := look.IconCircleCheck, kit.Done
	if !well {
		icon, tone = look.IconCircleAlert, kit.Attention
	}
	return kit.Card(kit.Lines(
		kit.Row(kit.NewGlyph(icon, tone), kit.Grow(kit.Caption(label))),
		kit.Title(text),
	))
}

// sentence says in one breath how it went.
func (p Played) sentence(w *i18n.Words, r coop.Rehearsal) string {
	over := r.Seconds/secondsAMinute - r.Plan
	switch {
	case len(r.Forgotten) > 0 && over > 0:
		return w.N("rehearsal.verdict.both", len(r.Forgotten), i18n.Args{"Over": w.Minutes(over)})
	case len(r.Forgotten) > 0:
		return w.N("rehearsal.verdict.forgotten", len(r.Forgotten))
	case over > 0:
		return w.T("rehearsal.verdict.over", i18n.Args{"Over": w.Minutes(over), "Step": p.longest().Title})
	}
	return w.T("rehearsal.verdict.well")
}

// longest is the step that took the most time beyond its own.
func (p Played) longest() script.Step {
	steps := p.Walk.Steps()
	if len(steps) == 0 {
		return script.Step{}
	}
	return slices.MaxFunc(steps, func(a, b script.Step) int {
		return int((p.Times[a.ID] - a.Length) - (p.Times[b.ID] - b.Length))
	})
}

// forgotten lists what was missing at the end.
func (p Played) forgotten(w *i18n.Words, r coop.Rehearsal) fyne.CanvasObject {
	card := kit.Column(kit.Header(w.T("rehearsal.result.forgotten"), nil))
	if len(r.Forgotten) == 0 {
		card.Add(kit.Row(kit.NewIcon(look.IconCircleCheck, kit.Done), kit.Grow(kit.Body(w.T("rehearsal.result.nothing")))))
	}
	for _, m := range p.Walk.Missing() {
		text := m.Label
		if m.Kind != script.MissingStep {
			text = w.T("rehearsal.result.in-step", i18n.Args{"Label": m.Label, "Step": m.Step.Title})
		}
		card.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconCircleAlert, kit.Attention), kit.Grow(kit.Body(text))))
	}
	return kit.Card(card)
}

// covered lists every step with its state and its time against its plan.
func (p Played) covered(w *i18n.Words) fyne.CanvasObject {
	card := kit.Column(kit.Header(w.T("rehearsal.result.covered"), nil))
	for _, s := range p.Walk.Steps() {
		icon, tone := look.IconCircle, kit.Calm
		switch p.Walk.State(s.ID) {
		case coop.StepSeen:
			icon, tone = look.IconCheck, kit.Done
		case coop.StepLater:
			icon, tone = look.IconClock, kit.Attention
		case coop.StepNotApplicable:
			icon = look.IconCircleSlash
		case coop.StepBegun, coop.StepUntouched:
		}
		spent := p.Times[s.ID]
		time := kit.Caption(w.T("rehearsal.result.minutes", i18n.Args{
			"Spent": minutesOf(w, spent), "Plan": minutesOf(w, s.Length),
		})).Whole()
		if spent > s.Length {
			time.Toned(kit.Attention)
		}
		card.Add(kit.Row(kit.NewGlyph(icon, tone), kit.Grow(kit.Body(s.Title)), time))
	}
	return kit.Card(card)
}

// minutesOf is a time in minutes, with one decimal where it is short.
func minutesOf(w *i18n.Words, d time.Duration) string {
	if d%time.Minute == 0 || d >= 10*time.Minute {
		return w.Number(int(d.Round(time.Minute).Minutes()))
	}
	return w.Decimal(d.Minutes())
}
