// Package trial gives the tests of screens a real office on a real archive with an invented coop,
// as the window has it. Tests only.
package trial

import (
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
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"
	"bienvenue/data"
	"bienvenue/data/demo"
)

// Today is the day of every trial.
const Today coop.Day = "2026-11-23"

// Desk is a real office on an invented coop. It takes the place of the window's banners and errors.
type Desk struct {
	*office.Office
	Words  *i18n.Words // French
	Member coop.Staff  // who works
	Undo   func()      // of the last banner, nil for none
	Failed []error     // what a screen could not do

	said []string
}

// Done is a banner.
func (d *Desk) Done(text string) { d.said, d.Undo = append(d.said, text), nil }

// DoneUndo is a banner whose act can be taken back.
func (d *Desk) DoneUndo(text string, undo func()) { d.said, d.Undo = append(d.said, text), undo }

// Refused is a banner that says what was not done.
func (d *Desk) Refused(text string) { d.said, d.Undo = append(d.said, text), nil }

// OnError keeps what a screen could not do.
func (d *Desk) OnError(err error) { d.Failed = append(d.Failed, err) }

// Actor is who works.
func (d *Desk) Actor() coop.Actor { return coop.Actor{Staff: d.Member, Device: "test"} }

// LastSaid is the last banner, "" when none was shown.
func (d *Desk) LastSaid() string {
	if len(d.said) == 0 {
		return ""
	}
	return d.said[len(d.said)-1]
}

// Said is what the screens of a trial say in one of the program's languages, with times told in a zone.
func Said(tb testing.TB, language string, zone *time.Location) *i18n.Words {
	tb.Helper()
	return uitest.Catalog(tb).Words(language, zone)
}

// Open makes an archive with an invented coop; people 0 leaves it empty but for one colleague.
func Open(tb testing.TB, people int) *Desk {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	ctx := tb.Context()
	now := func() time.Time { return Today.At(9, 12, zone) }
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
	words := uitest.French(tb, zone)
	d := &Desk{Office: office.New(office.Params{
		Store: archive, Now: now, NewID: newID, Zone: zone, Texts: shipped{words}, Papers: assets.Papers(),
	}), Words: words}
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
	d.Member = staff[0]
	return d
}

// shipped gives the office the program's own scripts, and says everything in French.
type shipped struct{ words *i18n.Words }

// Scripts implements office.Texts.
func (shipped) Scripts() ([]office.ScriptFile, error) {
	entries, err := fs.ReadDir(assets.Scripts, "scripts")
	if err != nil {
		return nil, err
	}
	files := make([]office.ScriptFile, 0, len(entries))
	for _, e := range entries {
		source, err := fs.ReadFile(assets.Scripts, "scripts/"+e.Name())
		if err != nil {
			return nil, err
		}
		files = append(files, office.ScriptFile{Name: e.Name(), Source: source})
	}
	return files, nil
}

// Speech implements office.Texts.
func (s shipped) Speech(string) office.Speech { return s.words }

func params(tb testing.TB, people int, zone *time.Location) demo.Params {
	tb.Helper()
	world, err := demo.ReadWorld(assets.DemoWorld)
	if err != nil {
		tb.Fatal(err)
	}
	s := settings.Defaults()
	p := demo.Params{
		People: people, Months: 12, Seed: 1, Today: Today, Zone: zone, World: world,
		Window: s.Rules.Window, Rule: s.Rules.Kind(coop.CourtesyVisit, coop.AtHome),
	}
	files, err := shipped{}.Scripts()
	if err != nil {
		tb.Fatal(err)
	}
	sources := make([]script.File, len(files))
	for i, f := range files {
		sources[i] = script.File(f)
	}
	for _, b := range script.Gather(sources) {
		if b.Err != nil {
			tb.Fatal(b.Err)
		}
		read := b.Script
		p.Scripts = append(p.Scripts, demo.Script{
			Stored: coop.StoredScript{ID: read.ID, Version: read.Version, Source: b.Source, Tongues: b.Tongues, Shipped: read.Version},
			Kind:   read.Kind, Products: read.For.Products,
			Steps: func(h coop.Household, said []coop.TopicID) []demo.Step {
				f := script.FactsOf(h, coop.Residence{}, nil)
				f.Said = said
				return steps(read.Steps(f))
			},
		})
	}
	return p
}

func steps(all []script.Step) []demo.Step {
	var told []demo.Step
	for _, s := range all {
		told = append(told, demo.Step{
			ID: s.ID, Topic: s.Topic, Essential: s.Essential, Minutes: s.Length.Minutes(), Asked: len(s.Asked),
			Questions: map[coop.QuestionID][]coop.ChoiceID{},
		})
	}
	return told
}
