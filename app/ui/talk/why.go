package talk

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

const whyWidth float32 = 680

// explain shows which steps the talk has and why, and those that it has not, which one may add.
func (s *Screen) explain() {
	w := s.p.Words
	box := kit.Stack(look.Snug)
	var fill func()
	change := func(id coop.StepID, added bool) {
		s.addStep(id, added, fill)
	}
	fill = func() {
		box.Objects = []fyne.CanvasObject{kit.Quiet(w.T("talk.why.text"))}
		for _, step := range s.walk.Steps() {
			box.Add(s.explained(step, change))
		}
		if out := s.walk.LeftOut(); len(out) > 0 {
			box.Add(kit.PaddedXY(0, look.Snug, kit.Section(w.T("talk.why.out"))))
			for _, step := range out {
				box.Add(s.leftOut(step, change))
			}
		}
		box.Refresh()
	}
	fill()
	kit.ShowSheet(s.canvas(), w, kit.Sheet{Title: w.T("talk.why"), Content: box, Width: whyWidth})
}

// explained is a step of the talk with what brings it there.
func (s *Screen) explained(step script.Step, change func(coop.StepID, bool)) fyne.CanvasObject {
	w := s.p.Words
	added := s.walk.Added(step.ID)
	why := w.T("talk.why.everybody")
	if reasons := s.reasonWords(step, true); len(reasons) > 0 {
		why = w.T("talk.why.because", map[string]any{"Reasons": strings.Join(reasons, ", ")})
	}
	if added {
		why = w.T("talk.why.added")
	}
	row := kit.TopRow(look.Gap, kit.NewGlyph(look.IconCheck, kit.Done), kit.Grow(kit.Lines(kit.Body(s.text(step).Title), kit.Caption(why))))
	if added && s.undone(step.ID) {
		row.Add(kit.QuietButton(w.T("talk.why.remove"), func() { change(step.ID, false) }).WithIcon(look.IconMinus))
	}
	return row
}

// leftOut is a step that is not meant for this household, with what keeps it out.
func (s *Screen) leftOut(step script.Step, change func(coop.StepID, bool)) fyne.CanvasObject {
	w := s.p.Words
	why := w.T("talk.why.not", map[string]any{"Reasons": strings.Join(s.reasonWords(step, false), ", ")})
	return kit.Row(kit.NewGlyph(look.IconCircleDashed, kit.Calm),
		kit.Grow(kit.Lines(kit.Body(s.text(step).Title), kit.Caption(why))),
		kit.SecondaryButton(w.T("talk.why.add"), func() { change(step.ID, true) }).WithIcon(look.IconPlus))
}

// undone says whether nothing was done in a step that was added by hand.
func (s *Screen) undone(id coop.StepID) bool {
	return (coop.TalkStep{Step: id, Added: true}).Same(s.latest(id))
}

// addStep takes a step into the talk by hand, or takes it out again; then is called when that is kept.
func (s *Screen) addStep(id coop.StepID, added bool, then func()) {
	record := s.latest(id)
	record.Added = added
	current := s.at
	if id == s.at && !added {
		if before, ok := s.walk.Back(id); ok {
			current = before
		}
	}
	s.queue.add(job{record: record, current: current, done: func() {
		if current != s.at {
			s.show(current)
		} else if s.review == nil {
			s.show(s.at) // its number changed
		}
		then()
	}})
}

// reasonWords say what the household has of the facts that hold, or that do not.
func (s *Screen) reasonWords(step script.Step, holds bool) []string {
	var words []string
	for _, r := range s.walk.Why(step.ID) {
		if r.Holds == holds {
			words = append(words, s.reason(step, r))
		}
	}
	return words
}

// reason is what the home, the contract, or an answer of the talk says: never anything of the person.
func (s *Screen) reason(step script.Step, r script.Reason) string {
	w := s.p.Words
	switch r.Fact {
	case script.FactProduct:
		return w.T("talk.why.product", map[string]any{"Product": w.T(i18n.ProductKey(coop.Product(r.Has)))})
	case script.FactHeating:
		return lowered(w.T(i18n.HeatingKey(coop.Heating(r.Has))))
	case script.FactHome:
		return lowered(w.T(i18n.HomeKey(coop.Home(r.Has))))
	case script.FactLandlord:
		return lowered(w.T(i18n.LandlordKey(coop.Landlord(r.Has))))
	case script.FactCopro:
		return w.T(either(r.Has == "true", "talk.why.copro", "talk.why.copro.no"))
	case script.FactGarage:
		return w.T(either(r.Has == "true", "talk.why.garage", "talk.why.garage.no"))
	case script.FactSaid, script.FactUnsaid:
		if slices.Contains(r.Wanted, string(step.Topic)) {
			return w.T(either(r.Has != "", "talk.why.said.this", "talk.why.said.this.no"))
		}
		about := map[string]any{"Topic": s.topic(coop.TopicID(strings.Join(r.Wanted, "")))}
		return w.T(either(r.Has != "", "talk.why.said", "talk.why.said.no"), about)
	case script.FactAnswer:
		if r.Has == "" {
			return w.T("talk.why.answer.none", map[string]any{"Question": r.Question.Text})
		}
		return w.T("talk.why.answer", map[string]any{"Answer": r.Has})
	}
	return ""
}

func either(holds bool, yes, no string) string {
	if holds {
		return yes
	}
	return no
}

// topic is what a topic is called: the title of the first step about it.
func (s *Screen) topic(id coop.TopicID) string {
	for _, step := range s.texts.All {
		if step.Topic == id {
			return step.Title
		}
	}
	return string(id)
}

// addedTag marks a step that was added by hand in the outline.
func (s *Screen) addedTag(id coop.StepID) string {
	if s.walk.Added(id) {
		return s.p.Words.T("talk.why.tag")
	}
	return ""
}
