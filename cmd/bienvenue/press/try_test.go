package press_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/template"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/cmd/bienvenue/press"
)

func TestEveryTextThatTheProgramBringsIsTriedForAnybody(t *testing.T) {
	d := newDesk(t)
	d.Member.Role = coop.Manager
	cards, err := d.TemplateCards(t.Context(), d.Actor())
	if err != nil || len(cards) == 0 {
		t.Fatal(len(cards), err)
	}
	for _, c := range cards {
		for _, home := range []coop.HouseholdID{"", d.home} {
			for _, product := range []coop.Product{"", coop.Rental, coop.PSLA, coop.Copro} {
				tried, err := d.press.Try(t.Context(), d.Actor(), press.Try{Template: c.Template, Household: home, Product: product})
				if err != nil || tried.Overflow != nil || len(tried.Pages) == 0 || tried.Facts.Fields["name"] == "" {
					t.Errorf("%v for %q as %q: %d pages, overflow %v, %v", c.Name, home, product, len(tried.Pages), tried.Overflow, err)
				}
			}
		}
	}
}

func TestATriedTextLeavesNothingBehind(t *testing.T) {
	d := newDesk(t)
	one, err := d.Template(t.Context(), coop.TemplateName{Kind: coop.LoyaltyLetter, Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.press.Try(t.Context(), d.Actor(), press.Try{Template: one, Household: d.home, Share: coop.ShareRefused}); err != nil {
		t.Fatal(err)
	}
	file, err := d.Open(t.Context(), d.Actor(), d.home)
	if err != nil || len(file.Papers) != 0 || file.Household.Share.State == coop.ShareRefused {
		t.Errorf("papers %v, share %v: %v", file.Papers, file.Household.Share, err)
	}
}

func TestATextIsTriedOnTheLongestNames(t *testing.T) {
	d := desk{Desk: trial.Open(t, 60)}
	d.press = pressOf(t, d.Desk)
	one, err := d.Template(t.Context(), coop.TemplateName{Kind: coop.ClosingLetter, Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	try := func(text template.Template) press.Longest {
		told, last := 0, 0
		found, err := d.press.TryLongest(t.Context(), d.Actor(), text, func(_, total int) { told, last = told+1, total })
		if err != nil || found.Tried < 40 || told != found.Tried || last != found.Tried {
			t.Fatalf("tried %d, told %d of %d: %v", found.Tried, told, last, err)
		}
		return found
	}
	_, err = d.press.TryLongest(t.Context(), coop.Actor{}, one, nil)
	if refusal, ok := errors.AsType[*coop.RefusalError](err); !ok || refusal.Key != "version.refused.role" {
		t.Errorf("anybody may try: %v", err)
	}
	d.Member.Role = coop.Manager
	if found := try(one); len(found.Over) > 0 {
		t.Errorf("overflows for %+v", found.Over)
	}
	long := one.Clone()
	long.Blocks[2].Text = strings.Repeat("{name}, {residence}. ", 90)
	found := try(long)
	if len(found.Over) == 0 {
		t.Fatal("nothing overflows")
	}
	for _, o := range found.Over {
		if o.Overflow.Line == "" || o.Overflow.Block == "" || len(o.Household.Holders) == 0 {
			t.Errorf("says only %+v", o)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = d.press.TryLongest(ctx, d.Actor(), one, func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled trial gives %v", err)
	}
}

// BenchmarkTry lays out a text for somebody, as the editor does after a pause in typing.
func BenchmarkTry(b *testing.B) {
	d := trial.Open(b, 60)
	p := pressOf(b, d)
	one, err := d.Template(b.Context(), coop.TemplateName{Kind: coop.IntegrationLetter, Language: "fr"})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := p.Try(b.Context(), d.Actor(), press.Try{Template: one}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTheTextsOfATriedSheetMissNoFactOfTheirOwnPlace(t *testing.T) {
	d := newDesk(t)
	text, err := d.Template(t.Context(), coop.TemplateName{Kind: coop.WelcomeSheet, Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	tried, err := d.press.Try(t.Context(), d.Actor(), press.Try{Template: text})
	if err != nil || len(tried.Pages) != 1 {
		t.Fatalf("%d pages: %v", len(tried.Pages), err)
	}
	for _, id := range []string{"made", "home.building", "date.rent.day", "date.insurance.next"} {
		b, ok := text.Block(id)
		if missing := b.Missing(tried.Facts); !ok || len(missing) > 0 {
			t.Errorf("%s misses %v", id, missing)
		}
	}
}
