package talk_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/talk"
	"bienvenue/app/ui/uitest"
)

// desk keeps in memory what the screen hands over, and refuses when it is told to.
type desk struct {
	steps     []coop.TalkStep
	current   coop.StepID
	closing   coop.Closing
	draft     []byte
	abandoned bool
	paused    coop.PauseReason
	minutes   int
	signed    coop.Signature
	err       error
}

func (d *desk) PauseTalk(_ context.Context, _ coop.Actor, _ coop.TalkID, reason coop.PauseReason) error {
	if d.err == nil {
		d.paused = reason
	}
	return d.err
}

func (d *desk) PlanTalk(_ context.Context, _ coop.Actor, _ coop.TalkID, minutes int) error {
	if d.err == nil {
		d.minutes = minutes
	}
	return d.err
}

func (d *desk) SignTalk(_ context.Context, _ coop.Actor, drawn coop.Signature) error {
	if d.err == nil {
		d.signed = drawn
	}
	return d.err
}

func (d *desk) KeepStep(_ context.Context, _ coop.Actor, _ coop.TalkID, step coop.TalkStep, current coop.StepID) error {
	if d.err != nil {
		return d.err
	}
	d.steps, d.current = append(d.steps, step), current
	return nil
}

func (d *desk) KeepReview(_ context.Context, _ coop.Actor, _ coop.TalkID, draft []byte) error {
	if d.err == nil {
		d.draft = draft
	}
	return d.err
}

func (d *desk) CloseTalk(_ context.Context, _ coop.Actor, closing coop.Closing) (coop.Closed, error) {
	d.closing = closing
	return coop.Closed{}, d.err
}

func (d *desk) AbandonTalk(context.Context, coop.Actor, coop.TalkID) error {
	d.abandoned = true
	return d.err
}

func (d *desk) last() coop.TalkStep {
	if len(d.steps) == 0 {
		return coop.TalkStep{}
	}
	return d.steps[len(d.steps)-1]
}

// Words and scripts are read once: the files are large, and every test needs them.
var (
	load = sync.OnceValues(func() (*i18n.Catalog, error) { return i18n.Load(os.DirFS("../../../assets/words")) })
	read = map[string]script.Script{}
)

func words(t *testing.T) *i18n.Words {
	t.Helper()
	catalog, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Words("fr", time.UTC)
}

func shipped(t *testing.T, name string) script.Script {
	t.Helper()
	s, ok := read[name]
	if !ok {
		source, err := os.ReadFile("../../../assets/scripts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if s, err = script.Read(name, source); err != nil {
			t.Fatal(err)
		}
		read[name] = s
	}
	return s.Filled(map[string]string{"coop": "Champmilan Habitat", "share": "16\u00a0€", "officer": "Karim Belkacem"})
}

type room struct {
	*desk
	screen *talk.Screen
	now    time.Time
	steps  *kit.Steps
	quit   bool
	booked bool
	closed bool
}

func tenants() coop.Household {
	return coop.Household{
		ID: "h1", Product: coop.Rental, Share: coop.Share{State: coop.ShareToOffer},
		Dwelling: coop.Dwelling{Building: "B", Door: "12", Home: coop.Flat, Heating: coop.CollectiveHeating, Garage: true},
		Holders:  []coop.Cooperator{{ID: "c1", Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre", Mobile: "0639981102"}},
	}
}

func open(t *testing.T, file string, h coop.Household, state coop.Talk) *room {
	t.Helper()
	return lead(t, shipped(t, file), h, state)
}

// lead opens a talk with a script.
func lead(t *testing.T, s script.Script, h coop.Household, state coop.Talk, change ...func(*talk.Params)) *room {
	t.Helper()
	test.NewTempApp(t)
	r := &room{desk: &desk{}, now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
	run, steps := kit.Stepped()
	r.desk, r.steps = &desk{}, steps
	state.ID, state.Kind, state.Script, state.State = "t1", s.Kind, s.ID, coop.TalkOpen
	p := talk.Params{
		Desk: r.desk, Walk: script.Follow(s, script.FactsOf(h, coop.Residence{}, nil), state), Household: h,
		Residence: coop.Residence{Name: "Champmilan"}, Today: "2026-11-23", SharePrice: 1600, Words: words(t), Run: run,
		Clock:    func() time.Time { return r.now },
		OnQuit:   func() { r.quit = true },
		OnBook:   func(coop.HouseholdID) { r.booked = true },
		OnClosed: func(coop.Closed) { r.closed = true },
	}
	for _, f := range change {
		f(&p)
	}
	r.screen = talk.New(p)
	return r
}

func (r *room) window(t *testing.T, style look.Style, width, height float32) fyne.Window {
	t.Helper()
	w := uitest.Styled(t, style, r.screen.Content(), width, height)
	w.Canvas().SetOnTypedKey(r.screen.TypedKey)
	w.Canvas().SetOnTypedRune(r.screen.TypedRune)
	uitest.Settle(w)
	return w
}

// seen is a talk in which the first n steps of a script were gone through.
func seen(s script.Script, f script.Facts, n int) coop.Talk {
	var t coop.Talk
	for i, step := range s.Steps(f) {
		if i == n {
			t.Current = step.ID
			break
		}
		t.Steps = append(t.Steps, coop.TalkStep{Step: step.ID, State: coop.StepSeen, Seconds: int(step.Length.Seconds())})
	}
	return t
}

func TestThePageSaysWhatToSayAndKeepsWhatIsTicked(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	for _, text := range []string{"Mme Éloïse LEFÈVRE", "Champmilan", "je suis Karim Belkacem", "0 min / 45", "1 · Accueil et but de la visite"} {
		if !uitest.Reads(w, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
	if uitest.Reads(w, "Enregistré") {
		t.Error("something is called saved before anything was noted")
	}
	uitest.Press(t, w, "Note d’information remise")
	if got := r.last(); len(got.Checked) != 1 || got.Checked[0] != "notice" || got.State != coop.StepBegun {
		t.Errorf("kept %+v", got)
	}
	if !uitest.Reads(w, "Enregistré") {
		t.Error("the kept answer is not called saved")
	}
	uitest.Letter(t, w, '2')
	if got := r.last().Answers["time-today"]; got != "half" {
		t.Errorf("kept answer %q", got)
	}
	uitest.Letter(t, w, 's')
	if !uitest.Reads(w, "J’écris peu de choses") {
		t.Error("the simpler words are not shown")
	}
	r.now = r.now.Add(95 * time.Second)
	uitest.Key(t, w, fyne.KeyReturn)
	if got := r.last(); got.State != coop.StepSeen || got.Seconds != 95 || r.current == "welcome" {
		t.Errorf("kept %+v, stands at %s", got, r.current)
	}
	if !uitest.Reads(w, "2 · ") {
		t.Error("the next step is not shown")
	}
}

func TestLookingAtAStepWritesNothing(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Qui fait quoi")
	uitest.Key(t, w, fyne.KeyLeft)
	if len(r.desk.steps) != 0 {
		t.Errorf("kept %+v", r.desk.steps)
	}
	uitest.Key(t, w, fyne.KeyEscape)
	if !r.abandoned || !r.quit {
		t.Error("an empty talk is not taken back")
	}
}

func TestWhatCouldNotBeKeptIsSaidAndTriedAgain(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	r.err = errors.New("disk full")
	uitest.Press(t, w, "Vu, suite")
	if !uitest.Reads(w, "Cette réponse n’est pas enregistrée") || !uitest.Reads(w, "1 · Accueil") || uitest.Reads(w, "2 · ") {
		t.Errorf("the window says:\n%s", strings.Join(uitest.Texts(w), "\n"))
	}
	r.err = nil
	uitest.Press(t, w, "Réessayer")
	if !uitest.Reads(w, "2 · ") || r.last().State != coop.StepSeen {
		t.Error("trying again does not go on")
	}
}

func TestAnEssentialStepIsLeftOutWithAReason(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Sans objet")
	if len(r.desk.steps) != 0 {
		t.Error("kept before the reason was given")
	}
	uitest.Press(t, w, "Déjà vu ensemble")
	if got := r.last(); got.State != coop.StepNotApplicable || got.Reason != coop.SkipKnown {
		t.Errorf("kept %+v", got)
	}
}

func TestANoteIsShortAndKept(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Letter(t, w, 'n')
	uitest.Type(t, w, "Ce qu’il faut retenir de cette étape", strings.Repeat("a", 281))
	if uitest.CanPress(w, "Enregistrer la note") {
		t.Error("a note of 281 characters can be kept")
	}
	uitest.Type(t, w, "Ce qu’il faut retenir de cette étape", "Préfère le matin")
	uitest.Press(t, w, "Enregistrer la note")
	if got := r.last().Note; got != "Préfère le matin" || !uitest.Reads(w, "Préfère le matin") {
		t.Errorf("kept %q", got)
	}
}

func TestTheClockWarnsAndStandsStillWhenTheScreenIsLeft(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	if uitest.CanPress(w, "Laisser ces étapes") {
		t.Error("the clock warns at the beginning")
	}
	r.now = r.now.Add(15 * time.Minute)
	r.screen.Leave()
	r.now = r.now.Add(time.Hour)
	r.screen.Enter()
	r.steps.Pass(10 * time.Second)
	uitest.Settle(w)
	if !uitest.Reads(w, "15 min / 45") {
		t.Error("the clock went on while nobody was there")
	}
	uitest.Press(t, w, "Laisser ces étapes")
	for _, step := range r.desk.steps {
		if step.State != coop.StepNotApplicable || step.Reason != coop.SkipNoTime {
			t.Errorf("kept %+v", step)
		}
	}
	if len(r.desk.steps) == 0 || uitest.CanPress(w, "Laisser ces étapes") {
		t.Error("the optional steps are not left out")
	}
}

func TestWhatIsAskedBackHasItsAnswer(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	if uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Error("the answers are unfolded at first")
	}
	uitest.Press(t, w, "« Vous venez vérifier chez moi ? »")
	if !uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Error("the answer does not unfold")
	}
	uitest.Press(t, w, "Posée")
	if got := r.last().Asked; len(got) != 1 || got[0] != 0 {
		t.Errorf("kept %v", got)
	}
	if os.Getenv("PICTURES") != "" {
		uitest.Shot(t, w, "talk/asked.png")
	}
	uitest.Press(t, w, "« Vous venez vérifier chez moi ? »")
	if uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Error("the answer does not fold again")
	}
}
