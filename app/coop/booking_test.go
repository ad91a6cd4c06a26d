package coop_test

import (
	"testing"
	"time"

	"bienvenue/app/coop"
)

func TestARowSaysWhereItStands(t *testing.T) {
	rules := coop.VisitRules{Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Backlog: 6}
	const today coop.Day = "2026-11-23"
	for name, c := range map[string]struct {
		row  coop.Row
		want coop.RowState
	}{
		"just moved in":           {coop.Row{Entry: "2026-11-10"}, coop.RowSettled},
		"in the window":           {coop.Row{Entry: "2026-10-10"}, coop.RowDue},
		"on the window's first":   {coop.Row{Entry: "2026-10-24"}, coop.RowDue},
		"on the window's last":    {coop.Row{Entry: "2026-08-25"}, coop.RowDue},
		"after the window":        {coop.Row{Entry: "2026-08-24"}, coop.RowLate},
		"long there":              {coop.Row{Entry: "2019-01-01"}, coop.RowOld},
		"still to come":           {coop.Row{Entry: "2026-12-01"}, coop.RowComing},
		"without an entry":        {coop.Row{}, coop.RowComing},
		"with a visit":            {coop.Row{Entry: "2026-10-10", Visit: time.Unix(1, 0)}, coop.RowBooked},
		"visited":                 {coop.Row{Entry: "2026-10-10", Met: true}, coop.RowMet},
		"gone from the ERP":       {coop.Row{Entry: "2026-10-10", Gone: "2026-11-01"}, coop.RowLeft},
		"left":                    {coop.Row{Entry: "2026-10-10", Exit: "2026-11-20"}, coop.RowLeft},
		"leaving later this year": {coop.Row{Entry: "2026-10-10", Exit: "2026-12-20"}, coop.RowDue},
	} {
		t.Run(name, func(t *testing.T) {
			if got := rules.State(c.row, today); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
