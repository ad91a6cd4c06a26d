package people_test

import (
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/people"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// crowd is a coop of many households that are made up when they are asked for.
type crowd struct {
	total int
	asked int
}

func (c *crowd) People(_ context.Context, _ coop.Actor, f coop.RowFilter, _ bool) ([]coop.Row, int, error) {
	c.asked++
	var rows []coop.Row
	for i := f.Offset; i < min(f.Offset+f.Limit, c.total); i++ {
		rows = append(rows, coop.Row{ID: coop.HouseholdID(strconv.Itoa(i)), Product: coop.Rental, Holders: []coop.Cooperator{{Last: fmt.Sprintf("Numéro%d", i)}}})
	}
	return rows, c.total, nil
}

func (*crowd) Residences(context.Context, coop.Actor) ([]coop.Residence, error) { return nil, nil }

func (*crowd) VisitRules(context.Context) (coop.VisitRules, error) { return coop.VisitRules{}, nil }

func (*crowd) AddHousehold(context.Context, coop.Actor, coop.Household, coop.Residence) (coop.HouseholdID, error) {
	return "", nil
}

func (*crowd) Today() coop.Day { return trial.Today }

// nothing is a file that only remembers whose it is.
type nothing struct{ id coop.HouseholdID }

func (*nothing) Content() fyne.CanvasObject { return container.NewWithoutLayout() }

func (n *nothing) Show(id coop.HouseholdID) { n.id = id }

func TestAHundredThousandRowsAreReadAsTheyComeIntoSight(t *testing.T) {
	uitest.App(t)
	desk, file := &crowd{total: 100_000}, &nothing{}
	var failed []error
	s := people.New(people.Params{
		Desk: desk, Words: uitest.French(t, time.UTC), Run: kit.Inline(), Actor: func() coop.Actor { return coop.Actor{} },
		File: file, OnError: func(err error) { failed = append(failed, err) },
	})
	s.Refresh()
	w := uitest.Window(t, s.Content(), 1282, 768)
	if !uitest.Reads(w, "100 000 ménages") || desk.asked != 1 {
		t.Errorf("the first look asked %d times: %v", desk.asked, uitest.Texts(w))
	}
	uitest.Type(t, w, "Nom, téléphone, porte…", "n")
	uitest.Key(t, w, fyne.KeyReturn)
	if file.id != "0" {
		t.Errorf("Return opens %q, want the first", file.id)
	}
	uitest.Key(t, w, fyne.KeyDown) // into the list
	uitest.Key(t, w, fyne.KeyEnd)
	if !uitest.Reads(w, "NUMÉRO99999") {
		t.Fatalf("the end is not read: %v", uitest.Texts(w))
	}
	uitest.Key(t, w, fyne.KeyReturn)
	if file.id != "99999" || len(failed) > 0 {
		t.Errorf("Return opens %q (%v), want the last", file.id, failed)
	}
	before := desk.asked
	for range 20 {
		uitest.Drag(w, fyne.NewPos(200, 500), 0, 400)
	}
	if desk.asked-before > 5 {
		t.Errorf("scrolling a little asks %d times", desk.asked-before)
	}
}
