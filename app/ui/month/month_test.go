package month_test

import (
	"context"
	"os"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	figures "bienvenue/app/month"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/month"
	"bienvenue/app/ui/uitest"
)

// desk answers with what it was given.
type desk struct {
	report figures.Report
	cases  []coop.Case
	asked  *coop.CaseQuery
}

func (d desk) Month(_ context.Context, _ coop.Actor, m coop.Month, _ coop.StaffID) (figures.Report, error) {
	r := d.report
	r.Month = m
	if m == "2026-10" {
		r.InWindow = figures.Share{N: 40, Of: 50}
	}
	return r, nil
}

func (d desk) Cases(_ context.Context, _ coop.Actor, q coop.CaseQuery) ([]coop.Case, error) {
	*d.asked = q
	return d.cases, nil
}

func (d desk) Staff(context.Context) ([]coop.Staff, error) {
	return []coop.Staff{
		{ID: "claire", Name: "Claire Vasseur", Role: coop.Officer, Active: true, Target: 75},
		{ID: "hugo", Name: "Hugo Meunier", Role: coop.Officer, Active: true},
	}, nil
}

func (d desk) Residences(context.Context, coop.Actor) ([]coop.Residence, error) {
	return []coop.Residence{{ID: "a", Name: "Champmilan"}, {ID: "b", Name: "Les Terrasses du Cher"}}, nil
}

func (d desk) Today() coop.Day { return "2026-11-23" }

// full is a month in which all sorts of things happened.
func full() figures.Report {
	q := coop.MonthQuery{Month: "2026-11", Window: coop.WindowRule{From: 30, Aim: 60, To: 90}}
	rows := coop.MonthRows{
		Delays:   []coop.DelayCount{{Days: 58, N: 45}, {Days: 97, N: 7}, {Days: 140, Wave: true, N: 9}},
		Overalls: []coop.OverallCount{{Value: 8, N: 25}, {Value: 9, N: 16}}, CounterTalks: 31, Opened: 24, Closed: 19, Late: 4, Sheets: 49, Subscribed: 12,
		Answers: []coop.AnswerCount{{Question: "knew-cooperator", Choice: "yes", N: 14}, {Question: "knew-cooperator", Choice: "no", N: 33}},
	}
	for i, week := range []coop.Day{"2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"} {
		rows.Visits = append(rows.Visits,
			coop.VisitCount{Officer: "claire", Residence: "a", Week: week, Result: coop.Done, N: 9 - i},
			coop.VisitCount{Officer: "hugo", Residence: "b", Week: week, Result: coop.Done, N: 6 - i},
			coop.VisitCount{Officer: "hugo", Residence: "b", Week: week, Result: coop.Absent, N: 2},
			coop.VisitCount{Officer: "hugo", Residence: "a", Week: week, N: 3 * i})
	}
	for i, m := range coop.Motives(coop.Rental)[:12] {
		rows.Concerns = append(rows.Concerns, coop.ConcernCount{Motive: m.Code, Standing: coop.Standings()[i%2], N: 12 - i})
	}
	for i, item := range coop.SatisfactionItems() {
		rows.Judgements = append(rows.Judgements, coop.JudgementCount{Item: item, Value: 4, N: 20 - 2*i}, coop.JudgementCount{Item: item, Value: 2, N: i})
	}
	for i := range 12 {
		rows.Cohorts = append(rows.Cohorts, coop.CohortCount{Month: coop.Month("2025-12").Add(i), Entered: 40 + i, Visited: 38 - 3*i, Booked: i})
	}
	officers := []coop.Staff{{ID: "claire", Target: 75}, {ID: "hugo"}}
	return figures.Compute(q, rows, officers, 75)
}

func screen(t *testing.T, d desk, saved *[][]string) (*month.Screen, *fyne.Container) {
	t.Helper()
	room := kit.Stack(0)
	var s *month.Screen
	show := func(o fyne.CanvasObject) { room.Objects = []fyne.CanvasObject{kit.Grow(o)}; room.Refresh() }
	s = month.New(month.Params{
		Desk: d, Words: uitest.French(t, time.UTC), Run: kit.Inline(), Actor: func() coop.Actor { return coop.Actor{} },
		OnError: func(err error) { t.Error(err) }, OnOpen: func(coop.HouseholdID) {}, OnPage: show,
		OnBack:    func() { show(s.Content()) },
		OnSave:    func(_ string, table [][]string) { *saved = table },
		OnAskings: func() { *saved = [][]string{{"askings"}} },
	})
	show(s.Content())
	s.Refresh()
	return s, room
}

func manyCases(n int) []coop.Case {
	cases := make([]coop.Case, n)
	for i := range cases {
		cases[i] = coop.Case{
			Row: coop.Row{
				ID: coop.HouseholdID(strconv.Itoa(i)), Residence: "Les Terrasses du Cher", Town: "MONTLUÇON",
				Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Maria-José", Last: "de Oliveira Châtelain-Quéméneur"}},
			},
			At: time.Date(2026, 11, 1+i%28, 9, 0, 0, 0, time.UTC), Officer: "Claire Vasseur", Result: coop.Done, Days: 58, Value: -1,
		}
	}
	return cases
}

func TestAFigureOpensItsCases(t *testing.T) {
	uitest.App(t)
	var asked coop.CaseQuery
	var saved [][]string
	_, room := screen(t, desk{full(), manyCases(9), &asked}, &saved)
	w := uitest.Window(t, room, 1280, 800)
	uitest.Press(t, w, "Absences")
	if asked.Indicator != coop.IndicatorAbsences || asked.Month != "2026-11" {
		t.Errorf("asked for %+v", asked)
	}
	if !uitest.Reads(w, "9 cas") {
		t.Errorf("the list does not say how many: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Exporter la liste")
	if len(saved) != 10 {
		t.Errorf("%d lines saved, want a head and 9 cases", len(saved))
	}
	uitest.Press(t, w, "Retour au mois")
	if !uitest.Reads(w, "Novembre 2026") {
		t.Error("the month did not come back")
	}
}

func TestLateVisitsOfAWaveStandApart(t *testing.T) {
	uitest.App(t)
	var asked coop.CaseQuery
	var saved [][]string
	_, room := screen(t, desk{full(), manyCases(9), &asked}, &saved)
	w := uitest.Window(t, room, 1280, 800)
	uitest.Press(t, w, "9 visites de la vague, hors délai par construction")
	if asked.Indicator != coop.IndicatorWave || asked.Month != "2026-11" {
		t.Errorf("asked for %+v", asked)
	}
}

func TestTheFutureHasNoMonth(t *testing.T) {
	uitest.App(t)
	var asked coop.CaseQuery
	var saved [][]string
	_, room := screen(t, desk{full(), nil, &asked}, &saved)
	w := uitest.Window(t, room, 1280, 800)
	if uitest.CanPress(w, "Mois suivant") {
		t.Error("the month after this one can be opened")
	}
	uitest.Press(t, w, "Mois précédent")
	if !uitest.Reads(w, "Octobre 2026") || !uitest.Reads(w, "Mois écoulé") {
		t.Errorf("October is not shown: %v", uitest.Texts(w))
	}
}

func TestAnEmptyMonthSaysSo(t *testing.T) {
	uitest.App(t)
	var asked coop.CaseQuery
	var saved [][]string
	_, room := screen(t, desk{figures.Compute(coop.MonthQuery{Month: "2026-11"}, coop.MonthRows{}, nil, 75), nil, &asked}, &saved)
	w := uitest.Window(t, room, 1280, 800)
	if !uitest.Reads(w, "Aucune visite ni aucun entretien ce mois-ci.") {
		t.Errorf("an empty month says nothing: %v", uitest.Texts(w))
	}
}

func TestTheMonthIsSavedWithWhatItStandsOn(t *testing.T) {
	uitest.App(t)
	var asked coop.CaseQuery
	var saved [][]string
	_, room := screen(t, desk{full(), nil, &asked}, &saved)
	w := uitest.Window(t, room, 1280, 800)
	uitest.Press(t, w, "Exporter")
	if len(saved) < 20 || saved[1][0] != "Visites faites" || saved[1][1] != "48" || saved[1][2] != "150" {
		t.Errorf("saved %v", saved)
	}
}

func TestTheMonthLeadsToTheQuestionnaires(t *testing.T) {
	uitest.App(t)
	var asked coop.CaseQuery
	var saved [][]string
	_, room := screen(t, desk{full(), nil, &asked}, &saved)
	w := uitest.Window(t, room, 1280, 2400)
	uitest.Press(t, w, "Questionnaires sur papier")
	if len(saved) != 1 || saved[0][0] != "askings" {
		t.Errorf("it led nowhere: %v", saved)
	}
}

// TestPictures leaves pictures to look at under build/month when PICTURES is set.
func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Log("set PICTURES=1 to draw them")
		return
	}
	for size, at := range map[string]fyne.Size{"1366x768": {Width: 1366 - 84, Height: 700}, "1280x800": {Width: 1280 - 84, Height: 730}, "800x1280": {Width: 800, Height: 1150}} {
		for name, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
			uitest.App(t)
			var asked coop.CaseQuery
			var saved [][]string
			_, room := screen(t, desk{full(), manyCases(400), &asked}, &saved)
			w := uitest.Styled(t, look.Style{Mode: mode, Scale: 1}, room, at.Width, at.Height)
			uitest.Shot(t, w, "month/"+size+"-"+name+".png")
			if size == "1280x800" {
				w.Resize(fyne.NewSize(at.Width, 2400))
				uitest.Settle(w)
				uitest.Shot(t, w, "month/long-"+name+".png")
				uitest.Press(t, w, "Par résidence")
				uitest.Shot(t, w, "month/residences-"+name+".png")
				w.Resize(at)
				uitest.Press(t, w, "Absences")
				uitest.Shot(t, w, "month/cases-"+name+".png")
			}
		}
	}
}
