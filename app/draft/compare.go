package draft

import (
	"reflect"
	"slices"
	"strconv"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Change says what became of a step.
type Change string

// The changes.
const (
	Same    Change = "same"
	Changed Change = "changed"
	Added   Change = "added"
	Removed Change = "removed"
	Moved   Change = "moved" // and nothing else
)

// StepDiff is a step in two versions; that of Head comes first.
type StepDiff struct {
	Step   coop.StepID
	Title  string
	Change Change
	Moved  bool         // it stands elsewhere among the steps that both versions have
	Old    *script.Step // nil when it was added, and on the head
	New    *script.Step // nil when it was removed, and on the head
	Fields []FieldDiff
}

// FieldDiff is what differs in one place. Texts have pieces. Minutes are in seconds, essential is
// "true" or "false", topic and form are names, « required » of a point or question, the motive of
// a chip, and the day and « confirm » of a source stand in Before and After with their place and no
// language. A « for » has none of these: the steps hold it.
type FieldDiff struct {
	Place    Place
	Index    int    // in the new list, in the old one when the item is gone
	Language string // "" when it is no text
	Before   string
	After    string
	Pieces   []Piece
}

// Compare lists the head and every step of both versions: those of the new one in its order, each
// that is gone after the step it stood behind.
func Compare(old, now script.Script) []StepDiff {
	diffs := []StepDiff{compareHead(old, now)}
	still := stay(idsOf(old), idsOf(now))
	for i := range now.All {
		step := &now.All[i]
		at := stepAt(old, step.ID)
		d := StepDiff{Step: step.ID, Title: step.Title, New: step, Change: Added}
		if at >= 0 {
			d.Old = &old.All[at]
			d.Moved = !slices.Contains(still, step.ID)
			d.Change = Same
		}
		d.Fields = fieldDiffs(d.Old, d.New, textsOf(old, step.ID), textsOf(now, step.ID), languages(old, now), now.Language)
		switch {
		case d.Old == nil:
		case len(d.Fields) > 0:
			d.Change = Changed
		case d.Moved:
			d.Change = Moved
		}
		diffs = append(diffs, d)
	}
	for i := range old.All {
		step := &old.All[i]
		if stepAt(now, step.ID) >= 0 {
			continue
		}
		d := StepDiff{Step: step.ID, Title: step.Title, Old: step, Change: Removed}
		d.Fields = fieldDiffs(step, nil, textsOf(old, step.ID), nil, languages(old, now), now.Language)
		behind := 0 // the head
		if i > 0 {
			behind = slices.IndexFunc(diffs, func(d StepDiff) bool { return d.Step == old.All[i-1].ID })
		}
		diffs = slices.Insert(diffs, behind+1, d)
	}
	return diffs
}

func idsOf(s script.Script) []coop.StepID {
	ids := make([]coop.StepID, len(s.All))
	for i, step := range s.All {
		ids[i] = step.ID
	}
	return ids
}

// stay are the steps that kept their order: the longest row of steps that stands in both.
func stay(old, now []coop.StepID) []coop.StepID {
	var kept []coop.StepID
	for _, run := range common(old, now) {
		if run.kind == Kept {
			kept = append(kept, run.item)
		}
	}
	return kept
}

func languages(old, now script.Script) []string {
	all := []string{}
	for _, s := range []script.Script{now, old} {
		for _, t := range s.Tongues {
			if !slices.Contains(all, t.Language) {
				all = append(all, t.Language)
			}
		}
	}
	return all
}

func compareHead(old, now script.Script) StepDiff {
	d := StepDiff{Step: Head, Title: now.Title, Change: Same}
	d.Fields = text(d.Fields, Spot{PlaceTitle, 0}, now.Language, old.Title, now.Title)
	for _, language := range languages(old, now) {
		d.Fields = text(d.Fields, Spot{PlaceTitle, 0}, language, titleIn(old, language), titleIn(now, language))
	}
	d.Fields = value(d.Fields, Spot{PlaceMinutes, 0}, seconds(old.Budget.Seconds()), seconds(now.Budget.Seconds()))
	if !sameCondition(old.For, now.For) {
		d.Fields = append(d.Fields, FieldDiff{Place: PlaceFor})
	}
	if len(d.Fields) > 0 {
		d.Change = Changed
	}
	return d
}

func titleIn(s script.Script, language string) string {
	t, _ := s.Tongue(language)
	return t.Title
}

// fieldDiffs is what differs between two versions of a step; a side that is not there is empty.
func fieldDiffs(old, now *script.Step, was, is map[string]script.StepTexts, languages []string, own string) []FieldDiff {
	before, after := orEmpty(old), orEmpty(now)
	var found []FieldDiff
	for _, p := range pairs(before, after) {
		found = text(found, p.at(), own, p.text(&before, p.old), p.text(&after, p.now))
		if !p.place().Translated() {
			continue
		}
		for _, language := range languages {
			found = text(found, p.at(), language, p.tongue(before, was[language], p.old), p.tongue(after, is[language], p.now))
		}
	}
	found = values(found, before, after)
	if !sameCondition(before.For, after.For) {
		found = append(found, FieldDiff{Place: PlaceFor})
	}
	return found
}

func orEmpty(s *script.Step) script.Step {
	if s == nil {
		return script.Step{}
	}
	return *s
}

// text adds a text that differs.
func text(found []FieldDiff, at Spot, language, before, after string) []FieldDiff {
	if before == after {
		return found
	}
	return append(found, FieldDiff{at.Place, at.Index, language, before, after, Pieces(before, after)})
}

// value adds a value that differs.
func value(found []FieldDiff, at Spot, before, after string) []FieldDiff {
	if before == after {
		return found
	}
	return append(found, FieldDiff{Place: at.Place, Index: at.Index, Before: before, After: after})
}

func seconds(s float64) string { return strconv.FormatFloat(s, 'f', -1, 64) }

// values adds what differs and is no text.
func values(found []FieldDiff, before, after script.Step) []FieldDiff {
	found = value(found, Spot{PlaceMinutes, 0}, seconds(before.Length.Seconds()), seconds(after.Length.Seconds()))
	found = value(found, Spot{PlaceEssential, 0}, strconv.FormatBool(before.Essential), strconv.FormatBool(after.Essential))
	found = value(found, Spot{PlaceTopic, 0}, string(before.Topic), string(after.Topic))
	found = value(found, Spot{PlaceForm, 0}, string(before.Form), string(after.Form))
	for _, p := range pairs(before, after) {
		if p.old.Index < 0 || p.now.Index < 0 {
			continue
		}
		i, j := p.old.Index, p.now.Index
		switch p.now.Place {
		case PlaceCheck:
			found = value(found, p.now, strconv.FormatBool(before.Checks[i].Required), strconv.FormatBool(after.Checks[j].Required))
		case PlaceNote:
			found = value(found, p.now, string(before.Chips[i].Motive), string(after.Chips[j].Motive))
		case PlaceAsk:
			found = value(found, p.now, strconv.FormatBool(before.Questions[i].Required), strconv.FormatBool(after.Questions[j].Required))
		case PlaceSources:
			a, b := before.Sources[i], after.Sources[j]
			found = value(found, p.now, string(a.Checked), string(b.Checked))
			found = value(found, p.now, strconv.FormatBool(a.Confirm), strconv.FormatBool(b.Confirm))
		}
	}
	return found
}

func sameCondition(a, b script.Condition) bool {
	return reflect.DeepEqual(tidy(a), tidy(b))
}

// tidy is a condition without empty lists, so that none and an empty one are the same.
func tidy(c script.Condition) script.Condition {
	c = cloneCondition(c)
	c.Products, c.Heatings, c.Homes = orNil(c.Products), orNil(c.Heatings), orNil(c.Homes)
	c.Landlord, c.Said, c.Unsaid, c.Answers = orNil(c.Landlord), orNil(c.Said), orNil(c.Unsaid), orNil(c.Answers)
	return c
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
