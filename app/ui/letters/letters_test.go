package letters_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/letters"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// home is a household whose visit was carried out, with a share, and what is planned at the coop.
func home(tb testing.TB, d *trial.Desk) coop.HouseholdID {
	tb.Helper()
	ctx := tb.Context()
	rows, _, err := d.People(ctx, d.Actor(), coop.RowFilter{}, false)
	if err != nil {
		tb.Fatal(err)
	}
	for _, e := range []coop.Event{
		{Kind: coop.EventWorkshop, Title: "Jardiner au pied de l’immeuble", Day: "2027-04-10", Hour: "10:00"},
		{Kind: coop.EventWorkshop, Title: "Réparer son vélo", Day: "2027-05-15"},
	} {
		if err := d.KeepEvent(ctx, d.Actor(), e); err != nil {
			tb.Fatal(err)
		}
	}
	for _, r := range rows {
		f, err := d.Open(ctx, d.Actor(), r.ID)
		if err != nil {
			tb.Fatal(err)
		}
		if r.Met && f.Household.Share.State == coop.ShareSubscribed && f.Household.Lives(trial.Today) && f.Residence.Address != "" && last(f) == coop.Done {
			return r.ID
		}
	}
	tb.Fatal("nobody of the invented coop was visited")
	return ""
}

// last is how the household's last visit ended.
func last(f coop.File) coop.Result {
	var v coop.VisitRow
	for _, other := range f.Visits {
		if other.State == coop.VisitHeld && other.Kind != coop.DeskVisit && other.Start.After(v.Start) {
			v = other
		}
	}
	return v.Result
}

// chosen is what was pressed.
type chosen struct {
	kind  coop.PaperKind
	event coop.EventID
}

func show(tb testing.TB, d *trial.Desk, h coop.HouseholdID, style look.Style, size fyne.Size) (fyne.Window, *chosen) {
	tb.Helper()
	w := uitest.Styled(tb, style, container.NewStack(), size.Width, size.Height)
	got := &chosen{}
	letters.Show(letters.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Canvas: w.Canvas, OnError: d.OnError,
		OnLetter: func(_ coop.HouseholdID, kind coop.PaperKind, event coop.EventID) { *got = chosen{kind, event} },
	}, h)
	uitest.Settle(w)
	return w, got
}

func TestLettersThatMakeSenseNowAreOffered(t *testing.T) {
	uitest.App(t)
	d := trial.Open(t, 400)
	h := home(t, d)
	w, got := show(t, d, h, look.Style{}, fyne.NewSize(1282, 1400))
	for _, can := range []string{"Merci de votre accueil", "Vous êtes coopérateur", "Demande son avis, sur une page sans nom", "Invitation à un atelier : Réparer son vélo"} {
		if !uitest.Reads(w, can) {
			t.Errorf("%q is not offered: %q", can, uitest.Texts(w))
		}
	}
	for _, cannot := range []string{"Une autre date", "Après un refus de visite"} {
		if !uitest.Reads(w, cannot) {
			t.Errorf("%q is not said", cannot)
		}
		if uitest.CanPress(w, cannot) {
			if uitest.Press(t, w, cannot); *got != (chosen{}) {
				t.Errorf("%q can be chosen", cannot)
			}
		}
	}
	if !uitest.Reads(w, "Aucun refus de visite n’est noté") {
		t.Errorf("nothing says why not: %q", uitest.Texts(w))
	}
	uitest.Press(t, w, "Invitation à un atelier : Réparer son vélo, samedi 15 mai")
	if got.kind != coop.WorkshopLetter || got.event == "" {
		t.Errorf("pressed %+v", got)
	}
}

func TestALetterThatWasMadeBeforeSaysSo(t *testing.T) {
	uitest.App(t)
	d := trial.Open(t, 400)
	h := home(t, d)
	if err := d.KeepPaper(t.Context(), d.Actor(), coop.Paper{Household: h, Kind: coop.MemberLetter, Hash: "ab", Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	w, _ := show(t, d, h, look.Style{}, fyne.NewSize(1282, 1400))
	if !uitest.Reads(w, "la voix qu’elle donne. Déjà fait le 23 novembre 2026.") {
		t.Errorf("nothing says so: %q", uitest.Texts(w))
	}
}

func TestPicturesOfLetters(t *testing.T) {
	uitest.App(t)
	d := trial.Open(t, 400)
	h := home(t, d)
	if err := d.KeepPaper(t.Context(), d.Actor(), coop.Paper{Household: h, Kind: coop.MemberLetter, Hash: "ab", Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1366, 768), "1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)} {
		for _, mode := range uitest.Themes() {
			w, _ := show(t, d, h, look.Style{Mode: mode}, size)
			uitest.Shot(t, w, fmt.Sprintf("letters/%s-%s.png", name, mode))
			if uitest.Reads(w, "⟦") {
				t.Errorf("something is not said: %q", uitest.Texts(w))
			}
		}
	}
}
