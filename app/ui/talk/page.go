package talk

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// page is one step of the talk.
type page struct {
	screen  *Screen
	content *fyne.Container
	buttons fyne.CanvasObject

	own      script.Step // in the script's language
	step     script.Step // as it is shown
	halves   *halves
	spoken   *kit.Text
	words    *kit.Chip // opens the choice of words
	saved    *kit.Tag
	added    *kit.Tag // the step is there by hand
	lacks    *kit.Tag // says what the language shown has no words for
	note     *kit.Text
	written  *fyne.Container // around the note, hidden while there is none
	told     []*kit.Chip     // « posée » of each question that people ask back
	answered *kit.Chip       // the same of what an invented cooperator asks
	heard    int             // which question that is
	press    []func()        // what the keys 1 to 9 do
}

func newPage(s *Screen) *page {
	p := &page{screen: s, spoken: kit.Spoken(""), saved: kit.Badge(look.IconCheck, s.p.Words.T("talk.kept"), kit.Done)}
	p.words = kit.NewChip(s.p.Words.T("talk.words"), false, p.openWords).WithIcon(look.IconLanguages)
	p.added = kit.Badge(look.IconPlus, s.p.Words.T("talk.why.tag"), kit.Accented)
	p.lacks = kit.Badge(look.IconLanguages, "", kit.Attention)
	p.buttons = p.footer()
	return p
}

// footer holds what one can do with a step, and the way to what people ask back.
func (p *page) footer() fyne.CanvasObject {
	s, w := p.screen, p.screen.p.Words
	return kit.Bar(kit.PaddedXY(look.Inset, look.Snug, kit.Tools(look.Snug,
		kit.QuietButton(w.T("talk.back"), s.back).WithIcon(look.IconChevronLeft),
		kit.QuietButton(w.T("talk.inquiry"), s.askBack).WithIcon(look.IconQuestion),
		kit.Spacer(),
		kit.QuietButton(w.T("talk.later"), s.later).WithIcon(look.IconClock),
		kit.QuietButton(w.T("talk.not-applicable"), s.notApplicable).WithIcon(look.IconCircleSlash),
		kit.PrimaryButton(w.T("talk.next"), s.next).WithTrailingIcon(look.IconChevronRight),
	)))
}

// show fills the page with a step and its record.
func (p *page) show(step script.Step, index int, record coop.TalkStep) {
	p.own, p.step, p.press = step, p.screen.text(step), nil
	p.told, p.answered = nil, nil
	step = p.step
	w := p.screen.p.Words
	p.saved.Hidden = record.State == coop.StepUntouched
	p.added.Hidden = !record.Added
	kind, tone := w.T("talk.optional"), kit.Calm
	if step.Essential {
		kind, tone = w.T("talk.essential"), kit.Accented
	}
	p.tellWords()
	words := kit.Stack(look.Gap,
		kit.Row(
			kit.Grow(kit.Title(strconv.Itoa(index+1)+" · "+step.Title)),
			p.saved,
			p.added,
			p.lacks,
			kit.Badge("", kind+" · "+p.screen.length(step), tone),
			p.words,
		),
		p.spoken,
	)
	upper := kit.PaddedXY(look.Wide, look.Inset, words)
	below := kit.Stack(look.Inset, p.parts(record)...)
	lower := kit.PaddedXY(look.Wide, look.Tight, below)
	p.halves = &halves{words: upper, upper: kit.NewTouchScroll(upper), lower: kit.NewTouchScroll(lower)}
	p.content = container.New(p.halves, p.halves.upper, p.halves.lower)
}

// length is what a step is given, half minutes too.
func (s *Screen) length(step script.Step) string {
	if step.Length%time.Minute == 0 {
		return s.p.Words.Minutes(int(step.Length.Minutes()))
	}
	return s.p.Words.T("talk.minutes", map[string]any{"N": s.p.Words.Decimal(step.Length.Minutes())})
}

func (p *page) tellWords() {
	s := p.screen
	p.words.Set(s.simple || s.foreign())
	p.words.SetText(s.wording())
	p.tellLacking()
	text := p.step.Say
	if s.simple {
		text = p.step.Simple
	}
	p.spoken.SetText(text)
}

// parts are what stands below the words, those that the step has.
func (p *page) parts(record coop.TalkStep) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if said := p.says(record); said != nil {
		parts = append(parts, said)
	}
	if len(p.step.Checks) > 0 {
		parts = append(parts, p.checks(record))
	}
	parts = append(parts, p.notes(record))
	for _, q := range p.step.Questions {
		parts = append(parts, p.question(q, record))
	}
	if o := p.form(); o != nil {
		parts = append(parts, o)
	}
	if len(p.step.Asked) > 0 {
		parts = append(parts, p.asked(record))
	}
	if len(p.step.Sources) > 0 {
		parts = append(parts, p.sources())
	}
	return parts
}

// labelWidth holds « À vérifier » beside its chips.
const labelWidth float32 = 104

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.TopRow(look.Gap,
		kit.Sized(labelWidth, 0, kit.PaddedXY(0, look.Gap, kit.Caption(label))),
		kit.Grow(o))
}

func (p *page) question(q script.Question, record coop.TalkStep) fyne.CanvasObject {
	options := make([]kit.Option[coop.ChoiceID], len(q.Choices))
	for i, c := range q.Choices {
		options[i] = kit.Option[coop.ChoiceID]{Value: c.ID, Words: c.Label}
	}
	choice := kit.NewChoice(options, func(id coop.ChoiceID) { p.screen.answer(q.ID, id) })
	choice.Set(record.Answers[q.ID])
	first := len(p.press) + 1
	for i := range q.Choices {
		p.press = append(p.press, func() { choice.Press(i) })
	}
	keys := p.screen.p.Words.T("talk.keys", map[string]any{"From": first, "To": len(p.press)})
	return kit.Card(
		kit.Row(kit.Grow(kit.Body(q.Text).Strong()), kit.Caption(keys).Whole()),
		choice.Object(),
	)
}

func (p *page) checks(record coop.TalkStep) fyne.CanvasObject {
	options := make([]kit.Option[coop.PointID], len(p.step.Checks))
	for i, c := range p.step.Checks {
		options[i] = kit.Option[coop.PointID]{Value: c.ID, Words: c.Label, Icon: look.IconSquare, Tone: kit.Done}
	}
	chips := kit.NewChoices(options, p.screen.check)
	chips.Set(record.Checked...)
	return labelled(p.screen.p.Words.T("talk.check"), chips.Object())
}

func (p *page) notes(record coop.TalkStep) fyne.CanvasObject {
	w := p.screen.p.Words
	options := make([]kit.Option[coop.ChipID], len(p.step.Chips))
	for i, c := range p.step.Chips {
		options[i] = kit.Option[coop.ChipID]{Value: c.ID, Words: c.Label, Tone: kit.Attention}
	}
	chips := kit.NewChoices(options, p.screen.noticed)
	chips.Set(record.Noted...)
	write := kit.QuietButton(w.T("talk.note.add"), p.screen.writeNote).WithIcon(look.IconNotebookPen)
	p.note = kit.Body(record.Note)
	p.written = kit.Padded(0, kit.Tinted(kit.Plain, kit.Row(kit.NewGlyph(look.IconStickyNote, kit.Calm), kit.Grow(p.note))))
	p.written.Hidden = record.Note == ""
	line := kit.Row(write)
	if flow, ok := chips.Object().(*fyne.Container); ok {
		flow.Add(write) // the note stands in line with the chips
		line = flow
	}
	return labelled(w.T("talk.note"), kit.Stack(look.Snug, line, p.written))
}

// form is the button that opens a part of the review, nil when the step has none.
func (p *page) form() fyne.CanvasObject {
	key := ""
	switch p.step.Form {
	case script.FormOpinion:
		key = "talk.form.opinion"
	case script.FormFollowUps:
		key = "talk.form.followups"
	case script.FormShare:
		key = "talk.form.share"
	case script.FormContacts:
		key = "talk.form.contacts"
	case script.NoForm:
		return nil
	}
	form := p.step.Form
	open := kit.SecondaryButton(p.screen.p.Words.T(key), func() { p.screen.openForm(form) }).WithTrailingIcon(look.IconArrowRight)
	return labelled("", kit.Row(open))
}

// sources say where the statements come from and when somebody last checked.
func (p *page) sources() fyne.CanvasObject {
	w := p.screen.p.Words
	lines := kit.Lines()
	for _, source := range p.step.Sources {
		key := "talk.source"
		if source.Confirm {
			key = "talk.source.confirm"
		}
		lines.Objects = append(lines.Objects, kit.Caption(w.T(key, map[string]any{
			"Text": source.Text, "Day": w.Date(source.Checked),
		})))
	}
	return kit.PaddedXY(0, look.Snug, kit.TopRow(look.Snug, kit.NewGlyph(look.IconScale, kit.Calm), kit.Grow(lines)))
}

// tellKept shows the small « saved » when all that was noted is in the archive.
func (p *page) tellKept(kept bool) {
	if p.saved.Hidden == !kept {
		return
	}
	p.saved.Hidden = !kept
	if p.content != nil {
		p.content.Refresh()
	}
}

// tellNote shows the note of the step.
func (p *page) tellNote(text string) {
	p.note.SetText(text)
	p.written.Hidden = text == ""
	p.content.Refresh()
}
