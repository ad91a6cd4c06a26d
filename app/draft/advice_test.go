package draft_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
)

// adviser is one with the real word lists, on a day.
func adviser(tb testing.TB) draft.Adviser {
	tb.Helper()
	terms, err := draft.ReadTerms(asset(tb, "glossary.fr.yaml"))
	if err != nil {
		tb.Fatal(err)
	}
	return draft.Adviser{Lexicon: draft.ReadLexicon(asset(tb, "common.fr.txt")), Terms: terms, Today: "2026-11-24"}
}

func asset(tb testing.TB, name string) []byte {
	tb.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "assets", "texts", name))
	if err != nil {
		tb.Fatal(err)
	}
	return source
}

func of(all []draft.Advice, kind draft.Kind) []draft.Advice {
	return slices.DeleteFunc(slices.Clone(all), func(a draft.Advice) bool { return a.Kind != kind })
}

func TestAGoodScriptGetsNoAdvice(t *testing.T) {
	for _, a := range draft.Advise(bilingual(), adviser(t)) {
		t.Errorf("%+v", a)
	}
}

func TestEachThingToSeeToIsFoundInItsPlace(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("mot ", n)) + "." }
	no := false
	for name, c := range map[string]struct {
		edit   func(*script.Script)
		step   coop.StepID
		place  draft.Place
		index  int
		kind   draft.Kind
		weight draft.Weight
	}{
		"an empty text":                   {func(s *script.Script) { s.All[0].Say = " " }, "hello", draft.PlaceSay, 0, draft.KindEmpty, draft.Blocks},
		"an empty label":                  {func(s *script.Script) { s.All[0].Checks[1].Label = "" }, "hello", draft.PlaceCheck, 1, draft.KindEmpty, draft.Blocks},
		"a title that is too long":        {func(s *script.Script) { s.All[0].Title = strings.Repeat("a", 33) }, "hello", draft.PlaceTitle, 0, draft.KindLong, draft.Blocks},
		"too many words to be read":       {func(s *script.Script) { s.All[0].Say = words(71) }, "hello", draft.PlaceSay, 0, draft.KindLong, draft.Blocks},
		"too much to listen to":           {func(s *script.Script) { s.All[0].Say = words(61) }, "hello", draft.PlaceSay, 0, draft.KindAloud, draft.Warns},
		"too long to say in its minutes":  {func(s *script.Script) { s.All[0].Length = 10e9 }, "hello", draft.PlaceMinutes, 0, draft.KindTime, draft.Warns},
		"no minutes":                      {func(s *script.Script) { s.All[0].Length = 0 }, "hello", draft.PlaceMinutes, 0, draft.KindMinutes, draft.Blocks},
		"a long sentence":                 {func(s *script.Script) { s.All[0].Say = words(21) }, "hello", draft.PlaceSay, 0, draft.KindSentence, draft.Hints},
		"a long sentence in simple words": {func(s *script.Script) { s.All[0].Simple = words(13) }, "hello", draft.PlaceSimple, 0, draft.KindSentence, draft.Hints},
		"words that nobody knows": {
			func(s *script.Script) {
				s.All[0].Say = "Nonobstant toute stipulation contraire afférente aux susdites prérogatives."
			}, "hello", draft.PlaceSay, 0, draft.KindHard, draft.Warns,
		},
		"simple words that are harder": {
			func(s *script.Script) {
				s.All[2].Simple = "Merci à vous et à tous ceux qui sont venus avec vous pour voir la maison."
			}, "end", draft.PlaceSimple, 0, draft.KindHarder, draft.Warns,
		},
		"a trade term":            {func(s *script.Script) { s.All[2].Say = "La VMC est là." }, "end", draft.PlaceSay, 0, draft.KindTerm, draft.Warns},
		"a source nobody checked": {func(s *script.Script) { s.All[0].Sources = []script.Source{{Text: "Loi", Checked: "2025-11-24"}} }, "hello", draft.PlaceSources, 0, draft.KindOld, draft.Warns},
		"a source to be confirmed": {func(s *script.Script) {
			s.All[0].Sources = []script.Source{{Text: "Loi", Checked: "2026-11-20", Confirm: true}}
		}, "hello", draft.PlaceSources, 0, draft.KindConfirm, draft.Hints},
		"a source without a day":     {func(s *script.Script) { s.All[0].Sources = []script.Source{{Text: "Loi"}} }, "hello", draft.PlaceSources, 0, draft.KindSource, draft.Blocks},
		"a question with one answer": {func(s *script.Script) { s.All[0].Questions[0].Choices = s.All[0].Questions[0].Choices[1:] }, "hello", draft.PlaceAsk, 0, draft.KindAnswers, draft.Blocks},
		"a name used twice":          {func(s *script.Script) { s.All[0].Checks[1].ID = "notice" }, "hello", draft.PlaceCheck, 1, draft.KindTwice, draft.Blocks},
		"a step's name used twice":   {func(s *script.Script) { s.All[2].ID = "later" }, "later", draft.PlaceWhole, 0, draft.KindTwice, draft.Blocks},
		"a name that is none":        {func(s *script.Script) { s.All[0].Chips[0].ID = "très froid" }, "hello", draft.PlaceNote, 0, draft.KindName, draft.Blocks},
		"a label said twice":         {func(s *script.Script) { s.All[0].Checks[1].Label = "note remise" }, "hello", draft.PlaceCheck, 1, draft.KindLabel, draft.Warns},
		"a title said twice":         {func(s *script.Script) { s.All[2].Title = "Bonjour" }, "end", draft.PlaceTitle, 0, draft.KindLabel, draft.Warns},
		"a step that nobody gets": {func(s *script.Script) {
			s.All[2].For = script.Condition{Said: []coop.TopicID{"a"}, Unsaid: []coop.TopicID{"a"}}
		}, "end", draft.PlaceFor, 0, draft.KindNobody, draft.Warns},
		"a copropriétaire outside one": {func(s *script.Script) {
			s.All[2].For = script.Condition{Products: []coop.Product{coop.Copro}, Copro: &no}
		}, "end", draft.PlaceFor, 0, draft.KindNobody, draft.Warns},
		"a step for others than its script": {
			func(s *script.Script) {
				s.For.Products = []coop.Product{coop.Rental}
				s.All[2].For.Products = []coop.Product{coop.PSLA}
			}, "end", draft.PlaceFor, 0, draft.KindNobody, draft.Warns,
		},
		"a step behind one that it cannot go with": {
			func(s *script.Script) {
				s.All[0].For.Homes = []coop.Home{coop.Flat}
				s.All[1].For.Homes = []coop.Home{coop.House}
			}, "later", draft.PlaceFor, 0, draft.KindNobody, draft.Warns,
		},
		"an answer asked later":        {func(s *script.Script) { *s = draft.MoveStep(*s, 0, 1) }, "later", draft.PlaceFor, 0, draft.KindLater, draft.Blocks},
		"an answer never asked":        {func(s *script.Script) { *s = draft.RemoveItem(*s, "hello", draft.PlaceAsk, 0) }, "later", draft.PlaceFor, 0, draft.KindLater, draft.Blocks},
		"an answer not offered":        {func(s *script.Script) { s.All[1].For.Answers[0].Choices[0] = "perhaps" }, "later", draft.PlaceFor, 0, draft.KindChoice, draft.Blocks},
		"essentials over the time":     {func(s *script.Script) { s.Budget = 2 * 60e9 }, draft.Head, draft.PlaceMinutes, 0, draft.KindBudget, draft.Blocks},
		"a field that does not exist":  {func(s *script.Script) { s.All[2].Say = "Voici {chat|rien}." }, "end", draft.PlaceSay, 0, draft.KindField, draft.Blocks},
		"a field without a fallback":   {func(s *script.Script) { s.All[2].Simple = "Voici {coop}." }, "end", draft.PlaceSimple, 0, draft.KindFallback, draft.Blocks},
		"a field not filled in":        {func(s *script.Script) { s.All[2].Say = "Merci de {mediator|la médiation}." }, "end", draft.PlaceSay, 0, draft.KindUnfilled, draft.Hints},
		"a motive that does not exist": {func(s *script.Script) { s.All[0].Chips[0].Motive = "XXX" }, "hello", draft.PlaceNote, 0, draft.KindValue, draft.Blocks},
		"too many points":              {func(s *script.Script) { s.All[0].Chips = slices.Repeat(s.All[0].Chips, 6) }, "hello", draft.PlaceNote, 5, draft.KindMany, draft.Blocks},
		"a text missing in English":    {func(s *script.Script) { *s = draft.SetText(*s, "en", "hello", draft.PlaceCheck, 1, "") }, "hello", draft.PlaceCheck, 1, draft.KindMissing, draft.Warns},
		"French that went on alone":    {func(s *script.Script) { s.All[2].Say = "Merci à vous." }, "end", draft.PlaceSay, 0, draft.KindStale, draft.Warns},
		"no essential step":            {func(s *script.Script) { s.All[0].Essential, s.All[2].Essential = false, false }, draft.Head, draft.PlaceSteps, 0, draft.KindNoEssential, draft.Warns},
		"no step":                      {func(s *script.Script) { s.All = nil }, draft.Head, draft.PlaceSteps, 0, draft.KindSteps, draft.Blocks},
		"no title":                     {func(s *script.Script) { s.Title = "" }, draft.Head, draft.PlaceTitle, 0, draft.KindEmpty, draft.Blocks},
		"brackets never closed":        {func(s *script.Script) { s.All[0].Say = strings.Repeat("[", 50) + " ici" }, draft.Head, draft.PlaceWhole, 0, draft.KindLarge, draft.Blocks},
	} {
		t.Run(name, func(t *testing.T) {
			a, before := adviser(t), bilingual()
			a.Before, a.Fields = &before, map[string]string{"coop": "Les Toits"}
			s := bilingual()
			c.edit(&s)
			all := draft.Advise(s, a)
			found := slices.ContainsFunc(all, func(got draft.Advice) bool {
				return got.Step == c.step && got.Place == c.place && got.Index == c.index && got.Kind == c.kind && got.Weight == c.weight
			})
			if !found {
				t.Errorf("not found among %+v", all)
			}
		})
	}
}

func TestAdviceStandsInTheOrderOfTheSteps(t *testing.T) {
	s := bilingual()
	s.Title, s.All[2].Title, s.All[0].Say, s.All[0].Length = "", "", "", 1e9
	var got []string
	for _, a := range draft.Advise(s, adviser(t)) {
		got = append(got, fmt.Sprint(a.Step, " ", a.Weight))
	}
	want := []string{" 0", "hello 0", "hello 1", "end 0"}
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Error(diff)
	}
}

func TestStepsOfOneTitleForDifferentHouseholdsAreFine(t *testing.T) {
	if found := of(draft.Advise(shipped(t, "counter"), adviser(t)), draft.KindLabel); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

func TestShippedScriptsCanBePublished(t *testing.T) {
	for _, id := range []string{"counter", "courtesy-copro", "courtesy-owner", "courtesy-tenant"} {
		for _, a := range draft.Advise(shipped(t, id), adviser(t)) {
			if a.Weight == draft.Blocks || a.Kind == draft.KindHard || a.Kind == draft.KindHarder || a.Kind == draft.KindNobody {
				t.Errorf("%s: %+v", id, a)
			}
		}
	}
}

// TestWhatNothingBlocksCanBeRead edits scripts at random: whatever would be refused as a file must
// be told before it is published.
func TestWhatNothingBlocksCanBeRead(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	a := adviser(t)
	free, blocked := 0, 0
	for i := range 1500 {
		s := mutated(bilingual(), r, 1+r.IntN(6))
		if slices.ContainsFunc(draft.Advise(s, a), func(a draft.Advice) bool { return a.Weight == draft.Blocks }) {
			blocked++
			continue
		}
		free++
		read, err := script.Read("visit.fr.yaml", script.Write(s))
		if err != nil {
			t.Fatalf("try %d: %v\n%s", i, err, script.Write(s))
		}
		for _, tongue := range s.Tongues {
			name := "visit." + tongue.Language + ".yaml"
			if _, err := script.ReadTongue(name, script.WriteTongue(s, tongue.Language), read); err != nil {
				t.Fatalf("try %d: %v\n%s", i, err, script.WriteTongue(s, tongue.Language))
			}
		}
	}
	if free < 200 || blocked < 200 {
		t.Errorf("%d free and %d blocked: the edits try too little", free, blocked)
	}
}

func TestAWatcherSaysWhatAFreshLookSays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	a, before := adviser(t), bilingual()
	a.Before = &before
	w := draft.NewWatcher(a)
	s := bilingual()
	for i := range 300 {
		s = mutated(s, r, 1)
		if i%20 == 0 {
			s = bilingual()
		}
		if diff := cmp.Diff(draft.Advise(s, a), w.Advise(s), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("at edit %d: %s", i, diff)
		}
	}
}

// large is a script of 60 steps whose conditions name all eight facts.
func large() script.Script {
	s := script.Script{ID: "large", Version: 1, Title: "Grande", Language: "fr", Kind: coop.CourtesyTalk, Budget: 200 * 60e9}
	yes := true
	for i := range 60 {
		step := draft.Clone(bilingual()).All[0]
		step.ID = coop.StepID("step-" + strconv.Itoa(i))
		step.Title = "Étape " + strconv.Itoa(i)
		step.Say = "Bonjour, je viens vous voir. " + strings.Repeat("Nous parlons du chauffage et de l’eau. ", 6)
		step.Questions[0].ID = coop.QuestionID("time-" + strconv.Itoa(i))
		switch i % 8 {
		case 0:
			step.For.Products = []coop.Product{coop.Products()[i%6]}
		case 1:
			step.For.Heatings = []coop.Heating{coop.CollectiveHeating, coop.DistrictHeating}
		case 2:
			step.For.Homes = []coop.Home{coop.House}
		case 3:
			step.For.Copro = &yes
		case 4:
			step.For.Garage = &yes
		case 5:
			step.For.Landlord = []coop.Landlord{coop.LandlordSocial}
		case 6:
			step.For.Unsaid = []coop.TopicID{coop.TopicID("topic-" + strconv.Itoa(i%24))}
		case 7:
			step.For.Answers = []script.AnswerCondition{{Question: coop.QuestionID("time-" + strconv.Itoa(i-1)), Choices: []coop.ChoiceID{"yes"}}}
		}
		s.All = append(s.All, step)
	}
	return s
}

func BenchmarkAdvise(b *testing.B) {
	a, s := adviser(b), large()
	for b.Loop() {
		draft.Advise(s, a)
	}
}

func BenchmarkAKeystroke(b *testing.B) {
	w, h := draft.NewWatcher(adviser(b)), draft.NewHistory(large(), draft.Clone)
	var took []time.Duration
	typed := func() {
		from := time.Now()
		h.DoSame("say", func(s *script.Script) {
			*s = draft.SetText(*s, "fr", "step-30", draft.PlaceSay, 0, "Bonjour "+strconv.Itoa(len(took)))
		}, "type")
		w.Advise(h.Now())
		took = append(took, time.Since(from))
	}
	typed()
	took = nil // the first advice looks at every step
	for b.Loop() {
		typed()
	}
	for len(took) < 100 { // however short the run
		typed()
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100])/float64(time.Millisecond), "p99-ms")
}

func TestTheShippedTextsNeedNoAdviceHeavierThanAHint(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "assets", "scripts", "*.fr.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		id, _, _ := strings.Cut(filepath.Base(path), ".")
		for _, a := range draft.Advise(shipped(t, id), adviser(t)) {
			if a.Weight != draft.Hints {
				t.Errorf("%s, step %q, %s, %s: %s %v", id, a.Step, a.Language, a.Place, a.Key, a.Args)
			}
		}
	}
}
