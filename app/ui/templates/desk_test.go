package templates_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/templates"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/cmd/bienvenue/press"
)

var closing = coop.TemplateName{Kind: coop.ClosingLetter, Language: "fr"}

// desk is a real office on an invented coop with the real press, as the window joins them.
type desk struct {
	*trial.Desk
	press    *press.Press
	refuse   error // what the next act is answered with
	imported []byte
	exported map[string][]byte
	laid     int // how often a page was laid out
}

func newDesk(tb testing.TB, people int) *desk {
	tb.Helper()
	d := &desk{Desk: trial.Open(tb, people), exported: map[string][]byte{}}
	d.Member.Role = coop.Manager
	said := map[string]*i18n.Words{}
	d.press = press.New(press.Params{
		Office: d.Office, Now: func() time.Time { return trial.Today.At(9, 12, time.UTC) },
		Words: func(language string) (*i18n.Words, error) {
			if said[language] == nil {
				said[language] = trial.Said(tb, language, d.Zone())
			}
			return said[language], nil
		},
	})
	return d
}

func (d *desk) Cards(ctx context.Context) ([]templates.Card, error) {
	found, err := d.TemplateCards(ctx, d.Actor())
	if d.refuse != nil {
		err = d.refuse
	}
	var cards []templates.Card
	for _, c := range found {
		card := templates.Card{
			Name: c.Name, Title: c.Template.Title, Version: c.Version, Own: c.Own, Published: c.Published, By: c.By, Update: c.Update,
			Shipped: c.Shipped, Oldest: c.Oldest, Faults: len(c.Faults),
		}
		if c.Draft != nil {
			card.Draft = &templates.DraftCard{Saved: c.Draft.Saved, By: c.Draft.By}
		}
		cards = append(cards, card)
	}
	return cards, err
}

func shown(d office.TemplateDraft, err error) (templates.Draft, error) {
	return templates.Draft{Template: d.Template, Base: d.Base, Shipped: d.Shipped, Rev: d.Rev, Before: d.Before, Program: d.Program}, err
}

func (d *desk) Open(ctx context.Context, name coop.TemplateName) (templates.Draft, error) {
	return shown(d.OpenTemplate(ctx, d.Actor(), name))
}

func (d *desk) Keep(ctx context.Context, k templates.Draft) (templates.Draft, error) {
	return shown(d.KeepTemplateDraft(ctx, d.Actor(), office.TemplateDraft{Template: k.Template, Base: k.Base, Shipped: k.Shipped, Rev: k.Rev}))
}

func (d *desk) Drop(ctx context.Context, name coop.TemplateName) error {
	return d.DropTemplateDraft(ctx, d.Actor(), name)
}

func (d *desk) Begin(ctx context.Context, name coop.TemplateName) (templates.Draft, error) {
	return shown(d.BeginTemplate(ctx, d.Actor(), name))
}

func (d *desk) Publish(ctx context.Context, name coop.TemplateName, note string) (int, error) {
	stored, err := d.PublishTemplate(ctx, d.Actor(), name, note)
	return stored.Version, err
}

func (d *desk) Restore(ctx context.Context, name coop.TemplateName, version int, note string) (int, error) {
	stored, err := d.RestoreTemplate(ctx, d.Actor(), name, version, note)
	return stored.Version, err
}

func (d *desk) Versions(ctx context.Context, name coop.TemplateName) ([]templates.Version, error) {
	found, err := d.TemplateVersions(ctx, d.Actor(), name)
	var all []templates.Version
	for _, v := range found {
		all = append(all, templates.Version(v))
	}
	return all, err
}

func (d *desk) Import(ctx context.Context, _ string, replace bool) (templates.Draft, error) {
	return shown(d.ImportTemplate(ctx, d.Actor(), d.imported, replace))
}

func (d *desk) Export(ctx context.Context, name coop.TemplateName, version int, folder string) (string, error) {
	file, source, err := d.ExportTemplate(ctx, d.Actor(), name, version)
	d.exported[folder+"/"+file] = source
	return folder + "/" + file, err
}

func (d *desk) Lay(ctx context.Context, asked templates.Asked) (templates.Laid, error) {
	d.laid++
	tried, err := d.press.Try(ctx, d.Actor(), press.Try(asked))
	laid := templates.Laid{Facts: tried.Facts}
	for _, page := range tried.Pages {
		laid.Leaves = append(laid.Leaves, kit.Leaf{Width: page.Width, Height: page.Height, Draw: func(p kit.Pencil) { page.Draw(p) }})
	}
	if o := tried.Overflow; o != nil {
		laid.Overflow = &templates.Overflow{Part: o.Block, Line: o.Line}
	}
	return laid, err
}

func (d *desk) TryLongest(ctx context.Context, t template.Template, told func(done, total int)) (templates.Longest, error) {
	found, err := d.press.TryLongest(ctx, d.Actor(), t, told)
	all := templates.Longest{Tried: found.Tried}
	for _, o := range found.Over {
		all.Over = append(all.Over, templates.Over{
			Household: o.Household.ID, Name: d.Words.People(o.Household.Holders), Overflow: templates.Overflow{Part: o.Overflow.Block, Line: o.Overflow.Line},
		})
	}
	return all, err
}

func (d *desk) Search(ctx context.Context, words string) ([]coop.Row, error) {
	return d.Desk.Search(ctx, d.Actor(), words, 6)
}

// room is the screen in a window.
type room struct {
	screen *templates.Screen
	window fyne.Window
	steps  *kit.Steps
	errors []error
	done   []string
}

var light = look.Style{Mode: look.Light}

func opened(tb testing.TB, d *desk, style look.Style, width, height float32) *room {
	tb.Helper()
	test.NewTempApp(tb)
	r := &room{}
	run, steps := kit.Stepped()
	r.steps = steps
	r.window = uitest.Styled(tb, style, kit.Column(), width, height)
	r.screen = templates.New(templates.Params{
		Desk: d, Words: d.Words, Run: run, Today: trial.Today, Window: r.window,
		Fonts:   press.Fonts().Faces(),
		OnError: func(err error) { r.errors = append(r.errors, err) }, OnDone: func(text string) { r.done = append(r.done, text) },
		ChooseFile:   func(chosen func(string)) { chosen("/media/stick/closing-letter.fr.yaml") },
		ChooseFolder: func(chosen func(string)) { chosen("/media/stick") },
	})
	r.window.SetContent(r.screen.Content())
	r.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { r.screen.TypedKey(e) })
	r.screen.Refresh()
	r.settle()
	return r
}

// settle lets the pauses after typing pass.
func (r *room) settle() {
	r.steps.Pass(2 * time.Second)
	uitest.Settle(r.window)
}

var sizes = map[string]fyne.Size{
	"1366x768": {Width: 1282, Height: 704}, "1280x800": {Width: 1196, Height: 736}, "800x1280": {Width: 800, Height: 1140},
}

func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	d := newDesk(t, 300)
	begun, err := d.OpenTemplate(t.Context(), d.Actor(), closing)
	if err != nil {
		t.Fatal(err)
	}
	begun.Template.Blocks[0].Text = "Votre visite : c’est noté, merci de nous l’avoir dit"
	begun.Template.Blocks[3], begun.Template.Blocks[4] = begun.Template.Blocks[4], begun.Template.Blocks[3]
	if _, err := d.KeepTemplateDraft(t.Context(), d.Actor(), begun); err != nil {
		t.Fatal(err)
	}
	if _, err := d.PublishTemplate(t.Context(), d.Actor(), closing, "Un objet plus doux"); err != nil {
		t.Fatal(err)
	}
	for size, at := range sizes {
		for name, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
			t.Run(size+" "+name, func(t *testing.T) {
				r := opened(t, d, look.Style{Mode: mode}, at.Width, at.Height)
				shot := func(what string) {
					r.settle()
					uitest.Shot(t, r.window, "templates/"+size+"-"+name+"-"+what+".png")
				}
				shot("list")
				r.screen.Edit(closing)
				shot("editor")
				uitest.Press(t, r.window, "Données personnelles")
				uitest.Press(t, r.window, "Insérer un renseignement")
				uitest.Press(t, r.window, "Pour qui")
				shot("whom")
				uitest.Press(t, r.window, "Pour qui")
				shot("sources")
				uitest.Press(t, r.window, "Formule d’appel")
				uitest.Type(t, r.window, "Formule d’appel", strings.Repeat("Bonjour {nom de la personne} et {nom du chat}, ", 60))
				shot("overflow")
				uitest.Press(t, r.window, "Publier…")
				shot("blocked")
				uitest.Key(t, r.window, fyne.KeyEscape)
				uitest.Type(t, r.window, "Formule d’appel", strings.Repeat("Bonjour {nom de la personne} de {nom de la résidence}, ", 55))
				uitest.Press(t, r.window, "Essayer sur les noms les plus longs")
				shot("longest")
				uitest.Key(t, r.window, fyne.KeyEscape)
				uitest.Press(t, r.window, "Annuler")
				uitest.Press(t, r.window, "Publier…")
				shot("same")
				uitest.Key(t, r.window, fyne.KeyEscape)
				uitest.Type(t, r.window, "Formule d’appel", "Bonjour {nom de la personne},")
				uitest.Press(t, r.window, "Publier…")
				shot("publish")
				uitest.Key(t, r.window, fyne.KeyEscape)
				uitest.Press(t, r.window, "Une personne inventée")
				shot("pick")
				uitest.Key(t, r.window, fyne.KeyEscape)
				r.screen.Back()
				r.screen.Versions(closing)
				shot("versions")
				r.screen.Back()
				uitest.Press(t, r.window, "Ajouter une langue")
				shot("languages")
			})
		}
	}
}
