package paper_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/assets"
)

// textOf is a template that the program ships.
func textOf(t *testing.T, kind coop.PaperKind, language string) template.Template {
	t.Helper()
	source := assets.Papers()[string(kind)+"."+language+".yaml"]
	tpl, err := template.Read(source)
	if err != nil {
		t.Fatalf("%s in %s: %v", kind, language, err)
	}
	return tpl
}

// aLetter is what a letter of a kind usually says.
func aLetter(kind coop.PaperKind) coop.Letter {
	stop := aStop(10, 0)
	l := coop.Letter{
		Kind: kind, Coop: theCoop(), Logo: wideLogo, Residence: stop.Home,
		Household: coop.Household{ID: stop.Household, Holders: stop.Row.Holders, Dwelling: stop.Row.Dwelling, Product: stop.Row.Product, Entry: "2011-03-01"},
		Officer:   coop.Staff{Name: "Sonia Arnoux", Phone: "0639981215"},
	}
	missed := stop.Visit
	missed.Start, missed.End = missed.Start.Add(-7*24*time.Hour), missed.End.Add(-7*24*time.Hour)
	switch kind {
	case coop.IntegrationLetter, coop.ReminderLetter, coop.ThanksLetter:
		l.Visit = stop.Visit
	case coop.SecondDateLetter:
		l.Visit, l.Missed = stop.Visit, missed
	case coop.ClosingLetter:
		l.Missed = missed
	case coop.MemberLetter:
		l.Household.Share = coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-09-14"}
		l.Agm = coop.Event{Kind: coop.EventAgm, Day: "2027-06-14", Place: "salle des fêtes de Montluçon"}
	case coop.LoyaltyLetter:
		l.Years, l.ReplyBy, l.Reference = 15, "2027-01-15", "K7QR-2M"
	case coop.AgmLetter:
		l.Event = coop.Event{Kind: coop.EventAgm, Title: "Assemblée générale", Day: "2027-06-14", Hour: "18:30", Place: "salle des fêtes de Montluçon, 2 place de la Gare"}
	case coop.WorkshopLetter:
		l.Event = coop.Event{Kind: coop.EventWorkshop, Title: "Jardiner au pied de l’immeuble", Day: "2027-04-10", Hour: "10:00", Place: "jardin de la résidence Champmilan"}
	}
	if kind == coop.ThanksLetter {
		l.Sheet = &coop.Sheet{Agreed: []coop.SheetPromise{
			{What: "Régler la porte du hall, qui ferme mal", Service: coop.ServiceTechnical, Due: "2026-12-15"},
			{Service: coop.ServiceAccounts, Due: "2026-12-20"},
		}}
	}
	return l
}

// about makes a letter one about a stop of a round.
func about(l *coop.Letter, stop coop.Stop) {
	l.Visit, l.Residence = stop.Visit, stop.Home
	l.Household.Holders, l.Household.Dwelling, l.Household.Product = stop.Row.Holders, stop.Row.Dwelling, stop.Row.Product
}

func shipped(t *testing.T, name string, l coop.Letter, language string) string {
	t.Helper()
	return kept(t, "letters", name+" "+language, func(w io.Writer) error {
		page, err := paper.LayLetter(l, textOf(t, l.Kind, language), words(t, language), fonts(), made)
		if err != nil {
			return err
		}
		return page.PDF(w, fonts(), made)
	})
}

// TestATextThatIsTooLongIsRefusedWithItsLine makes one part of a letter longer and longer.
func TestATextThatIsTooLongIsRefusedWithItsLine(t *testing.T) {
	tpl := textOf(t, coop.ClosingLetter, "fr")
	for i, b := range tpl.Blocks {
		if b.ID == "noted" {
			tpl.Blocks[i].Text = strings.Repeat("Nous avons bien noté ce que vous nous avez dit. ", 130)
		}
	}
	_, err := paper.LayLetter(aLetter(coop.ClosingLetter), tpl, words(t, "fr"), fonts(), made)
	over, ok := errors.AsType[*paper.OverflowError](err)
	if !ok {
		t.Fatalf("no overflow: %v", err)
	}
	if over.Block != "Ce que nous avons noté" || !strings.Contains(over.Line, "noté") {
		t.Errorf("overflow in %q at %q", over.Block, over.Line)
	}
	if said := words(t, "fr").Error(err); !strings.Contains(said, over.Line) || !strings.Contains(said, "Raccourcissez-le.") {
		t.Errorf("said %q", said)
	}
}

// letters are one usual letter of each kind.
func letters() map[string]coop.Letter {
	all := map[string]coop.Letter{}
	for _, kind := range coop.Letters() {
		all[string(kind)] = aLetter(kind)
	}
	return all
}

// TestEveryLetterIsOneSoundPage looks at each kind in both languages.
func TestEveryLetterIsOneSoundPage(t *testing.T) {
	for name, l := range letters() {
		for _, language := range []string{"fr", "en"} {
			t.Run(name+" "+language, func(t *testing.T) {
				path := shipped(t, name, l, language)
				if got := isSound(t, path); got != 1 {
					t.Errorf("%d pages", got)
				}
				keepsItsMargins(t, path)
				keepsWordsApart(t, path)
				saysNoKeys(t, text(t, path))
			})
		}
	}
}
