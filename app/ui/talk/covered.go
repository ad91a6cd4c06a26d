package talk

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// tellCovered says what was gone through, what is missing, and takes the reason for it.
func (r *review) tellCovered() {
	s, w := r.screen, r.screen.p.Words
	missing := s.walk.Reading(s.language).Missing()
	seen, all := 0, len(s.walk.Steps())
	for _, step := range s.walk.Steps() {
		if s.walk.State(step.ID) == coop.StepSeen {
			seen++
		}
	}
	tag := kit.Badge(look.IconCheck, w.T("talk.review.complete"), kit.Done)
	if len(missing) > 0 {
		tag = kit.Badge(look.IconWarning, w.N("talk.review.missing.count", len(missing)), kit.Attention)
	}
	box := kit.Column(
		kit.Header(w.T("talk.review.covered"), tag),
		kit.Quiet(w.N("talk.review.seen", seen, map[string]any{"All": all})),
	)
	for _, line := range s.setAsideLines() {
		box.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconCircleSlash, kit.Calm), kit.Grow(kit.Quiet(line))))
	}
	for _, m := range missing {
		box.Add(r.missing(m))
	}
	if len(missing) > 0 {
		why := kit.NewChoice(s.reasons(), func(reason coop.SkipReason) { r.excuse(missing, reason) })
		box.Add(kit.Body(w.T("talk.review.why")).Strong())
		box.Add(why.Object())
	}
	r.covered.SetContent(box)
}

// missing is one thing that lacks, with the way back to it.
func (r *review) missing(m script.Missing) fyne.CanvasObject {
	s, w := r.screen, r.screen.p.Words
	text := w.T("talk.review.missing.step", map[string]any{"Label": m.Label})
	switch m.Kind {
	case script.MissingPoint:
		text = w.T("talk.review.missing.point", map[string]any{"Label": m.Label, "Step": m.Step.Title})
	case script.MissingAnswer:
		text = w.T("talk.review.missing.answer", map[string]any{"Label": m.Label, "Step": m.Step.Title})
	case script.MissingStep:
	}
	id := m.Step.ID
	return kit.Row(
		kit.NewGlyph(look.IconCircleAlert, kit.Attention),
		kit.Grow(kit.Body(text)),
		kit.QuietButton(w.T("talk.review.goto"), func() {
			s.keepReview()
			s.show(id)
		}),
	)
}

// excuse gives one reason for all that is missing.
func (r *review) excuse(missing []script.Missing, reason coop.SkipReason) {
	given := map[coop.StepID]bool{}
	for _, m := range missing {
		if !given[m.Step.ID] {
			given[m.Step.ID] = true
			r.screen.setAside(m.Step.ID, reason, r.tellCovered)
		}
	}
}

// setAsideLines name the steps that were left out, by their reason, and those put off.
func (s *Screen) setAsideLines() []string {
	titles, later := map[coop.SkipReason][]string{}, []string(nil)
	for _, step := range s.walk.Steps() {
		record := s.walk.Record(step.ID)
		if record.State == coop.StepLater && !step.Essential {
			later = append(later, s.text(step).Title)
		}
		if record.State == coop.StepNotApplicable || record.Reason != "" {
			titles[record.Reason] = append(titles[record.Reason], s.text(step).Title)
		}
	}
	var lines []string
	for _, reason := range append([]coop.SkipReason{""}, coop.SkipReasons()...) {
		if len(titles[reason]) == 0 {
			continue
		}
		key := "terms.step-state.not-applicable"
		if reason != "" {
			key = i18n.SkipReasonKey(reason)
		}
		lines = append(lines, s.p.Words.T("talk.review.set-aside", map[string]any{
			"Why": s.p.Words.T(key), "Steps": strings.Join(titles[reason], ", "),
		}))
	}
	if len(later) > 0 {
		lines = append(lines, s.p.Words.T("talk.review.set-aside", map[string]any{
			"Why": s.p.Words.T("terms.step-state.later"), "Steps": strings.Join(later, ", "),
		}))
	}
	return lines
}

// result asks how it went.
func (r *review) result() fyne.CanvasObject {
	s, w := r.screen, r.screen.p.Words
	title := w.T("talk.review.result.counter")
	options := []kit.Option[coop.Result]{
		{Value: coop.Done, Words: w.T("talk.review.whole")}, {Value: coop.Shortened, Words: w.T("talk.review.cut")},
	}
	if s.walk.Talk().Kind == coop.CourtesyTalk {
		title, options = w.T("talk.review.result.visit"), nil
		for _, v := range []coop.Result{coop.Done, coop.Shortened, coop.DoneByPhone, coop.DoneAtOffice, coop.Refused} {
			options = append(options, kit.Option[coop.Result]{Value: v, Words: w.T(i18n.ResultKey(v))})
		}
	}
	choice := kit.NewChoice(options, func(result coop.Result) {
		r.ending.Outcome.Result = result
		r.changed()
	})
	choice.Set(r.ending.Outcome.Result)
	return kit.TitledCard(title, nil, choice.Object())
}
