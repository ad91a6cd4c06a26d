package office_test

import (
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func (d *frontDesk) close(tb testing.TB, v coop.Visit, r coop.Result) {
	tb.Helper()
	if _, err := d.CloseVisit(tb.Context(), d.sonia, v.ID, coop.Outcome{Result: r, Overall: -1}, nil); err != nil {
		tb.Fatal(err)
	}
}

func TestNobodyIsVisitedAtHomeAThirdTime(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	for i, want := range []coop.NextStep{coop.NextAgain, coop.NextOffer} {
		v := d.bookAt(t, id, d.at(coop.Day("2026-12-03").Add(7*i), 10, 0))
		d.close(t, v, coop.Absent)
		d.now = v.End
		if next := d.file(t, id).Next; next.Step != want {
			t.Errorf("after %d absences, next is %s, want %s", i+1, next.Step, want)
		}
	}
	b := d.booking(id, d.at("2026-12-29", 10, 0))
	_, err := d.BookVisit(t.Context(), d.sonia, agreed(b))
	refused(t, err, "visit.refused.trips")
	b.Place = coop.ByPhone
	call, err := d.BookVisit(t.Context(), d.sonia, b)
	if err != nil {
		t.Fatalf("by phone: %v", err)
	}
	_, err = d.CloseAttempts(t.Context(), d.sonia, id, "deux absences")
	refused(t, err, "visit.refused.close.planned")
	d.close(t, call, coop.Unreachable)
	_, err = d.CloseAttempts(t.Context(), d.sonia, id, "")
	refused(t, err, "visit.refused.close")
	v, err := d.CloseAttempts(t.Context(), d.sonia, id, "deux absences, injoignable")
	if err != nil || v.State != coop.VisitClosed || v.Result != coop.ClosedUnmet {
		t.Fatalf("closed: %+v, %v", v, err)
	}
	if next := d.file(t, id).Next; next.Step != coop.NextSheet {
		t.Errorf("closed without a visit, next is %s, want the sheet", next.Step)
	}
	if _, total, err := d.Owing(t.Context(), d.sonia, 10, 0); err != nil || total != 0 {
		t.Errorf("%d wait still, %v", total, err)
	}
	if _, err := d.ReopenAttempts(t.Context(), d.sonia, v.ID); err != nil {
		t.Fatal(err)
	}
	if next := d.file(t, id).Next; next.Step != coop.NextOffer {
		t.Errorf("taken back, next is %s", next.Step)
	}
}

func TestAVisitIsConfirmedAndRemindedUntilItMoves(t *testing.T) {
	d := newFrontDesk(t)
	v := d.bookAt(t, d.enter(t, "Lefèvre", "2026-10-05"), d.at("2026-12-03", 10, 0))
	confirmed, err := d.ConfirmVisit(t.Context(), d.sonia, v.ID, true)
	if err != nil || confirmed.Confirmed.IsZero() {
		t.Fatalf("confirmed: %+v, %v", confirmed, err)
	}
	reminded, err := d.RemindVisit(t.Context(), d.sonia, v.ID, coop.ByCall)
	if err != nil || reminded.Reminded.IsZero() || reminded.Confirmed.IsZero() {
		t.Fatalf("reminded: %+v, %v", reminded, err)
	}
	moved, err := d.MoveVisit(t.Context(), d.sonia, v.ID, coop.Booking{Start: d.at("2026-12-04", 10, 0), MovedBy: coop.MovedByThem})
	if err != nil || !moved.Confirmed.IsZero() || !moved.Reminded.IsZero() {
		t.Fatalf("moved: %+v, %v", moved, err)
	}
	back, err := d.PutBack(t.Context(), d.sonia, reminded)
	if err != nil || !back.Start.Equal(v.Start) || back.Confirmed.IsZero() || back.Moves != 2 {
		t.Fatalf("put back: %+v, %v", back, err)
	}
	again, err := d.ConfirmVisit(t.Context(), d.sonia, v.ID, false)
	if err != nil || !again.Confirmed.IsZero() {
		t.Errorf("taken back: %+v, %v", again, err)
	}
}

func TestAMoveIsPutBackOnlyWhileItsTimeIsFree(t *testing.T) {
	d := newFrontDesk(t)
	v := d.bookAt(t, d.enter(t, "Lefèvre", "2026-10-05"), d.at("2026-11-24", 10, 0)) // tomorrow: agreed to
	before, err := d.Visit(t.Context(), d.sonia, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.MoveVisit(t.Context(), d.sonia, v.ID, agreed(coop.Booking{Start: d.at("2026-12-03", 10, 0)})); err != nil {
		t.Fatal(err)
	}
	other := d.bookAt(t, d.enter(t, "Benali", "2026-10-05"), d.at("2026-11-24", 10, 15))
	_, err = d.PutBack(t.Context(), d.sonia, before)
	isClash(t, err, true)
	if _, err := d.CancelVisit(t.Context(), d.sonia, other.ID, "trial"); err != nil {
		t.Fatal(err)
	}
	if back, err := d.PutBack(t.Context(), d.sonia, before); err != nil || !back.Start.Equal(before.Start) {
		t.Errorf("put back: %+v, %v", back, err)
	}
}

func TestRemindersComeTwoWorkingDaysAhead(t *testing.T) {
	d := newFrontDesk(t)
	d.now = d.at("2026-12-03", 9, 0) // a Thursday
	book := func(name string, day coop.Day) coop.Visit {
		return d.bookAt(t, d.enter(t, name, "2026-10-05"), d.at(day, 10, 0))
	}
	friday, monday := book("Vendredi", "2026-12-04"), book("Lundi", "2026-12-07")
	book("Mardi", "2026-12-08")
	stops, err := d.Reminders(t.Context(), d.sonia, "")
	var got []coop.VisitID
	for _, s := range stops {
		got = append(got, s.ID)
	}
	if err != nil || !slices.Equal(got, []coop.VisitID{friday.ID, monday.ID}) || stops[0].Home.Name != "Champmilan" {
		t.Fatalf("%d to remind (%v), want Friday's and Monday's", len(stops), err)
	}
	if _, err := d.RemindVisit(t.Context(), d.sonia, friday.ID, coop.ByMail); err != nil {
		t.Fatal(err)
	}
	if stops, err := d.Reminders(t.Context(), d.sonia, d.karim.ID); err != nil || len(stops) != 1 || stops[0].ID != monday.ID {
		t.Errorf("after one was reminded: %v, %v", stops, err)
	}
	if stops, err := d.Reminders(t.Context(), d.sonia, d.sonia.Staff.ID); err != nil || len(stops) != 0 {
		t.Errorf("somebody else's: %v, %v", stops, err)
	}
}

func TestARoundIsInTheOrderOfTheWay(t *testing.T) {
	d := newFrontDesk(t)
	late := d.bookAt(t, d.enter(t, "Tard", "2026-10-05"), d.at("2026-12-03", 15, 0))
	early := d.bookAt(t, d.enter(t, "Tôt", "2026-10-05"), d.at("2026-12-03", 9, 0))
	gone := d.bookAt(t, d.enter(t, "Parti", "2026-10-05"), d.at("2026-12-03", 11, 0))
	if _, err := d.CancelVisit(t.Context(), d.sonia, gone.ID, "trial"); err != nil {
		t.Fatal(err)
	}
	if _, upon, err := d.AddException(t.Context(), d.sonia, coop.Exception{
		Staff: d.karim.ID, Kind: coop.Meeting, From: "2026-12-03", To: "2026-12-03", Span: coop.Span{From: 510, To: 570}, Label: "Point d’équipe",
	}); err != nil || len(upon) != 1 || upon[0].ID != early.ID {
		t.Fatalf("the meeting comes upon %v, %v", upon, err)
	}
	r, err := d.Round(t.Context(), d.sonia, d.karim.ID, "2026-12-03")
	if err != nil || len(r.Stops) != 2 || r.Stops[0].ID != early.ID || r.Stops[1].ID != late.ID || r.Officer.Name != "Karim Haddad" || len(r.Busy) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	all, err := d.CalendarStops(t.Context(), d.karim.ID, "2026-12-01", "2026-12-31")
	if err != nil || len(all) != 3 {
		t.Errorf("the calendar is told of %d visits (%v), want the cancelled one too", len(all), err)
	}
	if one, err := d.StopOf(t.Context(), late.ID); err != nil || one.ID != late.ID || one.Home.Town != "Vaulx" {
		t.Errorf("one: %+v, %v", one, err)
	}
	_, err = d.Round(t.Context(), d.sonia, "nobody", "2026-12-03")
	refused(t, err, "visit.refused.officer")
}

func TestProposedTimesAreHeldForFiveMinutes(t *testing.T) {
	d := newFrontDesk(t)
	lefevre, benali := d.enter(t, "Lefèvre", "2026-10-05"), d.enter(t, "Benali", "2026-10-05")
	malik := coop.Actor{Staff: d.staff(t, coop.Staff{Login: "malik", Name: "Malik Rahmani", Role: coop.FrontDesk, Active: true})}
	mine, err := d.ProposeVisits(t.Context(), d.sonia, lefevre, "", 3)
	if err != nil || len(mine) != 3 {
		t.Fatalf("%d are proposed, %v", len(mine), err)
	}
	asked := coop.Booking{Household: benali, Officer: mine[0].Visit.Officer, Start: mine[0].Visit.Start, Agreed: true, Reason: "convenu"}
	_, err = d.BookVisit(t.Context(), malik, asked)
	refused(t, err, "visit.refused.held")
	theirs, err := d.ProposeVisits(t.Context(), malik, benali, d.karim.ID, 3)
	if err != nil || len(theirs) == 0 {
		t.Fatalf("the other desk is proposed %d, %v", len(theirs), err)
	}
	for _, p := range theirs {
		for _, q := range mine {
			if p.Visit.Clashes(q.Visit) {
				t.Errorf("%v is proposed to two desks at once", p.Visit.Start)
			}
		}
	}
	b := coop.Booking{Household: lefevre, Officer: mine[0].Visit.Officer, Start: mine[0].Visit.Start, Place: mine[0].Visit.Place, Told: coop.ByCall}
	if _, err := d.BookVisit(t.Context(), d.sonia, b); err != nil {
		t.Fatalf("the proposed time cannot be booked: %v", err)
	}
	second := asked
	second.Start = mine[1].Visit.Start
	if _, err := d.BookVisit(t.Context(), malik, second); err != nil {
		t.Errorf("what was held is not free again once one was booked: %v", err)
	}
}

func TestWhatWasHeldIsFreeAfterFiveMinutes(t *testing.T) {
	d := newFrontDesk(t)
	lefevre, benali := d.enter(t, "Lefèvre", "2026-10-05"), d.enter(t, "Benali", "2026-10-05")
	held, err := d.ProposeVisits(t.Context(), d.sonia, lefevre, "", 1)
	if err != nil || len(held) != 1 {
		t.Fatal(held, err)
	}
	asked := agreed(coop.Booking{Household: benali, Officer: held[0].Visit.Officer, Start: held[0].Visit.Start})
	if v, err := d.JudgeVisit(t.Context(), d.sonia, "", asked); err != nil || v.May() {
		t.Errorf("while it is held: %+v, %v", v, err)
	}
	d.now = d.now.Add(coop.HoldFor + time.Second)
	if _, err := d.BookVisit(t.Context(), d.sonia, asked); err != nil {
		t.Errorf("after five minutes: %v", err)
	}
}

func TestAWorkingWeekAndBridgeDaysAreTheCoops(t *testing.T) {
	d := newFrontDesk(t)
	h, err := d.Hours(t.Context(), d.karim.ID)
	if err != nil || h.Rev != 0 || len(h.Week[2]) != 2 {
		t.Fatalf("%+v, %v", h, err)
	}
	h.Week[2] = h.Week[2][:1]
	if h, err = d.KeepHours(t.Context(), d.sonia, h); err != nil || h.Rev != 1 {
		t.Fatal(h, err)
	}
	b := d.booking(d.enter(t, "Lefèvre", "2026-10-05"), d.at("2026-12-09", 15, 0)) // a Wednesday afternoon
	if got := d.warned(t, b); !slices.Equal(got, []string{"visit.warning.hours"}) {
		t.Errorf("warned of %v", got)
	}
	h.Week[2] = []coop.Span{{From: 600, To: 540}}
	_, err = d.KeepHours(t.Context(), d.sonia, h)
	refused(t, err, "hours.refused.span")
	days, err := d.Bridges(t.Context(), 2027)
	if err != nil || !slices.Contains(days, "2027-05-07") { // after Ascension Thursday
		t.Fatalf("bridges of 2027: %v, %v", days, err)
	}
	e, _, err := d.AddException(t.Context(), d.sonia, coop.Exception{Kind: coop.BridgeDay, From: "2027-05-07", To: "2027-05-07", Label: "Pont de l’Ascension"})
	if err != nil {
		t.Fatal(err)
	}
	if days, err := d.Bridges(t.Context(), 2027); err != nil || slices.Contains(days, "2027-05-07") {
		t.Errorf("a bridge that was taken is proposed again: %v, %v", days, err)
	}
	if closed, err := d.ClosedDays(t.Context(), "2027-05-03", "2027-05-09"); err != nil || closed["2027-05-07"] != coop.ClosedBridge || closed["2027-05-06"] != coop.ClosedHoliday || closed["2027-05-05"] != coop.OpenDay {
		t.Errorf("closed: %v, %v", closed, err)
	}
	if _, err := d.RemoveException(t.Context(), d.sonia, e.ID); err != nil {
		t.Fatal(err)
	}
	if all, err := d.Exceptions(t.Context(), "2027-01-01", "2027-12-31"); err != nil || len(all) != 0 {
		t.Errorf("exceptions left: %v, %v", all, err)
	}
	_, _, err = d.AddException(t.Context(), d.sonia, coop.Exception{Kind: coop.StaffAway, From: "2027-05-07", To: "2027-05-07"})
	refused(t, err, "hours.refused.kind")
}

func TestTheHomePageCountsRemindersAndNamesWhoWaits(t *testing.T) {
	d := newFrontDesk(t)
	d.enter(t, "Benali", "2026-10-20")
	oldest := d.enter(t, "Lefèvre", "2026-10-01")
	v := d.bookAt(t, d.enter(t, "Diallo", "2026-10-05"), d.at("2026-11-25", 10, 0))
	h, err := d.Home(t.Context(), d.sonia)
	if err != nil || h.Remind != 1 || len(h.Waiting) != 2 || h.Waiting[0].ID != oldest || h.Window.To != 90 {
		t.Fatalf("the page has %d reminders, %d who wait, %v", h.Remind, len(h.Waiting), err)
	}
	if _, err := d.RemindVisit(t.Context(), d.sonia, v.ID, coop.ByMail); err != nil {
		t.Fatal(err)
	}
	if h, err = d.Home(t.Context(), d.sonia); err != nil || h.Remind != 0 {
		t.Errorf("reminded, the page still has %d, %v", h.Remind, err)
	}
}

func TestOtherTimesAreOthersThanThoseShown(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	first, err := d.ProposeTimes(t.Context(), d.sonia, coop.Wanted{Household: id, Told: coop.ByPost, N: 3})
	if err != nil || len(first) != 3 {
		t.Fatal(first, err)
	}
	second, err := d.ProposeTimes(t.Context(), d.sonia, coop.Wanted{Household: id, Told: coop.ByPost, N: 3, But: first})
	if err != nil || len(second) != 3 {
		t.Fatal(second, err)
	}
	for _, a := range first {
		if slices.ContainsFunc(second, func(b coop.Proposal) bool { return b.Visit.Start.Equal(a.Visit.Start) }) {
			t.Errorf("%v is proposed twice", a.Visit.Start)
		}
		if got := coop.DayOf(a.Visit.Start.In(d.Zone())).DaysSince(d.Today()); got < 10 {
			t.Errorf("a letter has %d days for %v", got, a.Visit.Start)
		}
	}
	_, err = d.ProposeTimes(t.Context(), d.sonia, coop.Wanted{Household: id, Officer: "nobody", N: 3})
	refused(t, err, "visit.refused.officer")
}
