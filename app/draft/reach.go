package draft

import (
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// need is what must hold at the same time: one fact of each set, and the answers given.
type need struct {
	products  []coop.Product
	heatings  []coop.Heating
	homes     []coop.Home
	landlords []coop.Landlord
	copro     []bool
	garage    []bool
	said      []coop.TopicID
	unsaid    []coop.TopicID
	answers   map[coop.QuestionID][]coop.ChoiceID
}

func anything() need {
	return need{
		products: coop.Products(), heatings: coop.Heatings(), landlords: coop.Landlords(),
		homes: coop.Homes(),
		copro: []bool{false, true}, garage: []bool{false, true},
		answers: map[coop.QuestionID][]coop.ChoiceID{},
	}
}

// also adds a condition. Copies are made, so that a need can be taken further in two ways.
func (n *need) also(c script.Condition) {
	n.products, n.heatings = both(n.products, c.Products), both(n.heatings, c.Heatings)
	n.homes, n.landlords = both(n.homes, c.Homes), both(n.landlords, c.Landlord)
	if c.Copro != nil {
		n.copro = both(n.copro, []bool{*c.Copro})
	}
	if c.Garage != nil {
		n.garage = both(n.garage, []bool{*c.Garage})
	}
	n.said, n.unsaid = slices.Concat(n.said, c.Said), slices.Concat(n.unsaid, c.Unsaid)
}

// both is what stands in two lists; an empty second one asks for nothing.
func both[T comparable](one, other []T) []T {
	if len(other) == 0 {
		return one
	}
	var found []T
	for _, v := range one {
		if slices.Contains(other, v) {
			found = append(found, v)
		}
	}
	return found
}

// possible says whether some household and some answers meet it. A household of a copropriété under
// the coop's syndic always lives in one.
func (n need) possible() bool {
	for _, choices := range n.answers {
		if len(choices) == 0 {
			return false
		}
	}
	onlyCopro := len(n.products) == 1 && n.products[0] == coop.Copro
	switch {
	case len(n.products) == 0 || len(n.heatings) == 0 || len(n.homes) == 0 || len(n.landlords) == 0:
		return false
	case len(n.copro) == 0 || len(n.garage) == 0 || onlyCopro && !slices.Contains(n.copro, true):
		return false
	}
	return !slices.ContainsFunc(n.said, func(t coop.TopicID) bool { return slices.Contains(n.unsaid, t) })
}

// reach finds out who gets which step.
type reach struct {
	s     script.Script
	askAt map[coop.QuestionID]int // the step that asks a question, the first when several do
}

func reachOf(s script.Script) reach {
	r := reach{s, map[coop.QuestionID]int{}}
	for i, step := range s.All {
		for _, q := range step.Questions {
			if _, ok := r.askAt[q.ID]; !ok {
				r.askAt[q.ID] = i
			}
		}
	}
	return r
}

// take adds all that must hold for a step to be part of a talk: its own condition, and that of each
// step which asks what it depends on.
func (r reach) take(n *need, at int) {
	step := r.s.All[at]
	n.also(step.For)
	for _, a := range step.For.Answers {
		before, asked := r.askAt[a.Question]
		if !asked || before >= at {
			n.answers[a.Question] = nil
			continue
		}
		given, known := n.answers[a.Question]
		switch {
		case known:
			n.answers[a.Question] = both(given, a.Choices)
		default:
			n.answers[a.Question] = slices.Clone(a.Choices)
			r.take(n, before)
		}
		if len(a.Choices) == 0 {
			n.answers[a.Question] = nil
		}
	}
}

// together says whether one talk can have all of these steps.
func (r reach) together(steps ...int) bool {
	n := anything()
	n.also(r.s.For)
	for _, at := range steps {
		r.take(&n, at)
	}
	return n.possible()
}

// essentials is what the essential steps take for the household that gets the most of them. A step
// that an answer brings counts as if the answer were given.
func essentials(s script.Script) time.Duration {
	var steps []script.Step
	for _, step := range s.All {
		if step.Essential {
			step.For.Answers = nil
			steps = append(steps, step)
		}
	}
	w := weigh{}
	w.part(0, s.For, steps)
	return w.most
}

// weigh looks for the heaviest set of steps that one household can get: it parts the households by
// one fact after another and leaves a part as soon as it cannot weigh more than what was found.
type weigh struct{ most time.Duration }

func (w *weigh) part(fact int, head script.Condition, steps []script.Step) {
	var sum time.Duration
	for _, step := range steps {
		sum += step.Length
	}
	if sum <= w.most {
		return
	}
	switch fact {
	case 0:
		divide(w, fact, head, steps, coop.Products(), func(c *script.Condition) []coop.Product { return c.Products })
	case 1:
		divide(w, fact, head, steps, coop.Heatings(), func(c *script.Condition) []coop.Heating { return c.Heatings })
	case 2:
		divide(w, fact, head, steps, coop.Homes(), func(c *script.Condition) []coop.Home { return c.Homes })
	case 3:
		divide(w, fact, head, steps, coop.Landlords(), func(c *script.Condition) []coop.Landlord { return c.Landlord })
	case 4:
		divide(w, fact, head, steps, []bool{false, true}, func(c *script.Condition) []bool { return one(c.Copro) })
	case 5:
		divide(w, fact, head, steps, []bool{false, true}, func(c *script.Condition) []bool { return one(c.Garage) })
	default:
		w.topics(0, steps, sum)
	}
}

func one(flag *bool) []bool {
	if flag == nil {
		return nil
	}
	return []bool{*flag}
}

func divide[T comparable](w *weigh, fact int, head script.Condition, steps []script.Step, values []T, wanted func(*script.Condition) []T) {
	told := false
	for _, v := range values {
		named := slices.Contains(wanted(&head), v)
		if len(wanted(&head)) > 0 && !named {
			continue
		}
		kept := make([]script.Step, 0, len(steps))
		for i := range steps {
			list := wanted(&steps[i].For)
			if len(list) == 0 || slices.Contains(list, v) {
				kept = append(kept, steps[i])
			}
			named = named || slices.Contains(list, v)
		}
		if !named && told {
			continue // like another value that nothing names
		}
		told = told || !named
		w.part(fact+1, head, kept)
	}
}

// mostTopics bounds the topics whose having been said is tried both ways, so that a strange script
// keeps nobody waiting; with more of them, a household may be thought to get both.
const mostTopics = 6

// topics parts by what was said in earlier talks.
func (w *weigh) topics(depth int, steps []script.Step, sum time.Duration) {
	if sum <= w.most {
		return
	}
	var topic coop.TopicID
	for _, step := range steps {
		if all := slices.Concat(step.For.Said, step.For.Unsaid); len(all) > 0 {
			topic = all[0]
			break
		}
	}
	if topic == "" || depth == mostTopics {
		w.most = sum
		return
	}
	for _, said := range []bool{false, true} {
		var kept []script.Step
		var length time.Duration
		for _, step := range steps {
			if said && slices.Contains(step.For.Unsaid, topic) || !said && slices.Contains(step.For.Said, topic) {
				continue
			}
			is := func(t coop.TopicID) bool { return t == topic }
			step.For.Said = slices.DeleteFunc(slices.Clone(step.For.Said), is)
			step.For.Unsaid = slices.DeleteFunc(slices.Clone(step.For.Unsaid), is)
			kept = append(kept, step)
			length += step.Length
		}
		w.topics(depth+1, kept, length)
	}
}
