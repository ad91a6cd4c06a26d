package paper_test

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// BenchmarkAgainstLibreOffice makes the same sheets as LibreOffice's mail merge does without a window, one PDF
// each, and reports how many times faster they are. The text is the same, the person's name is merged in;
// LibreOffice draws no codes and no pictograms. Starting it is not counted. Both work alone, one after the other.
func BenchmarkAgainstLibreOffice(b *testing.B) {
	python := "/usr/bin/python3" // the system's own: it alone has LibreOffice's module
	if _, err := exec.LookPath("soffice"); err != nil || exec.Command(python, "-c", "import uno").Run() != nil {
		b.Skip("LibreOffice with its Python module is not installed")
	}
	const sheets = 100
	french := tongue(b, coop.WelcomeSheet, "fr")
	all := make([]coop.Sheet, sheets)
	for i := range all {
		all[i] = tenant()
		all[i].Household.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: fmt.Sprintf("Lefèvre %d", i)}}
	}
	theirs := merged(b, python, all)
	for b.Loop() {
		for _, s := range all {
			if err := write(io.Discard, s, french, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
	ours := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(theirs/ours, "ratio")
	b.ReportMetric(theirs*1000/sheets, "office-s/1000")
	b.ReportMetric(ours*1000/sheets, "s/1000")
}

// merged are the seconds that LibreOffice takes for the sheets.
func merged(b *testing.B, python string, all []coop.Sheet) float64 {
	b.Helper()
	folder := b.TempDir()
	var rows, text strings.Builder
	table := csv.NewWriter(&rows)
	lines := [][]string{{"name"}}
	for _, s := range all {
		lines = append(lines, []string{words(b, "fr").Address(s.Household.Holders)})
	}
	if err := table.WriteAll(lines); err != nil {
		b.Fatal(err)
	}
	for _, line := range linesOf(b, all[0]) {
		before, after, named := strings.Cut(line, lines[1][0])
		text.WriteString("<text:p>" + escaped(b, before))
		if named {
			text.WriteString(`<text:database-display text:table-name="people" text:table-type="table" ` +
				`text:column-name="name" text:database-name="people">x</text:database-display>` + escaped(b, after))
		}
		text.WriteString("</text:p>\n")
	}
	const head = `<?xml version="1.0" encoding="UTF-8"?>` +
		`<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" ` +
		`office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>`
	for name, content := range map[string]string{
		"people.csv": rows.String(), "sheet.fodt": head + text.String() + "</office:text></office:body></office:document>",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	cmd := exec.CommandContext(b.Context(), python, filepath.Join("testdata", "merge.py"), folder)
	cmd.WaitDelay = time.Second
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("mail merge: %v", err)
	}
	seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(err)
	}
	made, err := filepath.Glob(filepath.Join(folder, "out", "*.pdf"))
	if err != nil || len(made) != len(all) {
		b.Fatalf("%d sheets came out of %d (%v)", len(made), len(all), err)
	}
	return seconds
}

// linesOf are the lines of text on a sheet.
func linesOf(b *testing.B, s coop.Sheet) []string {
	b.Helper()
	pages, err := paper.LaySheet(s, tongue(b, coop.WelcomeSheet, "fr"), nil, fonts(), made)
	if err != nil {
		b.Fatal(err)
	}
	var l said
	pages[0].Draw(&l)
	return l
}

// said collects the texts that are drawn.
type said []string

func (s *said) Text(_, _, _ float64, _ int, _ uint32, text string) { *s = append(*s, text) }
func (*said) Stroke([]float64, float64, uint32)                    {}
func (*said) Fill([]float64, uint32)                               {}
func (*said) Shape([][]float64, uint32)                            {}
func (*said) Code(_, _, _ float64, _ [][]bool)                     {}
func (*said) Picture(_, _, _, _ float64, _ []byte)                 {}

func escaped(b *testing.B, text string) string {
	b.Helper()
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(text)); err != nil {
		b.Fatal(err)
	}
	return out.String()
}
