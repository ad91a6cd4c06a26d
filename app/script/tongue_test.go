package script_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

const english = `id: small-talk
language: en
title: Small visit
steps:
  - id: welcome
    title: Welcome
    say: |
      Hello, {coop|your coop} sent me.
    simple: Hello. I come to see you.
    check: {notice: Notice handed over}
    note: {vent-blocked: Vent blocked}
    ask:
      knew:
        text: Did you know?
        choices: {yes: "Yes", no: "No"}
    asked:
      - question: Why?
        answer: Because.
  - id: garage
    title: Garage
    say: Here is the garage.
    simple: Here is the garage.
  - id: ending
    title: What follows
    say: Here we are.
`

func inTwoLanguages(t *testing.T) script.Script {
	t.Helper()
	s := read(t, good)
	tongue, err := script.ReadTongue("small-talk.en.yaml", []byte(english), s)
	if err != nil {
		t.Fatal(err)
	}
	s.Tongues = append(s.Tongues, tongue)
	return s
}

func TestAScriptSpeaksAnotherLanguage(t *testing.T) {
	s := inTwoLanguages(t)
	if got := s.Languages(); !slices.Equal(got, []string{"fr", "en"}) {
		t.Errorf("got %v", got)
	}
	said := s.Filled(map[string]string{"coop": "Champmilan"}).In("en")
	w := said.All[0]
	if said.Title != "Small visit" || said.Language != "en" || w.Say != "Hello, Champmilan sent me." ||
		w.Checks[0].Label != "Notice handed over" || w.Chips[0].Label != "Vent blocked" ||
		w.Questions[0].Text != "Did you know?" || w.Questions[0].Choices[1].Label != "No" ||
		w.Asked[0] != (script.Asked{Question: "Why?", Answer: "Because."}) {
		t.Errorf("got %+v", w)
	}
	if w.Checks[0].ID != "notice" || !w.Checks[0].Required || w.Chips[0].Motive != "HUM-VMC" || w.Sources[0].Text != "Loi du 6 juillet 1989" {
		t.Errorf("more than the words changed: %+v", w)
	}
	if got := said.All[2].Simple; got != "C’est fini." {
		t.Errorf("what is not translated should stay as it is, got %q", got)
	}
	if diff := cmp.Diff(read(t, good).All, s.All); diff != "" {
		t.Errorf("the script itself changed: %s", diff)
	}
	if got := s.In("de"); got.Language != "fr" || got.Title != "Petite visite" {
		t.Errorf("a language that is not there gave %q", got.Title)
	}
}

func TestWhatALanguageLacksIsNamed(t *testing.T) {
	s := inTwoLanguages(t)
	want := []script.Gap{{Step: "ending", Text: script.TextSimple, Own: "C’est fini."}}
	if diff := cmp.Diff(want, s.Gaps("en")); diff != "" {
		t.Error(diff)
	}
	if n := len(s.Gaps("de")); n != 17 {
		t.Errorf("a language that nobody wrote lacks %d texts", n)
	}
	if s.Gaps("fr") != nil {
		t.Error("the script's own language lacks something")
	}
}

func TestEveryMistakeOfATranslationIsToldWithItsPlace(t *testing.T) {
	of := read(t, good)
	for name, c := range map[string]struct {
		old, with string
		key       string
		line, col int
	}{
		"a file that is no YAML":    {"language: en", "language: [en", "script.refused.syntax", 3, 1},
		"an unknown name":           {"language: en", "language: en\nminutes: 3", "script.refused.unknown", 3, 1},
		"another script's":          {"id: small-talk", "id: large-talk", "script.refused.other-script", 1, 5},
		"the script's own language": {"language: en", "language: fr", "script.refused.language", 2, 11},
		"no language":               {"language: en\n", "", "script.refused.missing", 1, 1},
		"an unknown step":           {"id: garage", "id: cellar", "script.refused.foreign", 19, 9},
		"a step twice":              {"id: garage", "id: welcome", "script.refused.repeated", 19, 9},
		"an unknown point":          {"{notice: ", "{badge: ", "script.refused.foreign", 10, 13},
		"an unknown chip":           {"{vent-blocked: ", "{vent: ", "script.refused.foreign", 11, 12},
		"an unknown question":       {"knew:", "guessed:", "script.refused.foreign", 13, 7},
		"an unknown choice":         {`no: "No"`, `maybe: "No"`, "script.refused.foreign", 15, 31},
		"a long label":              {"Vent blocked", strings.Repeat("a", 41), "script.refused.long", 11, 26},
		"a long title":              {"title: Garage", "title: " + strings.Repeat("a", 33), "script.refused.long", 20, 12},
		"a sermon":                  {"say: Here is the garage.", "say: " + strings.Repeat("word ", 70) + "end", "script.refused.words", 21, 10},
		"a name without a text":     {"question: Why?", "question:", "script.refused.missing", 17, 9},
		"an unknown fact":           {"{coop|", "{cooperative|", "script.refused.field", 8, 14},
		"too many asked back":       {"  - id: garage", "      - question: Who?\n        answer: Me.\n  - id: garage", "script.refused.many", 17, 7},
		"a paper that is not there": {"title: Garage", "title: Garage\n    paper: Plan", "script.refused.foreign", 21, 12},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(english, c.old) {
				t.Fatalf("the sample has no %q", c.old)
			}
			_, err := script.ReadTongue("small-talk.en.yaml", []byte(strings.Replace(english, c.old, c.with, 1)), of)
			for _, e := range script.Found(err) {
				if e.Key == c.key && e.Line == c.line && e.Column == c.col && e.File == "small-talk.en.yaml" {
					return
				}
			}
			t.Errorf("got %v, want %d:%d %s", err, c.line, c.col, c.key)
		})
	}
}

func TestFilesOfOneScriptComeTogether(t *testing.T) {
	all := script.Gather([]script.File{
		{Name: "small-talk.en.yaml", Source: []byte(english)},
		{Name: "small-talk.fr.yaml", Source: []byte(good)},
		{Name: "other.en.yaml", Source: []byte("id: other\nlanguage: en\ntitle: Other\n")},
	})
	if len(all) != 2 {
		t.Fatalf("got %d bundles", len(all))
	}
	b := all[0]
	if b.Err != nil || b.Script.ID != "small-talk" || string(b.Source) != good || string(b.Tongues["en"]) != english ||
		len(b.Script.Tongues) != 1 {
		t.Errorf("got %v %v", b.Script.ID, b.Err)
	}
	if found := script.Found(all[1].Err); len(found) != 1 || found[0].Key != "script.refused.alone" {
		t.Errorf("a translation without its script gave %v", all[1].Err)
	}
	faulty := script.Gather([]script.File{
		{Name: "small-talk.fr.yaml", Source: []byte(good)},
		{Name: "small-talk.en.yaml", Source: []byte(strings.Replace(english, "id: garage", "id: cellar", 1))},
	})
	if found := script.Found(faulty[0].Err); len(found) != 1 || found[0].File != "small-talk.en.yaml" {
		t.Errorf("got %v", faulty[0].Err)
	}
}

func TestAStoredScriptKeepsItsLanguages(t *testing.T) {
	s, err := script.ReadStored(coop.StoredScript{
		ID: "small-talk", Version: 3, Source: []byte(good), Tongues: map[string][]byte{"en": []byte(english)},
	})
	if err != nil || s.In("en").Title != "Small visit" {
		t.Errorf("got %v %q", err, s.In("en").Title)
	}
}

func FuzzReadTongueNeverPanics(f *testing.F) {
	of, err := script.Read("small-talk.fr.yaml", []byte(good))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(english))
	f.Add([]byte("steps: [{id: welcome, ask: {knew: {choices: {yes: {}}}}, check: [], asked: [a]}]"))
	f.Add([]byte("steps: {id: ? , ? : y}"))
	f.Fuzz(func(t *testing.T, source []byte) {
		tongue, err := script.ReadTongue("x.en.yaml", source, of)
		checkPlaces(t, err)
		of.Tongues = []script.Tongue{tongue}
		of.In(tongue.Language)
		of.Gaps(tongue.Language)
	})
}

// checkPlaces fails when an error does not say where.
func checkPlaces(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	found := script.Found(err)
	if len(found) == 0 {
		t.Fatalf("an error without findings: %v", err)
	}
	for _, e := range found {
		if e.Line < 1 || e.Column < 1 || e.Key == "" {
			t.Fatalf("a finding without its place: %+v", e)
		}
	}
}
