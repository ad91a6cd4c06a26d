package booking_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/ui/booking"
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

// sheets shows the sheets above an empty room.
func sheets(t *testing.T, d *desk, style look.Style, width, height float32) (*booking.Sheets, fyne.Window) {
	t.Helper()
	w := uitest.Styled(t, style, widget.NewLabel(""), width, height)
	return booking.New(booking.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Canvas: w.Canvas, Notices: d, OnError: d.OnError,
	}), w
}

// coopOf is a coop with one officer and two households.
func coopOf(t *testing.T) (d *desk, officer coop.Staff, lefevre, benali coop.HouseholdID) {
	t.Helper()
	d = open(t, 0)
	officer, err := d.KeepStaff(context.Background(), d.Actor(), coop.Staff{Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	return d, officer, d.enter(t, "Lefèvre"), d.enter(t, "Benali")
}

func (d *desk) enter(t *testing.T, name string) coop.HouseholdID {
	t.Helper()
	id, err := d.AddHousehold(context.Background(), d.Actor(), coop.Household{
		Product: coop.Rental, Entry: "2026-10-05", Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: name}},
	}, coop.Residence{Name: "Champmilan", Town: "Vaulx-la-Rivière"})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (d *desk) book(t *testing.T, h coop.HouseholdID, officer coop.StaffID, day coop.Day, hour int) coop.Visit {
	t.Helper()
	v, err := d.BookVisit(context.Background(), d.Actor(), coop.Booking{
		Household: h, Officer: officer, Start: day.At(hour, 0, d.Zone()), Reason: "d’accord avec la personne", Agreed: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (d *desk) visits(t *testing.T, h coop.HouseholdID) []coop.VisitRow {
	t.Helper()
	f, err := d.Open(context.Background(), d.Actor(), h)
	if err != nil {
		t.Fatal(err)
	}
	return f.Visits
}

func TestAVisitIsBookedAndTakenBack(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	s, w := sheets(t, d, look.Style{}, 1282, 768)
	s.Book(lefevre)
	uitest.Settle(w)
	if !uitest.Reads(w, "Délai prévu : du 04/11/2026 au 03/01/2027") || !uitest.Reads(w, "Libre de 8 h 30 à 12 h 30") || !uitest.Reads(w, "Libre de 13 h 30 à 18 h") {
		t.Fatalf("the sheet does not say what one must know: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Réserver la visite")
	visits := d.visits(t, lefevre)
	if len(visits) != 1 || visits[0].Start.In(d.Zone()).Format("2006-01-02 15:04") != "2026-12-03 10:00" {
		t.Fatalf("the visits are %v", visits)
	}
	if plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(d.LastSaid()); plain != "Visite réservée jeudi 3 décembre à 10 h" {
		t.Errorf("the banner says %q", d.LastSaid())
	}
	d.Undo()
	if got := d.visits(t, lefevre)[0].State; got != coop.VisitCancelled || len(d.Failed) > 0 {
		t.Errorf("undone, the visit is %s (%v)", got, d.Failed)
	}
}

func TestATakenTimeIsExplained(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	d.book(t, benali, karim.ID, "2026-12-03", 14)
	s, w := sheets(t, d, look.Style{}, 1282, 768)
	s.Book(lefevre)
	uitest.Settle(w)
	uitest.Type(t, w, "Heure", "14:30")
	if !uitest.Reads(w, "Ce moment est pris : visite de 14 h à 14 h 45 à Champmilan") {
		t.Errorf("the clash is not told before: %v", uitest.Texts(w))
	}
	if uitest.Reads(w, "BENALI") {
		t.Error("it says whom the officer visits")
	}
	if uitest.CanPress(w, "Réserver la visite") {
		t.Error("a time that is known to be taken can be booked")
	}
	uitest.Press(t, w, "Libre de 15 h 05 à 18 h")
	uitest.Press(t, w, "Réserver la visite")
	if visits := d.visits(t, lefevre); len(visits) != 1 || visits[0].Start.In(d.Zone()).Format("15:04") != "15:05" {
		t.Errorf("the free time is not taken: %v", visits)
	}
}

func TestATimeTakenMeanwhileIsExplained(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	s, w := sheets(t, d, look.Style{}, 1282, 768)
	s.Book(lefevre)
	uitest.Settle(w)
	uitest.Type(t, w, "Heure", "14:30")
	chosen := uitest.Texts(w)
	d.book(t, benali, karim.ID, "2026-12-03", 14)
	uitest.Press(t, w, "Réserver la visite")
	if !uitest.Reads(w, "Ce créneau est déjà pris") || len(d.visits(t, lefevre)) != 0 {
		t.Errorf("the archive's no is not explained: %v, after %v", uitest.Texts(w), chosen)
	}
}

func TestASoftRuleAsksForAReason(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	s, w := sheets(t, d, look.Style{}, 1282, 768)
	s.Book(lefevre)
	uitest.Settle(w)
	uitest.Type(t, w, "Heure", "19:15")
	if !uitest.Reads(w, "C’est en dehors du temps de travail de l’agent ce jour-là (de 8 h 30 à 18 h, pauses déduites).") || uitest.CanPress(w, "Réserver la visite") {
		t.Fatalf("a late hour is not warned of: %v", uitest.Texts(w))
	}
	uitest.Type(t, w, "Raison", "rentre tard du travail")
	uitest.Press(t, w, "Réserver la visite")
	if visits := d.visits(t, lefevre); len(visits) != 1 || visits[0].Reason != "rentre tard du travail" {
		t.Errorf("the visits are %v", visits)
	}
}

func TestAVisitIsMovedToAFreeTimeAndBack(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.book(t, lefevre, karim.ID, "2026-12-03", 10)
	s, w := sheets(t, d, look.Style{}, 1282, 768)
	s.Move(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "vendredi 04/12, 10 h")
	uitest.Press(t, w, "Déplacer la visite")
	moved := d.visits(t, lefevre)[0]
	if got := moved.Start.In(d.Zone()).Format("2006-01-02 15:04"); got != "2026-12-04 10:00" || moved.Moves != 1 {
		t.Fatalf("the visit is at %s, moved %d times; the window says %v", got, moved.Moves, uitest.Texts(w))
	}
	d.Undo()
	if got := d.visits(t, lefevre)[0].Start; !got.Equal(v.Start) {
		t.Errorf("moved back, the visit is at %v (%v)", got, d.Failed)
	}
}

func TestACancellationSaysWhyAndCanBeTakenBack(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.book(t, lefevre, karim.ID, "2026-12-03", 10)
	s, w := sheets(t, d, look.Style{}, 1282, 768)
	s.Cancel(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "Annuler la visite")
	if !uitest.Reads(w, "Il manque la raison de l’annulation") {
		t.Fatalf("it is cancelled without a reason: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "La personne ne peut pas")
	uitest.Press(t, w, "Annuler la visite")
	if got := d.visits(t, lefevre)[0]; got.State != coop.VisitCancelled || got.Reason != "La personne ne peut pas" {
		t.Errorf("the visit is %v", got.Visit)
	}
	d.Undo()
	if got := d.visits(t, lefevre)[0].State; got != coop.VisitPlanned {
		t.Errorf("put back, the visit is %s (%v)", got, d.Failed)
	}
}

func TestPicturesOfBooking(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	d.book(t, benali, karim.ID, "2026-12-03", 10)
	d.book(t, d.enter(t, "Châtelain-Quéméneur"), karim.ID, "2026-12-03", 14)
	v := d.book(t, lefevre, karim.ID, "2026-12-04", 9)
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1366, 768), "1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				s, w := sheets(t, d, look.Style{Mode: mode}, size.Width, size.Height)
				s.Move(v.ID)
				uitest.Settle(w)
				uitest.Shot(t, w, fmt.Sprintf("people/booking-%s-%s.png", name, mode))
				uitest.Type(t, w, "Heure", "7:30")
				uitest.Shot(t, w, fmt.Sprintf("people/booking-warned-%s-%s.png", name, mode))
				w.Canvas().Overlays().Remove(w.Canvas().Overlays().Top())
				s.Cancel(v.ID)
				uitest.Settle(w)
				uitest.Shot(t, w, fmt.Sprintf("people/cancel-%s-%s.png", name, mode))
			})
		}
	}
	if len(d.Failed) > 0 || strings.Contains(d.LastSaid(), "⟦") {
		t.Errorf("%v %q", d.Failed, d.LastSaid())
	}
}
