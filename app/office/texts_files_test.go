package office_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/script"
	"bienvenue/assets"
)

// brings a newer text of the tenants' script with another title, as an update of the program does.
func (d *talkDesk) brings(t *testing.T, version, title string) {
	t.Helper()
	source, err := fs.ReadFile(assets.Scripts, "scripts/courtesy-tenant.fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(source), "\n")
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, "version:"):
			lines[i] = "version: " + version
		case strings.HasPrefix(line, "title:"):
			lines[i] = "title: " + title
		}
	}
	d.texts.spoil["courtesy-tenant.fr.yaml"] = strings.Join(lines, "\n")
}

func TestANewerTextOfTheProgramsIsOfferedToACoopThatChangedItsOwn(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	d.writes(t, tenants, says("Bonjour, c’est la coopérative."))
	own := d.publishes(t, tenants, "Notre début")
	d.brings(t, "7", "Visite du programme")
	if c := d.card(t, tenants); c.Update != 7 || c.Script.Title == "Visite du programme" {
		t.Errorf("the card offers %d, of %q", c.Update, c.Script.Title)
	}
	base, ours, theirs, err := d.ShippedUpdate(ctx, d.manager(), tenants)
	if err != nil {
		t.Fatal(err)
	}
	if base.Version != own.Shipped || base.All[0].Say == ours.All[0].Say || theirs.Title != "Visite du programme" || base.Title != ours.Title {
		t.Errorf("base %d %q, ours %q, theirs %q", base.Version, base.Title, ours.Title, theirs.Title)
	}
	draft, err := d.OpenDraft(ctx, d.manager(), tenants)
	if err != nil {
		t.Fatal(err)
	}
	draft.Script.Title = theirs.Title
	if draft, err = d.TakeUpdate(ctx, d.manager(), draft); err != nil || draft.Shipped != 7 {
		t.Fatalf("taken: %d, %v", draft.Shipped, err)
	}
	if stored := d.publishes(t, tenants, "Avec la mise à jour"); stored.Version != 8 || stored.Shipped != 7 {
		t.Errorf("published as %d from %d", stored.Version, stored.Shipped)
	}
	if c := d.card(t, tenants); c.Update != 0 || c.Version != 8 {
		t.Errorf("the card offers %d after it was taken", c.Update)
	}
}

func TestACoopThatChangedNothingGetsTheProgramsNewText(t *testing.T) {
	d := newTalkDesk(t)
	d.brings(t, "7", "Visite du programme")
	if c := d.card(t, tenants); c.Update != 0 || c.Version != 7 || c.Script.Title != "Visite du programme" {
		t.Errorf("version %d, %q, update %d", c.Version, c.Script.Title, c.Update)
	}
}

func TestTheProgramsTextComesBackAsItWas(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	before := d.card(t, tenants).Script
	_, err := d.RestoreShipped(ctx, d.manager(), tenants, "Rien à défaire")
	refusedWith(t, err, "version.refused.same")
	d.writes(t, tenants, says("Bonjour, c’est la coopérative."))
	d.publishes(t, tenants, "Notre début")
	stored, err := d.RestoreShipped(ctx, d.manager(), tenants, "L’ancien était meilleur")
	if err != nil || stored.Version != before.Version+2 {
		t.Fatalf("restored as %d: %v", stored.Version, err)
	}
	after := d.card(t, tenants).Script
	after.Version = before.Version
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("it is another text:\n%s", diff)
	}
	_, err = d.RestoreShipped(ctx, d.manager(), tenants, "Encore")
	refusedWith(t, err, "version.refused.same")
	versions, err := d.ScriptVersions(ctx, d.manager(), tenants)
	if err != nil || len(versions) != 3 || versions[0].Version != stored.Version || versions[0].Name != "Karim Belkacem" {
		t.Errorf("%d versions, the newest by %q: %v", len(versions), versions[0].Name, err)
	}
	if last := versions[2]; !last.Published.IsZero() || last.Version != before.Version || last.Script.Title != before.Title {
		t.Errorf("the program's own is not the last: %+v", last.Version)
	}
}

func TestAScriptGoesOutAndComesBack(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	files, err := d.ExportScript(ctx, d.manager(), tenants, 0)
	if err != nil || files[0].Name != "courtesy-tenant.fr.yaml" {
		t.Fatalf("%d files, %v", len(files), err)
	}
	other := slices.Clone(files)
	other[0].Source = []byte(strings.Replace(string(files[0].Source), "\ntitle: ", "\ntitle: Notre ", 1))
	draft, err := d.ImportScript(ctx, d.manager(), other, false)
	if err != nil || !strings.HasPrefix(draft.Script.Title, "Notre ") || draft.Base != draft.Before.Version || draft.Rev != 1 {
		t.Fatalf("imported %q: %v", draft.Script.Title, err)
	}
	_, err = d.ImportScript(ctx, d.manager(), files, false)
	refusedWith(t, err, "version.refused.draft")
	if again, err := d.ImportScript(ctx, d.manager(), files, true); err != nil || again.Script.Title == draft.Script.Title {
		t.Errorf("replaced: %q, %v", again.Script.Title, err)
	}
	again, err := d.ExportScript(ctx, d.manager(), tenants, 0)
	if err != nil || len(again) != len(files) {
		t.Fatalf("%d files of the draft, %v", len(again), err)
	}
	one, two := script.Gather(files), script.Gather(again)
	if diff := cmp.Diff(one[0].Script, two[0].Script); diff != "" || two[0].Err != nil {
		t.Errorf("the draft's files say something else: %v\n%s", two[0].Err, diff)
	}
}

func TestABrokenFileComesBackWithItsPlaces(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	files, err := d.ExportScript(ctx, d.manager(), tenants, 0)
	if err != nil {
		t.Fatal(err)
	}
	broken := script.File{Name: files[0].Name, Source: []byte(strings.Replace(string(files[0].Source), "essential: true", "essential: peut-être", 1))}
	_, err = d.ImportScript(ctx, d.manager(), []script.File{broken}, false)
	refusedWith(t, err, "version.refused.import")
	if faults := script.Found(err); len(faults) != 1 || faults[0].Line < 2 || faults[0].Column < 2 || faults[0].File != "courtesy-tenant.fr.yaml" {
		t.Errorf("found %v", faults)
	}
	_, err = d.ImportScript(ctx, d.manager(), nil, false)
	refusedWith(t, err, "version.refused.files")
	if c := d.card(t, tenants); c.Draft != nil {
		t.Error("a broken file left a draft")
	}
}

func TestTheFactsThatTextsNameAreCountedAndSaid(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	if err := d.archive.Keep(ctx, coop.Change{Events: []coop.Event{{ID: "agm", Kind: coop.EventAgm, Title: "AG", Day: "2027-06-15"}}}); err != nil {
		t.Fatal(err)
	}
	fields, err := d.TextFields(ctx)
	if err != nil || fields["emergency_phone"].Texts == 0 || fields["emergency_phone"].Instead == "" {
		t.Errorf("%v, %v", fields, err)
	}
	facts, err := d.CoopFields(ctx, "fr")
	if err != nil {
		t.Fatal(err)
	}
	for name := range fields {
		if !slices.Contains(script.Fields(), name) {
			t.Errorf("%s is no fact", name)
		}
	}
	for name, want := range map[string]string{
		"coop": "Champmilan Habitat", "share": "16\u00a0€", "agm_month": "juin", "agm_day": "mardi 15\u00a0juin\u00a02027", "residence": "Les Tilleuls",
	} {
		if facts[name] != want {
			t.Errorf("%s is %q, want %q", name, facts[name], want)
		}
	}
	if _, ok := facts["mediator"]; ok {
		t.Error("a fact that is not known is there")
	}
	english, err := d.CoopFields(ctx, "en")
	if err != nil || english["agm_month"] != "June" {
		t.Errorf("in English: %v, %v", english, err)
	}
}

func TestEachLanguageNamesTheFactsItsOwnWay(t *testing.T) {
	d := newTalkDesk(t)
	d.writes(t, tenants, func(s *script.Script) {
		s.All[0].Say = "L’assemblée a lieu en {agm_month|cours d’année}."
		english := script.Tongue{Language: "en", Steps: map[coop.StepID]script.StepTexts{
			s.All[0].ID: {Say: "The meeting is in {agm_month|the course of the year}."},
		}}
		s.Tongues = []script.Tongue{english}
	})
	d.publishes(t, tenants, "Le mois de l’assemblée")
	c := d.begin(t, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	filled := c.Script.Filled(c.Fields)
	if got := filled.All[0].Say; got != "L’assemblée a lieu en juin." {
		t.Errorf("in French: %s", got)
	}
	if got := filled.In("en").All[0].Say; got != "The meeting is in June." {
		t.Errorf("in English: %s", got)
	}
}

// TestAPublishedTextIsRememberedAsItsFilesSayIt compares what the office remembers of a version that it
// published with what is read of its files.
func TestAPublishedTextIsRememberedAsItsFilesSayIt(t *testing.T) {
	d := newTalkDesk(t)
	d.writes(t, tenants, says("Bonjour et bienvenue « chez vous » : je m’appelle {officer|Camille}."))
	stored := d.publishes(t, tenants, "Un autre bonjour")
	want, err := script.ReadStored(stored)
	if err != nil {
		t.Fatal(err)
	}
	versions, err := d.ScriptVersions(t.Context(), d.manager(), tenants)
	if err != nil || versions[0].Version != stored.Version {
		t.Fatalf("%+v (%v)", versions, err)
	}
	if diff := cmp.Diff(want, versions[0].Script); diff != "" {
		t.Error(diff)
	}
}
