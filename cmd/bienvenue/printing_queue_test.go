package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/uitest/trial"

	"github.com/google/go-cmp/cmp"
)

func TestAPaperComesOutOfARealQueueAsItWasSent(t *testing.T) {
	s := startCUPS(t)
	if got, err := output(t).Printers(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("before the first printer: %v, %v", got, err)
	}
	s.printer("accueil")
	s.printer("agence")
	s.run("lpadmin", "-d", "agence")
	o := output(t)

	t.Run("the printers are listed with what they offer", func(t *testing.T) {
		got, err := o.Printers(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		trays := []string{"Tray1", "Tray2"}
		if diff := cmp.Diff([]sheet.Printer{
			{Name: "agence", State: sheet.PrinterReady, BothSides: true, Trays: trays},
			{Name: "accueil", State: sheet.PrinterReady, BothSides: true, Trays: trays},
		}, got); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("what comes out is what was sent, as it was asked", func(t *testing.T) {
		made := blankCards(t)
		sent, err := o.Print(t.Context(), made.PDF, sheet.Job{
			Choice: sheet.Choice{Printer: "accueil", BothSides: true, Tray: "Tray2"}, Copies: 3, Title: "Avis d’été",
			Width: made.Leaves[0].Width, Height: made.Leaves[0].Height,
		})
		if err != nil || sent.Number == "" || sent.State != sheet.PrinterReady {
			t.Fatalf("sent %+v, %v", sent, err)
		}
		if queue := s.run("lpstat", "-W", "all", "-o", "accueil"); !strings.Contains(queue, "accueil-"+sent.Number+" ") {
			t.Errorf("the queue does not know job %s: %s", sent.Number, queue)
		}
		if got := s.printed("accueil"); got != string(made.PDF) {
			t.Errorf("%d bytes came out, %d were sent", len(got), len(made.PDF))
		}
		s.told("accueil-"+sent.Number, "copies=3", "title=Avis", "d’été", "sides=two-sided-long-edge", "Duplex=DuplexNoTumble",
			"media=A4", "PageSize=A4", "InputSlot=Tray2")
	})
	t.Run("a card of its own size on one side", func(t *testing.T) {
		sent, err := o.Print(t.Context(), pdf, sheet.Job{Choice: sheet.Choice{Printer: "agence"}, Copies: 1, Title: "Avis", Width: 105, Height: 148})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.printed("agence"); got != string(pdf) {
			t.Errorf("%q came out", got)
		}
		s.told("agence-"+sent.Number, "copies=1", "sides=one-sided", "Duplex=None", "media=A6", "PageSize=A6")
	})
	t.Run("a printer that is not there", func(t *testing.T) {
		_, err := o.Print(t.Context(), pdf, sheet.Job{Choice: sheet.Choice{Printer: "grenier"}, Copies: 1, Title: "Fiche", Width: 210, Height: 297})
		if key := refusal(t, err); key != "sheet.refused.unknown" {
			t.Errorf("got %q: %v", key, err)
		}
	})
}

func TestTheStateOfARealQueueIsTold(t *testing.T) {
	s := startCUPS(t)
	o := output(t)
	s.printer("accueil")
	stateNow := func() sheet.PrinterState { return printerOf(t.Context(), "accueil").State }
	letter := sheet.Job{Choice: sheet.Choice{Printer: "accueil"}, Copies: 1, Title: "Fiche", Width: 210, Height: 297}

	s.run("cupsdisable", "-r", "panne", "accueil")
	if got := stateNow(); got != sheet.PrinterStopped {
		t.Errorf("a stopped queue is %s", got)
	}
	if _, err := o.Print(t.Context(), pdf, letter); refusal(t, err) != "sheet.refused.stopped" {
		t.Errorf("a stopped queue: %v", err)
	}
	s.run("cupsenable", "accueil")
	s.run("cupsreject", "accueil")
	if _, err := o.Print(t.Context(), pdf, letter); refusal(t, err) != "sheet.refused.closed" {
		t.Errorf("a queue that takes nothing: %v", err)
	}
	s.run("cupsaccept", "accueil")
	if queue := s.run("lpstat", "-W", "all", "-o"); queue != "" {
		t.Errorf("something was sent all the same: %s", queue)
	}

	empty := filepath.Join(s.room, "out", "accueil.empty")
	s.write("out/accueil.empty", nil, 0o644)
	if _, err := o.Print(t.Context(), pdf, letter); err != nil {
		t.Fatal(err)
	}
	if !s.soon(func() bool { return stateNow() == sheet.PrinterNoPaper }) {
		t.Errorf("an empty tray is %s", stateNow())
	}
	if err := os.Remove(empty); err != nil {
		t.Fatal(err)
	}
	if s.printed("accueil") != string(pdf) || !s.soon(func() bool { return stateNow() == sheet.PrinterReady }) {
		t.Errorf("with paper again it is %s", stateNow())
	}
}

func TestAPrintingServiceThatDoesNotAnswerIsNotTakenForAMachineWithoutPrinters(t *testing.T) {
	s := startCUPS(t)
	s.printer("accueil")
	s.stop()
	if got, err := output(t).Printers(t.Context()); !errors.Is(err, sheet.ErrNoService) {
		t.Errorf("got %v, %v", got, err)
	}
	_, err := output(t).Print(t.Context(), pdf, sheet.Job{Choice: sheet.Choice{Printer: "accueil"}, Copies: 1, Title: "Fiche", Width: 210, Height: 297})
	if key := refusal(t, err); key != "sheet.refused.print" {
		t.Errorf("got %q: %v", key, err)
	}
}

// blankCards are a paper as the program makes it.
func blankCards(t *testing.T) sheet.Made {
	t.Helper()
	d := trial.Open(t, 1)
	made, err := papersOf(d).card(d.Actor(), coop.Visit{}, coop.Visit{}, d.Words).Make(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return made
}
