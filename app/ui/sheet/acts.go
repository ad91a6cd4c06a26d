package sheet

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"

	"fyne.io/fyne/v2"
)

// onPrint sends the page to the printer; where there is none, the machine's viewer prints.
func (s *Screen) onPrint() {
	if len(s.printers) == 0 {
		s.act(coop.PaperOpened, func(ctx context.Context) error {
			return s.Output.Open(ctx, s.made.PDF, s.fileName())
		}, s.Words.T("sheet.screen.opened-to-print"))
		return
	}
	printer := s.printers[0]
	if chosen, ok := s.printer.Value(); ok {
		printer = chosen
	}
	s.act(coop.PaperPrinted, func(ctx context.Context) error {
		return s.Output.Print(ctx, s.made.PDF, printer, s.Texts.Document)
	}, s.Words.T("sheet.screen.printed", map[string]any{"Printer": printer}))
}

func (s *Screen) onOpen() {
	s.act(coop.PaperOpened, func(ctx context.Context) error {
		return s.Output.Open(ctx, s.made.PDF, s.fileName())
	}, s.Words.T("sheet.screen.opened"))
}

// onSave asks where, proposing a place that is free.
func (s *Screen) onSave() {
	field := kit.NewField(s.Words.T("sheet.screen.path"), s.Output.Place(s.fileName()), nil).
		WithHint(s.Words.T("sheet.screen.path.hint"))
	save := kit.PrimaryButton(s.Words.T("sheet.screen.save.here"), func() { s.saveAt(field) })
	where := fyne.CurrentApp().Driver().CanvasForObject(s.save)
	s.saving = kit.ShowSheet(where, s.Words, kit.Sheet{
		Title: s.Words.T("sheet.screen.save.title"), Content: field, First: field.Focusable(),
		Actions: []fyne.CanvasObject{save},
	})
}

func (s *Screen) saveAt(field *kit.Field) {
	path := field.Text()
	kit.Run(s.Run, func() (struct{}, error) {
		return struct{}{}, s.Output.Save(context.Background(), s.made.PDF, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			field.SetError(s.Words.Error(err))
			return
		}
		s.saving.Close()
		s.act(coop.PaperSaved, func(context.Context) error { return nil }, s.Words.T("sheet.screen.saved", map[string]any{"Path": path}))
	})
}

// act does something with the paper, keeps it in the journal, then says so. Neither is undone by
// the other's failure: a sheet that left the printer is handed over all the same.
func (s *Screen) act(means coop.PaperMeans, do func(context.Context) error, done string) {
	s.able(false)
	kit.Run(s.Run, func() (unkept error, err error) {
		ctx := context.Background()
		if err := do(ctx); err != nil {
			return nil, err
		}
		return s.Desk.Keep(ctx, s.made.Hash, means), nil
	}, func(unkept, err error) {
		s.able(true)
		switch {
		case err != nil:
			s.notices.Error(s.Words.Error(err))
			return
		case unkept != nil:
			s.notices.Error(s.Words.T("sheet.screen.not-kept", map[string]any{"Done": done, "Why": s.Words.Error(unkept)}))
		default:
			s.notices.Done(done)
		}
		if s.OnKept != nil {
			s.OnKept()
		}
	})
}

func (s *Screen) fileName() string { return s.Texts.File + ".pdf" }
