package paper_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

var facts = paper.Facts{Title: "Fiches de bienvenue", Author: "Les Foyers du Bocage", Language: "fr"}

// sheetOf lays out the sheet of one of many households.
func sheetOf(tb testing.TB, i int) *paper.Page {
	tb.Helper()
	s := tenant()
	s.Household.Holders[0].Last = fmt.Sprintf("Lefèvre %d", i)
	pages, err := paper.LaySheet(s, tongue(tb, coop.WelcomeSheet, "fr"), nil, fonts(), made)
	if err != nil {
		tb.Fatal(err)
	}
	return pages[0]
}

func book(t *testing.T, w io.Writer) *paper.Book {
	t.Helper()
	b, err := paper.NewBook(w, fonts(), facts, made)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABookLeadsToEachOfItsDocuments(t *testing.T) {
	path := kept(t, "book", "three", func(w io.Writer) error {
		b := book(t, w)
		for i, title := range []string{"LEFÈVRE 0", "", "Шевченко (2)"} {
			if err := b.Add(sheetOf(t, i), title); err != nil {
				return err
			}
		}
		return b.Close()
	})
	if pages := isSound(t, path); pages != 3 {
		t.Errorf("%d pages", pages)
	}
	var got struct {
		Outlines []struct {
			Title string `json:"title"`
			Page  int    `json:"destpageposfrom1"`
		} `json:"outlines"`
	}
	if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json", "--json-key=outlines", path)), &got); err != nil {
		t.Fatal(err)
	}
	if s := fmt.Sprint(got.Outlines); s != "[{LEFÈVRE 0 1} {Шевченко (2) 3}]" {
		t.Errorf("bookmarks: %s", s)
	}
	whole := tool(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
	for _, want := range []string{"/PageMode /UseOutlines", "/DisplayDocTitle true", "/PrintScaling /None"} {
		if !strings.Contains(whole, want) {
			t.Errorf("the file does not say %s", want)
		}
	}
	if text := text(t, path); strings.Count(text, "Bienvenue, Madame LEFÈVRE") != 3 {
		t.Errorf("the pages say %s", text)
	}
}

func TestAPaperWithoutBookmarksOpensWithoutTheirPane(t *testing.T) {
	if got := tool(t, "qpdf", "--qdf", printed(t, tenant(), "fr"), "-"); strings.Contains(got, "/PageMode") || strings.Contains(got, "/Outlines") {
		t.Error("a sheet of one page has bookmarks")
	}
}

func TestTheSameBookIsTheSameBytes(t *testing.T) {
	var out [2]bytes.Buffer
	for i := range out {
		b := book(t, &out[i])
		for n := range 3 {
			if err := b.Add(sheetOf(t, n), "LEFÈVRE"); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
		t.Error("two books of the same pages differ")
	}
}

func TestABookThatCannotBeWrittenSaysSo(t *testing.T) {
	full := errors.New("the disk is full")
	for name, room := range map[string]int{"at once": 0, "in the middle": 10_000, "at its end": 26_000} {
		t.Run(name, func(t *testing.T) {
			b := book(t, &disk{room: room, full: full})
			for i := range 2 {
				if err := b.Add(sheetOf(t, i), ""); err != nil {
					if !errors.Is(err, full) {
						t.Error(err)
					}
				}
			}
			if err := b.Close(); !errors.Is(err, full) {
				t.Errorf("closed with %v", err)
			}
		})
	}
	if err := book(t, io.Discard).Close(); !errors.Is(err, paper.ErrNoPage) {
		t.Errorf("a book without pages: %v", err)
	}
	closed := book(t, io.Discard)
	if err := errors.Join(closed.Add(sheetOf(t, 0), ""), closed.Close()); err != nil {
		t.Fatal(err)
	}
	if closed.Add(sheetOf(t, 1), "") == nil || closed.Close() == nil {
		t.Error("a page was added to a closed book")
	}
}

// disk has room for so many bytes.
type disk struct {
	room int
	full error
}

func (d *disk) Write(b []byte) (int, error) {
	if d.room < len(b) {
		return 0, d.full
	}
	d.room -= len(b)
	return len(b), nil
}

// counted counts what is written and keeps nothing.
type counted int

func (c *counted) Write(b []byte) (int, error) {
	*c += counted(len(b))
	return len(b), nil
}

// A book of ten times the pages is ten times the bytes, of which next to nothing stays in memory.
func TestMemoryStaysFlatHoweverManyPages(t *testing.T) {
	pages := []*paper.Page{sheetOf(t, 0), sheetOf(t, 1)}
	live := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC() // the first one moves what pools hold aside
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	held := func(n int) (kept int64, written counted) {
		before := live()
		b := book(t, &written)
		for i := range n {
			if err := b.Add(pages[i%2], fmt.Sprintf("LEFÈVRE %d", i)); err != nil {
				t.Fatal(err)
			}
		}
		kept = int64(live()) - int64(before)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		return kept, written
	}
	held(20) // fonts and pools are there from now on
	few, fewBytes := held(200)
	many, manyBytes := held(2000)
	if manyBytes < 9*fewBytes {
		t.Errorf("2000 pages are %d bytes, 200 are %d", manyBytes, fewBytes)
	}
	if grown, most := many-few, int64(manyBytes-fewBytes)/5; grown > most {
		t.Errorf("1800 more pages hold %d bytes more in memory, of %d written", grown, manyBytes-fewBytes)
	}
}
