package office_test

import (
	"slices"
	"testing"

	"bienvenue/app/coop"
)

// letter gathers a letter, or says why not.
func (d *frontDesk) letter(tb testing.TB, kind coop.PaperKind, h coop.HouseholdID) (coop.Letter, error) {
	tb.Helper()
	return d.LetterFor(tb.Context(), d.sonia, coop.LetterAsked{Kind: kind, Household: h})
}

func TestALetterThatCannotBeSaysWhy(t *testing.T) {
	d := newFrontDesk(t)
	today := d.Today()
	usual := d.moved(t, "Ordinaire", today.Add(-45), coop.Dwelling{}, nil)
	noShare := d.moved(t, "Sans-Part", today.Add(-45), coop.Dwelling{}, func(h *coop.Household) { h.Share.State = coop.ShareOffered })
	gone := d.moved(t, "Partie", "2020-01-01", coop.Dwelling{}, func(h *coop.Household) { h.Exit = today.Add(-1) })
	quiet := d.moved(t, "Tranquille", "2010-01-01", coop.Dwelling{}, func(h *coop.Household) { h.NoNews = true })
	nowhere := d.enter(t, "Sans-Adresse", "2010-01-01")
	for name, c := range map[string]struct {
		kind coop.PaperKind
		home coop.HouseholdID
		key  string
	}{
		"no visit planned":      {coop.IntegrationLetter, usual, "letter.refused.planned"},
		"nothing to remind of":  {coop.ReminderLetter, usual, "letter.refused.planned"},
		"no absence":            {coop.SecondDateLetter, usual, "letter.refused.absent"},
		"no refusal":            {coop.ClosingLetter, usual, "letter.refused.refusal"},
		"no visit held":         {coop.ThanksLetter, usual, "letter.refused.held"},
		"no share":              {coop.MemberLetter, noShare, "letter.refused.share"},
		"there for weeks only":  {coop.LoyaltyLetter, usual, "letter.refused.years"},
		"no general meeting":    {coop.AgmLetter, usual, "letter.refused.agm"},
		"no workshop":           {coop.WorkshopLetter, usual, "letter.refused.workshop"},
		"no address":            {coop.MemberLetter, nowhere, "letter.refused.address"},
		"left":                  {coop.MemberLetter, gone, "letter.refused.gone"},
		"wants no such letters": {coop.LoyaltyLetter, quiet, "letter.refused.no-news"},
		"no letter at all":      {coop.WelcomeSheet, usual, "letter.refused.kind"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := d.letter(t, c.kind, c.home)
			refused(t, err, c.key)
		})
	}
	if _, err := d.letter(t, coop.MemberLetter, quiet); err != nil {
		t.Errorf("a letter on the household's own share is refused: %v", err)
	}
	if l, err := d.letter(t, coop.LoyaltyLetter, d.moved(t, "Fidèle", today.AddMonths(-12*15), coop.Dwelling{}, nil)); err != nil || l.Years != 15 || l.ReplyBy <= today {
		t.Errorf("%d years, reply by %s, %v", l.Years, l.ReplyBy, err)
	}
}

func TestALetterFollowsTheVisit(t *testing.T) {
	d := newFrontDesk(t)
	today := d.Today()
	h := d.moved(t, "Lefèvre", today.Add(-45), coop.Dwelling{}, nil)
	first := d.bookAt(t, h, d.at(today.Add(14), 10, 0))
	for _, kind := range []coop.PaperKind{coop.IntegrationLetter, coop.ReminderLetter} {
		l, err := d.letter(t, kind, h)
		if err != nil || l.Visit.ID != first.ID || l.Officer.ID != d.karim.ID {
			t.Errorf("%s is about %q, signed by %q: %v", kind, l.Visit.ID, l.Officer.Name, err)
		}
	}
	d.now = first.End
	d.close(t, first, coop.Absent)
	l, err := d.letter(t, coop.SecondDateLetter, h)
	if err != nil || l.Missed.ID != first.ID || l.Visit.ID != "" || l.Officer.ID != d.karim.ID {
		t.Errorf("%+v, %v", l, err)
	}
	second := d.bookAt(t, h, d.at(today.Add(28), 10, 0))
	if l, err = d.letter(t, coop.SecondDateLetter, h); err != nil || l.Visit.ID != second.ID {
		t.Errorf("the second date is not proposed: %+v, %v", l.Visit, err)
	}
	d.now = second.End
	d.close(t, second, coop.DoneByPhone)
	if l, err = d.letter(t, coop.ThanksLetter, h); err != nil || l.Visit.ID != second.ID || l.Visit.Place != coop.ByPhone || l.Sheet == nil {
		t.Errorf("thanks for %+v with %v, %v", l.Visit, l.Sheet, err)
	}
	_, err = d.letter(t, coop.SecondDateLetter, h)
	refused(t, err, "letter.refused.absent")
	_, err = d.LetterFor(t.Context(), d.sonia, coop.LetterAsked{Kind: coop.ThanksLetter, Household: h, Visit: first.ID})
	refused(t, err, "letter.refused.held")
}

func TestEachEventToComeHasItsInvitation(t *testing.T) {
	d := newFrontDesk(t)
	today := d.Today()
	h := d.moved(t, "Lefèvre", today.Add(-45), coop.Dwelling{}, nil)
	for _, e := range []coop.Event{
		{Kind: coop.EventWorkshop, Title: "Vélo", Day: today.Add(30)},
		{Kind: coop.EventWorkshop, Title: "Jardin", Day: today.Add(20), Hour: "18:30"},
		{Kind: coop.EventWorkshop, Title: "Passé", Day: today.Add(-1)},
	} {
		if err := d.KeepEvent(t.Context(), d.sonia, e); err != nil {
			t.Fatal(err)
		}
	}
	offers, err := d.LetterOffers(t.Context(), d.sonia, h)
	if err != nil {
		t.Fatal(err)
	}
	var workshops []string
	refusedFrom := len(offers)
	for i, o := range offers {
		switch {
		case o.No != nil:
			refusedFrom = min(refusedFrom, i)
		case i > refusedFrom:
			t.Errorf("%s can be written, and stands below what cannot", o.Kind)
		case o.Kind == coop.WorkshopLetter:
			workshops = append(workshops, o.Event.Title)
		}
	}
	if !slices.Equal(workshops, []string{"Jardin", "Vélo"}) {
		t.Errorf("invitations to %q", workshops)
	}
	jardin := offers[slices.IndexFunc(offers, func(o coop.LetterOffer) bool { return o.Event.Title == "Jardin" })].Event
	if err := d.KeepPaper(t.Context(), d.sonia, coop.Paper{Household: h, Kind: coop.WorkshopLetter, Event: jardin.ID, Hash: "ab", Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	if offers, err = d.LetterOffers(t.Context(), d.sonia, h); err != nil {
		t.Fatal(err)
	}
	for _, o := range offers {
		if sent := !o.Sent.IsZero(); sent != (o.Event.Title == "Jardin") {
			t.Errorf("%s %q: sent %v", o.Kind, o.Event.Title, sent)
		}
	}
}
