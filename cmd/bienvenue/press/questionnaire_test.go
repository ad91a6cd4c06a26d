package press_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/press"
)

// desk is a press, with a household that has been there for years.
type desk struct {
	*trial.Desk
	press *press.Press
	home  coop.HouseholdID
}

func newDesk(t *testing.T) desk {
	t.Helper()
	d := trial.Open(t, 0)
	home, err := d.AddHousehold(t.Context(), d.Actor(), coop.Household{
		Product: coop.Rental, Entry: "2008-03-01", Language: "en",
		Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre"}},
	}, coop.Residence{Name: "Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins"})
	if err != nil {
		t.Fatal(err)
	}
	return desk{d, pressOf(t, d), home}
}

func pressOf(tb testing.TB, d *trial.Desk) *press.Press {
	tb.Helper()
	said := map[string]*i18n.Words{}
	return press.New(press.Params{
		Office: d.Office, Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) },
		Words: func(language string) (*i18n.Words, error) {
			if said[language] == nil {
				said[language] = trial.Said(tb, language, d.Zone())
			}
			return said[language], nil
		},
	})
}

func (d desk) made(t *testing.T, o press.Order) press.Made {
	t.Helper()
	o.Household = d.home
	m, err := d.press.Pages(t.Context(), d.Actor(), o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// references are those that stand on pages.
func references(m press.Made) []string {
	var all []string
	for _, p := range m.Pages {
		h := &hand{}
		p.Draw(h)
		all = append(all, h.references...)
	}
	return all
}

// hand reads a page.
type hand struct {
	paper.Pencil
	references []string
}

func (h *hand) Text(_, _, _ float64, _ int, _ uint32, text string) {
	if len(text) == 9 && text[4] == '-' && strings.ToUpper(text) == text {
		h.references = append(h.references, text)
	}
}
func (*hand) Stroke([]float64, float64, uint32)    {}
func (*hand) Fill([]float64, uint32)               {}
func (*hand) Code(_, _, _ float64, _ [][]bool)     {}
func (*hand) Picture(_, _, _, _ float64, _ []byte) {}

func TestAQuestionnaireIsPrintedWithTheReferenceThatWasLookedAt(t *testing.T) {
	d := newDesk(t)
	looked := references(d.made(t, press.Order{Kind: coop.Questionnaire, ReplyBy: "2026-12-15"}))
	again := d.made(t, press.Order{Kind: coop.Questionnaire})
	if printed := references(again); len(printed) != 1 || looked[0] != printed[0] {
		t.Errorf("looked at %v, printed %v", looked, printed)
	}
	a, _, err := d.FindAsking(t.Context(), d.Actor(), looked[0])
	if err != nil || a.Household != d.home || a.Language != "fr" {
		t.Errorf("found %+v, %v", a, err)
	}
	english := d.made(t, press.Order{Kind: coop.Questionnaire, Second: press.Own})
	if english.Pages[0].Language != "en" || references(english)[0] == looked[0] {
		t.Errorf("in %s with %v", english.Pages[0].Language, references(english))
	}
	var pdf bytes.Buffer
	if err := again.Pages[0].PDF(&pdf, press.Fonts(), again.At); err != nil || bytes.Contains(pdf.Bytes(), []byte("Lef")) {
		t.Errorf("the file names the household: %v", err)
	}
}

func TestATextThatIsTriedAsksNobody(t *testing.T) {
	d := newDesk(t)
	tried, err := template.Read(assets.Papers()["questionnaire.fr.yaml"])
	if err != nil {
		t.Fatal(err)
	}
	if got := references(d.made(t, press.Order{Kind: coop.Questionnaire, Template: &tried})); len(got) != 1 || got[0] != coop.SampleReference.String() {
		t.Errorf("the sample bears %v", got)
	}
}

func TestTheThanksForLongYearsCarryAQuestionnaire(t *testing.T) {
	d := newDesk(t)
	m := d.made(t, press.Order{Kind: coop.LoyaltyLetter, ReplyBy: "2026-12-15"})
	if len(m.Pages) != 2 || len(references(m)) != 1 {
		t.Fatalf("%d pages with %v", len(m.Pages), references(m))
	}
	both := d.made(t, press.Order{Kind: coop.LoyaltyLetter, Second: press.Own})
	if last := both.Pages[len(both.Pages)-1]; last.Language != "en" || len(references(both)) != 1 {
		t.Errorf("the last page is in %s, with %v", last.Language, references(both))
	}
	if err := d.KeepPaper(t.Context(), d.Actor(), coop.Paper{Household: d.home, Kind: coop.LoyaltyLetter, Hash: "0a", Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	english, _, err := d.FindAsking(t.Context(), d.Actor(), references(both)[0])
	if err != nil || english.Printed.IsZero() {
		t.Errorf("what was printed last does not count: %+v, %v", english, err)
	}
}

// TestWhatNamesNobodyIsNeverOnTheBackOfALetter looks at what goes with a letter: it is printed on one side, unless
// the letter fills its own sheet.
func TestWhatNamesNobodyIsNeverOnTheBackOfALetter(t *testing.T) {
	d := newDesk(t)
	for second, pages := range map[string]int{"": 2, press.Own: 3} {
		if m := d.made(t, press.Order{Kind: coop.LoyaltyLetter, Second: second}); len(m.Pages) != pages || m.Alone != (second == "") {
			t.Errorf("%q: %d pages, each with a sheet of its own: %v", second, len(m.Pages), m.Alone)
		}
	}
}
