package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
)

// longestOfEach is how many households of each sort a text is tried on.
const longestOfEach = 40

// LongestNames lists the households that a text is tried on before it is published: those on whose paper the
// least room is left.
func (o *Office) LongestNames(ctx context.Context, by coop.Actor) ([]coop.HouseholdID, error) {
	if err := mayWrite(by); err != nil {
		return nil, err
	}
	all, err := o.store.Longest(ctx, o.Today(), longestOfEach)
	if err != nil {
		return nil, fmt.Errorf("find the longest names: %w", err)
	}
	return all, nil
}

// TrialFacts gathers what a paper of a kind says on which a text is tried, for a household or, for "", for
// nobody yet. Unlike LetterFor it refuses nothing: a visit, an event, a share that are not known are zero. The
// sheet is always there.
func (o *Office) TrialFacts(ctx context.Context, by coop.Actor, kind coop.PaperKind, id coop.HouseholdID) (coop.Letter, error) {
	l, err := o.trialFacts(ctx, by, kind, id)
	if err != nil {
		return coop.Letter{}, fmt.Errorf("gather facts to try a text on: %w", err)
	}
	return l, nil
}

func (o *Office) trialFacts(ctx context.Context, by coop.Actor, kind coop.PaperKind, id coop.HouseholdID) (l coop.Letter, err error) {
	l = coop.Letter{Kind: kind, Officer: by.Staff}
	if id == "" {
		set, err := o.Settings(ctx)
		if err != nil {
			return l, err
		}
		l.Coop, l.Logo = set.Coop, set.Logo
		l.Agm, err = o.nextAgm(ctx)
		l.Sheet = &coop.Sheet{Coop: l.Coop, Logo: l.Logo, Agm: l.Agm, Codes: coop.SheetCodes(set.SheetCodes, l.Coop, l.Agm, l.Officer)}
		return l, err
	}
	sheet, err := o.sheetFor(ctx, id)
	if err != nil {
		return l, err
	}
	l.Coop, l.Logo, l.Household, l.Residence, l.Agm, l.Sheet = sheet.Coop, sheet.Logo, sheet.Household, sheet.Residence, sheet.Agm, &sheet
	l.Years = fullYears(l.Household.Entry, o.Today())
	next, _, err := o.visitsAround(ctx, id)
	l.Visit = next.Visit
	return l, err
}
