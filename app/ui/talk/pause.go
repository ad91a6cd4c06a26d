package talk

import (
	"context"
	"unicode"
	"unicode/utf8"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// askPause asks why the talk stands still; the clock waits for the answer.
func (s *Screen) askPause() {
	if s.queue.moving {
		return
	}
	w := s.p.Words
	s.clock.stop()
	chosen := false
	var sheet *kit.OpenSheet
	reasons := coop.PauseReasons()
	choose := func(i int) {
		if i >= 0 && i < len(reasons) {
			chosen = true
			sheet.Close()
			s.pause(reasons[i])
		}
	}
	box := kit.Column(kit.Body(w.T("talk.pause.text")))
	for i, reason := range reasons {
		words := w.T(i18n.PauseReasonKey(reason))
		box.Add(kit.NewPressCard(words, func() { choose(i) }, kit.RowOf(look.Gap,
			kit.NewIcon(pauseIcon(reason), kit.Accented), kit.Grow(kit.Body(words).Strong()), kit.NewGlyph(look.IconChevronRight, kit.Calm))))
	}
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title: w.T("talk.pause.title"), Content: box,
		OnClosed: func() {
			if !chosen {
				s.Enter()
			}
		},
	})
	s.canvas().SetOnTypedRune(func(letter rune) { choose(int(letter - '1')) })
}

func pauseIcon(reason coop.PauseReason) look.Icon {
	switch reason {
	case coop.PauseCounter:
		return look.IconPeople
	case coop.PausePhone:
		return look.IconPhone
	case coop.PausePerson:
		return look.IconDoorOpen
	case coop.PauseDocument:
		return look.IconFileText
	case coop.PauseDay:
		return look.IconCalendarDays
	}
	return look.IconPause
}

// pause keeps what is on the screen and lets the talk stand still. A pause that could not be kept
// leaves the talk on the screen.
func (s *Screen) pause(reason coop.PauseReason) {
	s.keepReview()
	s.keepPlace(true, func(err error) {
		if err != nil {
			s.Enter() // the banner says that the last answer is not kept
			return
		}
		id := s.walk.Talk().ID
		kit.Run(s.p.Run, func() (struct{}, error) {
			return struct{}{}, s.p.Desk.PauseTalk(context.Background(), s.p.By, id, reason)
		}, func(_ struct{}, err error) {
			if err != nil {
				s.fault("pause a talk", err)
				s.notices.Clear()
				s.notices.Error(s.p.Words.T("talk.pause.failed", map[string]any{"Why": s.p.Words.Error(err)}))
				s.Enter()
				return
			}
			s.Leave()
			switch {
			case s.p.OnPaused != nil:
				s.p.OnPaused(reason)
			case s.p.OnQuit != nil:
				s.p.OnQuit()
			}
		})
	})
}

// sayResumed tells, in a talk that stood still, why and since when. It goes away by itself, or with
// the first act.
func (s *Screen) sayResumed() {
	t, w := s.walk.Talk(), s.p.Words
	if t.Pause == "" {
		return
	}
	since := w.When(t.Touched)
	if w.DayOf(s.p.Clock()) == w.DayOf(t.Touched) {
		since = w.Hour(t.Touched)
	}
	s.notices.Say(kit.Notice{Tone: kit.Accented, Icon: look.IconPlay, Text: w.T("talk.pause.resumed", map[string]any{
		"Why": lowered(w.T(i18n.PauseReasonKey(t.Pause))), "Since": since,
	})})
}

// lowered is a sentence as it stands inside another.
func lowered(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// keepPlace keeps where the talk stands and the time of the step on the screen; then is called when
// that is kept, or with what went wrong. Where nothing changed nothing is written; a pause also
// keeps the time of a step in which nothing was noted.
func (s *Screen) keepPlace(timed bool, then func(error)) {
	s.draft.Seconds = s.clock.seconds(s.at)
	kept := s.walk.Record(s.at)
	later := s.draft.Seconds != kept.Seconds && (timed || s.draft.State != coop.StepUntouched)
	if len(s.queue.jobs) == 0 && !later && s.walk.Current().ID == s.at {
		then(nil)
		return
	}
	s.queue.add(job{record: s.draft, current: s.at, done: func() { then(nil) }, failed: then})
}

// blank says whether nothing at all was done in the talk.
func (s *Screen) blank() bool {
	if len(s.queue.jobs) > 0 {
		return false
	}
	for _, r := range s.walk.Talk().Steps {
		if !(coop.TalkStep{Step: r.Step}).Same(r) {
			return false
		}
	}
	return true
}
