package texts

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// comparison shows what differs between two scripts: what is gone and what is new, by more than colours.
type comparison struct {
	words    *i18n.Words
	old, new script.Script
}

// sidesFrom is the width from which before and after stand beside each other.
const sidesFrom float32 = 800

// steps are the cards of the steps that differ, with those that do not folded between them.
func (c comparison) steps(all []draft.StepDiff) []fyne.CanvasObject {
	w := c.words
	var cards []fyne.CanvasObject
	var same []string
	fold := func() {
		if len(same) > 0 {
			titles := strings.Join(same, "\n")
			cards = append(cards, kit.NewFold(w.N("texts.compare.same", len(same)), "", false, func() fyne.CanvasObject {
				return kit.PaddedXY(look.Wide, 0, kit.Quiet(titles))
			}, nil))
		}
		same = nil
	}
	changed := false
	for _, d := range all {
		if d.Change == draft.Same {
			if d.Step != draft.Head {
				same = append(same, d.Title)
			}
			continue
		}
		fold()
		changed = true
		cards = append(cards, c.step(d))
	}
	if !changed {
		return []fyne.CanvasObject{kit.Empty(look.IconCircleCheck, w.T("texts.compare.none"), nil)}
	}
	fold()
	return cards
}

// step is the card of a step that differs.
func (c comparison) step(d draft.StepDiff) fyne.CanvasObject {
	w := c.words
	tags := kit.Row(c.tag(d.Change))
	if d.Moved && d.Change != draft.Moved {
		tags.Add(c.tag(draft.Moved))
	}
	card := kit.Column(kit.Row(kit.Grow(kit.Section(diffTitle(w, d))), tags))
	switch {
	case d.Change == draft.Added && d.New != nil:
		card.Add(c.side(d.New, kit.Fresh))
	case d.Change == draft.Removed && d.Old != nil:
		card.Add(c.side(d.Old, kit.Gone))
	default:
		for _, f := range d.Fields {
			card.Add(c.field(d, f))
		}
	}
	return kit.Card(card)
}

func (c comparison) tag(change draft.Change) *kit.Tag {
	w := c.words
	switch change {
	case draft.Added:
		return kit.Badge(look.IconPlus, w.T("texts.step.added"), kit.Done)
	case draft.Removed:
		return kit.Badge(look.IconMinus, w.T("texts.step.removed"), kit.Late)
	case draft.Moved:
		return kit.Badge(look.IconGrip, w.T("texts.step.moved"), kit.Calm)
	case draft.Changed, draft.Same:
	}
	return kit.Badge(look.IconPencil, w.T("texts.step.changed"), kit.Accented)
}

// side is a whole step that only one version has.
func (c comparison) side(step *script.Step, mark kit.Mark) fyne.CanvasObject {
	return c.signed(mark, kit.NewMarked(kit.Piece{Text: strings.TrimSpace(step.Say), Mark: mark}))
}

// signed puts a plus or a minus before what is new or gone.
func (c comparison) signed(mark kit.Mark, o fyne.CanvasObject) fyne.CanvasObject {
	icon, tone := look.IconPlus, kit.Done
	if mark == kit.Gone {
		icon, tone = look.IconMinus, kit.Late
	}
	return kit.TopRow(look.Snug, kit.NewGlyph(icon, tone), kit.Grow(o))
}

// field shows one place before and after.
func (c comparison) field(d draft.StepDiff, f draft.FieldDiff) fyne.CanvasObject {
	label := c.words.T(places[f.Place])
	if f.Language != "" && f.Language != c.new.Language {
		label += " · " + languageName(c.words, f.Language)
	}
	before, after := c.values(d, f)
	pieces := f.Pieces
	if len(pieces) == 0 {
		pieces = whole2(before, after)
	}
	var old, now []kit.Piece
	for _, p := range pieces {
		switch p.Kind {
		case draft.Gone:
			old = append(old, kit.Piece{Text: p.Text, Mark: kit.Gone})
		case draft.New:
			now = append(now, kit.Piece{Text: p.Text, Mark: kit.Fresh})
		case draft.Kept:
			old = append(old, kit.Piece{Text: p.Text})
			now = append(now, kit.Piece{Text: p.Text})
		}
	}
	var sides fyne.CanvasObject
	switch {
	case len(old) == 0:
		sides = c.signed(kit.Fresh, kit.NewMarked(now...))
	case len(now) == 0:
		sides = c.signed(kit.Gone, kit.NewMarked(old...))
	default:
		sides = kit.Sides(sidesFrom, half, c.signed(kit.Gone, kit.NewMarked(old...)), c.signed(kit.Fresh, kit.NewMarked(now...)))
	}
	return kit.Lines(kit.Caption(label).Strong(), sides)
}

const half float32 = 0.5

// whole2 is a value that changed as a whole.
func whole2(before, after string) []draft.Piece {
	var pieces []draft.Piece
	if before != "" {
		pieces = append(pieces, draft.Piece{Text: before, Kind: draft.Gone})
	}
	if after != "" {
		pieces = append(pieces, draft.Piece{Text: after, Kind: draft.New})
	}
	return pieces
}

// values are what stood and what stands in a place, in words.
func (c comparison) values(d draft.StepDiff, f draft.FieldDiff) (before, after string) {
	w := c.words
	switch f.Place {
	case draft.PlaceFor:
		old, now := c.old.For, c.new.For
		if d.Old != nil {
			old = d.Old.For
		}
		if d.New != nil {
			now = d.New.For
		}
		topics := topicsOf([]script.Script{c.old, c.new})
		return whom(w, c.old, old, topics), whom(w, c.new, now, topics)
	case draft.PlaceMinutes:
		if d.Old != nil && d.New != nil {
			return minutes(w, d.Old.Length), minutes(w, d.New.Length)
		}
		return minutes(w, c.old.Budget), minutes(w, c.new.Budget)
	case draft.PlaceEssential:
		return c.essential(d.Old), c.essential(d.New)
	case draft.PlaceForm:
		return c.form(d.Old), c.form(d.New)
	case draft.PlaceTopic:
		topics := topicsOf([]script.Script{c.old, c.new})
		return topicTitle(coop.TopicID(f.Before), topics), topicTitle(coop.TopicID(f.After), topics)
	}
	return f.Before, f.After
}

func (c comparison) essential(step *script.Step) string {
	if step != nil && step.Essential {
		return c.words.T("texts.preview.essential")
	}
	return c.words.T("texts.preview.optional")
}

func (c comparison) form(step *script.Step) string {
	if step == nil || formKey(step.Form) == "" {
		return c.words.T("texts.form.none")
	}
	return c.words.T(formKey(step.Form))
}

// places are the keys of what the places of a step are called.
var places = map[draft.Place]string{
	draft.PlaceWhole:     "texts.head",
	draft.PlaceTitle:     "texts.field.title",
	draft.PlaceSay:       "texts.field.say",
	draft.PlaceSimple:    "texts.field.simple",
	draft.PlacePaper:     "texts.field.paper",
	draft.PlaceCheck:     "texts.fold.checks",
	draft.PlaceNote:      "texts.fold.chips",
	draft.PlaceAsk:       "texts.field.question",
	draft.PlaceChoice:    "texts.field.choice",
	draft.PlaceAsked:     "texts.fold.asked",
	draft.PlaceAnswer:    "texts.field.answer",
	draft.PlaceSources:   "texts.fold.sources",
	draft.PlaceFor:       "texts.fold.for",
	draft.PlaceMinutes:   "texts.place.minutes",
	draft.PlaceEssential: "texts.essential",
	draft.PlaceTopic:     "texts.field.topic",
	draft.PlaceForm:      "texts.field.form",
	draft.PlaceSteps:     "texts.place.steps",
}
