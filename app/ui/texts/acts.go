package texts

import (
	"context"
	"errors"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// errDrafted is the refusal of files that would replace a draft in which somebody has written.
var errDrafted = coop.Refuse("version.refused.draft", nil)

// menu is what else one may do with a script.
func (s *Screen) menu(c Card) []kit.MenuItem {
	w := s.p.Words
	items := []kit.MenuItem{{Words: w.T("texts.copy"), Icon: look.IconCopy, Do: func() { s.copyOf(c) }}}
	if c.Version > 0 && s.p.ChooseFolder != nil {
		items = append(items, kit.MenuItem{Words: w.T("texts.export"), Icon: look.IconDownload, Do: func() { s.export(c.Script.ID, c.Version) }})
	}
	items = append(items, kit.MenuItem{Words: w.T("texts.import"), Icon: look.IconUpload, Do: s.takeFiles})
	if c.Draft != nil {
		items = append(items, kit.MenuItem{Words: w.T("texts.drop"), Icon: look.IconTrash, Do: func() { s.dropDraft(c.Script.ID) }})
	}
	if c.Own && c.Shipped {
		items = append(items, kit.MenuItem{Words: w.T("texts.restore"), Icon: look.IconRotateCcw, Do: func() { s.restore(c) }})
	}
	if c.Own && !c.Shipped && !c.Withdrawn {
		items = append(items, kit.MenuItem{Words: w.T("texts.withdraw"), Icon: look.IconCircleSlash, Do: func() { s.withdraw(c) }})
	}
	return items
}

// copyOf asks for a title and begins a new script.
func (s *Screen) copyOf(c Card) {
	w := s.p.Words
	s.askLine(kit.LineQuestion{
		Title: w.T("texts.copy"), About: w.T("texts.copy.about", i18n.Args{"Title": titleIn(w, c.Script)}),
		Label: w.T("texts.copy.title"), Empty: w.T("texts.copy.empty"), Yes: w.T("texts.copy.yes"),
	}, func(title string) {
		act(s, func(ctx context.Context) (Draft, error) { return s.p.Desk.NewScript(ctx, c.Script.ID, title) }, s.write)
	})
}

func (s *Screen) export(id coop.ScriptID, version int) {
	if s.p.ChooseFolder == nil {
		return
	}
	s.p.ChooseFolder(func(folder string) {
		act(s, func(ctx context.Context) (string, error) { return s.p.Desk.Export(ctx, id, version, folder) }, func(where string) {
			s.p.OnDone(s.p.Words.T("texts.exported", i18n.Args{"Where": where}))
		})
	})
}

// takeFiles asks for files and reads a script from them.
func (s *Screen) takeFiles() {
	if s.p.ChooseFiles != nil {
		s.p.ChooseFiles(func(paths []string) { s.Import(paths, false) })
	}
}

// Import reads a script from files, chosen or dropped on the window, into a draft that is then shown.
func (s *Screen) Import(paths []string, replace bool) {
	w := s.p.Words
	kit.Run(s.p.Run, func() (Draft, error) {
		return s.p.Desk.Import(context.Background(), paths, replace)
	}, func(d Draft, err error) {
		switch faults := script.Found(err); {
		case len(faults) > 0:
			s.showFaults(faults)
		case errors.Is(err, errDrafted):
			kit.Ask(s.p.Window.Canvas(), w, kit.Question{
				Title: w.T("texts.replace"), Text: w.Error(err), Yes: w.T("texts.replace.yes"), Danger: true,
				OnYes: func() { s.Import(paths, true) },
			})
		case err != nil:
			s.fail(err)
		default:
			s.write(d)
			s.p.OnDone(w.T("texts.imported", i18n.Args{"Title": d.Script.Title}))
		}
	})
}

// mostFaults is how many faults of a file are told at once.
const mostFaults = 20

// showFaults tells what is wrong in files, each with its place.
func (s *Screen) showFaults(faults script.FileErrors) {
	w := s.p.Words
	rows := kit.Column(kit.Body(w.N("texts.faults.about", len(faults))))
	for i, f := range faults {
		if i == mostFaults {
			rows.Add(kit.Quiet(w.N("texts.faults.more", len(faults)-mostFaults)))
			break
		}
		rows.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconFileX, kit.Late), kit.Grow(kit.Body(w.Error(f)))))
	}
	kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{Title: w.T("texts.faults"), Content: rows, Width: 680})
}

func (s *Screen) dropDraft(id coop.ScriptID) {
	w := s.p.Words
	kit.Ask(s.p.Window.Canvas(), w, kit.Question{
		Title: w.T("texts.drop"), Text: w.T("texts.drop.about"), Yes: w.T("texts.drop.yes"), Danger: true,
		OnYes: func() {
			act(s, func(ctx context.Context) (bool, error) { return true, s.p.Desk.DropDraft(ctx, id) }, func(bool) {
				s.list.read()
				s.p.OnDone(w.T("texts.dropped"))
			})
		},
	})
}

func (s *Screen) withdraw(c Card) {
	w := s.p.Words
	s.askLine(kit.LineQuestion{
		Title: w.T("texts.withdraw"), About: w.T("texts.withdraw.about", i18n.Args{"Title": titleIn(w, c.Script)}),
		Label: w.T("texts.why"), Empty: w.T("texts.why.empty"), Yes: w.T("texts.withdraw.yes"), Danger: true,
	}, func(note string) {
		act(s, func(ctx context.Context) (bool, error) { return true, s.p.Desk.Withdraw(ctx, c.Script.ID, note) }, func(bool) {
			s.list.read()
			s.p.OnDone(w.T("texts.withdrawn.done", i18n.Args{"Title": titleIn(w, c.Script)}))
		})
	})
}

func (s *Screen) restore(c Card) {
	w := s.p.Words
	s.askLine(kit.LineQuestion{
		Title: w.T("texts.restore"), About: w.T("texts.restore.about", i18n.Args{"Title": titleIn(w, c.Script)}),
		Label: w.T("texts.why"), Empty: w.T("texts.why.empty"), Yes: w.T("texts.restore.yes"),
	}, func(note string) {
		act(s, func(ctx context.Context) (bool, error) { return true, s.p.Desk.RestoreShipped(ctx, c.Script.ID, note) }, func(bool) {
			s.list.read()
			s.p.OnDone(w.T("texts.restored", i18n.Args{"Title": titleIn(w, c.Script)}))
		})
	})
}

func (s *Screen) askLine(q kit.LineQuestion, then func(text string)) {
	kit.AskLine(s.p.Window.Canvas(), s.p.Words, q, then)
}

// act does something at the desk and then what follows; a refusal is told.
func act[T any](s *Screen, do func(context.Context) (T, error), then func(T)) {
	kit.Run(s.p.Run, func() (T, error) { return do(context.Background()) }, func(done T, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		then(done)
	})
}
