package template

import (
	"bytes"
	"errors"
	"fmt"
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
