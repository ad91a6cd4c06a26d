package wave

import (
	"context"
	"errors"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// compute makes the plan in the background; it can be called off.
func (s *Screen) compute() {
	w, asked := s.p.Words, s.asked
	households := w.N("wave.households", s.waiting(asked.Months))
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	progress := kit.NewProgress(w, cancel)
	progress.Set(w.T("wave.computing.begin", i18n.Args{"Households": households}), 0, 0)
	s.show(scrolling(kit.Title(w.T("wave.title")),
		kit.TitledCard(w.T("wave.computing"), nil, progress, kit.Quiet(w.T("wave.computing.safe")))), nil)
	told := -1
	kit.RunLatest(s.p.Run, &s.latest, func() (Draft, error) {
		return s.p.Desk.Plan(ctx, asked, func(done, total int) {
			part := done * steps / max(total, 1)
			if part == told {
				return
			}
			told = part
			s.p.Run.Show(func() {
				share := w.Percent(float64(part) / steps)
				progress.Set(w.T("wave.computing.at", i18n.Args{"Share": share, "Households": households}), part, steps)
			})
		})
	}, func(d Draft, err error) {
		cancel()
		s.cancel = nil
		s.computed(d, err)
	})
}

// steps is how often at most the progress is drawn.
const steps = 100

func (s *Screen) computed(d Draft, err error) {
	w := s.p.Words
	switch {
	case errors.Is(err, context.Canceled):
		s.ask("")
		s.p.Notices.Say(kit.Notice{Tone: kit.Calm, Icon: look.IconInfo, Text: w.T("wave.computing.cancelled")})
	case err != nil:
		if !i18n.Speakable(err) {
			s.p.OnError(err)
		}
		s.ask(w.Error(err))
	default:
		s.draft, s.changed = d, false
		s.planned = planned{after: true, tab: byWeek}
		if len(d.Plan().Visits) == 0 {
			s.planned.tab = left
		}
		s.showPlan()
	}
}
