package wave

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// apply books all visits of the plan, as one act.
func (s *Screen) apply() {
	w, plan := s.p.Words, s.plan
	s.booking = true
	spinner := kit.NewSpinner(s.p.Run)
	s.foot.Objects = []fyne.CanvasObject{kit.Bar(kit.PaddedXY(look.Wide, look.Snug,
		kit.Row(spinner, kit.Grow(kit.Body(w.N("wave.applying", len(plan.Visits)))))))}
	s.page.Refresh()
	spinner.Start()
	kit.Run(s.p.Run, func() (coop.Wave, error) {
		return s.p.Desk.Apply(context.Background(), plan)
	}, func(wave coop.Wave, err error) {
		spinner.Stop()
		s.booking = false
		s.applied(wave, plan, err)
	})
}

func (s *Screen) applied(wave coop.Wave, plan coop.WavePlan, err error) {
	w := s.p.Words
	if err != nil {
		if _, refused := errors.AsType[*coop.WaveError](err); refused {
			s.planned.fault = w.Error(err)
		} else {
			s.p.OnError(err)
		}
		s.showPlan()
		return
	}
	s.changed = false
	s.p.Notices.Say(kit.Notice{
		Tone: kit.Done, Text: w.N("wave.applied", len(plan.Visits)), Action: w.T("wave.undo"),
		OnAction: func() { s.undo(wave.ID) },
	})
	s.begin(func() {
		s.forget()
		s.showBooked(plan)
	})
}

// showBooked says what was booked and what comes next.
func (s *Screen) showBooked(plan coop.WavePlan) {
	w := s.p.Words
	first := w.DayOf(plan.Visits[0].Start)
	span := i18n.Args{"From": w.DayLong(first), "To": w.DayLong(plan.Totals.End)}
	buttons := kit.Flow(
		kit.PrimaryButton(w.T("wave.booked.agenda"), func() { s.p.OnAgenda(first) }).WithIcon(look.IconCalendarDays),
		kit.SecondaryButton(w.T("wave.booked.again"), func() { s.asked = s.start.Asked; s.ask("") }))
	s.show(scrolling(
		kit.Title(w.T("wave.title")),
		kit.Tinted(kit.Done, kit.TopRow(look.Snug, kit.NewIcon(look.IconCircleCheck, kit.Done),
			kit.Grow(kit.Lines(kit.Section(w.N("wave.applied", len(plan.Visits))), kit.Body(w.T("wave.booked.span", span)), kit.Quiet(w.T("wave.booked.undo")))))),
		buttons, s.wavesCard()), nil)
}

// wavesCard lists the waves that were confirmed.
func (s *Screen) wavesCard() fyne.CanvasObject {
	w := s.p.Words
	lines := kit.Stack(look.Snug)
	for i, row := range s.start.Waves {
		if i > 0 {
			lines.Add(kit.NewRule())
		}
		lines.Add(s.waveLine(row))
	}
	return kit.TitledCard(w.T("wave.past"), nil, lines)
}

func (s *Screen) waveLine(row coop.WaveRow) fyne.CanvasObject {
	w := s.p.Words
	texts := kit.Lines(
		kit.Body(w.T("wave.past.line", i18n.Args{"When": w.When(row.At), "By": row.By})).Strong(),
		kit.Quiet(w.N("wave.past.visits", row.Visits, i18n.Args{"Any": row.Standing > 0, "Standing": w.Number(row.Standing)})))
	switch {
	case !row.Undone.IsZero():
		texts.Add(kit.Row(kit.Badge(look.IconUndo, w.T("wave.past.undone", i18n.Args{"When": w.When(row.Undone)}), kit.Calm)))
	case row.Free > 0:
		texts.Add(kit.Row(kit.DangerButton(w.T("wave.undo"), func() { s.askUndo(row) }).WithIcon(look.IconUndo)))
	default:
		texts.Add(kit.Caption(w.T("wave.past.nothing")))
	}
	return texts
}

// askUndo says how many visits would be freed and how many stay.
func (s *Screen) askUndo(row coop.WaveRow) {
	w := s.p.Words
	text := w.N("wave.undo.free", row.Free)
	if stay := row.Standing - row.Free; stay > 0 {
		text += " " + w.N("wave.undo.stay", stay)
	}
	kit.Ask(s.p.Canvas(), w, kit.Question{
		Title: w.T("wave.undo.title", i18n.Args{"When": w.When(row.At)}), Text: text, Yes: w.T("wave.undo"), Danger: true,
		OnYes: func() { s.undo(row.ID) },
	})
}

// undo frees what still stands as a wave booked it.
func (s *Screen) undo(id coop.WaveID) {
	kit.Run(s.p.Run, func() (int, error) {
		return s.p.Desk.Undo(context.Background(), id)
	}, func(freed int, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.p.Notices.Done(s.p.Words.N("wave.undone", freed))
		s.p.OnChanged()
	})
}
