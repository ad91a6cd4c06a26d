package texts_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
	"bienvenue/app/ui/uitest"
)

// long is a script of 60 steps whose conditions name every kind of fact.
func long(tb testing.TB) *desk {
	tb.Helper()
	d := newDesk(tb)
	s := draft.Clone(d.scripts[0])
	for len(s.All) < 60 {
		s, _ = draft.CopyStep(s, len(s.All)%18)
	}
	yes := true
	for i := range s.All[1:] {
		c := &s.All[i+1].For
		switch i % 8 {
		case 0:
			c.Products = []coop.Product{coop.Rental}
		case 1:
			c.Heatings = []coop.Heating{coop.IndividualGas}
		case 2:
			c.Homes = []coop.Home{coop.House}
		case 3:
			c.Copro = &yes
		case 4:
			c.Garage = &yes
		case 5:
			c.Landlord = []coop.Landlord{coop.LandlordSocial}
		case 6:
			c.Unsaid = []coop.TopicID{"share"}
		case 7:
			c.Answers = []script.AnswerCondition{{Question: s.All[0].Questions[0].ID, Choices: []coop.ChoiceID{s.All[0].Questions[0].Choices[0].ID}}}
		}
	}
	d.scripts[0] = s
	return d
}

// typist types letter after letter into the words to say of a step, and looks at the window after each.
func typist(tb testing.TB) func() {
	tb.Helper()
	r := opened(tb, long(tb), light, 1282, 704)
	r.screen.Edit("counter")
	r.settle()
	uitest.Press(tb, r.window, "Descendre l’étape")
	r.settle()
	field, ok := uitest.Find(r.window, func(o fyne.CanvasObject) bool {
		named, is := o.(interface{ Called() []string })
		return is && strings.HasPrefix(named.Called()[0], "Ce que vous dites")
	}).(fyne.Focusable)
	if !ok {
		tb.Fatal("there is no field for the words")
	}
	letters := []rune("et puis encore un mot ")
	i := 0
	return func() {
		field.TypedRune(letters[i%len(letters)])
		i++
		if i%len(letters) == 0 {
			for range letters { // the words stay as long as they were
				field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		}
	}
}

// BenchmarkKeystroke is a letter typed into a script of 60 steps and 8 facts, until the talk's page beside it shows it.
func BenchmarkKeystroke(b *testing.B) {
	letter := typist(b)
	var took []time.Duration
	typed := func() {
		from := time.Now()
		letter()
		took = append(took, time.Since(from))
	}
	for b.Loop() {
		typed()
	}
	for len(took) < 100 { // however short the run
		typed()
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100])/float64(time.Millisecond), "p99-ms")
}

// TestTypingIsInstant holds a letter to a frame of the screen, by the quickest of many, so that a busy machine does
// not matter.
func TestTypingIsInstant(t *testing.T) {
	letter := typist(t)
	quickest := time.Hour
	for range 15 {
		from := time.Now()
		letter()
		quickest = min(quickest, time.Since(from))
	}
	if frame := 16 * time.Millisecond; quickest > frame {
		t.Errorf("a letter takes %s, more than %s", quickest, frame)
	}
}

// BenchmarkAnotherStep is going from a step to the next.
func BenchmarkAnotherStep(b *testing.B) {
	r := opened(b, long(b), light, 1282, 704)
	r.screen.Edit("counter")
	r.settle()
	down := true
	for b.Loop() {
		key := fyne.KeyPageDown
		if !down {
			key = fyne.KeyPageUp
		}
		down = !down
		r.screen.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// BenchmarkPause is what follows a pause in typing: the draft is looked over and kept, and the points are shown.
func BenchmarkPause(b *testing.B) {
	r := opened(b, long(b), light, 1282, 704)
	r.screen.Edit("counter")
	r.settle()
	title := "Bonjour"
	for b.Loop() {
		title += " a"
		if len(title) > 20 {
			title = "Bonjour"
		}
		uitest.Type(b, r.window, "Titre de l’étape", title)
		r.steps.Pass(2 * time.Second)
	}
}
