package script

import (
	"slices"
	"strconv"

	"bienvenue/app/coop"
)

// Fact names something that a condition may ask for.
type Fact string

// The facts.
const (
	FactProduct  Fact = "product"
	FactHeating  Fact = "heating"
	FactHome     Fact = "home"
	FactCopro    Fact = "copro"
	FactGarage   Fact = "garage"
	FactLandlord Fact = "landlord"
	FactSaid     Fact = "said"
	FactUnsaid   Fact = "unsaid"
	FactAnswer   Fact = "answer"
)

// Reason is one thing that a step asks for, with what the household has. Values are those of the
// domain, « true » and « false » for what is yes or no; a screen words them. Each topic that must
// have been said, or must not, is a reason of its own. Of an answer the labels are given.
type Reason struct {
	Fact     Fact
	Wanted   []string // any of them will do
	Has      string   // "" for an answer that was not given, or a topic that was not spoken of
	Question Question // of an answer
	Holds    bool
}

// Why lists every fact that a step's condition names, in the order of the format; none for a step
// that everybody gets.
func (s Script) Why(step Step, f Facts) []Reason {
	known := f
	if i := slices.IndexFunc(s.All, func(other Step) bool { return other.ID == step.ID }); i >= 0 {
		_, known.Answers = s.lead(f, nil, i)
	}
	return s.reasons(step, known)
}

// reasons is Why with the answers that count at the step.
func (s Script) reasons(step Step, f Facts) []Reason {
	c := step.For
	var all []Reason
	all = reason(all, FactProduct, c.Products, f.Product)
	all = reason(all, FactHeating, c.Heatings, f.Heating)
	all = reason(all, FactHome, c.Homes, f.Home)
	all = flagReason(all, FactCopro, c.Copro, f.Copro)
	all = flagReason(all, FactGarage, c.Garage, f.Garage)
	all = reason(all, FactLandlord, c.Landlord, f.Landlord)
	all = topicReasons(all, FactSaid, c.Said, f.Said)
	all = topicReasons(all, FactUnsaid, c.Unsaid, f.Said)
	for _, a := range c.Answers {
		all = append(all, s.answerReason(a, f.Answers))
	}
	return all
}

func reason[T ~string](all []Reason, fact Fact, wanted []T, has T) []Reason {
	if len(wanted) == 0 {
		return all
	}
	words := make([]string, len(wanted))
	for i, v := range wanted {
		words[i] = string(v)
	}
	return append(all, Reason{Fact: fact, Wanted: words, Has: string(has), Holds: slices.Contains(wanted, has)})
}

func flagReason(all []Reason, fact Fact, wanted *bool, has bool) []Reason {
	if wanted == nil {
		return all
	}
	return append(all, Reason{
		Fact: fact, Wanted: []string{strconv.FormatBool(*wanted)}, Has: strconv.FormatBool(has), Holds: *wanted == has,
	})
}

func topicReasons(all []Reason, fact Fact, wanted, said []coop.TopicID) []Reason {
	for _, t := range wanted {
		r := Reason{Fact: fact, Wanted: []string{string(t)}, Holds: fact == FactUnsaid}
		if slices.Contains(said, t) {
			r.Has, r.Holds = string(t), fact == FactSaid
		}
		all = append(all, r)
	}
	return all
}

func (s Script) answerReason(a AnswerCondition, given map[coop.QuestionID]coop.ChoiceID) Reason {
	q, _ := s.Question(a.Question)
	choice, ok := given[a.Question]
	r := Reason{Fact: FactAnswer, Question: q, Holds: ok && slices.Contains(a.Choices, choice)}
	for _, id := range a.Choices {
		r.Wanted = append(r.Wanted, q.label(id))
	}
	if ok {
		r.Has = q.label(choice)
	}
	return r
}

// label is what a choice says, its name when the question does not have it.
func (q Question) label(id coop.ChoiceID) string {
	for _, c := range q.Choices {
		if c.ID == id {
			return c.Label
		}
	}
	return string(id)
}
