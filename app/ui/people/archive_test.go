package people_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/script"
	"bienvenue/app/settings"
	"bienvenue/app/ui/kit"
	"bienvenue/assets"
	"bienvenue/data"
	"bienvenue/data/demo"
)

const today coop.Day = "2026-11-23"

// desk is a real office on an invented coop, as the window has it.
type desk struct {
	*office.Office
	words  *i18n.Words
	staff  coop.Staff
	said   []string
	undo   func()
	failed []error
}

func (d *desk) Done(text string) { d.said, d.undo = append(d.said, text), nil }

func (d *desk) DoneUndo(text string, undo func()) { d.said, d.undo = append(d.said, text), undo }

func (d *desk) onError(err error) { d.failed = append(d.failed, err) }

func (d *desk) actor() coop.Actor { return coop.Actor{Staff: d.staff, Device: "test"} }

// lastSaid is the last banner, « » when none was shown.
func (d *desk) lastSaid() string {
	if len(d.said) == 0 {
		return ""
	}
	return d.said[len(d.said)-1]
}

// wordsOf speaks a language.
func wordsOf(tb testing.TB, zone *time.Location) *i18n.Words {
	tb.Helper()
	folder, err := fs.Sub(assets.Words, "words")
	if err != nil {
		tb.Fatal(err)
	}
	catalog, err := i18n.Load(folder)
	if err != nil {
		tb.Fatal(err)
	}
	return catalog.Words("fr", zone)
}

// open makes an archive with an invented coop; people 0 leaves it empty but for one colleague.
func open(tb testing.TB, people int) *desk {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	ctx := context.Background()
	now := func() time.Time { return today.At(9, 12, zone) }
	archive, err := data.Open(ctx, filepath.Join(tb.TempDir(), "coop.db"), data.Options{Create: true, Now: now})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := archive.Close(); err != nil {
			tb.Error(err)
		}
	})
	newID := func() string { return uuid.Must(uuid.NewV7()).String() }
	d := &desk{Office: office.New(office.Params{Store: archive, Now: now, NewID: newID, Zone: zone}), words: wordsOf(tb, zone)}
	if people > 0 {
		if _, err := demo.Build(ctx, archive, params(tb, people, zone), nil); err != nil {
			tb.Fatal(err)
		}
	} else if _, err := d.KeepStaff(ctx, coop.Actor{}, coop.Staff{Login: "sonia", Name: "Sonia Arnoux", Role: coop.FrontDesk, Active: true}); err != nil {
		tb.Fatal(err)
	}
	staff, err := d.Staff(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	d.staff = staff[0]
	return d
}

func params(tb testing.TB, people int, zone *time.Location) demo.Params {
	tb.Helper()
	world, err := demo.ReadWorld(assets.DemoWorld)
	if err != nil {
		tb.Fatal(err)
	}
	s := settings.Defaults()
	p := demo.Params{
		People: people, Months: 12, Seed: 1, Today: today, Zone: zone, World: world,
		Window: s.Window, Minutes: s.Minutes.Visit, Buffer: s.Buffer,
	}
	for _, name := range []string{"counter.fr.yaml", "courtesy-tenant.fr.yaml", "courtesy-owner.fr.yaml", "courtesy-copro.fr.yaml"} {
		source, err := assets.Scripts.ReadFile("scripts/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		read, err := script.Read(name, source)
		if err != nil {
			tb.Fatal(err)
		}
		p.Scripts = append(p.Scripts, demo.Script{
			Stored: coop.StoredScript{ID: read.ID, Version: read.Version, Source: source}, Kind: read.Kind, Products: read.For.Products,
			Steps: func(h coop.Household) []demo.Step { return steps(read.Steps(script.FactsOf(h, coop.Residence{}, nil))) },
		})
	}
	return p
}

func steps(all []script.Step) []demo.Step {
	var told []demo.Step
	for _, s := range all {
		told = append(told, demo.Step{ID: s.ID, Essential: s.Essential, Minutes: s.Length.Minutes(), Questions: map[coop.QuestionID][]coop.ChoiceID{}})
	}
	return told
}

// inline runs everything at once.
func inline() kit.Runner { return kit.Inline() }
