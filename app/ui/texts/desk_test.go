package texts_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/texts"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"
)

const today coop.Day = "2026-11-24"

var monday = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

// desk keeps scripts in memory, as the office's side keeps them in the archive.
type desk struct {
	scripts  []script.Script
	cards    map[coop.ScriptID]texts.Card
	drafts   map[coop.ScriptID]texts.Draft
	versions map[coop.ScriptID][]texts.Version
	facts    map[string]string
	refuse   error // what every act is answered with
	faults   script.FileErrors
	kept     int // how often a draft was saved
	notes    []string
	imported []string
	exported string
	taken    bool
	theirs   script.Script
}

// shipped reads the scripts that the program brings.
func shipped(tb testing.TB) []script.Script {
	tb.Helper()
	folder := "../../../assets/scripts"
	names, err := filepath.Glob(folder + "/*.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	var files []script.File
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, script.File{Name: filepath.Base(name), Source: source})
	}
	var all []script.Script
	for _, b := range script.Gather(files) {
		if b.Err != nil {
			tb.Fatal(b.Err)
		}
		all = append(all, b.Script)
	}
	return all
}

func newDesk(tb testing.TB) *desk {
	tb.Helper()
	d := &desk{
		scripts: shipped(tb), cards: map[coop.ScriptID]texts.Card{}, drafts: map[coop.ScriptID]texts.Draft{},
		versions: map[coop.ScriptID][]texts.Version{},
		facts: map[string]string{
			"coop": "Coopérative HLM des Deux Rives", "share": "16 €", "agency_phone": "01 99 00 12 12", "officer": "Hugo Meunier",
		},
	}
	for _, s := range d.scripts {
		d.cards[s.ID] = texts.Card{Script: s, Version: s.Version, Shipped: true}
		d.versions[s.ID] = []texts.Version{{StoredScript: coop.StoredScript{ID: s.ID, Version: s.Version}, Script: s}}
	}
	return d
}

func (d *desk) Cards(context.Context) ([]texts.Card, error) {
	var cards []texts.Card
	for _, s := range d.scripts {
		card := d.cards[s.ID]
		if begun, ok := d.drafts[s.ID]; ok && begun.Rev > 0 {
			card.Draft = &texts.DraftCard{Saved: monday, By: "Sonia Arnaud"}
		}
		cards = append(cards, card)
	}
	return cards, d.refuse
}

func (d *desk) OpenDraft(_ context.Context, id coop.ScriptID) (texts.Draft, error) {
	if begun, ok := d.drafts[id]; ok {
		return begun, d.refuse
	}
	for _, s := range d.scripts {
		if s.ID == id {
			return texts.Draft{Script: s, Base: s.Version, Shipped: s.Version, Before: &s, Fields: d.facts}, d.refuse
		}
	}
	return texts.Draft{}, coop.ErrNotFound
}

func (d *desk) KeepDraft(_ context.Context, to texts.Draft) (texts.Draft, error) {
	if d.refuse != nil {
		return texts.Draft{}, d.refuse
	}
	to.Rev++
	d.kept++
	d.drafts[to.Script.ID] = to
	return to, nil
}

func (d *desk) DropDraft(_ context.Context, id coop.ScriptID) error {
	delete(d.drafts, id)
	return d.refuse
}

func (d *desk) NewScript(_ context.Context, from coop.ScriptID, title string) (texts.Draft, error) {
	begun, err := d.OpenDraft(context.Background(), from)
	begun.Script.ID, begun.Script.Title, begun.Before, begun.Base = "copy", title, nil, 0
	return begun, err
}

func (d *desk) Publish(_ context.Context, id coop.ScriptID, note string) (coop.StoredScript, error) {
	if d.refuse != nil {
		return coop.StoredScript{}, d.refuse
	}
	begun := d.drafts[id]
	delete(d.drafts, id)
	d.notes = append(d.notes, note)
	stored := coop.StoredScript{ID: id, Version: begun.Base + 1, Note: note, Published: monday}
	d.versions[id] = slices.Insert(d.versions[id], 0, texts.Version{StoredScript: stored, Script: begun.Script, Name: "Sonia Arnaud"})
	d.cards[id] = texts.Card{Script: begun.Script, Version: stored.Version, Own: true, Published: monday, By: "Sonia Arnaud", Note: note, Shipped: true}
	return stored, nil
}

func (d *desk) Withdraw(_ context.Context, id coop.ScriptID, note string) error {
	card := d.cards[id]
	card.Withdrawn = true
	d.cards[id] = card
	d.notes = append(d.notes, note)
	return d.refuse
}

func (d *desk) RestoreShipped(_ context.Context, _ coop.ScriptID, note string) error {
	d.notes = append(d.notes, note)
	return d.refuse
}

func (d *desk) Versions(_ context.Context, id coop.ScriptID) ([]texts.Version, error) {
	return d.versions[id], d.refuse
}

func (d *desk) Import(_ context.Context, paths []string, replace bool) (texts.Draft, error) {
	if len(d.faults) > 0 {
		return texts.Draft{}, d.faults
	}
	if len(d.drafts) > 0 && !replace {
		return texts.Draft{}, coop.Refuse("version.refused.draft", map[string]any{"Title": "Premier contact au guichet"})
	}
	d.imported = paths
	return d.OpenDraft(context.Background(), d.scripts[0].ID)
}

func (d *desk) Export(_ context.Context, id coop.ScriptID, _ int, folder string) (string, error) {
	d.exported = folder
	return folder + "/" + string(id) + ".fr.yaml", d.refuse
}

func (d *desk) Update(_ context.Context, id coop.ScriptID) (base, ours, theirs script.Script, err error) {
	begun, err := d.OpenDraft(context.Background(), id)
	return d.cards[id].Script, begun.Script, d.theirs, err
}

func (d *desk) TakeUpdate(ctx context.Context, to texts.Draft) (texts.Draft, error) {
	d.taken = true
	return d.KeepDraft(ctx, to)
}

func (d *desk) Fields(context.Context, string) (map[string]string, error) { return d.facts, nil }

// room is the room « Textes » in a window.
type room struct {
	screen    *texts.Screen
	window    fyne.Window
	steps     *kit.Steps
	errors    []error
	done      []string
	rehearsed []string
}

func opened(tb testing.TB, d *desk, style look.Style, width, height float32) *room {
	tb.Helper()
	return openedIn(tb, d, "fr", style, width, height)
}

// openedIn opens the room in a window's language.
func openedIn(tb testing.TB, d *desk, language string, style look.Style, width, height float32) *room {
	tb.Helper()
	uitest.App(tb)
	catalog := uitest.Catalog(tb)
	terms, err := draft.ReadTerms(assets.Glossary)
	if err != nil {
		tb.Fatal(err)
	}
	r := &room{}
	run, steps := kit.Stepped()
	r.steps = steps
	r.window = uitest.Styled(tb, style, kit.Column(), width, height)
	r.screen = texts.New(texts.Params{
		Desk: d, Words: catalog.Words(language, time.UTC), Run: run, Today: today, Window: r.window,
		Lexicon: draft.ReadLexicon(assets.CommonWords), Terms: terms,
		OnError: func(err error) { r.errors = append(r.errors, err) }, OnDone: func(text string) { r.done = append(r.done, text) },
		OnRehearse: func(id coop.ScriptID, draft bool) {
			r.rehearsed = append(r.rehearsed, string(id)+map[bool]string{true: " draft", false: ""}[draft])
		},
		OnLessons:    func(coop.ScriptID) {},
		ChooseFiles:  func(chosen func([]string)) { chosen([]string{"/media/stick/counter.fr.yaml"}) },
		ChooseFolder: func(chosen func(string)) { chosen("/media/stick") },
	})
	r.window.SetContent(r.screen.Content())
	r.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { r.screen.TypedKey(e) })
	r.screen.Refresh()
	r.settle()
	return r
}

// settle lets pauses in typing pass and lays the window out.
func (r *room) settle() {
	r.steps.Pass(2 * time.Second)
	uitest.Settle(r.window)
}

var light = look.Style{Mode: look.Light}

// points opens the list of what is to be looked at.
func (r *room) points(tb testing.TB) {
	tb.Helper()
	for _, words := range []string{"À voir", "point à voir", "points à voir"} {
		if uitest.CanPress(r.window, words) {
			uitest.Press(tb, r.window, words)
			return
		}
	}
	for _, text := range uitest.Texts(r.window) {
		if strings.HasSuffix(text, "points à voir") || strings.HasSuffix(text, "point à voir") {
			uitest.Press(tb, r.window, text)
			return
		}
	}
	tb.Fatal("there is no list of points")
}

// page scrolls the longest part of the window that scrolls.
func (r *room) page(tb testing.TB, screens float32) {
	tb.Helper()
	uitest.Find(r.window, func(o fyne.CanvasObject) bool {
		scroll, ok := o.(*kit.TouchScroll)
		if ok && scroll.Size().Width > 400 {
			scroll.Page(screens)
			return true
		}
		return false
	})
}

// writes leaves what a coop has: a draft of the counter's script with faults, a version of its own, an update.
func (d *desk) writes(tb testing.TB) {
	tb.Helper()
	for i, s := range d.scripts {
		switch s.ID {
		case "counter":
			now := draft.Clone(s)
			now.All[0].Say = "Bonjour, bienvenue chez {coop|nous}, dont le médiateur est {mediator|quelqu’un d’indépendant}, et à qui appartient, " +
				"selon le règlement et nonobstant toute stipulation contraire, la quote-part afférente aux parties communes ?"
			now.All[1].Questions[0].Choices = now.All[1].Questions[0].Choices[:1]
			now.All[2].Sources[0].Checked = "2025-03-01"
			before := s
			d.drafts[s.ID] = texts.Draft{Script: now, Base: 1, Shipped: 1, Rev: 3, Before: &before, Fields: d.facts}
		case "courtesy-tenant":
			now := draft.Clone(s)
			now.All[0].Say = strings.Replace(now.All[0].Say, "Bonjour", "Bonjour et bienvenue", 1)
			now.All[1].Simple = "C’est simple.\nOn parle de votre logement."
			now = draft.MoveStep(now, 4, 6)
			now, _ = draft.CopyStep(now, 2)
			now = draft.RemoveStep(now, 8)
			now.Version = 2
			d.scripts[i] = now
			d.cards[s.ID] = texts.Card{Script: now, Version: 2, Own: true, Published: monday, By: "Sonia Arnaud", Shipped: true, Rehearsed: 3}
			d.versions[s.ID] = append([]texts.Version{{
				StoredScript: coop.StoredScript{ID: s.ID, Version: 2, Published: monday, Note: "Accueil plus chaleureux"}, Script: now, Name: "Sonia Arnaud",
			}}, d.versions[s.ID]...)
		case "courtesy-copro":
			ours, theirs := draft.Clone(s), draft.Clone(s)
			ours.All[0].Say = "Bonjour, " + ours.All[0].Say
			theirs.All[0].Say = "Bienvenue. " + theirs.All[0].Say
			theirs.All[2].Title = "Un titre plus clair"
			ours.All[3].Simple = "Nos mots à nous."
			card := d.cards[s.ID]
			card.Update = 2
			d.cards[s.ID] = card
			d.drafts[s.ID] = texts.Draft{Script: ours, Base: 1, Shipped: 1, Fields: d.facts, Before: &s}
			d.theirs = theirs
		}
	}
}

func said(texts []string, words string) bool {
	return slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, words) })
}
