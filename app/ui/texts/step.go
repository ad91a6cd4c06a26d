package texts

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// showStep fills the form with a step in the script's own language.
func (f *form) showStep(step script.Step) {
	w := f.words()
	f.add(
		f.stepHead(w.T("texts.step.of", i18n.Args{"N": f.editor.at, "All": len(f.editor.now().All)})),
		f.text(w.T("texts.field.title"), draft.PlaceTitle, 0, 1),
		kit.Flow(
			f.stepper(step.Length, func(d time.Duration) {
				f.set(draft.PlaceMinutes, func(s *script.Step) { s.Length = d })
			}),
			kit.NewChip(w.T("texts.essential"), step.Essential, func(on bool) {
				f.set(draft.PlaceEssential, func(s *script.Step) { s.Essential = on })
			}).WithIcon(look.IconStar),
		),
		f.wording(w.T("texts.field.say"), w.T("texts.field.say.hint"), draft.PlaceSay),
		f.wording(w.T("texts.field.simple"), w.T("texts.field.simple.hint"), draft.PlaceSimple),
		f.fold(foldFor, w.T("texts.fold.for"), "", f.forWhom),
		f.fold(foldChecks, w.T("texts.fold.checks"), count(len(step.Checks)), func() fyne.CanvasObject { return f.checks(step) }),
		f.fold(foldChips, w.T("texts.fold.chips"), count(len(step.Chips)), func() fyne.CanvasObject { return f.chips(step) }),
		f.fold(foldQuestions, w.T("texts.fold.questions"), count(len(step.Questions)), func() fyne.CanvasObject { return f.questions(step) }),
		f.fold(foldAsked, w.T("texts.fold.asked"), count(len(step.Asked)), func() fyne.CanvasObject { return f.asked(step) }),
		f.fold(foldSources, w.T("texts.fold.sources"), count(len(step.Sources)), func() fyne.CanvasObject { return f.sources(step) }),
		f.fold(foldMore, w.T("texts.fold.more"), "", func() fyne.CanvasObject { return f.more(step) }),
	)
	f.tellWhom()
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// stepHead says which step it is, with what one may do with it.
func (f *form) stepHead(title string) fyne.CanvasObject {
	e, w := f.editor, f.words()
	return kit.Row(kit.Grow(kit.Section(title)),
		kit.IconButton(look.IconChevronUp, w.T("texts.step.up"), func() { e.order.Shift(e.at, -1) }),
		kit.IconButton(look.IconChevronDown, w.T("texts.step.down"), func() { e.order.Shift(e.at, 1) }),
		kit.IconButton(look.IconCopy, w.T("texts.step.copy"), e.copyStep),
		kit.IconButton(look.IconTrash, w.T("texts.step.remove"), e.removeStep),
	)
}

// fold is a part of the form; whether it is open is kept from step to step.
func (f *form) fold(name fold, title, note string, body func() fyne.CanvasObject) fyne.CanvasObject {
	made := kit.NewFold(title, note, f.opened[name], func() fyne.CanvasObject {
		return kit.PaddedXY(look.Snug, 0, body())
	}, func(open bool) {
		f.opened[name] = open
		f.tellAdvice()
		f.scroll.Refresh()
	})
	f.folds[name] = made
	return kit.FlatCard(kit.PaddedXY(look.Tight, look.Tight, made))
}

// Limits of a step's length, and by how much a press changes it.
const (
	leastLength = 30 * time.Second
	mostLength  = 30 * time.Minute
	lengthStep  = 30 * time.Second
)

// stepper is a length of time with a button to take some off and one to add some.
func (f *form) stepper(now time.Duration, changed func(time.Duration)) fyne.CanvasObject {
	return f.lengthOf(now, leastLength, mostLength, lengthStep, changed)
}

func (f *form) lengthOf(now, least, most, by time.Duration, changed func(time.Duration)) fyne.CanvasObject {
	w := f.words()
	shown := kit.Body(minutes(w, now)).Whole()
	change := func(by time.Duration) {
		next := min(max(now+by, least), most)
		if next == now {
			return
		}
		now = next
		shown.SetText(minutes(w, now))
		changed(now)
	}
	return kit.Row(
		kit.IconButton(look.IconMinus, w.T("texts.shorter"), func() { change(-by) }).Framed(),
		shown,
		kit.IconButton(look.IconPlus, w.T("texts.longer"), func() { change(by) }).Framed(),
	)
}

// minutes is a length of time with its half minutes, « 1,5 min ».
func minutes(w *i18n.Words, d time.Duration) string {
	if d%time.Minute == 0 {
		return w.Minutes(int(d.Minutes()))
	}
	return w.T("texts.minutes", i18n.Args{"Minutes": w.Decimal(d.Minutes())})
}

// more is what is seldom changed: the paper, the topic, the part of the review.
func (f *form) more(step script.Step) fyne.CanvasObject {
	w := f.words()
	form := kit.NewSelect(w.T("texts.field.form"), []kit.Option[script.Form]{
		{Value: script.NoForm, Words: w.T("texts.form.none")},
		{Value: script.FormOpinion, Words: w.T("texts.form.opinion")},
		{Value: script.FormFollowUps, Words: w.T("texts.form.followups")},
		{Value: script.FormShare, Words: w.T("texts.form.share")},
		{Value: script.FormContacts, Words: w.T("texts.form.contacts")},
	}, func(form script.Form) { f.set(draft.PlaceForm, func(s *script.Step) { s.Form = form }) })
	form.Set(step.Form)
	topic := kit.NewSelect(w.T("texts.field.topic"), f.topicOptions(step), func(id coop.TopicID) {
		f.set(draft.PlaceTopic, func(s *script.Step) { s.Topic = id })
	})
	topic.Set(topicOf(step))
	return kit.Column(
		f.text(w.T("texts.field.paper"), draft.PlacePaper, 0, 1).WithHint(w.T("texts.field.paper.hint")),
		kit.Lines(topic.Object(), kit.Caption(w.T("texts.field.topic.hint"))),
		form.Object(),
	)
}

func topicOf(step script.Step) coop.TopicID {
	if step.Topic == "" {
		return coop.TopicID(step.ID)
	}
	return step.Topic
}

// showTexts fills the form with a step's texts in another language: each below the script's own, in the same order.
func (f *form) showTexts(step script.Step) {
	w := f.words()
	f.add(
		kit.Section(strconv.Itoa(f.editor.at)+" · "+step.Title),
		kit.Quiet(w.T("texts.tongue.only", i18n.Args{"Language": languageName(w, f.editor.now().Language)})),
		f.below(w.T("texts.field.title"), draft.PlaceTitle, 0, 1),
		f.wording(w.T("texts.field.say"), "", draft.PlaceSay),
		f.wording(w.T("texts.field.simple"), "", draft.PlaceSimple),
	)
	if step.Paper != "" {
		f.add(f.below(w.T("texts.field.paper"), draft.PlacePaper, 0, 1))
	}
	for i := range step.Checks {
		f.add(f.below(w.T("texts.fold.checks"), draft.PlaceCheck, i, 1))
	}
	for i := range step.Chips {
		f.add(f.below(w.T("texts.fold.chips"), draft.PlaceNote, i, 1))
	}
	for i, q := range step.Questions {
		f.add(f.below(w.T("texts.field.question"), draft.PlaceAsk, i, 1))
		for j := range q.Choices {
			f.add(f.below(w.T("texts.field.choice"), draft.PlaceChoice, draft.ChoiceAt(i, j), 1))
		}
	}
	const lines = 3
	for i := range step.Asked {
		f.add(f.below(w.T("texts.field.asked"), draft.PlaceAsked, i, 1), f.below(w.T("texts.field.answer"), draft.PlaceAnswer, i, lines))
	}
}

// Limits of a talk's length, and by how much a press changes it.
const (
	talkStep = time.Minute
)

// showHead fills the form with the script's title, minutes and for whom it is.
func (f *form) showHead() {
	e, w := f.editor, f.words()
	now := e.now()
	f.add(kit.Section(w.T("texts.head")), f.below(w.T("texts.field.script-title"), draft.PlaceTitle, 0, 1))
	if !e.own() {
		f.add(kit.Quiet(w.T("texts.tongue.only", i18n.Args{"Language": languageName(w, now.Language)})))
		return
	}
	f.add(
		kit.Lines(kit.Caption(w.T("texts.field.budget")).Strong(),
			f.lengthOf(now.Budget, coop.LeastTalk*time.Minute, coop.LongestTalk*time.Minute, talkStep, func(d time.Duration) {
				e.history.DoSame("budget", func(s *script.Script) { s.Budget = d }, "")
				e.showRow()
				e.touched()
			})),
		kit.Caption(w.T("texts.head.needs", i18n.Args{"Essential": minutes(w, essential(now)), "All": minutes(w, whole(now))})),
		f.fold(foldFor, w.T("texts.fold.for"), "", f.forWhom),
	)
	f.tellWhom()
}

// essential is the time that the essential steps need, whole that of all.
func essential(s script.Script) time.Duration {
	var all time.Duration
	for _, step := range s.All {
		if step.Essential {
			all += step.Length
		}
	}
	return all
}

func whole(s script.Script) time.Duration {
	var all time.Duration
	for _, step := range s.All {
		all += step.Length
	}
	return all
}
