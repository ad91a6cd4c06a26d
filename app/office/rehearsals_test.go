package office_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/office"
)

func TestARehearsalCountsNowhere(t *testing.T) {
	d := newTalkDesk(t)
	d.finished(t)
	query := coop.MonthQuery{
		Month: "2026-11", From: coop.Month("2026-11").First().Start(time.UTC), To: coop.Month("2026-12").First().Start(time.UTC), Today: d.Today(),
	}
	before, err := d.archive.MonthRows(t.Context(), query)
	ok(t, err)
	r := coop.Rehearsal{Script: "courtesy-tenant", Version: 1, Persona: "hurried", Began: d.now, Ended: d.now.Add(time.Hour), Seconds: 1800, Forgotten: []string{"Remettre la fiche"}}
	ok(t, d.KeepRehearsal(t.Context(), d.by, r))
	after, err := d.archive.MonthRows(t.Context(), query)
	ok(t, err)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the month moved:\n%s", diff)
	}
	refused(t, d.KeepRehearsal(t.Context(), d.by, coop.Rehearsal{Script: "counter"}), "talk.refused.rehearsal")
}

func TestRehearsalsAreOnesOwnUnlessOneAnswersForOthers(t *testing.T) {
	d := newTalkDesk(t)
	colleague := d.by
	colleague.Staff.ID, colleague.Staff.Login, colleague.Staff.Name = "new", "new", "Inès Roux"
	ok(t, d.archive.Keep(t.Context(), coop.Change{Staff: []coop.Staff{colleague.Staff}}))
	for _, by := range []coop.Actor{d.by, colleague} {
		ok(t, d.KeepRehearsal(t.Context(), by, coop.Rehearsal{Staff: "forged", Script: "counter", Began: d.now, Ended: d.now}))
	}
	manager := d.by
	manager.Staff.Role = coop.Manager
	for name, c := range map[string]struct {
		by   coop.Actor
		want int
	}{"one's own": {colleague, 1}, "a manager's": {manager, 2}} {
		rows, err := d.Rehearsals(t.Context(), c.by, coop.RehearsalFilter{})
		ok(t, err)
		if len(rows) != c.want || rows[0].Name == "" {
			t.Errorf("%s: %+v", name, rows)
		}
	}
	rows, err := d.Rehearsals(t.Context(), colleague, coop.RehearsalFilter{Staff: d.by.Staff.ID})
	ok(t, err)
	if len(rows) != 1 || rows[0].Name != "Inès Roux" {
		t.Errorf("somebody else's were shown: %+v", rows)
	}
}

func TestTheTalksOfAScriptTeach(t *testing.T) {
	d := newTalkDesk(t)
	done := d.finished(t)
	ask := office.LessonAsk{Script: done.Talk.Script, To: d.Today()}
	_, err := d.Lessons(t.Context(), d.by, ask)
	refused(t, err, "talk.refused.lessons")
	manager := d.by
	manager.Staff.Role = coop.Manager
	l, err := d.Lessons(t.Context(), manager, ask)
	ok(t, err)
	version := done.Talk.Version
	if l.Talks[version] != 1 || len(l.Steps) == 0 || len(l.Scripts[version].All) == 0 {
		t.Errorf("learnt %+v of %d steps", l.Talks, len(l.Steps))
	}
	for _, s := range l.Steps {
		step, found := l.Scripts[version].Step(s.Step)
		if long := step.Length < time.Minute; !found || s.Seen == 1 && long != (s.Over == 1) {
			t.Errorf("%s of %s: %+v", s.Step, step.Length, s)
		}
	}
	ask.From, ask.To = d.Today().Add(1), ""
	if l, err = d.Lessons(t.Context(), manager, ask); err != nil || len(l.Talks) != 0 {
		t.Errorf("talks of tomorrow: %v, %v", l.Talks, err)
	}
}
