package script_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

const good = `id: small-talk
version: 3
title: Petite visite
language: fr
talk: courtesy
minutes: 10
for: {product: [rental, psla]}
steps:
  - id: welcome
    title: Accueil
    minutes: 0.5
    essential: true
    say: |
      Bonjour, je viens de la part de {coop|votre coopérative}.
    simple: Bonjour. Je viens vous voir.
    check:
      - {id: notice, label: Note remise, required: true}
    note:
      - {id: vent-blocked, label: VMC bouchée, motive: HUM-VMC}
    ask:
      - id: knew
        text: Le saviez-vous ?
        required: true
        choices:
          - {id: yes, label: Oui}
          - {id: no, label: Non}
    asked:
      - question: Pourquoi ?
        answer: Parce que.
    sources:
      - {text: Loi du 6 juillet 1989, checked: 2026-11-23, confirm: true}
  - id: garage
    title: Garage
    minutes: 2
    for:
      garage: true
      answer: {knew: [no]}
    say: Voici le garage.
    simple: Voici le garage.
  - id: ending
    title: Suites
    minutes: 5
    essential: true
    form: followups
    say: |
      Nous y sommes.
      La part est de {share|quelques euros}.
    simple: C’est fini.
`

func read(t *testing.T, source string) script.Script {
	t.Helper()
	s, err := script.Read("small-talk.fr.yaml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAGoodFileIsReadWhole(t *testing.T) {
	got := read(t, good)
	yes := true
	want := script.Script{
		ID: "small-talk", Version: 3, Title: "Petite visite", Language: "fr", Kind: coop.CourtesyTalk,
		Budget: 10 * time.Minute, For: script.Condition{Products: []coop.Product{coop.Rental, coop.PSLA}},
		All: []script.Step{
			{
				ID: "welcome", Topic: "welcome", Title: "Accueil", Length: 30 * time.Second, Essential: true,
				Say:    "Bonjour, je viens de la part de {coop|votre coopérative}.",
				Simple: "Bonjour. Je viens vous voir.",
				Checks: []script.Check{{ID: "notice", Label: "Note remise", Required: true}},
				Chips:  []script.Chip{{ID: "vent-blocked", Label: "VMC bouchée", Motive: "HUM-VMC"}},
				Questions: []script.Question{{
					ID: "knew", Text: "Le saviez-vous ?", Required: true,
					Choices: []script.Choice{{ID: "yes", Label: "Oui"}, {ID: "no", Label: "Non"}},
				}},
				Asked:   []script.Asked{{Question: "Pourquoi ?", Answer: "Parce que."}},
				Sources: []script.Source{{Text: "Loi du 6 juillet 1989", Checked: "2026-11-23", Confirm: true}},
			},
			{
				ID: "garage", Topic: "garage", Title: "Garage", Length: 2 * time.Minute,
				For: script.Condition{Garage: &yes, Answers: []script.AnswerCondition{
					{Question: "knew", Choices: []coop.ChoiceID{"no"}},
				}},
				Say: "Voici le garage.", Simple: "Voici le garage.",
			},
			{
				ID: "ending", Topic: "ending", Title: "Suites", Length: 5 * time.Minute, Essential: true, Form: script.FormFollowUps,
				Say: "Nous y sommes.\nLa part est de {share|quelques euros}.", Simple: "C’est fini.",
			},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func stepsOf(source string) string {
	_, steps, _ := strings.Cut(source, "steps:")
	return "steps:" + steps
}

func TestEveryMistakeIsToldWithItsPlace(t *testing.T) {
	long := strings.Repeat("mot ", 70) + "fin"
	for name, c := range map[string]struct {
		old, with string
		key       string
		line, col int
	}{
		"a file that is no YAML":              {"minutes: 10", "minutes: [10", "script.refused.syntax", 7, 1},
		"an anchor":                           {"title: Garage", "title: &a Garage", "script.refused.text", 33, 12},
		"an unknown name":                     {"version: 3", "version: 3\ncolour: red", "script.refused.unknown", 3, 1},
		"a name given twice":                  {"version: 3", "version: 3\nversion: 3", "script.refused.twice", 3, 1},
		"an empty value":                      {"title: Petite visite", "title:", "script.refused.missing", 3, 1},
		"a lacking text":                      {"    say: Voici le garage.\n", "", "script.refused.missing", 32, 5},
		"an id in capitals":                   {"id: welcome", "id: Welcome", "script.refused.name", 9, 9},
		"an id unlike the file":               {"id: small-talk", "id: large-talk", "script.refused.file-name", 1, 5},
		"an id used twice":                    {"id: garage", "id: welcome", "script.refused.repeated", 32, 9},
		"a question used twice":               {"    say: Voici", "    ask: [{id: knew, text: A, choices: [{id: a, label: A}, {id: b, label: B}]}]\n    say: Voici", "script.refused.repeated", 38, 16},
		"a talk of no kind":                   {"talk: courtesy", "talk: party", "script.refused.value", 5, 7},
		"an unknown product":                  {"[rental, psla]", "[rental, boat]", "script.refused.value", 7, 25},
		"a fact that is no list":              {"[rental, psla]", "rental", "script.refused.list", 7, 16},
		"an answer asked for at the top":      {"[rental, psla]", "[rental], answer: {knew: [no]}", "script.refused.answer-here", 7, 34},
		"a garage that is neither yes nor no": {"garage: true", "garage: maybe", "script.refused.flag", 36, 15},
		"an answer to a later question":       {"answer: {knew: [no]}", "answer: {later: [no]}", "script.refused.question", 37, 16},
		"an answer nobody can give":           {"answer: {knew: [no]}", "answer: {knew: [perhaps]}", "script.refused.choice", 37, 23},
		"no minutes":                          {"minutes: 0.5", "minutes: 0", "script.refused.minutes", 11, 14},
		"minutes in letters":                  {"minutes: 0.5", "minutes: deux", "script.refused.number", 11, 14},
		"a version in letters":                {"version: 3", "version: trois", "script.refused.number", 2, 10},
		"a long title":                        {"title: Accueil", "title: " + strings.Repeat("a", 33), "script.refused.long", 10, 12},
		"a sermon":                            {"say: Voici le garage.", "say: " + long, "script.refused.words", 38, 10},
		"one choice only":                     {"          - {id: no, label: Non}\n", "", "script.refused.few", 25, 11},
		"an unknown motive":                   {"HUM-VMC", "HUM-XXX", "script.refused.motive", 19, 56},
		"essential steps beyond the budget":   {"minutes: 10", "minutes: 5", "script.refused.budget", 6, 10},
		"a fact nobody knows":                 {"{share|", "{shares|", "script.refused.field", 47, 22},
		"a fact without a fallback":           {"{share|quelques euros}", "{share}", "script.refused.fallback", 47, 22},
		"a lonely brace":                      {"C’est fini.", "C’est fini }.", "script.refused.fallback", 48, 24},
		"a day that is none":                  {"2026-11-23", "2026-13-23", "script.refused.day", 31, 48},
		"an unknown form":                     {"form: followups", "form: dance", "script.refused.value", 44, 11},
		"a step that is a word":               {"  - id: garage", "  - garage\n  - id: garage", "script.refused.map", 32, 5},
		"a topic in capitals":                 {"title: Garage", "title: Garage\n    topic: Parking", "script.refused.name", 34, 12},
		"a paper with a long name":            {"title: Garage", "title: Garage\n    paper: " + strings.Repeat("a", 41), "script.refused.long", 34, 12},
		"a landlord of no kind":               {"garage: true", "garage: true\n      landlord: [castle]", "script.refused.value", 37, 18},
		"a topic that is no name":             {"garage: true", "garage: true\n      said: [Share price]", "script.refused.name", 37, 14},
		"what was said asked for at the top":  {"[rental, psla]", "[rental], unsaid: [share]", "script.refused.said-here", 7, 34},
		"no steps":                            {stepsOf(good), "steps: []\n", "script.refused.missing", 8, 8},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(good, c.old) {
				t.Fatalf("the sample has no %q", c.old)
			}
			_, err := script.Read("small-talk.fr.yaml", []byte(strings.Replace(good, c.old, c.with, 1)))
			for _, e := range script.Found(err) {
				if e.Key == c.key && e.Line == c.line && e.Column == c.col && e.File == "small-talk.fr.yaml" {
					return
				}
			}
			t.Errorf("got %v, want %d:%d %s", err, c.line, c.col, c.key)
		})
	}
}

func TestAStepNamesItsTopicItsPaperAndWhatWasSaid(t *testing.T) {
	s := read(t, strings.Replace(good, "    title: Garage\n", "    title: Garage\n    topic: parking\n    paper: Plan du garage\n", 1))
	if step := s.All[1]; step.Topic != "parking" || step.Paper != "Plan du garage" {
		t.Errorf("got %q and %q", step.Topic, step.Paper)
	}
	s = read(t, strings.Replace(good, "garage: true", "landlord: [social, unknown]\n      said: [welcome, share]\n      unsaid: [parking]", 1))
	got := s.All[1].For
	got.Answers = nil
	want := script.Condition{
		Landlord: []coop.Landlord{coop.LandlordSocial, coop.LandlordUnknown},
		Said:     []coop.TopicID{"welcome", "share"}, Unsaid: []coop.TopicID{"parking"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for name, c := range map[string]struct {
		facts script.Facts
		want  bool
	}{
		"all was said":             {script.Facts{Said: []coop.TopicID{"welcome", "share"}}, true},
		"one thing was not said":   {script.Facts{Said: []coop.TopicID{"welcome"}}, false},
		"too much was said":        {script.Facts{Said: []coop.TopicID{"welcome", "share", "parking"}}, false},
		"from another landlord":    {script.Facts{Said: []coop.TopicID{"welcome", "share"}, Landlord: coop.LandlordOther}, false},
		"from the social landlord": {script.Facts{Said: []coop.TopicID{"welcome", "share"}, Landlord: coop.LandlordSocial}, true},
	} {
		t.Run(name, func(t *testing.T) {
			if matches := got.Matches(c.facts); matches != c.want {
				t.Errorf("got %v", matches)
			}
		})
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	source := strings.NewReplacer("version: 3", "version: x", "HUM-VMC", "ZZZ", "talk: courtesy", "talk: x").Replace(good)
	s, err := script.Read("", []byte(source))
	found := script.Found(err)
	if len(found) != 3 || found[0].Line != 2 || found[1].Line != 5 || found[2].Line != 19 {
		t.Errorf("got %v", err)
	}
	if len(s.For.Products) != 2 {
		t.Error("what could be read should say whom the script was meant for")
	}
}

func TestAStrangeFileIsRefusedAtOnce(t *testing.T) {
	for name, source := range map[string]string{
		"brackets": strings.Repeat("[", 50000), "dashes": strings.Repeat("- ", 50000), "a flood": strings.Repeat("a: b\n", 90000),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := script.Read("x.fr.yaml", []byte(source))
			if found := script.Found(err); len(found) != 1 || found[0].Key != "script.refused.large" {
				t.Errorf("got %v", err)
			}
		})
	}
}

// shipped gathers every script file that the program ships.
func shipped(tb testing.TB) []script.Bundle {
	tb.Helper()
	names, err := filepath.Glob("../../assets/scripts/*.yaml")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no scripts found: %v", err)
	}
	var files []script.File
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, script.File{Name: name, Source: source})
	}
	return script.Gather(files)
}

// TestShippedScriptsAreSound reads every script that the program ships, in every language.
func TestShippedScriptsAreSound(t *testing.T) {
	for _, b := range shipped(t) {
		s := b.Script
		t.Run(string(s.ID), func(t *testing.T) {
			for _, e := range script.Found(b.Err) {
				t.Errorf("%v %v", e, e.Args)
			}
			for _, tongue := range s.Tongues {
				for _, g := range s.Gaps(tongue.Language) {
					t.Errorf("%s lacks %s of step %q: %s", tongue.Language, g.Text, g.Step, g.Own)
				}
			}
			for _, p := range coop.Products() {
				f := script.Facts{Product: p}
				if s.For.Matches(f) && len(s.Steps(f)) < 5 {
					t.Errorf("%s gets only %d steps", p, len(s.Steps(f)))
				}
			}
		})
	}
}

func FuzzReadNeverPanics(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("steps:\n  - for: {answer: {a: b}}\n"))
	f.Add([]byte("? a\n: b\n<<: *x\n"))
	f.Add([]byte("- &a [*a, !t x, {? y}]"))
	f.Fuzz(func(t *testing.T, source []byte) {
		_, err := script.Read("x.fr.yaml", source)
		checkPlaces(t, err)
	})
}
