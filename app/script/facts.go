package script

import (
	"slices"

	"bienvenue/app/coop"
)

// Facts is what a script may know of a household: things of the home and the contract and the
// answers given in the talk, never a profile of the person.
type Facts struct {
	Product coop.Product
	Heating coop.Heating
	Home    coop.Home
	Copro   bool
	Garage  bool
	// Landlord is whom the household rented from before.
	Landlord coop.Landlord
	// Said is what was spoken of in earlier talks.
	Said    []coop.TopicID
	Answers map[coop.QuestionID]coop.ChoiceID
}

// FactsOf are the facts of a household with the answers of its talk. The home's own heating goes
// before its residence's.
func FactsOf(h coop.Household, r coop.Residence, answers map[coop.QuestionID]coop.ChoiceID) Facts {
	f := Facts{
		Product: h.Product, Heating: h.Dwelling.Heating, Home: h.Dwelling.Home,
		Copro: h.Dwelling.Copro || h.Product == coop.Copro, Garage: h.Dwelling.Garage,
		Landlord: h.Landlord, Answers: answers,
	}
	if f.Product == "" {
		f.Product = coop.ProductUnknown
	}
	if f.Heating == "" || f.Heating == coop.HeatingUnknown {
		f.Heating = r.Heating
	}
	if f.Heating == "" {
		f.Heating = coop.HeatingUnknown
	}
	if f.Home == "" {
		f.Home = coop.HomeUnknown
	}
	return f
}

// Spoken is a talk with the script that led it.
type Spoken struct {
	Script Script
	Talk   coop.Talk
}

// Said is what was spoken of in a household's closed talks: the topics of the steps that were seen,
// sorted, each once.
func Said(talks []Spoken) []coop.TopicID {
	var all []coop.TopicID
	for _, one := range talks {
		if one.Talk.State != coop.TalkClosed {
			continue
		}
		for _, record := range one.Talk.Steps {
			if step, ok := one.Script.Step(record.Step); ok && record.State == coop.StepSeen && step.Topic != "" {
				all = append(all, step.Topic)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Condition says for whom something is: every fact it names must match. An empty one is for everybody.
type Condition struct {
	Products []coop.Product
	Heatings []coop.Heating
	Homes    []coop.Home
	Copro    *bool
	Garage   *bool
	Landlord []coop.Landlord // "" among them means that it is not known
	Said     []coop.TopicID  // all of them were spoken of in earlier talks
	Unsaid   []coop.TopicID  // none of them was
	Answers  []AnswerCondition
}

// AnswerCondition asks for one of some answers to a question asked before.
type AnswerCondition struct {
	Question coop.QuestionID
	Choices  []coop.ChoiceID
}

// Matches says whether a household with these facts is meant.
func (c Condition) Matches(f Facts) bool {
	return fits(c.Products, f.Product) && fits(c.Heatings, f.Heating) && fits(c.Homes, f.Home) &&
		(c.Copro == nil || *c.Copro == f.Copro) && (c.Garage == nil || *c.Garage == f.Garage) &&
		fits(c.Landlord, f.Landlord) && c.said(f.Said) && c.answered(f.Answers)
}

func (c Condition) said(earlier []coop.TopicID) bool {
	for _, t := range c.Said {
		if !slices.Contains(earlier, t) {
			return false
		}
	}
	return !slices.ContainsFunc(c.Unsaid, func(t coop.TopicID) bool { return slices.Contains(earlier, t) })
}

func (c Condition) answered(given map[coop.QuestionID]coop.ChoiceID) bool {
	for _, a := range c.Answers {
		choice, ok := given[a.Question]
		if !ok || !slices.Contains(a.Choices, choice) {
			return false
		}
	}
	return true
}

// Everybody says whether nobody is left out: no fact is named.
func (c Condition) Everybody() bool { return c.facts() == 0 }

// facts counts the facts that the condition names.
func (c Condition) facts() int {
	n := len(c.Answers)
	for _, named := range []bool{
		len(c.Products) > 0, len(c.Heatings) > 0, len(c.Homes) > 0, c.Copro != nil, c.Garage != nil,
		len(c.Landlord) > 0, len(c.Said) > 0, len(c.Unsaid) > 0,
	} {
		if named {
			n++
		}
	}
	return n
}

func fits[T comparable](wanted []T, fact T) bool {
	return len(wanted) == 0 || slices.Contains(wanted, fact)
}
