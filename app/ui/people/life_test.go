package people_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// officer adds somebody who visits people.
func (d *desk) officer(t *testing.T) coop.StaffID {
	t.Helper()
	one, err := d.KeepStaff(context.Background(), d.Actor(), coop.Staff{Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	return one.ID
}

// visit books a visit that the household agreed to.
func (d *desk) visit(t *testing.T, h coop.HouseholdID, officer coop.StaffID, day coop.Day) coop.Visit {
	t.Helper()
	v, err := d.BookVisit(context.Background(), d.Actor(), coop.Booking{
		Household: h, Officer: officer, Start: day.At(10, 0, d.Zone()), Agreed: true, Reason: "convenu",
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (d *desk) end(t *testing.T, v coop.Visit, r coop.Result) {
	t.Helper()
	if _, err := d.CloseVisit(context.Background(), d.Actor(), v.ID, coop.Outcome{Result: r, Overall: -1}, nil); err != nil {
		t.Fatal(err)
	}
}

func TestAfterAnAbsenceTheFileAsksForASecondDate(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	id, karim := d.add(t, lefevre()), d.officer(t)
	d.end(t, d.visit(t, id, karim, "2026-11-17"), coop.Absent)
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Settle(w)
	if !uitest.Reads(w, "Une deuxième date est à proposer") || !uitest.Reads(w, "Personne n’était là mardi 17 novembre à 10 h.") {
		t.Fatalf("the file says %v", uitest.Texts(w))
	}
	for _, words := range []string{"Proposer 3 créneaux", "Avis de passage", "Choisir un moment", "Visite du mardi 17 novembre à 10 h\u202f: Absent"} {
		uitest.Press(t, w, words)
	}
	if got := fmt.Sprint(r.did); got != "[propose card book visit]" {
		t.Errorf("heard %s", got)
	}
	d.end(t, d.visit(t, id, karim, "2026-11-19"), coop.Absent)
	r.file.Refresh()
	uitest.Settle(w)
	if !uitest.Reads(w, "Personne n’était là deux fois") {
		t.Fatalf("the file says %v", uitest.Texts(w))
	}
	r.did = nil
	for _, words := range []string{"Proposer le téléphone", "Proposer l’agence", "Clore sans visite"} {
		uitest.Press(t, w, words)
	}
	if got := fmt.Sprint(r.did); got != "[book phone book office give up]" {
		t.Errorf("heard %s", got)
	}
}

func TestAVisitThatWasPutOffAsksForAnotherDate(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	id := d.add(t, lefevre())
	d.end(t, d.visit(t, id, d.officer(t), "2026-11-17"), coop.MovedByThem)
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Settle(w)
	if !uitest.Reads(w, "Une autre date est à trouver") || !uitest.Reads(w, "Reportée par la personne, mardi 17 novembre à 10 h.") || uitest.CanPress(w, "Avis de passage") {
		t.Errorf("the file says %v", uitest.Texts(w))
	}
}

func TestTheTimelineTellsTheLifeOfAVisit(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	ctx := context.Background()
	id, karim := d.add(t, lefevre()), d.officer(t)
	v := d.visit(t, id, karim, "2026-12-03")
	for _, act := range []func() (coop.Visit, error){
		func() (coop.Visit, error) { return d.ConfirmVisit(ctx, d.Actor(), v.ID, true) },
		func() (coop.Visit, error) { return d.RemindVisit(ctx, d.Actor(), v.ID, coop.ByPost) },
		func() (coop.Visit, error) { return d.RemindVisit(ctx, d.Actor(), v.ID, coop.NoChannel) },
		func() (coop.Visit, error) {
			return d.MoveVisit(ctx, d.Actor(), v.ID, coop.Booking{Start: coop.Day("2026-12-04").At(10, 0, d.Zone()), Agreed: true, MovedBy: coop.MovedByThem})
		},
		func() (coop.Visit, error) {
			return d.MoveVisit(ctx, d.Actor(), v.ID, coop.Booking{Start: coop.Day("2026-12-07").At(10, 0, d.Zone()), Agreed: true, MovedBy: coop.MovedByUs})
		},
		func() (coop.Visit, error) { return d.CancelVisit(ctx, d.Actor(), v.ID, "La personne ne peut pas") },
		func() (coop.Visit, error) { return d.CloseAttempts(ctx, d.Actor(), id, "Injoignable par téléphone") },
	} {
		if _, err := act(); err != nil {
			t.Fatal(err)
		}
	}
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Settle(w)
	for _, words := range []string{
		"Venue confirmée pour la visite du jeudi 3 décembre à 10 h", "Rappel de la visite du jeudi 3 décembre à 10 h · Par courrier",
		"Rappel de la visite du jeudi 3 décembre à 10 h repris",
		"Visite déplacée à la demande de la personne : vendredi 4 décembre à 10 h au lieu de jeudi 3 décembre à 10 h",
		"Visite déplacée à notre demande : lundi 7 décembre à 10 h", "Clos sans visite : Injoignable par téléphone",
	} {
		if !uitest.Reads(w, words) {
			t.Errorf("the timeline does not say %q: %v", words, uitest.Texts(w))
		}
	}
}

func TestWhatAHouseholdPrefersIsNotedInItsFile(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	id := d.add(t, lefevre())
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Settle(w)
	uitest.Press(t, w, "Modifier : Contrat")
	uitest.Press(t, w, "Appeler plutôt qu’écrire")
	uitest.Press(t, w, "Plutôt le matin")
	uitest.Shot(t, w, "people/prefers.png")
	uitest.Press(t, w, "Enregistrer")
	f, err := d.Open(context.Background(), d.Actor(), id)
	if err != nil || fmt.Sprint(f.Household.Prefers) != "[mornings call]" {
		t.Fatalf("kept %v, %v (%v)", f.Household.Prefers, err, d.Failed)
	}
	if !uitest.Reads(w, "Plutôt le matin · Appeler plutôt qu’écrire") || !uitest.Reads(w, "Fiche corrigée : Préférences") {
		t.Errorf("the file says %v", uitest.Texts(w))
	}
	d.Undo()
	if f, err = d.Open(context.Background(), d.Actor(), id); err != nil || len(f.Household.Prefers) != 0 {
		t.Errorf("undone: %v, %v (%v)", f.Household.Prefers, err, d.Failed)
	}
}

func TestPicturesOfWhatComesNext(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	karim := d.officer(t)
	once, twice, booked := d.add(t, lefevre()), d.add(t, lefevre()), d.add(t, lefevre())
	d.end(t, d.visit(t, once, karim, "2026-11-17"), coop.Absent)
	d.end(t, d.visit(t, twice, karim, "2026-11-16"), coop.Absent)
	d.end(t, d.visit(t, twice, karim, "2026-11-18"), coop.Absent)
	if _, err := d.ConfirmVisit(context.Background(), d.Actor(), d.visit(t, booked, karim, "2026-12-03").ID, true); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 768), "1280x800": fyne.NewSize(1196, 800), "800x1280": fyne.NewSize(800, 1196)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				r := newRoom(d)
				w := uitest.Styled(t, look.Style{Mode: mode}, r.list.Content(), size.Width, size.Height)
				for what, id := range map[string]coop.HouseholdID{"once": once, "twice": twice, "booked": booked} {
					r.list.Open(id)
					uitest.Shot(t, w, fmt.Sprintf("people/next-%s-%s-%s.png", what, name, mode))
				}
			})
		}
	}
}
