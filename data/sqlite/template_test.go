package sqlite

import (
	"errors"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func TestTemplatesComeBackVersionByVersion(t *testing.T) {
	a := fresh(t)
	first := coop.StoredTemplate{
		Kind: coop.ClosingLetter, Language: "fr", Version: 2, Source: []byte("kind: closing-letter\n"), Shipped: 1, Published: noon, By: "s", Note: "plus court",
	}
	second, english, other := first, first, first
	second.Version, second.Published, second.Source = 3, noon.Add(time.Hour), []byte("x")
	english.Language, english.Version, english.Shipped = "en", 1, 0
	other.Kind = coop.AgmLetter
	keep(t, a, coop.Change{Templates: []coop.StoredTemplate{first, second, english, other}})
	same(t, "last ones", must(a.Templates(t.Context()))(t), []coop.StoredTemplate{other, english, second})
	name := coop.TemplateName{Kind: coop.ClosingLetter, Language: "fr"}
	same(t, "versions", must(a.TemplateVersions(t.Context(), name))(t), []coop.StoredTemplate{second, first})
	again := first
	again.Note = "autre chose"
	if err := a.Keep(t.Context(), coop.Change{Templates: []coop.StoredTemplate{again}}); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a version published twice gives %v", err)
	}
	same(t, "after a refusal", must(a.TemplateVersions(t.Context(), name))(t), []coop.StoredTemplate{second, first})
}

func TestATemplateDraftIsKeptUntilItIsPublishedOrThrownAway(t *testing.T) {
	a := fresh(t)
	name := coop.TemplateName{Kind: coop.ClosingLetter, Language: "fr"}
	d := coop.TemplateDraft{Kind: name.Kind, Language: name.Language, Source: []byte("kind: x\n"), Base: 2, Shipped: 1, Saved: noon, By: "s"}
	empty := coop.TemplateDraft{Kind: coop.AgmLetter, Language: "uk", Saved: noon, By: "s"}
	keep(t, a, coop.Change{Templating: []coop.TemplateDraft{d, empty}})
	d.Rev, empty.Rev, empty.Source = 1, 1, []byte{}
	same(t, "drafts", must(a.TemplateDrafts(t.Context()))(t), []coop.TemplateDraft{empty, d})
	d.Source = []byte("kind: y\n")
	keep(t, a, coop.Change{Templating: []coop.TemplateDraft{d}})
	if err := a.Keep(t.Context(), coop.Change{Templating: []coop.TemplateDraft{d}}); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a stale draft gives %v", err)
	}
	fresh := d
	fresh.Rev = 0
	if err := a.Keep(t.Context(), coop.Change{Templating: []coop.TemplateDraft{fresh}}); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a second draft in its place gives %v", err)
	}
	keep(t, a, coop.Change{Untemplate: []coop.TemplateName{name}, Templating: []coop.TemplateDraft{fresh}})
	fresh.Rev = 1
	same(t, "a draft in another's place", must(a.TemplateDrafts(t.Context()))(t), []coop.TemplateDraft{empty, fresh})
	keep(t, a, coop.Change{Untemplate: []coop.TemplateName{name}})
	same(t, "what is left", must(a.TemplateDrafts(t.Context()))(t), []coop.TemplateDraft{empty})
}
