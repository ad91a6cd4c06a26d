package lessons_test

import (
	"context"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/lessons"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/assets"
)

// counted is a desk that has counted already.
type counted struct {
	found lessons.Lessons
	asked []lessons.Ask
}

func (c *counted) Lessons(_ context.Context, ask lessons.Ask) (lessons.Lessons, error) {
	c.asked = append(c.asked, ask)
	return c.found, nil
}

func (c *counted) Today() coop.Day { return trial.Today }

func tenants(t *testing.T) script.Script {
	t.Helper()
	source, err := assets.Scripts.ReadFile("scripts/courtesy-tenant.fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := script.Read("courtesy-tenant.fr.yaml", source)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// many is what 214 talks of two versions might say: the second version has lost a step.
func many(t *testing.T) lessons.Lessons {
	t.Helper()
	first, second := tenants(t), tenants(t)
	second.Version = 2
	second.All = append([]script.Step{}, first.All[:8]...)
	second.All = append(second.All, first.All[9:]...)
	l := lessons.Lessons{Scripts: map[int]script.Script{1: first, 2: second}}
	l.Talks = map[int]int{1: 150, 2: 64}
	for v, s := range l.Scripts {
		for i, step := range s.All {
			n := l.Talks[v]
			seen := n - i*n/40
			one := coop.StepLesson{
				Version: v, Step: step.ID, Seen: seen, Skipped: (n - seen) / 2, Later: i % 3, Over: seen * (i % 5) / 10,
				Seconds: seen * int(step.Length.Seconds()) * (8 + i%5) / 10, Asked: map[int]int{},
			}
			for j := range step.Asked {
				one.Asked[j] = (i*7 + j*3) % 11
			}
			l.Steps = append(l.Steps, one)
		}
	}
	step := first.All[3].ID
	l.Motives = []coop.MotiveLesson{
		{Step: step, Motive: "HUM-VMC", Said: 9, SaidOf: 170, Unsaid: 6, UnsaidOf: 44},
		{Step: step, Said: 21, SaidOf: 170, Unsaid: 11, UnsaidOf: 44},
	}
	return l
}

func open(t *testing.T, found lessons.Lessons, style look.Style, width, height float32) (*counted, fyne.Window) {
	t.Helper()
	uitest.App(t)
	desk := &counted{found: found}
	var w fyne.Window
	s := lessons.New(lessons.Params{
		Desk: desk, Words: uitest.French(t, time.UTC), Run: kit.Inline(), Script: "courtesy-tenant",
		Title: "Visite de courtoisie, locataire", Canvas: func() fyne.Canvas { return w.Canvas() },
		OnError: func(err error) { t.Error(err) },
	})
	w = uitest.Styled(t, style, s.Content(), width, height)
	s.Refresh()
	uitest.Settle(w)
	return desk, w
}

func TestEachStepSaysHowOftenItIsTold(t *testing.T) {
	found := many(t)
	_, w := open(t, found, look.Style{}, 1282, 768)
	first := found.Scripts[2].All[0].Title
	for _, want := range []string{"214 entretiens", first, "dite 214 fois, 100 %", "Ce qu’on nous demande"} {
		if !uitest.Reads(w, want) {
			t.Errorf("%q is not told: %v", want, uitest.Texts(w))
		}
	}
	if gone := found.Scripts[1].All[8].Title + " (retirée)"; !uitest.Reads(w, gone) {
		t.Errorf("%q is not told", gone)
	}
}

func TestTwoSidesAreComparedOnlyWhenTheyAreLargeEnough(t *testing.T) {
	for name, c := range map[string]struct {
		unsaid     int
		read, dont string
	}{
		"enough":  {44, "Pas dite : 14 % (6 sur 44)", "trop peu pour conclure"},
		"too few": {12, "Pas dite : 6 sur 12", "50 %"},
	} {
		t.Run(name, func(t *testing.T) {
			found := many(t)
			for i := range found.Motives {
				found.Motives[i].UnsaidOf = c.unsaid
			}
			_, w := open(t, found, look.Style{}, 1282, 768)
			uitest.Press(t, w, found.Scripts[1].All[3].Title)
			if !uitest.Reads(w, c.read) || uitest.Reads(w, c.dont) {
				t.Errorf("got %v", uitest.Texts(w))
			}
			if c.unsaid < 30 != uitest.Reads(w, "trop peu pour conclure (il en faut 30") {
				t.Error("the warning is wrong")
			}
		})
	}
}

func TestNoTalkIsSaidPlainly(t *testing.T) {
	desk, w := open(t, lessons.Lessons{}, look.Style{}, 800, 1280)
	if !uitest.Reads(w, "Aucun entretien terminé avec cette trame") {
		t.Errorf("got %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Depuis le début")
	last := desk.asked[len(desk.asked)-1]
	if last.From != "" || last.To != trial.Today || last.Script != "courtesy-tenant" {
		t.Errorf("asked %+v", last)
	}
}

func TestAFewTalksAreNoVerdict(t *testing.T) {
	found := many(t)
	found.Talks = map[int]int{1: 7, 2: 5}
	_, w := open(t, found, look.Style{}, 1282, 768)
	if !uitest.Reads(w, "encore trop peu pour conclure") || uitest.Reads(w, "n’est dite que dans") {
		t.Errorf("got %v", uitest.Texts(w))
	}
}

func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range map[string]fyne.Size{"1366x768": {Width: 1282, Height: 712}, "800x1280": {Width: 800, Height: 1160}} {
		for mode, m := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
			t.Run(size+" "+mode, func(t *testing.T) {
				found := many(t)
				_, w := open(t, found, look.Style{Mode: m}, at.Width, at.Height)
				uitest.Shot(t, w, "lessons/"+size+"-"+mode+"-page.png")
				uitest.Press(t, w, found.Scripts[1].All[3].Title)
				uitest.Shot(t, w, "lessons/"+size+"-"+mode+"-step.png")
			})
		}
	}
	_, w := open(t, lessons.Lessons{}, look.Style{Mode: look.Light}, 1282, 712)
	uitest.Shot(t, w, "lessons/none.png")
}
