package script

import (
	"slices"
	"time"

	"bienvenue/app/coop"
)

// mostTopics bounds the topics whose having been said is tried both ways; any further one is taken
// as not said, so that a strange file cannot keep a reader busy.
const mostTopics = 6

// worlds calls yield with every combination of facts that the conditions can tell apart, answers
// aside: a fact that none of them names is tried with one value only.
func worlds(conditions []Condition) func(yield func(Facts) bool) {
	var products []coop.Product
	var heats []coop.Heating
	var kinds []coop.Home
	var landlords []coop.Landlord
	var topics []coop.TopicID
	copros, garages := []bool{false}, []bool{false}
	for _, c := range conditions {
		products = append(products, c.Products...)
		heats = append(heats, c.Heatings...)
		kinds = append(kinds, c.Homes...)
		landlords = append(landlords, c.Landlord...)
		topics = append(append(topics, c.Said...), c.Unsaid...)
		if c.Copro != nil {
			copros = []bool{false, true}
		}
		if c.Garage != nil {
			garages = []bool{false, true}
		}
	}
	said := subsets(topics)
	return func(yield func(Facts) bool) {
		for _, p := range told(products, coop.Products()) {
			for _, h := range told(heats, coop.Heatings()) {
				for _, k := range told(kinds, coop.Homes()) {
					for _, l := range told(landlords, coop.Landlords()) {
						for _, copro := range copros {
							for _, garage := range garages {
								for _, s := range said {
									if !yield(Facts{
										Product: p, Heating: h, Home: k, Copro: copro, Garage: garage, Landlord: l, Said: s,
									}) {
										return
									}
								}
							}
						}
					}
				}
			}
		}
	}
}

// told is the values that are named, and one that is not, for all the others.
func told[T comparable](named, all []T) []T {
	var found []T
	other := false
	for _, v := range all {
		switch {
		case slices.Contains(named, v):
			found = append(found, v)
		case !other:
			found, other = append(found, v), true
		}
	}
	return found
}

func subsets(topics []coop.TopicID) [][]coop.TopicID {
	slices.Sort(topics)
	topics = slices.Compact(topics)
	topics = topics[:min(len(topics), mostTopics)]
	all := [][]coop.TopicID{nil}
	for _, t := range topics {
		for _, before := range all {
			all = append(all, append(slices.Clone(before), t))
		}
	}
	return all
}

// mostTries bounds the work of EssentialTime for a file of strange conditions; no real script comes near.
const mostTries = 500_000

// EssentialTime is what the essential steps take for the household that gets the most of them.
// A step that an answer brings counts as if the answer were given.
func (s Script) EssentialTime() time.Duration {
	var always time.Duration // of the steps that everybody gets
	var some []Step
	conditions := []Condition{s.For}
	for _, step := range s.All {
		step.For.Answers = nil
		switch {
		case !step.Essential:
		case step.For.facts() == 0:
			always += step.Length
		default:
			some = append(some, step)
			conditions = append(conditions, step.For)
		}
	}
	most := always
	tries := 0
	for f := range worlds(conditions) {
		if tries += 1 + len(some); tries > mostTries {
			break
		}
		if !s.For.Matches(f) {
			continue
		}
		sum := always
		for _, step := range some {
			if step.For.Matches(f) {
				sum += step.Length
			}
		}
		most = max(most, sum)
	}
	return most
}
