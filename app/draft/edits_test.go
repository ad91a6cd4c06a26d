package draft_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
)

// shipped reads a script as the program brings it.
func shipped(tb testing.TB, id string) script.Script {
	tb.Helper()
	name := id + ".fr.yaml"
	source, err := os.ReadFile(filepath.Join("..", "..", "assets", "scripts", name))
	if err != nil {
		tb.Fatal(err)
	}
	s, err := script.Read(name, source)
	if err != nil {
		tb.Fatal(err)
	}
	name = id + ".en.yaml"
	if source, err = os.ReadFile(filepath.Join("..", "..", "assets", "scripts", name)); err != nil {
		tb.Fatal(err)
	}
	english, err := script.ReadTongue(name, source, s)
	if err != nil {
		tb.Fatal(err)
	}
	s.Tongues = []script.Tongue{english}
	return s
}

// bilingual is a small script in two languages, complete in both.
func bilingual() script.Script {
	return script.Script{
		ID: "visit", Version: 3, Title: "Visite", Language: "fr", Kind: coop.CourtesyTalk, Budget: 10 * 60e9,
		All: []script.Step{
			{
				ID: "hello", Title: "Bonjour", Length: 2 * 60e9, Essential: true, Topic: "hello",
				Say: "Bonjour, je viens vous voir.", Simple: "Bonjour. Je viens vous voir.",
				Checks: []script.Check{{ID: "notice", Label: "Note remise"}, {ID: "agreed", Label: "D’accord"}},
				Chips:  []script.Chip{{ID: "cold", Label: "Froid"}},
				Questions: []script.Question{{ID: "time", Text: "Avez-vous le temps ?", Choices: []script.Choice{
					{ID: "yes", Label: "Oui"}, {ID: "no", Label: "Non"},
				}}},
				Asked: []script.Asked{{Question: "Pourquoi ?", Answer: "Parce que."}, {Question: "Quand ?", Answer: "Demain."}},
			},
			{
				ID: "later", Title: "Plus tard", Length: 60e9, Topic: "later",
				For: script.Condition{Answers: []script.AnswerCondition{{Question: "time", Choices: []coop.ChoiceID{"no"}}}},
				Say: "Je reviens un autre jour.", Simple: "Je reviens.",
			},
			{ID: "end", Title: "Merci", Length: 60e9, Essential: true, Topic: "end", Say: "Merci de votre accueil.", Simple: "Merci."},
		},
		Tongues: []script.Tongue{{
			Language: "en", Title: "Visit",
			Steps: map[coop.StepID]script.StepTexts{
				"hello": {
					Title: "Hello", Say: "Hello, I came to see you.", Simple: "Hello. I came to see you.",
					Checks:  map[coop.PointID]string{"notice": "Notice given", "agreed": "Agreed"},
					Chips:   map[coop.ChipID]string{"cold": "Cold"},
					Ask:     map[coop.QuestionID]string{"time": "Do you have time?"},
					Choices: map[coop.QuestionID]map[coop.ChoiceID]string{"time": {"yes": "Yes", "no": "No"}},
					Asked:   []script.Asked{{Question: "Why?", Answer: "Because."}, {Question: "When?", Answer: "Tomorrow."}},
				},
				"later": {Title: "Later", Say: "I will be back another day.", Simple: "I will be back."},
				"end":   {Title: "Thanks", Say: "Thank you.", Simple: "Thanks."},
			},
		}},
	}
}

// same compares scripts; an empty list is as good as none.
func same(t *testing.T, want, got script.Script) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func TestANameIsMadeFromItsLabel(t *testing.T) {
	for label, want := range map[string]string{
		"Boîte aux lettres":              "boite-aux-lettres",
		"L’état des lieux, c’est quoi ?": "l-etat-des-lieux-c-est-quoi",
		"Œuvre n° 3":                     "oeuvre-n-3",
		" – ":                            "new",
		"Déjà":                           "deja-2",
		strings.Repeat("longue ", 20):    "longue-longue-longue-longue-longue",
	} {
		if got := draft.NewName(label, func(name string) bool { return name == "deja" }); got != want {
			t.Errorf("the name of %q is %q, want %q", label, got, want)
		}
	}
}

func TestAnEditKeepsTheLanguagesTogether(t *testing.T) {
	for name, c := range map[string]struct {
		edit  func(script.Script) script.Script
		place draft.Place
		index int
		own   string
		other string
	}{
		"when what is asked back moves": {
			func(s script.Script) script.Script { return draft.MoveItem(s, "hello", draft.PlaceAsked, 1, 0) },
			draft.PlaceAnswer, 0, "Demain.", "Tomorrow.",
		},
		"when what is asked back is removed": {
			func(s script.Script) script.Script { return draft.RemoveItem(s, "hello", draft.PlaceAsked, 0) },
			draft.PlaceAsked, 0, "Quand ?", "When?",
		},
		"when something asked back is added before": {
			func(s script.Script) script.Script { return draft.AddItem(s, "hello", draft.PlaceAsked, 0, "Qui ?") },
			draft.PlaceAsked, 1, "Pourquoi ?", "Why?",
		},
		"when what is asked back is copied": {
			func(s script.Script) script.Script { return draft.CopyItem(s, "hello", draft.PlaceAsked, 0) },
			draft.PlaceAsked, 2, "Quand ?", "When?",
		},
		"when a check is copied": {
			func(s script.Script) script.Script { return draft.CopyItem(s, "hello", draft.PlaceCheck, 0) },
			draft.PlaceCheck, 1, "Note remise", "Notice given",
		},
		"when a check moves": {
			func(s script.Script) script.Script { return draft.MoveItem(s, "hello", draft.PlaceCheck, 0, 1) },
			draft.PlaceCheck, 1, "Note remise", "Notice given",
		},
		"when a question is copied": {
			func(s script.Script) script.Script { return draft.CopyItem(s, "hello", draft.PlaceAsk, 0) },
			draft.PlaceChoice, draft.ChoiceAt(1, 1), "Non", "No",
		},
		"when a choice moves": {
			func(s script.Script) script.Script {
				return draft.MoveItem(s, "hello", draft.PlaceChoice, draft.ChoiceAt(0, 1), draft.ChoiceAt(0, 0))
			},
			draft.PlaceChoice, 0, "Non", "No",
		},
		"when a choice is written": {
			func(s script.Script) script.Script {
				s = draft.SetText(s, "en", "hello", draft.PlaceChoice, 1, "Not now")
				return draft.SetText(s, "fr", "hello", draft.PlaceChoice, 1, "Pas maintenant")
			},
			draft.PlaceChoice, 1, "Pas maintenant", "Not now",
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := bilingual()
			got := c.edit(before)
			same(t, bilingual(), before)
			if own := draft.TextOf(got, "fr", "hello", c.place, c.index); own != c.own {
				t.Errorf("in French: %q, want %q", own, c.own)
			}
			if other := draft.TextOf(got, "en", "hello", c.place, c.index); other != c.other {
				t.Errorf("in English: %q, want %q", other, c.other)
			}
		})
	}
}

func TestWhatIsRemovedLeavesNoTranslationBehind(t *testing.T) {
	s := draft.RemoveStep(bilingual(), 1)
	s = draft.RemoveItem(s, "hello", draft.PlaceAsk, 0)
	s = draft.RemoveItem(s, "hello", draft.PlaceNote, 0)
	en := s.Tongues[0].Steps
	if _, ok := en["later"]; ok || len(en["hello"].Ask)+len(en["hello"].Choices)+len(en["hello"].Chips) > 0 {
		t.Errorf("still there in English: %+v", en)
	}
}

func TestACopiedStepHasNamesOfItsOwn(t *testing.T) {
	s, id := draft.CopyStep(bilingual(), 0)
	if id != "bonjour" || s.All[1].ID != id || s.All[1].Questions[0].ID != "time-2" {
		t.Fatalf("the copy is %q with %q", s.All[1].ID, s.All[1].Questions[0].ID)
	}
	if got := draft.TextOf(s, "en", id, draft.PlaceChoice, 1); got != "No" {
		t.Errorf("the copy's choice in English is %q", got)
	}
	if got := s.All[2].For.Answers[0].Question; got != "time" {
		t.Errorf("the step after depends on %q", got)
	}
}

func TestANewThingGetsItsNameFromTheLabelWrittenLater(t *testing.T) {
	s, id := draft.AddStep(bilingual(), 0, "")
	s = draft.AddItem(s, id, draft.PlaceAsk, 0, "")
	s = draft.AddItem(s, id, draft.PlaceChoice, draft.ChoiceAt(0, 0), "")
	s = draft.SetText(s, "fr", id, draft.PlaceTitle, 0, "La boîte")
	s = draft.SetText(s, "en", id, draft.PlaceTitle, 0, "The box")
	s = draft.SetText(s, "fr", id, draft.PlaceAsk, 0, "Ça va ?")
	s = draft.SetText(s, "en", id, draft.PlaceChoice, 0, "Well")
	s = draft.SetText(s, "fr", id, draft.PlaceChoice, 0, "Très bien")
	s.All[2].For.Answers = []script.AnswerCondition{{Question: s.All[1].Questions[0].ID, Choices: []coop.ChoiceID{"new"}}}
	s = draft.Named(s)
	step := s.All[1]
	if step.ID != "la-boite" || step.Topic != "la-boite" || step.Questions[0].ID != "ca-va" || step.Questions[0].Choices[0].ID != "tres-bien" {
		t.Errorf("the names are %q, %q, %q", step.ID, step.Topic, step.Questions[0].ID)
	}
	if a := s.All[2].For.Answers[0]; a.Question != "ca-va" || a.Choices[0] != "tres-bien" {
		t.Errorf("the step after depends on %v", a)
	}
	if got := draft.TextOf(s, "en", "la-boite", draft.PlaceChoice, 0); got != "Well" {
		t.Errorf("the choice in English is %q", got)
	}
}

func TestStepsMoveAndComeBack(t *testing.T) {
	s := draft.MoveStep(bilingual(), 0, 2)
	if got := []coop.StepID{s.All[0].ID, s.All[1].ID, s.All[2].ID}; !cmp.Equal(got, []coop.StepID{"later", "end", "hello"}) {
		t.Errorf("the steps are %v", got)
	}
	same(t, bilingual(), draft.MoveStep(s, 2, 0))
	same(t, bilingual(), draft.MoveStep(bilingual(), 0, 9))
}

func TestWhatIsUndoneCanBeDoneAgain(t *testing.T) {
	h := draft.NewHistory(bilingual(), draft.Clone)
	h.Do(func(s *script.Script) { *s = draft.MoveStep(*s, 0, 2) }, "move")
	h.Do(func(s *script.Script) { s.Title = "Autre" }, "title")
	changed := draft.Clone(h.Now())
	if label, ok := h.Undo(); !ok || label != "title" {
		t.Errorf("undone: %q, %t", label, ok)
	}
	h.Undo()
	same(t, bilingual(), h.Now())
	if h.CanUndo() {
		t.Error("there is still something to undo")
	}
	h.Redo()
	h.Redo()
	same(t, changed, h.Now())
	h.Undo()
	h.Do(func(s *script.Script) { s.Title = "Encore" }, "title")
	if h.CanRedo() {
		t.Error("what was undone can be done again after another change")
	}
}

func TestTypingInOneGoIsOneStep(t *testing.T) {
	h := draft.NewHistory(bilingual(), draft.Clone)
	typed := func(tag, text string) {
		h.DoSame(tag, func(s *script.Script) { s.Title = text }, "type")
	}
	typed("title", "a")
	typed("title", "ab")
	typed("title", "ab") // changes nothing
	h.Rest()
	typed("title", "abc")
	h.Undo()
	if got := h.Now().Title; got != "ab" {
		t.Errorf("after one undo: %q", got)
	}
	h.Undo()
	if got := h.Now().Title; got != "Visite" || h.CanUndo() {
		t.Errorf("after two: %q", got)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	h := draft.NewHistory(bilingual(), draft.Clone)
	for i := range 300 {
		h.Do(func(s *script.Script) { s.Version = i + 10 }, "count")
	}
	n := 0
	for h.CanUndo() {
		h.Undo()
		n++
	}
	if n != 200 {
		t.Errorf("%d steps could be undone", n)
	}
}
