package record

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
)

const sheetWidth float32 = 760

// correctStep opens one step to be corrected.
func (s *Screen) correctStep(step script.Step) {
	r := s.record(step.ID)
	r.Answers = maps.Clone(r.Answers)
	form := kit.Column()
	state := kit.NewChoice(s.states(), func(v coop.StepState) { r.State = v })
	state.Set(r.State)
	form.Add(labelled(s.t("record.state.label"), state.Object()))
	if len(step.Checks) > 0 {
		var options []kit.Option[coop.PointID]
		for _, c := range step.Checks {
			options = append(options, kit.Option[coop.PointID]{Value: c.ID, Words: c.Label, Tone: kit.Done})
		}
		var chips *kit.Choices[coop.PointID]
		chips = kit.NewChoices(options, func(coop.PointID, bool) { r.Checked = chips.Values() })
		chips.Set(r.Checked...)
		form.Add(labelled(s.t("record.checked"), chips.Object()))
	}
	if len(step.Chips) > 0 {
		var options []kit.Option[coop.ChipID]
		for _, c := range step.Chips {
			options = append(options, kit.Option[coop.ChipID]{Value: c.ID, Words: c.Label, Tone: kit.Attention})
		}
		var chips *kit.Choices[coop.ChipID]
		chips = kit.NewChoices(options, func(coop.ChipID, bool) { r.Noted = chips.Values() })
		chips.Set(r.Noted...)
		form.Add(labelled(s.t("record.noted"), chips.Object()))
	}
	for _, q := range step.Questions {
		options := []kit.Option[coop.ChoiceID]{}
		for _, c := range q.Choices {
			options = append(options, kit.Option[coop.ChoiceID]{Value: c.ID, Words: c.Label})
		}
		options = append(options, kit.Option[coop.ChoiceID]{Words: s.t("record.unanswered"), Tone: kit.Calm})
		choice := kit.NewChoice(options, func(id coop.ChoiceID) { r.Answers = answered(r.Answers, q.ID, id) })
		choice.Set(r.Answers[q.ID])
		form.Add(labelled(q.Text, choice.Object()))
	}
	note := kit.NewField(s.t("record.note"), r.Note, nil).Lines(noteLines)
	form.Add(note)
	s.ask(step.Title, form, func() {
		r.Note = strings.TrimSpace(note.Text())
		if r.State != coop.StepNotApplicable {
			r.Reason = s.read.Walk.Record(step.ID).Reason
		}
		s.edit.setStep(r)
	}, func() bool { return len([]rune(strings.TrimSpace(note.Text()))) <= coop.CommentLength })
}

const noteLines = 3

// states are what can have been done with a step.
func (s *Screen) states() []kit.Option[coop.StepState] {
	var options []kit.Option[coop.StepState]
	for _, v := range []coop.StepState{coop.StepSeen, coop.StepLater, coop.StepNotApplicable} {
		options = append(options, kit.Option[coop.StepState]{Value: v, Words: s.t(i18n.StepStateKey(v))})
	}
	return options
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Lines(kit.Caption(label).Strong(), o)
}

// ask shows a form in a sheet; taken is called when it is taken over.
func (s *Screen) ask(title string, form fyne.CanvasObject, taken func(), fits func() bool) {
	var sheet *kit.OpenSheet
	take := kit.PrimaryButton(s.t("record.take"), func() {
		if !fits() {
			s.p.OnError(coop.Refuse("record.refused.long", map[string]any{"Limit": coop.CommentLength}))
			return
		}
		sheet.Close()
		taken()
	})
	sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{Title: title, Content: form, Actions: []fyne.CanvasObject{take}, Width: sheetWidth})
}

func answered(all map[coop.QuestionID]coop.ChoiceID, id coop.QuestionID, choice coop.ChoiceID) map[coop.QuestionID]coop.ChoiceID {
	if all == nil {
		all = map[coop.QuestionID]coop.ChoiceID{}
	}
	all[id] = choice
	if choice == "" {
		delete(all, id)
	}
	return all
}

// correctOutcome opens what came of the talk to be corrected.
func (s *Screen) correctOutcome() {
	o := s.came()
	o.Satisfaction, o.Concerns, o.Interests = maps.Clone(o.Satisfaction), slices.Clone(o.Concerns), slices.Clone(o.Interests)
	if o.Satisfaction == nil {
		o.Satisfaction = map[coop.SatisfactionItem]int{}
	}
	result := kit.NewChoice(s.results(), func(v coop.Result) { o.Result = v })
	result.Set(o.Result)
	comment := kit.NewField(s.t("record.comment"), o.Comment, nil).Lines(noteLines)
	form := kit.Column(
		labelled(s.t("record.result"), result.Object()), s.mark(&o), s.judgements(&o), s.motives(&o), s.interests(&o), comment,
	)
	s.ask(s.t("record.outcome"), form, func() {
		o.Comment = strings.TrimSpace(comment.Text())
		s.edit.setOutcome(o)
	}, func() bool { return len([]rune(strings.TrimSpace(comment.Text()))) <= coop.CommentLength })
}

func (s *Screen) results() []kit.Option[coop.Result] {
	all := []coop.Result{coop.Done, coop.Shortened}
	if s.read.Walk.Talk().Kind == coop.CourtesyTalk {
		all = []coop.Result{coop.Done, coop.Shortened, coop.DoneByPhone, coop.DoneAtOffice, coop.Refused}
	}
	options := make([]kit.Option[coop.Result], len(all))
	for i, v := range all {
		options[i] = kit.Option[coop.Result]{Value: v, Words: s.t(i18n.ResultKey(v))}
	}
	return options
}

const (
	mostMark   = 10
	judgements = 4
)

func (s *Screen) mark(o *coop.Outcome) fyne.CanvasObject {
	options := []kit.Option[int]{{Value: noMark, Words: s.t("record.mark.none"), Tone: kit.Calm}}
	for v := 0; v <= mostMark; v++ {
		options = append(options, kit.Option[int]{Value: v, Words: strconv.Itoa(v)})
	}
	choice := kit.NewChoice(options, func(v int) { o.Overall = v })
	choice.Set(o.Overall)
	return labelled(s.t("record.mark"), choice.Object())
}

func (s *Screen) judgements(o *coop.Outcome) fyne.CanvasObject {
	lines := kit.Column()
	for _, item := range coop.SatisfactionItems() {
		options := []kit.Option[int]{}
		for v := 1; v <= judgements; v++ {
			options = append(options, kit.Option[int]{Value: v, Words: s.t(i18n.JudgementKey(v))})
		}
		options = append(options, kit.Option[int]{Words: s.t("record.unasked"), Tone: kit.Calm})
		choice := kit.NewChoice(options, func(v int) {
			o.Satisfaction[item] = v
			if v == 0 {
				delete(o.Satisfaction, item)
			}
		})
		choice.Set(o.Satisfaction[item])
		lines.Add(labelled(s.t(i18n.SatisfactionItemKey(item)), choice.Object()))
	}
	return lines
}

// motives are those of the household's contract, chosen or not; what a motive weighs is kept when it stays.
func (s *Screen) motives(o *coop.Outcome) fyne.CanvasObject {
	var options []kit.Option[coop.MotiveCode]
	for _, m := range coop.Motives(s.read.Household.Product) {
		options = append(options, kit.Option[coop.MotiveCode]{Value: m.Code, Words: s.t(i18n.MotiveKey(m.Code)), Tone: kit.Attention})
	}
	chips := kit.NewChoices(options, func(code coop.MotiveCode, on bool) {
		o.Concerns = slices.DeleteFunc(o.Concerns, func(c coop.Concern) bool { return c.Motive == code })
		if on {
			o.Concerns = append(o.Concerns, coop.Concern{Motive: code, Gravity: coop.Minor, Standing: coop.Founded})
		}
	})
	var told []coop.MotiveCode
	for _, c := range o.Concerns {
		told = append(told, c.Motive)
	}
	chips.Set(told...)
	return labelled(s.t("record.motives"), chips.Object())
}

func (s *Screen) interests(o *coop.Outcome) fyne.CanvasObject {
	var options []kit.Option[coop.Interest]
	for _, i := range coop.Interests() {
		options = append(options, kit.Option[coop.Interest]{Value: i, Words: s.t(i18n.InterestKey(i))})
	}
	var chips *kit.Choices[coop.Interest]
	chips = kit.NewChoices(options, func(coop.Interest, bool) { o.Interests = chips.Values() })
	chips.Set(o.Interests...)
	return labelled(s.t("record.interests"), chips.Object())
}
