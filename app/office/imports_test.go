package office_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"golang.org/x/text/encoding/charmap"

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
	"bienvenue/app/office"
	"bienvenue/assets"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// importDesk is an office over a real archive, with a reader of ERP files.
type importDesk struct {
	*office.Office
	archive *sqlite.Archive
	reader  *exchange.Reader
	by      coop.Actor
	now     time.Time
}

func newImportDesk(tb testing.TB) *importDesk {
	tb.Helper()
	d := &importDesk{now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return d.now }
	archive, err := data.Open(tb.Context(), filepath.Join(tb.TempDir(), "bienvenue.db"), data.Options{
		Create: true, Now: clock, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { archive.Close() })
	d.reader, err = exchange.NewReader(assets.ImportColumns)
	if err != nil {
		tb.Fatal(err)
	}
	d.archive = archive
	d.Office = office.New(office.Params{
		Store: archive, Now: clock, Zone: time.UTC,
		NewID: func() string { return uuid.Must(uuid.NewV7()).String() },
	})
	d.by = coop.Actor{Staff: coop.Staff{ID: coop.StaffID(uuid.NewString()), Name: "Sonia Arnoux", Login: "sonia", Role: coop.Administrator, Active: true}, Device: "test"}
	if err := archive.Keep(tb.Context(), coop.Change{Staff: []coop.Staff{d.by.Staff}}); err != nil {
		tb.Fatal(err)
	}
	return d
}

func (d *importDesk) plan(tb testing.TB, name string, src []byte) coop.ImportPlan {
	tb.Helper()
	x, err := d.reader.ReadExtract(name, src, d.Today())
	if err != nil {
		tb.Fatal(err)
	}
	p, err := d.PlanImport(tb.Context(), d.by, x)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func (d *importDesk) run(tb testing.TB, name string, src []byte) coop.ImportCounts {
	tb.Helper()
	p := d.plan(tb, name, src)
	c, err := d.RunImport(tb.Context(), d.by, p, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func (d *importDesk) household(tb testing.TB, ref string) coop.Household {
	tb.Helper()
	id, err := d.archive.FindHousehold(tb.Context(), ref)
	if err != nil {
		tb.Fatalf("%s: %v", ref, err)
	}
	h, err := d.archive.Household(tb.Context(), id)
	if err != nil {
		tb.Fatal(err)
	}
	return h
}

func sampleFile(tb testing.TB, name string) []byte {
	tb.Helper()
	src, err := os.ReadFile(filepath.Join("..", "exchange", "testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

const (
	tenantsFile  = "locataires-2026-10.csv"
	purchaseFile = "accession-2026-10.csv"
)

func wantCounts(t *testing.T, what string, got coop.ImportCounts, rows, fresh, changed, same, gone int) {
	t.Helper()
	if got.Rows != rows || got.New != fresh || got.Changed != changed || got.Unchanged != same || got.Gone != gone {
		t.Errorf("%s: %+v, want %d rows, %d new, %d changed, %d unchanged, %d gone", what, got, rows, fresh, changed, same, gone)
	}
}

func TestASecondImportOfTheSameFileChangesNothing(t *testing.T) {
	d := newImportDesk(t)
	tenants, purchases := sampleFile(t, tenantsFile), sampleFile(t, purchaseFile)
	wantCounts(t, "tenants", d.run(t, tenantsFile, tenants), 690, 509, 0, 0, 0)
	wantCounts(t, "purchases", d.run(t, purchaseFile, purchases), 64, 64, 0, 0, 0)
	d.now = d.now.AddDate(0, 0, 3)
	wantCounts(t, "tenants again", d.run(t, tenantsFile, tenants), 690, 0, 0, 509, 0)
	wantCounts(t, "purchases again", d.run(t, purchaseFile, purchases), 64, 0, 0, 64, 0)
	if p := d.plan(t, tenantsFile, tenants); p.Writes() != 0 || len(p.Quiet) != 0 || len(p.Residences) != 0 {
		t.Errorf("still to write: %d, %d, %d", p.Writes(), len(p.Quiet), len(p.Residences))
	}
	residences, err := d.archive.Residences(t.Context())
	if err != nil || len(residences) != 11 {
		t.Errorf("%d residences, %v: want 8 rented and 3 sold", len(residences), err)
	}
	h := d.household(t, "MON01-942-6")
	if len(h.Holders) != 2 || h.Dwelling.Heating != coop.DistrictHeating || h.Entry != "2026-10-25" || h.Share.State != coop.ShareSubscribed {
		t.Errorf("kept as %+v", h)
	}
	journal, err := d.archive.Journal(t.Context(), h.ID)
	if err != nil || len(journal) != 1 || journal[0].Act != coop.ActImported {
		t.Errorf("journal %v, %v", journal, err)
	}
}

// edit changes one line of the tenants' file, found by its lease code.
func edit(t *testing.T, src []byte, lease string, change func(cells []string) []string) []byte {
	t.Helper()
	text, err := charmap.Windows1252.NewDecoder().Bytes(src)
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for _, line := range strings.Split(string(text), "\r\n") {
		if strings.Contains(line, ";"+lease+";") {
			cells := change(strings.Split(line, ";"))
			if cells == nil {
				continue
			}
			line = strings.Join(cells, ";")
		}
		kept = append(kept, line)
	}
	out, err := charmap.Windows1252.NewEncoder().Bytes([]byte(strings.Join(kept, "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestALaterFileTellsNewChangedAndGone(t *testing.T) {
	d := newImportDesk(t)
	first := sampleFile(t, tenantsFile)
	d.run(t, tenantsFile, first)
	later := edit(t, first, "VIC01-548-7", func([]string) []string { return nil }) // gone
	later = edit(t, later, "MON01-942-6", func(c []string) []string {
		c[7], c[10] = "06 39 98 00 01", "30/11/2026" // a new mobile and an exit
		return c
	})
	later = edit(t, later, "DOM01-708-4", func(c []string) []string {
		c[1], c[0] = "DOM01-999-9", "109999" // somebody else's lease: one new, one gone
		c[3], c[4], c[9] = "NOUVEAU", "ANNE", "20/11/2026"
		return c
	})
	d.now = d.now.AddDate(0, 1, 0)
	plan := d.plan(t, "locataires-2026-11.csv", later)
	wantCounts(t, "the plan", plan.Counts(), 689, 1, 1, 506, 2)
	fields := map[coop.ImportField]string{}
	for _, c := range plan.Changed[0].Changes {
		fields[c.Field] = c.From + " > " + c.To
	}
	if len(fields) != 2 || fields[coop.ImportMobile] != "0639980312 > 0639980001" || fields[coop.ImportExit] != " > 2026-11-30" {
		t.Errorf("changes %v", fields)
	}
	wantCounts(t, "the run", d.run(t, "locataires-2026-11.csv", later), 689, 1, 1, 506, 2)
	if h := d.household(t, "VIC01-548-7"); h.Gone != d.Today() {
		t.Errorf("gone on %q", h.Gone)
	}
	wantCounts(t, "once more", d.run(t, "locataires-2026-11.csv", later), 689, 0, 0, 508, 0)
	wantCounts(t, "the first file again", d.run(t, tenantsFile, first), 690, 0, 3, 506, 1)
	if h := d.household(t, "VIC01-548-7"); h.Gone != "" {
		t.Error("a household that the ERP lists again is no longer gone")
	}
	if part := plan.Partial(); part.Counts().Gone != 0 || plan.Counts().Gone != 2 {
		t.Error("a partial file takes nobody for gone")
	}
}

func TestAHouseholdWhoseRowCannotBeReadIsNotGone(t *testing.T) {
	d := newImportDesk(t)
	first := sampleFile(t, tenantsFile)
	d.run(t, tenantsFile, first)
	later := edit(t, first, "VIC01-548-7", func(c []string) []string { c[9] = "31/02/2026"; return c })
	c := d.run(t, tenantsFile, later)
	wantCounts(t, "one row is broken", c, 690, 0, 0, 508, 0)
	if c.Rejected != 1 {
		t.Errorf("%d rejected", c.Rejected)
	}
}

func TestWhatStaffCorrectedStays(t *testing.T) {
	d := newImportDesk(t)
	first := sampleFile(t, tenantsFile)
	d.run(t, tenantsFile, first)
	h := d.household(t, "MON01-942-6")
	h.Holders[0].First, h.Holders[0].Mobile = "Béatrice", "0639980099"
	h.Dwelling.Door, h.Language, h.Wishes, h.Landlord = "RC droite", "pt", "plutôt le matin", coop.LandlordSocial
	h.Share = coop.Share{State: coop.ShareRefused, Since: "2026-11-20"}
	if err := d.EditHousehold(t.Context(), d.by, h); err != nil {
		t.Fatal(err)
	}
	wantCounts(t, "the same file", d.run(t, tenantsFile, first), 690, 0, 0, 509, 0)
	later := edit(t, first, "MON01-942-6", func(c []string) []string {
		c[6], c[7], c[16] = "01 99 00 00 01", "", "" // the ERP has another phone, and lost the mobile and the door
		return c
	})
	wantCounts(t, "a later file", d.run(t, tenantsFile, later), 690, 0, 1, 508, 0)
	got := d.household(t, "MON01-942-6")
	if got.Holders[0].First != "Béatrice" || got.Holders[0].Mobile != "0639980099" || got.Holders[0].Phone != "0199000001" ||
		got.Dwelling.Door != "RC droite" || got.Language != "pt" || got.Landlord != coop.LandlordSocial || got.Share.State != coop.ShareRefused || got.Holders[0].ID != h.Holders[0].ID {
		t.Errorf("kept as %+v", got)
	}
}

func TestHoldersComeAndGo(t *testing.T) {
	const header = "N° locataire;N° bail;Nom;Prénom;Nom cotitulaire;Date entrée;Résidence\n"
	d := newImportDesk(t)
	d.run(t, "a.csv", []byte(header+"1;B1;PETIT;ANNE;Paul Petit;01/02/2026;Champmilan\n"))
	before := d.household(t, "B1")
	wantCounts(t, "a name put right and the second one gone", d.run(t, "a.csv", []byte(header+"1;B1;PETIT-GRAND;ANNE;;01/02/2026;Champmilan\n")), 1, 0, 1, 0, 0)
	after := d.household(t, "B1")
	if len(after.Holders) != 1 || after.Holders[0].Last != "Petit-Grand" || after.Holders[0].ID != before.Holders[0].ID {
		t.Errorf("holders %+v", after.Holders)
	}
	wantCounts(t, "somebody joins", d.run(t, "a.csv", []byte(header+"1;B1;PETIT-GRAND;ANNE;Luc Moreau;01/02/2026;Champmilan\n")), 1, 0, 1, 0, 0)
	if h := d.household(t, "B1"); len(h.Holders) != 2 || h.Holders[1].ID == "" {
		t.Errorf("holders %+v", h.Holders)
	}
	wantCounts(t, "the same two in the other order", d.run(t, "a.csv", []byte(header+"2;B1;MOREAU;LUC;Anne Petit-Grand;01/02/2026;Champmilan\n")), 1, 0, 1, 0, 0)
	if h := d.household(t, "B1"); h.ID != before.ID || len(h.Holders) != 2 {
		t.Errorf("another household: %+v", h)
	}
}

func TestAHouseholdEnteredByHandIsTakenOver(t *testing.T) {
	d := newImportDesk(t)
	id, err := d.AddHousehold(t.Context(), d.by, coop.Household{
		Lease: "B1", Product: coop.Rental, Holders: []coop.Cooperator{{Last: "Petit", First: "Anne", Mobile: "0639980042"}},
	}, coop.Residence{Name: "Champmilan"})
	if err != nil {
		t.Fatal(err)
	}
	c := d.run(t, "a.csv", []byte("N° locataire;N° bail;Nom;Prénom;Portable;Date entrée;Résidence\n1;B1;PETIT;ANNE;0639980043;01/02/2026;Champmilan\n"))
	wantCounts(t, "the ERP lists them", c, 1, 0, 1, 0, 0)
	h := d.household(t, "B1")
	if h.ID != id || h.Entry != "2026-02-01" || h.Holders[0].Mobile != "0639980042" || h.Holders[0].Tenant != "1" || h.Source == "" {
		t.Errorf("kept as %+v", h)
	}
}

func TestOtherColumnsBringNobodyTwice(t *testing.T) {
	d := newImportDesk(t)
	d.run(t, "a.csv", []byte("N° locataire;N° bail;Nom;Prénom;Date entrée;Résidence\n1;B1;PETIT;ANNE;01/02/2026;Champmilan\n"))
	c := d.run(t, "b.csv", []byte("N° bail;Nom;Prénom;Téléphone;Résidence\nB1;PETIT;ANNE;0199000042;Champmilan\n"))
	if c.New != 0 || c.Changed+c.Unchanged != 1 {
		t.Errorf("an export with other columns: %+v", c)
	}
}

func TestACancelledImportLeavesNothing(t *testing.T) {
	d := newImportDesk(t)
	p := d.plan(t, tenantsFile, sampleFile(t, tenantsFile))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := d.RunImport(ctx, d.by, p, func(done, _ int) {
		if done == 100 {
			cancel()
		}
	})
	if !errors.Is(err, coop.Refuse("import.refused.cancelled", nil)) {
		t.Errorf("answered %v", err)
	}
	if n, err := d.archive.CountRows(t.Context(), coop.RowFilter{}); n != 0 || err != nil {
		t.Errorf("%d households left behind, %v", n, err)
	}
	if residences, _ := d.archive.Residences(t.Context()); len(residences) != 0 {
		t.Errorf("%d residences left behind", len(residences))
	}
	var last, total int
	if _, err := d.RunImport(t.Context(), d.by, p, func(n, of int) { last, total = n, of }); err != nil || last != 509 || total != 509 {
		t.Errorf("the same plan afterwards: %d of %d, %v", last, total, err)
	}
}

func TestAPlanThatHasGrownOldIsNotRun(t *testing.T) {
	d := newImportDesk(t)
	src := sampleFile(t, tenantsFile)
	one, other := d.plan(t, tenantsFile, src), d.plan(t, tenantsFile, src)
	if _, err := d.RunImport(t.Context(), d.by, one, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := d.RunImport(t.Context(), d.by, other, nil); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("answered %v", err)
	}
	if n, _ := d.archive.CountRows(t.Context(), coop.RowFilter{}); n != 509 {
		t.Errorf("%d households", n)
	}
}

func TestTheERPsChangeOfAResidenceIsTakenOver(t *testing.T) {
	const header = "N° locataire;N° bail;Nom;Prénom;Date entrée;Programme;Résidence;Ville;Gestionnaire\n"
	d := newImportDesk(t)
	d.run(t, "a.csv", []byte(header+"1;B1;PETIT;ANNE;01/02/2026;P1;Les Tilleuls;VICHY;K. Belhadj\n2;B2;GRAND;LUC;01/02/2026;P1;Les Tilleuls;VICHY;P. Vernet\n3;B3;MOREAU;LÉA;01/02/2026;P1;Les Tilleuls;VICHY;P. Vernet\n"))
	known, err := d.archive.Residences(t.Context())
	if err != nil || len(known) != 1 {
		t.Fatal(known, err)
	}
	known[0].Heater = "Chaleur du Bocage, 01 99 00 41 20"
	if err := d.EditResidence(t.Context(), d.by, known[0]); err != nil {
		t.Fatal(err)
	}
	d.run(t, "a.csv", []byte(header+"1;B1;PETIT;ANNE;01/02/2026;P1;Le Parc;VICHY;S. Arnoux\n2;B2;GRAND;LUC;01/02/2026;P1;Le Parc;VICHY;S. Arnoux\n3;B3;MOREAU;LÉA;01/02/2026;P1;Le Parc;VICHY;P. Vernet\n"))
	residences, err := d.archive.Residences(t.Context())
	if err != nil || len(residences) != 1 || residences[0].Name != "Le Parc" || residences[0].Manager != "S. Arnoux" || residences[0].Town != "Vichy" ||
		residences[0].Heater != known[0].Heater {
		t.Errorf("residences %+v, %v", residences, err)
	}
}

// BenchmarkImport imports a file of 50,000 rows into a new archive: reading, planning and writing.
func BenchmarkImport(b *testing.B) {
	var file bytes.Buffer
	file.WriteString("N° locataire;N° bail;Civ.;Nom;Prénom;Portable;Date entrée;Programme;Résidence;Porte;CP;Ville;Nb parts\n")
	for i := range 50_000 {
		n, site := strconv.Itoa(i), strconv.Itoa(i%300)
		file.WriteString(n + ";B" + n + ";MME;DUPONT;MARIE;0639981102;01/03/2026;P" + site + ";Champmilan " + site + ";A" + n + ";3000;MOULINS;1\n")
	}
	var took time.Duration
	for range b.N {
		b.StopTimer()
		d := newImportDesk(b)
		b.StartTimer()
		began := time.Now()
		if c := d.run(b, "long.csv", file.Bytes()); c.New != 50_000 {
			b.Fatalf("%+v", c)
		}
		took += time.Since(began)
	}
	b.ReportMetric(took.Seconds()/float64(b.N), "s/50000")
}
