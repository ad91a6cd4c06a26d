package templates_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/uitest"
)

// editing opens the letter after a refusal.
func editing(t *testing.T, d *desk) *room {
	t.Helper()
	r := opened(t, d, light, 1282, 1400)
	r.screen.Edit(closing)
	r.settle()
	return r
}

// subject is what the letter begins with.
func subject(t *testing.T, d *desk) string {
	t.Helper()
	led, err := d.Template(t.Context(), closing)
	if err != nil {
		t.Fatal(err)
	}
	return led.Blocks[0].Text
}

func reads(t *testing.T, r *room, all ...string) {
	t.Helper()
	for _, words := range all {
		if !uitest.Reads(r.window, words) {
			t.Errorf("does not say %q", words)
		}
	}
	if t.Failed() {
		t.Logf("says %q; errors %v", uitest.Texts(r.window), r.errors)
	}
}

func TestWhatIsTypedIsSeenOnThePageAndKept(t *testing.T) {
	d := newDesk(t, 0)
	r := editing(t, d)
	before := subject(t, d)
	reads(t, r, "Rien de modifié", before, "Une personne inventée")
	laid := d.laid
	uitest.Type(t, r.window, "Objet", "Votre visite, {nom de la personne}")
	r.settle()
	reads(t, r, "Enregistré", "Votre visite, Mme Éloïse LEFÈVRE")
	if d.laid != laid+1 {
		t.Errorf("laid out %d times for one pause", d.laid-laid)
	}
	draft, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil || draft.Rev != 1 || draft.Template.Blocks[0].Text != "Votre visite, {name}" {
		t.Errorf("kept %q: %v", draft.Template.Blocks[0].Text, err)
	}
	uitest.Press(t, r.window, "Annuler")
	r.settle()
	if got := uitest.Typed(t, r.window, "Objet"); got != before {
		t.Errorf("undone to %q", got)
	}
	r.screen.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if got := uitest.Typed(t, r.window, "Objet"); got != "Votre visite, {nom de la personne}" {
		t.Errorf("done again to %q", got)
	}
}

func TestAFactIsInsertedByItsName(t *testing.T) {
	r := editing(t, newDesk(t, 0))
	uitest.Press(t, r.window, "nom de la personne")
	uitest.Press(t, r.window, "Tous les renseignements")
	uitest.Press(t, r.window, "médiateur")
	if got := uitest.Typed(t, r.window, "Objet"); !strings.Contains(got, "{nom de la personne}") || !strings.Contains(got, "{médiateur}") {
		t.Errorf("the text is %q", got)
	}
}

func TestAPartWhoseFactIsNotKnownSaysThatItIsNotPrinted(t *testing.T) {
	r := editing(t, newDesk(t, 0))
	uitest.Press(t, r.window, "La porte reste ouverte")
	uitest.Type(t, r.window, "La porte reste ouverte", "Rendez-vous le {jour de l’assemblée générale}.")
	r.settle()
	reads(t, r, "On ne connaît pas : jour de l’assemblée générale. Cette partie n’est pas imprimée.")
	if uitest.Reads(r.window, "Rendez-vous le .") {
		t.Error("a hole is printed")
	}
}

func TestATextThatIsTooLongSaysWhereItOverflows(t *testing.T) {
	d := newDesk(t, 0)
	r := editing(t, d)
	uitest.Press(t, r.window, "Ce que nous avons noté")
	uitest.Type(t, r.window, "Ce que nous avons noté", strings.Repeat("Nous avons noté votre choix, et il ne change rien. ", 70))
	r.settle()
	reads(t, r, "La page déborde dans « ", "Première ligne de trop")
	if len(r.errors) > 0 {
		t.Errorf("errors: %v", r.errors)
	}
}

func TestAFaultIsToldAtItsPartAndKeepsFromPublishing(t *testing.T) {
	d := newDesk(t, 0)
	r := editing(t, d)
	uitest.Press(t, r.window, "Publier…")
	reads(t, r, "Rien n’a changé depuis la dernière version")
	if uitest.CanPress(r.window, "Publier") {
		t.Error("what has not changed can be published")
	}
	uitest.Key(t, r.window, fyne.KeyEscape)
	uitest.Type(t, r.window, "Objet", "Bonjour {nom du chat}")
	r.settle()
	reads(t, r, "« nom du chat » n’est pas un renseignement que ce document connaît")
	uitest.Press(t, r.window, "Publier…")
	reads(t, r, "Un point est à corriger avant de publier")
	if uitest.CanPress(r.window, "Publier") {
		t.Error("it can be published")
	}
	uitest.Key(t, r.window, fyne.KeyEscape)
	uitest.Type(t, r.window, "Objet", "Bonjour")
	r.settle()
	uitest.Press(t, r.window, "Publier…")
	uitest.Press(t, r.window, "Publier")
	reads(t, r, "Dites en une phrase ce qui a changé.")
	uitest.Type(t, r.window, "Ce qui a changé, en une phrase", "Plus court")
	uitest.Press(t, r.window, "Publier")
	r.settle()
	reads(t, r, "Version 2, publiée le 23 novembre 2026")
	if led, err := d.Template(t.Context(), closing); err != nil || led.Blocks[0].Text != "Bonjour" || len(r.done) != 1 {
		t.Errorf("papers say %q, said %v: %v", led.Blocks[0].Text, r.done, err)
	}
}

func TestPartsAreAddedMovedAndTakenOut(t *testing.T) {
	d := newDesk(t, 0)
	r := editing(t, d)
	uitest.Press(t, r.window, "La porte reste ouverte")
	uitest.Press(t, r.window, "Ajouter une partie")
	uitest.Type(t, r.window, "Nouvelle partie", "Une phrase de plus.")
	r.settle()
	reads(t, r, "Une phrase de plus.")
	r.screen.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	r.settle()
	order := func() (ids []string) {
		draft, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range draft.Template.Blocks {
			ids = append(ids, b.ID)
		}
		return ids
	}
	if got := order(); !slices.Equal(got[:5], []string{"subject", "dear", "noted", "text-1", "open"}) {
		t.Errorf("the order is %v", got)
	}
	uitest.Press(t, r.window, "Retirer cette partie")
	r.settle()
	if got := order(); slices.Contains(got, "text-1") {
		t.Errorf("the order is %v", got)
	}
}

func TestAPartIsForSomeOnly(t *testing.T) {
	d := newDesk(t, 0)
	r := editing(t, d)
	uitest.Press(t, r.window, "La porte reste ouverte")
	uitest.Press(t, r.window, "Pour qui")
	uitest.Press(t, r.window, capital(d.Words.T(i18n.ProductKey(coop.Copro))))
	r.settle()
	reads(t, r, "Cette partie n’est pas imprimée pour cette personne")
	draft, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil || !slices.Equal(draft.Template.Blocks[3].When.Product, []string{"copro"}) {
		t.Errorf("kept %+v: %v", draft.Template.Blocks[3].When, err)
	}
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

func TestASourceIsCheckedTodayByOnePress(t *testing.T) {
	d := newDesk(t, 0)
	draft, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil {
		t.Fatal(err)
	}
	last := len(draft.Template.Blocks) - 1
	draft.Template.Blocks[last].Sources[0].Checked = "2025-03-01"
	if _, err := d.KeepTemplateDraft(t.Context(), d.Actor(), draft); err != nil {
		t.Fatal(err)
	}
	r := editing(t, d)
	uitest.Press(t, r.window, "Données personnelles")
	reads(t, r, "vérifié le 1er mars 2025, il y a plus d’un an")
	uitest.Press(t, r.window, "Vérifié aujourd’hui")
	r.settle()
	reads(t, r, "vérifié le 23 novembre 2026")
	if draft, err = d.OpenTemplate(t.Context(), d.Actor(), closing); err != nil || draft.Template.Blocks[last].Sources[0].Checked != "2026-11-23" {
		t.Errorf("kept %+v: %v", draft.Template.Blocks[last].Sources, err)
	}
}

func TestTheLongestNamesAreTried(t *testing.T) {
	d := newDesk(t, 60)
	r := editing(t, d)
	uitest.Press(t, r.window, "Essayer sur les noms les plus longs")
	r.settle()
	reads(t, r, "Tout tient, pour les ")
	uitest.Key(t, r.window, fyne.KeyEscape)
	uitest.Press(t, r.window, "Ce que nous avons noté")
	uitest.Type(t, r.window, "Ce que nous avons noté", strings.Repeat("{nom de la personne} habite {nom de la résidence}. ", 60))
	r.settle()
	uitest.Press(t, r.window, "Essayer sur les noms les plus longs")
	r.settle()
	reads(t, r, "Déborde pour ", " ne tient plus")
}

func TestTheListTellsWhatThereIsAndWhyThereIsNone(t *testing.T) {
	d := newDesk(t, 0)
	d.refuse = errors.New("disk on fire")
	r := opened(t, d, light, 1282, 1400)
	if !uitest.CanPress(r.window, "Réessayer") || len(r.errors) != 1 {
		t.Fatalf("says %v, errors %v", uitest.Texts(r.window), r.errors)
	}
	d.refuse = nil
	uitest.Press(t, r.window, "Réessayer")
	r.settle()
	reads(t, r, "Courriers et avis", "Après un refus de visite", "Version 1, fournie avec le programme", "Français")
}

func TestVersionsAreComparedAndAnOlderOneIsTakenAgain(t *testing.T) {
	d := newDesk(t, 0)
	draft, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil {
		t.Fatal(err)
	}
	before := subject(t, d)
	draft.Template.Blocks[0].Text = "Votre visite de printemps"
	if _, err := d.KeepTemplateDraft(t.Context(), d.Actor(), draft); err != nil {
		t.Fatal(err)
	}
	if _, err := d.PublishTemplate(t.Context(), d.Actor(), closing, "Au printemps"); err != nil {
		t.Fatal(err)
	}
	r := opened(t, d, light, 1282, 1400)
	r.screen.Versions(closing)
	r.settle()
	reads(t, r, "« Au printemps »", "En service", "printemps", "Modifié")
	uitest.Press(t, r.window, "Reprendre ce texte")
	uitest.Type(t, r.window, "Ce qui a changé, en une phrase", "Comme avant")
	uitest.Press(t, r.window, "Reprendre ce texte")
	r.settle()
	reads(t, r, "« Comme avant »", "Version 3")
	if after := subject(t, d); after != before {
		t.Errorf("papers say %q", after)
	}
}

func TestAFurtherLanguageIsBegunFromFrench(t *testing.T) {
	d := newDesk(t, 0)
	cards, err := d.Cards(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first := cards[0].Name.Kind
	r := opened(t, d, light, 1282, 1400)
	uitest.Press(t, r.window, "Ajouter une langue")
	uitest.Press(t, r.window, "Portugais")
	r.settle()
	reads(t, r, " · Portugais") // of the first paper in the list
	if _, err := d.OpenTemplate(t.Context(), d.Actor(), coop.TemplateName{Kind: first, Language: "pt"}); err != nil {
		t.Error(err)
	}
}

func TestAFileIsTakenInAndWhatIsWrongInItIsTold(t *testing.T) {
	d := newDesk(t, 0)
	_, source, err := d.ExportTemplate(t.Context(), d.Actor(), closing, 0)
	if err != nil {
		t.Fatal(err)
	}
	d.imported = []byte(strings.Replace(string(source), "{salutation}", "{somebody}", 1))
	r := opened(t, d, light, 1282, 1400)
	uitest.Press(t, r.window, "Importer un texte")
	r.settle()
	reads(t, r, "Ce fichier ne va pas encore", "que ce document ne connaît pas")
	uitest.Key(t, r.window, fyne.KeyEscape)
	d.imported = source
	uitest.Press(t, r.window, "Importer un texte")
	r.settle()
	reads(t, r, "Essayer sur les noms les plus longs")
	uitest.Key(t, r.window, fyne.KeyEscape)
	r.settle()
	reads(t, r, "Brouillon du 23 novembre 2026", "Continuer le brouillon")
	uitest.Press(t, r.window, "Importer un texte")
	r.settle()
	reads(t, r, "Remplacer le brouillon ?")
}

func TestSomebodyElsesDraftIsNotOverwritten(t *testing.T) {
	d := newDesk(t, 0)
	r := editing(t, d)
	uitest.Type(t, r.window, "Objet", "Le mien")
	r.settle()
	theirs, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil {
		t.Fatal(err)
	}
	theirs.Template.Blocks[0].Text = "Le leur"
	if _, err := d.KeepTemplateDraft(t.Context(), d.Actor(), theirs); err != nil {
		t.Fatal(err)
	}
	uitest.Type(t, r.window, "Objet", "Encore le mien")
	r.settle()
	reads(t, r, "Quelqu’un d’autre a modifié ce brouillon")
	uitest.Press(t, r.window, "Prendre l’autre")
	r.settle()
	if got := uitest.Typed(t, r.window, "Objet"); got != "Le leur" {
		t.Errorf("the text is %q", got)
	}
}

func TestFourHundredPartsAreWrittenAsFew(t *testing.T) {
	d := newDesk(t, 0)
	draft, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 400 {
		draft.Template.Blocks = append(draft.Template.Blocks, template.Block{ID: fmt.Sprintf("more-%d", i), Label: fmt.Sprintf("Suite %d", i), Text: "Encore une ligne."})
	}
	if _, err := d.KeepTemplateDraft(t.Context(), d.Actor(), draft); err != nil {
		t.Fatal(err)
	}
	r := editing(t, d)
	reads(t, r, "La page déborde dans « ")
	r.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	uitest.Type(t, r.window, "Formule d’appel", "Bonjour,")
	r.settle()
	if draft, err = d.OpenTemplate(t.Context(), d.Actor(), closing); err != nil || draft.Template.Blocks[1].Text != "Bonjour," {
		t.Errorf("kept %q: %v", draft.Template.Blocks[1].Text, err)
	}
}

func TestThePageOfSomebodyIsSeen(t *testing.T) {
	d := newDesk(t, 60)
	ids, err := d.LongestNames(t.Context(), d.Actor())
	if err != nil || len(ids) == 0 {
		t.Fatal(err)
	}
	file, err := d.Office.Open(t.Context(), d.Actor(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	holders := file.Household.Holders
	r := editing(t, d)
	uitest.Press(t, r.window, "Une personne inventée")
	uitest.Type(t, r.window, "Une personne, un logement", holders[0].First+" "+holders[0].Last)
	r.settle()
	uitest.Press(t, r.window, d.Words.People(holders))
	r.settle()
	if uitest.Reads(r.window, "Mme Éloïse LEFÈVRE") || !uitest.CanPress(r.window, d.Words.People(holders)) {
		t.Errorf("the page of %s is not seen: %v", d.Words.People(holders), uitest.Texts(r.window))
	}
}

func TestThePageIsSeenForEachPlaceOfTheVisit(t *testing.T) {
	r := opened(t, newDesk(t, 0), light, 1366, 1400)
	r.screen.Edit(coop.TemplateName{Kind: coop.IntegrationLetter, Language: "fr"})
	r.settle()
	const away = "nous aimerions vous rencontrer"
	if uitest.Reads(r.window, away) {
		t.Fatal("the page is not of a visit at home")
	}
	uitest.Press(t, r.window, "Lieu de la visite")
	uitest.Press(t, r.window, "À l’agence")
	r.settle()
	reads(t, r, away)
	r.screen.Edit(closing)
	r.settle()
	if uitest.CanPress(r.window, "Lieu de la visite") {
		t.Error("a letter that tells of no visit asks where it is")
	}
}
