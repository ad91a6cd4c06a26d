package diary_test

import (
	"fmt"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// year is a coop of 16 officers with 12,000 visits in 2027, seven in eight of them at home.
func year(b *testing.B) coop.DiaryFacts {
	b.Helper()
	const officers, homes, towns = 16, 60, 8
	var known coop.DiaryFacts
	for o := range officers {
		known.Staff = append(known.Staff, coop.Staff{ID: coop.StaffID(fmt.Sprint("o", o)), Role: coop.Officer, Active: true})
	}
	zone, calendar := paris(b), diary.NewCalendar(coop.Mainland, false)
	for day := coop.Day("2027-01-01"); len(known.Visits) < 12_000; day = day.Add(1) {
		if calendar.Closed(day) != diary.Open {
			continue
		}
		for n := range 3 * officers {
			i := len(known.Visits)
			h := coop.HouseholdFacts{
				ID: coop.HouseholdID(fmt.Sprint("h", i)), Entry: day.Add(-40 - i%40), Town: fmt.Sprint("town", i%homes%towns),
				Residence: coop.ResidenceID(fmt.Sprint("r", i%homes)), Language: "fr",
			}
			start := day.At([]int{9, 11, 15}[n/officers], 0, zone)
			v := coop.Visit{
				ID: coop.VisitID(fmt.Sprint("v", i)), Household: h.ID, Officer: known.Staff[n%officers].ID, Kind: coop.CourtesyVisit,
				Place: coop.AtHome, State: coop.VisitPlanned, Start: start, End: start.Add(45 * time.Minute), Before: 20, After: 20,
			}
			if i%8 == 0 {
				v.Place, v.Before, v.After = coop.AtOffice, 0, 0
			}
			known.Households, known.Visits = append(known.Households, h), append(known.Visits, v)
		}
	}
	known.Households = append(known.Households, coop.HouseholdFacts{ID: "due", Entry: "2027-03-01", Town: "town3", Residence: "r3", Language: "ar"})
	return known
}

func yearly(b *testing.B) *diary.Diary {
	b.Helper()
	r := rules()
	r.PerDay, r.PerWeek = 5, 22
	return diary.New(r, year(b), paris(b), at(b, "2027-03-15 09:00"))
}

func BenchmarkNew(b *testing.B) {
	known, zone, now := year(b), paris(b), at(b, "2027-03-15 09:00")
	b.ReportAllocs()
	for b.Loop() {
		diary.New(rules(), known, zone, now)
	}
}

func BenchmarkStand(b *testing.B) {
	d := yearly(b)
	v := changed(visit(b, "", "due", "2027-05-04 13:00", 45, 20), func(v *coop.Visit) { v.Officer = "o3" })
	if got := d.Stand(v); !got.Stands() {
		b.Fatal(shown(got))
	}
	b.ReportAllocs()
	for b.Loop() {
		d.Stand(v)
	}
}

func BenchmarkStarts(b *testing.B) {
	d := yearly(b)
	v := changed(visit(b, "", "due", "2027-05-04 13:00", 45, 20), func(v *coop.Visit) { v.Officer = "o3" })
	b.ReportAllocs()
	for b.Loop() {
		d.Starts(v, "2027-05-04")
	}
}

func BenchmarkPropose(b *testing.B) {
	for name, officers := range map[string][]coop.StaffID{"three-officers": {"o1", "o2", "o3"}, "sixteen-officers": nil} {
		b.Run(name, func(b *testing.B) {
			d := yearly(b)
			if got := d.Propose(diary.Proposing{Visit: coop.Visit{Household: "due"}, Officers: officers, N: 3}); len(got) != 3 {
				b.Fatalf("%d proposals", len(got))
			}
			b.ReportAllocs()
			for b.Loop() {
				d.Propose(diary.Proposing{Visit: coop.Visit{Household: "due"}, Officers: officers, N: 3})
			}
		})
	}
}

func BenchmarkWorkingDays(b *testing.B) {
	c := diary.NewCalendar(coop.Mainland, false)
	b.ReportAllocs()
	for b.Loop() {
		c.WorkingDaysBetween("2026-01-01", "2026-12-31")
	}
}
