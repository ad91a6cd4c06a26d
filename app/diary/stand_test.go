package diary_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// said are the keys of a verdict.
func said(v coop.Verdict) []string {
	var keys []string
	for _, w := range slices.Concat(v.Refused, v.Warned) {
		keys = append(keys, w.Key)
	}
	return keys
}

func with(f func(*coop.DiaryFacts)) coop.DiaryFacts {
	known := facts()
	known.Households = []coop.HouseholdFacts{{ID: "lefevre", Entry: "2026-10-20", Exit: "2027-06-30", Town: "Lyon", Residence: "tilleuls"}}
	f(&known)
	return known
}

func changed(v coop.Visit, f func(*coop.Visit)) coop.Visit {
	f(&v)
	return v
}

func exception(kind coop.ExceptionKind, staff coop.StaffID, day coop.Day, from, to int) coop.Exception {
	return coop.Exception{Kind: kind, Staff: staff, From: day, To: day, Span: coop.Span{From: from, To: to}}
}

func TestAVisitIsRefusedOrWarnedOf(t *testing.T) {
	good := visit(t, "", "lefevre", "2026-12-08 10:00", 45, 20)
	absent := func(id, start string) coop.Visit {
		return changed(visit(t, id, "lefevre", start, 45, 20), func(v *coop.Visit) { v.State, v.Result = coop.VisitHeld, coop.Absent })
	}
	twice := func(f *coop.DiaryFacts) {
		f.Visits = []coop.Visit{absent("a1", "2026-11-16 10:00"), absent("a2", "2026-11-19 10:00")}
	}
	nothing := func(*coop.DiaryFacts) {}
	for name, c := range map[string]struct {
		visit coop.Visit
		facts func(*coop.DiaryFacts)
		want  []string
	}{
		"not at all when all is well":        {good, nothing, nil},
		"when nobody makes it":               {changed(good, func(v *coop.Visit) { v.Officer = "" }), nothing, []string{"visit.refused.officer", "visit.warning.off"}},
		"when the officer has left the coop": {changed(good, func(v *coop.Visit) { v.Officer = "marc" }), nothing, []string{"visit.refused.officer", "visit.warning.off"}},
		"when the place is not allowed":      {changed(good, func(v *coop.Visit) { v.Kind = coop.DeskVisit }), nothing, []string{"visit.refused.place"}},
		"not when the place is not said yet": {changed(good, func(v *coop.Visit) { v.Place = "" }), nothing, nil},
		"when it lasts nine minutes":         {visit(t, "", "lefevre", "2026-12-08 10:00", 9, 20), nothing, []string{"visit.refused.minutes"}},
		"when it lasts five hours":           {visit(t, "", "lefevre", "2026-12-08 10:00", 300, 20), nothing, []string{"visit.refused.minutes"}},
		"when it ends before it begins":      {visit(t, "", "lefevre", "2026-12-08 10:00", -45, 20), nothing, []string{"visit.refused.minutes"}},
		"when the officer is away": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.StaffAway, "sonia", "2026-12-08", 0, 0)}
		}, []string{"visit.refused.away"}},
		"when the officer is in a meeting": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.Meeting, "sonia", "2026-12-08", 630, 690)}
		}, []string{"visit.refused.meeting"}},
		"not when a meeting begins at its end": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.Meeting, "sonia", "2026-12-08", 645, 690)}
		}, nil},
		"not when another officer is away": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.StaffAway, "karim", "2026-12-08", 0, 0)}
		}, nil},
		"when nobody opened twice":           {good, twice, []string{"visit.refused.trips"}},
		"not by phone when nobody opened":    {changed(good, func(v *coop.Visit) { v.Place = coop.ByPhone }), twice, nil},
		"not when nobody opened once":        {good, func(f *coop.DiaryFacts) { f.Visits = []coop.Visit{absent("a1", "2026-11-16 10:00")} }, nil},
		"when it is tomorrow":                {visit(t, "", "other", "2026-11-24 10:00", 45, 20), nothing, []string{"visit.refused.agreement"}},
		"not when it is agreed for tomorrow": {changed(visit(t, "", "other", "2026-11-24 10:00", 45, 20), func(v *coop.Visit) { v.Agreed = true }), nothing, nil},
		"when it is in two working days":     {visit(t, "", "other", "2026-11-25 10:00", 45, 20), nothing, []string{"visit.warning.notice"}},
		"when it is past":                    {visit(t, "", "other", "2026-11-23 08:30", 30, 20), nothing, []string{"visit.warning.past"}},
		"not by phone in seven days":         {visit(t, "", "other", "2026-11-30 10:00", 45, 20), nothing, nil},
		"by post in seven days":              {changed(visit(t, "", "other", "2026-11-30 10:00", 45, 20), func(v *coop.Visit) { v.Told = coop.ByPost }), nothing, []string{"visit.warning.notice"}},
		"on a holiday":                       {visit(t, "", "lefevre", "2026-12-25 10:00", 45, 20), nothing, []string{"visit.warning.holiday"}},
		"on a Saturday":                      {visit(t, "", "lefevre", "2026-12-05 10:00", 45, 20), nothing, []string{"visit.warning.saturday"}},
		"on a Sunday":                        {visit(t, "", "lefevre", "2026-12-06 10:00", 45, 20), nothing, []string{"visit.warning.sunday"}},
		"not in the officer's extra hours": {visit(t, "", "lefevre", "2026-12-05 10:00", 45, 20), func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.ExtraHours, "sonia", "2026-12-05", 540, 720)}
		}, nil},
		"when the officer is away in extra hours": {visit(t, "", "lefevre", "2026-12-05 10:00", 45, 20), func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.ExtraHours, "sonia", "2026-12-05", 540, 720), exception(coop.StaffAway, "sonia", "2026-12-05", 600, 660)}
		}, []string{"visit.refused.away"}},
		"when the coop is closed": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.CoopClosed, "", "2026-12-08", 0, 0)}
		}, []string{"visit.warning.closed"}},
		"when the coop is closed for the morning": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.CoopClosed, "", "2026-12-08", 480, 720)}
		}, []string{"visit.warning.closed"}},
		"on a bridge day": {good, func(f *coop.DiaryFacts) {
			f.Exceptions = []coop.Exception{exception(coop.BridgeDay, "", "2026-12-08", 0, 0)}
		}, []string{"visit.warning.bridge"}},
		"too early in the day": {visit(t, "", "lefevre", "2026-12-08 07:30", 45, 20), nothing, []string{"visit.warning.hours"}},
		"across the break": {visit(t, "", "lefevre", "2026-12-08 11:30", 45, 20), func(f *coop.DiaryFacts) {
			f.Hours = []coop.Hours{{Staff: "sonia", Week: week(coop.Span{From: 480, To: 720}, coop.Span{From: 780, To: 1080})}}
		}, []string{"visit.warning.hours"}},
		"on the officer's day off": {good, func(f *coop.DiaryFacts) {
			part := week(coop.Span{From: 480, To: 720})
			part[1] = nil
			f.Hours = []coop.Hours{{Staff: "sonia", Week: part}}
		}, []string{"visit.warning.off"}},
		"before the window":               {visit(t, "", "young", "2026-12-01 10:00", 45, 20), func(f *coop.DiaryFacts) { f.Households[0].ID, f.Households[0].Entry = "young", "2026-11-10" }, []string{"visit.warning.early"}},
		"before the entry":                {visit(t, "", "young", "2026-12-01 10:00", 45, 20), func(f *coop.DiaryFacts) { f.Households[0].ID, f.Households[0].Entry = "young", "2026-12-02" }, []string{"visit.warning.entry"}},
		"after the window":                {visit(t, "", "lefevre", "2027-02-01 10:00", 45, 20), nothing, []string{"visit.warning.late"}},
		"not when the window is over":     {good, func(f *coop.DiaryFacts) { f.Households[0].Entry = "2026-08-01" }, nil},
		"after the household left":        {good, func(f *coop.DiaryFacts) { f.Households[0].Exit = "2026-12-07" }, []string{"visit.warning.exit"}},
		"not at the desk, for the window": {changed(good, func(v *coop.Visit) { v.Kind, v.Place = coop.DeskVisit, coop.AtOffice }), func(f *coop.DiaryFacts) { f.Households[0].Entry = "2026-12-02" }, nil},
		"not when it takes no time":       {changed(good, func(v *coop.Visit) { v.State, v.Officer = coop.VisitClosed, "" }), nothing, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := diary.New(rules(), with(c.facts), paris(t), at(t, now))
			got := d.Stand(c.visit)
			if !slices.Equal(said(got), c.want) || got.Clash != nil {
				t.Errorf("got %s, want %v", shown(got), c.want)
			}
		})
	}
}

func TestATimeThatIsHeldIsKeptForItsHousehold(t *testing.T) {
	v := visit(t, "", "lefevre", "2026-12-08 10:00", 45, 20)
	known := with(func(f *coop.DiaryFacts) {
		f.Holds = []coop.Hold{{
			ID: "hold", Household: "benali", Officer: "sonia", Start: at(t, "2026-12-08 11:00"), End: at(t, "2026-12-08 11:45"),
			Before: 20, After: 20, By: "anne", Until: at(t, now).Add(time.Minute),
		}}
	})
	d := diary.New(rules(), known, paris(t), at(t, now))
	want := []coop.Warning{{Key: "visit.refused.held", Args: map[string]any{"Until": at(t, now).Add(time.Minute), "By": "Anne Roy"}}}
	if got := d.Stand(v); !reflect.DeepEqual(got.Refused, want) {
		t.Errorf("got %v, want %v", got.Refused, want)
	}
	for name, other := range map[string]coop.Visit{
		"for the household itself": changed(v, func(v *coop.Visit) { v.Household = "benali" }),
		"for another officer":      changed(v, func(v *coop.Visit) { v.Officer = "karim" }),
	} {
		if got := d.Stand(other); !got.Stands() {
			t.Errorf("%s it is refused: %s", name, shown(got))
		}
	}
	if got := diary.New(rules(), known, paris(t), at(t, now).Add(time.Minute)).Stand(v); !got.Stands() {
		t.Errorf("a minute later it is still held: %s", shown(got))
	}
}

func TestAClashNamesWhoHoldsTheTime(t *testing.T) {
	d := diaryOf(t, visit(t, "v1", "benali", "2026-12-08 10:00", 45, 20), visit(t, "v2", "lefevre", "2026-12-08 15:00", 45, 20))
	for start, want := range map[string]coop.VisitID{"2026-12-08 11:00": "v1", "2026-12-08 14:30": "v2", "2026-12-08 11:05": "", "2026-12-08 15:45": "v2"} {
		got := d.Stand(visit(t, "", "petit", start, 30, 20))
		switch {
		case want == "" && got.Clash != nil, want != "" && (got.Clash == nil || got.Clash.With.ID != want || !got.Clash.Officer):
			t.Errorf("at %s: %s, want a clash with %q", start, shown(got), want)
		}
	}
	karim := changed(visit(t, "", "lefevre", "2026-12-08 15:30", 45, 20), func(v *coop.Visit) { v.Officer = "karim" })
	if got := d.Stand(karim); got.Clash == nil || got.Clash.Officer {
		t.Errorf("a household visited by two at once: %s", shown(got))
	}
	moved := visit(t, "v1", "benali", "2026-12-08 10:15", 45, 20)
	if got := d.Stand(moved); !got.Stands() {
		t.Errorf("a visit is in its own way: %s", shown(got))
	}
	var clash *coop.ClashError
	if err := d.Stand(visit(t, "", "petit", "2026-12-08 10:00", 30, 20)).Err("a reason"); !errors.As(err, &clash) {
		t.Errorf("a reason sets a clash aside: %v", err)
	}
}

func TestMoreVisitsThanTheRulesGiveAskForAReason(t *testing.T) {
	r := rules()
	r.PerDay, r.PerWeek = 2, 3
	phone := changed(visit(t, "p", "x", "2026-12-08 17:00", 15, 0), func(v *coop.Visit) { v.Kind, v.Place = coop.PhoneVisit, coop.ByPhone })
	d := diary.New(r, facts(
		visit(t, "v1", "a", "2026-12-08 08:00", 45, 20), visit(t, "v2", "b", "2026-12-08 14:00", 45, 20), phone,
		cancelled(visit(t, "v3", "c", "2026-12-09 10:00", 45, 20)), visit(t, "v4", "d", "2026-12-10 10:00", 45, 20),
	), paris(t), at(t, now))
	for start, want := range map[string][]string{
		"2026-12-08 10:00": {"visit.warning.day", "visit.warning.week"}, // the third of the day, the fourth of the week
		"2026-12-09 10:00": {"visit.warning.week"},
		"2026-12-15 10:00": nil,
	} {
		if got := said(d.Stand(visit(t, "", "e", start, 45, 20))); !slices.Equal(got, want) {
			t.Errorf("at %s: %v, want %v", start, got, want)
		}
	}
	if got := d.Stand(visit(t, "v1", "a", "2026-12-08 10:00", 45, 20)); !got.Stands() {
		t.Errorf("a visit that is moved counts twice: %s", shown(got))
	}
	if got := d.Stand(changed(phone, func(v *coop.Visit) { v.ID = "q" })); len(got.Warned) > 0 {
		t.Errorf("calls are counted: %s", shown(got))
	}
}

func TestBusyTellsTheDayInOrder(t *testing.T) {
	day := coop.Day("2026-12-08")
	known := with(func(f *coop.DiaryFacts) {
		f.Exceptions = []coop.Exception{
			exception(coop.Meeting, "sonia", day, 600, 660), exception(coop.CoopClosed, "", day, 960, 1080),
			exception(coop.StaffAway, "sonia", day, 480, 540), exception(coop.Meeting, "karim", day, 0, 600),
			exception(coop.CoopClosed, "", day.Add(1), 0, 0), exception(coop.StaffAway, "sonia", day.Add(1), 0, 0),
		}
	})
	d := diary.New(rules(), known, paris(t), at(t, now))
	var got []int
	for _, b := range d.Busy("sonia", day) {
		got = append(got, b.Span.From)
	}
	if want := []int{480, 600, 960}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := d.Work("sonia", day), []coop.Span{{From: 540, To: 600}, {From: 660, To: 960}, {From: 1080, To: 1140}}; !slices.Equal(got, want) {
		t.Errorf("the work left is %v, want %v", got, want)
	}
	if got := d.Busy("sonia", day.Add(1)); len(got) != 1 || got[0].Kind != coop.StaffAway || !got[0].Span.Whole() {
		t.Errorf("on the closed day: %v, want the absence alone", got)
	}
}
