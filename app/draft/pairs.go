package draft

import (
	"slices"
	"strings"

	"bienvenue/app/script"
)

// pair is a spot in two versions of a step; an index below 0 means that one of them has no such spot.
type pair struct{ old, now Spot }

func (p pair) place() Place { return p.at().Place }

func (p pair) at() Spot {
	if p.now.Index < 0 {
		return p.old
	}
	return p.now
}

func (p pair) text(s *script.Step, at Spot) string {
	if t := ownText(s, at); t != nil && at.Index >= 0 {
		return *t
	}
	return ""
}

func (p pair) tongue(s script.Step, t script.StepTexts, at Spot) string {
	if at.Index < 0 {
		return ""
	}
	return tongueText(s, t, at)
}

// pairs are the spots of both versions side by side: the new ones in order, then those that are
// gone. What bears a name is found again by it, what does not by its text, else by its place.
func pairs(before, after script.Step) []pair {
	var found []pair
	taken := map[Spot]bool{}
	for _, at := range Spots(after) {
		old := Spot{at.Place, -1}
		if was, ok := again(after, before, at, taken); ok {
			old = was
			taken[was] = true
		}
		found = append(found, pair{old, at})
	}
	for _, was := range Spots(before) {
		if !taken[was] {
			found = append(found, pair{was, Spot{was.Place, -1}})
		}
	}
	return found
}

// again finds a spot of the new version in the old one.
func again(after, before script.Step, at Spot, taken map[Spot]bool) (Spot, bool) {
	switch at.Place {
	case PlaceAsked, PlaceAnswer, PlaceSources:
	default:
		return sameSpot(after, before, at)
	}
	match := func(i int) string {
		if at.Place == PlaceSources {
			return before.Sources[i].Text
		}
		return before.Asked[i].Question
	}
	n, text := len(before.Asked), ""
	if at.Place == PlaceSources {
		n, text = len(before.Sources), after.Sources[at.Index].Text
	} else {
		text = after.Asked[at.Index].Question
	}
	for i := range n {
		if was := (Spot{at.Place, i}); strings.TrimSpace(match(i)) == strings.TrimSpace(text) && !taken[was] {
			return was, true
		}
	}
	if was := (Spot{at.Place, at.Index}); at.Index < n && !taken[was] && !standsIn(after, at.Place, match(at.Index)) {
		return was, true
	}
	return at, false
}

// standsIn says whether the new version still has an old question or source, so that another one
// in its place is another one.
func standsIn(after script.Step, place Place, text string) bool {
	if place == PlaceSources {
		return slices.ContainsFunc(after.Sources, func(s script.Source) bool { return strings.TrimSpace(s.Text) == strings.TrimSpace(text) })
	}
	return slices.ContainsFunc(after.Asked, func(a script.Asked) bool { return strings.TrimSpace(a.Question) == strings.TrimSpace(text) })
}
