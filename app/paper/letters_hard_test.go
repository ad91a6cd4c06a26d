package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// hardLetters are letters of every kind for whom it is hardest to write.
func hardLetters() map[string]func(*coop.Letter) {
	return map[string]func(*coop.Letter){
		"a name of 60 letters": func(l *coop.Letter) {
			l.Household.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Marie-Antoinette-Joséphine", Last: "de La Rochefoucauld-Châtelain-Vandenbroucke-Quéméneur-Duval"}}
		},
		"a street of 70 letters": func(l *coop.Letter) {
			l.Residence.Address = "1247 ter boulevard du Commandant Jean-Baptiste Charcot, entrée du parc"
		},
		"no officer":      func(l *coop.Letter) { l.Officer = coop.Staff{} },
		"no contacts":     func(l *coop.Letter) { l.Coop = coop.Coop{Name: l.Coop.Name} },
		"nothing of ours": func(l *coop.Letter) { l.Coop, l.Logo, l.Officer = coop.Coop{}, nil, coop.Staff{} },
		"a broken logo":   func(l *coop.Letter) { l.Logo = []byte("\x89PNG and then nothing") },
		"a logo of 4,000": func(l *coop.Letter) { l.Logo = hugeLogo },
		"a Ukrainian": func(l *coop.Letter) {
			l.Household.Holders = []coop.Cooperator{{First: "Олександра", Last: "Ґудзь-Шевченко"}}
		},
		"three holders": func(l *coop.Letter) {
			l.Household.Holders = slices.Concat(stretched(aStop(10, 0)).Row.Holders, []coop.Cooperator{{First: "Jean", Last: "Roy"}})
		},
	}
}

var hugeLogo = func() []byte {
	wide := image.NewGray(image.Rect(0, 0, 4000, 1500))
	for i := range wide.Pix {
		wide.Pix[i] = uint8(i / 4000 / 8)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, wide); err != nil {
		panic(err)
	}
	return out.Bytes()
}()

// TestTheHardestLettersAreGoodPages looks at each kind for each of them: one page within its margins, an
// address of six lines in the window, and nothing else in it.
func TestTheHardestLettersAreGoodPages(t *testing.T) {
	always, ever := [4]float64{100, 55, 190, 79}, [4]float64{90, 44, 200, 90}
	for name, change := range hardLetters() {
		for _, kind := range coop.Letters() {
			l := aLetter(kind)
			change(&l)
			path := shipped(t, name+" "+string(kind), l, "fr")
			if got := tool(t, "pdfinfo", path); !strings.Contains(got, "Pages:           1\n") {
				t.Errorf("%s, %s: %s", kind, name, got)
			}
			keepsItsMargins(t, path)
			keepsWordsApart(t, path)
			saysNoKeys(t, text(t, path))
			_, pages := greyPages(t, path)
			if x, y, found := pages[0].ink(ever, always); found {
				t.Errorf("%s, %s: the window can show something at %.1f, %.1f mm", kind, name, x, y)
			}
			lines := map[string]bool{}
			for _, w := range placedWords(t, path) {
				if w.at[2] > always[0] && w.at[0] < always[2] && w.at[3] > always[1] && w.at[1] < always[3] {
					lines[fmt.Sprintf("%.0f", w.at[3]*10)] = true
				}
			}
			if len(lines) == 0 || len(lines) > 6 {
				t.Errorf("%s, %s: %d lines in the window", kind, name, len(lines))
			}
		}
	}
}

// TestLettersSayWhatTheyAreFor reads the sentences that each stands or falls with.
func TestLettersSayWhatTheyAreFor(t *testing.T) {
	for kind, want := range map[coop.PaperKind][]string{
		coop.IntegrationLetter: {"Vous avez emménagé le 1er mars 2011", "parcours d’intégration", "mardi 1er décembre 2026 à 10 h", "environ 45 min", "Sonia Arnoux", "pas un contrôle", "attestation d’assurance", "Appelez Sonia Arnoux au 06 39 98 12 15", "un interprète"},
		coop.SecondDateLetter:  {"mardi 24 novembre à 10 h", "Cela arrive", "mardi 1er décembre 2026 à 10 h", "Cela ne change rien à votre contrat"},
		coop.ClosingLetter:     {"C’est votre choix", "L’agence vous répond au 04 65 71 42 10, du lundi au vendredi"},
		coop.ThanksLetter:      {"Vous nous avez ouvert votre porte mardi 1er décembre à 10 h", "Votre fiche de bienvenue accompagne ce courrier", "Régler la porte du hall", "D’ici au 20 décembre 2026"},
		coop.MemberLetter:      {"Vous faites partie de la coopérative", "1 part sociale", "16 €", "14 septembre 2026", "n’est pas un placement", "selon nos", "une personne, une voix", "lundi 14 juin 2027, salle des fêtes"},
		coop.LoyaltyLetter:     {"Cela fait 15 ans", "vendredi 15 janvier 2027", "Votre nom ne figure pas", "Vous préférez ne plus recevoir"},
		coop.AgmLetter:         {"À vos agendas", "lundi 14 juin 2027 à 18 h 30", "Ce n’est pas la convocation", "une personne, une voix"},
		coop.WorkshopLetter:    {"Jardiner au pied de l’immeuble", "samedi 10 avril 2027 à 10 h"},
	} {
		got := text(t, shipped(t, string(kind), aLetter(kind), "fr"))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s does not say %q:\n%s", kind, w, got)
			}
		}
	}
}

// TestNoLetterTellsOfAShareThatIsNotTheirs tries every state of the share on the letters that speak of it.
func TestNoLetterTellsOfAShareThatIsNotTheirs(t *testing.T) {
	for _, state := range coop.ShareStates() {
		for _, kind := range []coop.PaperKind{coop.MemberLetter, coop.AgmLetter, coop.ClosingLetter} {
			l := aLetter(kind)
			l.Household.Share = coop.Share{State: state, Number: 2, Cents: 3200, Since: "2026-09-14"}
			got := text(t, shipped(t, string(kind)+" "+string(state), l, "fr"))
			holds := state == coop.ShareSubscribed
			for _, only := range []string{"votre voix y compte", "grâce à votre part sociale", "Vous restez bien sûr coopérateur", "Vous faites partie"} {
				if !holds && strings.Contains(got, only) {
					t.Errorf("%s, %s: says %q", kind, state, only)
				}
			}
			if told := strings.Contains(got, "2 parts sociales"); told && !holds && state != coop.ShareToRepay {
				t.Errorf("%s, %s: tells of shares", kind, state)
			}
			if kind == coop.MemberLetter && state == coop.ShareToRepay && !strings.Contains(got, "son remboursement est en cours") {
				t.Errorf("a share that is being repaid is not told of:\n%s", got)
			}
		}
	}
}

// TestATranslationSaysWhatCounts looks at the back of a letter.
func TestATranslationSaysWhatCounts(t *testing.T) {
	l := aLetter(coop.IntegrationLetter)
	path := kept(t, "letters", "translation", func(w io.Writer) error {
		page, err := paper.LayTranslation(l, textOf(t, l.Kind, "en"), words(t, "en"), fonts(), made)
		if err != nil {
			return err
		}
		return page.PDF(w, fonts(), made)
	})
	keepsItsMargins(t, path)
	keepsWordsApart(t, path)
	got := text(t, path)
	for _, want := range []string{"Courtesy translation: the French text", "Ms LEFÈVRE", "not an inspection", "Tuesday 1 December 2026"} {
		if !strings.Contains(got, want) {
			t.Errorf("the back does not say %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "03000 MOULINS") {
		t.Error("the back bears an address")
	}
}

// TestATranslationTheProgramDoesNotSpeakIsInFigures takes a text in Ukrainian that the coop wrote.
func TestATranslationTheProgramDoesNotSpeakIsInFigures(t *testing.T) {
	tpl := textOf(t, coop.IntegrationLetter, "fr")
	tpl.Language = "uk"
	for i, b := range tpl.Blocks {
		switch b.ID {
		case "welcome":
			tpl.Blocks[i].Text = "Ви живете тут з {entry}."
		case "move":
			tpl.Blocks[i].Text = "Ми домовилися на {visit-when}. Телефон: {officer-phone}."
		}
	}
	path := kept(t, "letters", "ukrainian", func(w io.Writer) error {
		page, err := paper.LayTranslation(aLetter(coop.IntegrationLetter), tpl, paper.InFigures(words(t, "fr"), "uk", time.FixedZone("", 3600)), fonts(), made)
		if err != nil {
			return err
		}
		return page.PDF(w, fonts(), made)
	})
	got := text(t, path)
	for _, want := range []string{"Ви живете тут з 01.03.2011.", "на 01.12.2026, 10:00.", "06 39 98 12 15", "14 rue des Tilleuls"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	for _, never := range []string{"décembre", "Durée", "Madame"} {
		if strings.Contains(got, never) {
			t.Errorf("it says %q:\n%s", never, got)
		}
	}
}
