package template

import (
	"regexp"
	"slices"
	"strings"
)

// Facts are what a template is filled with.
type Facts struct {
	Product string            // coop.Product of the household
	Share   string            // coop.ShareState
	Place   string            // coop.Place of the visit, "" when there is none
	Fields  map[string]string // in the template's language; "" or missing is not known
}

// A field is {name}, or {name|what is said while it is not known}.
var field = regexp.MustCompile(`\{([a-z-]+)(?:\|([^{}|]*))?\}`)

// Fill gives the blocks that stand for some facts, each with its text filled. A block that names a
// fact which is not known, and says nothing instead, is left out: a paper has no holes.
func (t Template) Fill(f Facts) []Block {
	var all []Block
	for _, b := range t.Blocks {
		if !b.When.holds(f) {
			continue
		}
		text, whole := fill(b.Text, f.Fields)
		if !whole {
			continue
		}
		b.Text = text
		all = append(all, b)
	}
	return all
}

// Say fills one text: the block's of that identity that stands, "" when none does. Blocks may share an
// identity's beginning but never the identity itself; variants are told apart by When.
func (t Template) Say(id string, f Facts) string {
	b, ok := t.Block(id)
	if !ok || !b.When.holds(f) {
		return ""
	}
	text, whole := fill(b.Text, f.Fields)
	if !whole {
		return ""
	}
	return text
}

// fill puts facts into a text; whole is false when a fact without words instead is not known.
func fill(text string, facts map[string]string) (filled string, whole bool) {
	if !strings.Contains(text, "{") {
		return text, true
	}
	whole = true
	filled = field.ReplaceAllStringFunc(text, func(found string) string {
		parts := field.FindStringSubmatch(found)
		if fact := strings.TrimSpace(facts[parts[1]]); fact != "" {
			return fact
		}
		if !strings.Contains(found, "|") {
			whole = false
		}
		return parts[2]
	})
	return strings.TrimSpace(filled), whole
}

func (w When) holds(f Facts) bool {
	among := func(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }
	known := func(name string) bool { return strings.TrimSpace(f.Fields[name]) != "" }
	return among(w.Product, f.Product) && among(w.Share, f.Share) && among(w.Place, f.Place) &&
		!slices.ContainsFunc(w.Known, func(n string) bool { return !known(n) }) && !slices.ContainsFunc(w.Unknown, known)
}

// Stands says whether the facts that the block asks for hold.
func (b Block) Stands(f Facts) bool { return b.When.holds(f) }

// Missing lists the fields that the block's text names with nothing to say instead, and that are not known: with
// one of them the block is left out.
func (b Block) Missing(f Facts) []string {
	var missing []string
	for _, found := range field.FindAllStringSubmatch(b.Text, -1) {
		name := found[1]
		if !strings.Contains(found[0], "|") && strings.TrimSpace(f.Fields[name]) == "" && !slices.Contains(missing, name) {
			missing = append(missing, name)
		}
	}
	return missing
}

// Renamed gives each field that a text names another name; what is said instead stays.
func Renamed(text string, name func(string) string) string {
	return named.ReplaceAllStringFunc(text, func(found string) string {
		inside, instead, more := strings.Cut(found[1:len(found)-1], "|")
		renamed := "{" + name(inside)
		if more {
			renamed += "|" + instead
		}
		return renamed + "}"
	})
}

// A field under whatever name, as a person may write it.
var named = regexp.MustCompile(`\{([^{}|]+)(?:\|[^{}|]*)?\}`)

// written lists the names between braces, whether a fact has them or not.
func written(text string) []string {
	var names []string
	for _, found := range named.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(names, found[1]) {
			names = append(names, found[1])
		}
	}
	return names
}

// Bare is a text without the facts that it names.
func Bare(text string) string { return strings.TrimSpace(field.ReplaceAllString(text, "")) }
