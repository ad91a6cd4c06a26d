package draft

import (
	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Grade says how hard a text is to follow.
type Grade string

// The grades.
const (
	NoGrade Grade = "" // of an empty text
	Easy    Grade = "easy"
	Plain   Grade = "plain"
	Hard    Grade = "hard"
)

// Level is what was measured of a text.
type Level struct {
	Words       int
	Sentences   int
	Longest     int // words of the longest sentence
	PerSentence float64
	Rare        []string // in order, each once
	RareShare   float64
	Grade       Grade
}

// Lexicon holds the everyday words of a language.
type Lexicon struct{ words map[string]bool }

// ReadLexicon reads a list of everyday words.
func ReadLexicon(src []byte) Lexicon { return Lexicon{} }

// Level measures a text.
func (l Lexicon) Level(text string) Level { return Level{} }

// Term is a word of the trade.
type Term struct {
	Name      string
	Forms     []string
	Says      string   // what it means, as one would say it aloud
	Explained []string // clue words: one of them in the same step explains the term
}

// Terms are the words of the trade that a cooperator may not know.
type Terms struct{ all []Term }

// ReadTerms reads a glossary.
func ReadTerms(src []byte) (Terms, error) { return Terms{}, nil }

// All lists the terms in alphabetical order.
func (t Terms) All() []Term { return t.all }

// Undefined are the terms that a text uses and neither it nor the texts around it explain.
func (t Terms) Undefined(text string, around ...string) []Term { return nil }

// Adviser is what is known beside the draft.
type Adviser struct {
	Lexicon Lexicon
	Terms   Terms
	Today   coop.Day
	Before  *script.Script    // the last published version, nil for none
	Fields  map[string]string // facts known, by field
}

// Advise lists what is to be seen to, by step and weight.
func Advise(s script.Script, a Adviser) []Advice { return nil }

// Watcher keeps the last result.
type Watcher struct{ adviser Adviser }

// NewWatcher watches with an adviser.
func NewWatcher(a Adviser) *Watcher { return &Watcher{adviser: a} }

// Advise is Advise, of which only what changed is done again.
func (w *Watcher) Advise(s script.Script) []Advice { return Advise(s, w.adviser) }

// History is a draft's past and future.
type History struct{ now script.Script }

// NewHistory begins with a script.
func NewHistory(s script.Script) *History { return &History{now: s} }

// Now is the script as it stands; it must not be changed but by Do.
func (h *History) Now() script.Script { return h.now }

// Do changes the script; the label says what was done.
func (h *History) Do(change func(*script.Script), label string) {}

// DoSame changes the script; changes with the same tag one after the other are one step.
func (h *History) DoSame(tag string, change func(*script.Script), label string) {}

// Rest ends a run of changes with the same tag.
func (h *History) Rest() {}

// CanUndo says whether there is something to undo.
func (h *History) CanUndo() bool { return false }

// CanRedo says whether there is something to redo.
func (h *History) CanRedo() bool { return false }

// Undo takes the last step back and gives its label.
func (h *History) Undo() (label string, ok bool) { return "", false }

// Redo does again what was undone and gives its label.
func (h *History) Redo() (label string, ok bool) { return "", false }

// MoveStep moves a step to another place.
func MoveStep(s script.Script, from, to int) script.Script { return s }

// AddStep adds an empty step after another, -1 for the first place, and gives its name.
func AddStep(s script.Script, after int, title string) (script.Script, coop.StepID) { return s, "" }

// CopyStep puts a copy of a step after it and gives the copy's name.
func CopyStep(s script.Script, at int) (script.Script, coop.StepID) { return s, "" }

// RemoveStep takes a step out.
func RemoveStep(s script.Script, at int) script.Script { return s }

// AddItem adds to a step's list (check, note, ask, choice, asked, sources) at an index.
func AddItem(s script.Script, step coop.StepID, place Place, at int, label string) script.Script {
	return s
}

// MoveItem moves within a step's list.
func MoveItem(s script.Script, step coop.StepID, place Place, from, to int) script.Script { return s }

// CopyItem puts a copy after an item of a step's list.
func CopyItem(s script.Script, step coop.StepID, place Place, at int) script.Script { return s }

// RemoveItem takes an item out of a step's list.
func RemoveItem(s script.Script, step coop.StepID, place Place, at int) script.Script { return s }

// SetText writes a text of a step, or of the head, in a language.
func SetText(s script.Script, language string, step coop.StepID, place Place, index int, text string) script.Script {
	return s
}

// TextOf is a text of a step, or of the head, in a language; "" when it is not there.
func TextOf(s script.Script, language string, step coop.StepID, place Place, index int) string {
	return ""
}

// AddTongue begins the texts in another language, all of them empty.
func AddTongue(s script.Script, language string) script.Script { return s }

// RemoveTongue takes the texts in another language out.
func RemoveTongue(s script.Script, language string) script.Script { return s }

// NewName is a name made from a label that is not taken yet.
func NewName(label string, taken func(string) bool) string { return "" }

// Named gives everything that still bears a provisional name one made from its label.
func Named(s script.Script) script.Script { return s }

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
