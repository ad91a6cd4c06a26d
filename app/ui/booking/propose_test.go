package booking_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/ui/booking"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// held are the times of an officer that another household is refused at an hour of a day.
func (d *desk) held(t *testing.T, h coop.HouseholdID, officer coop.StaffID, start coop.Booking) bool {
	t.Helper()
	start.Household, start.Officer, start.Agreed = h, officer, true
	v, err := d.JudgeVisit(context.Background(), d.Actor(), "", start)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range v.Refused {
		if r.Key == "visit.refused.held" {
			return true
		}
	}
	return false
}

func TestAProposedTimeIsBookedWithOnePress(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	d.book(t, benali, karim.ID, "2026-12-07", 10)
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Propose(lefevre, "")
	uitest.Settle(w)
	for _, words := range []string{
		"Proposer un créneau", "Ces créneaux vous sont gardés jusqu’à 9 h 17.", "une autre visite à Vaulx-la-Rivière cette demi-journée",
		"dans le délai prévu", "lundi 7 décembre à 8 h 45",
	} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
	start := coop.Booking{Start: coop.Day("2026-12-07").At(8, 45, d.Zone())}
	if !d.held(t, d.enter(t, "Diallo"), karim.ID, start) {
		t.Error("what is proposed is not held")
	}
	uitest.Press(t, w, "Réserver")
	visits := d.visits(t, lefevre)
	if len(visits) != 1 || !visits[0].Start.Equal(start.Start) || visits[0].Told != coop.ByPost || w.Canvas().Overlays().Top() != nil {
		t.Fatalf("booked %v (%v)", visits, d.Failed)
	}
	d.Undo()
	if got := d.visits(t, lefevre)[0].State; got != coop.VisitCancelled {
		t.Errorf("undone, the visit is %s", got)
	}
}

func TestClosingTheSheetFreesWhatWasHeld(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	d.book(t, benali, karim.ID, "2026-12-07", 10)
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Propose(lefevre, "")
	uitest.Settle(w)
	uitest.Press(t, w, "Retour")
	if d.held(t, d.enter(t, "Diallo"), karim.ID, coop.Booking{Start: coop.Day("2026-12-07").At(8, 45, d.Zone())}) {
		t.Error("a closed sheet still holds its times")
	}
	if len(d.visits(t, lefevre)) != 0 || len(d.Failed) > 0 {
		t.Errorf("something was booked: %v, %v", d.visits(t, lefevre), d.Failed)
	}
}

func TestOtherTimesAreOthers(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Propose(lefevre, "")
	uitest.Settle(w)
	first := times(w)
	uitest.Press(t, w, "Autres créneaux")
	second := times(w)
	if len(first) != 3 || len(second) != 3 {
		t.Fatalf("proposed %v, then %v", first, second)
	}
	for _, a := range first {
		for _, b := range second {
			if a == b {
				t.Errorf("%q is proposed twice", a)
			}
		}
	}
	uitest.Press(t, w, "Choisir moi-même")
	if !uitest.Reads(w, "Réserver une visite") {
		t.Errorf("the sheet to choose in does not open: %v", uitest.Texts(w))
	}
}

// times are the moments that the sheet proposes.
func times(w fyne.Window) []string {
	var all []string
	for _, text := range uitest.Texts(w) {
		var day, month string
		var n, hour int
		if got, _ := fmt.Sscanf(text, "%s %d %s à %d", &day, &n, &month, &hour); got == 4 {
			all = append(all, text)
		}
	}
	return all
}

func TestWhenNothingIsFreeTheSheetSaysWhatToDo(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	d.except(t, coop.Exception{Kind: coop.StaffAway, Staff: karim.ID, From: "2026-11-23", To: "2027-06-30"})
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Propose(lefevre, karim.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Aucun créneau n’est libre") || !uitest.CanPress(w, "Choisir moi-même") || uitest.CanPress(w, "Autres créneaux") {
		t.Fatalf("an empty sheet leaves one alone: %v", uitest.Texts(w))
	}
	if _, err := d.KeepStaff(context.Background(), d.Actor(), coop.Staff{Login: "lea", Name: "Léa Martin", Role: coop.Officer, Active: true}); err != nil {
		t.Fatal(err)
	}
	uitest.Press(t, w, "Retour")
	s.Propose(lefevre, karim.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Aucun créneau n’est libre pour Karim Haddad") {
		t.Errorf("it does not say for whom nothing is free: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Chercher avec toute l’équipe")
	if len(times(w)) != 3 || !uitest.Reads(w, "Léa Martin") {
		t.Errorf("the team has nothing free: %v", uitest.Texts(w))
	}
}

func TestALetterNeedsItsNoticeForAProposedTimeToo(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	f, err := d.Open(context.Background(), d.Actor(), lefevre)
	if err != nil {
		t.Fatal(err)
	}
	f.Household.Entry, f.Household.Prefers = "2026-08-26", []coop.Preference{coop.PreferCall} // the window ends tomorrow
	if err := d.EditHousehold(context.Background(), d.Actor(), f.Household); err != nil {
		t.Fatal(err)
	}
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Propose(lefevre, "")
	uitest.Settle(w)
	if !uitest.Reads(w, "lundi 30 novembre") || !uitest.CanPress(w, "Réserver") {
		t.Fatalf("the soonest time is not proposed: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Par téléphone · 7 jours avant")
	uitest.Press(t, w, "Par courrier · 10 jours avant")
	if !uitest.Reads(w, "Le délai de prévenance est court : 7 jours au lieu de 10.") || uitest.CanPress(w, "Réserver") {
		t.Errorf("a letter's notice is not asked for: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "D’accord avec la personne")
	uitest.Press(t, w, "Réserver")
	if visits := d.visits(t, lefevre); len(visits) != 1 || !visits[0].Agreed || visits[0].Reason == "" {
		t.Errorf("booked %+v (%v)", visits, d.Failed)
	}
}

func TestTheEndOfTheHoldIsSaid(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	run, steps := kit.Stepped()
	w := uitest.Styled(t, look.Style{}, widget.NewLabel(""), 1282, 900)
	s := booking.New(booking.Params{Desk: d, Words: d.Words, Run: run, Actor: d.Actor, Canvas: w.Canvas, Notices: d, OnError: d.OnError})
	s.Propose(lefevre, "")
	uitest.Settle(w)
	steps.Pass(coop.HoldFor)
	if !uitest.Reads(w, "Ces créneaux ne sont plus gardés") {
		t.Errorf("it does not say that the time is up: %v", uitest.Texts(w))
	}
}

func TestPicturesOfProposals(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	d.book(t, benali, karim.ID, "2026-12-07", 10)
	d.book(t, d.enter(t, "Châtelain-Quéméneur"), karim.ID, "2026-12-08", 14)
	f, err := d.Open(context.Background(), d.Actor(), lefevre)
	if err != nil {
		t.Fatal(err)
	}
	f.Household.Holders[0].First, f.Household.Holders[0].Last = "Maria-José", "de Oliveira Châtelain-Quéméneur"
	f.Household.Prefers = []coop.Preference{coop.PreferMornings, coop.PreferCall}
	if err := d.EditHousehold(context.Background(), d.Actor(), f.Household); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1366, 768), "1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				s, w := sheets(t, d, look.Style{Mode: mode}, size.Width, size.Height)
				s.Propose(lefevre, "")
				uitest.Settle(w)
				uitest.Shot(t, w, fmt.Sprintf("people/propose-%s-%s.png", name, mode))
			})
		}
	}
	d.except(t, coop.Exception{Kind: coop.StaffAway, Staff: karim.ID, From: "2026-11-23", To: "2027-06-30"})
	s, w := sheets(t, d, look.Style{}, 1366, 768)
	s.Propose(lefevre, karim.ID)
	uitest.Settle(w)
	uitest.Shot(t, w, "people/propose-none.png")
}
