package script_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

var same = cmpopts.EquateEmpty()

func TestAShippedScriptIsWrittenAsItWasRead(t *testing.T) {
	for _, b := range shipped(t) {
		t.Run(string(b.Script.ID), func(t *testing.T) {
			checkWritten(t, b.Script)
			for _, tongue := range b.Script.Tongues {
				checkTongueWritten(t, b.Script, tongue)
			}
		})
	}
}

// checkWritten fails when a script reads otherwise after it was written.
func checkWritten(t *testing.T, s script.Script) {
	t.Helper()
	source := script.Write(s)
	got, faults := script.ReadDraft("", source)
	s.Tongues = nil
	if diff := cmp.Diff(s, got, same); diff != "" {
		t.Fatalf("%s\n%v\n%s", diff, faults, source)
	}
	if again := script.Write(got); !bytes.Equal(again, source) {
		t.Fatalf("written otherwise the second time:\n%s", cmp.Diff(string(source), string(again)))
	}
}

func checkTongueWritten(t *testing.T, s script.Script, tongue script.Tongue) {
	t.Helper()
	s.Tongues = []script.Tongue{tongue}
	source := script.WriteTongue(s, tongue.Language)
	got, err := script.ReadTongue("", source, s)
	if diff := cmp.Diff(tongue, got, same); diff != "" {
		t.Fatalf("%s\n%v\n%s", diff, err, source)
	}
}

func TestAScriptIsWrittenInTheMannerOfTheShippedOnes(t *testing.T) {
	s := read(t, good)
	s.All[0].Topic, s.All[0].Paper = "hello", "Plan: le garage"
	s.All[0].Asked[0].Answer = strings.TrimSpace(strings.Repeat("Parce que c’est ainsi. ", 6))
	s.All[1].For.Landlord = []coop.Landlord{coop.LandlordUnknown}
	const want = `id: small-talk
version: 3
title: Petite visite
language: fr
talk: courtesy
minutes: 10
for: {product: [rental, psla]}
steps:
  - id: welcome
    title: Accueil
    topic: hello
    minutes: 0.5
    essential: true
    say: |
      Bonjour, je viens de la part de {coop|votre coopérative}.
    simple: |
      Bonjour. Je viens vous voir.
    paper: "Plan: le garage"
    check:
      - {id: notice, label: Note remise, required: true}
    note:
      - {id: vent-blocked, label: VMC bouchée, motive: HUM-VMC}
    ask:
      - id: knew
        text: Le saviez-vous ?
        required: true
        choices:
          - {id: "yes", label: Oui}
          - {id: "no", label: Non}
    asked:
      - question: Pourquoi ?
        answer: >-
          Parce que c’est ainsi. Parce que c’est ainsi. Parce que c’est ainsi. Parce que c’est
          ainsi. Parce que c’est ainsi. Parce que c’est ainsi.
    sources:
      - {text: Loi du 6 juillet 1989, checked: 2026-11-23, confirm: true}

  - id: garage
    title: Garage
    minutes: 2
    essential: false
    for: {garage: true, landlord: [unknown], answer: {knew: ["no"]}}
    say: |
      Voici le garage.
    simple: |
      Voici le garage.

  - id: ending
    title: Suites
    minutes: 5
    essential: true
    say: |
      Nous y sommes.
      La part est de {share|quelques euros}.
    simple: |
      C’est fini.
    form: followups
`
	if diff := cmp.Diff(want, string(script.Write(s))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(english, string(script.WriteTongue(inTwoLanguages(t), "en"))); diff == "" {
		t.Error("the sample is written by hand; the two should differ in style only")
	}
	checkTongueWritten(t, inTwoLanguages(t), inTwoLanguages(t).Tongues[0])
}

// odd are texts that a careless writer of YAML would lose.
func odd() []string {
	return []string{
		"", "yes", "No", "null", "~", "true", "12", "0x1F", "1e3", "1_000", ".5", "2026-11-23", "-", "- a", "--- a", "? b", "a: b", "a:", ":a",
		"#a", "a #b", "a#b", "'a'", "\"a\"", "«\u202fa\u202f: b\u202f»", "{a", "a}", "[a, b]", "{coop|vous}", "a, b", "*a", "&a", "!a", "|", ">-", "%a", "@a", "`a",
		"a\nb", "a\n\nb", "a\n  b", "a \nb", "a\n- b\n# c", "a\tb", "a\r\nb", "a\u2028b", "\u0085a", "\ufeffa", "😀 a", "\\n", "a\\", "a  b",
		strings.Repeat("mot ", 400) + "fin", strings.Repeat("a", 1500), strings.Repeat("[", 100), "…", "é", "<<", "=", "a\x00b", "a\xffb", "... a", "…\n---\n…",
		"a ", "  a", "inf", "NaN", "a:b", "http://x.example.org/a#b", "a?", "0o7", "1:30", "07", "+1", "o’clock: \"3\"",
	}
}

func oddScript(pick func(n int) int, texts []string) script.Script {
	text := func() string {
		return strings.TrimSpace(strings.ToValidUTF8(texts[pick(len(texts))], "\uFFFD"))
	}
	some := func(add func()) {
		for range pick(3) {
			add()
		}
	}
	condition := func(step bool) (c script.Condition) {
		some(func() { c.Products = append(c.Products, coop.Product(text())) })
		some(func() { c.Landlord = append(c.Landlord, coop.Landlords()[pick(3)]) })
		flag := pick(2) == 0
		if c.Garage = &flag; pick(2) == 0 {
			c.Garage = nil
		}
		if step {
			some(func() { c.Said = append(c.Said, coop.TopicID(text())) })
			some(func() {
				c.Answers = append(c.Answers, script.AnswerCondition{
					Question: coop.QuestionID(text()), Choices: []coop.ChoiceID{coop.ChoiceID(text())},
				})
			})
		}
		return c
	}
	s := script.Script{
		ID: coop.ScriptID(text()), Version: pick(3), Title: text(), Language: text(), Kind: coop.TalkKind(text()),
		Budget: time.Duration(pick(99)) * 6 * time.Second, For: condition(false),
	}
	some(func() {
		id := text()
		step := script.Step{
			ID: coop.StepID(id), Title: text(), Topic: coop.TopicID(id), Length: time.Duration(pick(99)) * 6 * time.Second,
			Essential: pick(2) == 0, Paper: text(), For: condition(true), Say: text(), Simple: text(),
		}
		some(func() {
			step.Checks = append(step.Checks, script.Check{ID: coop.PointID(text()), Label: text(), Required: pick(2) == 0})
		})
		some(func() {
			step.Chips = append(step.Chips, script.Chip{ID: coop.ChipID(text()), Label: text(), Motive: coop.MotiveCode(text())})
		})
		some(func() {
			q := script.Question{ID: coop.QuestionID(text()), Text: text()}
			some(func() { q.Choices = append(q.Choices, script.Choice{ID: coop.ChoiceID(text()), Label: text()}) })
			step.Questions = append(step.Questions, q)
		})
		some(func() { step.Asked = append(step.Asked, script.Asked{Question: text(), Answer: text()}) })
		some(func() { step.Sources = append(step.Sources, script.Source{Text: text(), Checked: coop.Day(text())}) })
		step.Form = script.Form(text())
		s.All = append(s.All, step)
	})
	return s
}

func TestOddTextsSurviveWriting(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, one := range odd() {
		checkWritten(t, oddScript(func(n int) int { return n - 1 }, []string{one}))
	}
	for range 300 {
		checkWritten(t, oddScript(r.IntN, odd()))
	}
}

func TestAVeryLongTextSurvivesWriting(t *testing.T) {
	s := read(t, good)
	s.All[0].Say = strings.TrimSpace(strings.Repeat("mot ", 4000))
	s.All[0].Simple = strings.Repeat("é", 9000)
	s.All[0].Asked[0].Answer = strings.TrimSpace(strings.Repeat("mot ", 4000))
	checkWritten(t, s)
}

func FuzzWritingLosesNothing(f *testing.F) {
	for i, text := range odd() {
		f.Add(text, "a", uint64(i))
	}
	f.Fuzz(func(t *testing.T, one, other string, seed uint64) {
		if len(one)+len(other) > 5000 {
			return
		}
		checkWritten(t, oddScript(rand.New(rand.NewPCG(seed, 1)).IntN, []string{one, other, "mot"}))
	})
}
