package texts

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// form is the fields of the step that is written, or of the script's head.
type form struct {
	editor  *editor
	content fyne.CanvasObject
	body    *fyne.Container
	scroll  *kit.TouchScroll
	fields  map[draft.Spot]*kit.Field
	faults  map[draft.Spot]string // what was last said at a field
	levels  map[draft.Place]*kit.Text
	folds   map[fold]*kit.Fold
	opened  map[fold]bool // the parts that are open, kept from step to step
	sum     *kit.Text     // for whom, in one sentence
	shown   string        // the step and language that are shown
}

// fold names a part of the form that opens and closes.
type fold string

// The folds.
const (
	foldChecks    fold = "checks"
	foldChips     fold = "chips"
	foldQuestions fold = "questions"
	foldAsked     fold = "asked"
	foldFor       fold = "for"
	foldSources   fold = "sources"
	foldMore      fold = "more"
)

func newForm(e *editor) *form {
	f := &form{editor: e, body: kit.Column(), opened: map[fold]bool{}}
	f.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Inset, look.Gap, kit.AtMost(formWidth, f.body)))
	f.content = f.scroll
	return f
}

// formWidth keeps the fields readable where there is no other pane beside them.
const formWidth float32 = 720

// words are the window's.
func (f *form) words() *i18n.Words { return f.editor.screen.p.Words }

// show fills the form anew. It goes back to the top when it shows another step than before.
func (f *form) show() {
	e := f.editor
	f.fields, f.faults = map[draft.Spot]*kit.Field{}, map[draft.Spot]string{}
	f.levels, f.folds, f.sum = map[draft.Place]*kit.Text{}, map[fold]*kit.Fold{}, nil
	f.body.Objects = nil
	step, ok := e.step()
	switch {
	case !ok:
		f.showHead()
	case e.own():
		f.showStep(step)
	default:
		f.showTexts(step)
	}
	f.body.Refresh()
	f.scroll.Refresh()
	if at := string(e.id()) + " " + e.lang; at != f.shown {
		f.shown = at
		f.scroll.ScrollToTop()
	}
	f.tellAdvice()
}

func (f *form) add(parts ...fyne.CanvasObject) {
	for _, o := range parts {
		if o != nil {
			f.body.Add(o)
		}
	}
}

// text is a field for a text of the step, in the language that is written.
func (f *form) text(label string, place draft.Place, index, lines int) *kit.Field {
	e := f.editor
	step := e.id()
	spot := draft.Spot{Place: place, Index: index}
	field := kit.NewField(label, strings.TrimRight(draft.TextOf(e.now(), e.lang, step, place, index), "\n"), func(text string) {
		f.write(spot, text)
	}).TakesFirst(e.shortcut)
	if lines > 1 {
		field.Lines(lines)
	}
	f.fields[spot] = field
	return field
}

// below is a text field with the script's own words above it, where another language is written.
func (f *form) below(label string, place draft.Place, index, lines int) fyne.CanvasObject {
	e := f.editor
	field := f.text(label, place, index, lines)
	if e.own() {
		return field
	}
	own := strings.TrimSpace(draft.TextOf(e.now(), e.now().Language, e.id(), place, index))
	return kit.Tinted(kit.Plain, kit.Quiet(own), field)
}

// write takes over what was typed: only what shows it is drawn again.
func (f *form) write(spot draft.Spot, text string) {
	e := f.editor
	step := e.id()
	tag := string(step) + " " + string(spot.Place) + " " + e.lang + " " + strconv.Itoa(spot.Index)
	e.history.DoSame(tag, func(s *script.Script) {
		*s = draft.SetText(*s, e.lang, step, spot.Place, spot.Index, text)
	}, text)
	f.tellLevel(spot.Place, text)
	if spot.Place == draft.PlaceTitle {
		e.showRow()
	}
	e.showText(spot.Place)
	e.touched()
}

// showText shows a place of the step on the talk's page again.
func (e *editor) showText(place draft.Place) {
	if e.at == 0 {
		e.showOutline()
		return
	}
	step := e.spoken()
	switch place {
	case draft.PlaceTitle, draft.PlaceMinutes, draft.PlaceEssential:
		e.preview.head(step, e.at)
	case draft.PlaceSay, draft.PlaceSimple:
		e.preview.step = step
		e.preview.simple = place == draft.PlaceSimple
		e.preview.say()
	case draft.PlaceCheck:
		e.preview.change(step, partChecks)
	case draft.PlaceNote:
		e.preview.change(step, partChips)
	case draft.PlaceAsk, draft.PlaceChoice:
		e.preview.change(step, partQuestions)
	case draft.PlaceAsked, draft.PlaceAnswer:
		e.preview.change(step, partAsked)
	case draft.PlaceSources:
		e.preview.change(step, partSources)
	case draft.PlaceForm:
		e.preview.change(step, partForm)
	case draft.PlaceWhole, draft.PlacePaper, draft.PlaceFor, draft.PlaceTopic, draft.PlaceSteps:
	}
}

// set changes a value of the step that is no text.
func (f *form) set(place draft.Place, change func(*script.Step)) {
	e := f.editor
	at := e.at - 1
	e.history.Do(func(s *script.Script) { change(&s.All[at]) }, string(place))
	e.showRow()
	e.showText(place)
	e.touched()
}

// tellAdvice says at each field what keeps the draft from being published.
func (f *form) tellAdvice() {
	e, said := f.editor, map[draft.Spot]string{}
	for _, a := range e.advice {
		spot := draft.Spot{Place: a.Place, Index: a.Index}
		if a.Step == e.id() && a.Weight == draft.Blocks && (a.Language == "" || a.Language == e.lang) && said[spot] == "" {
			said[spot] = f.words().T(a.Key, a.Args)
		}
	}
	for spot, field := range f.fields {
		if f.faults[spot] != said[spot] {
			f.faults[spot] = said[spot]
			field.SetError(said[spot])
		}
	}
}

// focus puts the keyboard into a field, and what is around it into sight.
func (f *form) focus(place draft.Place, index int) {
	if name := foldOf(place); name != "" && f.folds[name] != nil && !f.folds[name].Open() {
		f.folds[name].Toggle()
		f.opened[name] = true
	}
	field := f.fields[draft.Spot{Place: place, Index: index}]
	if field == nil {
		field = f.fields[draft.Spot{Place: place}]
	}
	if field != nil {
		f.scroll.ScrollTo(field)
		field.Focus()
	} else if o := f.folds[foldOf(place)]; o != nil {
		f.scroll.ScrollTo(o)
	}
}

// foldOf is the part of the form that a place stands in, "" for none.
func foldOf(place draft.Place) fold {
	switch place {
	case draft.PlaceCheck:
		return foldChecks
	case draft.PlaceNote:
		return foldChips
	case draft.PlaceAsk, draft.PlaceChoice:
		return foldQuestions
	case draft.PlaceAsked, draft.PlaceAnswer:
		return foldAsked
	case draft.PlaceFor:
		return foldFor
	case draft.PlaceSources:
		return foldSources
	case draft.PlacePaper, draft.PlaceTopic, draft.PlaceForm:
		return foldMore
	case draft.PlaceWhole, draft.PlaceTitle, draft.PlaceSay, draft.PlaceSimple, draft.PlaceMinutes, draft.PlaceEssential, draft.PlaceSteps:
	}
	return ""
}
