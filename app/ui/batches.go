package ui

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/batch"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
)

// BatchPapers makes papers for many households at once.
type BatchPapers interface {
	batch.Maker
	// Printed is a batch's one PDF, for its screen: its papers are in the journal already.
	Printed(m batch.Made) sheet.Desk
	// Labels are the address labels of some households, from the first free one of a sheet on.
	Labels(ids []coop.HouseholdID, first int) sheet.Desk
}

// openBatch lays « Courriers en nombre » over the room; a filter of the list of people narrows it to those shown.
func (s *Shell) openBatch(f coop.RowFilter, late bool) {
	narrowed := f.Words != "" || f.Due || f.NoShare || f.Residence != ""
	kit.Run(s.p.Run, func() (only []coop.HouseholdID, err error) {
		if !narrowed {
			return nil, nil
		}
		rows, _, err := s.p.Office.People(context.Background(), s.by, f, late)
		for _, row := range rows {
			only = append(only, row.ID)
		}
		return only, err
	}, func(only []coop.HouseholdID, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.pushBatch(only)
	})
}

func (s *Shell) pushBatch(only []coop.HouseholdID) {
	screen := batch.New(batch.Params{
		Desk: s.p.Office, Maker: s.p.Outside.Batches(s.by, s.words), Words: s.words, Run: s.p.Run, Actor: s.actor,
		Canvas: s.p.Window.Canvas, Fonts: s.p.Outside.Fonts, Notices: s.notices, OnError: s.fail, Only: only,
		ChooseFolder: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("batch.folder"), folder: true, chosen: chosen})
		},
		OnPrint: s.openBatchFile, OnLabels: s.openLabels, OnOpen: s.openPerson,
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh, back: screen.Back, stays: screen.Stays})
}

// openBatchFile shows a batch's one PDF before it is printed.
func (s *Shell) openBatchFile(m batch.Made) {
	t := s.words.T
	kind := t(i18n.PaperKindKey(m.Batch.Kind))
	read := t("batch.print.read")
	if len(m.Leaves) < m.Pages {
		read += " " + t("batch.print.first", i18n.Args{"Shown": s.words.Number(len(m.Leaves)), "Pages": s.words.Number(m.Pages)})
	}
	s.openPaper(s.p.Outside.Batches(s.by, s.words).Printed(m), s.words.N("batch.people", m.Papers), sheet.Texts{
		Title: kind, Read: read, Print: t("batch.print.button"), Document: kind,
		File: t("batch.print.file", i18n.Args{"Day": string(s.p.Office.Today())}),
		Kind: string(m.Batch.Kind),
	})
}

// openLabels shows address labels before they are printed.
func (s *Shell) openLabels(ids []coop.HouseholdID, first int) {
	t := s.words.T
	title := t(i18n.PaperKindKey(coop.AddressLabels))
	s.openPaper(s.p.Outside.Batches(s.by, s.words).Labels(ids, first), s.words.N("batch.people", len(ids)), sheet.Texts{
		Title: title, Read: t("batch.labels.read"), Print: t("batch.labels.print"), Document: title,
		File: t("batch.labels.file", i18n.Args{"Day": string(s.p.Office.Today())}), Kind: string(coop.AddressLabels),
	})
}
