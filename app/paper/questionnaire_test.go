package paper_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

// questionnaires are those of several households, by what is special about them.
func questionnaires() map[string]coop.Letter {
	usual := aLetter(coop.Questionnaire)
	usual.Reference, usual.ReplyBy, usual.Years = "K7F4-PX2D", "2026-12-15", 15
	all := map[string]coop.Letter{"usual": usual}
	l := usual
	l.Reference, l.ReplyBy, l.Logo = "", "", nil
	all["a sample, no logo"] = l
	l = usual
	l.Coop.ReplyAddress = "Service Vie coopérative, Libre réponse 40 123, 03109 Montluçon Cedex"
	all["a reply address"] = l
	all["nothing known"] = coop.Letter{Kind: coop.Questionnaire, Reference: "K7F4-PX2D"}
	l = usual
	l.Logo = tallLogo
	l.Coop.Name = "Société coopérative de production d’habitations à loyer modéré des Pays du Bocage"
	l.Coop.ReplyAddress = "Direction de la vie coopérative et de la relation aux habitants, Bâtiment des Acacias, 1247 bis avenue du Maréchal Jean de Lattre de Tassigny, BP 40123, 03109 Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson Cedex"
	l.Coop.DataContact = "Délégation à la protection des données, donnees-personnelles@foyers-bocage.example.org"
	all["long names"] = l
	return all
}

func asked(t *testing.T, name string, l coop.Letter, language string) string {
	t.Helper()
	return kept(t, "questionnaires", name+" "+language, func(w io.Writer) error {
		page, err := paper.LayQuestionnaire(l, textOf(t, coop.Questionnaire, language), words(t, language), fonts(), made)
		if err != nil {
			return err
		}
		return page.PDF(w, fonts(), made)
	})
}

func TestAQuestionnaireIsOneSoundPage(t *testing.T) {
	for name, l := range questionnaires() {
		for _, language := range []string{"fr", "en"} {
			t.Run(name+" "+language, func(t *testing.T) {
				path := asked(t, name, l, language)
				if got := isSound(t, path); got != 1 {
					t.Errorf("%d pages", got)
				}
				keepsItsMargins(t, path)
				keepsWordsApart(t, path)
				saysNoKeys(t, text(t, path))
				files, _ := greyPages(t, path)
				want := strings.ReplaceAll(l.Reference, "-", "")
				if want == "" {
					want = string(coop.SampleReference)
				}
				if got := codesOn(t, files); !slices.Equal(got, []string{want}) {
					t.Errorf("the code says %q, want %s", got, want)
				}
			})
		}
	}
}

// TestTheReplyAddressShowsInTheWindow folds the page in three with its foot outside.
func TestTheReplyAddressShowsInTheWindow(t *testing.T) {
	const down = 297.0 * 2 / 3
	always, ever := [4]float64{100, down + 55, 190, down + 79}, [4]float64{90, down + 44, 200, down + 90}
	for name, l := range questionnaires() {
		path := asked(t, name, l, "fr")
		_, pages := greyPages(t, path)
		if x, y, found := pages[0].ink(ever, always); found {
			t.Errorf("%s: the window can show something at %.1f, %.1f mm", name, x, y)
		}
		if _, _, found := pages[0].ink(always, [4]float64{}); found != (l.Coop.Address != "") {
			t.Errorf("%s: an address in the window: %t", name, found)
		}
	}
}

func TestAQuestionnaireBearsNoName(t *testing.T) {
	l := questionnaires()["usual"]
	got := text(t, asked(t, "usual", l, "fr"))
	for _, want := range []string{"K7F4-PX2D", "1. Saviez-vous", "10. Comment", "mardi 15 décembre 2026", "À renvoyer à", "03100 Montluçon", "ne porte pas votre nom"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q: %s", want, got)
		}
	}
	for _, h := range l.Household.Holders {
		if strings.Contains(strings.ToLower(got), strings.ToLower(h.Last)) {
			t.Errorf("it says %s", h.Last)
		}
	}
}

// TestEveryBoxBearsTheKeyThatChoosesIt counts the small numbers beside the boxes.
func TestEveryBoxBearsTheKeyThatChoosesIt(t *testing.T) {
	tpl := textOf(t, coop.Questionnaire, "fr")
	want := map[string]int{}
	for _, q := range tpl.Questions() {
		for i := range q.Choices {
			want[string(rune('1'+i))]++
		}
	}
	got := map[string]int{}
	for _, w := range placedWords(t, asked(t, "usual", questionnaires()["usual"], "fr")) {
		const foot = 230 // millimetres: an address below may have a number too
		if len(w.text) == 1 && w.at[3] < foot && w.text >= "1" && w.text <= "9" {
			got[w.text]++
		}
	}
	for key, n := range want {
		if got[key] != n {
			t.Errorf("key %s stands beside %d boxes, want %d", key, got[key], n)
		}
	}
}

func TestAQuestionnaireThatIsTooLongIsRefusedWithItsLine(t *testing.T) {
	tpl := textOf(t, coop.Questionnaire, "fr")
	for i := range 8 {
		last := tpl.Blocks[len(tpl.Blocks)-3]
		last.ID, last.Label = last.ID+strings.Repeat("-more", i+1), "Question en trop"
		last.Choices = slices.Clone(last.Choices)
		last.Choices[0].Label = strings.Repeat("Par téléphone ", i+1)
		tpl.Blocks = slices.Insert(tpl.Blocks, len(tpl.Blocks)-2, last)
	}
	_, err := paper.LayQuestionnaire(questionnaires()["usual"], tpl, words(t, "fr"), fonts(), made)
	over, ok := errors.AsType[*paper.OverflowError](err)
	if !ok || over.Block != "Question en trop" || over.Line == "" {
		t.Errorf("got %v", err)
	}
}

func TestAQuestionnaireWithNineChoicesHasNineBoxes(t *testing.T) {
	tpl := template.Template{Kind: coop.Questionnaire, Language: "fr", Version: 1, Title: "Essai"}
	q := template.Block{ID: "many", As: template.AsQuestion, Text: "Laquelle ?"}
	for _, c := range strings.Split("abcdefghi", "") {
		q.Choices = append(q.Choices, template.Choice{ID: c, Label: "Réponse " + c})
	}
	tpl.Blocks = []template.Block{q}
	path := kept(t, "questionnaires", "nine", func(w io.Writer) error {
		page, err := paper.LayQuestionnaire(questionnaires()["usual"], tpl, words(t, "fr"), fonts(), made)
		if err != nil {
			return err
		}
		return page.PDF(w, fonts(), made)
	})
	keepsItsMargins(t, path)
	keepsWordsApart(t, path)
	if got := text(t, path); !strings.Contains(got, "9 Réponse i") {
		t.Errorf("got %s", got)
	}
}

// TestAChoiceStandsBesideItsOwnBox takes letters that go from right to left.
func TestAChoiceStandsBesideItsOwnBox(t *testing.T) {
	tpl := template.Template{Kind: coop.Questionnaire, Language: "ar", Version: 1, Title: "Essai", Blocks: []template.Block{{
		ID: "one", As: template.AsQuestion, Text: "\u0647\u0644\u061f",
		Choices: []template.Choice{{ID: "yes", Label: "\u0646\u0639\u0645"}, {ID: "no", Label: "\u0644\u0627"}, {ID: "other", Label: "\u0646\u0639\u0645"}},
	}}}
	page, err := paper.LayQuestionnaire(questionnaires()["usual"], tpl, words(t, "fr"), fonts(), made)
	if err != nil {
		t.Fatal(err)
	}
	path := kept(t, "questionnaires", "backwards", func(w io.Writer) error { return page.PDF(w, fonts(), made) })
	var keys, labels []float64
	for _, w := range placedWords(t, path) {
		switch {
		case w.at[1] > 230 || w.at[1] < 50: // head and foot
		case w.text == "1" || w.text == "2" || w.text == "3":
			keys = append(keys, w.at[0])
		case w.text > "\u0600" && w.at[0] < 180 && len(keys) > len(labels):
			labels = append(labels, w.at[0])
		}
	}
	if len(keys) != 3 || len(labels) != 3 {
		t.Fatalf("keys at %v, labels at %v", keys, labels)
	}
	for i, at := range keys {
		if near := labels[i] - at; near < 0 || near > 8 {
			t.Errorf("the label of key %d is %.1f mm away", i+1, near)
		}
	}
}
