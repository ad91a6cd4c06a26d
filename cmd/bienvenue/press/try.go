package press

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

// Try asks how a text looks on paper.
type Try struct {
	Template  template.Template
	Household coop.HouseholdID // "" for an invented one
	Product   coop.Product     // in place of the household's, "" for its own
	Share     coop.ShareState  // in place of the household's, "" for its own
	Place     coop.Place       // of the visit, "" for its own
}

// Tried is a text on paper.
type Tried struct {
	Pages     []*paper.Page        // none when it overflows
	Facts     template.Facts       // what its fields say
	Household coop.Household       // whose paper it is
	Overflow  *paper.OverflowError // nil when everything fits
}

// Try lays out a text for a household or an invented one. What a household lacks for this kind of paper (a
// visit, an event) is invented, so that the whole text is seen. A text that overflows is no error.
func (p *Press) Try(ctx context.Context, by coop.Actor, t Try) (Tried, error) {
	tried, err := p.try(ctx, by, t)
	if err != nil {
		return Tried{}, fmt.Errorf("try %s: %w", t.Template.Kind, err)
	}
	return tried, nil
}

func (p *Press) try(ctx context.Context, by coop.Actor, t Try) (Tried, error) {
	words, err := p.words(t.Template.Language)
	if err != nil {
		return Tried{}, err
	}
	made := p.now().In(p.office.Zone())
	l, err := p.office.TrialFacts(ctx, by, t.Template.Kind, t.Household)
	if err != nil {
		return Tried{}, err
	}
	invent(&l, t, words, made)
	tried := Tried{Facts: paper.FactsOf(l, words, made).Placed(t.Template.Kind), Household: l.Household}
	tried.Pages, err = p.lay(l, t.Template, words, made)
	if over, ok := errors.AsType[*paper.OverflowError](err); ok {
		tried.Overflow = over
		return tried, nil
	}
	return tried, err
}

// Over is a household for which a text overflows.
type Over struct {
	Household coop.Household
	Overflow  paper.OverflowError
}

// Longest is a text tried on the longest names of the archive.
type Longest struct {
	Tried int // households
	Over  []Over
}

// TryLongest tries a text on the longest names and addresses of the archive, and tells how far it is. A
// context that is cancelled ends it.
func (p *Press) TryLongest(ctx context.Context, by coop.Actor, t template.Template, told func(done, total int)) (Longest, error) {
	all, err := p.office.LongestNames(ctx, by)
	if err != nil {
		return Longest{}, err
	}
	found := Longest{Tried: len(all)}
	for i, id := range all {
		if err := ctx.Err(); err != nil {
			return Longest{}, err
		}
		tried, err := p.Try(ctx, by, Try{Template: t, Household: id})
		if err != nil {
			return Longest{}, err
		}
		if tried.Overflow != nil {
			found.Over = append(found.Over, Over{tried.Household, *tried.Overflow})
		}
		if told != nil {
			told(i+1, len(all))
		}
	}
	return found, nil
}
