package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"bienvenue/app/coop"
)

// LetterFor gathers what a letter to a household says today. Who signs it is the officer of the visit it is
// about, else who asks for it. A letter that cannot be is refused: nobody or no address to send it to, a
// household that has left or wants no such letters, nothing that it could be about.
func (o *Office) LetterFor(ctx context.Context, by coop.Actor, asked coop.LetterAsked) (coop.Letter, error) {
	if !asked.Kind.Letter() && asked.Kind != coop.Questionnaire {
		return coop.Letter{}, coop.Refuse("letter.refused.kind", map[string]any{"Kind": string(asked.Kind)})
	}
	l, err := o.letterFor(ctx, by, asked)
	if err != nil {
		return coop.Letter{}, fmt.Errorf("gather %s: %w", asked.Kind, err)
	}
	return l, nil
}

func (o *Office) letterFor(ctx context.Context, by coop.Actor, asked coop.LetterAsked) (l coop.Letter, err error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return l, err
	}
	l = coop.Letter{Kind: asked.Kind, Coop: set.Coop, Logo: set.Logo, ReplyBy: asked.ReplyBy}
	if l.Household, err = o.store.Household(ctx, asked.Household); err != nil {
		return l, err
	}
	l.Residence, err = o.store.Residence(ctx, l.Household.Dwelling.Residence)
	if err != nil && !errors.Is(err, coop.ErrNotFound) {
		return l, err
	}
	today := o.Today()
	if err := reachable(l, today, asked.Mail); err != nil {
		return l, err
	}
	l.Years = fullYears(l.Household.Entry, today)
	if l.Agm, err = o.nextAgm(ctx); err != nil {
		return l, err
	}
	if err := o.about(ctx, &l, asked); err != nil {
		return l, err
	}
	l.Officer, err = o.signer(ctx, by, l)
	return l, err
}

// reachable refuses a letter that would not come to anybody, or that was asked not to come.
func reachable(l coop.Letter, today coop.Day, mail bool) error {
	h, r := l.Household, l.Residence
	switch {
	case h.Gone != "" || h.Exit != "" && h.Exit < today:
		return coop.Refuse("letter.refused.gone", nil)
	case len(h.Holders) == 0 || h.Holders[0].Last == "":
		return coop.Refuse("letter.refused.nobody", nil)
	case !mail && (r.Address == "" || r.Postcode == "" || r.Town == ""):
		return coop.Refuse("letter.refused.address", nil)
	case h.NoNews && l.Kind.Optional():
		return coop.Refuse("letter.refused.no-news", nil)
	}
	return nil
}

// fullYears are the years of a day that are over, 0 when it is not known or has yet to come.
func fullYears(since, today coop.Day) int {
	const months = 12
	years := 0
	for since != "" && since.AddMonths((years+1)*months) <= today {
		years++
	}
	return years
}

// replyDays is how long a household has to send a questionnaire back, when nobody says otherwise.
const replyDays = 21

// about finds what the letter is about, or refuses it.
func (o *Office) about(ctx context.Context, l *coop.Letter, asked coop.LetterAsked) error {
	if l.ReplyBy == "" {
		l.ReplyBy = o.Today().Add(replyDays)
	}
	switch {
	case l.Kind.Event() != "":
		return o.aboutEvent(ctx, l, asked.Event)
	case l.Kind == coop.MemberLetter:
		if s := l.Household.Share.State; s != coop.ShareSubscribed && s != coop.ShareToRepay {
			return coop.Refuse("letter.refused.share", nil)
		}
		return nil
	case l.Kind == coop.Questionnaire:
		return nil
	case l.Kind == coop.LoyaltyLetter:
		if l.Years == 0 {
			return coop.Refuse("letter.refused.years", nil)
		}
		return nil
	}
	rows, err := o.store.Visits(ctx, coop.VisitFilter{Household: l.Household.ID})
	if err != nil {
		return err
	}
	return o.aboutVisit(ctx, l, rows, asked.Visit)
}

// aboutEvent finds the event that the letter invites to: the one that is asked for, else the next one.
func (o *Office) aboutEvent(ctx context.Context, l *coop.Letter, id coop.EventID) error {
	events, err := o.store.Events(ctx, o.Today())
	if err != nil {
		return err
	}
	for _, e := range events {
		if e.Kind == l.Kind.Event() && (id == "" || e.ID == id) {
			l.Event = e
			return nil
		}
	}
	if l.Kind == coop.AgmLetter {
		return coop.Refuse("letter.refused.agm", nil)
	}
	return coop.Refuse("letter.refused.workshop", nil)
}

// aboutVisit finds the visit that the letter is about, and the one that was missed.
func (o *Office) aboutVisit(ctx context.Context, l *coop.Letter, rows []coop.VisitRow, id coop.VisitID) error {
	now := o.now()
	planned := func(v coop.Visit) bool { return v.State == coop.VisitPlanned && v.Start.After(now) }
	switch l.Kind {
	case coop.IntegrationLetter, coop.ReminderLetter:
		if l.Visit = first(rows, id, planned); l.Visit.ID == "" {
			return coop.Refuse("letter.refused.planned", nil)
		}
	case coop.SecondDateLetter:
		if l.Missed = last(rows, id, ended(coop.Absent)); l.Missed.ID == "" || metAfter(rows, l.Missed) {
			return coop.Refuse("letter.refused.absent", nil)
		}
		l.Visit = first(rows, "", planned)
	case coop.ClosingLetter:
		if l.Missed = last(rows, id, ended(coop.Refused)); l.Missed.ID == "" || metAfter(rows, l.Missed) {
			return coop.Refuse("letter.refused.refusal", nil)
		}
	case coop.ThanksLetter:
		met := func(v coop.Visit) bool { return v.State == coop.VisitHeld && v.Result.Counts() }
		if l.Visit = last(rows, id, met); l.Visit.ID == "" {
			return coop.Refuse("letter.refused.held", nil)
		}
		l.Visit.Place = metAt(l.Visit)
		sheet, err := o.sheetFor(ctx, l.Household.ID)
		if err != nil {
			return err
		}
		l.Sheet = &sheet
	default:
		return coop.Refuse("letter.refused.kind", map[string]any{"Kind": string(l.Kind)})
	}
	return nil
}

// ended says whether a visit ended with a result.
func ended(result coop.Result) func(coop.Visit) bool {
	return func(v coop.Visit) bool { return v.State == coop.VisitHeld && v.Result == result }
}

// metAt is where a visit took place in the end.
func metAt(v coop.Visit) coop.Place {
	if v.Result == coop.DoneByPhone || v.Result == coop.DoneAtOffice {
		return placeOf(v.Result)
	}
	return v.Place
}

// metAfter says whether the household was visited after all.
func metAfter(rows []coop.VisitRow, missed coop.Visit) bool {
	return slices.ContainsFunc(rows, func(r coop.VisitRow) bool {
		return r.State == coop.VisitHeld && r.Result.Counts() && r.Start.After(missed.Start)
	})
}

// first is the earliest visit that fits, the one that is asked for if any is; zero for none.
func first(rows []coop.VisitRow, id coop.VisitID, fits func(coop.Visit) bool) (v coop.Visit) {
	for _, r := range rows {
		if (id == "" || r.ID == id) && fits(r.Visit) && (v.ID == "" || r.Start.Before(v.Start)) {
			v = r.Visit
		}
	}
	return v
}

// last is the latest visit that fits, the one that is asked for if any is; zero for none.
func last(rows []coop.VisitRow, id coop.VisitID, fits func(coop.Visit) bool) (v coop.Visit) {
	for _, r := range rows {
		if (id == "" || r.ID == id) && fits(r.Visit) && (v.ID == "" || r.Start.After(v.Start)) {
			v = r.Visit
		}
	}
	return v
}

// signer is who signs a letter: the officer of the visit it is about, else who asks for it.
func (o *Office) signer(ctx context.Context, by coop.Actor, l coop.Letter) (coop.Staff, error) {
	id := l.Visit.Officer
	if id == "" {
		id = l.Missed.Officer
	}
	if id == "" {
		return by.Staff, nil
	}
	staff, err := o.Staff(ctx)
	if err != nil {
		return coop.Staff{}, err
	}
	if i := slices.IndexFunc(staff, func(s coop.Staff) bool { return s.ID == id }); i >= 0 {
		return staff[i], nil
	}
	return by.Staff, nil
}
