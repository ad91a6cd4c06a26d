package office_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/month"
	"bienvenue/app/office"
	"bienvenue/data"
	"bienvenue/data/demo"
	"bienvenue/data/sqlite"
)

// invented is an archive with an invented coop of some cooperators, on 23 November 2026.
func invented(tb testing.TB, people int) (*office.Office, *sqlite.Archive) {
	tb.Helper()
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	archive, err := data.Open(tb.Context(), filepath.Join(tb.TempDir(), "coop.db"), data.Options{Create: true, Now: now})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := archive.Close(); err != nil {
			tb.Error(err)
		}
	})
	source, err := os.ReadFile("../../assets/demo/coop.fr.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	world, err := demo.ReadWorld(source)
	if err != nil {
		tb.Fatal(err)
	}
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	_, err = demo.Build(tb.Context(), archive, demo.Params{
		People: people, Months: 6, Seed: 7, Today: "2026-11-23", Zone: zone, World: world,
		Scripts: []demo.Script{said("visit", coop.CourtesyTalk), said("counter", coop.CounterTalk)},
		Window:  coop.WindowRule{From: 30, Aim: 60, To: 90}, Rule: coop.KindRule{Minutes: 45, Before: 20, After: 20},
	}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	newID := func() string { return uuid.Must(uuid.NewV7()).String() }
	return office.New(office.Params{Store: archive, Now: now, NewID: newID, Zone: zone}), archive
}

// said is a script of one step with one of the questions that the month counts.
func said(id coop.ScriptID, kind coop.TalkKind) demo.Script {
	steps := []demo.Step{{
		ID: "cooperator", Essential: true, Minutes: 4,
		Questions: map[coop.QuestionID][]coop.ChoiceID{"knew-cooperator": {"yes", "no"}},
	}}
	return demo.Script{
		Stored: coop.StoredScript{ID: id, Version: 1, Source: []byte("id: " + id)}, Kind: kind,
		Steps: func(coop.Household, []coop.TopicID) []demo.Step { return steps },
	}
}

func TestEveryFigureOpensOnItsCases(t *testing.T) {
	o, _ := invented(t, 900)
	r, err := o.Month(t.Context(), coop.Actor{}, "2026-10", "")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		query coop.CaseQuery
		want  int
	}{
		"visits done":           {coop.CaseQuery{Indicator: coop.IndicatorVisits}, r.Visits.N},
		"visits in the window":  {coop.CaseQuery{Indicator: coop.IndicatorInWindow}, r.InWindow.N},
		"absences":              {coop.CaseQuery{Indicator: coop.IndicatorAbsences}, r.Absences.N},
		"visits without a talk": {coop.CaseQuery{Indicator: coop.IndicatorOthers}, r.Others},
		"marks given":           {coop.CaseQuery{Indicator: coop.IndicatorSatisfaction}, r.Overall.N},
		"comfort judged":        {coop.CaseQuery{Indicator: coop.IndicatorItem, Item: coop.ItemComfort}, item(r, coop.ItemComfort)},
		"the first motive":      {coop.CaseQuery{Indicator: coop.IndicatorMotive, Motive: r.Motives[0].Motive}, r.Motives[0].N},
		"talks at the counter":  {coop.CaseQuery{Indicator: coop.IndicatorCounter}, r.CounterTalks},
		"promises made":         {coop.CaseQuery{Indicator: coop.IndicatorOpened}, r.Opened},
		"promises ended":        {coop.CaseQuery{Indicator: coop.IndicatorClosed}, r.Closed},
		"promises late":         {coop.CaseQuery{Indicator: coop.IndicatorLate}, r.Late},
		"sheets":                {coop.CaseQuery{Indicator: coop.IndicatorSheets}, r.Sheets},
		"shares":                {coop.CaseQuery{Indicator: coop.IndicatorSubscribed}, r.Subscribed},
		"a cohort":              {coop.CaseQuery{Indicator: coop.IndicatorCoverage, Cohort: r.Cohorts[0].Month}, r.Cohorts[0].Visited.Of},
		"one officer's visits":  {coop.CaseQuery{Indicator: coop.IndicatorVisits, MonthQuery: coop.MonthQuery{Officer: r.Officers[0].Officer}}, r.Officers[0].Visits.N},
		"one residence's visits": {
			coop.CaseQuery{Indicator: coop.IndicatorVisits, Residence: r.Residences[0].Residence}, r.Residences[0].Visits.N,
		},
		"one week's visits": {coop.CaseQuery{Indicator: coop.IndicatorVisits, Week: r.Weeks[1].Monday}, r.Weeks[1].Done},
	} {
		t.Run(name, func(t *testing.T) {
			c.query.Month = r.Month
			cases, err := o.Cases(t.Context(), coop.Actor{}, c.query)
			if err != nil {
				t.Fatal(err)
			}
			if len(cases) != c.want || c.want == 0 {
				t.Errorf("%d cases behind a figure of %d", len(cases), c.want)
			}
			for _, one := range cases {
				if one.Row.ID == "" || len(one.Row.Holders) == 0 {
					t.Errorf("a case without a household: %+v", one)
				}
			}
		})
	}
}

func item(r month.Report, wanted coop.SatisfactionItem) int {
	for _, i := range r.Items {
		if i.Item == wanted {
			return i.N
		}
	}
	return 0
}

func TestAVisitOfTheLastEveningBelongsToItsMonth(t *testing.T) {
	o, archive := invented(t, 60)
	officers, err := o.Officers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := archive.Rows(t.Context(), coop.RowFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	before, err := o.Month(t.Context(), coop.Actor{}, "2027-01", "")
	if err != nil {
		t.Fatal(err)
	}
	// Half past midnight in Paris is still the evening before in UTC.
	start := coop.Day("2027-01-01").At(0, 30, o.Zone())
	if _, err := o.BookVisit(t.Context(), coop.Actor{}, office.Booking{
		Household: rows[0].ID, Officer: officers[0].ID, Start: start, Minutes: 30, Reason: "asked for", Agreed: true,
	}); err != nil {
		t.Fatal(err)
	}
	after, err := o.Month(t.Context(), coop.Actor{}, "2027-01", "")
	if err != nil {
		t.Fatal(err)
	}
	if after.Planned != before.Planned+1 {
		t.Errorf("%d visits planned in January, want %d", after.Planned, before.Planned+1)
	}
}
