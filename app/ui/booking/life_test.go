package booking_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/ui/booking"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// heard is what the sheets called back.
type heard struct{ did []string }

func (h *heard) note(what string, args ...any) { h.did = append(h.did, fmt.Sprintf(what, args...)) }

func (h *heard) all() string { return strings.Join(h.did, ", ") }

// wired are the sheets with everything that they may call back.
func wired(t *testing.T, d *desk, style look.Style, width, height float32) (*booking.Sheets, fyne.Window, *heard) {
	t.Helper()
	w, h := uitest.Styled(t, style, widget.NewLabel(""), width, height), &heard{}
	return booking.New(booking.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Canvas: w.Canvas, Notices: d, OnError: d.OnError,
		OnOpen: func(coop.HouseholdID) { h.note("open") }, OnStart: func(coop.VisitRow) { h.note("start") },
		OnSheet: func(coop.HouseholdID) { h.note("sheet") },
		OnCard: func(missed, second coop.Visit) {
			if second.ID == "" {
				h.note("card of %s", d.Words.DayBrief(d.Words.DayOf(missed.Start)))
				return
			}
			h.note("card of %s with %s", d.Words.DayBrief(d.Words.DayOf(missed.Start)), d.Words.DayBrief(d.Words.DayOf(second.Start)))
		},
		OnEnded:  func(v coop.Visit) { h.note("ended %s", v.Result) },
		OnLetter: func(_ coop.Visit, kind coop.PaperKind) { h.note("letter %s", kind) },
	}), w, h
}

// plain is a sentence with ordinary spaces.
func plain(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text)
}

func TestAVisitIsConfirmedAndThatIsTakenBack(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.book(t, lefevre, karim.ID, "2026-12-03", 10)
	s, w, h := wired(t, d, look.Style{}, 1282, 768)
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Prévue") || !uitest.Reads(w, "Convenue avec la personne") || uitest.CanPress(w, "Commencer la visite") || uitest.CanPress(w, "Clore sans entretien") {
		t.Fatalf("the sheet of a visit to come says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "La personne confirme")
	if got := d.visits(t, lefevre)[0]; got.Confirmed.IsZero() || plain(d.LastSaid()) != "La visite du jeudi 3 décembre à 10 h est confirmée" {
		t.Fatalf("confirmed: %+v, %q", got.Visit, d.LastSaid())
	}
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Confirmée le 23/11") || !uitest.CanPress(w, "Reprendre la confirmation") {
		t.Errorf("a confirmed visit says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Ouvrir la fiche")
	d.Undo()
	if got := d.visits(t, lefevre)[0]; !got.Confirmed.IsZero() || h.all() != "open" {
		t.Errorf("taken back: %+v, heard %s (%v)", got.Visit, h.all(), d.Failed)
	}
}

func TestAReminderIsNotedWithItsChannel(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.book(t, lefevre, karim.ID, "2026-11-25", 10)
	s, w, _ := wired(t, d, look.Style{}, 1282, 768)
	s.ActOn(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "Courrier posté")
	if got := d.visits(t, lefevre)[0]; got.Reminded.IsZero() {
		t.Fatalf("the reminder is not kept: %+v (%v)", got.Visit, d.Failed)
	}
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Rappelée le 23/11") || uitest.CanPress(w, "Appelé") {
		t.Errorf("a reminded visit says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Reprendre le rappel")
	if got := d.visits(t, lefevre)[0]; !got.Reminded.IsZero() {
		t.Errorf("taken back: %+v", got.Visit)
	}
}

// today books a visit of this morning.
func (d *desk) today(t *testing.T, h coop.HouseholdID, officer coop.StaffID) coop.Visit {
	t.Helper()
	return d.book(t, h, officer, "2026-11-23", 8)
}

func TestAFirstAbsenceLeadsToASecondDateAndTheCard(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.today(t, lefevre, karim.ID)
	s, w, h := wired(t, d, look.Style{}, 1282, 900)
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.CanPress(w, "Commencer la visite") {
		t.Errorf("today's visit cannot be begun: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Clore sans entretien")
	uitest.Press(t, w, "Absent")
	uitest.Press(t, w, "Enregistrer le résultat")
	if !uitest.Reads(w, "Personne n’était là") || !uitest.CanPress(w, "Imprimer l’avis de passage") {
		t.Fatalf("nothing follows an absence: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Proposer une deuxième date")
	uitest.Press(t, w, "Réserver")
	if !uitest.Reads(w, "Deuxième date : ") {
		t.Fatalf("the card with the second date is not offered: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Imprimer l’avis de passage")
	visits := d.visits(t, lefevre)
	if len(visits) != 2 || h.all() != "card of 23/11 with "+d.Words.DayBrief(d.Words.DayOf(visits[1].Start)) {
		t.Errorf("heard %s, visits %v (%v)", h.all(), visits, d.Failed)
	}
	d.Undo()
	if got := d.visits(t, lefevre)[1].State; got != coop.VisitCancelled {
		t.Errorf("undone, the second visit is %s", got)
	}
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Absent") || !uitest.CanPress(w, "Proposer une autre date") {
		t.Errorf("the visit that found nobody says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Imprimer l’avis de passage")
	if !strings.HasSuffix(h.all(), ", card of 23/11") {
		t.Errorf("heard %s", h.all())
	}
}

func TestAnInterruptedTalkDoesNotHideTheSecondDate(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.today(t, lefevre, karim.ID)
	if _, err := d.BeginTalk(t.Context(), d.Actor(), office.TalkStart{Household: lefevre, Kind: coop.CounterTalk}); err != nil {
		t.Fatal(err)
	}
	s, w, _ := wired(t, d, look.Style{}, 1282, 900)
	s.ActOn(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "Clore sans entretien")
	uitest.Press(t, w, "Absent")
	uitest.Press(t, w, "Enregistrer le résultat")
	if !uitest.CanPress(w, "Proposer une deuxième date") {
		t.Fatalf("no second date is offered: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Plus tard")
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.CanPress(w, "Proposer une autre date") {
		t.Errorf("the visit that found nobody leads nowhere: %v", uitest.Texts(w))
	}
}

func TestASecondAbsenceLeadsElsewhere(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	d.miss(t, lefevre, karim.ID, "2026-11-17", 10)
	v := d.today(t, lefevre, karim.ID)
	s, w, h := wired(t, d, look.Style{}, 1282, 900)
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Personne n’était là à la visite précédente.") {
		t.Errorf("the first trip is not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Clore sans entretien")
	uitest.Press(t, w, "Absent")
	uitest.Press(t, w, "Enregistrer le résultat")
	if !uitest.Reads(w, "On ne se déplace pas une troisième fois.") {
		t.Fatalf("nothing follows a second absence: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Proposer le téléphone")
	uitest.Press(t, w, "Retour")
	s.Offer(lefevre)
	uitest.Settle(w)
	uitest.Press(t, w, "Clore sans visite")
	uitest.Press(t, w, "Clore sans visite")
	if !uitest.Reads(w, "Il manque la raison de clore sans visite") {
		t.Fatalf("it is closed without a reason: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Sans réponse à nos courriers")
	uitest.Press(t, w, "Clore sans visite")
	uitest.Press(t, w, "Préparer la fiche")
	visits := d.visits(t, lefevre)
	if last := visits[len(visits)-1]; last.State != coop.VisitClosed || last.Reason != "Sans réponse à nos courriers" || h.all() != "sheet" {
		t.Fatalf("closed %+v, heard %s (%v)", last.Visit, h.all(), d.Failed)
	}
	d.Undo()
	f, err := d.Open(context.Background(), d.Actor(), lefevre)
	if err != nil || f.Next.Step != coop.NextOffer || d.LastSaid() != "Une visite est de nouveau attendue" {
		t.Errorf("taken back, next is %s, %v; the banner says %q", f.Next.Step, err, d.LastSaid())
	}
}

func TestAVisitThatWasPutOffGetsANewDateAtOnce(t *testing.T) {
	uitest.App(t)
	for name, words := range map[coop.Result]string{coop.MovedByThem: "Reportée par la personne", coop.MovedByUs: "Reportée par nous"} {
		t.Run(string(name), func(t *testing.T) {
			d, karim, lefevre, _ := coopOf(t)
			v := d.today(t, lefevre, karim.ID)
			s, w, _ := wired(t, d, look.Style{}, 1282, 900)
			s.End(v.ID)
			uitest.Settle(w)
			uitest.Press(t, w, words)
			uitest.Press(t, w, "Enregistrer le résultat")
			if !uitest.Reads(w, "Proposer un créneau") || len(times(w)) != 3 {
				t.Errorf("no new date is proposed: %v (%v)", uitest.Texts(w), d.Failed)
			}
		})
	}
}

func TestNoCardIsLeftAfterACall(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v, err := d.BookVisit(context.Background(), d.Actor(), coop.Booking{
		Household: lefevre, Officer: karim.ID, Place: coop.ByPhone, Start: coop.Day("2026-11-23").At(8, 0, d.Zone()), Agreed: true, Reason: "convenu",
	})
	if err != nil {
		t.Fatal(err)
	}
	s, w, _ := wired(t, d, look.Style{}, 1282, 900)
	s.End(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "Absent")
	uitest.Press(t, w, "Enregistrer le résultat")
	if uitest.Reads(w, "avis de passage") || !uitest.Reads(w, "Proposer un créneau") {
		t.Errorf("after a call, the sheet says %v", uitest.Texts(w))
	}
}

func TestARefusalLeadsToItsLetter(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.today(t, lefevre, karim.ID)
	s, w, h := wired(t, d, look.Style{}, 1282, 900)
	s.End(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "Refus")
	uitest.Press(t, w, "Enregistrer le résultat")
	if h.all() != "ended refused" {
		t.Errorf("heard %s", h.all())
	}
	s.ActOn(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "Après un refus de visite")
	if h.all() != "ended refused, letter closing-letter" {
		t.Errorf("heard %s", h.all())
	}
}

func TestACancelledVisitIsPutBackFromItsSheet(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.book(t, lefevre, karim.ID, "2026-12-03", 10)
	if _, err := d.CancelVisit(context.Background(), d.Actor(), v.ID, "La personne ne peut pas"); err != nil {
		t.Fatal(err)
	}
	s, w, _ := wired(t, d, look.Style{}, 1282, 768)
	s.ActOn(v.ID)
	uitest.Settle(w)
	if !uitest.Reads(w, "Annulée") || !uitest.Reads(w, "La personne ne peut pas") {
		t.Errorf("a cancelled visit says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Rétablir la visite")
	if got := d.visits(t, lefevre)[0].State; got != coop.VisitPlanned {
		t.Errorf("put back, it is %s (%v)", got, d.Failed)
	}
}

func TestAVisitThatIsGoneIsToldOf(t *testing.T) {
	uitest.App(t)
	d, _, _, _ := coopOf(t)
	s, w, _ := wired(t, d, look.Style{}, 1282, 768)
	s.ActOn("nowhere")
	if len(d.Failed) != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("heard %v", d.Failed)
	}
}

func TestPicturesOfAVisitsLife(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, benali := coopOf(t)
	long := d.enter(t, "de Oliveira Châtelain-Quéméneur")
	d.miss(t, lefevre, karim.ID, "2026-11-17", 10)
	v := d.today(t, lefevre, karim.ID)
	other := d.book(t, benali, karim.ID, "2026-12-03", 14)
	missed := d.book(t, long, karim.ID, "2026-11-20", 9)
	if _, err := d.CloseVisit(context.Background(), d.Actor(), missed.ID, coop.Outcome{Result: coop.Absent, Overall: -1}, nil); err != nil {
		t.Fatal(err)
	}
	for _, how := range []func() (coop.Visit, error){
		func() (coop.Visit, error) { return d.ConfirmVisit(context.Background(), d.Actor(), other.ID, true) },
		func() (coop.Visit, error) {
			return d.RemindVisit(context.Background(), d.Actor(), other.ID, coop.ByCall)
		},
	} {
		if _, err := how(); err != nil {
			t.Fatal(err)
		}
	}
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1366, 768), "1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				shown := map[string]func(*booking.Sheets){
					"act": func(s *booking.Sheets) { s.ActOn(v.ID) }, "confirmed": func(s *booking.Sheets) { s.ActOn(other.ID) },
					"missed": func(s *booking.Sheets) { s.ActOn(missed.ID) }, "end": func(s *booking.Sheets) { s.End(v.ID) },
					"offer": func(s *booking.Sheets) { s.Offer(lefevre) }, "give-up": func(s *booking.Sheets) { s.GiveUp(lefevre) },
				}
				for what, show := range shown {
					s, w, _ := wired(t, d, look.Style{Mode: mode}, size.Width, size.Height)
					show(s)
					uitest.Settle(w)
					uitest.Shot(t, w, fmt.Sprintf("life/%s-%s-%s.png", what, name, mode))
				}
			})
		}
	}
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}
