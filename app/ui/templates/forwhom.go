package templates

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
)

// forWhom is for whom the part is printed: chips for the contract, the share, the place of the visit, and what must be
// known. Of a set it is told only: which part stands where is the layout's.
func (f *form) forWhom(b template.Block) fyne.CanvasObject {
	w := f.words()
	if f.editor.set() {
		if b.When.Empty() {
			return nil
		}
		return kit.Lines(kit.Caption(w.T("templates.for")).Strong(), kit.Quiet(whom(w, b.When)))
	}
	note := w.T("templates.for.everybody")
	if !b.When.Empty() {
		note = w.T("templates.for.some")
	}
	return f.fold(foldFor, w.T("templates.for"), note, func() fyne.CanvasObject {
		box := kit.Column(
			kit.Caption(w.T("templates.for.hint")),
			ticks(f, w.T("templates.for.product"), products(), func(p coop.Product) string { return w.T(i18n.ProductKey(p)) },
				b.When.Product, func(when *template.When, all []string) { when.Product = all }),
			ticks(f, w.T("templates.for.share"), coop.ShareStates(), func(s coop.ShareState) string { return w.T(i18n.ShareStateKey(s)) },
				b.When.Share, func(when *template.When, all []string) { when.Share = all }),
		)
		if slices.Contains(template.Fields(f.editor.now().Kind), "visit-when") {
			box.Add(ticks(f, w.T("templates.for.place"), coop.Places(), func(p coop.Place) string { return w.T(i18n.PlaceKey(p)) },
				b.When.Place, func(when *template.When, all []string) { when.Place = all }))
		}
		box.Add(f.facts(w.T("templates.for.known"), b.When.Known, func(when *template.When, all []string) { when.Known = all }))
		box.Add(f.facts(w.T("templates.for.unknown"), b.When.Unknown, func(when *template.When, all []string) { when.Unknown = all }))
		return box
	})
}

// products are those that a household can be known to have.
func products() []coop.Product {
	return slices.DeleteFunc(coop.Products(), func(p coop.Product) bool { return p == coop.ProductUnknown })
}

// ticks are chips for the values of a fact; none on means that the fact does not matter.
func ticks[T ~string](f *form, label string, all []T, say func(T) string, on []string, set func(*template.When, []string)) fyne.CanvasObject {
	options := make([]kit.Option[T], len(all))
	for i, v := range all {
		options[i] = kit.Option[T]{Value: v, Words: capital(say(v))}
	}
	var chips *kit.Choices[T]
	chips = kit.NewChoices(options, func(T, bool) {
		var values []string
		for _, v := range chips.Values() {
			values = append(values, string(v))
		}
		f.setWhen(set, values)
	})
	var values []T
	for _, v := range on {
		values = append(values, T(v))
	}
	chips.Set(values...)
	return kit.Lines(kit.Caption(label).Strong(), chips.Object())
}

// setWhen changes for whom the part is; the chips show it already.
func (f *form) setWhen(set func(*template.When, []string), values []string) {
	e, at := f.editor, f.editor.at-1
	e.history.Do(func(t *template.Template) { set(&t.Blocks[at].When, values) }, f.words().T("templates.for"))
	e.touched()
}

// facts are the facts that must be known, or must not be: each a chip that takes it out, and a list to add one from.
func (f *form) facts(label string, named []string, set func(*template.When, []string)) fyne.CanvasObject {
	w := f.words()
	flow := kit.Flow()
	for _, name := range named {
		flow.Add(kit.NewChip(fieldWords(w, []string{name})[0], true, func(bool) {
			f.setWhen(set, slices.DeleteFunc(slices.Clone(named), func(n string) bool { return n == name }))
			f.show()
		}))
	}
	var options []kit.Option[string]
	for _, name := range template.Fields(f.editor.now().Kind) {
		if !slices.Contains(named, name) {
			options = append(options, kit.Option[string]{Value: name, Words: w.T(fieldKey(name))})
		}
	}
	pick := kit.NewSelect("", options, func(name string) {
		f.setWhen(set, append(slices.Clone(named), name))
		f.show()
	}).WithPlaceholder(w.T("templates.for.fact"))
	return kit.Lines(kit.Caption(label).Strong(), flow, pick.Object())
}

// whom says in one line for whom a part is.
func whom(w *i18n.Words, when template.When) string {
	if when.Empty() {
		return w.T("templates.for.everybody")
	}
	var parts []string
	of := func(values []string, say func(string) string) {
		var all []string
		for _, v := range values {
			all = append(all, say(v))
		}
		if len(all) > 0 {
			parts = append(parts, w.List(all))
		}
	}
	of(when.Product, func(v string) string { return w.T(i18n.ProductKey(coop.Product(v))) })
	of(when.Share, func(v string) string { return w.T(i18n.ShareStateKey(coop.ShareState(v))) })
	of(when.Place, func(v string) string { return w.T(i18n.PlaceKey(coop.Place(v))) })
	if len(when.Known) > 0 {
		parts = append(parts, w.T("templates.whom.known", i18n.Args{"Fields": w.List(fieldWords(w, when.Known))}))
	}
	if len(when.Unknown) > 0 {
		parts = append(parts, w.T("templates.whom.unknown", i18n.Args{"Fields": w.List(fieldWords(w, when.Unknown))}))
	}
	return capital(strings.Join(parts, " · "))
}

// capital begins a word that stands alone with a capital.
func capital(word string) string {
	for _, first := range word {
		return strings.ToUpper(string(first)) + word[len(string(first)):]
	}
	return word
}
