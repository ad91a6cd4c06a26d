package lessons

import (
	"strconv"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// mostQuestions is how many questions the page names.
const mostQuestions = 10

// steps lists every step with its figures; a press opens what more there is.
func (s *Screen) steps(all []figure) fyne.CanvasObject {
	w := s.p.Words
	by := kit.NewSelect(w.T("lessons.order"), []kit.Option[order]{
		{Value: byTalk, Words: w.T("lessons.order.talk")},
		{Value: bySeen, Words: w.T("lessons.order.seen")},
		{Value: byOver, Words: w.T("lessons.order.over")},
		{Value: byAsked, Words: w.T("lessons.order.asked")},
	}, func(o order) { s.order = o; s.show() })
	by.Set(s.order)
	lines := kit.Stack(look.Snug)
	for _, f := range sorted(all, s.order) {
		lines.Add(s.stepLine(f))
	}
	return kit.Card(kit.Header(w.T("lessons.steps"), nil), by.Object(), lines)
}

func (s *Screen) stepLine(f figure) fyne.CanvasObject {
	w := s.p.Words
	told := share(f.seen, f.talks)
	meter := kit.NewMeter()
	tone := kit.Accented
	switch {
	case f.owed() && told < often:
		tone = kit.Attention
	case f.owed():
		tone = kit.Done
	}
	meter.Set(float32(told), tone)
	title := f.step.Title
	if !f.now {
		title = w.T("lessons.gone", i18n.Args{"Step": title})
	}
	line := kit.NewLinkRow("", title, s.caption(f), func() { s.open(f) })
	value := w.T("lessons.seen", i18n.Args{"N": w.Number(f.seen), "Share": w.Percent(told)})
	return kit.Lines(line.WithTrailing(kit.Quiet(value).Whole()), kit.PaddedXY(look.Snug, 0, meter))
}

// caption is what else is worth knowing of a step, in one line.
func (s *Screen) caption(f figure) string {
	w := s.p.Words
	said := w.T("lessons.time", i18n.Args{"Mean": s.minutes(f.mean()), "Plan": s.minutes(int(f.step.Length.Seconds()))})
	add := func(n int, text string) {
		if n > 0 {
			said += " · " + text
		}
	}
	add(f.over, w.T("lessons.over", i18n.Args{"Share": w.Percent(share(f.over, f.seen))}))
	add(f.skipped, w.N("lessons.skipped", f.skipped))
	add(f.later, w.N("lessons.later", f.later))
	add(f.askedTimes(), w.N("lessons.asked", f.askedTimes()))
	return said
}

const secondsAMinute = 60

// minutes are seconds in minutes, with one decimal.
func (s *Screen) minutes(seconds int) string {
	if seconds%secondsAMinute == 0 {
		return s.p.Words.Number(seconds / secondsAMinute)
	}
	return s.p.Words.Decimal(float64(seconds) / secondsAMinute)
}

// questions are what people really ask.
func (s *Screen) questions(all []figure) fyne.CanvasObject {
	w := s.p.Words
	card := kit.Column(kit.Header(w.T("lessons.questions"), nil))
	asked := mostAsked(all, mostQuestions)
	if len(asked) == 0 {
		card.Add(kit.Quiet(w.T("lessons.questions.none")))
	}
	for _, q := range asked {
		card.Add(kit.TopRow(look.Gap, kit.Grow(kit.Lines(kit.Body(q.text), kit.Caption(q.step))), kit.Body(w.Number(q.times)).Strong().Whole()))
	}
	return kit.Card(card)
}

// open shows one step by version, what is asked back, and what was told afterwards.
func (s *Screen) open(f figure) {
	w := s.p.Words
	content := kit.Stack(look.Inset, s.versions(f))
	if len(f.asked) > 0 {
		lines := kit.Stack(look.Snug, kit.Section(w.T("lessons.detail.asked")))
		for _, q := range f.asked {
			lines.Add(kit.TopRow(look.Gap, kit.Grow(kit.Body(q.text)), kit.Body(w.Number(q.times)).Strong().Whole()))
		}
		content.Add(lines)
	}
	content.Add(s.afterwards(f))
	kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{Title: f.step.Title, Content: content, Width: detailWidth})
}

const detailWidth float32 = 720

// versions compares the versions of a step, the latest first.
func (s *Screen) versions(f figure) fyne.CanvasObject {
	w := s.p.Words
	lines := kit.Stack(look.Snug, kit.Section(w.T("lessons.detail.versions")))
	for _, v := range f.versions {
		mean := 0
		if v.lesson.Seen > 0 {
			mean = v.lesson.Seconds / v.lesson.Seen
		}
		lines.Add(kit.TopRow(look.Gap,
			kit.Sized(versionWidth, 0, kit.Row(kit.Badge("", w.T("lessons.version", i18n.Args{"N": strconv.Itoa(v.number)}), kit.Calm))),
			kit.Grow(kit.Lines(
				kit.Body(w.N("lessons.detail.seen", v.lesson.Seen, i18n.Args{"Talks": w.Number(v.talks), "Share": w.Percent(share(v.lesson.Seen, v.talks))})),
				kit.Caption(w.T("lessons.detail.rest", i18n.Args{
					"Skipped": w.Number(v.lesson.Skipped), "Later": w.Number(v.lesson.Later),
					"Mean": s.minutes(mean), "Plan": s.minutes(v.length), "Over": w.Percent(share(v.lesson.Over, v.lesson.Seen)),
				})),
			))))
	}
	return lines
}

const versionWidth float32 = 110

// afterwards says which motives were told in the weeks after, where the step was said and where not.
func (s *Screen) afterwards(f figure) fyne.CanvasObject {
	w := s.p.Words
	lines := kit.Stack(look.Snug, kit.Section(w.T("lessons.after")))
	found := s.lessons.motives(f.id)
	if len(found) == 0 {
		lines.Add(kit.Quiet(w.T("lessons.after.none")))
		return lines
	}
	if few(found[0]) {
		lines.Add(kit.Tinted(kit.Attention, kit.TopRow(look.Snug, kit.NewIcon(look.IconInfo, kit.Attention), kit.Grow(kit.Body(
			w.T("lessons.after.few", i18n.Args{"Said": w.Number(found[0].SaidOf), "Unsaid": w.Number(found[0].UnsaidOf), "N": enough}))))))
	}
	for _, m := range found[:min(len(found), mostMotives)] {
		name := w.T("lessons.after.any")
		if m.Motive != "" {
			name = w.T(i18n.MotiveKey(m.Motive))
		}
		lines.Add(kit.Lines(kit.Body(name).Strong(), kit.Quiet(s.compared(m))))
	}
	lines.Add(kit.Caption(w.T("lessons.after.caption")))
	return lines
}

// mostMotives is how many motives a step's sheet names.
const mostMotives = 8

// compared says both sides with their numbers, and no share of too few.
func (s *Screen) compared(m coop.MotiveLesson) string {
	w := s.p.Words
	args := i18n.Args{
		"Said": w.Number(m.Said), "SaidOf": w.Number(m.SaidOf), "Unsaid": w.Number(m.Unsaid), "UnsaidOf": w.Number(m.UnsaidOf),
		"SaidShare": w.Percent(share(m.Said, m.SaidOf)), "UnsaidShare": w.Percent(share(m.Unsaid, m.UnsaidOf)),
	}
	if few(m) {
		return w.T("lessons.after.counts", args)
	}
	return w.T("lessons.after.shares", args)
}
