package imports_test

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/ui/imports"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"
	"bienvenue/data"
)

// desk joins a real office to files in memory.
type desk struct {
	office *office.Office
	reader *exchange.Reader
	words  *i18n.Words
	by     coop.Actor
	files  map[string][]byte
	saved  map[string]string
	during func(done, total int)
}

func (d *desk) Read(_ context.Context, path string) (coop.Extract, error) {
	src, ok := d.files[path]
	if !ok {
		return coop.Extract{}, imports.ErrNotRead
	}
	return d.reader.ReadExtract(path, src, d.office.Today())
}

func (d *desk) Plan(ctx context.Context, x coop.Extract) (coop.ImportPlan, error) {
	return d.office.PlanImport(ctx, d.by, x)
}

func (d *desk) Run(ctx context.Context, p coop.ImportPlan, progress func(done, total int)) (coop.ImportCounts, error) {
	return d.office.RunImport(ctx, d.by, p, func(done, total int) {
		progress(done, total)
		if d.during != nil {
			d.during(done, total)
		}
	})
}

func (d *desk) SaveRejects(_ context.Context, x coop.Extract, folder string) (string, error) {
	var b bytes.Buffer
	if err := exchange.WriteRejects(&b, x, d.words); err != nil {
		return "", err
	}
	d.saved[folder] = b.String()
	return folder + "/rejets.csv", nil
}

// stand is a screen with what it was told.
type stand struct {
	*desk
	screen *imports.Screen
	wrong  []string
	done   []string
}

func open(t *testing.T, language string) *stand {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	archive, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), data.Options{Create: true, Now: now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { archive.Close() })
	catalog := uitest.Catalog(t)
	reader, err := exchange.NewReader(assets.ImportColumns)
	if err != nil {
		t.Fatal(err)
	}
	s := &stand{desk: &desk{
		office: office.New(office.Params{Store: archive, Now: now, Zone: time.UTC, NewID: uuid.NewString}),
		reader: reader, words: catalog.Words(language, time.UTC), saved: map[string]string{}, files: map[string][]byte{},
	}}
	for _, name := range []string{"locataires-2026-10.csv", "accession-2026-10.csv"} {
		if s.files[name], err = os.ReadFile("../../exchange/testdata/" + name); err != nil {
			t.Fatal(err)
		}
	}
	uitest.App(t)
	s.screen = imports.New(imports.Params{
		Desk: s.desk, Words: s.words, Run: kit.Inline(),
		OnError:      func(err error) { s.wrong = append(s.wrong, s.words.Error(err)) },
		OnDone:       func(text string) { s.done = append(s.done, text) },
		ChooseFile:   func(chosen func(string)) { chosen("locataires-2026-10.csv") },
		ChooseFolder: func(chosen func(string)) { chosen("dossier") },
		OnPeople:     func() {},
	})
	return s
}

func reads(t *testing.T, w fyne.Window, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !uitest.Reads(w, text) {
			t.Errorf("the screen does not say %q, it says %q", text, uitest.Texts(w))
		}
	}
}

func TestAFileIsShownBeforeItIsImported(t *testing.T) {
	s := open(t, "fr")
	w := uitest.Window(t, s.screen.Content(), 1366, 768)
	uitest.Press(t, w, "Choisir un fichier")
	reads(t, w, "locataires-2026-10.csv", "690 lignes", "Titres à la ligne 4", "Windows-1252", "Dates : jour/mois/année",
		"509", "nouveaux ménages", "169", "lignes mises de côté", "12", "lignes en double", "Garages", "107", "Importer 509 ménages")
	uitest.Press(t, w, "Voir les colonnes")
	reads(t, w, "Nom cotitulaire", "Second titulaire")
	if n, err := s.office.Search(t.Context(), s.by, "Martinez", 0); err != nil || len(n) != 0 {
		t.Fatalf("written before it was asked: %d, %v", len(n), err)
	}
	uitest.Press(t, w, "Importer 509 ménages")
	reads(t, w, "Import terminé", "Voir les personnes")
	if n, err := s.office.Search(t.Context(), s.by, "Martinez", 0); err != nil || len(n) == 0 || len(s.done) != 1 {
		t.Errorf("nobody found, %v; told %v", err, s.done)
	}
	s.screen.Open("locataires-2026-10.csv")
	uitest.Settle(w)
	reads(t, w, "Tout est déjà à jour, il n’y a rien à importer.")
	if uitest.CanPress(w, "Importer 509 ménages") {
		t.Error("there is nothing to import, yet it can be pressed")
	}
}

func TestRejectedRowsAreToldAndSaved(t *testing.T) {
	s := open(t, "fr")
	s.files["a.csv"] = []byte("N° bail;Nom;Prénom;Date entrée;Résidence\nB1;PETIT;ANNE;31/02/2026;A\nB2;GRAND;LUC;01/02/2026;=1+1\n;;;;\nB3;;;01/02/2026;=A\n")
	w := uitest.Window(t, s.screen.Content(), 1280, 800)
	s.screen.Open("a.csv")
	uitest.Settle(w)
	reads(t, w, "2 lignes ne peuvent pas être importées", "« 31/02/2026 » n’est pas une date.", "La ligne n’a pas de nom.", "Importer 1 ménage")
	uitest.Press(t, w, "Enregistrer ces lignes")
	file := s.saved["dossier"]
	if !strings.HasPrefix(file, "\ufeffLigne;Colonne;Raison;") || !strings.Contains(file, "2;Date entrée;") || !strings.Contains(file, "B1;PETIT;ANNE") {
		t.Errorf("saved %q", file)
	}
	if len(s.done) != 1 || !strings.Contains(s.done[0], "dossier/rejets.csv") {
		t.Errorf("told %v", s.done)
	}
}

func TestAFileThatIsNoneIsExplained(t *testing.T) {
	s := open(t, "fr")
	s.files["b.xlsx"] = []byte("PK\x03\x04")
	w := uitest.Window(t, s.screen.Content(), 1280, 800)
	uitest.Type(t, w, "Emplacement du fichier", "b.xlsx")
	uitest.Press(t, w, "Lire ce fichier")
	reads(t, w, "classeur Excel", "Choisir un fichier")
	uitest.Type(t, w, "Emplacement du fichier", "nulle-part.csv")
	uitest.Press(t, w, "Lire ce fichier")
	reads(t, w, "n’a pas pu être ouvert")
}

func TestAPartialFileTakesNobodyForGone(t *testing.T) {
	s := open(t, "fr")
	const header = "N° bail;Nom;Prénom;Date entrée;Résidence\n"
	s.files["all.csv"] = []byte(header + "B1;PETIT;ANNE;01/02/2026;A\nB2;GRAND;LUC;01/02/2026;A\nB3;MOREAU;LÉA;01/02/2026;A\n")
	s.files["part.csv"] = []byte(header + "B1;PETIT;ANNE;01/02/2026;A\nB4;ROUX;PAUL;01/02/2026;A\n")
	w := uitest.Window(t, s.screen.Content(), 800, 1280)
	s.screen.Open("all.csv")
	uitest.Press(t, w, "Importer 3 ménages")
	s.screen.Open("part.csv")
	uitest.Settle(w)
	reads(t, w, "2 ménages ne sont plus dans le fichier", "Importer 3 ménages")
	uitest.Press(t, w, "Ce fichier ne contient qu’une partie des ménages")
	reads(t, w, "personne ne sera marqué comme parti", "Importer 1 ménage")
	uitest.Press(t, w, "Importer 1 ménage")
	if p, err := s.office.Search(t.Context(), s.by, "grand", 0); err != nil || len(p) != 1 || p[0].Gone != "" {
		t.Errorf("taken for gone: %+v, %v", p, err)
	}
}

func TestTheBarTellsHowFarAnImportIsAndCancelLeavesNothing(t *testing.T) {
	s := open(t, "fr")
	w := uitest.Window(t, s.screen.Content(), 1280, 800)
	s.screen.Open("locataires-2026-10.csv")
	uitest.Settle(w)
	var seen bool
	s.during = func(done, _ int) {
		if done == 300 {
			uitest.Settle(w)
			seen = uitest.Reads(w, "ménages sur 509") && s.screen.Importing()
			uitest.Press(t, w, "Annuler")
		}
	}
	uitest.Press(t, w, "Importer 509 ménages")
	if !seen {
		t.Error("the bar did not tell how far it was")
	}
	if len(s.wrong) != 1 || !strings.Contains(s.wrong[0], "Import annulé") {
		t.Errorf("told %q", s.wrong)
	}
	reads(t, w, "Importer 509 ménages")
	if n, err := s.office.Search(t.Context(), s.by, "Martinez", 0); err != nil || len(n) != 0 {
		t.Errorf("%d left behind, %v", len(n), err)
	}
}

// TestTheScreenIsWorthLookingAt makes pictures for the eye: lying and upright, light and dark.
func TestTheScreenIsWorthLookingAt(t *testing.T) {
	for name, c := range map[string]struct {
		size  fyne.Size
		style look.Style
	}{
		"1366-light": {fyne.NewSize(1366, 768), look.Style{Mode: look.Light, Scale: 1}},
		"800-dark":   {fyne.NewSize(800, 1280), look.Style{Mode: look.Dark, Scale: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "fr")
			w := uitest.Styled(t, c.style, s.screen.Content(), c.size.Width, c.size.Height)
			uitest.Shot(t, w, "imports/"+name+"-start.png")
			x, err := s.Read(t.Context(), "locataires-2026-10.csv")
			if err != nil {
				t.Fatal(err)
			}
			p, err := s.Plan(t.Context(), x)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Run(t.Context(), p, func(int, int) {}); err != nil {
				t.Fatal(err)
			}
			s.files["c.csv"] = spoilt(s.files["locataires-2026-10.csv"])
			s.screen.Open("c.csv")
			uitest.Settle(w)
			uitest.Shot(t, w, "imports/"+name+"-later.png")
		})
	}
}

// spoilt is a later file in which everything happens: changed, gone, rejected.
func spoilt(src []byte) []byte {
	lines := strings.Split(string(src), "\r\n")
	for i, line := range lines {
		cells := strings.Split(line, ";")
		if i < 10 || len(cells) < 28 || cells[17] != "Logement" {
			continue
		}
		switch {
		case i%9 == 0:
			lines[i] = strings.Join(append(cells[:7], append([]string{"0639980" + strconv.Itoa(i%900+100)}, cells[8:]...)...), ";")
		case i%31 == 0:
			cells[9] = "31/02/2026"
			lines[i] = strings.Join(cells, ";")
		case i%37 == 0:
			lines[i] = ""
		}
	}
	return []byte(strings.Join(lines, "\r\n"))
}
