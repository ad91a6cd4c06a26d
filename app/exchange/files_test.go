package exchange_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"bienvenue/app/coop"

	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"
)

const header = "N° locataire;N° bail;Nom;Prénom;Date entrée;Résidence\n"

func TestFilesAreUnderstoodWithoutBeingTold(t *testing.T) {
	one := header + "1;B1;LEFÈVRE;ÉLOÏSE;14/07/2026;Champmilan\n"
	latin9, _ := charmap.ISO8859_15.NewEncoder().String(header + "1;B1;BŒUF;Éloïse;14/07/2026;Champmilan\n")
	cp1252, _ := charmap.Windows1252.NewEncoder().String(header + "1;B1;BŒUF;Éloïse;14/07/2026;Champmilan\n")
	utf16, _ := xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM).NewEncoder().String(one)
	for name, c := range map[string]struct{ text, encoding, separator, order, last string }{
		"UTF-8":                 {one, "UTF-8", ";", "dmy", "Lefèvre"},
		"UTF-8 with its mark":   {"\ufeff" + one, "UTF-8", ";", "dmy", "Lefèvre"},
		"Windows-1252":          {cp1252, "Windows-1252", ";", "dmy", "Bœuf"},
		"ISO-8859-15":           {latin9, "ISO-8859-15", ";", "dmy", "Bœuf"},
		"UTF-16":                {utf16, "UTF-16", ";", "dmy", "Lefèvre"},
		"commas":                {strings.ReplaceAll(one, ";", ","), "UTF-8", ",", "dmy", "Lefèvre"},
		"tabs":                  {strings.ReplaceAll(one, ";", "\t"), "UTF-8", "\t", "dmy", "Lefèvre"},
		"bars":                  {strings.ReplaceAll(one, ";", "|"), "UTF-8", "|", "dmy", "Lefèvre"},
		"old line ends":         {strings.ReplaceAll(one, "\n", "\r"), "UTF-8", ";", "dmy", "Lefèvre"},
		"quotes":                {strings.ReplaceAll(one, "LEFÈVRE", `"LEFÈVRE"`), "UTF-8", ";", "dmy", "Lefèvre"},
		"a line end in a quote": {strings.ReplaceAll(one, "Champmilan", "\"Champ\nmilan\""), "UTF-8", ";", "dmy", "Lefèvre"},
		"a stray quote":         {strings.ReplaceAll(one, "Champmilan", "Champ\"milan"), "UTF-8", ";", "dmy", "Lefèvre"},
		"month first":           {strings.ReplaceAll(one, "14/07/2026", "07/14/2026"), "UTF-8", ";", "mdy", "Lefèvre"},
		"year first":            {strings.ReplaceAll(one, "14/07/2026", "20260714"), "UTF-8", ";", "ymd", "Lefèvre"},
		"year with dashes":      {strings.ReplaceAll(one, "14/07/2026", "2026-07-14 00:00:00"), "UTF-8", ";", "ymd", "Lefèvre"},
		"two figures":           {strings.ReplaceAll(one, "14/07/2026", "14/07/26"), "UTF-8", ";", "dmy", "Lefèvre"},
		"a spreadsheet's day":   {strings.ReplaceAll(one, "14/07/2026", "46217"), "UTF-8", ";", "serial", "Lefèvre"},
		"titles above":          {"Coop;;\nExtraction du 31/10/2026\n\n" + one, "UTF-8", ";", "dmy", "Lefèvre"},
		"a total below":         {one + "Total;1;;;;\n", "UTF-8", ";", "dmy", "Lefèvre"},
		"the header once more":  {one + header, "UTF-8", ";", "dmy", "Lefèvre"},
		"headers in capitals":   {strings.ToUpper(header) + one[len(header):], "UTF-8", ";", "dmy", "Lefèvre"},
		"headers with marks":    {"Num_loc;REF.CONTRAT;Nom d'usage;PRENOM;Dt entrée;CITE\n" + one[len(header):], "UTF-8", ";", "dmy", "Lefèvre"},
	} {
		t.Run(name, func(t *testing.T) {
			x := read(t, c.text)
			if x.Encoding != c.encoding || x.Separator != c.separator || x.DateOrder != c.order {
				t.Errorf("understood as %q %q %q", x.Encoding, x.Separator, x.DateOrder)
			}
			if x.Rows != 1 || len(x.Leases) != 1 {
				t.Fatalf("%d rows, %d households, rejects %v", x.Rows, len(x.Leases), x.Rejects)
			}
			l := x.Leases[0]
			if l.Holders[0].Last != c.last || l.Holders[0].First != "Éloïse" || l.Entry != "2026-07-14" {
				t.Errorf("read as %+v, entry %s", l.Holders[0], l.Entry)
			}
		})
	}
}

func TestWhatIsNoExportIsRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, key string }{
		"nothing":             {" \n", "import.refused.empty"},
		"a workbook":          {"PK\x03\x04rest", "import.refused.workbook"},
		"a PDF":               {"%PDF-1.7\n", "import.refused.not-text"},
		"a picture":           {"\x89PNG\x00\x00", "import.refused.not-text"},
		"a letter":            {"Madame,\nveuillez trouver ci-joint\n", "import.refused.header"},
		"a list without name": {"N° locataire;N° bail;Date entrée;Résidence\n1;2;01/01/2020;A\n", "import.refused.names"},
	} {
		_, err := reader(t).ReadExtract("x", []byte(c.text), today)
		if !errors.Is(err, coop.Refuse(c.key, nil)) {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
}

func TestARowThatCannotBeUsedStopsNoOther(t *testing.T) {
	x := read(t, header+
		"1;B1;DUPONT;Marie;31/02/2026;A\n"+
		"2;B2;;;01/03/2026;A\n"+
		"3;B3;DURAND;Paul;01/03/2026;A;one;more\n"+
		"4;B4;MARTIN;Luc;01/03/2026;A\n")
	if len(x.Leases) != 1 || len(x.Rejects) != 3 || x.Rows != 4 {
		t.Fatalf("%d households, rejects %v", len(x.Leases), x.Rejects)
	}
	for i, want := range []coop.RowRemark{
		{Line: 2, Column: "Date entrée", Key: "import.reject.day", Raw: "1;B1;DUPONT;Marie;31/02/2026;A"},
		{Line: 3, Column: "Nom", Key: "import.reject.name", Raw: "2;B2;;;01/03/2026;A"},
		{Line: 4, Column: "", Key: "import.reject.cells", Raw: "3;B3;DURAND;Paul;01/03/2026;A;one;more"},
	} {
		got := x.Rejects[i]
		if got.Line != want.Line || got.Column != want.Column || got.Key != want.Key || got.Raw != want.Raw {
			t.Errorf("reject %d: %+v, want %+v", i, got, want)
		}
	}
}

func TestRowsOfOneLeaseBecomeOneHousehold(t *testing.T) {
	x := read(t, header+
		"1;B1;MARTIN;Paul;01/03/2026;A\n"+
		"2;B1;DURAND;Lucie;01/03/2026;A\n"+
		"1;B1;MARTIN ;Paul;01/03/2026;A\n"+
		"3;B2;PETIT;Anne;01/03/2026;A\n"+
		"4;B2;GRAND;Jean;05/06/2026;A\n")
	if len(x.Leases) != 3 || x.Duplicates != 1 || len(x.Warnings) != 2 {
		t.Fatalf("%d households, %d duplicates, warnings %v", len(x.Leases), x.Duplicates, x.Warnings)
	}
	if h := x.Leases[0].Holders; len(h) != 2 || h[1].Last != "Durand" || h[1].Tenant != "2" {
		t.Errorf("holders %+v", h)
	}
}

func TestASharedCellIsReadAsItIsMeant(t *testing.T) {
	for cell, want := range map[string]coop.Share{
		"":          {State: coop.ShareUnknown},
		"0":         {State: coop.ShareToOffer},
		"Non":       {State: coop.ShareToOffer},
		"Oui":       {State: coop.ShareSubscribed, Number: 1, Since: "2026-02-01"},
		"2":         {State: coop.ShareSubscribed, Number: 2, Since: "2026-02-01"},
		"16,00 €":   {State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-02-01"},
		"X":         {State: coop.ShareSubscribed, Number: 1, Since: "2026-02-01"},
		"peut-être": {State: coop.ShareUnknown},
	} {
		day := ""
		if want.State == coop.ShareSubscribed {
			day = "01/02/2026"
		}
		x := read(t, "N° bail;Nom;Prénom;Part sociale;Date souscription\nB1;A;B;"+cell+";"+day+"\n")
		if len(x.Leases) != 1 || x.Leases[0].Share != want {
			t.Errorf("%q: %+v, want %+v", cell, x.Leases, want)
		}
	}
}

// BenchmarkRead reads a file of 50,000 rows.
func BenchmarkRead(b *testing.B) {
	var file strings.Builder
	file.WriteString(header)
	for i := range 50_000 {
		n := strconv.Itoa(i)
		file.WriteString(n + ";B" + n + ";DUPONT;Marie;01/03/2026;Champmilan\n")
	}
	r, src := reader(b), []byte(file.String())
	for b.Loop() {
		if x, err := r.ReadExtract("file.csv", src, today); err != nil || len(x.Leases) != 50_000 {
			b.Fatal(len(x.Leases), err)
		}
	}
}

func FuzzAnyFileIsReadOrRefused(f *testing.F) {
	f.Add(header + "1;B1;DUPONT;Marie;01/03/2026;A\n1;B1;DUPONT;Marie;01/03/2026;A\nTotal;2\n")
	f.Add("N° bail|Titulaire|Nature|Part sociale|CP|Tél|Porte\nB1|M. ET MME DUPONT/MARTIN|Garage|16,00 €|1000|6,12E+08|1-2\n")
	f.Add("\xef\xbb\xbf\"N° bail\",Acquéreur 1,Acquéreur 2,Date livraison\n\"B\n1\",M. X et Mme Y,de,45000\n")
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		x, err := r.ReadExtract("fuzz", []byte(text), today)
		if err != nil {
			var refusal *coop.RefusalError
			if !errors.As(err, &refusal) {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		left := x.Rows - x.Duplicates - len(x.Rejects)
		for _, n := range x.SetAside {
			left -= n
		}
		if left < len(x.Leases) || len(x.Leases) == 0 && left != 0 {
			t.Fatalf("%d rows left for %d households", left, len(x.Leases))
		}
		for _, l := range x.Leases {
			if len(l.Holders) == 0 {
				t.Fatalf("line %d: a household without holders", l.Line)
			}
		}
	})
}
