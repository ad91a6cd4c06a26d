package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"bienvenue/app/coop"
	"bienvenue/app/ui/sheet"
)

// Printers lists the printers that CUPS knows, the usual one first, each with its state and with what
// it offers. Where there is no CUPS, only the viewer prints: ErrNoPrinting, or ErrNoService when it does not answer.
func (p *paperOutput) Printers(ctx context.Context) ([]sheet.Printer, error) {
	if _, err := exec.LookPath("lp"); err != nil {
		return nil, sheet.ErrNoPrinting
	}
	ctx, cancel := context.WithTimeout(ctx, askPrinters)
	defer cancel()
	list, err := plainly(exec.CommandContext(ctx, "lpstat", "-a")).Output()
	if err != nil {
		return nil, whyNone(ctx)
	}
	usual, err := plainly(exec.CommandContext(ctx, "lpstat", "-d")).Output()
	if err != nil {
		usual = nil
	}
	names := printersOf(string(list), string(usual))
	printers := make([]sheet.Printer, len(names))
	var asked sync.WaitGroup
	for i, name := range names {
		asked.Go(func() {
			printers[i] = printerOf(ctx, name)
			if out, err := plainly(exec.CommandContext(ctx, "lpoptions", "-p", name, "-l")).Output(); err == nil {
				printers[i].Trays = traysOf(string(out)) // else a queue without a description: it offers nothing
			}
		})
	}
	asked.Wait()
	return printers, nil
}

// whyNone says why lpstat names no printer: there is none, or nobody to ask.
func whyNone(ctx context.Context) error {
	told, err := plainly(exec.CommandContext(ctx, "lpstat", "-r")).Output()
	if err != nil || strings.Contains(string(told), "not running") {
		return sheet.ErrNoService
	}
	return nil
}

// printersOf reads lpstat's « NAME accepting requests since … » and « … destination: NAME ». The reason
// why a queue takes nothing stands on a line of its own, moved to the right.
func printersOf(list, usual string) []string {
	var names []string
	for line := range strings.Lines(list) {
		name, _, told := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
		if told && name != "" && !strings.HasPrefix(name, "\t") {
			names = append(names, name)
		}
	}
	if _, first, _ := strings.Cut(strings.TrimSpace(usual), ": "); slices.Contains(names, first) {
		names = slices.DeleteFunc(names, func(name string) bool { return name == first })
		names = slices.Insert(names, 0, first)
	}
	return names
}

// printerOf asks how a printer is. One that does not say in time is taken as one that does not answer.
func printerOf(ctx context.Context, name string) sheet.Printer {
	told, err := plainly(exec.CommandContext(ctx, "lpoptions", "-p", name)).Output()
	if err != nil {
		return sheet.Printer{Name: name, State: sheet.PrinterOffline}
	}
	facts := factsOf(string(told))
	const duplex = 0x10 // CUPS_PRINTER_DUPLEX of cups/cups.h
	kind, err := strconv.ParseUint(facts["printer-type"], 10, 32)
	return sheet.Printer{Name: name, State: stateOf(facts), BothSides: err == nil && kind&duplex != 0}
}

// fact is a word of a printer's description that holds no spaces.
var fact = regexp.MustCompile(`(?:^| )(printer-(?:type|state|state-reasons|is-accepting-jobs))='?([^' ]*)`)

// factsOf reads lpoptions' « printer-state=3 printer-state-reasons=none … », which no language changes. It
// also holds what people wrote about the printer, in front of these: of two, the later one is CUPS's.
func factsOf(told string) map[string]string {
	facts := map[string]string{}
	for _, found := range fact.FindAllStringSubmatch(told, -1) {
		facts[found[1]] = strings.TrimSpace(found[2])
	}
	return facts
}

// stateOf reads printer-state and its reasons as RFC 8011, 5.4.11 and 5.4.12, and CUPS have them: a reason
// ends with how grave it is.
func stateOf(facts map[string]string) sheet.PrinterState {
	const processing, stopped = "4", "5"
	reasons := map[string]bool{}
	for reason := range strings.SplitSeq(facts["printer-state-reasons"], ",") {
		for _, gravity := range []string{"-error", "-warning", "-report"} {
			reason = strings.TrimSuffix(reason, gravity)
		}
		reasons[reason] = true
	}
	because := func(some ...string) bool { return slices.ContainsFunc(some, func(s string) bool { return reasons[s] }) }
	switch {
	case facts["printer-is-accepting-jobs"] == "false":
		return sheet.PrinterClosed
	case because("paused", "moving-to-paused"):
		return sheet.PrinterStopped
	case because("offline", "connecting-to-device", "timed-out", "shutdown"):
		return sheet.PrinterOffline
	case because("media-empty", "media-needed", "input-tray-missing"):
		return sheet.PrinterNoPaper
	case because("media-jam", "cover-open", "door-open", "interlock-open", "toner-empty", "marker-supply-empty", "output-area-full"):
		return sheet.PrinterBlocked
	case facts["printer-state"] == stopped:
		return sheet.PrinterStopped
	case facts["printer-state"] == processing:
		return sheet.PrinterBusy
	}
	return sheet.PrinterReady
}

// trayOption is what drivers call the choice of where the paper comes from.
const trayOption = "InputSlot"

// traysOf reads lpoptions' « InputSlot/Media Source: *Auto Tray1 Tray2 ». A single tray, and letting the
// printer choose, is no choice.
func traysOf(options string) []string {
	for line := range strings.Lines(options) {
		name, choices, _ := strings.Cut(line, ": ")
		if name, _, _ = strings.Cut(name, "/"); name != trayOption {
			continue
		}
		trays := strings.Fields(strings.ReplaceAll(choices, "*", ""))
		trays = slices.DeleteFunc(trays, func(tray string) bool {
			return strings.HasPrefix(tray, "Auto") || strings.HasSuffix(tray, "Default")
		})
		if len(trays) > 1 {
			return trays
		}
	}
	return nil
}

// plainly makes a program answer in the words that this file reads.
func plainly(c *exec.Cmd) *exec.Cmd {
	c.Env = append(os.Environ(), "LC_ALL=C")
	return c
}

// Print sends a PDF to a printer through CUPS. What a stopped queue takes would come out some day, before
// anybody's eyes: it is refused. The title is what the printer's list shows: it names no person.
func (p *paperOutput) Print(ctx context.Context, pdf []byte, job sheet.Job) (sheet.Sent, error) {
	ctx, cancel := context.WithTimeout(ctx, sendPaper)
	defer cancel()
	now := printerOf(ctx, job.Printer)
	named := map[string]any{"Printer": job.Printer}
	switch now.State {
	case sheet.PrinterStopped:
		return sheet.Sent{}, coop.Refuse("sheet.refused.stopped", named)
	case sheet.PrinterClosed:
		return sheet.Sent{}, coop.Refuse("sheet.refused.closed", named)
	}
	lp := plainly(exec.CommandContext(ctx, "lp", lpWords(job, now.BothSides)...))
	lp.Stdin = bytes.NewReader(pdf)
	out, err := lp.CombinedOutput()
	if err != nil {
		key := "sheet.refused.print"
		if bytes.Contains(out, []byte("does not exist")) && whyNone(ctx) == nil { // lp also says so when nobody answers
			key = "sheet.refused.unknown"
		}
		return sheet.Sent{}, fmt.Errorf("lp: %w: %s: %w", err, bytes.TrimSpace(out), coop.Refuse(key, named))
	}
	return sheet.Sent{Number: numberOf(string(out), job.Printer), State: now.State}, nil
}

// lpWords tell lp what is printed, and how.
func lpWords(job sheet.Job, bothSides bool) []string {
	words := []string{"-d", job.Printer, "-t", job.Title, "-n", strconv.Itoa(max(1, job.Copies)), "-o", "media=" + media(job.Width, job.Height)}
	switch {
	case job.BothSides:
		words = append(words, "-o", "sides=two-sided-long-edge")
	case bothSides:
		words = append(words, "-o", "sides=one-sided") // whatever the printer does when it is not told
	}
	if job.Tray != "" {
		words = append(words, "-o", trayOption+"="+job.Tray)
	}
	return words
}

// media is the name of a paper of so many millimetres, upright or lying.
func media(width, height float64) string {
	const near = 1.5 // millimetres
	short, long := min(width, height), max(width, height)
	for _, size := range []struct {
		name        string
		short, long float64
	}{{"A3", 297, 420}, {"A4", 210, 297}, {"A5", 148, 210}, {"A6", 105, 148}} {
		if abs(short-size.short) < near && abs(long-size.long) < near {
			return size.name
		}
	}
	return fmt.Sprintf("Custom.%.0fx%.0fmm", short, long)
}

func abs(x float64) float64 { return max(x, -x) }

// numberOf reads lp's « request id is PRINTER-12 (0 file(s)) ».
func numberOf(out, printer string) string {
	_, rest, _ := strings.Cut(out, "request id is "+printer+"-")
	number, _, _ := strings.Cut(rest, " ")
	return strings.TrimSpace(number)
}
