package office_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/script"
)

const tenants = coop.ScriptID("courtesy-tenant")

// manager is who may write the coop's texts.
func (d *talkDesk) manager() coop.Actor {
	by := d.by
	by.Staff.Role = coop.Manager
	return by
}

// writes keeps a draft in which the script was changed.
func (d *talkDesk) writes(t *testing.T, id coop.ScriptID, change func(*script.Script)) office.Draft {
	t.Helper()
	draft, err := d.OpenDraft(t.Context(), d.manager(), id)
	if err != nil {
		t.Fatal(err)
	}
	change(&draft.Script)
	kept, err := d.KeepDraft(t.Context(), d.manager(), draft)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func says(text string) func(*script.Script) {
	return func(s *script.Script) { s.All[0].Say = text }
}

func (d *talkDesk) publishes(t *testing.T, id coop.ScriptID, note string) coop.StoredScript {
	t.Helper()
	stored, err := d.Publish(t.Context(), d.manager(), id, note)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func (d *talkDesk) card(t *testing.T, id coop.ScriptID) office.ScriptCard {
	t.Helper()
	cards, err := d.ScriptCards(t.Context(), d.manager())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cards {
		if c.Script.ID == id {
			return c
		}
	}
	t.Fatalf("no card of %s", id)
	return office.ScriptCard{}
}

func refusedWith(t *testing.T, err error, key string) {
	t.Helper()
	refusal, ok := errors.AsType[*coop.RefusalError](err)
	if !ok || refusal.Key != key {
		t.Errorf("got %v, want %s", err, key)
	}
}

func TestATalkBegunWithTheOldTextsFinishesWithThem(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	old, err := d.BeginTalk(ctx, d.by, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	if err != nil {
		t.Fatal(err)
	}
	d.writes(t, tenants, says("Bonjour, nous avons cinq minutes."))
	published := d.publishes(t, tenants, "Un début plus court")
	if published.Version <= old.Script.Version || published.Shipped != old.Script.Version {
		t.Errorf("published version %d made from %d", published.Version, published.Shipped)
	}
	again, err := d.OpenTalk(ctx, d.by, old.Talk.ID)
	if err != nil {
		t.Fatal(err)
	}
	if again.Script.Version != old.Script.Version || again.Script.All[0].Say != old.Script.All[0].Say {
		t.Errorf("the old talk goes on with version %d: %s", again.Script.Version, again.Script.All[0].Say)
	}
	next, err := d.BeginTalk(ctx, d.by, office.TalkStart{Household: d.buyer, Kind: coop.CounterTalk})
	if err != nil || next.Script.ID == tenants {
		t.Errorf("a talk of another kind is led by %s: %v", next.Script.ID, err)
	}
	if err := d.AbandonTalk(ctx, d.by, old.Talk.ID); err != nil {
		t.Fatal(err)
	}
	fresh, err := d.BeginTalk(ctx, d.by, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	if err != nil || fresh.Script.All[0].Say != "Bonjour, nous avons cinq minutes." || fresh.Talk.Version != published.Version {
		t.Errorf("a new talk is led by version %d: %v", fresh.Talk.Version, err)
	}
	if languages := fresh.Script.Languages(); len(languages) != len(old.Script.Languages()) {
		t.Errorf("it can be said in %v", languages)
	}
}

func TestADraftIsKeptAsItWasWrittenAndByOneHand(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	if c := d.card(t, tenants); c.Draft != nil || c.Own || c.Version == 0 {
		t.Fatalf("before: %+v", c)
	}
	kept := d.writes(t, tenants, func(s *script.Script) {
		s.All[0].Say, s.All[1].Title = "", "« Un titre : bien trop long pour le plan d’un entretien »"
	})
	if kept.Rev != 1 || len(kept.Faults) < 2 {
		t.Errorf("kept as %d with %v", kept.Rev, kept.Faults)
	}
	again, err := d.OpenDraft(ctx, d.by, tenants)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(kept.Script, again.Script); diff != "" {
		t.Errorf("the draft is not what was written:\n%s", diff)
	}
	if again.Before == nil || again.Before.All[0].Say == "" || again.Fields["residence"] == "" || again.Fields["share"] == "" {
		t.Errorf("before: %v, fields: %v", again.Before != nil, again.Fields)
	}
	stale := again
	if _, err := d.KeepDraft(ctx, d.manager(), again); err != nil {
		t.Fatal(err)
	}
	if _, err := d.KeepDraft(ctx, d.manager(), stale); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a stale draft was kept: %v", err)
	}
	if c := d.card(t, tenants); c.Draft == nil || c.Script.All[0].Say == "" {
		t.Errorf("the card shows %+v", c.Draft)
	}
	if err := d.DropDraft(ctx, d.manager(), tenants); err != nil {
		t.Fatal(err)
	}
	if c := d.card(t, tenants); c.Draft != nil {
		t.Error("the draft is still there")
	}
}

func TestWhatCannotBePublishedIsRefused(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	_, err := d.Publish(ctx, d.manager(), tenants, "Rien")
	refusedWith(t, err, "version.refused.nothing")
	d.writes(t, tenants, func(*script.Script) {})
	_, err = d.Publish(ctx, d.manager(), tenants, "Rien")
	refusedWith(t, err, "version.refused.same")
	d.writes(t, tenants, func(s *script.Script) { s.All[0].Say = "{mystery|" })
	_, err = d.Publish(ctx, d.manager(), tenants, "Une faute")
	refusedWith(t, err, "version.refused.faults")
	if faults := script.Found(err); len(faults) == 0 || faults[0].Line == 0 {
		t.Errorf("the faults are %v", faults)
	}
	d.writes(t, tenants, says("Bonjour."))
	for note, by := range map[string]coop.Actor{"  ": d.manager(), strings.Repeat("a", 281): d.manager()} {
		_, err = d.Publish(ctx, by, tenants, note)
		refusedWith(t, err, "version.refused.note")
	}
	_, err = d.Publish(ctx, d.by, tenants, "Un début")
	refusedWith(t, err, "version.refused.role")
	_, err = d.KeepDraft(ctx, d.by, office.Draft{Script: script.Script{ID: tenants}})
	refusedWith(t, err, "version.refused.role")
	refusedWith(t, d.Withdraw(ctx, d.manager(), tenants, "Trop long"), "version.refused.shipped")
}

func TestTheCoopsOwnScriptLeadsUntilItIsWithdrawn(t *testing.T) {
	d, ctx := newTalkDesk(t), t.Context()
	draft, err := d.NewScript(ctx, d.manager(), tenants, "Visite d’été à Champmilan")
	if err != nil || draft.Script.ID != "visite-d-ete-a-champmilan" || draft.Base != 0 || draft.Before != nil {
		t.Fatalf("begun as %s: %v", draft.Script.ID, err)
	}
	second, err := d.NewScript(ctx, d.manager(), tenants, "Visite d’été à Champmilan")
	if err != nil || second.Script.ID != "visite-d-ete-a-champmilan-2" {
		t.Errorf("the second is %s: %v", second.Script.ID, err)
	}
	id := draft.Script.ID
	d.writes(t, id, func(s *script.Script) {
		garage := false
		s.For.Garage, s.For.Heatings = &garage, []coop.Heating{coop.CollectiveHeating}
	})
	if c := d.card(t, id); c.Version != 0 || c.Own || c.Draft == nil {
		t.Errorf("a script that was never published: %+v", c)
	}
	if v := d.publishes(t, id, "Pour l’été"); v.Version != 1 || v.Shipped != 0 {
		t.Errorf("published as %d from %d", v.Version, v.Shipped)
	}
	c, err := d.BeginTalk(ctx, d.by, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	if err != nil || c.Script.ID != id {
		t.Fatalf("led by %s: %v", c.Script.ID, err)
	}
	if err := d.Withdraw(ctx, d.manager(), id, "L’été est fini"); err != nil {
		t.Fatal(err)
	}
	refusedWith(t, d.Withdraw(ctx, d.manager(), id, "Encore"), "version.refused.withdrawn")
	if c := d.card(t, id); !c.Withdrawn || c.Version != 2 || c.By != "Karim Belkacem" || c.Note != "L’été est fini" {
		t.Errorf("withdrawn: %+v", c)
	}
	if again, err := d.OpenTalk(ctx, d.by, c.Talk.ID); err != nil || again.Script.Version != 1 {
		t.Errorf("the talk that was begun: version %d, %v", again.Script.Version, err)
	}
	if err := d.AbandonTalk(ctx, d.by, c.Talk.ID); err != nil {
		t.Fatal(err)
	}
	if c, err = d.BeginTalk(ctx, d.by, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk}); err != nil || c.Script.ID != tenants {
		t.Errorf("led by %s: %v", c.Script.ID, err)
	}
	d.writes(t, id, func(*script.Script) {})
	if v := d.publishes(t, id, "L’été revient"); v.Version != 3 || v.Withdrawn {
		t.Errorf("published again: %+v", v)
	}
}
