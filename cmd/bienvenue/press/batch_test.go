package press_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/paper"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/press"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// works is a press over an archive in a file, with a clock that goes on by itself.
type works struct {
	*press.Press
	office *office.Office
	store  *sqlite.Archive
	words  *i18n.Words
	by     coop.Actor
	homes  []coop.HouseholdID
}

func newWorks(tb testing.TB, households int) *works {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	check(tb, err)
	var ticks atomic.Int64
	now := func() time.Time {
		return time.Date(2026, 11, 23, 9, 0, 0, 0, zone).Add(time.Duration(ticks.Add(1)) * time.Millisecond)
	}
	store, err := data.Open(tb.Context(), filepath.Join(tb.TempDir(), "coop.db"), data.Options{Create: true, Now: now})
	check(tb, err)
	tb.Cleanup(func() { check(tb, store.Close()) })
	o := office.New(office.Params{
		Store: store, Now: now, Zone: zone, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, Papers: assets.Papers(),
	})
	catalog, err := i18n.Load(os.DirFS("../../../assets/words"))
	check(tb, err)
	w := &works{office: o, store: store, words: catalog.Words("fr", zone), by: coop.Actor{Device: "counter"}}
	w.Press = press.New(press.Params{Office: o, Now: now, Words: func(language string) (*i18n.Words, error) { return catalog.Words(language, zone), nil }})
	w.fill(tb, households)
	return w
}

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// fill moves households in, written in one go.
func (w *works) fill(tb testing.TB, households int) {
	tb.Helper()
	home := coop.Residence{ID: "r", Name: "Résidence Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins"}
	check(tb, w.store.KeepAll(tb.Context(), func(yield func(coop.Change) bool) {
		if !yield(coop.Change{Residences: []coop.Residence{home}}) {
			return
		}
		for i := range households {
			id := coop.HouseholdID(fmt.Sprintf("household-%05d", i))
			w.homes = append(w.homes, id)
			h := coop.Household{
				ID: id, Product: coop.Rental, Entry: "2020-03-01", Language: "fr", Share: coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600}, Since: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
				Holders:  []coop.Cooperator{{ID: coop.CooperatorID(id), Civility: coop.Madame, First: "Éloïse", Last: fmt.Sprintf("Lefèvre%d", i)}},
				Dwelling: coop.Dwelling{ID: coop.DwellingID(id), Residence: "r", Building: "B", Door: strconv.Itoa(i + 1)},
			}
			if !yield(coop.Change{Households: []coop.Household{h}}) {
				return
			}
		}
	}))
}

func (w *works) begin(tb testing.TB) coop.Batch {
	tb.Helper()
	plan, err := w.office.PlanBatch(tb.Context(), w.by, coop.BatchAsked{Kind: coop.WelcomeSheet, Again: true})
	check(tb, err)
	b, err := w.office.BeginBatch(tb.Context(), w.by, plan)
	check(tb, err)
	return b
}

// visit holds a visit of each household, with a result.
func (w *works) visit(tb testing.TB, result coop.Result) {
	tb.Helper()
	now := time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC)
	officer, err := w.office.KeepStaff(tb.Context(), w.by, coop.Staff{Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true})
	check(tb, err)
	var c coop.Change
	for i, id := range w.homes {
		start := now.AddDate(0, 0, i)
		c.Visits = append(c.Visits, coop.Visit{
			ID: coop.VisitID(id), Household: id, Officer: officer.ID, Kind: coop.CourtesyVisit, Place: coop.AtHome, State: coop.VisitHeld,
			Start: start, End: start.Add(45 * time.Minute), Result: result,
		})
	}
	check(tb, w.store.Keep(tb.Context(), c))
}

// journalled says how often each household's journal tells of a paper of the batch, and checks the hashes.
func (w *works) journalled(tb testing.TB, b coop.Batch, want int) {
	tb.Helper()
	made := 0
	for _, id := range w.homes {
		papers, err := w.store.Papers(tb.Context(), id)
		check(tb, err)
		journal, err := w.store.Journal(tb.Context(), id)
		check(tb, err)
		if len(papers) > 1 || len(journal) != len(papers) {
			tb.Fatalf("%s: %d papers, %d rows in the journal", id, len(papers), len(journal))
		}
		for _, p := range papers {
			made++
			if p.Batch != b.ID || len(p.Hash) != 2*sha256.Size || !strings.Contains(string(journal[0].Payload), p.Hash) {
				tb.Errorf("the paper is kept as %+v", p)
			}
		}
	}
	if made != want {
		tb.Errorf("%d papers are kept, want %d", made, want)
	}
}

func tool(tb testing.TB, name string, args ...string) string {
	tb.Helper()
	if _, err := exec.LookPath(name); err != nil {
		tb.Skipf("%s is not here", name)
	}
	out, err := exec.CommandContext(tb.Context(), name, args...).CombinedOutput()
	if err != nil {
		tb.Fatalf("%s: %v: %s", name, err, out)
	}
	return string(out)
}

// sound says how many pages and bookmarks a PDF has in which other programs find no fault.
func sound(tb testing.TB, path string) (pages, bookmarks int) {
	tb.Helper()
	if got := tool(tb, "qpdf", "--check", path); !strings.Contains(got, "No syntax or stream encoding errors found") {
		tb.Error(got)
	}
	pages, err := strconv.Atoi(strings.TrimSpace(tool(tb, "qpdf", "--show-npages", path)))
	check(tb, err)
	return pages, strings.Count(tool(tb, "qpdf", "--json=2", "--json-key=outlines", path), `"title"`)
}

func TestAThousandPapersAreOneSoundFile(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand papers")
	}
	const many = 1000
	w := newWorks(t, many)
	b := w.begin(t)
	folder := t.TempDir()
	began := time.Now()
	last := 0
	made, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: folder, Words: w.words, Progress: func(done, total int) {
		if done < last || total != many {
			t.Errorf("told %d of %d after %d", done, total, last)
		}
		last = done
	}})
	check(t, err)
	t.Logf("%d papers in %v", many, time.Since(began).Round(time.Millisecond))
	if made.Papers != many || made.Failed != 0 || made.Batch.Waiting != 0 || made.Batch.Ended.IsZero() || last != many {
		t.Fatalf("made %+v", made.Batch)
	}
	pages, bookmarks := sound(t, made.File)
	if pages != made.Pages || bookmarks != many {
		t.Errorf("%d pages of %d, %d bookmarks", pages, made.Pages, bookmarks)
	}
	if made.Pages != many || !made.Alone {
		t.Errorf("%d pages for papers of one page, to be printed on one side: %v", made.Pages, made.Alone)
	}
	if name := filepath.Base(made.File); strings.Contains(name, "Lef") || !strings.HasPrefix(name, "fiche-de-bienvenue-2026-11-23") {
		t.Errorf("the file is called %s", name)
	}
	if text := tool(t, "pdftotext", "-l", "2", made.File, "-"); !strings.Contains(text, "LEFÈVRE0") {
		t.Errorf("the first paper says %s", text)
	}
	w.journalled(t, b, many)
}

// TestAPaperPrintedAloneHasTheSameHash makes one paper of a batch again, for the instant it bears.
func TestAPaperPrintedAloneHasTheSameHash(t *testing.T) {
	w := newWorks(t, 3)
	b := w.begin(t)
	_, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: t.TempDir(), Words: w.words})
	check(t, err)
	papers, err := w.store.Papers(t.Context(), w.homes[1])
	check(t, err)
	then := press.New(press.Params{Office: w.office, Now: func() time.Time { return papers[0].At }, Words: func(string) (*i18n.Words, error) { return w.words, nil }})
	made, err := then.Pages(t.Context(), w.by, press.Order{Kind: b.Kind, Household: w.homes[1]})
	check(t, err)
	var pdf bytes.Buffer
	check(t, paper.WritePages(&pdf, made.Pages, press.Fonts(), made.At))
	sum := sha256.Sum256(pdf.Bytes())
	if got := hex.EncodeToString(sum[:]); got != papers[0].Hash {
		t.Errorf("alone it has the hash %s, in the batch %s", got, papers[0].Hash)
	}
}

func TestABatchThatWasStoppedGoesOn(t *testing.T) {
	for name, each := range map[string]bool{"one file": false, "single files": true} {
		t.Run(name, func(t *testing.T) {
			const all = 230
			w := newWorks(t, all)
			b, folder := w.begin(t), t.TempDir()
			ctx, stop := context.WithCancel(t.Context())
			first, err := w.Run(ctx, w.by, press.Batch{ID: b.ID, Folder: folder, Words: w.words, Each: each, Progress: func(done, _ int) {
				if done >= 100 {
					stop()
				}
			}})
			check(t, err)
			if first.Papers < 100 || first.Papers == all || first.Batch.Made != first.Papers || first.Batch.Waiting != all-first.Papers || !first.Batch.Ended.IsZero() {
				t.Fatalf("after the stop: %+v", first.Batch)
			}
			w.journalled(t, b, first.Papers)
			rest, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: folder, Words: w.words, Each: each})
			check(t, err)
			if rest.Papers != all-first.Papers || rest.Batch.Waiting != 0 || rest.Batch.Ended.IsZero() {
				t.Fatalf("after going on: %+v", rest.Batch)
			}
			w.journalled(t, b, all)
			if each {
				files, err := filepath.Glob(filepath.Join(first.File, "*.pdf"))
				check(t, err)
				if len(files) != all || rest.File != first.File || filepath.Base(files[0]) != "0001-fiche-de-bienvenue.pdf" {
					t.Errorf("%d files, the first %s", len(files), files[0])
				}
				return
			}
			if before, _ := sound(t, first.File); rest.File == first.File || before != first.Pages {
				t.Errorf("the rest lies in %s", rest.File)
			}
			if after, _ := sound(t, rest.File); after != rest.Pages {
				t.Errorf("the rest has %d pages, want %d", after, rest.Pages)
			}
		})
	}
}

// TestAHouseholdWhosePaperIsRefusedStopsNobody changes one between the plan and the making.
func TestAHouseholdWhosePaperIsRefusedStopsNobody(t *testing.T) {
	w := newWorks(t, 3)
	h, err := w.store.Household(t.Context(), w.homes[1])
	check(t, err)
	w.visit(t, coop.Refused)
	plan, err := w.office.PlanBatch(t.Context(), w.by, coop.BatchAsked{Kind: coop.ClosingLetter})
	check(t, err)
	b, err := w.office.BeginBatch(t.Context(), w.by, plan)
	check(t, err)
	h.Exit = "2026-11-01"
	check(t, w.office.EditHousehold(t.Context(), w.by, h))
	made, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: t.TempDir(), Words: w.words})
	check(t, err)
	if made.Papers != 2 || made.Failed != 1 || made.Pages != 2 || made.Batch.Ended.IsZero() {
		t.Fatalf("made %+v", made)
	}
	items, err := w.office.BatchItems(t.Context(), b.ID)
	check(t, err)
	if items[1].State != coop.BatchFailed || items[1].Why != "letter.refused.gone" || items[1].Paper != "" {
		t.Errorf("it is kept as %+v", items[1])
	}
}

func TestAFolderThatIsNotThereIsTold(t *testing.T) {
	w := newWorks(t, 2)
	b := w.begin(t)
	for _, each := range []bool{false, true} {
		_, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: filepath.Join(t.TempDir(), "nowhere"), Words: w.words, Each: each})
		if !errors.Is(err, coop.Refuse("batch.refused.write", nil)) {
			t.Errorf("said %v", err)
		}
	}
	w.journalled(t, b, 0)
}

// TestWhatSomebodyElseMadeIsNotMadeTwice lets another machine finish the batch while this one makes it.
func TestWhatSomebodyElseMadeIsNotMadeTwice(t *testing.T) {
	w := newWorks(t, 60)
	b, mine, theirs := w.begin(t), t.TempDir(), t.TempDir()
	other := false
	_, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: mine, Words: w.words, Progress: func(done, _ int) {
		if done > 0 && !other {
			other = true
			_, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: theirs, Words: w.words})
			check(t, err)
		}
	}})
	if !errors.Is(err, coop.ErrChanged) {
		t.Errorf("made twice: %v", err)
	}
	w.journalled(t, b, 60)
	if left, err := os.ReadDir(mine); err != nil || len(left) != 0 {
		t.Errorf("what must not be posted lies there: %v, %v", left, err)
	}
}

// TestPapersOfSeveralPagesFillTheirSheets makes thanks, with which the welcome sheet goes, for a printer that
// prints on both sides.
func TestPapersOfSeveralPagesFillTheirSheets(t *testing.T) {
	w := newWorks(t, 3)
	w.visit(t, coop.Done)
	for second, pages := range map[string]int{"": 6, press.Own: 12} {
		plan, err := w.office.PlanBatch(t.Context(), w.by, coop.BatchAsked{Kind: coop.ThanksLetter, Second: second, Again: true})
		check(t, err)
		b, err := w.office.BeginBatch(t.Context(), w.by, plan)
		check(t, err)
		made, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: t.TempDir(), Words: w.words})
		check(t, err)
		if made.Papers != 3 || made.Pages != pages || made.Alone != (second == "") {
			t.Errorf("%q: %d papers of %d pages, on one side only: %v", second, made.Papers, made.Pages, made.Alone)
		}
	}
	plan, err := w.office.PlanBatch(t.Context(), w.by, coop.BatchAsked{Kind: coop.MemberLetter, Second: press.Own, Again: true})
	check(t, err)
	b, err := w.office.BeginBatch(t.Context(), w.by, plan)
	check(t, err)
	made, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: t.TempDir(), Words: w.words})
	check(t, err)
	if made.Papers != 3 || made.Pages != 6 {
		t.Errorf("with a back: %d papers of %d pages", made.Papers, made.Pages)
	}
}

// TestQuestionnairesOfABatchAreWaitedFor makes the letters that a questionnaire goes with.
func TestQuestionnairesOfABatchAreWaitedFor(t *testing.T) {
	w := newWorks(t, 3)
	plan, err := w.office.PlanBatch(t.Context(), w.by, coop.BatchAsked{Kind: coop.LoyaltyLetter, ReplyBy: "2026-12-20"})
	check(t, err)
	b, err := w.office.BeginBatch(t.Context(), w.by, plan)
	check(t, err)
	made, err := w.Run(t.Context(), w.by, press.Batch{ID: b.ID, Folder: t.TempDir(), Words: w.words})
	check(t, err)
	if made.Papers != 3 || made.Pages != 6 || !made.Alone {
		t.Errorf("%d papers of %d pages, on one side only: %v", made.Papers, made.Pages, made.Alone)
	}
	if _, waited, err := w.office.AskingsKeyed(t.Context(), w.by); err != nil || waited != 3 {
		t.Errorf("%d questionnaires are waited for, want 3: %v", waited, err)
	}
}
