package asking_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/asking"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// desk is the trial's, with questionnaires that were printed.
type desk struct {
	*trial.Desk
	table [][]string // the last that was saved
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	uitest.App(t)
	return &desk{Desk: trial.Open(t, 0)}
}

// printed prints a questionnaire for a new household.
func (d *desk) printed(t *testing.T, language string) coop.Reference {
	t.Helper()
	ctx := context.Background()
	home, err := d.AddHousehold(ctx, d.Actor(), coop.Household{
		Product: coop.Rental, Entry: "2008-03-01", Holders: []coop.Cooperator{{Civility: coop.Madame, Last: "Lefèvre"}},
	}, coop.Residence{Name: "Champmilan", Town: "Vaulx"})
	if err != nil {
		t.Fatal(err)
	}
	a, err := d.NewAsking(ctx, d.Actor(), home, language)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.KeepPaper(ctx, d.Actor(), coop.Paper{Household: home, Kind: coop.Questionnaire, Hash: "0a", Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	return a.Reference
}

func (d *desk) find(t *testing.T, ref coop.Reference) coop.Asking {
	t.Helper()
	a, _, err := d.FindAsking(context.Background(), d.Actor(), string(ref))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// shown is the page in a window that hands it its keys, as the shell does.
func (d *desk) shown(t *testing.T, style look.Style, width, height float32) fyne.Window {
	t.Helper()
	w := uitest.Styled(t, style, kit.Column(), width, height)
	s := asking.New(asking.Params{
		Desk: d.Office, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Canvas: w.Canvas, Notices: d.Desk, OnError: d.OnError,
		OnSave: func(_ string, table [][]string) { d.table = table },
	})
	w.SetContent(s.Content())
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { s.TypedKey(e) })
	w.Canvas().SetOnTypedRune(s.TypedRune)
	s.Refresh()
	s.Focus()
	uitest.Settle(w)
	return w
}

// scan is what a hand scanner does: it types, then presses Enter.
func scan(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	for _, letter := range text {
		uitest.Letter(t, w, letter)
	}
	uitest.Key(t, w, fyne.KeyReturn)
	uitest.Settle(w)
}

func keys(t *testing.T, w fyne.Window, figures string) {
	t.Helper()
	for _, f := range figures {
		uitest.Letter(t, w, f)
	}
	uitest.Settle(w)
}

func reads(t *testing.T, w fyne.Window, all ...string) {
	t.Helper()
	for _, words := range all {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
}

// choices are the keys of what is kept, « 1 » for the first choice, « - » for none.
func (d *desk) choices(t *testing.T, ref coop.Reference) string {
	t.Helper()
	a, form, err := d.FindAsking(context.Background(), d.Actor(), string(ref))
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for i, q := range form.Questions {
		if !a.Back() {
			return "not back"
		}
		if key := q.Key(a.Answers[i].Choice); key > 0 {
			said.WriteString(strconv.Itoa(key))
		} else {
			said.WriteString("-")
		}
	}
	return said.String()
}

func TestAWholeQuestionnaireIsKeyedInByKeysAlone(t *testing.T) {
	d := newDesk(t)
	first, second := d.printed(t, "fr"), d.printed(t, "fr")
	w := d.shown(t, look.Style{}, 1282, 768)
	reads(t, w, "Questionnaires reçus", "0 saisi aujourd’hui, 2 attendus", "Une touche par réponse")
	scan(t, w, strings.ToLower(first.String()))
	reads(t, w, first.String(), "1 · Oui", "Saviez-vous que les habitants", "0 réponse sur 10")
	keys(t, w, "12é") // the French keyboard's 2 without Shift
	uitest.Key(t, w, fyne.KeyBackspace)
	keys(t, w, "10")             // the third anew; the fourth is left blank
	keys(t, w, "9")              // the fifth question has no ninth choice
	uitest.Key(t, w, fyne.KeyUp) // back to the fourth
	keys(t, w, " 5432")
	uitest.Key(t, w, fyne.KeyReturn) // the ninth is skipped
	reads(t, w, "7 réponses sur 10")
	keys(t, w, "3")
	reads(t, w, "Entrée pour garder")
	keys(t, w, "1") // there is no eleventh question
	uitest.Key(t, w, fyne.KeyReturn)
	uitest.Settle(w)
	if got, want := d.choices(t, first), "121-5432-3"; got != want {
		t.Errorf("kept %s, want %s (%v)", got, want, d.Failed)
	}
	reads(t, w, "1 saisi aujourd’hui, 1 attendu.", "Référence du questionnaire")
	if !strings.Contains(d.LastSaid(), first.String()+" : 8 réponses gardées") {
		t.Errorf("the banner says %q", d.LastSaid())
	}
	scan(t, w, string(second)) // the next paper, without touching the mouse
	reads(t, w, second.String())
}

func TestAWrongReferenceSaysSoAndTheNextScanReplacesIt(t *testing.T) {
	d := newDesk(t)
	ref := d.printed(t, "fr")
	w := d.shown(t, look.Style{}, 1282, 768)
	wrong := "C" + string(ref[1:])
	if ref[0] == 'C' {
		wrong = "D" + string(ref[1:])
	}
	scan(t, w, wrong)
	reads(t, w, "un signe est faux, ou deux sont inversés")
	scan(t, w, "XXXX-XXXX")
	reads(t, w, "la référence d’un aperçu")
	scan(t, w, string(ref))
	reads(t, w, ref.String(), "1 · Oui")
}

func TestAScanFindsTheFieldThatWasLeft(t *testing.T) {
	d := newDesk(t)
	ref := d.printed(t, "fr")
	w := d.shown(t, look.Style{}, 1282, 768)
	w.Canvas().Unfocus()
	scan(t, w, string(ref))
	reads(t, w, ref.String(), "1 · Oui")
}

func TestWhatWasKeptIsTakenBackAndCorrected(t *testing.T) {
	d := newDesk(t)
	ref := d.printed(t, "fr")
	w := d.shown(t, look.Style{}, 1282, 768)
	scan(t, w, string(ref))
	keys(t, w, "1111111111")
	uitest.Key(t, w, fyne.KeyReturn)
	if got := d.choices(t, ref); got != "1111111111" {
		t.Fatalf("kept %s", got)
	}
	d.Undo()
	uitest.Settle(w)
	if got := d.choices(t, ref); got != "not back" {
		t.Errorf("after undoing: %s", got)
	}
	reads(t, w, ref.String(), "10 réponses sur 10") // open again, as it was ticked
	keys(t, w, "2")
	for range 9 {
		uitest.Key(t, w, fyne.KeyDown)
	}
	uitest.Key(t, w, fyne.KeyReturn)
	if got := d.choices(t, ref); got != "2111111111" {
		t.Errorf("corrected to %s", got)
	}
	scan(t, w, string(ref))
	reads(t, w, "Déjà saisi le 23 novembre 2026")
	keys(t, w, "1")
	uitest.Press(t, w, "Garder, puis le suivant")
	if got := d.choices(t, ref); got != "1111111111" {
		t.Errorf("corrected to %s", got)
	}
	d.Undo()
	if got := d.choices(t, ref); got != "2111111111" {
		t.Errorf("undone to %s", got)
	}
	uitest.Settle(w)
	uitest.Press(t, w, "Effacer ces réponses")
	if d.find(t, ref).Back() {
		t.Error("the answers are still there")
	}
}

func TestAQuestionnaireThatIsLeftKeepsNothing(t *testing.T) {
	d := newDesk(t)
	ref := d.printed(t, "en")
	w := d.shown(t, look.Style{}, 1282, 768)
	scan(t, w, string(ref))
	keys(t, w, "12")
	uitest.Key(t, w, fyne.KeyEscape)
	uitest.Settle(w)
	if d.find(t, ref).Back() || !uitest.Reads(w, "Référence du questionnaire") {
		t.Errorf("something was kept, or it is still open: %v", uitest.Texts(w))
	}
	d.Undo()
	uitest.Settle(w)
	reads(t, w, ref.String(), "2 réponses sur 10")
}

// TestTheNextScanIsNeverAnAnswer scans the next paper before the last one was kept.
func TestTheNextScanIsNeverAnAnswer(t *testing.T) {
	d := newDesk(t)
	first, second := d.printed(t, "fr"), d.printed(t, "fr")
	w := d.shown(t, look.Style{}, 1282, 768)
	scan(t, w, string(first))
	keys(t, w, "12")
	scan(t, w, string(second))
	if !strings.Contains(d.LastSaid(), "Un autre questionnaire") || !uitest.Reads(w, first.String()) || !uitest.Reads(w, "2 réponses sur 10") {
		t.Errorf("said %q: %v", d.LastSaid(), uitest.Texts(w))
	}
	keys(t, w, "22222222")
	scan(t, w, second.String()) // now that all are answered, it is kept and the next one opens
	if got := d.choices(t, first); got != "1222222222" {
		t.Errorf("kept %s", got)
	}
	reads(t, w, second.String(), "0 réponse sur 10")
}

// keyedIn are some replies: enough for most questions, too few for the last.
func keyedIn(t *testing.T, d *desk) {
	t.Helper()
	for i := range 7 {
		ref := d.printed(t, []string{"fr", "en"}[i%2])
		if i == 6 {
			return
		}
		a, form, err := d.FindAsking(context.Background(), d.Actor(), string(ref))
		if err != nil {
			t.Fatal(err)
		}
		var answers []coop.Answered
		for n, q := range form.Questions {
			if n == 9 && i > 2 {
				continue
			}
			answers = append(answers, coop.Answered{Question: q.ID, Choice: q.Choices[(i*n)%len(q.Choices)].ID})
		}
		if _, err := d.KeyAnswers(context.Background(), d.Actor(), a, answers); err != nil {
			t.Fatal(err)
		}
	}
}

func TestResultsShowCountsAndHideTheFew(t *testing.T) {
	d := newDesk(t)
	w := d.shown(t, look.Style{}, 1282, 2000)
	uitest.Press(t, w, "Résultats")
	reads(t, w, "Aucun questionnaire n’a encore été imprimé")
	keyedIn(t, d)
	uitest.Press(t, w, "Saisir")
	uitest.Press(t, w, "Résultats")
	reads(t, w, "7 questionnaires imprimés, 6 revenus (86 %)", "n = 6 réponses, 0 sans réponse", "6 · 100 %", "Moins de 5 réponses", "n = 3 réponses, 3 sans réponse")
	uitest.Press(t, w, "Exporter")
	var saved strings.Builder
	for _, line := range d.table {
		saved.WriteString(strings.Join(line, ";") + "\n")
	}
	all := saved.String()
	for _, want := range []string{"Imprimés;7;;\n", "Revenus;6;;\n", "Saviez-vous que les habitants sont coopérateurs, ou peuvent l’être ?;Oui;6;6\n", "Moins de 5 réponses : le détail reste caché.;;3\n"} {
		if !strings.Contains(all, want) {
			t.Errorf("the table does not say %q:\n%s", want, all)
		}
	}
	if strings.Contains(all, "Lef") {
		t.Errorf("the table names somebody:\n%s", all)
	}
	uitest.Key(t, w, fyne.KeyEscape)
	reads(t, w, "Référence du questionnaire")
}

// TestItLooksRight leaves pictures when PICTURES is set, and shows every state in every size otherwise.
func TestItLooksRight(t *testing.T) {
	sizes := []struct{ width, height float32 }{{1282, 724}, {1196, 756}, {800, 1160}}
	if os.Getenv("PICTURES") == "" {
		sizes = sizes[2:]
	}
	for _, mode := range uitest.Themes() {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%v-%v", mode, size.width), func(t *testing.T) {
				d := newDesk(t)
				ref := d.printed(t, "fr")
				keyedIn(t, d)
				w := d.shown(t, look.Style{Mode: mode}, size.width, size.height)
				shot := func(name string) {
					uitest.Shot(t, w, fmt.Sprintf("asking/%s-%v-%v.png", name, size.width, mode))
				}
				shot("1-entry")
				scan(t, w, "K7F4-PX2C")
				shot("2-wrong")
				scan(t, w, string(ref))
				keys(t, w, "1213")
				shot("3-sheet")
				keys(t, w, "024321")
				shot("4-end")
				uitest.Key(t, w, fyne.KeyReturn)
				scan(t, w, string(ref))
				shot("5-again")
				uitest.Press(t, w, "Laisser de côté")
				uitest.Press(t, w, "Résultats")
				uitest.Settle(w)
				shot("6-results")
				if len(d.Failed) > 0 {
					t.Error(d.Failed)
				}
			})
		}
	}
}
