package texts_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/texts"
	"bienvenue/app/ui/uitest"
)

func TestTheListSaysWhatWaitsWithEachScript(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := opened(t, d, light, 1282, 1400)
	for _, words := range []string{
		"Premier contact au guichet", "Brouillon : lundi, Sonia Arnaud", "Reprendre le brouillon", "Une mise à jour est proposée",
		"Version 2 depuis le 23 novembre 2026, par Sonia Arnaud", "3 entraînements", "Pour les copropriétaires.", "Français, English", "45 min",
	} {
		if !uitest.Reads(r.window, words) {
			t.Errorf("does not say %q", words)
		}
	}
}

func TestAScriptIsNamedInTheWindowsLanguage(t *testing.T) {
	r := openedIn(t, newDesk(t), "en", light, 1282, 1400)
	if !uitest.Reads(r.window, "First contact at the counter") || uitest.Reads(r.window, "Premier contact au guichet") {
		t.Errorf("the room says %v", uitest.Texts(r.window))
	}
}

func TestAnArchiveThatDoesNotAnswerIsExplainedInTheRoom(t *testing.T) {
	d := newDesk(t)
	d.refuse = errors.New("disk on fire")
	r := opened(t, d, light, 1282, 704)
	if !uitest.CanPress(r.window, "Réessayer") || len(r.errors) != 1 {
		t.Fatalf("the room says %v, the log %v", uitest.Texts(r.window), r.errors)
	}
	d.refuse = nil
	uitest.Press(t, r.window, "Réessayer")
	r.settle()
	if !uitest.Reads(r.window, "Premier contact au guichet") {
		t.Error("the list does not come back")
	}
}

// editing opens the counter's script.
func editing(t *testing.T, d *desk) *room {
	t.Helper()
	r := opened(t, d, light, 1282, 900)
	r.screen.Edit("counter")
	r.settle()
	return r
}

func TestWhatIsTypedIsSeenOnTheTalksPageAndKept(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Type(t, r.window, "Ce que vous dites", "Bonjour, je suis {officer|votre contact}, et le médiateur est {mediator|indépendant}.")
	if !uitest.Reads(r.window, "Bonjour, je suis Hugo Meunier, et le médiateur est indépendant.") {
		t.Error("the talk's page does not follow")
	}
	if !uitest.Reads(r.window, "Médiateur : pas renseigné dans les réglages") {
		t.Error("does not say that the mediator is not known")
	}
	if d.kept != 0 || !uitest.Reads(r.window, "En cours d’écriture") {
		t.Errorf("saved %d times while somebody types", d.kept)
	}
	r.settle()
	if d.kept != 1 || !uitest.Reads(r.window, "Enregistré") {
		t.Errorf("saved %d times after a pause", d.kept)
	}
	if say := d.drafts["counter"].Script.All[0].Say; !strings.Contains(say, "{officer|votre contact}") {
		t.Errorf("kept %q", say)
	}
}

func TestASaveThatIsRefusedIsSaidAndTriedAgain(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	d.refuse = coop.Refuse("version.refused.role", nil)
	uitest.Type(t, r.window, "Titre de l’étape", "Bienvenue")
	r.settle()
	if !uitest.Reads(r.window, "Pas enregistré") || len(r.errors) != 1 {
		t.Fatalf("says %v, told %v", uitest.Texts(r.window), r.errors)
	}
	d.refuse = nil
	uitest.Press(t, r.window, "Réessayer")
	r.settle()
	if got := d.drafts["counter"].Script.All[0].Title; got != "Bienvenue" || !uitest.Reads(r.window, "Enregistré") {
		t.Errorf("kept the title %q", got)
	}
}

func TestAChangeIsUndoneAndDoneAgain(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Type(t, r.window, "Titre de l’étape", "Bienvenue")
	uitest.Shortcut(t, r.window, &fyne.ShortcutUndo{})
	if got := uitest.Typed(t, r.window, "Titre de l’étape"); got != "Bonjour, votre besoin" {
		t.Errorf("undone, the title is %q", got)
	}
	if !r.screen.TypedShortcut(&fyne.ShortcutRedo{}) {
		t.Error("the room does not take the shortcut")
	}
	if got := uitest.Typed(t, r.window, "Titre de l’étape"); got != "Bienvenue" {
		t.Errorf("done again, the title is %q", got)
	}
}

func TestAStepMovesByItsButtonsAndComesBack(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	second := d.scripts[0].All[1].ID
	uitest.Press(t, r.window, "Descendre l’étape")
	r.settle()
	if got := d.drafts["counter"].Script.All; got[0].ID != second || !uitest.Reads(r.window, "Étape 2 sur 18") {
		t.Errorf("the first step is %q", got[0].ID)
	}
	uitest.Press(t, r.window, "Annuler la modification")
	r.settle()
	if got := d.drafts["counter"].Script.All; got[1].ID != second {
		t.Errorf("undone, the second step is %q", got[1].ID)
	}
}

func TestAStepIsAddedCopiedAndRemoved(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Press(t, r.window, "Ajouter une étape")
	uitest.Press(t, r.window, "Copier l’étape")
	uitest.Press(t, r.window, "Supprimer l’étape")
	r.settle()
	if got := d.drafts["counter"].Script.All; len(got) != 19 || got[1].Title != "Nouvelle étape" {
		t.Errorf("there are %d steps, the second %q", len(got), got[1].Title)
	}
}

func TestTickedFactsAreSaidBackInASentence(t *testing.T) {
	d := newDesk(t)
	r := opened(t, d, light, 1282, 2600)
	r.screen.Edit("counter")
	r.settle()
	uitest.Press(t, r.window, "2 · La coop en une phrase")
	uitest.Press(t, r.window, "Pour qui")
	for _, words := range []string{"Les locataires", "En appartement", "Un chauffage collectif", "Le réseau de chaleur"} {
		uitest.Press(t, r.window, words)
	}
	if words := "Pour les locataires, en appartement, avec un chauffage collectif ou le réseau de chaleur."; !uitest.Reads(r.window, words) {
		t.Errorf("does not say %q", words)
	}
	uitest.Press(t, r.window, "Choisir une question")
	uitest.Press(t, r.window, "Qu’est-ce qui vous amène ?")
	r.settle()
	if words := "qui ont répondu « Louer » à la question « Qu’est-ce qui vous amène ? »"; !uitest.Reads(r.window, words) {
		t.Errorf("does not say %q in %v", words, uitest.Texts(r.window))
	}
	got := d.drafts["counter"].Script.All[1].For
	if len(got.Products) != 1 || len(got.Heatings) != 2 || len(got.Answers) != 1 || got.Answers[0].Choices[0] != "rent" {
		t.Errorf("kept %+v", got)
	}
}

func TestASourceIsCheckedToday(t *testing.T) {
	d := newDesk(t)
	r := opened(t, d, light, 1282, 2600)
	r.screen.Edit("counter")
	r.settle()
	uitest.Press(t, r.window, "2 · La coop en une phrase")
	uitest.Press(t, r.window, "Sources")
	uitest.Press(t, r.window, "Vérifié aujourd’hui")
	r.settle()
	if got := d.drafts["counter"].Script.All[1].Sources[0].Checked; got != today {
		t.Errorf("checked on %q", got)
	}
}

func TestTheDayOfASourceIsTyped(t *testing.T) {
	d := newDesk(t)
	r := opened(t, d, light, 1282, 2600)
	r.screen.Edit("counter")
	r.settle()
	uitest.Press(t, r.window, "2 · La coop en une phrase")
	uitest.Press(t, r.window, "Sources")
	uitest.Type(t, r.window, "Relue le", "02/01/2099")
	if !uitest.Reads(r.window, "Ce jour n’est pas encore venu") {
		t.Error("a day that lies ahead is not explained")
	}
	uitest.Type(t, r.window, "Relue le", "05/03/2026")
	r.settle()
	if got := d.drafts["counter"].Script.All[1].Sources[0].Checked; got != "2026-03-05" {
		t.Errorf("checked on %q", got)
	}
}

func TestStepsOfOneTitleAreToldApartByForWhomTheyAre(t *testing.T) {
	r := editing(t, newDesk(t))
	for _, words := range []string{"les locataires", "les copropriétaires"} {
		if !slices.ContainsFunc(uitest.Texts(r.window), func(text string) bool {
			return strings.Contains(text, "min · "+words)
		}) {
			t.Errorf("no step says that it is for %s", words)
		}
	}
}

func TestAWordingIsWrittenInAnotherLanguage(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Press(t, r.window, "English")
	uitest.Type(t, r.window, "Ce que vous dites", "Good morning, and welcome.")
	if !uitest.Reads(r.window, "Good morning, and welcome.") || !uitest.Reads(r.window, "1 · Hello") {
		t.Errorf("the talk's page is not in English: %v", uitest.Texts(r.window))
	}
	r.settle()
	got := d.drafts["counter"].Script
	if said := got.In("en").All[0].Say; strings.TrimSpace(said) != "Good morning, and welcome." || !strings.HasPrefix(got.All[0].Say, "Bonjour") {
		t.Errorf("kept %q and %q", said, got.All[0].Say)
	}
}

func TestALanguageIsAddedAndThoseThatCannotBeShownAreNamed(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Press(t, r.window, "Ajouter une langue")
	if !uitest.Reads(r.window, "l’arabe") || uitest.CanPress(r.window, "العربية") {
		t.Error("Arabic is offered")
	}
	uitest.Press(t, r.window, "Türkçe")
	r.settle()
	if got := d.drafts["counter"].Script.Tongues; len(got) != 2 || got[1].Language != "tr" {
		t.Errorf("there are %d other languages", len(got))
	}
}

func TestAPointLeadsToItsField(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := editing(t, d)
	r.points(t)
	uitest.Press(t, r.window, "Cette question n’a qu’une réponse")
	r.settle()
	if !uitest.Reads(r.window, "Étape 2 sur 18") || !uitest.Reads(r.window, "Réponses proposées") {
		t.Errorf("the form shows %v", uitest.Texts(r.window))
	}
}

func TestADraftWithAFaultIsNotPublished(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := editing(t, d)
	uitest.Press(t, r.window, "Publier…")
	if uitest.CanPress(r.window, "Publier") || !uitest.Reads(r.window, "ce point est à corriger") || !uitest.Reads(r.window, "3 étapes modifiées") {
		t.Errorf("the sheet says %v", uitest.Texts(r.window))
	}
}

func TestADraftIsTriedAndPublishedWithANote(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Type(t, r.window, "Titre de l’étape", "Bonjour")
	uitest.Press(t, r.window, "Essayer")
	if len(r.rehearsed) != 1 || r.rehearsed[0] != "counter draft" || d.drafts["counter"].Script.All[0].Title != "Bonjour" {
		t.Fatalf("rehearsed %v", r.rehearsed)
	}
	uitest.Press(t, r.window, "Publier…")
	uitest.Press(t, r.window, "Publier")
	if !uitest.Reads(r.window, "Écrivez ce qui change") || len(d.notes) != 0 {
		t.Error("a note is not asked for")
	}
	uitest.Type(t, r.window, "Ce qui change, en quelques mots", "Titre plus court")
	uitest.Press(t, r.window, "Publier")
	r.settle()
	if len(d.notes) != 1 || d.notes[0] != "Titre plus court" || !said(r.done, "publiée") {
		t.Errorf("noted %v, said %v", d.notes, r.done)
	}
	if words := "depuis le 23 novembre 2026, par Sonia Arnaud"; !uitest.Reads(r.window, words) {
		t.Error("the list does not show the new version")
	}
}

func TestTwoVersionsStandBesideEachOther(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := opened(t, d, light, 1282, 3000)
	r.screen.Versions("courtesy-tenant")
	r.settle()
	for _, words := range []string{"« Accueil plus chaleureux »", "Mène les entretiens", "C’est simple.", "Nouvelle étape", "Étape supprimée", "étapes inchangées"} {
		if !uitest.Reads(r.window, words) {
			t.Errorf("does not say %q", words)
		}
	}
	uitest.Key(t, r.window, fyne.KeyEscape)
	if !uitest.Reads(r.window, "Textes") {
		t.Error("Escape does not lead back to the list")
	}
}

func TestAnUpdateIsTakenOverStepByStep(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := opened(t, d, light, 1282, 1400)
	uitest.Press(t, r.window, "Voir la mise à jour")
	r.settle()
	if uitest.CanPress(r.window, "En faire mon brouillon") || !uitest.Reads(r.window, "Encore 1 choix à faire") {
		t.Error("the update can be taken without a choice")
	}
	uitest.Press(t, r.window, "Le nouveau")
	uitest.Press(t, r.window, "En faire mon brouillon")
	r.settle()
	got := d.drafts["courtesy-copro"].Script.All
	if !d.taken || !strings.HasPrefix(got[0].Say, "Bienvenue.") || got[2].Title != "Un titre plus clair" || got[3].Simple != "Nos mots à nous." {
		t.Errorf("kept %q, %q, %q", got[0].Say, got[2].Title, got[3].Simple)
	}
	if !uitest.Reads(r.window, "Publier…") {
		t.Error("the draft is not opened")
	}
}

func TestABrokenFileIsExplainedWithItsPlaces(t *testing.T) {
	d := newDesk(t)
	d.faults = script.FileErrors{{File: "counter.fr.yaml", Line: 12, Column: 7, Key: "script.refused.missing", Args: map[string]any{"Field": "say"}}}
	r := opened(t, d, light, 1282, 704)
	uitest.Press(t, r.window, "Importer")
	if !uitest.Reads(r.window, "counter.fr.yaml, ligne 12, colonne 7") || !uitest.Reads(r.window, "Rien n’a changé dans vos textes") {
		t.Errorf("says %v", uitest.Texts(r.window))
	}
}

func TestAnImportAsksBeforeItReplacesADraft(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := opened(t, d, light, 1282, 704)
	uitest.Press(t, r.window, "Importer")
	if d.imported != nil {
		t.Fatal("replaced without asking")
	}
	uitest.Press(t, r.window, "Remplacer")
	r.settle()
	if len(d.imported) != 1 || !uitest.Reads(r.window, "Publier…") {
		t.Errorf("imported %v", d.imported)
	}
}

func TestAScriptIsCopiedUnderATitleOfItsOwn(t *testing.T) {
	d := newDesk(t)
	r := opened(t, d, light, 1282, 704)
	uitest.Press(t, r.window, "Autres actions")
	uitest.Press(t, r.window, "Copier")
	uitest.Press(t, r.window, "Créer la copie")
	if !uitest.Reads(r.window, "Donnez-lui un titre") {
		t.Error("a title is not asked for")
	}
	uitest.Type(t, r.window, "Titre de la nouvelle trame", "Visite du quartier neuf")
	uitest.Press(t, r.window, "Créer la copie")
	r.settle()
	if !uitest.Reads(r.window, "Visite du quartier neuf") {
		t.Errorf("shows %v", uitest.Texts(r.window))
	}
}

func TestAVersionIsWrittenIntoAFolder(t *testing.T) {
	d := newDesk(t)
	r := opened(t, d, light, 1282, 704)
	uitest.Press(t, r.window, "Autres actions")
	uitest.Press(t, r.window, "Exporter")
	if d.exported != "/media/stick" || !said(r.done, "/media/stick/") {
		t.Errorf("exported to %q, said %v", d.exported, r.done)
	}
}

func TestAScriptOfTheCoopsOwnIsWithdrawnWithAReason(t *testing.T) {
	d := newDesk(t)
	card := d.cards["counter"]
	card.Own, card.Shipped, card.By, card.Published = true, false, "Sonia Arnaud", monday
	d.cards["counter"] = card
	r := opened(t, d, light, 1282, 704)
	uitest.Press(t, r.window, "Autres actions")
	uitest.Press(t, r.window, "Retirer")
	uitest.Type(t, r.window, "Pourquoi ?", "Remplacée par une autre")
	uitest.Press(t, r.window, "Retirer la trame")
	r.settle()
	if len(d.notes) != 1 || !uitest.Reads(r.window, "Retirée") {
		t.Errorf("noted %v", d.notes)
	}
}

func TestEverythingIsReachedUpright(t *testing.T) {
	d := newDesk(t)
	d.writes(t)
	r := opened(t, d, light, 800, 1140)
	r.screen.Edit("counter")
	r.settle()
	uitest.Press(t, r.window, "Étapes")
	uitest.Press(t, r.window, "3 · ")
	r.settle()
	if !uitest.Reads(r.window, "Étape 3 sur 18") {
		t.Error("a press on a step does not lead to its fields")
	}
	uitest.Press(t, r.window, "Aperçu")
	if !uitest.Reads(r.window, "3 · Ce que cela change pour vous") {
		t.Error("the talk's page is not shown")
	}
}

func TestAHandTakesAStepByItsGrip(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	first := d.scripts[0].All[0].ID
	uitest.Drag(r.window, fyne.NewPos(30, 190), 0, 100)
	r.settle()
	if got := d.drafts["counter"].Script.All; len(got) == 0 || got[2].ID != first {
		t.Errorf("the steps are %v", ids(got))
	}
}

func ids(steps []script.Step) []coop.StepID {
	var all []coop.StepID
	for _, s := range steps {
		all = append(all, s.ID)
	}
	return all
}

func TestWhatWasWrittenIsKeptWhenTheEditorIsLeft(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	uitest.Type(t, r.window, "Titre de l’étape", "Bienvenue")
	uitest.Key(t, r.window, fyne.KeyEscape)
	r.window.Canvas().Unfocus()
	if len(d.drafts) == 0 {
		r.screen.Back()
	}
	if got := d.drafts["counter"]; got.Rev != 1 || got.Script.All[0].Title != "Bienvenue" {
		t.Errorf("kept %d: %q", got.Rev, got.Script.Title)
	}
	r.settle()
	if !uitest.Reads(r.window, "Reprendre le brouillon") {
		t.Error("the list does not know of the draft")
	}
}

var _ texts.Desk = (*desk)(nil)

func TestADraftThatSomebodyElseWroteInIsNotWrittenOverUnasked(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	d.refuse = coop.ErrChanged
	uitest.Type(t, r.window, "Titre de l’étape", "Bienvenue")
	r.settle()
	if !uitest.Reads(r.window, "Quelqu’un d’autre a écrit dans ce brouillon") || len(r.errors) > 0 {
		t.Fatalf("says %v", uitest.Texts(r.window))
	}
	d.refuse = nil
	uitest.Press(t, r.window, "Garder mon texte")
	r.settle()
	if got := d.drafts["counter"].Script; len(got.All) == 0 || got.All[0].Title != "Bienvenue" {
		t.Error("my text is not kept")
	}
}

func TestTheOthersTextIsTakenWhenIWishSo(t *testing.T) {
	d := newDesk(t)
	r := editing(t, d)
	d.refuse = coop.ErrChanged
	uitest.Type(t, r.window, "Titre de l’étape", "Bienvenue")
	r.settle()
	d.refuse = nil
	uitest.Press(t, r.window, "Prendre l’autre texte")
	r.settle()
	if got := uitest.Typed(t, r.window, "Titre de l’étape"); got != "Bonjour, votre besoin" || d.kept != 0 {
		t.Errorf("the title is %q, saved %d times", got, d.kept)
	}
}
