package talk_test

import (
	"context"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

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

// read are the scripts by name, each read once.
var read = map[string]script.Script{}

func words(t *testing.T) *i18n.Words {
	t.Helper()
	return uitest.French(t, time.UTC)
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
	uitest.App(t)
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
