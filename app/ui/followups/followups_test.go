package followups_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/followups"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// desk is the trial's, with what these tests do at it.
type desk struct{ *trial.Desk }

func open(tb testing.TB, people int) *desk {
	tb.Helper()
	return &desk{trial.Open(tb, people)}
}

type room struct {
	*desk
	screen *followups.Screen
	opened []coop.HouseholdID
	window fyne.Window
}

func newRoom(t *testing.T, d *desk, style look.Style, width, height float32) *room {
	t.Helper()
	r := &room{desk: d}
	r.screen = followups.New(followups.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Notices: d, OnError: d.OnError,
		Canvas: func() fyne.Canvas { return r.window.Canvas() },
		OnOpen: func(id coop.HouseholdID) { r.opened = append(r.opened, id) },
	})
	r.screen.Refresh()
	r.window = uitest.Styled(t, style, r.screen.Content(), width, height)
	return r
}

// coopOf is a coop that promised one thing after a visit, for last Friday.
func coopOf(t *testing.T) *desk {
	t.Helper()
	d := open(t, 0)
	ctx := context.Background()
	id, err := d.AddHousehold(ctx, d.Actor(), coop.Household{
		Product: coop.Rental, Entry: "2026-09-05", Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre"}},
	}, coop.Residence{Name: "Champmilan"})
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.BookVisit(ctx, d.Actor(), coop.Booking{Household: id, Officer: d.Member.ID, Start: trial.Today.Add(-7).At(9, 30, d.Zone()), Reason: "d’accord", Agreed: true})
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.CloseVisit(ctx, d.Actor(), v.ID, coop.Outcome{Result: coop.Done, Overall: 8}, []coop.FollowUp{{
		Motive: "HUM-VMC", Service: coop.ServiceTechnical, What: "Faire nettoyer la VMC de la salle de bains", Due: "2026-11-20",
	}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const promise = "Faire nettoyer la VMC de la salle de bains"

func TestALatePromiseIsSettledOnceThePersonWasTold(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 1282, 768)
	if !uitest.Reads(r.window, "1 suite, dont 1 en retard") || !uitest.Reads(r.window, "En retard · 20/11") {
		t.Fatalf("the list does not say what is late: %v", uitest.Texts(r.window))
	}
	uitest.Press(t, r.window, promise)
	if uitest.CanPress(r.window, "Enregistrer") {
		t.Error("nothing was chosen and it can be kept")
	}
	uitest.Press(t, r.window, "C’est réglé")
	uitest.Press(t, r.window, "Enregistrer")
	if !uitest.Reads(r.window, r.Words.T("followup.refused.told")) {
		t.Fatalf("it ends without the person having been told: %v", uitest.Texts(r.window))
	}
	uitest.Type(t, r.window, "Personne prévenue le", "23/11/2026")
	uitest.Press(t, r.window, "Enregistrer")
	if !uitest.Reads(r.window, "Aucune suite en cours") || len(r.Failed) > 0 {
		t.Fatalf("it is not settled: %v, %v", r.Failed, uitest.Texts(r.window))
	}
	r.Undo()
	uitest.Settle(r.window)
	if !uitest.Reads(r.window, "En retard · 20/11") {
		t.Errorf("it is not put back: %v, %v", r.Failed, uitest.Texts(r.window))
	}
}

func TestAPromiseIsPassedOn(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 1282, 768)
	uitest.Press(t, r.window, promise)
	uitest.Press(t, r.window, "Transmettre")
	uitest.Type(t, r.window, "Qui s’en occupe", "Paul, équipe Nord")
	uitest.Type(t, r.window, "Échéance", "15/12/2026")
	uitest.Press(t, r.window, "Enregistrer")
	if !uitest.Reads(r.window, "Transmise · 15/12") {
		t.Errorf("it is not passed on: %v, %v", r.Failed, uitest.Texts(r.window))
	}
}

func TestADroppedPromiseSaysWhyAndCanBeOpenedAgain(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 1282, 768)
	uitest.Press(t, r.window, promise)
	uitest.Press(t, r.window, "Abandonner")
	uitest.Type(t, r.window, "Personne prévenue le", "23/11/2026")
	uitest.Press(t, r.window, "Enregistrer")
	if !uitest.Reads(r.window, r.Words.T("followup.refused.reason")) {
		t.Fatalf("it is dropped without a reason: %v", uitest.Texts(r.window))
	}
	uitest.Type(t, r.window, "Raison de l’abandon", "la personne a fait venir quelqu’un")
	uitest.Press(t, r.window, "Enregistrer")
	uitest.Press(t, r.window, "Toutes")
	uitest.Press(t, r.window, promise)
	uitest.Press(t, r.window, "Rouvrir")
	uitest.Press(t, r.window, "Enregistrer")
	if !uitest.Reads(r.window, "En retard · 20/11") {
		t.Errorf("it is not open again: %v, %v", r.Failed, uitest.Texts(r.window))
	}
	uitest.Press(t, r.window, promise)
	uitest.Press(t, r.window, "Ouvrir la fiche")
	if len(r.opened) != 1 {
		t.Error("the file is not opened")
	}
}

func TestPicturesOfFollowUps(t *testing.T) {
	uitest.App(t)
	d, empty := open(t, 400), open(t, 0)
	all, err := d.FollowUps(context.Background(), d.Actor(), coop.FollowUpFilter{OpenOnly: true})
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 768), "1280x800": fyne.NewSize(1196, 800), "800x1280": fyne.NewSize(800, 1196)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				r := newRoom(t, d, look.Style{Mode: mode}, size.Width, size.Height)
				uitest.Shot(t, r.window, fmt.Sprintf("people/followups-%s-%s.png", name, mode))
				r.screen.Open(all[0].ID)
				uitest.Settle(r.window)
				uitest.Press(t, r.window, "Abandonner")
				uitest.Shot(t, r.window, fmt.Sprintf("people/followup-%s-%s.png", name, mode))
				r = newRoom(t, empty, look.Style{Mode: mode}, size.Width, size.Height)
				uitest.Shot(t, r.window, fmt.Sprintf("people/followups-empty-%s-%s.png", name, mode))
			})
		}
	}
}
