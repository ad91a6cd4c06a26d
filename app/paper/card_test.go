package paper_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

func aPassage() coop.Letter {
	l := aLetter(coop.PassageCard)
	l.Missed = coop.Visit{Start: time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)}
	l.Visit = coop.Visit{Start: time.Date(2026, 12, 10, 13, 30, 0, 0, time.UTC)}
	l.Household.Holders = []coop.Cooperator{eloise()}
	return l
}

func passages() map[string]coop.Letter {
	all := map[string]coop.Letter{"usual": aPassage()}
	p := aPassage()
	p.Visit, p.Household.Holders = coop.Visit{}, nil
	all["no date, no name"] = p
	p = aPassage()
	p.Officer.Phone, p.Logo = "", tallLogo
	all["no officer’s phone"] = p
	p = aPassage()
	p.Officer.Phone, p.Coop.AgencyPhone, p.Logo = "", "", nil
	all["no phone, no logo"] = p
	all["blank"] = coop.Letter{Kind: coop.PassageCard, Coop: theCoop(), Logo: wideLogo, Officer: aPassage().Officer}
	all["nothing known"] = coop.Letter{Kind: coop.PassageCard}
	p = aPassage()
	about(&p, stretched(aStop(9, 0)))
	p.Missed, p.Visit = aPassage().Missed, aPassage().Visit
	p.Officer.Name = "Marie-Françoise Vandenbroucke-Châtelain"
	p.Coop.Name = "Société coopérative de production d’habitations à loyer modéré des Pays du Bocage"
	p.Coop.AgencyHours = "du lundi au jeudi de 8 h 45 à 12 h 15 et de 13 h 45 à 17 h 15, le vendredi jusqu’à 16 h 30"
	all["long names"] = p
	p.Missed = coop.Visit{}
	all["long names, blank"] = p
	return all
}

// cardsTo writes cards as they are laid out, as a PDF.
func cardsTo(w io.Writer, lay func(coop.Letter, template.Template, paper.VisitWords, paper.Fonts, time.Time) (*paper.Page, error),
	p coop.Letter, text template.Template, words paper.VisitWords,
) error {
	page, err := lay(p, text, words, fonts(), made)
	if err != nil {
		return err
	}
	return page.PDF(w, fonts(), made)
}

func cardPath(t *testing.T, name string, p coop.Letter, lang string) string {
	t.Helper()
	return kept(t, "card", name+" "+lang, func(w io.Writer) error {
		return cardsTo(w, paper.LayPassageCard, p, textOf(t, coop.PassageCard, lang), words(t, lang))
	})
}

func cardsPath(t *testing.T, name string, p coop.Letter, lang string) string {
	t.Helper()
	return kept(t, "card", "four "+name+" "+lang, func(w io.Writer) error {
		return cardsTo(w, paper.LayPassageCards, p, textOf(t, coop.PassageCard, lang), words(t, lang))
	})
}

func TestACardIsOneSoundPage(t *testing.T) {
	for name, p := range passages() {
		t.Run(name, func(t *testing.T) {
			for path, size := range map[string]string{cardPath(t, name, p, "fr"): "297.64 x 419.53", cardsPath(t, name, p, "fr"): "(A4)"} {
				if got := isSound(t, path); got != 1 {
					t.Errorf("%d pages", got)
				}
				if info := tool(t, "pdfinfo", path); !strings.Contains(info, size) {
					t.Errorf("the page is not %s:\n%s", size, info)
				}
				keepsItsMargins(t, path)
				keepsWordsApart(t, path)
				saysNoKeys(t, text(t, path))
			}
			saysNoKeys(t, text(t, cardPath(t, name, p, "en")))
		})
	}
}

func TestACardSaysWhatItShould(t *testing.T) {
	for name, want := range map[string][]string{
		"usual": {
			"Les Foyers du Bocage", "Nous sommes passés vous voir", "Madame LEFÈVRE,", "Nous sommes venus mardi 1er décembre à 10 h", "Ce n’est pas grave",
			"Ce n’est pas un contrôle", "Jeudi 10 décembre à 14 h 30", "Un autre jour vous va mieux ? Dites-le-nous.",
			"Sonia Arnoux : 06 39 98 12 15", "L’agence : 04 65 71 42 10", "du lundi au vendredi, 9 h – 12 h et 14 h – 17 h", "Un mot pour vous",
		},
		"no date, no name":   {"Bonjour,", "Choisissons ensemble une autre date : dites-nous quand."},
		"no officer’s phone": {"L’agence : 04 65 71 42 10", "Sonia Arnoux Un mot"},
		"no phone, no logo":  {"Pour nous joindre, passez à l’accueil de la coopérative.", "Sonia Arnoux"},
		"blank":              {"Bonjour,", "C’était le à", "Nous vous proposons le à", "Sonia Arnoux : 06 39 98 12 15"},
		"long names":         {"CHÂTELAIN-QUÉMÉNEUR", "06 39 98 12 15", "Pays du Bocage", "jusqu’à 16 h 30"},
	} {
		got := text(t, cardPath(t, name, passages()[name], "fr"))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: the card does not say %q:\n%s", name, w, got)
			}
		}
	}
}

// TestACardReproachesNothing looks at the words themselves: a card is no penalty (domain, section 5.3).
func TestACardReproachesNothing(t *testing.T) {
	for name, p := range passages() {
		got := strings.ToLower(text(t, cardPath(t, name, p, "fr")))
		for _, never := range []string{"absent", "absence", "obligatoire", "pénalité", "sanction", "malgré", "relance", "dernier", "faute", "devez"} {
			if strings.Contains(got, never) {
				t.Errorf("%s says %q: %s", name, never, got)
			}
		}
	}
}

func TestFourCardsAreOneAndTheSame(t *testing.T) {
	path := cardsPath(t, "usual", aPassage(), "fr")
	if n := strings.Count(text(t, path), "Jeudi 10 décembre à 14 h 30"); n != 4 {
		t.Errorf("%d cards", n)
	}
	_, pages := greyPages(t, path)
	for _, mark := range [][4]float64{{104, 10, 106, 16}, {10, 148, 16, 149.5}, {194, 148, 200, 149.5}, {104, 281, 106, 287}} {
		if _, _, found := pages[0].ink(mark, [4]float64{}); !found {
			t.Errorf("no mark to cut along at %v", mark)
		}
	}
}

func TestTheSameCardIsTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := cardsTo(w, paper.LayPassageCards, aPassage(), textOf(t, coop.PassageCard, "fr"), words(t, "fr")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two cards of the same content differ")
	}
}
