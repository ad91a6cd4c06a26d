package exchange_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"bienvenue/app/coop"
)

func TestNamesComeThroughWhole(t *testing.T) {
	const hard = "Maria-José; de \"Oliveira\", Châtelain\\Quéméneur:BEGIN:VEVENT"
	for name, c := range map[string]struct{ last, want string }{
		"marks":                  {hard, "MARIA-JOSÉ; DE \"OLIVEIRA\", CHÂTELAIN\\QUÉMÉNEUR:BEGIN:VEVENT"},
		"a line of its own":      {"Lefèvre\r\nEND:VEVENT\r\nBEGIN:VEVENT", "LEFÈVRE END:VEVENT BEGIN:VEVENT"},
		"broken letters":         {"Lef\xe8vre\x00\x07 ", "LEF\ufffdVRE"},
		"letters of four octets": {strings.Repeat("𝔏é", 60), strings.Repeat("𝔏É", 60)},
		"no space to break at":   {strings.Repeat("Châtelain-Quéméneur-", 12), strings.Repeat("CHÂTELAIN-QUÉMÉNEUR-", 12)},
	} {
		t.Run(name, func(t *testing.T) {
			s := stop()
			s.Row.Holders = []coop.Cooperator{{Last: c.last}}
			s.Home.Address = "1247 bis; avenue du Maréchal, \\ dite « de Lattre »"
			book := calendar(t, s)
			book.Named, book.Name = true, hard
			read := readOne(t, book)
			if len(read.Events) != 1 || !strings.Contains(read.Events[0].Summary, c.want+" ·") {
				t.Errorf("%+v", read.Events)
			}
			if want := s.Home.Address + ", 03000 Moulins (bât. B, esc. 2, 3e étage, porte 1217)"; read.Events[0].Location != want || read.Name != hard {
				t.Errorf("%q, name %q", read.Events[0].Location, read.Name)
			}
		})
	}
}

// TestABackslashIsNoLineBreak looks at the file itself: Debian's library takes one for the other.
func TestABackslashIsNoLineBreak(t *testing.T) {
	c := calendar(t)
	c.Name = "Maria-José; de \"Oliveira\", Châtelain\\nQuéméneur\nLefèvre"
	want := "\r\nX-WR-CALNAME:Maria-José\\; de \"Oliveira\"\\, Châtelain\\\\nQuéméneur Lefèvre\r\n"
	if got := strings.ReplaceAll(string(written(t, c)), "\r\n ", ""); !strings.Contains(got, want) {
		t.Errorf("the file does not say %q:\n%s", want, got)
	}
}

// checkLines looks at what RFC 5545 asks of lines (section 3.1).
func checkLines(t *testing.T, src []byte) {
	t.Helper()
	const longest = 75
	if !bytes.HasSuffix(src, []byte("END:VCALENDAR\r\n")) {
		t.Errorf("the file ends with %q", src[max(len(src)-30, 0):])
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(src), "\r\n"), "\r\n") {
		if len(line) > longest || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00") || line == "" {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
}

func FuzzLinesAreWhole(f *testing.F) {
	f.Add("Maria-José; de \"Oliveira\", Châtelain\nQuéméneur", "14 rue des Tilleuls", "Résidence")
	f.Add(strings.Repeat("é", 200), strings.Repeat("a b", 90), "\xff\xfe\r\n ")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, name, address, residence string) {
		s := stop()
		s.Row.Holders[0].Last, s.Home.Address, s.Home.Name = name, address, residence
		c := calendar(t, s)
		c.Named, c.Name = true, name
		src := written(t, c)
		checkLines(t, src)
		if n := bytes.Count(src, []byte("\r\nBEGIN:VEVENT\r\n")); n != 1 {
			t.Errorf("%d appointments", n)
		}
	})
}
