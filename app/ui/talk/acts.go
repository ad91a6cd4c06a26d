package talk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

func (s *Screen) answer(id coop.QuestionID, choice coop.ChoiceID) {
	s.edit(func(r *coop.TalkStep) {
		answers := map[coop.QuestionID]coop.ChoiceID{id: choice}
		for q, c := range r.Answers {
			if q != id {
				answers[q] = c
			}
		}
		r.Answers = answers
	})
}

func (s *Screen) check(id coop.PointID, on bool) {
	order := make([]coop.PointID, len(s.page.step.Checks))
	for i, c := range s.page.step.Checks {
		order[i] = c.ID
	}
	s.edit(func(r *coop.TalkStep) { r.Checked = toggled(r.Checked, order, id, on) })
}

func (s *Screen) noticed(id coop.ChipID, on bool) {
	order := make([]coop.ChipID, len(s.page.step.Chips))
	for i, c := range s.page.step.Chips {
		order[i] = c.ID
	}
	s.edit(func(r *coop.TalkStep) { r.Noted = toggled(r.Noted, order, id, on) })
}

// toggled is a list with a value switched on or off, in the script's order: switched back, the list
// is what it was.
func toggled[T comparable](list, order []T, value T, on bool) []T {
	var kept []T
	for _, v := range order {
		if v == value && on || v != value && slices.Contains(list, v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// askedBack keeps that somebody asked what people ask back, on the step that the question belongs
// to, wherever the talk stands. What was done with that step stays as it was.
func (s *Screen) askedBack(id coop.StepID, index int, on bool) {
	record := s.latest(id)
	var order []int
	if step, ok := s.walk.Script().Step(id); ok {
		for i := range step.Asked {
			order = append(order, i)
		}
	}
	record.Asked = toggled(record.Asked, order, index, on)
	if id == s.at {
		record.Seconds = s.clock.seconds(id)
		s.draft, s.before.Asked = record, record.Asked
	}
	s.queue.add(job{record: record, current: s.at})
}

func (s *Screen) next() {
	if s.review == nil {
		s.finish(coop.StepSeen, "")
	}
}

func (s *Screen) later() { s.finish(coop.StepLater, "") }

// back goes to the step before without a change to this one.
func (s *Screen) back() {
	if s.review != nil {
		s.leaveReview()
		return
	}
	if before, ok := s.walk.Back(s.at); ok && !s.queue.moving {
		s.show(before)
	}
}

// notApplicable leaves the step out; an essential one asks why.
func (s *Screen) notApplicable() {
	if s.queue.moving || s.review != nil {
		return
	}
	if !s.page.step.Essential {
		s.finish(coop.StepNotApplicable, "")
		return
	}
	w := s.p.Words
	var sheet *kit.OpenSheet
	choice := kit.NewChoice(s.reasons(), func(reason coop.SkipReason) {
		sheet.Close()
		s.finish(coop.StepNotApplicable, reason)
	})
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title:   w.T("talk.skip.title"),
		Content: kit.Column(kit.Body(w.T("talk.skip.text")), choice.Object()),
	})
}

func (s *Screen) reasons() []kit.Option[coop.SkipReason] {
	options := make([]kit.Option[coop.SkipReason], 0, len(coop.SkipReasons()))
	for _, r := range coop.SkipReasons() {
		options = append(options, kit.Option[coop.SkipReason]{Value: r, Words: s.p.Words.T(i18n.SkipReasonKey(r))})
	}
	return options
}

// writeNote opens the short note of the step.
func (s *Screen) writeNote() {
	if s.review == nil {
		s.writeNoteWith(s.draft.Note)
	}
}

// writeNoteWith opens the note with a text in it that is not kept yet.
func (s *Screen) writeNoteWith(start string) {
	w := s.p.Words
	var keep *kit.Button
	field := newComment(w, w.T("talk.note.label"), start, func(fits bool) {
		if fits {
			keep.Enable()
		} else {
			keep.Disable()
		}
	})
	var sheet *kit.OpenSheet
	keep = kit.PrimaryButton(w.T("talk.note.keep"), func() {
		sheet.Close()
		text := field.text()
		if text == s.draft.Note {
			return
		}
		s.edit(func(r *coop.TalkStep) { r.Note = text })
		s.page.tellNote(text)
	})
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title: w.T("talk.note.title"), Content: field.box, First: field.field.Focusable(),
		Actions: []fyne.CanvasObject{keep},
	})
}

func (s *Screen) openForm(form script.Form) { s.showReview(form) }

// quit leaves the talk open. One in which nothing was noted is simply taken back.
func (s *Screen) quit() {
	w := s.p.Words
	s.keepReview()
	if s.blank() {
		s.abandon()
		return
	}
	text := w.T("talk.quit.text", map[string]any{"Step": s.page.step.Title})
	if len(s.queue.jobs) > 0 {
		text = w.T("talk.quit.unsaved", map[string]any{"Step": s.page.step.Title})
	}
	var sheet *kit.OpenSheet
	leave := kit.PrimaryButton(w.T("talk.quit.yes"), func() {
		sheet.Close()
		if len(s.queue.jobs) > 0 {
			s.left() // what cannot be kept must not hold anybody
			return
		}
		s.keepPlace(false, func(error) { s.left() })
	})
	stay := kit.QuietButton(w.T("talk.quit.no"), func() { sheet.Close() })
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title: w.T("talk.quit.title"), Actions: []fyne.CanvasObject{stay, leave},
		Content: kit.TopRow(look.Gap, kit.NewIcon(look.IconSave, kit.Done), kit.Grow(kit.Body(text))),
	})
}

func (s *Screen) abandon() {
	id := s.walk.Talk().ID
	kit.Run(s.p.Run, func() (struct{}, error) {
		return struct{}{}, s.p.Desk.AbandonTalk(context.Background(), s.p.By, id)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fault("take an empty talk back", err)
		}
		s.left()
	})
}

func (s *Screen) left() {
	s.Leave()
	if s.p.OnQuit != nil {
		s.p.OnQuit()
	}
}

// TypedKey takes the keys that no field wants: Return or → next, ← back, Escape quits.
func (s *Screen) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		s.next()
	case fyne.KeyLeft:
		s.back()
	case fyne.KeyEscape:
		s.quit()
	case fyne.KeyPageDown:
		s.scroll(1)
	case fyne.KeyPageUp:
		s.scroll(-1)
	}
}

func (s *Screen) scroll(screens float32) {
	if s.review != nil {
		s.review.scroll.Page(screens)
		return
	}
	s.page.halves.lower.Page(screens)
}

// TypedRune takes the letters: 1 to 9 choose, N note, P later, I interrupt, Q what is
// asked back, S simpler words, L another language.
func (s *Screen) TypedRune(letter rune) {
	if s.review != nil {
		if letter == 'i' || letter == 'I' {
			s.askPause()
		}
		return
	}
	switch letter {
	case 'n', 'N':
		s.writeNote()
	case 'p', 'P':
		s.later()
	case 'i', 'I':
		s.askPause()
	case 'q', 'Q':
		s.askBack()
	case 's', 'S':
		s.reword(!s.simple)
	case 'l', 'L':
		s.nextTongue()
	default:
		if n := int(letter - '1'); n >= 0 && n < len(s.page.press) {
			s.page.press[n]()
		}
	}
}
