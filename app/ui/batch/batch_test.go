package batch_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/ui/batch"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/assets"
)

// stand is the page over an invented coop, with a press that keeps papers and draws a line on them.
type stand struct {
	*trial.Desk
	t      *testing.T
	window fyne.Window
	screen *batch.Screen
	stopAt int    // somebody presses Annuler after so many papers, 0 for never
	fails  int    // place of the paper that cannot be made, 0 for none
	during func() // while papers are made; may be nil
	did    []string
}

// Make implements batch.Maker.
func (s *stand) Make(ctx context.Context, o batch.Order, progress func(done, total int)) (batch.Made, error) {
	row, err := s.Batch(context.Background(), o.ID)
	if err != nil {
		return batch.Made{}, err
	}
	items, err := s.BatchItems(context.Background(), o.ID)
	if err != nil {
		return batch.Made{}, err
	}
	items = slices.DeleteFunc(items, func(i coop.BatchItem) bool { return i.State != coop.BatchWaiting })
	m := batch.Made{Each: o.Each, Alone: true, File: o.Folder + "/courriers.pdf"}
	var done []coop.BatchDone
	for n, i := range items {
		d := coop.BatchDone{Place: i.Place, Household: i.Household, Hash: "hash", At: trial.Today.At(9, 12, s.Zone())}
		if i.Place == s.fails {
			d.Hash, d.Why = "", "letter.refused.address"
		} else {
			m.Papers++
		}
		done = append(done, d)
		progress(n+1, len(items))
		if n+1 == s.stopAt {
			s.stopAt = 0
			if s.during != nil {
				s.during()
			}
			uitest.Press(s.t, s.window, "Annuler")
		}
		if ctx.Err() != nil {
			break
		}
	}
	if err := s.BatchMade(context.Background(), s.Actor(), row.Batch, done); err != nil {
		return m, err
	}
	if m.Batch, err = s.Batch(context.Background(), o.ID); err == nil && m.Batch.Waiting == 0 {
		m.Batch, err = s.EndBatch(context.Background(), s.Actor(), o.ID)
	}
	m.Pages = m.Papers
	return m, err
}

// Leaves implements batch.Maker.
func (s *stand) Leaves(_ context.Context, asked coop.BatchAsked, id coop.HouseholdID) ([]kit.Leaf, error) {
	h, err := s.Open(context.Background(), s.Actor(), id)
	text := fmt.Sprintf("%s pour %s", asked.Kind, h.Household.Name())
	return []kit.Leaf{{Width: 210, Height: 297, Draw: func(p kit.Pencil) { p.Text(25, 60, 14, 400, 0, text) }}}, err
}

func show(t *testing.T, d *trial.Desk, style look.Style, width, height float32, only ...coop.HouseholdID) *stand {
	t.Helper()
	s := &stand{Desk: d, t: t}
	s.screen = batch.New(batch.Params{
		Desk: d.Office, Maker: s, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Canvas: func() fyne.Canvas { return s.window.Canvas() },
		Fonts:   kit.LeafFonts{400: assets.FontRegular, 600: assets.FontSemiBold, 700: assets.FontBold},
		Notices: d, OnError: d.OnError, Only: only,
		ChooseFolder: func(chosen func(string)) { chosen("/documents") },
		OnPrint:      func(m batch.Made) { s.did = append(s.did, "print "+m.File) },
		OnLabels: func(ids []coop.HouseholdID, first int) {
			s.did = append(s.did, fmt.Sprintf("labels %d from %d", len(ids), first))
		},
		OnOpen: func(coop.HouseholdID) { s.did = append(s.did, "open") },
	})
	s.window = uitest.Styled(t, style, s.screen.Content(), width, height)
	s.screen.Refresh()
	uitest.Settle(s.window)
	return s
}

func (s *stand) press(t *testing.T, words ...string) {
	t.Helper()
	for _, word := range words {
		uitest.Press(t, s.window, word)
	}
}

func (s *stand) reads(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !uitest.Reads(s.window, text) {
			t.Errorf("the page does not say %q, it says:\n%s", text, strings.Join(uitest.Texts(s.window), "\n"))
		}
	}
	if len(s.Failed) > 0 {
		t.Errorf("failed: %v", s.Failed)
	}
}

func TestACourierForManyIsChosenMadeStoppedAndGoneOnWith(t *testing.T) {
	test.NewTempApp(t)
	s := show(t, trial.Open(t, 120), look.Style{}, 1282, 716)
	s.reads(t, "Courriers en nombre", "Merci de votre fidélité", "Étiquettes d’adresse")
	s.press(t, "Fiche de bienvenue")
	s.reads(t, "Le reçoivent (", "Écartés (", "Un seul PDF à imprimer")
	s.press(t, "Aussi à ceux qui l’ont déjà reçu")
	all := len(plan(t, s, coop.BatchAsked{Kind: coop.WelcomeSheet, Again: true}).For)
	s.reads(t, fmt.Sprintf("Le reçoivent (%d)", all))
	if past, _ := s.Batches(t.Context()); len(past) != 0 {
		t.Fatal("a batch was begun before anybody said so")
	}
	s.stopAt, s.fails = 7, 3
	s.press(t, "Un seul PDF à imprimer")
	s.reads(t, fmt.Sprintf("6 faits, 1 impossible, %d restent", all-7), "6 papiers, dans /documents/courriers.pdf", "Ceux qui n’ont pas pu être faits")
	s.screen.Refresh() // as after the preview before the printer
	s.reads(t, "Ceux qui n’ont pas pu être faits")
	s.press(t, "Continuer", "Un fichier par foyer")
	s.reads(t, fmt.Sprintf("%d faits, 1 impossible", all-1))
	s.press(t, "Étiquettes", "Voir les étiquettes")
	if got := fmt.Sprint(s.did); got != fmt.Sprintf("[labels %d from 1]", all-1) {
		t.Errorf("handed on: %s", got)
	}
	s.press(t, "Faire autre chose")
	s.reads(t, "Envois précédents", "Réimprimer")
	s.press(t, "Réimprimer")
	s.reads(t, "Ces papiers ont déjà été faits", fmt.Sprintf("Le reçoivent (%d)", all-1))
}

func plan(t *testing.T, s *stand, asked coop.BatchAsked) coop.BatchPlan {
	t.Helper()
	p, err := s.PlanBatch(t.Context(), s.Actor(), asked)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestChoicesNarrowWhoGetsAPaper(t *testing.T) {
	test.NewTempApp(t)
	s := show(t, trial.Open(t, 120), look.Style{}, 1282, 1400)
	s.press(t, "Fiche de bienvenue", "Aussi à ceux qui l’ont déjà reçu", "5 ans")
	want := plan(t, s, coop.BatchAsked{Kind: coop.WelcomeSheet, Again: true, Years: 5})
	s.reads(t, fmt.Sprintf("Le reçoivent (%d)", len(want.For)))
	s.press(t, "Peu importe", "Écartés (")
	out := plan(t, s, coop.BatchAsked{Kind: coop.WelcomeSheet, Again: true}).Left
	if len(out) == 0 {
		t.Fatal("nobody is left out of an invented coop")
	}
	s.reads(t, s.Words.BatchLeft(out[0]))
	homes, err := s.Residences(t.Context(), s.Actor())
	if err != nil {
		t.Fatal(err)
	}
	s.press(t, "Le reçoivent (", "Toutes les résidences", homes[1].Name)
	want = plan(t, s, coop.BatchAsked{Kind: coop.WelcomeSheet, Again: true, Residences: []coop.ResidenceID{homes[1].ID}})
	s.reads(t, fmt.Sprintf("Le reçoivent (%d)", len(want.For)), "Ajouter une résidence")
	s.press(t, homes[1].Name)
	s.reads(t, "Toutes les résidences")
}

func TestAPageIsSeenBeforeItIsMade(t *testing.T) {
	test.NewTempApp(t)
	d := trial.Open(t, 40)
	s := show(t, d, look.Style{}, 1282, 716)
	s.press(t, "Fiche de bienvenue", "Aussi à ceux qui l’ont déjà reçu")
	first := plan(t, s, coop.BatchAsked{Kind: coop.WelcomeSheet, Again: true}).For[0]
	rows, err := s.RowsOf(t.Context(), s.Actor(), []coop.HouseholdID{first})
	if err != nil {
		t.Fatal(err)
	}
	s.press(t, s.Words.People(rows[first].Holders))
	s.reads(t, "welcome-sheet pour")
}

func TestThoseOfTheSearchAreOffered(t *testing.T) {
	test.NewTempApp(t)
	d := trial.Open(t, 40)
	s := show(t, d, look.Style{}, 1282, 1400)
	some := plan(t, s, coop.BatchAsked{Kind: coop.AddressLabels}).For[:3]
	s = show(t, d, look.Style{}, 1282, 1400, some...)
	s.press(t, "Étiquettes d’adresse", "Ceux de la recherche (3)")
	s.reads(t, "Le reçoivent (3)")
}

func TestWhatAPaperNeedsIsSaid(t *testing.T) {
	test.NewTempApp(t)
	s := show(t, trial.Open(t, 0), look.Style{}, 1282, 1400)
	s.press(t, "Invitation à un atelier")
	s.reads(t, "Il manque l’événement", "Personne ne le reçoit")
	if uitest.CanPress(s.window, "Un seul PDF à imprimer") {
		t.Error("papers for nobody can be made")
	}
	back(t, s)
	s.press(t, "Merci de votre fidélité")
	s.reads(t, "Dernier jour pour renvoyer le questionnaire")
	back(t, s)
	s.press(t, "Questionnaire")
	s.reads(t, "Dernier jour pour renvoyer le questionnaire", "Dans la langue du foyer, si le texte existe")
	back(t, s)
	if s.screen.Back() {
		t.Error("there is a step back from the first page")
	}
}

// back goes back to the choice of a paper.
func back(t *testing.T, s *stand) {
	t.Helper()
	if !s.screen.Back() {
		t.Fatal("there is no step back")
	}
	s.reads(t, "Courriers en nombre")
}

func TestThanksForTheYearsGoToThoseWhoHaveBeenThereForSome(t *testing.T) {
	test.NewTempApp(t)
	s := show(t, trial.Open(t, 120), look.Style{}, 1282, 1400)
	asked := coop.BatchAsked{Kind: coop.LoyaltyLetter, ReplyBy: trial.Today.Add(21), Years: 5}
	some := len(plan(t, s, asked).For)
	asked.Years = 0
	all := len(plan(t, s, asked).For)
	if some == 0 || some == all {
		t.Fatalf("%d of %d households have been there for five years", some, all)
	}
	s.press(t, "Merci de votre fidélité")
	s.reads(t, fmt.Sprintf("Le reçoivent (%d)", some))
	s.press(t, "Peu importe")
	s.reads(t, fmt.Sprintf("Le reçoivent (%d)", all))
}

// TestPictures leaves pictures to look at under build/batch when PICTURES is set.
func TestPictures(t *testing.T) {
	test.NewTempApp(t)
	d := trial.Open(t, 400)
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 716), "1280x800": fyne.NewSize(1196, 748), "800x1280": fyne.NewSize(800, 1144)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				s := show(t, d, look.Style{Mode: mode}, size.Width, size.Height)
				shot := func(what string) { uitest.Shot(t, s.window, fmt.Sprintf("batch/%s-%s-%s.png", what, name, mode)) }
				shot("kinds")
				s.press(t, "Invitation à un atelier")
				shot("nobody")
				back(t, s)
				s.press(t, "Merci de votre fidélité")
				shot("loyal")
				back(t, s)
				s.press(t, "Fiche de bienvenue", "Aussi à ceux qui l’ont déjà reçu")
				shot("whom")
				s.press(t, "Écartés (")
				shot("left")
				s.press(t, "Le reçoivent (")
				s.stopAt, s.fails, s.during = 60, 3, func() { shot("making") }
				s.press(t, "Un seul PDF à imprimer")
				shot("made")
			})
		}
	}
}
