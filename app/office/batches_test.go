package office_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// moved adds a household at a full address.
func (d *frontDesk) moved(tb testing.TB, last string, entry coop.Day, home coop.Dwelling, change func(*coop.Household)) coop.HouseholdID {
	tb.Helper()
	h := coop.Household{
		Product: coop.Rental, Entry: entry, Dwelling: home, Share: coop.Share{State: coop.ShareSubscribed},
		Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: last}},
	}
	if change != nil {
		change(&h)
	}
	id, err := d.AddHousehold(tb.Context(), d.sonia, h, coop.Residence{Name: "Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins"})
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

func (d *frontDesk) planned(tb testing.TB, asked coop.BatchAsked) coop.BatchPlan {
	tb.Helper()
	plan, err := d.PlanBatch(tb.Context(), d.sonia, asked)
	if err != nil {
		tb.Fatal(err)
	}
	return plan
}

// why says why a household is left out of a plan, « for » when it gets its paper.
func why(p coop.BatchPlan, id coop.HouseholdID) string {
	for _, one := range p.For {
		if one == id {
			return "for"
		}
	}
	for _, one := range p.Left {
		if one.Household == id {
			return string(one.Why)
		}
	}
	return "not found"
}

func TestWhoIsLeftOutOfABatchIsToldWhy(t *testing.T) {
	d := newFrontDesk(t)
	usual := d.moved(t, "Ordinaire", "2020-01-01", coop.Dwelling{}, nil)
	gone := d.moved(t, "Partie", "2020-01-01", coop.Dwelling{}, func(h *coop.Household) { h.Exit = "2026-10-01" })
	soon := d.moved(t, "Bientôt", "2027-02-01", coop.Dwelling{}, nil)
	nowhere := d.enter(t, "Sans-Adresse", "2020-01-01")
	quiet := d.moved(t, "Tranquille", "2020-01-01", coop.Dwelling{}, func(h *coop.Household) { h.NoNews = true })
	noShare := d.moved(t, "Sans-Part", "2020-01-01", coop.Dwelling{}, func(h *coop.Household) { h.Share.State = coop.ShareRefused })
	seen := d.moved(t, "Vue", "2026-09-01", coop.Dwelling{}, nil)
	d.bookAt(t, seen, d.at("2026-11-26", 10, 0))
	loyalty := coop.BatchAsked{Kind: coop.LoyaltyLetter, ReplyBy: "2026-12-20"}
	for _, c := range []struct {
		asked coop.BatchAsked
		id    coop.HouseholdID
		want  string
	}{
		{loyalty, usual, "for"},
		{loyalty, gone, "gone"},
		{loyalty, soon, "not-yet"},
		{loyalty, nowhere, "no-address"},
		{loyalty, quiet, "no-news"},
		{loyalty, noShare, "for"},
		{coop.BatchAsked{Kind: coop.LoyaltyLetter, ReplyBy: "2026-12-20", Years: 5}, usual, "for"},
		{coop.BatchAsked{Kind: coop.LoyaltyLetter, ReplyBy: "2026-12-20", Years: 10}, usual, "not found"},
		{coop.BatchAsked{Kind: coop.MemberLetter}, quiet, "for"}, // about its own share: no letter on the coop's life
		{coop.BatchAsked{Kind: coop.MemberLetter}, noShare, "no-share"},
		{coop.BatchAsked{Kind: coop.ReminderLetter}, seen, "for"},
		{coop.BatchAsked{Kind: coop.ReminderLetter}, usual, "no-visit"},
		{coop.BatchAsked{Kind: coop.ClosingLetter}, seen, "no-visit"},
		{coop.BatchAsked{Kind: coop.WelcomeSheet}, nowhere, "for"}, // handed over, not posted
		{coop.BatchAsked{Kind: coop.AddressLabels}, nowhere, "no-address"},
		{coop.BatchAsked{Kind: coop.AddressLabels}, quiet, "for"},
	} {
		if got := why(d.planned(t, c.asked), c.id); got != c.want {
			t.Errorf("%s: %q, want %q", c.asked.Kind, got, c.want)
		}
	}
}

func TestTheSameIsNotSentTwiceUnlessAskedFor(t *testing.T) {
	d := newFrontDesk(t)
	h := d.moved(t, "Lefèvre", "2026-09-01", coop.Dwelling{}, nil)
	keep := func(kind coop.PaperKind) {
		t.Helper()
		if err := d.KeepPaper(t.Context(), d.sonia, coop.Paper{Household: h, Kind: kind, Hash: "hash", Means: coop.PaperPrinted}); err != nil {
			t.Fatal(err)
		}
	}
	keep(coop.MemberLetter)
	member := coop.BatchAsked{Kind: coop.MemberLetter}
	plan := d.planned(t, member)
	if why(plan, h) != "sent" || !plan.Left[0].Sent.Equal(d.now) {
		t.Errorf("left out: %+v", plan.Left)
	}
	member.Again = true
	if why(d.planned(t, member), h) != "for" {
		t.Error("asked for again, it is not made")
	}
	// Another visit is another reminder.
	v := d.bookAt(t, h, d.at("2026-11-26", 10, 0))
	keep(coop.ReminderLetter)
	reminder := coop.BatchAsked{Kind: coop.ReminderLetter}
	if got := why(d.planned(t, reminder), h); got != "sent" {
		t.Errorf("reminded already: %q", got)
	}
	d.now = d.at("2026-11-26", 11, 0)
	d.close(t, v, coop.Absent)
	d.bookAt(t, h, d.at("2026-12-03", 10, 0))
	if got := why(d.planned(t, reminder), h); got != "for" {
		t.Errorf("another visit is planned: %q", got)
	}
	if got := why(d.planned(t, coop.BatchAsked{Kind: coop.SecondDateLetter}), h); got != "for" {
		t.Errorf("nobody was there: %q", got)
	}
}

func TestPapersLieInTheOrderOfTheRound(t *testing.T) {
	d := newFrontDesk(t)
	var want []coop.HouseholdID
	doors := []coop.Dwelling{
		{Building: "A", Stair: "1", Floor: "1", Door: "2"},
		{Building: "A", Stair: "1", Floor: "1", Door: "12"},
		{Building: "A", Stair: "2", Floor: "0", Door: "1"},
		{Building: "A", Stair: "10", Floor: "0", Door: "1"},
		{Building: "B", Door: "03"},
		{Building: "B", Door: "3b"},
		{Building: "B", Door: "30"},
	}
	for i := len(doors) - 1; i >= 0; i-- {
		want = append([]coop.HouseholdID{d.moved(t, fmt.Sprint("Porte ", i), "2020-01-01", doors[i], nil)}, want...)
	}
	got := d.planned(t, coop.BatchAsked{Kind: coop.MemberLetter}).For
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the order is %v, want %v", got, want)
	}
}

func TestABatchIsRefusedBeforeItBegins(t *testing.T) {
	d := newFrontDesk(t)
	for key, asked := range map[string]coop.BatchAsked{
		"batch.refused.kind":  {Kind: coop.PassageCard},
		"batch.refused.reply": {Kind: coop.LoyaltyLetter, ReplyBy: "2026-11-23"},
		"batch.refused.days":  {Kind: coop.MemberLetter, EnteredFrom: "2026-02-01", EnteredTo: "2026-01-01"},
		"batch.refused.event": {Kind: coop.AgmLetter, Event: "unknown"},
	} {
		if _, err := d.PlanBatch(t.Context(), d.sonia, asked); !errors.Is(err, coop.Refuse(key, nil)) {
			t.Errorf("want %s: %v", key, err)
		}
	}
	if _, err := d.BeginBatch(t.Context(), d.sonia, coop.BatchPlan{}); !errors.Is(err, coop.Refuse("batch.refused.nobody", nil)) {
		t.Errorf("begun for nobody: %v", err)
	}
}

func TestABatchIsGoneOnWithAndEnds(t *testing.T) {
	d := newFrontDesk(t)
	for i := range 3 {
		d.moved(t, fmt.Sprint("Ménage ", i), "2020-01-01", coop.Dwelling{}, nil)
	}
	b, err := d.BeginBatch(t.Context(), d.sonia, d.planned(t, coop.BatchAsked{Kind: coop.MemberLetter}))
	if err != nil {
		t.Fatal(err)
	}
	items, err := d.BatchItems(t.Context(), b.ID)
	if err != nil || len(items) != 3 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	done := func(i int, key string) coop.BatchDone {
		return coop.BatchDone{Place: items[i].Place, Household: items[i].Household, Hash: fmt.Sprint("hash ", i), At: d.now, Why: key}
	}
	ok(t, d.BatchMade(t.Context(), d.sonia, b, []coop.BatchDone{done(0, ""), done(1, "paper.refused.overflow")}))
	// Somebody else has made the second paper meanwhile: nothing of a late chunk is kept.
	if err := d.BatchMade(t.Context(), d.sonia, b, []coop.BatchDone{done(2, ""), done(0, "")}); !errors.Is(err, coop.ErrChanged) {
		t.Fatalf("made twice: %v", err)
	}
	row, err := d.Batch(t.Context(), b.ID)
	if err != nil || row.Made != 1 || row.Failed != 1 || row.Waiting != 1 || row.By != "Sonia Arnoux" {
		t.Fatalf("the batch: %+v, %v", row, err)
	}
	f := d.file(t, items[0].Household)
	if len(f.Papers) != 1 || f.Papers[0].Hash != "hash 0" || f.Papers[0].Batch != b.ID || !f.Papers[0].At.Equal(d.now.Truncate(time.Millisecond)) {
		t.Errorf("its papers: %+v", f.Papers)
	}
	if got := acts(f); got[len(got)-1] != coop.ActPaperMade {
		t.Errorf("its journal ends with %s", got[len(got)-1])
	}
	ended, err := d.EndBatch(t.Context(), d.sonia, b.ID)
	if err != nil || ended.Ended.IsZero() {
		t.Errorf("not ended: %+v, %v", ended, err)
	}
	if _, err := d.EndBatch(t.Context(), d.sonia, b.ID); err != nil {
		t.Errorf("ended twice: %v", err)
	}
}
