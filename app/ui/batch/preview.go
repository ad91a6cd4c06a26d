package batch

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// The room that a page has in its sheet.
const (
	previewWidth  float32 = 460
	previewHeight float32 = 560
)

// preview shows one household's paper as it would be made. Nothing is kept of it.
func (s *Screen) preview(id coop.HouseholdID, row coop.Row) {
	w, asked := s.p.Words, s.asked
	kit.Run(s.p.Run, func() ([]kit.Leaf, error) {
		return s.p.Maker.Leaves(context.Background(), asked, id)
	}, func(leaves []kit.Leaf, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		view, at := kit.NewLeafView(s.p.Fonts), 0
		turned := kit.Quiet("").OneLine().Centered()
		turn := func(by int) {
			if to := at + by; to >= 0 && to < len(leaves) {
				at = to
				view.ShowLeaf(leaves[at])
				turned.SetText(w.T("sheet.screen.page", i18n.Args{"At": at + 1, "Of": len(leaves)}))
			}
		}
		content := kit.Stack(look.Snug, kit.Sized(previewWidth, previewHeight, view))
		if len(leaves) > 1 {
			content.Add(kit.Row(
				kit.IconButton(look.IconChevronLeft, w.T("sheet.screen.page.before"), func() { turn(-1) }).Framed(), kit.Grow(turned),
				kit.IconButton(look.IconChevronRight, w.T("sheet.screen.page.next"), func() { turn(1) }).Framed()))
		}
		turn(0)
		kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{Title: w.People(row.Holders), Content: content, Width: previewWidth + 2*look.Wide})
	})
}

// askLabels asks which label of the sheet is the first free one.
func (s *Screen) askLabels(ids []coop.HouseholdID) {
	const onSheet = 24
	w := s.p.Words
	var options []kit.Option[int]
	for n := 1; n <= onSheet; n++ {
		options = append(options, kit.Option[int]{Value: n, Words: w.Number(n)})
	}
	first := kit.NewSelect(w.T("batch.labels.first"), options, nil)
	first.Set(1)
	var sheet *kit.OpenSheet
	see := kit.PrimaryButton(w.T("batch.labels.show"), func() {
		sheet.Close()
		n, _ := first.Value()
		s.p.OnLabels(ids, n)
	}).WithIcon(look.IconIDCard)
	sheet = kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{
		Title:   w.T("batch.labels"),
		Content: kit.Column(kit.Body(w.N("batch.labels.what", len(ids))), first.Object(), kit.Caption(w.T("batch.labels.hint"))),
		Actions: []fyne.CanvasObject{see},
	})
}
