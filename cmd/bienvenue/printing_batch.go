package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/ui"
	"bienvenue/app/ui/batch"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
	"bienvenue/cmd/bienvenue/press"
)

// batchPapers makes papers for many households at once.
type batchPapers struct {
	press *press.Press
	by    coop.Actor
	words *i18n.Words
}

var _ ui.BatchPapers = batchPapers{}

// Make implements batch.Maker.
func (b batchPapers) Make(ctx context.Context, o batch.Order, progress func(done, total int)) (batch.Made, error) {
	made, err := b.press.Run(ctx, b.by, press.Batch{ID: o.ID, Folder: o.Folder, Each: o.Each, Words: b.words, Progress: progress})
	if err != nil {
		return batch.Made{}, err
	}
	return batch.Made{
		Batch: made.Batch, Papers: made.Papers, Pages: made.Pages, File: made.File, Each: o.Each, Alone: made.Alone, Leaves: leavesOf(made.First),
	}, nil
}

// leavesOf are pages as a screen shows them.
func leavesOf(pages []*paper.Page) []kit.Leaf {
	leaves := make([]kit.Leaf, len(pages))
	for i, page := range pages {
		leaves[i] = kit.Leaf{Width: page.Width, Height: page.Height, Draw: func(p kit.Pencil) { page.Draw(p) }}
	}
	return leaves
}

// Leaves implements batch.Maker.
func (b batchPapers) Leaves(ctx context.Context, asked coop.BatchAsked, household coop.HouseholdID) ([]kit.Leaf, error) {
	made, err := b.press.Pages(ctx, b.by, press.Order{
		Kind: asked.Kind, Household: household, Event: asked.Event, ReplyBy: asked.ReplyBy, Second: asked.Second,
	})
	return leavesOf(made.Pages), err
}

// Printed implements ui.BatchPapers.
func (b batchPapers) Printed(m batch.Made) sheet.Desk {
	return madeDesk(func(context.Context) (sheet.Made, error) {
		pdf, err := os.ReadFile(m.File)
		if err != nil {
			return sheet.Made{}, fmt.Errorf("read a batch: %w: %w", err, coop.Refuse("shell.refused.file", nil))
		}
		sum := sha256.Sum256(pdf)
		return sheet.Made{PDF: pdf, Hash: hex.EncodeToString(sum[:]), Leaves: m.Leaves, Alone: m.Alone}, nil
	})
}

// Labels implements ui.BatchPapers.
func (b batchPapers) Labels(ids []coop.HouseholdID, first int) sheet.Desk {
	return madeDesk(func(ctx context.Context) (sheet.Made, error) {
		pdf, sheets, err := b.press.Labels(ctx, ids, first, b.words)
		if err != nil {
			return sheet.Made{}, err
		}
		sum := sha256.Sum256(pdf)
		return sheet.Made{PDF: pdf, Hash: hex.EncodeToString(sum[:]), Leaves: leavesOf(sheets), Alone: true}, nil
	})
}

// madeDesk shows a paper of which no household's journal tells: labels are no letter, and the papers of a
// batch were entered when they were made.
type madeDesk func(ctx context.Context) (sheet.Made, error)

// Make implements sheet.Desk.
func (d madeDesk) Make(ctx context.Context) (sheet.Made, error) { return d(ctx) }

// Keep implements sheet.Desk.
func (madeDesk) Keep(context.Context, string, coop.PaperMeans) error { return nil }
