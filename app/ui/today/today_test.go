package today_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/today"
	"bienvenue/app/ui/uitest"
)

// desk answers with what a test wants to see.
type desk struct {
	home today.Home
	rows []coop.Row
	err  error
}

func (d desk) Home(context.Context) (today.Home, error) { return d.home, d.err }
func (d desk) Search(context.Context, string, int) ([]coop.Row, error) {
	return d.rows, d.err
}
func (d desk) Step(context.Context, coop.TalkID) (at, of int, err error) { return 6, 12, nil }

func words(t *testing.T) *i18n.Words {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return uitest.French(t, zone)
}

func person(id, first, last string) coop.Row {
	return coop.Row{
		ID: coop.HouseholdID(id), Residence: "Champmilan", Dwelling: coop.Dwelling{Door: "B12"},
		Holders: []coop.Cooperator{{Civility: coop.Madame, First: first, Last: last}},
	}
}

func visit(id string, hour int, r coop.Row, state coop.VisitState) coop.VisitRow {
	start := time.Date(2026, 11, 23, hour-1, 30, 0, 0, time.UTC)
	return coop.VisitRow{
		Visit: coop.Visit{ID: coop.VisitID(id), Household: r.ID, Officer: "hugo", State: state, Place: coop.AtHome, Start: start},
		Row:   r, OfficerName: "Hugo Meunier",
	}
}

// waits is somebody who moved in on a day and waits for a visit.
func waits(r coop.Row, entry coop.Day, last coop.Result) coop.Owing {
	r.Entry = entry
	return coop.Owing{Row: r, Last: last, Trips: 1}
}

// busy is a day with everything on it, the longest name included.
func busy() today.Home {
	benali := person("h1", "Aïcha", "Benali")
	long := person("h2", "Maria-José", "de Oliveira Châtelain-Quéméneur")
	return today.Home{
		Today: "2026-11-23", Late: 4, ToBook: 9, Overdue: 2, Done: 52, Target: 75, People: 400, Remind: 5, Askings: 41, Window: coop.WindowRule{From: 30, Aim: 60, To: 90},
		Waiting: []coop.Owing{waits(long, "2026-08-20", coop.Absent), waits(benali, "2026-09-30", coop.NoResult)},
		Visits: []coop.VisitRow{
			visit("v0", 9, benali, coop.VisitHeld), visit("v1", 10, long, coop.VisitPlanned), visit("v2", 14, benali, coop.VisitPlanned),
		},
		Resume: []coop.TalkRow{
			{Talk: coop.Talk{ID: "t3", Touched: time.Date(2026, 11, 23, 7, 40, 0, 0, time.UTC), Device: "tablette"}, Row: long},
			{Talk: coop.Talk{ID: "t1", Touched: time.Date(2026, 11, 23, 8, 12, 0, 0, time.UTC), Pause: coop.PauseCounter, Device: "guichet"}, Row: benali},
			{Talk: coop.Talk{ID: "t2", Touched: time.Date(2026, 11, 22, 15, 12, 0, 0, time.UTC), Device: "guichet"}, Row: long},
		},
	}
}

// heard is what the page called back.
type heard struct {
	welcome, late, toBook, overdue, imports, month bool
	wave                                           bool
	opened                                         coop.HouseholdID
	started                                        coop.VisitID
	resumed, reviewed, abandoned                   coop.TalkID
	rehearse, remind, askings                      bool
	proposed                                       coop.HouseholdID
	err                                            error
}

func shown(t *testing.T, d desk, role coop.Role, style look.Style, width, height float32) (fyne.Window, *heard) {
	t.Helper()
	uitest.App(t)
	h := &heard{}
	s := today.New(today.Params{
		Desk: d, Words: words(t), Run: kit.Inline(), OnError: func(err error) { h.err = err },
		Staff:     coop.Staff{ID: "hugo", Name: "Hugo Meunier", Role: role},
		OnWelcome: func() { h.welcome = true }, OnOpen: func(id coop.HouseholdID) { h.opened = id },
		OnStart: func(v coop.VisitRow) { h.started = v.ID }, OnResume: func(id coop.TalkID) { h.resumed = id },
		OnReview: func(id coop.TalkID) { h.reviewed = id }, OnAbandon: func(t coop.TalkRow) { h.abandoned = t.ID },
		OnRehearse: func() { h.rehearse = true }, Device: "guichet",
		OnLate: func() { h.late = true }, OnToBook: func(overdue bool) { h.toBook, h.overdue = !overdue, overdue },
		OnRemind: func() { h.remind = true }, OnAskings: func() { h.askings = true },
		OnPropose: func(id coop.HouseholdID, _ coop.StaffID) { h.proposed = id },
		OnAgenda:  func() {}, OnMonth: func() { h.month = true }, OnImport: func() { h.imports = true },
		OnWave: func() { h.wave = true },
	})
	w := uitest.Styled(t, style, s.Content(), width, height)
	s.Refresh()
	uitest.Settle(w)
	return w, h
}

var light = look.Style{Mode: look.Light}

func TestEveryLineLeadsSomewhere(t *testing.T) {
	w, h := shown(t, desk{home: busy()}, coop.Officer, light, 1282, 708)
	for _, words := range []string{"4 suites en retard", "2 ménages dont la période", "Accueillir une personne", "Commencer", "Terminer", "Abandonner", "S’entraîner", "Voir le mois", "5 rappels à faire", "41 questionnaires attendus"} {
		uitest.Press(t, w, words)
	}
	want := heard{welcome: true, late: true, overdue: true, month: true, started: "v1", reviewed: "t2", abandoned: "t2", rehearse: true, remind: true, askings: true}
	if *h != want {
		t.Errorf("heard %+v, want %+v", *h, want)
	}
	if !uitest.Reads(w, "Absent(e) une fois · délai dépassé le 18/11") || !uitest.Reads(w, "avant le 29/12") {
		t.Errorf("it does not say until when: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Proposer")
	if h.proposed != "h2" {
		t.Errorf("times are proposed to %q", h.proposed)
	}
	uitest.Press(t, w, "7 visites à réserver")
	if !h.toBook {
		t.Error("the visits to book do not open")
	}
	if !uitest.Reads(w, "Interrompu dimanche 22 novembre à 16 h 12 · étape 6 sur 12") {
		t.Errorf("the step is not told: %v", uitest.Texts(w))
	}
	if !uitest.Reads(w, "En pause, lundi 23 novembre à 9 h 12 · Quelqu’un au comptoir") {
		t.Errorf("why a talk stands still is not told: %v", uitest.Texts(w))
	}
	if !uitest.Reads(w, "1 visite terminée") {
		t.Error("the visits that are over are not counted")
	}
}

func TestAnEmptyDaySaysSo(t *testing.T) {
	w, _ := shown(t, desk{home: today.Home{Today: "2026-11-23", People: 3}}, coop.Officer, light, 1282, 708)
	for _, words := range []string{"Aucune visite aujourd’hui.", "Rien n’est en retard", "0 visite faite ce mois-ci"} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
	if uitest.Reads(w, "À reprendre") {
		t.Error("offers talks that are not there")
	}
}

func TestANewArchiveOffersTheImport(t *testing.T) {
	w, h := shown(t, desk{home: today.Home{Today: "2026-11-23"}}, coop.Administrator, light, 1282, 708)
	uitest.Press(t, w, "Importer un fichier de locataires")
	if !h.imports {
		t.Error("nothing was imported")
	}
}

func TestTheDeskFindsSomebodyFromTheFirstPage(t *testing.T) {
	w, h := shown(t, desk{home: busy(), rows: []coop.Row{person("h7", "Éloïse", "Lefèvre")}}, coop.FrontDesk, light, 1282, 708)
	uitest.Type(t, w, "Nom, logement, téléphone", "lef")
	uitest.Press(t, w, "Mme Éloïse LEFÈVRE")
	if h.opened != "h7" {
		t.Errorf("opened %q, want h7", h.opened)
	}
}

func TestAnErrorIsHandedOn(t *testing.T) {
	lost := errors.New("lost")
	if _, h := shown(t, desk{err: lost}, coop.FrontDesk, light, 1282, 708); !errors.Is(h.err, lost) {
		t.Errorf("heard %v", h.err)
	}
}

// imported is the first day of a coop that has brought its households in.
func imported() today.Home {
	h := busy()
	h.Visits, h.Resume, h.Done, h.Late, h.ToBook, h.Overdue, h.Wave = nil, nil, 0, 0, 61, 12, 143
	return h
}

func TestACoopThatHasJustImportedIsOfferedAWave(t *testing.T) {
	w, h := shown(t, desk{home: imported()}, coop.Manager, light, 1282, 708)
	if !uitest.Reads(w, "143 ménages déjà entrés") {
		t.Errorf("the page does not say how many wait: %v", uitest.Texts(w))
	}
	if uitest.Press(t, w, "Préparer une vague"); !h.wave {
		t.Error("the wave does not open")
	}
	if w, _ = shown(t, desk{home: busy()}, coop.Manager, light, 1282, 708); uitest.CanPress(w, "Préparer une vague") {
		t.Error("a wave is offered to a coop that books its visits")
	}
}

// TestPictures leaves pictures to look at under build/today.
func TestPictures(t *testing.T) {
	for name, c := range map[string]struct {
		role          coop.Role
		style         look.Style
		width, height float32
	}{
		"desk-1366-light":    {coop.FrontDesk, light, 1282, 708},
		"officer-1280-dark":  {coop.Officer, look.Style{Mode: look.Dark}, 1196, 740},
		"manager-800-light":  {coop.Manager, light, 800, 1140},
		"officer-800-200pct": {coop.Officer, look.Style{Mode: look.Light, Scale: 2}, 800, 1140},
	} {
		t.Run(name, func(t *testing.T) {
			w, _ := shown(t, desk{home: busy()}, c.role, c.style, c.width, c.height)
			uitest.Shot(t, w, "today/"+name+".png")
			w, _ = shown(t, desk{home: imported()}, c.role, c.style, c.width, c.height)
			uitest.Shot(t, w, "today/wave-"+name+".png")
		})
	}
}
