package reminders_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/reminders"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// desk is the trial's, with what these tests do at it.
type desk struct{ *trial.Desk }

// coopOf is a coop with an officer and, in two days, two visits of theirs.
func coopOf(t *testing.T) (d *desk, lefevre, benali coop.Visit) {
	t.Helper()
	uitest.App(t)
	d = &desk{trial.Open(t, 0)}
	karim, err := d.KeepStaff(context.Background(), d.Actor(), coop.Staff{Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	lefevre = d.book(t, karim.ID, 9, coop.Household{
		Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre", Mobile: "0639981102", Email: "eloise@example.org"}},
		Prefers: []coop.Preference{coop.PreferCall}, Wishes: "sonner deux fois",
	})
	benali = d.book(t, karim.ID, 14, coop.Household{
		Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Maria-José", Last: "de Oliveira Châtelain-Quéméneur"}},
	})
	return d, lefevre, benali
}

func (d *desk) book(t *testing.T, officer coop.StaffID, hour int, h coop.Household) coop.Visit {
	t.Helper()
	h.Product, h.Entry, h.Dwelling = coop.Rental, "2026-10-05", coop.Dwelling{Building: "B", Door: "12"}
	id, err := d.AddHousehold(context.Background(), d.Actor(), h, coop.Residence{Name: "Champmilan", Town: "Vaulx-la-Rivière"})
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.BookVisit(context.Background(), d.Actor(), coop.Booking{
		Household: id, Officer: officer, Start: coop.Day("2026-11-25").At(hour, 0, d.Zone()), Agreed: true, Reason: "convenu",
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (d *desk) visit(t *testing.T, id coop.VisitID) coop.Visit {
	t.Helper()
	v, err := d.Visit(context.Background(), d.Actor(), id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// shown is the page in a window; heard is what it called back.
func shown(t *testing.T, d reminders.Desk, one *desk, style look.Style, width, height float32) (fyne.Window, *[]string) {
	t.Helper()
	heard := &[]string{}
	note := func(what string) { *heard = append(*heard, what) }
	w := uitest.Styled(t, style, kit.Column(), width, height)
	s := reminders.New(reminders.Params{
		Desk: d, Words: one.Words, Run: kit.Inline(), Actor: one.Actor, Canvas: w.Canvas, Notices: one, OnError: one.OnError,
		Text: func(stop coop.Stop) (subject, body string, err error) {
			return "Votre visite de courtoisie", "Bonjour,\n\nNous venons vous voir " + one.Words.When(stop.Start) + ". Cette visite vous accueille : ce n’est pas un contrôle.\n\nÀ bientôt", nil
		},
		OnLetter: func(coop.Stop) { note("letter") }, OnAct: func(coop.VisitID) { note("act") }, OnOpen: func(coop.HouseholdID) { note("open") },
		OnCall: func(number string) { note("call " + number) },
	})
	w.SetContent(s.Content())
	s.Refresh()
	uitest.Settle(w)
	return w, heard
}

func TestAReminderIsNotedWithOnePressAndTakenBack(t *testing.T) {
	d, lefevre, _ := coopOf(t)
	w, _ := shown(t, d, d, look.Style{}, 1282, 768)
	for _, words := range []string{"2 visites des prochains jours ouvrés à rappeler", "Bienvenue n’envoie rien", "06 39 98 11 02", "mercredi 25 novembre à 9 h", "Appeler plutôt qu’écrire", "Aucun numéro connu"} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
	uitest.Press(t, w, "Appelé")
	if d.visit(t, lefevre.ID).Reminded.IsZero() || uitest.Reads(w, "LEFÈVRE") || !uitest.Reads(w, "1 visite des prochains jours ouvrés à rappeler") {
		t.Fatalf("the reminder is not noted: %v (%v)", uitest.Texts(w), d.Failed)
	}
	if !strings.HasPrefix(d.LastSaid(), "Mme Éloïse LEFÈVRE") {
		t.Errorf("the banner says %q", d.LastSaid())
	}
	d.Undo()
	uitest.Settle(w)
	if !d.visit(t, lefevre.ID).Reminded.IsZero() || !uitest.Reads(w, "LEFÈVRE") {
		t.Errorf("the reminder is not taken back: %v (%v)", uitest.Texts(w), d.Failed)
	}
}

func TestWhatToWriteIsCopied(t *testing.T) {
	d, lefevre, _ := coopOf(t)
	w, heard := shown(t, d, d, look.Style{}, 1282, 900)
	uitest.Press(t, w, "LEFÈVRE")
	for _, words := range []string{"Votre visite de courtoisie", "ce n’est pas un contrôle", "eloise@example.org", "sonner deux fois"} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
	uitest.Press(t, w, "Copier le texte")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Nous venons vous voir mercredi 25\u00a0novembre") {
		t.Errorf("copied %q", got)
	}
	uitest.Press(t, w, "Copier eloise@example.org")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "eloise@example.org" {
		t.Errorf("copied %q", got)
	}
	uitest.Press(t, w, "Appeler le 06 39 98 11 02")
	uitest.Press(t, w, "La personne confirme sa venue")
	uitest.Press(t, w, "Écrit")
	if v := d.visit(t, lefevre.ID); v.Reminded.IsZero() || v.Confirmed.IsZero() {
		t.Errorf("noted %+v", v)
	}
	d.Undo()
	if v := d.visit(t, lefevre.ID); !v.Reminded.IsZero() || !v.Confirmed.IsZero() {
		t.Errorf("taken back: %+v (%v)", v, d.Failed)
	}
	if got := strings.Join(*heard, ", "); got != "call 0639981102" {
		t.Errorf("heard %s", got)
	}
}

func TestTheSheetLeadsOn(t *testing.T) {
	d, _, _ := coopOf(t)
	w, heard := shown(t, d, d, look.Style{}, 1282, 900)
	for _, words := range []string{"Imprimer la lettre", "Voir la visite", "Ouvrir la fiche"} {
		uitest.Press(t, w, "LEFÈVRE")
		uitest.Press(t, w, words)
	}
	if got := strings.Join(*heard, ", "); got != "letter, act, open" {
		t.Errorf("heard %s", got)
	}
}

func TestAnOfficerSeesTheirOwn(t *testing.T) {
	d, _, _ := coopOf(t)
	officers, err := d.Officers(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	lea, err := d.KeepStaff(context.Background(), d.Actor(), coop.Staff{Login: "lea", Name: "Léa Martin", Role: coop.Officer, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	d.Member = lea
	w, _ := shown(t, d, d, look.Style{}, 1282, 768)
	if !uitest.Reads(w, "Personne à rappeler aujourd’hui") {
		t.Errorf("an officer without visits sees %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Léa Martin")
	uitest.Press(t, w, officers[0].Name)
	if !uitest.Reads(w, "LEFÈVRE") {
		t.Errorf("a colleague's are not shown: %v", uitest.Texts(w))
	}
}

// crowd answers with as many visits as a test wants, or with an error.
type crowd struct {
	*desk
	n   int
	err error
}

func (c crowd) Reminders(ctx context.Context, by coop.Actor, officer coop.StaffID) ([]coop.Stop, error) {
	if c.err != nil {
		return nil, c.err
	}
	some, err := c.desk.Reminders(ctx, by, officer)
	if err != nil || len(some) == 0 {
		return some, err
	}
	all := make([]coop.Stop, c.n)
	for i := range all {
		all[i] = some[i%len(some)]
	}
	return all, nil
}

func TestAnErrorIsToldAndManyAreListed(t *testing.T) {
	d, _, _ := coopOf(t)
	lost := errors.New("lost")
	shown(t, crowd{desk: d, err: lost}, d, look.Style{}, 1282, 768)
	if len(d.Failed) != 1 || !errors.Is(d.Failed[0], lost) {
		t.Errorf("heard %v", d.Failed)
	}
	w, _ := shown(t, crowd{desk: d, n: 400}, d, look.Style{}, 1282, 768)
	if !uitest.Reads(w, "400 visites des prochains jours ouvrés à rappeler") {
		t.Errorf("many are not counted: %v", uitest.Texts(w)[:8])
	}
}

func TestPicturesOfReminders(t *testing.T) {
	d, _, _ := coopOf(t)
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 768), "1280x800": fyne.NewSize(1196, 800), "800x1280": fyne.NewSize(800, 1196)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				w, _ := shown(t, crowd{desk: d, n: 12}, d, look.Style{Mode: mode}, size.Width, size.Height)
				uitest.Shot(t, w, fmt.Sprintf("reminders/list-%s-%s.png", name, mode))
				uitest.Press(t, w, "LEFÈVRE")
				uitest.Shot(t, w, fmt.Sprintf("reminders/sheet-%s-%s.png", name, mode))
			})
		}
	}
	d.Member, _ = d.KeepStaff(context.Background(), d.Actor(), coop.Staff{Login: "lea", Name: "Léa Martin", Role: coop.Officer, Active: true})
	w, _ := shown(t, d, d, look.Style{}, 1282, 768)
	uitest.Shot(t, w, "reminders/empty.png")
}
