package batch

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// begun asks where the files go, keeps the batch, and makes it.
func (s *Screen) begun(each bool) {
	plan := s.plan
	s.p.ChooseFolder(func(folder string) {
		kit.Run(s.p.Run, func() (coop.Batch, error) {
			return s.p.Desk.BeginBatch(context.Background(), s.p.Actor(), plan)
		}, func(b coop.Batch, err error) {
			if err != nil {
				s.p.OnError(err)
				return
			}
			s.make(Order{ID: b.ID, Folder: folder, Each: each}, b.Kind)
		})
	})
}

// make makes what is left of a batch, with a bar and a way to stop.
func (s *Screen) make(o Order, kind coop.PaperKind) {
	w := s.p.Words
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.whom, s.told = cancel, nil, false
	progress := kit.NewProgress(w, cancel)
	progress.Set(w.T("batch.making.begin"), 0, 0)
	s.show(scrolling(kit.Title(w.T(i18n.PaperKindKey(kind))),
		kit.TitledCard(w.T("batch.making"), nil, progress, kit.Quiet(w.T("batch.making.safe")))), nil)
	kit.Run(s.p.Run, func() (Made, error) {
		return s.p.Maker.Make(ctx, o, func(done, total int) {
			s.p.Run.Show(func() {
				progress.Set(w.T("batch.making.at", i18n.Args{"N": w.Number(done), "Of": w.Number(total)}), done, total)
			})
		})
	}, func(made Made, err error) {
		cancel()
		s.cancel = nil
		if err != nil {
			s.p.OnError(err)
			s.begin()
			return
		}
		s.showMade(made)
	})
}

// showMade says what was made, what is left, and what comes next.
func (s *Screen) showMade(made Made) {
	s.told = true
	w, b := s.p.Words, made.Batch
	tone, icon := kit.Done, look.IconCircleCheck
	if b.Waiting > 0 || b.Failed > 0 {
		tone, icon = kit.Attention, look.IconWarning
	}
	lines := kit.Lines(kit.Section(w.BatchState(b)))
	if made.File != "" {
		lines.Add(kit.Body(w.N("batch.made.in", made.Papers, i18n.Args{"Path": made.File})))
	}
	lines.Add(kit.Quiet(w.T("batch.made.kept")))
	parts := []fyne.CanvasObject{kit.Title(w.T(i18n.PaperKindKey(b.Kind))), kit.Tinted(tone, kit.TopRow(look.Snug, kit.NewIcon(icon, tone), kit.Grow(lines)))}
	parts = append(parts, s.next(made))
	failed := kit.Stack(0)
	s.show(scrolling(append(parts, failed)...), nil)
	if b.Failed > 0 {
		s.tellFailed(b.ID, failed)
	}
}

// next are the things to do with what was made, the first of them first.
func (s *Screen) next(made Made) fyne.CanvasObject {
	w, b := s.p.Words, made.Batch
	buttons := kit.Flow()
	if made.File != "" && !made.Each {
		buttons.Add(kit.PrimaryButton(w.T("batch.made.print"), func() { s.p.OnPrint(made) }).WithIcon(look.IconPrinter))
	}
	if b.Waiting > 0 {
		buttons.Add(kit.SecondaryButton(w.T("batch.continue"), func() { s.askContinue(b) }).WithIcon(look.IconPlay))
	}
	if b.Made > 0 {
		buttons.Add(kit.SecondaryButton(w.T("batch.labels"), func() { s.labelsOf(b.ID) }).WithIcon(look.IconIDCard))
	}
	buttons.Add(kit.QuietButton(w.T("batch.made.other"), s.begin))
	return buttons
}

// labelsOf asks for the address labels of those who got a paper of a batch.
func (s *Screen) labelsOf(id coop.BatchID) {
	kit.Run(s.p.Run, func() ([]coop.HouseholdID, error) {
		return s.p.Desk.BatchHouseholds(context.Background(), id)
	}, func(ids []coop.HouseholdID, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.askLabels(ids)
	})
}

// failed is a household whose paper could not be made.
type failed struct {
	item coop.BatchItem
	row  coop.Row
}

// tellFailed lists those whose paper could not be made, and why; a press opens the file, where it can be mended.
func (s *Screen) tellFailed(id coop.BatchID, room *fyne.Container) {
	const most = 50
	w := s.p.Words
	kit.Run(s.p.Run, func() (all []failed, err error) {
		items, err := s.p.Desk.BatchItems(context.Background(), id)
		if err != nil {
			return nil, err
		}
		var ids []coop.HouseholdID
		for _, i := range items {
			if i.State == coop.BatchFailed && len(all) < most {
				all, ids = append(all, failed{item: i}), append(ids, i.Household)
			}
		}
		rows, err := s.p.Desk.RowsOf(context.Background(), s.p.Actor(), ids)
		for i := range all {
			all[i].row = rows[all[i].item.Household]
		}
		return all, err
	}, func(all []failed, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		lines := kit.Stack(0)
		for _, f := range all {
			why := w.Error(coop.Refuse(f.item.Why, f.item.Args))
			lines.Add(kit.NewLinkRow(look.IconFileWarning, w.People(f.row.Holders), why, func() { s.p.OnOpen(f.item.Household) }))
		}
		room.Add(kit.TitledCard(w.T("batch.failed"), nil, lines))
		s.page.Refresh()
	})
}
