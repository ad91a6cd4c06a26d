package office_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/template"
)

var closing = coop.TemplateName{Kind: coop.ClosingLetter, Language: "fr"}

// drafts keeps a draft in which the template was changed.
func (d *talkDesk) drafts(t *testing.T, name coop.TemplateName, change func(*template.Template)) office.TemplateDraft {
	t.Helper()
	draft, err := d.OpenTemplate(t.Context(), d.manager(), name)
	if err != nil {
		t.Fatal(err)
	}
	change(&draft.Template)
	kept, err := d.KeepTemplateDraft(t.Context(), d.manager(), draft)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// writing writes another text into a block.
func writing(block int, text string) func(*template.Template) {
	return func(t *template.Template) { t.Blocks[block].Text = text }
}

func (d *talkDesk) prints(t *testing.T, name coop.TemplateName, note string) coop.StoredTemplate {
	t.Helper()
	stored, err := d.PublishTemplate(t.Context(), d.manager(), name, note)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func (d *talkDesk) templateCard(t *testing.T, name coop.TemplateName) office.TemplateCard {
	t.Helper()
	cards, err := d.TemplateCards(t.Context(), d.manager())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cards {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("no card of %v", name)
	return office.TemplateCard{}
}

func TestPapersAreMadeWithWhatThePublishedTemplateSays(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	before := d.templateCard(t, closing)
	if before.Own || !before.Shipped || before.Version == 0 || before.Draft != nil || before.Oldest == "" {
		t.Fatalf("before: %+v", before)
	}
	d.drafts(t, closing, writing(0, "Votre visite, une autre fois"))
	if led, err := d.Template(ctx, closing); err != nil || led.Blocks[0].Text == "Votre visite, une autre fois" {
		t.Errorf("a draft leads: %v", err)
	}
	stored := d.prints(t, closing, "Un objet plus doux")
	if stored.Version != before.Version+1 || stored.Shipped != before.Version {
		t.Errorf("published as %d from %d", stored.Version, stored.Shipped)
	}
	led, err := d.Template(ctx, closing)
	if err != nil || led.Blocks[0].Text != "Votre visite, une autre fois" || led.Version != stored.Version {
		t.Errorf("papers are made with version %d, %q: %v", led.Version, led.Blocks[0].Text, err)
	}
	after := d.templateCard(t, closing)
	if !after.Own || after.Draft != nil || after.By != "Karim Belkacem" || after.Note != "Un objet plus doux" || after.Update != 0 {
		t.Errorf("after: %+v", after)
	}
	versions, err := d.TemplateVersions(ctx, d.manager(), closing)
	if err != nil || len(versions) != 2 || versions[0].By != "Karim Belkacem" || !versions[1].Published.IsZero() {
		t.Errorf("the versions are %+v: %v", versions, err)
	}
}

func TestATemplateDraftIsKeptAsItWasWrittenAndByOneHand(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	kept := d.drafts(t, closing, func(t *template.Template) {
		t.Title = ""
		t.Blocks[1].Text = " : - {name\n# quoted \"'\n\n  - twice: [x]"
		t.Blocks = append(t.Blocks, template.Block{ID: "more"})
	})
	if kept.Rev != 1 || len(kept.Faults) < 3 {
		t.Errorf("kept as %d with %v", kept.Rev, kept.Faults)
	}
	again, err := d.OpenTemplate(ctx, d.by, closing)
	if err != nil {
		t.Fatal(err)
	}
	kept.Template.Blocks[1].Text = strings.TrimSpace(kept.Template.Blocks[1].Text)
	if diff := cmp.Diff(kept.Template, again.Template); diff != "" {
		t.Errorf("the draft is not what was written:\n%s", diff)
	}
	if again.Before == nil || again.Program == nil || again.Before.Title == "" {
		t.Error("nothing to compare the draft with")
	}
	if _, err := d.KeepTemplateDraft(ctx, d.manager(), again); err != nil {
		t.Fatal(err)
	}
	if _, err := d.KeepTemplateDraft(ctx, d.manager(), again); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a stale draft was kept: %v", err)
	}
	if c := d.templateCard(t, closing); c.Draft == nil || c.Template.Title == "" {
		t.Errorf("the card shows %+v", c)
	}
	if err := d.DropTemplateDraft(ctx, d.manager(), closing); err != nil {
		t.Fatal(err)
	}
	if c := d.templateCard(t, closing); c.Draft != nil {
		t.Error("the draft is still there")
	}
}

func TestATemplateThatCannotBePublishedIsRefused(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	publish := func(by coop.Actor, note string) error {
		_, err := d.PublishTemplate(ctx, by, closing, note)
		return err
	}
	refusedWith(t, publish(d.manager(), "Rien"), "template.refused.nothing")
	d.drafts(t, closing, func(*template.Template) {})
	refusedWith(t, publish(d.manager(), "Rien"), "template.refused.same")
	d.drafts(t, closing, func(t *template.Template) { t.Blocks[0].Text, t.Blocks[1].Text = "{mystery}", "" })
	err := publish(d.manager(), "Deux fautes")
	refusedWith(t, err, "template.refused.faults")
	if faults := template.Found(err); len(faults) != 2 || faults[0].Block != "subject" {
		t.Errorf("the faults are %v", faults)
	}
	refusedWith(t, publish(d.manager(), "  "), "version.refused.note")
	refusedWith(t, publish(d.by, "Un début"), "version.refused.role")
	for what, act := range map[string]func() error{
		"keep": func() error { _, err := d.KeepTemplateDraft(ctx, d.by, office.TemplateDraft{}); return err },
		"drop": func() error { return d.DropTemplateDraft(ctx, d.by, closing) },
		"begin": func() error {
			_, err := d.BeginTemplate(ctx, d.by, coop.TemplateName{Kind: coop.ClosingLetter, Language: "uk"})
			return err
		},
		"restore": func() error { _, err := d.RestoreTemplate(ctx, d.by, closing, 0, "n"); return err },
		"import":  func() error { _, err := d.ImportTemplate(ctx, d.by, nil, false); return err },
	} {
		t.Run(what, func(t *testing.T) { refusedWith(t, act(), "version.refused.role") })
	}
}

func TestAnOlderTextComesBackAsANewVersion(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	shipped := d.templateCard(t, closing)
	_, err := d.RestoreTemplate(ctx, d.manager(), closing, 0, "Rien n’a changé")
	refusedWith(t, err, "template.refused.same")
	d.drafts(t, closing, writing(0, "Un"))
	one := d.prints(t, closing, "un")
	d.drafts(t, closing, writing(0, "Deux"))
	d.prints(t, closing, "deux")
	d.drafts(t, closing, writing(0, "Trois"))
	again, err := d.RestoreTemplate(ctx, d.manager(), closing, one.Version, "comme avant")
	if err != nil || again.Version != one.Version+2 {
		t.Fatalf("restored as %d: %v", again.Version, err)
	}
	if led, err := d.Template(ctx, closing); err != nil || led.Blocks[0].Text != "Un" {
		t.Errorf("papers say %q: %v", led.Blocks[0].Text, err)
	}
	if c := d.templateCard(t, closing); c.Draft == nil {
		t.Error("the draft is gone")
	}
	if again, err = d.RestoreTemplate(ctx, d.manager(), closing, 0, "le texte d’origine"); err != nil {
		t.Fatal(err)
	}
	led, err := d.Template(ctx, closing)
	if err != nil || led.Version != again.Version || led.Blocks[0].Text != shipped.Template.Blocks[0].Text {
		t.Errorf("papers say %q: %v", led.Blocks[0].Text, err)
	}
	_, err = d.RestoreTemplate(ctx, d.manager(), closing, 99, "n")
	if !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("a version that never was gives %v", err)
	}
}

func TestAFurtherLanguageStartsFromFrench(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	ukrainian := coop.TemplateName{Kind: coop.ClosingLetter, Language: "uk"}
	begun, err := d.BeginTemplate(ctx, d.manager(), ukrainian)
	if err != nil || begun.Base != 0 || begun.Before != nil || len(begun.Template.Blocks) == 0 {
		t.Fatalf("begun as %+v: %v", begun, err)
	}
	again, err := d.BeginTemplate(ctx, d.manager(), ukrainian)
	if err != nil || again.Rev != 1 {
		t.Errorf("begun twice: %d, %v", again.Rev, err)
	}
	if c := d.templateCard(t, ukrainian); c.Version != 0 || c.Shipped || c.Draft == nil {
		t.Errorf("the card shows %+v", c)
	}
	if languages, err := d.TemplateLanguages(ctx, coop.ClosingLetter); err != nil || strings.Contains(strings.Join(languages, " "), "uk") {
		t.Errorf("papers can be made in %v: %v", languages, err)
	}
	if stored := d.prints(t, ukrainian, "traduit"); stored.Version != 1 {
		t.Errorf("published as %d", stored.Version)
	}
	if languages, err := d.TemplateLanguages(ctx, coop.ClosingLetter); err != nil || !strings.Contains(strings.Join(languages, " "), "uk") {
		t.Errorf("papers can be made in %v: %v", languages, err)
	}
	_, err = d.BeginTemplate(ctx, d.manager(), coop.TemplateName{Kind: coop.AddressLabels, Language: "uk"})
	refusedWith(t, err, "template.refused.french")
}

func TestATemplateGoesOutAsAFileAndComesBack(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	file, source, err := d.ExportTemplate(ctx, d.by, closing, 0)
	if err != nil || file != "closing-letter.fr.yaml" {
		t.Fatalf("exported as %s: %v", file, err)
	}
	changed := strings.Replace(string(source), d.templateCard(t, closing).Template.Blocks[0].Text, "Votre visite", 1)
	draft, err := d.ImportTemplate(ctx, d.manager(), []byte(changed), false)
	if err != nil || draft.Rev != 1 || draft.Template.Blocks[0].Text != "Votre visite" {
		t.Fatalf("imported as %+v: %v", draft.Template.Blocks[0], err)
	}
	_, err = d.ImportTemplate(ctx, d.manager(), source, false)
	refusedWith(t, err, "template.refused.draft")
	if draft, err = d.ImportTemplate(ctx, d.manager(), source, true); err != nil || draft.Rev != 2 {
		t.Errorf("replaced as %d: %v", draft.Rev, err)
	}
	_, err = d.ImportTemplate(ctx, d.manager(), []byte(strings.Replace(changed, "{salutation}", "{name-of-nobody}", 1)), true)
	refusedWith(t, err, "template.refused.import")
	if faults := template.Found(err); len(faults) != 1 || faults[0].Block != "dear" {
		t.Errorf("the faults are %v", faults)
	}
	if _, back, err := d.ExportTemplate(ctx, d.by, closing, 0); err != nil || !cmp.Equal(back, source) {
		t.Errorf("the draft is exported as\n%s\n%v", back, err)
	}
}

func TestANewerTextOfTheProgramIsTold(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	d.drafts(t, closing, writing(0, "Le nôtre"))
	stored := d.prints(t, closing, "n")
	stored.Version, stored.Shipped = stored.Version+1, 0 // as one made from an earlier text of the program
	if err := d.archive.Keep(ctx, coop.Change{Templates: []coop.StoredTemplate{stored}}); err != nil {
		t.Fatal(err)
	}
	c := d.templateCard(t, closing)
	if c.Update == 0 {
		t.Fatalf("nothing is told: %+v", c)
	}
	draft := d.drafts(t, closing, func(*template.Template) {})
	draft.Shipped = c.Update
	if _, err := d.KeepTemplateDraft(ctx, d.manager(), draft); err != nil {
		t.Fatal(err)
	}
	if next := d.prints(t, closing, "le nôtre reste"); next.Shipped != c.Update {
		t.Errorf("published with %d taken into account", next.Shipped)
	}
	if c := d.templateCard(t, closing); c.Update != 0 || c.Template.Blocks[0].Text != "Le nôtre" {
		t.Errorf("after: %+v", c)
	}
}
