package draft

import (
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
	Moved  bool         // it stands elsewhere among the steps that both have
	Old    *script.Step // nil when it was added, and on the head
	New    *script.Step // nil when it was removed, and on the head
	Fields []FieldDiff
}

// FieldDiff is what differs in one place. Texts have pieces; minutes, essential, topic, form and
// sources have their values before and after; a « for » has none, the steps hold it.
type FieldDiff struct {
	Place    Place
	Index    int    // in the new list, in the old one when it is gone
	Language string // "" when it is no text
	Before   string
	After    string
	Pieces   []Piece
}

// PieceKind says where a piece of text stands.
type PieceKind string

// The kinds of piece.
const (
	Kept PieceKind = "kept"
	Gone PieceKind = "gone"
	New  PieceKind = "new"
)

// Piece is a run of words.
type Piece struct {
	Text string
	Kind PieceKind
}

// Compare lists the head and every step of both versions, in the new order.
func Compare(old, new script.Script) []StepDiff { return nil }

// Pieces compares two texts word by word.
func Pieces(before, after string) []Piece { return nil }

// Side is whose text is taken.
type Side string

// The sides.
const (
	Ours   Side = "ours"
	Theirs Side = "theirs"
)

// MergeState says what both sides did with a step.
type MergeState string

// The states.
const (
	MergeUnchanged MergeState = "unchanged"
	MergeTake      MergeState = "take"     // only theirs changed, added or removed it
	MergeKeep      MergeState = "keep"     // only ours did
	MergeAgree     MergeState = "agree"    // both did the same
	MergeConflict  MergeState = "conflict" // both did, and not the same
)

// MergeStep is a step on three sides. The head is one too.
type MergeStep struct {
	Step   coop.StepID
	Title  string
	State  MergeState
	Base   *Version // nil when it is not there
	Ours   *Version
	Theirs *Version
}

// Version is a step, or the head, with its texts in every language.
type Version struct {
	Step  script.Step
	Texts map[string]script.StepTexts
	Head  *script.Script // the script without its steps, on the head only
}

// Merge lists the head and the steps of all sides, in the order of the result.
func Merge(base, ours, theirs script.Script) []MergeStep { return nil }

// Resolve is the script that comes of a merge; a conflict without a choice stays ours.
func Resolve(steps []MergeStep, choices map[coop.StepID]Side) script.Script { return script.Script{} }
