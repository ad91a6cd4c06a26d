package main

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/templates"
	"bienvenue/cmd/bienvenue/press"
)

// paperTexts tries the texts of papers for the window.
func paperTexts(p *press.Press) ui.PaperTexts {
	return ui.PaperTexts{
		Lay: func(ctx context.Context, by coop.Actor, asked templates.Asked) (templates.Laid, error) {
			tried, err := p.Try(ctx, by, press.Try(asked))
			laid := templates.Laid{Facts: tried.Facts}
			for _, page := range tried.Pages {
				laid.Leaves = append(laid.Leaves, kit.Leaf{Width: page.Width, Height: page.Height, Draw: func(pencil kit.Pencil) { page.Draw(pencil) }})
			}
			if o := tried.Overflow; o != nil {
				laid.Overflow = &templates.Overflow{Part: o.Block, Line: o.Line}
			}
			return laid, err
		},
		TryLongest: func(
			ctx context.Context, by coop.Actor, t template.Template, told func(done, total int), words *i18n.Words,
		) (templates.Longest, error) {
			found, err := p.TryLongest(ctx, by, t, told)
			all := templates.Longest{Tried: found.Tried}
			for _, o := range found.Over {
				all.Over = append(all.Over, templates.Over{
					Household: o.Household.ID, Name: words.People(o.Household.Holders),
					Overflow: templates.Overflow{Part: o.Overflow.Block, Line: o.Overflow.Line},
				})
			}
			return all, err
		},
		Read: func(path string) ([]byte, error) {
			source, err := readAtMost(path, mostScript)
			if err != nil {
				return nil, fmt.Errorf("read a text: %w: %w", err, coop.Refuse("shell.refused.script", nil))
			}
			return source, nil
		},
		Save: saveNew,
	}
}
