package exchange

import (
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/assets"
)

func TestNamesAreWrittenAsNames(t *testing.T) {
	r, err := NewReader(assets.ImportColumns)
	if err != nil {
		t.Fatal(err)
	}
	n := names{Reader: r, firsts: set{}}
	for raw, want := range map[string]string{
		"DE LA TOUR": "de La Tour", "D'ARC": "d'Arc", "O'BRIEN": "O'Brien", "LE GOFF": "Le Goff",
		"DU PLESSIS": "du Plessis", "DA SILVA": "Da Silva", "MCDONALD": "McDonald", "L'HOSTIS": "L'Hostis",
		"N'DIAYE": "N'Diaye", "LEFÈVRE": "Lefèvre", "SAINT-JEAN": "Saint-Jean", "de Oliveira": "de Oliveira",
		"dupont": "Dupont", "VAN DER MEER": "Van der Meer", "ÖZTÜRK": "Öztürk", "": "", "DE": "De",
		"CHÂTELAIN-QUÉMÉNEUR": "Châtelain-Quéméneur", "BEN YOUSSEF": "Ben Youssef",
	} {
		if got := n.proper(raw, r.low); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
	for raw, want := range map[string]string{
		"MONTLUÇON": "Montluçon", "SAINT-POURÇAIN-SUR-SIOULE": "Saint-Pourçain-sur-Sioule",
		"LE HAVRE": "Le Havre", "L'ISLE-D'ABEAU": "L'Isle-d'Abeau", "VILLENEUVE-LÈS-AVIGNON": "Villeneuve-lès-Avignon",
	} {
		if got := n.place(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}

func TestPersonsInOneCellAreToldApart(t *testing.T) {
	r, err := NewReader(assets.ImportColumns)
	if err != nil {
		t.Fatal(err)
	}
	n := names{Reader: r, firsts: set{}}
	for cell, c := range map[string]struct {
		firstFirst bool
		want       string
		pair       bool
	}{
		"MME DUPONT MARIE":                  {false, "mme Marie Dupont", false},
		"DUPONT Marie":                      {true, "Marie Dupont", false},
		"Marie DUPONT":                      {false, "Marie Dupont", false},
		"M. Philippe Jean":                  {true, "m Philippe Jean", false},
		"Marie-Ange de La Tour":             {true, "Marie-Ange de La Tour", false},
		"DE LA TOUR MARIE ANGE":             {false, "Marie Ange de La Tour", false},
		"LE GOFF YANN":                      {false, "Yann Le Goff", false},
		"Oksana d'Hervé":                    {true, "Oksana d'Hervé", false},
		"M. Paul Martin et Mme Lucie Petit": {true, "m Paul Martin + mme Lucie Petit", false},
		"M. ET MME DUPONT JEAN":             {false, "Jean Dupont", true},
		"M. et Mme DUPONT Jean et Sylvie":   {false, "Jean Dupont + Sylvie Dupont", true},
		"Jean et Sylvie DUPONT":             {true, "Jean Dupont + Sylvie Dupont", false},
		"DUPONT Jean / MARTIN Sylvie":       {false, "Jean Dupont + Sylvie Martin", false},
		"DUPONT/MARTIN":                     {false, "Dupont + Martin", false},
		"MME MARTIN NEE DUPONT SYLVIE":      {false, "mme Sylvie Martin", false},
		"MME DUPONT EPOUSE MARTIN SYLVIE":   {false, "mme Sylvie Martin", false},
		"Jean Pierre Martin":                {true, "Jean Pierre Martin", false},
		"Cher":                              {true, "Cher", false},
	} {
		found, pair := n.people(cell, c.firstFirst)
		var told []string
		for _, p := range found {
			told = append(told, strings.Join(strings.Fields(string(p.Civility)+" "+p.First+" "+p.Last), " "))
		}
		if got := strings.Join(told, " + "); got != c.want || pair != c.pair {
			t.Errorf("%q: %q (pair %v), want %q", cell, got, pair, c.want)
		}
	}
}

func TestPhonesAreWrittenNationally(t *testing.T) {
	for cell, want := range map[string]string{
		"06.39.98.11.02": "0639981102", "06-39981102": "0639981102", "+33 (0)6 39 98 11 02": "0639981102",
		"639981102": "0639981102", "0033639981102": "0639981102", "33639981102": "0639981102",
		"06/39/98/11/02": "0639981102", "+262 262 12 34 56": "0262123456", "+41 79 123 45 67": "+41791234567",
		"0465719726 / 0639981102": "0465719726 0639981102", "": "", "0": "", "6,12E+08": "rounded",
		"06 39": "broken", "voir gardien": "broken", "(06) 39 98 11 02": "0639981102",
	} {
		p := readPhone(cell)
		got := strings.Join(p.numbers, " ")
		if p.rounded {
			got = "rounded"
		} else if p.broken {
			got = "broken"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestDaysAreRead(t *testing.T) {
	d := dateReader{order: dayFirst, today: "2026-11-23"}
	for cell, c := range map[string]struct {
		want coop.Day
		good bool
	}{
		"14/07/2026": {"2026-07-14", true}, "1/2/26": {"2026-02-01", true}, "01/02/57": {"1957-02-01", true},
		"20260714": {"2026-07-14", true}, "14072026": {"2026-07-14", true}, "2026-07-14T10:00": {"2026-07-14", true},
		"46217": {"2026-07-14", true}, "31/12/9999": {"", true}, "00/00/0000": {"", true}, "": {"", true},
		"0": {"", true}, "01/01/1900": {"", true}, "31/12/2099": {"", true}, "99991231": {"", true},
		"31/02/2026": {"", false}, "bientôt": {"", false}, "14/07": {"", false}, "45/45/2026": {"", false},
	} {
		if got, good := d.read(cell); got != c.want || good != c.good {
			t.Errorf("%q: %q %v, want %q %v", cell, got, good, c.want, c.good)
		}
	}
}

func TestWhatSpreadsheetsBreakIsNoticed(t *testing.T) {
	r, err := NewReader(assets.ImportColumns)
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]bool{
		"1-2": false, "A12": false, "01-févr": true, "1 févr.": true, "02-janv": true, "01/02/2026": true, "RC gauche": false,
	} {
		if got := r.wasDate(cell); got != want {
			t.Errorf("door %q was a day: %v", cell, got)
		}
	}
	for cell, want := range map[string]string{"3000": "03000", "03 000": "03000", "20137": "20137", "97400": "97400", "": ""} {
		if got, good := readPostcode(cell); got != want || !good {
			t.Errorf("postcode %q: %q", cell, got)
		}
	}
	for cell, want := range map[string]lotKind{
		"Logement": kindHome, "T3": kindHome, "F2 bis": kindHome, "Garage": "garage", "Box fermé": "garage",
		"PLACE DE PARKING": "parking", "Local commercial": "shop", "Cave": "cellar", "Logement avec garage": kindHome,
		"Local technique": "other", "": kindHome,
	} {
		if got, known := r.kindOf(cell); got != want || !known {
			t.Errorf("lot %q: %q", cell, got)
		}
	}
}
