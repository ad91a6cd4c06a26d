package texts

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// wording is a field for what is said aloud, with how long it takes and how hard it is to follow.
func (f *form) wording(label, hint string, place draft.Place) fyne.CanvasObject {
	const lines = 5
	level := kit.Caption("")
	f.levels[place] = level
	field := f.below(label, place, 0, lines)
	f.tellLevel(place, draft.TextOf(f.editor.now(), f.editor.lang, f.editor.id(), place, 0))
	insert := kit.NewSelect("", f.facts(), func(name string) { f.insert(place, name) }).WithPlaceholder(f.words().T("texts.insert"))
	return kit.Lines(field, level, kit.TopRow(look.Gap, kit.Grow(kit.Caption(hint)), kit.Sized(insertWidth*look.Size(look.SizeBody)/usualBody, 0, insert.Object())))
}

const insertWidth float32 = 190

// facts are what a text may name, in words.
func (f *form) facts() []kit.Option[string] {
	var options []kit.Option[string]
	for _, name := range script.Fields() {
		if key := fieldKey(name); key != "" {
			options = append(options, kit.Option[string]{Value: name, Words: f.words().T(key)})
		}
	}
	return options
}

// insert puts a fact into a wording where the cursor stands.
func (f *form) insert(place draft.Place, name string) {
	if field := f.fields[draft.Spot{Place: place}]; field != nil {
		field.Insert("{" + name + "|" + f.words().T("texts.insert.fallback") + "}")
	}
}

// perMinute is how many words one says in a minute, unhurried.
const perMinute = 130

// tellLevel says how many words a wording has, how long it takes to say, and how hard it is to follow.
func (f *form) tellLevel(place draft.Place, text string) {
	line := f.levels[place]
	if line == nil {
		return
	}
	e, w := f.editor, f.words()
	said := script.Fill(text, e.draft.Fields)
	if !e.own() || e.lang != lexiconLanguage {
		n := len(strings.Fields(said))
		line.Set(w.N("texts.level.count", n)+" · "+spokenFor(w, n), kit.Calm)
		return
	}
	level := e.screen.p.Lexicon.Level(text)
	if level.Words == 0 {
		line.Set(w.T("texts.level.empty"), kit.Calm)
		return
	}
	key, tone := gradeKey(level.Grade)
	parts := []string{w.N("texts.level.count", level.Words), spokenFor(w, level.Words), w.T(key)}
	if len(level.Rare) > 0 {
		parts = append(parts, w.T("texts.level.rare", i18n.Args{"Words": strings.Join(level.Rare, ", ")}))
	}
	line.Set(strings.Join(parts, " · "), tone)
}

// lexiconLanguage is the language whose everyday words are known.
const lexiconLanguage = "fr"

// spokenFor is how long it takes to say some words.
func spokenFor(w *i18n.Words, n int) string {
	seconds := int((time.Duration(n) * time.Minute / perMinute).Seconds() + 0.5)
	return w.T("texts.level.time", i18n.Args{"Seconds": seconds})
}

func gradeKey(g draft.Grade) (string, kit.Tone) {
	switch g {
	case draft.Easy:
		return "texts.level.easy", kit.Done
	case draft.Hard:
		return "texts.level.hard", kit.Attention
	case draft.Plain, draft.NoGrade:
	}
	return "texts.level.plain", kit.Calm
}
