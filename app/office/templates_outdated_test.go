package office_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// outdate publishes a text as an earlier program would have: this one can no longer accept it.
func (d *talkDesk) outdate(t *testing.T, name coop.TemplateName, change func(source string) string) {
	t.Helper()
	_, source, err := d.ExportTemplate(t.Context(), d.manager(), name, 0)
	if err != nil {
		t.Fatal(err)
	}
	stored := coop.StoredTemplate{
		Kind: name.Kind, Language: name.Language, Version: 7, Source: []byte(change(string(source))), Shipped: 1,
		Published: d.now, By: d.manager().Staff.ID, Note: "d’avant",
	}
	if _, err := template.Read(stored.Source); len(template.Found(err)) == 0 {
		t.Fatalf("the text is good: %v", err)
	}
	if err := d.archive.Keep(t.Context(), coop.Change{Templates: []coop.StoredTemplate{stored}}); err != nil {
		t.Fatal(err)
	}
}

// TestATextOfAnEarlierProgramStopsNoOtherPaper publishes texts that this program can no longer accept: the paper
// made with one says what to do, all others are made, and the editor opens it to be completed.
func TestATextOfAnEarlierProgramStopsNoOtherPaper(t *testing.T) {
	sheet := coop.TemplateName{Kind: coop.WelcomeSheet, Language: "fr"}
	for what, c := range map[string]struct {
		name   coop.TemplateName
		change func(string) string
	}{
		"a text became required": {sheet, func(s string) string { return without(s, "data") }},
		"a block is unknown": {sheet, func(s string) string {
			return s + "  - id: weather\n    label: Météo\n    text: \"Il fera beau.\"\n"
		}},
		"a field is gone":  {closing, func(s string) string { return strings.Replace(s, "{salutation}", "{fax}", 1) }},
		"it is no text":    {closing, func(string) string { return "kind: [" }},
		"a key is unknown": {closing, func(s string) string { return s + "colour: blue\n" }},
	} {
		t.Run(what, func(t *testing.T) {
			d, ctx := newTalkDesk(t), t.Context()
			title := d.templateCard(t, c.name).Template.Title
			before, err := d.TemplateLanguages(ctx, c.name.Kind)
			if err != nil {
				t.Fatal(err)
			}
			d.outdate(t, c.name, c.change)
			_, err = d.Template(ctx, c.name)
			refusedWith(t, err, "template.refused.outdated")
			if text := whatItSays(t, err); !strings.Contains(text, title) || !strings.Contains(text, "Textes > Papiers") {
				t.Errorf("said %q", text)
			}
			for _, name := range []coop.TemplateName{closing, sheet, {Kind: coop.AgmLetter, Language: "fr"}, {Kind: c.name.Kind, Language: "en"}} {
				if _, err := d.Template(ctx, name); err != nil && name != c.name {
					t.Errorf("%s in %s: %v", name.Kind, name.Language, err)
				}
			}
			after, err := d.TemplateLanguages(ctx, c.name.Kind)
			if err != nil || strings.Join(after, " ") != strings.Join(before, " ") {
				t.Errorf("papers can be made in %v, before in %v: %v", after, before, err)
			}
			if card := d.templateCard(t, c.name); len(card.Faults) == 0 || card.Version != 7 || card.Template.Title != title {
				t.Errorf("the list shows %d faults, version %d, %q", len(card.Faults), card.Version, card.Template.Title)
			}
			draft, err := d.OpenTemplate(ctx, d.manager(), c.name)
			if err != nil || len(draft.Faults) == 0 || draft.Program == nil {
				t.Fatalf("opened with %v: %v", draft.Faults, err)
			}
			if len(draft.Template.Blocks) == 0 {
				t.Error("the editor shows nothing")
			}
			draft.Template = draft.Program.Clone()
			draft.Template.Blocks[0].Text = "Le nôtre"
			if _, err := d.KeepTemplateDraft(ctx, d.manager(), draft); err != nil {
				t.Fatal(err)
			}
			d.prints(t, c.name, "complété")
			if led, err := d.Template(ctx, c.name); err != nil || led.Version != 8 || led.Blocks[0].Text != "Le nôtre" {
				t.Errorf("papers are made with version %d: %v", led.Version, err)
			}
		})
	}
}

// without takes a block out of a template's file.
func without(source, block string) string {
	from := strings.Index(source, "  - id: "+block+"\n")
	if from < 0 {
		return source
	}
	rest := source[from+1:]
	if next := strings.Index(rest, "\n  - id: "); next >= 0 {
		return source[:from] + rest[next+1:]
	}
	return source[:from]
}

// whatItSays is what an error tells a colleague.
func whatItSays(t *testing.T, err error) string {
	t.Helper()
	catalog, loadErr := i18n.Load(os.DirFS("../../assets/words"))
	if loadErr != nil {
		t.Fatal(loadErr)
	}
	return catalog.Words("fr", time.UTC).Error(err)
}
