// Package template holds the texts of what Bienvenue prints: one template for each kind of paper and
// language, made of blocks that name facts by fields. It reads, checks, fills and writes them as YAML.
//
// It knows no page: how a block is set, and whether it fits, is app/paper's concern. It knows no
// archive either: it is handed bytes.
package template

import "bienvenue/app/coop"

// Template is the text of one kind of paper in one language.
type Template struct {
	Kind     coop.PaperKind
	Language string // of its texts, « fr »
	Version  int    // from 1 on
	Title    string // as lists show it, « Parcours d’intégration »
	Blocks   []Block
}

// Block is one text of a paper: a paragraph of a letter, in the order it stands, or one of the
// sheet's texts, whose place is the layout's.
type Block struct {
	ID      string // lower case letters, digits and hyphens; unique in its template
	As      Role   // how it is set; "" is a paragraph of a letter, or a text of the sheet
	Label   string // what the text is for, as the editor names it
	Text    string // with fields: {coop} or {mediator|our mediator}
	When    When   // facts that must hold for the block to stand
	Choices []Choice
	Sources []Source
}

// Role is how a block is set.
type Role string

// The roles.
const (
	AsParagraph Role = ""
	AsSubject   Role = "subject"   // a letter's bold first line: the first one that stands; one at least in a letter
	AsItem      Role = "item"      // a line of a list, after a dot
	AsFacts     Role = "facts"     // the box with the appointment or the event; its text is the box's heading, may be empty
	AsSign      Role = "sign"      // a line of the signature
	AsNote      Role = "note"      // small, at the foot of the page
	AsStress    Role = "stress"    // a paragraph on a light ground
	AsQuestion  Role = "question"  // a closed question with its choices
	AsReference Role = "reference" // a short line under the letter's day: « Réf. … »
)

// Roles lists the roles in the order that an editor offers them.
func Roles() []Role {
	return []Role{AsParagraph, AsItem, AsStress, AsFacts, AsSubject, AsReference, AsSign, AsNote, AsQuestion}
}

// Choice is one answer of a closed question.
type Choice struct {
	ID    string // unique in its question
	Label string
}

// Source says where a legal or factual sentence comes from, and when it was compared with it last.
type Source struct {
	Text    string
	Checked coop.Day
	Confirm bool // the coop's legal team has yet to read it
}

// When says which facts must hold; an empty list asks nothing. A block stands when each list that is
// not empty holds the fact.
type When struct {
	Product []string // coop.Product
	Share   []string // coop.ShareState
	Place   []string // coop.Place of the visit
	Known   []string // fields that must be known, all of them
	Unknown []string // fields that must not be known, none of them
}

// Empty says that nothing is asked.
func (w When) Empty() bool {
	return len(w.Product)+len(w.Share)+len(w.Place)+len(w.Known)+len(w.Unknown) == 0
}

// Block finds a block by its identity.
func (t Template) Block(id string) (Block, bool) {
	for i := range t.Blocks {
		if t.Blocks[i].ID == id {
			return t.Blocks[i], true
		}
	}
	return Block{}, false
}

// Questions are the closed questions of a questionnaire as everybody is asked them: the same for every
// household, so that answers can be keyed in and counted.
func (t Template) Questions() []Block {
	var all []Block
	for _, b := range t.Blocks {
		if b.As == AsQuestion {
			b.Text, _ = fill(b.Text, nil)
			all = append(all, b)
		}
	}
	return all
}

// Oldest is the earliest day on which one of the texts was compared with its source, "" when none has one.
func (t Template) Oldest() coop.Day {
	var oldest coop.Day
	for _, b := range t.Blocks {
		for _, s := range b.Sources {
			if s.Checked != "" && (oldest == "" || s.Checked < oldest) {
				oldest = s.Checked
			}
		}
	}
	return oldest
}
