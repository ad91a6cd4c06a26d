package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/ui/sheet"

	"github.com/google/go-cmp/cmp"
)

func TestThePrintersAreListedTheUsualOneFirst(t *testing.T) {
	stand(t, map[string]string{"lp": "", "lpoptions": "echo printer-state=3", "lpstat": `
case $1 in
-a) echo "agence accepting requests since Mon Nov 23 2026"
    echo "atelier not accepting requests since Mon Nov 23 2026 -"
    printf '\tpanne depuis lundi\n'
    echo "accueil accepting requests since Mon Nov 23 2026";;
-d) echo "system default destination: accueil";;
esac`})
	got, err := output(t).Printers(t.Context())
	var names []string
	for _, p := range got {
		names = append(names, p.Name)
	}
	if want := []string{"accueil", "agence", "atelier"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("got %v, %v, want %v", names, err, want)
	}
}

func TestAMachineWithoutPrintersHasNone(t *testing.T) {
	stand(t, map[string]string{"lp": "", "lpstat": `
case $1 in
-r) echo "scheduler is running";;
*)  echo 'lpstat: No destinations added.' >&2; exit 1;;
esac`})
	got, err := output(t).Printers(t.Context())
	if err != nil || len(got) != 0 {
		t.Errorf("got %v, %v, want none", got, err)
	}
}

func TestAMachineWithoutAPrintingSystemSaysSo(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := output(t).Printers(t.Context()); !errors.Is(err, sheet.ErrNoPrinting) {
		t.Errorf("got %v", err)
	}
}

func TestAPrintersStateIsReadInEveryLanguage(t *testing.T) {
	for name, c := range map[string]struct {
		told string
		want sheet.PrinterState
	}{
		"idle":                {"copies=1 printer-is-accepting-jobs=true printer-state=3 printer-state-reasons=none printer-type=4180", sheet.PrinterReady},
		"at work":             {"printer-is-accepting-jobs=true printer-state=4 printer-state-reasons=none", sheet.PrinterBusy},
		"paused by hand":      {"printer-is-accepting-jobs=true printer-state=5 printer-state-reasons=paused", sheet.PrinterStopped},
		"stopped by an error": {"printer-is-accepting-jobs=true printer-state=5 printer-state-reasons=none", sheet.PrinterStopped},
		"out of paper":        {"printer-is-accepting-jobs=true printer-state=5 printer-state-reasons=toner-low-report,media-empty-error", sheet.PrinterNoPaper},
		"jammed":              {"printer-is-accepting-jobs=true printer-state=5 printer-state-reasons='media-jam-error,cover-open'", sheet.PrinterBlocked},
		"little ink":          {"printer-is-accepting-jobs=true printer-state=3 printer-state-reasons=toner-low-warning", sheet.PrinterReady},
		"switched off":        {"printer-is-accepting-jobs=true printer-state=4 printer-state-reasons=offline-report", sheet.PrinterOffline},
		"closed":              {"printer-is-accepting-jobs=false printer-state=3 printer-state-reasons=none", sheet.PrinterClosed},
		"named in bad faith":  {"printer-info='l'accueil printer-state=5 x' printer-is-accepting-jobs=true printer-state=3 printer-state-reasons=none", sheet.PrinterReady},
		"silent":              {"", sheet.PrinterReady},
	} {
		t.Run(name, func(t *testing.T) {
			if got := stateOf(factsOf(c.told)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestTraysAreOfferedWhereThereIsAChoice(t *testing.T) {
	for options, want := range map[string][]string{
		"PageSize/Media Size: *A4 A6\nInputSlot/Media Source: *Auto Tray1 Tray2\nDuplex/2-Sided: *None DuplexNoTumble\n": {"Tray1", "Tray2"},
		"InputSlot/Source: Upper *Lower Envelope": {"Upper", "Lower", "Envelope"},
		"InputSlot/Source: *Auto Tray1":           nil,
		"Duplex/2-Sided: *None":                   nil,
		"":                                        nil,
	} {
		if got := traysOf(options); !slices.Equal(got, want) {
			t.Errorf("%q offers %q, want %q", options, got, want)
		}
	}
}

func TestWhatIsPrintedIsToldWithThePapersOwnSize(t *testing.T) {
	for name, c := range map[string]struct {
		job  sheet.Job
		both bool
		want string
	}{
		"a page of an office":     {sheet.Job{Width: 210, Height: 297}, false, "-n 1 -o media=A4"},
		"lying":                   {sheet.Job{Width: 297, Height: 210}, false, "-n 1 -o media=A4"},
		"a card":                  {sheet.Job{Width: 105, Height: 148.5, Copies: 4}, false, "-n 4 -o media=A6"},
		"a paper of its own size": {sheet.Job{Width: 100, Height: 220}, false, "-n 1 -o media=Custom.100x220mm"},
		"one side where both are possible": {
			sheet.Job{Width: 210, Height: 297, Choice: sheet.Choice{Tray: "Tray2"}},
			true, "-n 1 -o media=A4 -o sides=one-sided -o InputSlot=Tray2",
		},
		"both sides": {sheet.Job{Width: 210, Height: 297, Choice: sheet.Choice{BothSides: true}}, true, "-n 1 -o media=A4 -o sides=two-sided-long-edge"},
	} {
		t.Run(name, func(t *testing.T) {
			c.job.Printer, c.job.Title = "accueil", "Fiche"
			if got := strings.Join(lpWords(c.job, c.both), " "); got != "-d accueil -t Fiche "+c.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestAPrinterThatFailsIsARefusal(t *testing.T) {
	stand(t, map[string]string{"lpoptions": "echo printer-state=3", "lp": "cat > /dev/null; echo 'lp: Connection refused' >&2; exit 1"})
	_, err := output(t).Print(t.Context(), pdf, sheet.Job{Choice: sheet.Choice{Printer: "accueil"}})
	if key := refusal(t, err); key != "sheet.refused.print" {
		t.Errorf("got %q", key)
	}
	if !strings.Contains(err.Error(), "Connection refused") {
		t.Errorf("the log lacks the printer's own words: %v", err)
	}
}

// notes is a memory of a few words.
type notes map[string]string

func (n notes) String(key string) string    { return n[key] }
func (n notes) SetString(key, value string) { n[key] = value }

func TestEachKindOfPaperKeepsItsOwnPrinter(t *testing.T) {
	o := output(t)
	if got := o.Remembered("welcome-sheet"); got != (sheet.Choice{}) {
		t.Errorf("without a memory it remembers %v", got)
	}
	o.memory = notes{paperChoices: "{broken"}
	sheets, cards := sheet.Choice{Printer: "accueil", Tray: "Tray2"}, sheet.Choice{Printer: "agence", BothSides: true}
	o.Remember("welcome-sheet", sheets)
	o.Remember("passage-card", cards)
	later := &paperOutput{memory: o.memory}
	if diff := cmp.Diff([]sheet.Choice{sheets, cards, {}}, []sheet.Choice{
		later.Remembered("welcome-sheet"), later.Remembered("passage-card"), later.Remembered("round"),
	}); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsSentToAPrinterThatKeepsIt(t *testing.T) {
	folder := stand(t, map[string]string{"lpoptions": "echo printer-state=5 printer-state-reasons=paused", "lp": "touch sent"})
	_, err := output(t).Print(t.Context(), pdf, sheet.Job{Choice: sheet.Choice{Printer: "accueil"}})
	if key := refusal(t, err); key != "sheet.refused.stopped" {
		t.Errorf("got %q", key)
	}
	if _, err := os.Stat(filepath.Join(folder, "sent")); err == nil {
		t.Error("the paper was sent all the same")
	}
}
