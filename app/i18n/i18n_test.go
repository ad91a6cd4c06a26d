package i18n_test

import (
	"os"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

func words(t *testing.T, lang string) *i18n.Words {
	t.Helper()
	catalog, err := i18n.Load(os.DirFS("../../assets/words"))
	if err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Words(lang, zone)
}

func TestThingsAreWrittenAsTheLanguageWritesThem(t *testing.T) {
	fr, en := words(t, "fr"), words(t, "en")
	at := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	eloise := coop.Cooperator{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre"}
	paul := coop.Cooperator{Civility: coop.Monsieur, First: "Paul", Last: "Nuñez"}
	for name, c := range map[string]struct{ got, want string }{
		"a day":                  {fr.Day("2026-07-14"), "mardi 14\u00a0juillet"},
		"the first of a month":   {fr.When(at), "mardi 1er\u00a0décembre à 10\u00a0h"},
		"a day in figures":       {fr.DayShort("2026-07-04"), "04/07/2026"},
		"no day":                 {fr.Day(""), ""},
		"an hour and a half":     {fr.Minutes(90), "1\u00a0h\u00a030"},
		"a round sum":            {fr.Money(1600), "16\u00a0€"},
		"a sum with cents":       {fr.Money(1650), "16,50\u00a0€"},
		"a share":                {fr.Percent(0.867), "87\u202f%"},
		"a person":               {fr.Person(eloise), "Mme Éloïse LEFÈVRE"},
		"two persons":            {fr.People([]coop.Cooperator{eloise, paul}), "Mme Éloïse LEFÈVRE et M. Paul NUÑEZ"},
		"two persons addressed":  {fr.Address([]coop.Cooperator{eloise, paul}), "Madame LEFÈVRE et Monsieur NUÑEZ"},
		"a person in English":    {en.Person(eloise), "Ms Éloïse LEFÈVRE"},
		"a phone":                {fr.Phone("0639981102"), "06\u00a039\u00a098\u00a011\u00a002"},
		"a phone from elsewhere": {fr.Phone("+41791234567"), "+41791234567"},
		"an instant of a rule":   {fr.T("visit.refused.held", i18n.Args{"By": "Anne", "Until": at})[47:70], "Anne, jusqu’à 10\u00a0h."},
		"a missing key":          {fr.T("nothing.here"), "⟦nothing.here⟧"},
		"an unknown error":       {en.Error(os.ErrClosed)[:9], "Something"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}
