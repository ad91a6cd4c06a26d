package draft

import "bienvenue/app/coop"

// Kind says what an advice is about.
type Kind string

// The kinds of advice.
const (
	KindEmpty       Kind = "empty"    // a text that is not there
	KindLong        Kind = "long"     // a text that does not fit its place
	KindTime        Kind = "time"     // too long to say in its minutes
	KindAloud       Kind = "aloud"    // above 60 words aloud
	KindSentence    Kind = "sentence" // a sentence that is too long
	KindHard        Kind = "hard"     // hard to follow
	KindHarder      Kind = "harder"   // the simple wording is harder than the standard one
	KindTerm        Kind = "term"     // a trade term that is not explained
	KindOld         Kind = "old"      // a source nobody checked for twelve months
	KindConfirm     Kind = "confirm"  // a source still to be confirmed
	KindSource      Kind = "source"   // a source without text or day
	KindAnswers     Kind = "answers"  // a question without answers
	KindMany        Kind = "many"     // more than the page holds
	KindName        Kind = "name"     // a name that is no name
	KindTwice       Kind = "twice"    // a name that stands for two things
	KindLabel       Kind = "label"    // the same label twice
	KindNobody      Kind = "nobody"   // a step that nobody gets
	KindLater       Kind = "later"    // a step that depends on an answer asked later or never
	KindChoice      Kind = "choice"   // a step that depends on an answer the question does not offer
	KindValue       Kind = "value"    // a value that is not possible
	KindMinutes     Kind = "minutes"  // a length of time out of bounds
	KindBudget      Kind = "budget"   // the essentials do not fit into the time
	KindField       Kind = "field"    // a named field that does not exist
	KindFallback    Kind = "fallback" // a named field that does not say what is said without it
	KindUnfilled    Kind = "unfilled" // a named field that the coop has not filled in
	KindMissing     Kind = "missing"  // texts missing in a language
	KindStale       Kind = "stale"    // texts that changed, and their translation did not
	KindSteps       Kind = "steps"    // no step at all
	KindNoEssential Kind = "no-essential"
	KindLarge       Kind = "large" // a script beyond every measure
)

// Weight says how much an advice matters.
type Weight int

// The weights, the heaviest first.
const (
	Blocks Weight = iota // cannot be published like this
	Warns                // somebody will notice
	Hints                // could be better
)

// Advice is one thing to see to in a draft.
type Advice struct {
	Step     coop.StepID // Head for the script's own head
	Language string      // of the text meant, "" when it is about no text
	Place    Place
	Index    int // in a list, from 0; a choice's is ChoiceAt
	Kind     Kind
	Weight   Weight
	Key      string // of its sentence
	Args     map[string]any
}
