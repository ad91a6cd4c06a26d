package kit_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestAMonthBoardShowsItsDaysAndOpensOne(t *testing.T) {
	uitest.App(t)
	var opened coop.Day
	board := kit.NewMonthBoard(french(t), func(d coop.Day) { opened = d })
	w := uitest.Window(t, board, 900, 600)
	var days []kit.BoardDay
	for d := coop.Day("2026-11-30"); d <= "2027-01-03"; d = d.Add(1) {
		one := kit.BoardDay{Day: d, Called: string(d), Closed: d.Weekday() == 0}
		if d == "2026-12-03" {
			one.Count = "3 visites"
			for range 12 {
				one.Lines = append(one.Lines, kit.BoardLine{Icon: look.IconCheck, Text: "9 h Lefèvre", Tone: kit.Done})
			}
		}
		days = append(days, one)
	}
	board.Set("2026-12", "2026-12-01", days)
	uitest.Settle(w)
	if !uitest.Reads(w, "3 visites") || !uitest.Reads(w, "9 h Lefèvre") || !uitest.Reads(w, "lundi") {
		t.Errorf("the board says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "2026-12-03")
	if opened != "2026-12-03" {
		t.Errorf("%q is opened", opened)
	}
	board.Set("2027-02", "2026-12-01", days[:28])
	uitest.Settle(w)
	if uitest.CanPress(w, "2027-01-03") {
		t.Error("a week that is not shown can be pressed")
	}
}

func TestACalloutSaysWhatWouldComeOfIt(t *testing.T) {
	uitest.App(t)
	c := kit.NewCallout()
	w := uitest.Window(t, c, 300, 120)
	c.Say(kit.Done, look.IconCircleCheck, "Mardi 1er décembre à 10 h", "Libre")
	short := c.HeightAt(270)
	c.Say(kit.Attention, look.IconWarning, "Mardi 1er décembre à 10 h", "Possible avec une raison, puisque ce moment sort des règles habituelles de la coopérative")
	uitest.Settle(w)
	if !uitest.Reads(w, "Possible avec une raison") || uitest.Reads(w, "Libre") || c.HeightAt(270) <= short {
		t.Errorf("it says %v at a height of %v after %v", uitest.Texts(w), c.HeightAt(270), short)
	}
}

func TestQueuedWorkIsShownWhenTheTestSaysSo(t *testing.T) {
	run, queue := kit.Queued()
	var shown []int
	var latest kit.Latest
	for n := range 3 {
		kit.RunLatest(run, &latest, func() (int, error) { return n, nil }, func(n int, _ error) { shown = append(shown, n) })
	}
	if len(shown) != 0 {
		t.Errorf("shown before: %v", shown)
	}
	queue.Settle()
	if len(shown) != 1 || shown[0] != 2 {
		t.Errorf("shown are %v, want the last alone", shown)
	}
}
