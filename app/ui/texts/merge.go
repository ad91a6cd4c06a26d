package texts

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// merge is the page on which a newer text of the program is taken over, step by step.
type merge struct {
	screen             *Screen
	id                 coop.ScriptID
	base, ours, theirs script.Script
	steps              []draft.MergeStep
	choices            map[coop.StepID]draft.Side
	body               *fyne.Container
	left               *kit.Text
	take               *kit.Button
	content            *fyne.Container
}

// threeSides are what a merge starts from.
type threeSides struct{ base, ours, theirs script.Script }

// Merge opens the page on which the program's newer text is taken over.
func (s *Screen) Merge(id coop.ScriptID) {
	act(s, func(ctx context.Context) (threeSides, error) {
		base, ours, theirs, err := s.p.Desk.Update(ctx, id)
		return threeSides{base, ours, theirs}, err
	}, func(t threeSides) {
		m := newMerge(s, id, t)
		s.views.Over(kit.View{Content: m.content})
	})
}

func newMerge(s *Screen, id coop.ScriptID, t threeSides) *merge {
	w := s.p.Words
	m := &merge{
		screen: s, id: id, base: t.base, ours: t.ours, theirs: t.theirs,
		steps: draft.Merge(t.base, t.ours, t.theirs), choices: map[coop.StepID]draft.Side{}, body: kit.Column(), left: kit.Body(""),
	}
	m.take = kit.PrimaryButton(w.T("texts.merge.take"), m.onTake).WithIcon(look.IconCheck)
	foot := kit.Row(kit.Grow(m.left), m.take)
	m.content = s.page(w.T("texts.merge.title", i18n.Args{"Title": t.ours.Title}), foot, kit.AtMost(compareWidth, m.body))
	m.show()
	return m
}

func (m *merge) show() {
	w := m.screen.p.Words
	m.body.Objects = []fyne.CanvasObject{kit.Body(w.T("texts.merge.about"))}
	var quiet []draft.MergeStep
	for _, step := range m.steps {
		if step.State == draft.MergeConflict {
			m.body.Add(m.conflict(step))
		} else if step.State != draft.MergeUnchanged {
			quiet = append(quiet, step)
		}
	}
	if len(quiet) > 0 {
		m.body.Add(kit.Section(w.T("texts.merge.clear")))
		for _, step := range quiet {
			m.body.Add(m.settled(step))
		}
	}
	if n := m.count(draft.MergeUnchanged); n > 0 {
		m.body.Add(kit.Quiet(w.N("texts.compare.same", n)))
	}
	m.body.Refresh()
	m.tell()
}

func (m *merge) count(state draft.MergeState) int {
	n := 0
	for _, step := range m.steps {
		if step.State == state {
			n++
		}
	}
	return n
}

// tell says how many choices are still open.
func (m *merge) tell() {
	open := m.count(draft.MergeConflict) - len(m.choices)
	if open > 0 {
		m.left.SetText(m.screen.p.Words.N("texts.merge.left", open))
	} else {
		m.left.SetText(m.screen.p.Words.T("texts.merge.ready"))
	}
	enable(m.take, open == 0)
	m.content.Refresh()
}

// name is what a step of the merge is called.
func (m *merge) name(step draft.MergeStep) string {
	if step.Step == draft.Head {
		return m.screen.p.Words.T("texts.head")
	}
	return step.Title
}

// conflict shows both sides of a step and asks for one.
func (m *merge) conflict(step draft.MergeStep) fyne.CanvasObject {
	w := m.screen.p.Words
	choice := kit.NewChoice([]kit.Option[draft.Side]{
		{Value: draft.Ours, Words: w.T("texts.merge.ours"), Icon: look.IconHouse},
		{Value: draft.Theirs, Words: w.T("texts.merge.theirs"), Icon: look.IconSparkles},
	}, func(side draft.Side) {
		m.choices[step.Step] = side
		m.tell()
	})
	if side, ok := m.choices[step.Step]; ok {
		choice.Set(side)
	}
	card := kit.Column(
		kit.Row(kit.Grow(kit.Section(m.name(step))), kit.Badge(look.IconCircleHelp, w.T("texts.merge.choose"), kit.Attention)),
		kit.Sides(sidesFrom, half, kit.Caption(w.T("texts.merge.ours.long")).Strong(), kit.Caption(w.T("texts.merge.theirs.long")).Strong()),
	)
	for _, o := range m.differences(step.Ours, step.Theirs) {
		card.Add(o)
	}
	card.Add(choice.Object())
	return kit.Card(card)
}

// differences shows where two sides of a step differ.
func (m *merge) differences(before, after *draft.Version) []fyne.CanvasObject {
	c := comparison{words: m.screen.p.Words, old: m.alone(before, m.ours), new: m.alone(after, m.theirs)}
	var parts []fyne.CanvasObject
	for _, d := range draft.Compare(c.old, c.new) {
		switch {
		case d.Change == draft.Added && d.New != nil:
			parts = append(parts, c.side(d.New, kit.Fresh))
		case d.Change == draft.Removed && d.Old != nil:
			parts = append(parts, c.side(d.Old, kit.Gone))
		default:
			for _, f := range d.Fields {
				parts = append(parts, c.field(d, f))
			}
		}
	}
	return parts
}

// alone is a script with nothing but one step, or nothing but its head.
func (m *merge) alone(v *draft.Version, of script.Script) script.Script {
	s := m.ours
	s.All, s.Tongues = nil, nil
	switch {
	case v == nil:
	case v.Head != nil:
		s = *v.Head
		s.All = nil
	default:
		s.All = []script.Step{v.Step}
		for _, t := range of.Tongues {
			if texts, ok := v.Texts[t.Language]; ok {
				s.Tongues = append(s.Tongues, script.Tongue{
					Language: t.Language, Title: m.ours.Title, Steps: map[coop.StepID]script.StepTexts{v.Step.ID: texts},
				})
			}
		}
	}
	return s
}

// settled is a step on which there is nothing to decide.
func (m *merge) settled(step draft.MergeStep) fyne.CanvasObject {
	w := m.screen.p.Words
	word, tone := "texts.merge.taken", kit.Done
	before, after := step.Ours, step.Theirs
	switch step.State {
	case draft.MergeKeep:
		word, tone = "texts.merge.kept", kit.Accented
		before, after = step.Base, step.Ours
	case draft.MergeAgree:
		word, tone = "texts.merge.agreed", kit.Calm
		before, after = step.Base, step.Ours
	case draft.MergeTake, draft.MergeConflict, draft.MergeUnchanged:
	}
	fold := kit.NewFold(m.name(step), w.T(word), false, func() fyne.CanvasObject {
		return kit.PaddedXY(look.Wide, 0, kit.Column(m.differences(before, after)...))
	}, func(bool) { m.content.Refresh() })
	fold.SetNote(w.T(word), tone)
	return kit.FlatCard(kit.PaddedXY(look.Tight, look.Tight, fold))
}

// onTake makes the result the draft and opens it.
func (m *merge) onTake() {
	s, w := m.screen, m.screen.p.Words
	merged := draft.Resolve(m.steps, m.choices)
	act(s, func(ctx context.Context) (Draft, error) {
		d, err := s.p.Desk.OpenDraft(ctx, m.id)
		if err != nil {
			return Draft{}, err
		}
		d.Script = merged
		return s.p.Desk.TakeUpdate(ctx, d)
	}, func(d Draft) {
		e := newEditor(s, d)
		s.views.Instead(kit.View{Content: e.frame, Shortcut: e.shortcut, Key: e.key, Left: e.left, Again: e.again})
		e.advise()
		s.p.OnDone(w.T("texts.merge.done"))
	})
}
