package template

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"bienvenue/app/coop"
)

// Fault is something wrong in a template: a refusal, and where.
type Fault struct {
	Block string // identity of the block, "" for the file itself
	Line  int    // of the file, 0 when the block says enough
	Key   string
	Args  map[string]any
}

// FaultsError are all the things that are wrong in a template.
type FaultsError []Fault

// Error lists the keys, for the log.
func (e FaultsError) Error() string {
	keys := make([]string, len(e))
	for i, f := range e {
		keys[i] = fmt.Sprintf("%s: %s", f.Block, f.Key)
	}
	return strings.Join(keys, "\n")
}

// Unwrap is the first of them as a refusal.
func (e FaultsError) Unwrap() error {
	if len(e) == 0 {
		return nil
	}
	return e[0].Refusal()
}

// Refusal says the fault to a person; its sentence names the block and the line.
func (f Fault) Refusal() *coop.RefusalError {
	args := map[string]any{"Block": f.Block, "Line": f.Line}
	for name, value := range f.Args {
		args[name] = value
	}
	return coop.Refuse(f.Key, args)
}

// Found lists what was wrong in the template behind an error, nothing when it has another cause.
func Found(err error) FaultsError {
	all, _ := errors.AsType[FaultsError](err)
	return all
}

// The keys of what can be wrong.
const (
	keySyntax   = "template.refused.syntax"   // Line, What
	keyKind     = "template.refused.kind"     // Value
	keyLanguage = "template.refused.language" // Value
	keyTitle    = "template.refused.title"
	keyVersion  = "template.refused.version"
	keyID       = "template.refused.id"     // Block
	keyTwice    = "template.refused.twice"  // Block
	keyRole     = "template.refused.role"   // Block, Value
	keyEmpty    = "template.refused.empty"  // Block
	keyField    = "template.refused.field"  // Block, Field, Allowed
	keyBraces   = "template.refused.braces" // Block, Piece
	keyWhen     = "template.refused.when"   // Block, Value
	keySubject  = "template.refused.subject"
	keyChoices  = "template.refused.choices" // Block
	keyAlways   = "template.refused.always"  // Block
	keyChecked  = "template.refused.checked" // Block, Value
	keyLong     = "template.refused.long"    // Block, Length, Limit
	keyMissing  = "template.refused.missing" // Missing
	keyPlace    = "template.refused.place"   // Block
)

// Limits, in characters: far beyond what fits on a page.
const (
	longestText  = 4000
	longestTitle = 80
	largestFile  = 400_000 // bytes
	mostChoices  = 9       // one key of the keyboard each
)

// file is a template as its YAML has it.
type file struct {
	Kind     string      `yaml:"kind"`
	Language string      `yaml:"language"`
	Version  int         `yaml:"version"`
	Title    string      `yaml:"title"`
	Blocks   []fileBlock `yaml:"blocks"`
}

type fileBlock struct {
	ID      string       `yaml:"id"`
	As      string       `yaml:"as,omitempty"`
	Label   string       `yaml:"label,omitempty"`
	When    *fileWhen    `yaml:"when,omitempty"`
	Text    string       `yaml:"text"`
	Choices []fileChoice `yaml:"choices,omitempty"`
	Sources []fileSource `yaml:"sources,omitempty"`
}

type fileWhen struct {
	Product []string `yaml:"product,omitempty,flow"`
	Share   []string `yaml:"share,omitempty,flow"`
	Place   []string `yaml:"place,omitempty,flow"`
	Known   []string `yaml:"known,omitempty,flow"`
	Unknown []string `yaml:"unknown,omitempty,flow"`
}

type fileChoice struct {
	ID    string `yaml:"id"`
	Label string `yaml:"label"`
}

type fileSource struct {
	Text    string `yaml:"text"`
	Checked string `yaml:"checked,omitempty"`
	Confirm bool   `yaml:"confirm,omitempty"`
}

// Read reads a template. What is understood of a faulty one is given too, with FaultsError.
func Read(source []byte) (Template, error) {
	if len(source) > largestFile {
		return Template{}, FaultsError{{Key: keyLong, Args: map[string]any{"Length": len(source), "Limit": largestFile}}}
	}
	var f file
	if err := yaml.NewDecoder(bytes.NewReader(source), yaml.Strict()).Decode(&f); err != nil {
		return Template{}, FaultsError{syntax(err)}
	}
	t := Template{Kind: coop.PaperKind(f.Kind), Language: f.Language, Version: f.Version, Title: strings.TrimSpace(f.Title)}
	for _, b := range f.Blocks {
		t.Blocks = append(t.Blocks, b.block())
	}
	if faults := t.Check(); len(faults) > 0 {
		return t, faults
	}
	return t, nil
}

// syntax says where YAML could not be read.
func syntax(err error) Fault {
	fault := Fault{Key: keySyntax, Args: map[string]any{"What": ""}}
	if yamlErr, ok := errors.AsType[yaml.Error](err); ok {
		if token := yamlErr.GetToken(); token != nil {
			fault.Line = token.Position.Line
		}
		fault.Args["What"] = yamlErr.GetMessage()
	}
	return fault
}

func (b fileBlock) block() Block {
	out := Block{ID: b.ID, As: Role(b.As), Label: b.Label, Text: strings.TrimSpace(b.Text)}
	if w := b.When; w != nil {
		out.When = When{w.Product, w.Share, w.Place, w.Known, w.Unknown}
	}
	for _, c := range b.Choices {
		out.Choices = append(out.Choices, Choice{c.ID, strings.TrimSpace(c.Label)})
	}
	for _, s := range b.Sources {
		out.Sources = append(out.Sources, Source{strings.TrimSpace(s.Text), coop.Day(s.Checked), s.Confirm})
	}
	return out
}

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
