package sheet

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"

	"fyne.io/fyne/v2"
)

// onPrint sends the page to the printer; where there is none, the machine's viewer prints.
func (s *Screen) onPrint() {
	if len(s.ways.printers) == 0 {
		s.show(s.why())
		return
	}
	s.send(s.ways.job())
}

func (s *Screen) onOpen() { s.show(s.Words.T("sheet.screen.opened")) }

// show opens the paper in the machine's viewer.
func (s *Screen) show(done string) {
	s.act(coop.PaperOpened, func(ctx context.Context) (Sent, error) {
		return Sent{}, s.Output.Open(ctx, s.made.PDF, s.fileName())
	}, func(Sent) string { return done })
}

// send gives the paper to a printer's queue, and remembers the choice once the queue has taken it.
func (s *Screen) send(job Job) {
	job.Title, job.Width, job.Height = s.Texts.Document, s.made.Leaves[0].Width, s.made.Leaves[0].Height
	chosen := s.ways.last
	s.act(coop.PaperPrinted, func(ctx context.Context) (Sent, error) {
		sent, err := s.Output.Print(ctx, s.made.PDF, job)
		if err == nil {
			s.Output.Remember(s.Texts.Kind, chosen)
		}
		return sent, err
	}, func(sent Sent) string {
		done := s.Words.N("sheet.screen.printed", job.Copies, map[string]any{"Printer": job.Printer, "Job": sent.Number})
		if sent.State.troubled() {
			return s.Words.T("sheet.screen.printed.later", map[string]any{"Done": done})
		}
		return done
	})
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
		s.act(coop.PaperSaved, func(context.Context) (Sent, error) { return Sent{}, nil },
			func(Sent) string { return s.Words.T("sheet.screen.saved", map[string]any{"Path": path}) })
	})
}

// act does something with the paper, keeps it in the journal, then says so. Neither is undone by
// the other's failure: a sheet that left the printer is handed over all the same.
func (s *Screen) act(means coop.PaperMeans, do func(context.Context) (Sent, error), say func(Sent) string) {
	s.able(false)
	type acted struct {
		sent   Sent
		unkept error
	}
	kit.Run(s.Run, func() (acted, error) {
		ctx := context.Background()
		sent, err := do(ctx)
		if err != nil {
			return acted{}, err
		}
		return acted{sent, s.Desk.Keep(ctx, s.made.Hash, means)}, nil
	}, func(a acted, err error) {
		s.able(true)
		if err != nil {
			s.notices.Error(s.Words.Error(err))
			return
		}
		if done := say(a.sent); a.unkept != nil {
			s.notices.Error(s.Words.T("sheet.screen.not-kept", map[string]any{"Done": done, "Why": s.Words.Error(a.unkept)}))
		} else {
			s.notices.Done(done)
		}
		if s.OnKept != nil {
			s.OnKept()
		}
	})
}

func (s *Screen) fileName() string { return s.Texts.File + ".pdf" }
