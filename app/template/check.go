package template

import (
	"regexp"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// Check lists what is wrong in the template, nothing when it can be used.
func (t Template) Check() FaultsError {
	var faults FaultsError
	say := func(block, key string, args map[string]any) {
		faults = append(faults, Fault{Block: block, Key: key, Args: args})
	}
	if !slices.Contains(coop.TemplateKinds(), t.Kind) {
		say("", keyKind, map[string]any{"Value": string(t.Kind)})
	}
	if !goodLanguage.MatchString(t.Language) {
		say("", keyLanguage, map[string]any{"Value": t.Language})
	}
	if t.Title == "" || len([]rune(t.Title)) > longestTitle {
		say("", keyTitle, nil)
	}
	if t.Version < 1 {
		say("", keyVersion, nil)
	}
	seen := map[string]bool{}
	subjects := 0
	for _, b := range t.Blocks {
		if seen[b.ID] {
			say(b.ID, keyTwice, nil)
		}
		seen[b.ID] = true
		if b.As == AsSubject {
			subjects++
		}
		faults = append(faults, b.check(t.Kind)...)
	}
	if letter := t.Kind.Letter(); letter && subjects == 0 {
		say("", keySubject, nil)
	}
	return append(faults, t.checkPlaces()...)
}

var (
	goodLanguage = regexp.MustCompile(`^[a-z]{2,3}$`)
	goodID       = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)
)

func (b Block) check(kind coop.PaperKind) (faults FaultsError) {
	say := func(key string, args map[string]any) {
		faults = append(faults, Fault{Block: b.ID, Key: key, Args: args})
	}
	if !goodID.MatchString(b.ID) {
		say(keyID, nil)
	}
	if !slices.Contains(Roles(), b.As) {
		say(keyRole, map[string]any{"Value": string(b.As)})
	}
	if n := len([]rune(b.Text)); n > longestText {
		say(keyLong, map[string]any{"Length": n, "Limit": longestText})
	}
	if b.Text == "" && b.As != AsFacts {
		say(keyEmpty, nil)
	}
	if value := b.When.unknown(); value != "" {
		say(keyWhen, map[string]any{"Value": value})
	}
	if (b.As == AsQuestion) != (len(b.Choices) > 0) || len(b.Choices) > mostChoices || twice(b.Choices) {
		say(keyChoices, nil)
	}
	if b.As == AsQuestion && !b.always() {
		say(keyAlways, nil)
	}
	for _, s := range b.Sources {
		if _, err := coop.ParseDay(string(s.Checked)); s.Checked != "" && err != nil {
			say(keyChecked, map[string]any{"Value": string(s.Checked)})
		}
	}
	return append(faults, b.checkFields(kind)...)
}

// checkFields looks at what the text and its conditions name.
func (b Block) checkFields(kind coop.PaperKind) (faults FaultsError) {
	allowed := FieldsAt(kind, b.ID)
	for _, name := range slices.Concat(written(b.Text), b.When.Known, b.When.Unknown) {
		if !slices.Contains(allowed, name) {
			args := map[string]any{"Field": name, "Allowed": strings.Join(allowed, ", ")}
			faults = append(faults, Fault{Block: b.ID, Key: keyField, Args: args})
		}
	}
	if rest := named.ReplaceAllString(b.Text, ""); strings.ContainsAny(rest, "{}") {
		faults = append(faults, Fault{Block: b.ID, Key: keyBraces, Args: map[string]any{"Piece": around(rest)}})
	}
	return faults
}

// around is the piece of a text that a lone brace stands in.
func around(text string) string {
	const near = 12
	runes := []rune(text)
	i := slices.IndexFunc(runes, func(r rune) bool { return r == '{' || r == '}' })
	return string(runes[max(i-near, 0):min(i+near, len(runes))])
}

// always says whether the block stands on every paper, whatever is known.
func (b Block) always() bool {
	_, whole := fill(b.Text, nil)
	return whole && b.When.Empty()
}

func twice(choices []Choice) bool {
	seen := map[string]bool{}
	for _, c := range choices {
		if !goodID.MatchString(c.ID) || c.Label == "" || seen[c.ID] {
			return true
		}
		seen[c.ID] = true
	}
	return false
}

// unknown is the first value that no fact can have, "" when all can.
func (w When) unknown() string {
	for _, p := range w.Product {
		if !slices.Contains(coop.Products(), coop.Product(p)) {
			return p
		}
	}
	for _, s := range w.Share {
		if !slices.Contains(coop.ShareStates(), coop.ShareState(s)) {
			return s
		}
	}
	for _, p := range w.Place {
		if !slices.Contains(coop.Places(), coop.Place(p)) {
			return p
		}
	}
	return ""
}
