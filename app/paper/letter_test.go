package paper_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

func aReminder() coop.Letter { return aLetter(coop.ReminderLetter) }

func reminders() map[string]coop.Letter {
	all := map[string]coop.Letter{"usual": aReminder()}
	r := aReminder()
	about(&r, aDay().Stops[1])
	r.Officer.Phone, r.Logo = "", tallLogo
	all["two holders, a house"] = r
	r = aReminder()
	r.Visit.Place, r.Household.Product = coop.AtOffice, coop.Copro
	all["at the office"] = r
	r = aReminder()
	r.Visit.Place, r.Coop.DataContact = coop.ByPhone, ""
	all["on the telephone"] = r
	r = aReminder()
	r.Coop.AgencyPhone, r.Logo, r.Officer = "", nil, coop.Staff{}
	all["no phone, no logo"] = r
	all["nothing known"] = coop.Letter{Kind: coop.ReminderLetter, Visit: aReminder().Visit}
	r = aReminder()
	about(&r, stretched(aStop(10, 0)))
	r.Officer.Name = "Marie-Françoise Vandenbroucke-Châtelain"
	r.Coop.Name = "Société coopérative de production d’habitations à loyer modéré des Pays du Bocage"
	r.Coop.Address = "1247 bis avenue du Maréchal Jean de Lattre de Tassigny, 03000 Saint-Rémy-en-Bouzemont"
	r.Coop.AgencyHours = "du lundi au jeudi de 8 h 45 à 12 h 15 et de 13 h 45 à 17 h 15, le vendredi jusqu’à 16 h 30"
	all["long names"] = r
	r.Residence.Address = strings.Repeat(r.Residence.Address+" ", 3)
	r.Residence.Name, r.Residence.Town = strings.Repeat(r.Residence.Name+" ", 3), strings.Repeat(r.Residence.Town+" ", 3)
	r.Household.Holders = append(r.Household.Holders, r.Household.Holders...)
	r.Coop.Name, r.Officer.Name = strings.Repeat(r.Coop.Name+" ", 3), strings.Repeat(r.Officer.Name+" ", 3)
	r.Coop.DataContact = strings.Repeat("Délégation à la protection des données ", 5)
	all["beyond reason"] = r
	return all
}

func letterPath(t *testing.T, name string, l coop.Letter, lang string) string {
	t.Helper()
	return shipped(t, "reminder "+name, l, lang)
}

func TestALetterIsOneSoundPage(t *testing.T) {
	for name, r := range reminders() {
		t.Run(name, func(t *testing.T) {
			path := letterPath(t, name, r, "fr")
			if got := isSound(t, path); got != 1 {
				t.Errorf("%d pages", got)
			}
			keepsItsMargins(t, path)
			keepsWordsApart(t, path)
			saysNoKeys(t, text(t, path))
			saysNoKeys(t, text(t, letterPath(t, name, r, "en")))
		})
	}
}

func TestALetterSaysWhatItShould(t *testing.T) {
	for name, want := range map[string][]string{
		"usual": {
			"3 place du Marché, 03100 Montluçon", "Montluçon, le 23 novembre 2026", "Votre visite de bienvenue, mardi 1er décembre à 10 h", "Madame LEFÈVRE,",
			"mardi 1er décembre 2026 à 10 h", "environ 45 min", "Sonia Arnoux", "chez vous, 14 rue des Tilleuls", "vos questions",
			"attestation d’assurance", "dernier avis d’échéance", "Appelez Sonia Arnoux au 06 39 98 12 15, ou l’agence au 04 65 71 42 10 :",
			"pas un contrôle", "Une autre langue", "À bientôt,", "organiser cette visite", "donnees@foyers-bocage.example.org", "cnil.fr",
		},
		"two holders, a house": {"M. Jean-Noël VIDAL et Mme Chloé ÖZTÜRK", "Monsieur VIDAL et Madame ÖZTÜRK,", "Appelez l’agence au 04 65 71 42 10 :", "ce qui reste à reprendre"},
		"at the office":        {"Votre rendez-vous de bienvenue", "à l’agence, 3 place du Marché", "appel de charges", "rien ne vous y oblige"},
		"on the telephone":     {"nous vous appelons au 06 39 98 11 02", "rectification, opposition : à l’accueil"},
		"no phone, no logo":    {"Dites-le-nous à l’accueil de la coopérative"},
		"nothing known":        {"Bonjour,", "chez vous", "la coopérative. Accès"},
		"long names":           {"Madame DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR et Monsieur VANDENBROUCKE-RAKOTOMALALA,", "06 39 98 12 15", "jusqu’à 16 h 30"},
	} {
		got := text(t, letterPath(t, name, reminders()[name], "fr"))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: the letter does not say %q:\n%s", name, w, got)
			}
		}
	}
}

// TestTheWindowShowsTheAddressAndNothingElse takes a DL envelope with a window of 35 × 100 mm, 20 mm from
// the right and lower edges: the page slides in it by 10 mm across and 11 mm up and down.
func TestTheWindowShowsTheAddressAndNothingElse(t *testing.T) {
	always := [4]float64{100, 55, 190, 79} // what the window shows however the page lies
	ever := [4]float64{90, 44, 200, 90}    // what it can show
	for name, r := range reminders() {
		t.Run(name, func(t *testing.T) {
			path := letterPath(t, name, r, "fr")
			_, pages := greyPages(t, path)
			if x, y, found := pages[0].ink(ever, always); found {
				t.Errorf("the window can show something at %.1f, %.1f mm", x, y)
			}
			lines := map[string]bool{}
			for _, w := range placedWords(t, path) {
				if w.at[2] > always[0] && w.at[0] < always[2] && w.at[3] > always[1] && w.at[1] < always[3] {
					lines[fmt.Sprintf("%.0f", w.at[3]*10)] = true
				}
			}
			if len(lines) > 6 || len(lines) == 0 && len(r.Household.Holders) > 0 {
				t.Errorf("%d lines in the window", len(lines))
			}
		})
	}
}

// TestAnAddressIsAsThePostWantsIt reads the lines of the window (NF Z 10-011).
func TestAnAddressIsAsThePostWantsIt(t *testing.T) {
	for name, want := range map[string][]string{
		"usual":                {"Mme Éloïse LEFÈVRE", "3e étage, porte 12", "BÂT B ESC 2 RÉSIDENCE CHAMPMILAN", "14 RUE DES TILLEULS", "03000 MOULINS"},
		"two holders, a house": {"M. Jean-Noël VIDAL et Mme Chloé ÖZTÜRK", "Porte 30", "LES TERRASSES DU CHER", "5 RUE BENOIST D AZY", "03100 MONTLUÇON"},
		"long names": {
			"Mme DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR", "12e étage, A-1203", "BAT DES ACACIAS ESCALIER D HONNEUR", "1247 BIS AV DU MAL JEAN DE LATTRE DE",
			"TASSIGNY ENT NORD EST", "03000 ST RÉMY EN BOUZEMONT ST GENEST",
		},
		"beyond reason": {
			"Mme DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR", "12e étage, A-1203", "BAT DES ACACIAS ESCALIER D HONNEUR", "1247 BIS AV DU MAL JEAN DE LATTRE DE",
			"TASSIGNY ENT NORD EST 1247 BIS AV DU", "03000 ST RÉMY EN BOUZEMONT ST GENEST",
		},
		"nothing known": nil,
	} {
		path := letterPath(t, name, reminders()[name], "fr")
		// The window in points: left, top, width, height.
		part := tool(t, "pdftotext", "-layout", "-r", "72", "-x", "283", "-y", "150", "-W", "270", "-H", "80", path, "-")
		var got []string
		for line := range strings.Lines(part) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				got = append(got, line)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
		for _, line := range got {
			if utf8.RuneCountInString(line) > 38 {
				t.Errorf("%s: %q is longer than 38 letters", name, line)
			}
		}
	}
}

func TestAMailSaysTheSameAsTheLetter(t *testing.T) {
	subject, body := paper.LetterText(aReminder(), textOf(t, coop.ReminderLetter, "fr"), words(t, "fr"), made)
	if strings.Join(strings.Fields(subject), " ") != "Votre visite de bienvenue, mardi 1er décembre à 10 h" {
		t.Errorf("subject %q", subject)
	}
	flat := strings.Join(strings.Fields(body), " ")
	for _, want := range []string{
		"Madame LEFÈVRE,", "Quand : mardi 1er décembre 2026 à 10 h", "Durée : environ 45 min", "Avec : Sonia Arnoux", "Où : chez vous, 14 rue des Tilleuls",
		"- vos questions", "- votre attestation d’assurance habitation", "Appelez Sonia Arnoux au 06 39 98 12 15", "pas un contrôle", "À bientôt, Sonia Arnoux Les Foyers du Bocage",
		"-- Vos données", "cnil.fr",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("the mail does not say %q:\n%s", want, body)
		}
	}
}

func TestAMailHasNoLinesOfOthersMaking(t *testing.T) {
	for name, r := range reminders() {
		r.Officer.Name = "Sonia Arnoux\r\nBcc: all@example.org"
		for _, lang := range []string{"fr", "en"} {
			subject, body := paper.LetterText(r, textOf(t, r.Kind, lang), words(t, lang), made)
			if strings.ContainsAny(subject, "\r\n") || strings.Contains(body, "\r") || strings.Contains(body, "\nBcc:") || strings.Contains(body, "\n\n\n") {
				t.Errorf("%s: %q\n%s", name, subject, body)
			}
			if strings.Contains(subject, "LEF") || strings.Contains(subject, "Sonia") {
				t.Errorf("%s: the subject names a person: %s", name, subject)
			}
			saysNoKeys(t, strings.Join(strings.Fields(body), " "))
		}
	}
}

func TestTheSameLetterIsTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		page, err := paper.LayLetter(aReminder(), textOf(t, coop.ReminderLetter, "fr"), words(t, "fr"), fonts(), made)
		if err != nil {
			t.Fatal(err)
		}
		if err := page.PDF(w, fonts(), made); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two letters of the same content differ")
	}
}
