// Package script holds the texts that lead a talk: scripts, their steps and questions, how a
// script file is read and checked, which steps a household gets, and a talk's walk through them.
//
// It knows the bytes it is handed and nothing of files, archives, screens or clocks.
package script

import (
	"slices"
	"time"

	"bienvenue/app/coop"
)

// Script is what leads a talk of one kind with households of some products.
type Script struct {
	ID       coop.ScriptID
	Version  int
	Title    string
	Language string // of its texts, « fr »
	Kind     coop.TalkKind
	Budget   time.Duration // of the whole talk
	For      Condition     // the households that get it
	All      []Step        // every step in talk order; Steps gives those that one household gets
	Tongues  []Tongue      // its texts in other languages
}

// Tongue is the texts of a script in another language. Names of steps, points, chips, questions and
// choices are the script's own, so that what is kept of a talk does not depend on what was shown.
type Tongue struct {
	Language string
	Title    string
	Steps    map[coop.StepID]StepTexts
}

// StepTexts are the texts of one step in another language; one that is not there is shown in the
// script's own.
type StepTexts struct {
	Title   string
	Say     string
	Simple  string
	Paper   string
	Checks  map[coop.PointID]string
	Chips   map[coop.ChipID]string
	Ask     map[coop.QuestionID]string
	Choices map[coop.QuestionID]map[coop.ChoiceID]string
	Asked   []Asked // in the order of the step's own
}

// Step is one page of a talk.
type Step struct {
	ID        coop.StepID
	Title     string // short, for the outline
	Length    time.Duration
	Essential bool
	Topic     coop.TopicID // what it is about, the step's own name unless the file says another
	Paper     string       // the paper to send when there is no time for the step, "" for none
	For       Condition    // the households that get it
	Say       string       // what is said aloud
	Simple    string       // the same in simpler words
	Checks    []Check
	Chips     []Chip
	Questions []Question // at most two
	Asked     []Asked
	Form      Form
	Sources   []Source
}

// Check is a point to verify.
type Check struct {
	ID       coop.PointID
	Label    string
	Required bool // the talk's end asks about it
}

// Chip is something to tick when it is noticed.
type Chip struct {
	ID     coop.ChipID
	Label  string
	Motive coop.MotiveCode // "" when it is no motive of dissatisfaction
}

// Question is asked with closed answers.
type Question struct {
	ID       coop.QuestionID
	Text     string
	Required bool // the talk's end asks about it
	Choices  []Choice
}

// Choice is one closed answer.
type Choice struct {
	ID    coop.ChoiceID
	Label string
}

// Asked is what people ask back, with an answer that one would say aloud.
type Asked struct {
	Question string
	Answer   string
}

// Source says where a statement comes from.
type Source struct {
	Text    string
	Checked coop.Day // the day somebody last checked it
	Confirm bool     // general knowledge that the coop's lawyers have yet to confirm
}

// Form names the part of the review that a step opens, "" for none.
type Form string

// The forms.
const (
	NoForm        Form = ""
	FormOpinion   Form = "opinion"
	FormFollowUps Form = "followups"
	FormShare     Form = "share"
	FormContacts  Form = "contacts"
)

// Steps are the steps that a household gets, in talk order. An answer counts only when the
// question's own step is among them.
func (s Script) Steps(f Facts) []Step {
	steps, _ := s.lead(f, nil, len(s.All))
	return steps
}

// lead is the steps that a household gets among the first of the script, those added by hand
// included, and the answers that count after them.
func (s Script) lead(f Facts, added []coop.StepID, first int) ([]Step, map[coop.QuestionID]coop.ChoiceID) {
	kept := make([]Step, 0, first)
	answers := map[coop.QuestionID]coop.ChoiceID{}
	for _, step := range s.All[:first] {
		known := f
		known.Answers = answers
		if !step.For.Matches(known) && !slices.Contains(added, step.ID) {
			continue
		}
		kept = append(kept, step)
		for _, q := range step.Questions {
			if choice, ok := f.Answers[q.ID]; ok {
				answers[q.ID] = choice
			}
		}
	}
	return kept, answers
}

// Step finds a step by its name, whoever gets it.
func (s Script) Step(id coop.StepID) (Step, bool) {
	i := slices.IndexFunc(s.All, func(step Step) bool { return step.ID == id })
	if i < 0 {
		return Step{}, false
	}
	return s.All[i], true
}

// Question finds a question by its name.
func (s Script) Question(id coop.QuestionID) (Question, bool) {
	for _, step := range s.All {
		for _, q := range step.Questions {
			if q.ID == id {
				return q, true
			}
		}
	}
	return Question{}, false
}

// Chip finds a chip of a step.
func (s Step) Chip(id coop.ChipID) (Chip, bool) {
	i := slices.IndexFunc(s.Chips, func(c Chip) bool { return c.ID == id })
	if i < 0 {
		return Chip{}, false
	}
	return s.Chips[i], true
}

// Choose is the script for a talk of a kind with a household: among those that fit, the one that
// asks for the most facts, the first of them when several do. ok is false when none fits.
func Choose(scripts []Script, kind coop.TalkKind, f Facts) (chosen Script, ok bool) {
	for _, s := range scripts {
		if s.Kind != kind || !s.For.Matches(f) {
			continue
		}
		if !ok || s.For.facts() > chosen.For.facts() {
			chosen, ok = s, true
		}
	}
	return chosen, ok
}
