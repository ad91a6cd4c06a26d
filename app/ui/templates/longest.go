package templates

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// tryLongest tries the text on the longest names of the archive, and shows for whom it has no room.
func (e *editor) tryLongest() {
	s, w := e.screen, e.screen.p.Words
	ctx, cancel := context.WithCancel(context.Background())
	progress := kit.NewProgress(w, cancel)
	progress.Set(w.T("templates.try.running"), 0, 0)
	room := kit.Column(progress)
	sheet := kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("templates.try"), Content: kit.Sized(0, tryHeight, room), Width: tryWidth, OnClosed: cancel,
	})
	now := e.now().Clone()
	kit.Run(s.p.Run, func() (Longest, error) {
		return s.p.Desk.TryLongest(ctx, now, func(done, total int) {
			s.p.Run.Show(func() { progress.Set(w.T("templates.try.running"), done, total) })
		})
	}, func(found Longest, err error) {
		cancel()
		switch {
		case errors.Is(err, context.Canceled):
			sheet.Close()
			return
		case err != nil:
			sheet.Close()
			s.fail(err)
			return
		}
		room.Objects = e.tried(found, sheet)
		room.Refresh()
	})
}

const (
	tryHeight float32 = 420
	tryWidth  float32 = 680
	mostOver          = 200 // rows that are shown at once
)

// tried says for whom the text has no room; a press opens the page.
func (e *editor) tried(found Longest, sheet *kit.OpenSheet) []fyne.CanvasObject {
	w := e.screen.p.Words
	if found.Tried == 0 {
		return []fyne.CanvasObject{kit.Empty(look.IconUsers, w.T("templates.try.nobody"), nil)}
	}
	if len(found.Over) == 0 {
		return []fyne.CanvasObject{kit.Empty(look.IconCircleCheck, w.N("templates.try.fits", found.Tried), nil)}
	}
	rows := kit.Stack(0)
	for i, o := range found.Over {
		if i == mostOver {
			rows.Add(kit.Quiet(w.N("templates.try.more", len(found.Over)-mostOver)))
			break
		}
		rows.Add(kit.NewLinkRow(look.IconCircleAlert, o.Name, w.T("templates.try.row", i18n.Args{"Part": o.Overflow.Part, "Line": o.Overflow.Line}), func() {
			sheet.Close()
			e.preview.of(o.Household, o.Name)
			for i, b := range e.now().Blocks {
				if o.Overflow.is(b) {
					e.choose(i + 1)
				}
			}
		}).WithTone(kit.Late))
	}
	return []fyne.CanvasObject{
		kit.Body(w.N("templates.try.over", len(found.Over))).Strong(), kit.Quiet(w.N("templates.try.of", found.Tried)),
		kit.Grow(kit.NewTouchScroll(rows)),
	}
}
