package person

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// momentKind sorts the moments of a timeline for its filter.
type momentKind string

const (
	momentAny      momentKind = ""
	momentVisit    momentKind = "visit"
	momentTalk     momentKind = "talk"
	momentFollowUp momentKind = "followup"
	momentPaper    momentKind = "paper"
	momentFile     momentKind = "file"
)

// moment is one line of a timeline.
type moment struct {
	at   time.Time // zero for a whole day
	day  coop.Day
	kind momentKind
	icon look.Icon
	tone kit.Tone
	text string
	by   string
	open func() // what a press opens; nil for nothing
}

// mostMoments is how many moments are shown before one asks for all.
const mostMoments = 12

// timeline is all that happened, the latest first, with the key days of the contract among it.
func (s *Screen) timeline() fyne.CanvasObject {
	lines := kit.Column()
	filter := kit.NewChoice([]kit.Option[momentKind]{
		{Value: momentAny, Words: s.t("person.timeline.any")},
		{Value: momentVisit, Words: s.t("person.timeline.visits")},
		{Value: momentTalk, Words: s.t("person.timeline.talks")},
		{Value: momentFollowUp, Words: s.t("person.timeline.followups")},
		{Value: momentPaper, Words: s.t("person.timeline.papers")},
		{Value: momentFile, Words: s.t("person.timeline.file")},
	}, func(k momentKind) {
		s.kind, s.all = k, false
		s.fillTimeline(lines)
	})
	filter.Set(s.kind)
	s.fillTimeline(lines)
	return kit.TitledCard(s.t("person.timeline.title"), nil, filter.Object(), lines)
}

func (s *Screen) fillTimeline(lines *fyne.Container) {
	lines.RemoveAll()
	var fits []moment
	for _, m := range s.moments() {
		if s.kind == momentAny || m.kind == s.kind {
			fits = append(fits, m)
		}
	}
	if len(fits) == 0 {
		lines.Add(kit.Quiet(s.t("person.timeline.none")))
	}
	for i, m := range fits {
		if i == mostMoments && !s.all {
			lines.Add(kit.Row(kit.QuietButton(s.p.Words.N("person.timeline.more", len(fits)-i), func() {
				s.all = true
				s.fillTimeline(lines)
			})))
			break
		}
		lines.Add(s.line(m))
	}
	lines.Refresh()
	s.page.Refresh()
}

func (s *Screen) line(m moment) fyne.CanvasObject {
	w := s.p.Words
	when := w.DayLong(m.day)
	if !m.at.IsZero() {
		when = s.t("person.moment.when", i18n.Args{"Day": when, "Hour": w.Hour(m.at)})
	}
	if m.by != "" {
		when = s.t("person.moment.by", i18n.Args{"When": when, "Name": m.by})
	}
	if m.open != nil {
		return kit.NewLinkRow(m.icon, m.text, when, m.open).WithTone(m.tone)
	}
	return kit.PaddedXY(look.Snug, 0, kit.TopRow(look.Snug, kit.NewIcon(m.icon, m.tone), kit.Grow(kit.Stack(2, kit.Body(m.text), kit.Caption(when)))))
}

// moments are the journal's sentences and the key days, the latest first.
func (s *Screen) moments() []moment {
	all := s.keyDays()
	steps := s.stepCounts()
	for _, e := range s.file.Journal {
		m, ok := s.told(e, steps)
		if !ok {
			continue
		}
		m.at, m.day, m.by = e.At, s.p.Words.DayOf(e.At), s.officer(e.Staff)
		all = append(all, m)
	}
	slices.SortStableFunc(all, func(a, b moment) int {
		if a.day != b.day {
			return cmp.Compare(b.day, a.day)
		}
		return b.at.Compare(a.at)
	})
	return all
}

// stepCounts folds the steps of each talk into their number.
func (s *Screen) stepCounts() map[string]int {
	counts := map[string]map[coop.StepID]bool{}
	for _, e := range s.file.Journal {
		if e.Act != coop.ActTalkStep {
			continue
		}
		var step coop.TalkStep
		if read(e.Payload, &step) {
			if counts[e.SubjectID] == nil {
				counts[e.SubjectID] = map[coop.StepID]bool{}
			}
			counts[e.SubjectID][step.Step] = true
		}
	}
	folded := map[string]int{}
	for talk, steps := range counts {
		folded[talk] = len(steps)
	}
	return folded
}

// keyDays are the days of the contract that have come, and the coop's next event.
func (s *Screen) keyDays() []moment {
	h, today := s.file.Household, s.p.Desk.Today()
	var all []moment
	add := func(day coop.Day, icon look.Icon, text string) {
		if day != "" && day <= today {
			all = append(all, moment{day: day, kind: momentFile, icon: icon, tone: kit.Accented, text: text})
		}
	}
	add(h.Signed, look.IconPencil, s.t("person.moment.signed"))
	add(h.Reception, look.IconKey, s.t("person.moment.reception"))
	add(h.Entry, look.IconLogIn, s.t("person.moment.entry"))
	add(h.Exit, look.IconLogOut, s.t("person.moment.exit"))
	for _, e := range s.events {
		if e.Kind == coop.EventAgm && h.Lives(today) {
			all = append(all, moment{day: e.Day, kind: momentFile, icon: look.IconVote, tone: kit.Accented, text: s.t("person.moment.event", i18n.Args{"Title": e.Title})})
			break
		}
	}
	return all
}
