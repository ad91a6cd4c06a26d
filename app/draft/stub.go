package draft

import (
	"bienvenue/app/coop"
	"bienvenue/app/script"
)

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
