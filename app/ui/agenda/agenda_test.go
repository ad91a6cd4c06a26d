package agenda_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/agenda"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// desk is the trial's, with what these tests do at it.
type desk struct{ *trial.Desk }

func open(tb testing.TB, people int) *desk {
	tb.Helper()
	return &desk{trial.Open(tb, people)}
}

// room shows the agenda and notes what it hands on.
type room struct {
	*desk
	screen *agenda.Screen
	did    []string
	window fyne.Window
}

func newRoom(t *testing.T, d *desk, style look.Style, width, height float32) *room {
	t.Helper()
	r := roomOf(d, kit.Inline())
	r.screen.Refresh()
	r.window = uitest.Styled(t, style, r.screen.Content(), width, height)
	return r
}

// roomOf is a room that is not shown yet.
func roomOf(d *desk, run kit.Runner) *room {
	r := &room{desk: d}
	note := func(what string) { r.did = append(r.did, what) }
	r.screen = agenda.New(agenda.Params{
		Desk: d, Words: d.Words, Run: run, Actor: d.Actor, Notices: d, OnError: d.OnError,
		Now:     func() time.Time { return trial.Today.At(9, 12, d.Zone()) },
		Canvas:  func() fyne.Canvas { return r.window.Canvas() },
		OnOpen:  func(coop.HouseholdID) { note("open") },
		OnStart: func(coop.VisitRow) { note("start") },
		OnAct:   func(coop.VisitRow) { note("act") },
		OnBook:  func(coop.HouseholdID, coop.StaffID) { note("book") },

		OnPropose:    func(coop.HouseholdID, coop.StaffID) { note("propose") },
		OnPrintRound: func(coop.StaffID, coop.Day) { note("print") },
		OnCalendar:   func(coop.StaffID, coop.Day, coop.Day) { note("calendar") },
		OnCall:       func(string) { note("call") },
		OnWave:       func() { note("wave") },
		OnReminders:  func() { note("reminders") },
	})
	return r
}

// everybody chooses the whole team.
func (r *room) everybody(t *testing.T) {
	t.Helper()
	uitest.Press(t, r.window, "Jour")
	for _, o := range r.officers(t) {
		if uitest.CanPress(r.window, o.Name) {
			uitest.Press(t, r.window, o.Name)
			break
		}
	}
	uitest.Press(t, r.window, "Toute l’équipe")
}

func (d *desk) officers(t *testing.T) []coop.Staff {
	t.Helper()
	all, err := d.Officers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// coopOf is a coop with one officer, a visit this morning, and somebody who waits.
func coopOf(t *testing.T) *desk {
	t.Helper()
	d := open(t, 0)
	karim := d.hire(t, "karim", "Karim Haddad")
	d.book(t, d.enter(t, "Lefèvre"), karim, trial.Today, 9*60+30)
	d.enter(t, "Benali")
	return d
}

func (d *desk) hire(t *testing.T, login, name string) coop.StaffID {
	t.Helper()
	s, err := d.KeepStaff(t.Context(), d.Actor(), coop.Staff{Login: login, Name: name, Role: coop.Officer, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	return s.ID
}

func (d *desk) enter(t *testing.T, name string) coop.HouseholdID {
	t.Helper()
	id, err := d.AddHousehold(t.Context(), d.Actor(), coop.Household{
		Product: coop.Rental, Entry: "2026-10-05", Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: name}},
	}, coop.Residence{Name: "Champmilan"})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// book books a visit at a minute of a day, whatever soft rule is in the way.
func (d *desk) book(t *testing.T, h coop.HouseholdID, officer coop.StaffID, day coop.Day, minute int) coop.Visit {
	t.Helper()
	v, err := d.BookVisit(t.Context(), d.Actor(), coop.Booking{
		Household: h, Officer: officer, Start: day.At(minute/60, minute%60, d.Zone()), Reason: "d’accord", Agreed: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (d *desk) except(t *testing.T, e coop.Exception) {
	t.Helper()
	if _, _, err := d.AddException(t.Context(), d.Actor(), e); err != nil {
		t.Fatal(err)
	}
}

func TestTheWeekShowsVisitsAndThoseWhoWait(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 1282, 768)
	for _, words := range []string{"Semaine du 23 novembre", "9 h 30 LEFÈVRE", "Mme Éloïse BENALI", "avant le 03/01", "1 ménage attend sa visite"} {
		if !uitest.Reads(r.window, words) {
			t.Errorf("nothing says %q: %v", words, uitest.Texts(r.window))
		}
	}
	uitest.Press(t, r.window, "Réserver")
	uitest.Press(t, r.window, "Semaine suivante")
	if uitest.Reads(r.window, "LEFÈVRE") || !uitest.Reads(r.window, "Semaine du 30 novembre") {
		t.Errorf("the next week is not shown: %v", uitest.Texts(r.window))
	}
	uitest.Press(t, r.window, "Aujourd’hui")
	uitest.Press(t, r.window, "9 h 30 Mme Éloïse LEFÈVRE")
	if got := fmt.Sprint(r.did); got != "[book act]" {
		t.Errorf("what was pressed is handed on as %s", got)
	}
}

func TestInPortraitTheDaysAreAList(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 800, 1196)
	uitest.Press(t, r.window, "9 h 30 Mme Éloïse LEFÈVRE")
	if got := fmt.Sprint(r.did); got != "[act]" {
		t.Errorf("what was pressed is handed on as %s", got)
	}
}

func TestPicturesOfTheAgenda(t *testing.T) {
	uitest.App(t)
	d, empty := open(t, 400), open(t, 0)
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 708), "1280x800": fyne.NewSize(1196, 740), "800x1280": fyne.NewSize(800, 1140)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				r := newRoom(t, d, look.Style{Mode: mode}, size.Width, size.Height)
				shot := func(what string) { uitest.Shot(t, r.window, fmt.Sprintf("agenda/%s-%s-%s.png", what, name, mode)) }
				shot("week")
				uitest.Press(t, r.window, "Semaine précédente")
				shot("week-before")
				uitest.Press(t, r.window, "Aujourd’hui")
				for _, view := range []string{"Jour", "Mois", "Ma tournée"} {
					uitest.Press(t, r.window, view)
					shot(view)
				}
				r.everybody(t)
				for _, view := range []string{"Jour", "Mois", "Semaine"} {
					uitest.Press(t, r.window, view)
					shot("team-" + view)
				}
				r = newRoom(t, empty, look.Style{Mode: mode}, size.Width, size.Height)
				shot("empty")
			})
		}
	}
}
