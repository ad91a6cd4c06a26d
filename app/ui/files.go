package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/imports"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/month"
)

// openImports lays the import of an ERP's file over the room.
func (s *Shell) openImports() {
	screen := imports.New(imports.Params{
		Desk: importDesk{s}, Words: s.words, Run: s.p.Run, OnError: s.fail, OnDone: s.notices.Done,
		ChooseFile: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("shell.choose.export"), endings: []string{".csv", ".txt", ".tsv"}, chosen: chosen})
		},
		ChooseFolder: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("shell.choose.rejects"), folder: true, chosen: chosen})
		},
		OnPeople: func() { s.Go(RoomPeople) },
	})
	s.push(page{
		content: s.withBack(screen.Content()),
		stays:   screen.Importing,
		drop:    screen.Open,
	})
}

// importDesk reads and imports files in the name of whoever works.
type importDesk struct{ s *Shell }

var _ imports.Desk = importDesk{}

// Read implements imports.Desk.
func (d importDesk) Read(ctx context.Context, path string) (coop.Extract, error) {
	return d.s.p.Outside.ReadExtract(ctx, path, d.s.p.Office.Today())
}

// Plan implements imports.Desk.
func (d importDesk) Plan(ctx context.Context, x coop.Extract) (coop.ImportPlan, error) {
	return d.s.p.Office.PlanImport(ctx, d.s.by, x)
}

// Run implements imports.Desk.
func (d importDesk) Run(ctx context.Context, p coop.ImportPlan, progress func(done, total int)) (coop.ImportCounts, error) {
	return d.s.p.Office.RunImport(ctx, d.s.by, p, progress)
}

// SaveRejects implements imports.Desk.
func (d importDesk) SaveRejects(ctx context.Context, x coop.Extract, folder string) (string, error) {
	return d.s.p.Outside.SaveRejects(ctx, x, folder, d.s.words)
}

func (s *Shell) makeMonth() screen {
	return month.New(month.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, OnError: s.fail, OnOpen: s.openPerson,
		OnPage: func(content fyne.CanvasObject) { s.push(page{content: content}) },
		OnBack: s.Back,
		OnSave: s.saveTable, OnAskings: s.openReplies,
	})
}

// saveTable asks for a folder and saves a table there.
func (s *Shell) saveTable(name string, table [][]string) {
	s.choose(choice{title: s.words.T("shell.choose.table"), folder: true, chosen: func(folder string) {
		kit.Run(s.p.Run, func() (string, error) {
			return s.p.Outside.SaveTable(folder, name, table)
		}, func(path string, err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.notices.Done(s.words.T("shell.saved", i18n.Args{"Path": path}))
		})
	}})
}
