package texts

import (
	"strconv"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// stepsPane is the column of steps with what one may do with them below.
func (e *editor) stepsPane() fyne.CanvasObject {
	w := e.screen.p.Words
	add := kit.SecondaryButton(w.T("texts.step.add"), e.addStep).WithIcon(look.IconPlus)
	return kit.Bar(kit.Stack(0, kit.Grow(kit.PaddedXY(look.Snug, look.Tight, e.order)), kit.PaddedXY(look.Snug, look.Snug, add)))
}

func (e *editor) previewPane() fyne.CanvasObject {
	return kit.PaddedXY(look.Gap, 0, kit.FlatCard(e.page))
}

// showSteps shows every step's row.
func (e *editor) showSteps() {
	now := e.now()
	rows := make([]kit.OrderRow, 0, len(now.All)+1)
	rows = append(rows, e.headRow())
	weights := weigh(e.advice)
	for i := range now.All {
		rows = append(rows, e.row(now.All[i], i, weights))
	}
	e.order.Set(rows, e.at)
}

func (e *editor) headRow() kit.OrderRow {
	w, now := e.screen.p.Words, e.now()
	row := kit.OrderRow{Title: w.T("texts.head"), Note: w.Minutes(int(now.Budget.Minutes())) + " · " + w.N("texts.steps", len(now.All)), Fixed: true}
	e.sign(&row, weigh(e.advice), draft.Head)
	return row
}

// row is a step's row; its mark says that there is something to look at.
func (e *editor) row(step script.Step, i int, weights map[coop.StepID]draft.Weight) kit.OrderRow {
	w := e.screen.p.Words
	title := step.Title
	if title == "" {
		title = w.T("texts.untitled")
	}
	note := "texts.step.optional"
	if step.Essential {
		note = "texts.step.essential"
	}
	row := kit.OrderRow{
		Title: strconv.Itoa(i+1) + " · " + title, Note: w.T(note, map[string]any{"Minutes": e.lengthFor(step)}), Quiet: !step.Essential,
	}
	e.sign(&row, weights, step.ID)
	return row
}

// lengthFor is a step's length, and in a few words for whom it is when it is not for everybody: steps of one
// topic often bear the same title.
func (e *editor) lengthFor(step script.Step) string {
	w := e.screen.p.Words
	long := minutes(w, step.Length)
	if everybody(step.For) {
		return long
	}
	return w.T("texts.step.for", map[string]any{"Minutes": long, "Who": brief(w, step.For)})
}

// sign marks a row with the heaviest thing that is to be looked at.
func (e *editor) sign(row *kit.OrderRow, weights map[coop.StepID]draft.Weight, id coop.StepID) {
	w := e.screen.p.Words
	switch weight, ok := weights[id]; {
	case ok && weight == draft.Blocks:
		row.Icon, row.Tone, row.Means = look.IconCircleAlert, kit.Late, w.T("texts.weight.blocks")
	case ok && weight == draft.Warns:
		row.Icon, row.Tone, row.Means = look.IconWarning, kit.Attention, w.T("texts.weight.warns")
	}
}

// weigh is the heaviest advice of each step.
func weigh(all []draft.Advice) map[coop.StepID]draft.Weight {
	weights := map[coop.StepID]draft.Weight{}
	for _, a := range all {
		if weight, ok := weights[a.Step]; !ok || a.Weight < weight {
			weights[a.Step] = a.Weight
		}
	}
	return weights
}

// showRow shows the row of the step that is written.
func (e *editor) showRow() {
	step, ok := e.step()
	if !ok {
		e.order.SetRow(0, e.headRow())
		e.bar.tell()
		return
	}
	e.order.SetRow(e.at, e.row(step, e.at-1, weigh(e.advice)))
}

// move puts a step elsewhere; the head's row counts as the first.
func (e *editor) move(from, to int) {
	if from < 1 || to < 1 {
		return
	}
	label := e.screen.p.Words.T("texts.done.move")
	e.at = to
	e.do(label, func(s *script.Script) { *s = draft.MoveStep(*s, from-1, to-1) })
}

func (e *editor) addStep() {
	w := e.screen.p.Words
	at := e.at
	e.at = at + 1
	e.do(w.T("texts.step.add"), func(s *script.Script) { *s, _ = draft.AddStep(*s, at-1, w.T("texts.step.new")) })
	if e.panes.span == one {
		e.open(paneText)
	}
	e.form.focus(draft.PlaceTitle, 0)
}

func (e *editor) copyStep() {
	at := e.at
	e.at = at + 1
	e.do(e.screen.p.Words.T("texts.step.copy"), func(s *script.Script) { *s, _ = draft.CopyStep(*s, at-1) })
}

// removeStep takes the step out; undo brings it back.
func (e *editor) removeStep() {
	at := e.at
	e.do(e.screen.p.Words.T("texts.step.remove"), func(s *script.Script) { *s = draft.RemoveStep(*s, at-1) })
}
