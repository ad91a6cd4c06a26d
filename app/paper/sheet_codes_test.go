package paper_test

import (
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

func TestTheMeetingAndTheOfficerAreReadFromTheirCodes(t *testing.T) {
	for name, c := range map[string]struct {
		hour, want string
	}{
		"at an hour":       {"18:30", "DTSTART:20270615T183000\n"},
		"the whole day":    {"", "DTSTART;VALUE=DATE:20270615\n"},
		"an hour in words": {"en soirée", "DTSTART;VALUE=DATE:20270615\n"},
	} {
		t.Run(name, func(t *testing.T) {
			s := tenant()
			s.Agm = coop.Event{Title: "Assemblée générale; la 50e", Day: "2027-06-15", Hour: c.hour, Place: "salle des fêtes, Moulins"}
			s.Officer = coop.Staff{Name: "Sonia Arnoux", Phone: "0639982031"}
			s.Codes = coop.SheetCodes([]coop.CodeKind{coop.CodeArea, coop.CodeAgm, coop.CodeCard}, s.Coop, s.Agm, s.Officer)
			for _, kind := range []coop.PaperKind{coop.WelcomeSheet, coop.SimpleSheet} {
				path := kept(t, "sheet", "codes "+string(kind), func(w io.Writer) error { return write(w, s, tongue(t, kind, "fr"), nil) })
				got := strings.Join(codeTexts(t, path), "\n")
				for _, want := range []string{
					"BEGIN:VEVENT", `SUMMARY:Assemblée générale\; la 50e`, c.want, `LOCATION:salle des fêtes\, Moulins`,
					"FN:Sonia Arnoux", "TEL;TYPE=WORK:+33639982031", "https://espace.foyers-bocage.example.org",
				} {
					if !strings.Contains(got, want) {
						t.Errorf("%s: the codes do not say %q: %s", kind, want, got)
					}
				}
				if strings.Contains(got, "LEF") || strings.Contains(got, "Lef") {
					t.Errorf("a code names the household: %s", got)
				}
			}
		})
	}
}

// codeTexts reads what the codes of a printed paper hold, a text for each page.
func codeTexts(t *testing.T, path string) []string {
	t.Helper()
	files, _ := greyPages(t, path)
	var all []string
	for _, file := range files {
		out, err := exec.Command("zbarimg", "--raw", "-q", "-Sbinary", file).Output()
		if _, none := errors.AsType[*exec.ExitError](err); err != nil && !none {
			t.Fatalf("zbarimg: %v (go run ./cmd/dev test installs it)", err)
		}
		all = append(all, strings.ReplaceAll(string(out), "\r", ""))
	}
	return all
}

func TestACodeWithNothingToHoldIsLeftOut(t *testing.T) {
	all := coop.CodeKinds()
	if got := coop.SheetCodes(all, coop.Coop{}, coop.Event{}, coop.Staff{}); len(got) != 0 {
		t.Errorf("got %v of nothing", got)
	}
	got := coop.SheetCodes([]coop.CodeKind{coop.CodeAgm}, coop.Coop{CoopPage: "foyers.example.org"}, coop.Event{}, coop.Staff{})
	if len(got) != 1 || got[0] != coop.CodePage {
		t.Errorf("got %v, want the coop's page in the meeting's place", got)
	}
}

func TestATextOfTheCoopThatIsTooLongIsRefusedWithItsLine(t *testing.T) {
	long := tongue(t, coop.WelcomeSheet, "fr")
	blocks := slices.Clone(long.Texts.Blocks)
	for i := range blocks {
		if blocks[i].ID == "duties" {
			blocks[i].Text = strings.Repeat("Qui fait quoi chez vous et dans l’immeuble ", 6)
		}
	}
	long.Texts.Blocks = blocks
	_, err := paper.LaySheet(tenant(), long, nil, fonts(), made)
	over, ok := errors.AsType[*paper.OverflowError](err)
	if !ok || over.Block != "Titre : qui fait quoi" || over.Line == "" {
		t.Errorf("got %v", err)
	}
}
