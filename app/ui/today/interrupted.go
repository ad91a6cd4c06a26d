package today

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// interrupted are the talks that stand still, this machine's first: those of today, and those that
// were left open on an earlier day and need a decision.
func (s *Screen) interrupted() (fresh, stale []coop.TalkRow) {
	for _, own := range []bool{true, false} {
		for _, t := range s.home.Resume {
			switch {
			case (t.Device == s.p.Device) != own:
			case s.p.Words.DayOf(t.Touched) < s.home.Today:
				stale = append(stale, t)
			default:
				fresh = append(fresh, t)
			}
		}
	}
	return fresh, stale
}

// resumeCard offers the talks that were interrupted today; nil when there is none.
func (s *Screen) resumeCard() fyne.CanvasObject {
	fresh, _ := s.interrupted()
	if len(fresh) == 0 {
		return nil
	}
	w := s.p.Words
	lines := []fyne.CanvasObject{}
	for _, t := range fresh[:min(len(fresh), mostResumed)] {
		resume := kit.SecondaryButton(w.T("today.resume.go"), func() { s.p.OnResume(t.ID) })
		lines = append(lines, kit.Row(kit.Grow(s.talkLine(t)), resume))
	}
	return kit.TitledCard(w.T("today.resume"), nil, s.andMore(lines, len(fresh))...)
}

// staleCard asks what is to become of the talks that were left open on an earlier day; nil when there
// is none.
func (s *Screen) staleCard() fyne.CanvasObject {
	_, stale := s.interrupted()
	if len(stale) == 0 {
		return nil
	}
	w := s.p.Words
	lines := []fyne.CanvasObject{kit.Quiet(w.T("today.stale.text"))}
	for _, t := range stale[:min(len(stale), mostResumed)] {
		lines = append(lines, kit.Stack(look.Tight, s.talkLine(t), kit.Flow(
			kit.SecondaryButton(w.T("today.resume.go"), func() { s.p.OnResume(t.ID) }).WithIcon(look.IconPlay),
			kit.SecondaryButton(w.T("today.stale.review"), func() { s.p.OnReview(t.ID) }).WithIcon(look.IconListChecks),
			kit.QuietButton(w.T("today.stale.abandon"), func() { s.p.OnAbandon(t) }).WithIcon(look.IconTrash),
		)))
	}
	return kit.TitledCard(w.N("today.stale", len(stale)), nil, s.andMore(lines, len(stale))...)
}

func (s *Screen) andMore(lines []fyne.CanvasObject, all int) []fyne.CanvasObject {
	if more := all - mostResumed; more > 0 {
		lines = append(lines, kit.Quiet(s.p.Words.N("today.resume.more", more)))
	}
	return lines
}

// talkLine says with whom a talk was begun, where it stands and why it stands still.
func (s *Screen) talkLine(t coop.TalkRow) fyne.CanvasObject {
	w := s.p.Words
	when := w.T("today.resume.when", i18n.Args{"When": w.When(t.Touched)})
	if t.Pause != "" {
		when = w.T("today.resume.pause", i18n.Args{"Why": w.T(i18n.PauseReasonKey(t.Pause)), "When": w.When(t.Touched)})
	}
	if at := s.steps[t.ID]; at.of > 0 {
		when = join(when, w.T("today.resume.step", i18n.Args{"At": at.at, "Of": at.of}))
	}
	return newNameLine(w.T("today.resume.talk", i18n.Args{"Name": w.People(t.Row.Holders)}), when, func() { s.p.OnOpen(t.Household) })
}
