package sqlite

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	scripts "bienvenue/app/script"
	"bienvenue/assets"
)

// leastTalks is how many talks are led however short the run, so that a p99 is more than the one worst.
const leastTalks = 200

// everyPublished is after how many talks a text is published: an archive has tens of versions, not hundreds.
const everyPublished = 10

// acts leads talks and writes texts through the office, and keeps how long each act took.
type acts struct {
	*office.Office
	b    *testing.B
	by   coop.Actor
	now  time.Time
	took map[string][]time.Duration
}

// shippedTexts are the scripts of the program.
type shippedTexts struct{ words *i18n.Words }

func (shippedTexts) Scripts() ([]office.ScriptFile, error) {
	entries, err := fs.ReadDir(assets.Scripts, "scripts")
	if err != nil {
		return nil, err
	}
	var files []office.ScriptFile
	for _, e := range entries {
		source, err := fs.ReadFile(assets.Scripts, "scripts/"+e.Name())
		if err != nil {
			return nil, err
		}
		files = append(files, office.ScriptFile{Name: e.Name(), Source: source})
	}
	return files, nil
}

func (t shippedTexts) Speech(string) office.Speech { return t.words }

func newActs(b *testing.B, a *Archive) *acts {
	b.Helper()
	folder := must(fs.Sub(assets.Words, "words"))(b)
	words := must(i18n.Load(folder))(b).Words("fr", time.UTC)
	member := coop.Staff{ID: newID[coop.StaffID](), Login: uuid.NewString(), Name: "Nadège Colombier", Role: coop.Manager, Active: true}
	keep(b, a, coop.Change{Staff: []coop.Staff{member}})
	led := &acts{b: b, by: coop.Actor{Staff: member, Device: "bench"}, now: noon, took: map[string][]time.Duration{}}
	led.Office = office.New(office.Params{
		Store: a, Now: func() time.Time { return led.now }, NewID: uuid.NewString, Zone: time.UTC, Texts: shippedTexts{words}, Papers: assets.Papers(),
	})
	return led
}

// act measures one thing that somebody does; the clock goes on a little.
func act[T any](a *acts, name string, do func() (T, error)) T {
	a.b.Helper()
	a.now = a.now.Add(20 * time.Second)
	began := time.Now()
	got, err := do()
	a.took[name] = append(a.took[name], time.Since(began))
	if err != nil {
		a.b.Fatalf("%s: %v", name, err)
	}
	return got
}

// does is an act that answers nothing.
func does(a *acts, name string, do func() error) {
	a.b.Helper()
	act(a, name, func() (struct{}, error) { return struct{}{}, do() })
}

// talk leads a whole courtesy talk, with all that can happen to it.
func (a *acts) talk(h coop.HouseholdID) {
	ctx := a.b.Context()
	c := act(a, "begin", func() (office.Conversation, error) {
		return a.BeginTalk(ctx, a.by, office.TalkStart{Household: h, Kind: coop.CourtesyTalk})
	})
	id := c.Talk.ID
	does(a, "plan", func() error { return a.PlanTalk(ctx, a.by, id, 40) })
	for n := 0; ; n++ {
		walk := c.Walk()
		i := slices.IndexFunc(walk.Steps(), func(s scripts.Step) bool { return walk.State(s.ID) == coop.StepUntouched })
		if i < 0 {
			break
		}
		step := seen(walk.Steps()[i])
		does(a, "keep step", func() error { return a.KeepStep(ctx, a.by, id, step, step.Step) })
		c.Talk = c.Talk.With(step)
		if n == 3 {
			does(a, "pause", func() error { return a.PauseTalk(ctx, a.by, id, coop.PauseCounter) })
			act(a, "list open", func() ([]coop.TalkRow, error) { return a.OpenTalks(ctx, a.by) })
			c = act(a, "open", func() (office.Conversation, error) { return a.OpenTalk(ctx, a.by, id) })
		}
	}
	does(a, "review draft", func() error { return a.KeepReview(ctx, a.by, id, []byte(`{"overall":8,"result":"done"}`)) })
	does(a, "sign", func() error { return a.SignTalk(ctx, a.by, drawing(id)) })
	act(a, "close", func() (office.Closed, error) { return a.CloseTalk(ctx, a.by, ending(id)) })
	r := act(a, "read", func() (office.Reading, error) { return a.ReadTalk(ctx, a.by, id) })
	out := r.Outcome
	out.Comment = "Contente de sa visite"
	act(a, "correct", func() (coop.Talk, error) {
		return a.CorrectTalk(ctx, a.by, office.TalkCorrection{Talk: id, Reason: "Oubli", Outcome: &out, Month: r.Month})
	})
	a.now = a.now.Add(time.Hour)
}

// seen is a step as somebody keeps it who did all that it asks for.
func seen(s scripts.Step) coop.TalkStep {
	kept := coop.TalkStep{Step: s.ID, State: coop.StepSeen, Seconds: int(s.Length.Seconds()), Note: "Rappeler après 18 h."}
	for _, c := range s.Checks {
		kept.Checked = append(kept.Checked, c.ID)
	}
	for _, q := range s.Questions {
		if kept.Answers == nil {
			kept.Answers = map[coop.QuestionID]coop.ChoiceID{}
		}
		kept.Answers[q.ID] = q.Choices[0].ID
	}
	return kept
}

// drawing is a signature of some three hundred points.
func drawing(id coop.TalkID) coop.Signature {
	const points = 300
	stroke := make([]coop.Point, points)
	for i := range stroke {
		stroke[i] = coop.Point{X: float32(i) / points, Y: float32(i*37%100) / 100}
	}
	return coop.Signature{Talk: id, Strokes: [][]coop.Point{stroke}, Aspect: 3}
}

func ending(id coop.TalkID) office.Closing {
	return office.Closing{
		Talk: id,
		Outcome: coop.Outcome{
			Result: coop.Done, Overall: 8, Satisfaction: map[coop.SatisfactionItem]int{coop.SatisfactionItems()[0]: 3},
			Concerns: []coop.Concern{{Motive: "HUM-VMC", Gravity: coop.Minor, Standing: coop.Founded}},
		},
		FollowUps: []coop.FollowUp{{
			Motive: "HUM-VMC", Service: coop.ServiceTechnical, What: "Visite technique pour la ventilation", Due: coop.DayOf(noon).Add(40),
		}},
	}
}

// text writes in a script as an editor keeps it, and sometimes publishes.
func (a *acts) text(n int) {
	ctx := a.b.Context()
	act(a, "list texts", func() ([]office.ScriptCard, error) { return a.ScriptCards(ctx, a.by) })
	d := act(a, "open draft", func() (office.Draft, error) { return a.OpenDraft(ctx, a.by, "courtesy-tenant") })
	d.Script.Title = fmt.Sprintf("Visite de courtoisie %d", n)
	act(a, "keep draft", func() (office.Draft, error) { return a.KeepDraft(ctx, a.by, d) })
	if n%everyPublished == 0 {
		act(a, "publish", func() (coop.StoredScript, error) { return a.Publish(ctx, a.by, "courtesy-tenant", "Un autre titre") })
		act(a, "list versions", func() ([]office.Version, error) { return a.ScriptVersions(ctx, a.by, "courtesy-tenant") })
	}
}

// BenchmarkActs does everything that somebody does in a talk and with a text, on the large archive,
// and reports the p99 of the slowest act.
func BenchmarkActs(b *testing.B) {
	archive := bigArchive(b)
	homes := must(collect(b.Context(), archive.reads, scanText[coop.HouseholdID],
		`SELECT id FROM household WHERE exit_day = '' AND product = 'rental' ORDER BY id LIMIT 2000`))(b)
	a := newActs(b, archive)
	n := 0
	lead := func() {
		n++
		a.talk(homes[n%len(homes)])
		a.text(n)
	}
	for b.Loop() {
		lead()
	}
	for n < leastTalks {
		lead()
	}
	worst, told := 0.0, make([]string, 0, len(a.took)) // one line: of a long log, go test shows only the beginning
	for _, name := range slices.Sorted(maps.Keys(a.took)) {
		all := a.took[name]
		late := p99(all) // sorts them
		worst = max(worst, late)
		told = append(told, fmt.Sprintf("%s %d× %v, p99 %.1f ms", name, len(all), all[len(all)/2].Round(10*time.Microsecond), late))
	}
	b.Log(strings.Join(told, " · "))
	b.ReportMetric(worst, "p99-ms")
}
