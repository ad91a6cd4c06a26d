// Package draft is the room where scripts are written: how hard a text is to follow, which words
// need explaining, what is still to be put right before a draft is published, edits that can be
// undone, two versions side by side, and a new shipped text merged into the coop's own.
//
// It knows scripts in memory, the word lists it is handed and the day it is told; nothing of files,
// archives, screens or clocks.
package draft

import (
	"maps"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Place says what part of a step, or of the script's head, is meant.
type Place string

// The places. Those of a list are told apart by an index, from 0; a choice's is ChoiceAt.
const (
	PlaceWhole     Place = "whole" // the step, or the script, as a whole
	PlaceTitle     Place = "title"
	PlaceSay       Place = "say"
	PlaceSimple    Place = "simple"
	PlacePaper     Place = "paper"
	PlaceCheck     Place = "check"
	PlaceNote      Place = "note"
	PlaceAsk       Place = "ask"
	PlaceChoice    Place = "choice"
	PlaceAsked     Place = "asked"  // what is asked back
	PlaceAnswer    Place = "answer" // the answer to it
	PlaceSources   Place = "sources"
	PlaceFor       Place = "for"
	PlaceMinutes   Place = "minutes"
	PlaceEssential Place = "essential"
	PlaceTopic     Place = "topic"
	PlaceForm      Place = "form"
	PlaceSteps     Place = "steps" // the order of the steps, on the head only
)

// Head names the script's own title, minutes and « for whom » where a step is named.
const Head coop.StepID = ""

// perQuestion is more than any question has choices.
const perQuestion = 100

// ChoiceAt is the index of a question's choice, both counted from 0.
func ChoiceAt(question, choice int) int { return question*perQuestion + choice }

// ChoiceOf is the question and the choice behind an index made by ChoiceAt.
func ChoiceOf(index int) (question, choice int) { return index / perQuestion, index % perQuestion }

// Spot is where a text stands in a step.
type Spot struct {
	Place Place
	Index int
}

// Clone is a copy that shares nothing with the script.
func Clone(s script.Script) script.Script {
	s.For = cloneCondition(s.For)
	s.All = slices.Clone(s.All)
	for i := range s.All {
		s.All[i] = cloneStep(s.All[i])
	}
	s.Tongues = slices.Clone(s.Tongues)
	for i, t := range s.Tongues {
		t.Steps = maps.Clone(t.Steps)
		for id, texts := range t.Steps {
			t.Steps[id] = cloneTexts(texts)
		}
		s.Tongues[i] = t
	}
	return s
}

func cloneStep(s script.Step) script.Step {
	s.For = cloneCondition(s.For)
	s.Checks, s.Chips = slices.Clone(s.Checks), slices.Clone(s.Chips)
	s.Questions = slices.Clone(s.Questions)
	for i := range s.Questions {
		s.Questions[i].Choices = slices.Clone(s.Questions[i].Choices)
	}
	s.Asked, s.Sources = slices.Clone(s.Asked), slices.Clone(s.Sources)
	return s
}

func cloneTexts(t script.StepTexts) script.StepTexts {
	t.Checks, t.Chips, t.Ask = maps.Clone(t.Checks), maps.Clone(t.Chips), maps.Clone(t.Ask)
	t.Choices = maps.Clone(t.Choices)
	for id, labels := range t.Choices {
		t.Choices[id] = maps.Clone(labels)
	}
	t.Asked = slices.Clone(t.Asked)
	return t
}

func cloneCondition(c script.Condition) script.Condition {
	c.Products, c.Heatings, c.Homes = slices.Clone(c.Products), slices.Clone(c.Heatings), slices.Clone(c.Homes)
	c.Landlord, c.Said, c.Unsaid = slices.Clone(c.Landlord), slices.Clone(c.Said), slices.Clone(c.Unsaid)
	c.Copro, c.Garage = clonePointer(c.Copro), clonePointer(c.Garage)
	c.Answers = slices.Clone(c.Answers)
	for i := range c.Answers {
		c.Answers[i].Choices = slices.Clone(c.Answers[i].Choices)
	}
	return c
}

func clonePointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
