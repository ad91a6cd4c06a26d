package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/ui"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/cmd/bienvenue/press"
	"bienvenue/cmd/bienvenue/tongue"
)

// printed is what a PDF says.
func printed(t *testing.T, desk sheet.Desk) (string, sheet.Made) {
	t.Helper()
	made, err := desk.Make(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	read := exec.CommandContext(t.Context(), "pdftotext", "-layout", "-", "-")
	read.Stdin = bytes.NewReader(made.PDF)
	text, err := read.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return plain.Replace(string(text)), made
}

// plain makes every space an ordinary one: paper and window keep words together in their own ways.
var plain = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// papersOf makes papers of a trial's archive.
func papersOf(d *trial.Desk) visitPapers {
	now := func() time.Time { return trial.Today.At(9, 12, d.Zone()) }
	tongues := tongue.New("fr")
	tongues.In(d.Zone())
	return visitPapers{office: d.Office, press: press.New(press.Params{Office: d.Office, Words: tongues.Words, Now: now}), now: now, zone: d.Zone()}
}

func TestPapersAboutVisitsAreMadeOfTheArchive(t *testing.T) {
	d := trial.Open(t, 400)
	v := papersOf(d)
	claire, err := d.FindStaff(t.Context(), "claire")
	if err != nil {
		t.Fatal(err)
	}
	round, err := d.Round(t.Context(), d.Actor(), claire.ID, trial.Today)
	if err != nil || len(round.Stops) < 2 {
		t.Fatalf("the round has %d stops, %v", len(round.Stops), err)
	}
	stop := round.Stops[1] // the first one has the longest name, on two lines
	name := strings.ToUpper(stop.Row.Holders[0].Last)

	text, made := printed(t, v.round(d.Actor(), claire.ID, trial.Today, d.Words))
	if !strings.Contains(strings.ToUpper(text), name) || !strings.Contains(text, stop.Home.Address) || len(made.Leaves) == 0 {
		t.Errorf("the round does not name its stop:\n%s", text)
	}
	second := round.Stops[0].Visit
	if text, made := printed(t, v.card(d.Actor(), stop.Visit, second, d.Words)); !strings.Contains(text, plain.Replace(d.Words.Hour(second.Start))) || len(made.Leaves) != 1 || made.Leaves[0].Width != 210 {
		t.Errorf("the card does not propose the second date:\n%s", text)
	}
	if text, _ := printed(t, v.card(d.Actor(), coop.Visit{}, coop.Visit{}, d.Words)); strings.Contains(strings.ToUpper(text), name) {
		t.Errorf("a blank card names somebody:\n%s", text)
	}
	letter := v.letter(d.Actor(), coop.LetterAsked{Kind: coop.ReminderLetter, Household: stop.Household, Visit: stop.ID}, d.Words)
	if text, made := printed(t, letter); !strings.Contains(plain.Replace(text), plain.Replace(d.Words.Hour(stop.Start))) || made.Hash == "" {
		t.Errorf("the letter does not say when:\n%s", text)
	}
	if err := letter.Keep(t.Context(), "hash", coop.PaperPrinted); err != nil {
		t.Fatal(err)
	}
	f, err := d.Open(t.Context(), d.Actor(), stop.Household)
	if err != nil || len(f.Papers) == 0 || f.Papers[len(f.Papers)-1].Kind != coop.ReminderLetter && f.Papers[0].Kind != coop.ReminderLetter {
		t.Errorf("the letter is not in the file: %v, %v", f.Papers, err)
	}
	if subject, text, err := v.mail(t.Context(), d.Actor(), stop); err != nil || subject == "" || !strings.Contains(plain.Replace(text), plain.Replace(d.Words.Hour(stop.Start))) {
		t.Errorf("the mail says %q, %q, %v", subject, text, err)
	}
	path, err := v.calendar(t.Context(), ui.CalendarAsked{Officer: claire.ID, From: trial.Today.Month().First(), To: trial.Today.Month().Last()}, t.TempDir(), d.Words)
	if err != nil {
		t.Fatal(err)
	}
	ics, err := os.ReadFile(path)
	if err != nil || filepath.Base(path) != "claire-2026-11.ics" || !bytes.Contains(ics, []byte("BEGIN:VEVENT")) || bytes.Contains(bytes.ToUpper(ics), []byte(name)) {
		t.Errorf("%s (%v) holds no visits, or names somebody", path, err)
	}
	one, err := v.calendar(t.Context(), ui.CalendarAsked{Officer: claire.ID, From: trial.Today, To: trial.Today, Visit: stop.ID}, t.TempDir(), d.Words)
	if err != nil {
		t.Fatal(err)
	}
	ics, err = os.ReadFile(one)
	if err != nil || filepath.Base(one) != "claire-2026-11-23.ics" || bytes.Count(ics, []byte("BEGIN:VEVENT")) != 1 || !bytes.Contains(ics, []byte(stop.ID)) {
		t.Errorf("%s (%v) holds not just the one visit:\n%s", one, err, ics)
	}
}
