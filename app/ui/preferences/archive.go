package preferences

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// archiveCards say where the archive lies, save it and look it over, and bring in files of the ERP.
func (s *Screen) archiveCards() fyne.CanvasObject {
	w := s.p.Words
	where := kit.TitledCard(w.T("preferences.archive.where"), nil,
		kit.Body(s.p.Desk.ArchivePath()),
		kit.Quiet(w.T("preferences.archive.where.why")))
	cards := kit.Column(where, s.backupCard(), s.examineCard())
	if s.p.OnImport != nil {
		load := kit.SecondaryButton(w.T("preferences.import.go"), s.p.OnImport).WithIcon(look.IconUpload)
		cards.Add(kit.TitledCard(w.T("preferences.import"), nil, kit.Quiet(w.T("preferences.import.why")), kit.Row(load)))
	}
	return cards
}

func (s *Screen) backupCard() fyne.CanvasObject {
	w := s.p.Words
	result := kit.Body("")
	result.Hide()
	box := kit.Column(kit.Quiet(w.T("preferences.backup.why")))
	now := kit.PrimaryButton(w.T("preferences.backup.now"), nil).WithIcon(look.IconSave)
	elsewhere := kit.SecondaryButton(w.T("preferences.backup.elsewhere"), nil).WithIcon(look.IconFolderOpen)
	save := func(folder string) {
		now.Disable()
		elsewhere.Disable()
		kit.Run(s.p.Run, func() (string, error) {
			return s.p.Desk.Backup(context.Background(), folder)
		}, func(lies string, err error) {
			now.Enable()
			elsewhere.Enable()
			if err != nil {
				s.p.OnError(err)
				return
			}
			result.Set(w.T("preferences.backup.done", i18n.Args{"Path": lies}), kit.Done)
			result.Show()
			box.Refresh()
		})
	}
	now.OnPressed(func() { save("") })
	elsewhere.OnPressed(func() { s.p.ChooseFolder(save) })
	box.Add(kit.Flow(now, elsewhere))
	box.Add(result)
	return kit.TitledCard(w.T("preferences.backup"), nil, box)
}

func (s *Screen) examineCard() fyne.CanvasObject {
	w := s.p.Words
	findings := kit.Stack(look.Snug)
	box := kit.Column(kit.Quiet(w.T("preferences.examine.why")))
	examine := kit.SecondaryButton(w.T("preferences.examine.go"), nil).WithIcon(look.IconShieldCheck)
	examine.OnPressed(func() {
		examine.Disable()
		findings.Objects = []fyne.CanvasObject{kit.Quiet(w.T("preferences.examine.busy"))}
		box.Refresh()
		kit.Run(s.p.Run, func() ([]Finding, error) {
			return s.p.Desk.Examine(context.Background())
		}, func(found []Finding, err error) {
			examine.Enable()
			findings.RemoveAll()
			if err != nil {
				s.p.OnError(err)
			}
			for _, f := range found {
				findings.Add(findingRow(f))
			}
			box.Refresh()
		})
	})
	box.Add(kit.Row(examine))
	box.Add(findings)
	return kit.TitledCard(w.T("preferences.examine"), nil, box)
}

func findingRow(f Finding) fyne.CanvasObject {
	icon, tone := look.IconCircleCheck, kit.Done
	if !f.OK {
		icon, tone = look.IconWarning, kit.Late
	}
	return kit.Row(kit.NewGlyph(icon, tone), kit.Grow(kit.Body(f.Words)))
}
