package ui

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/record"
)

// openRecord shows a talk that is over.
func (s *Shell) openRecord(id coop.TalkID) {
	screen := record.New(record.Params{
		Desk: recordDesk{s}, Words: s.words, Run: s.p.Run, Canvas: s.p.Window.Canvas, Talk: id, OnError: s.fail, OnClose: s.Back,
		OnCorrected: func(h coop.HouseholdID) {
			s.notices.Say(kit.Notice{
				Tone: kit.Done, Text: s.words.T("shell.corrected"),
				Action: s.words.T("shell.corrected.sheet"), OnAction: func() { s.openSheet(h) },
			})
		},
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh, stays: func() bool {
		if !screen.Editing() {
			return false
		}
		screen.Leave()
		return true
	}})
}

// recordDesk answers for the talks that are over, in the name of whoever works.
type recordDesk struct{ s *Shell }

var _ record.Desk = recordDesk{}

// ReadTalk implements record.Desk.
func (d recordDesk) ReadTalk(ctx context.Context, id coop.TalkID) (record.Reading, error) {
	r, err := d.s.p.Office.ReadTalk(ctx, d.s.by, id)
	if err != nil {
		return record.Reading{}, err
	}
	staff, err := d.s.p.Office.Staff(ctx)
	if err != nil {
		return record.Reading{}, err
	}
	names := map[coop.StaffID]string{}
	for _, one := range staff {
		names[one.ID] = one.Name
	}
	return record.Reading{
		Walk: r.Walk(), Household: r.Household, Residence: r.Residence, Visit: r.Visit,
		Outcome: r.Outcome, HasOutcome: r.HasOutcome, Corrections: r.Corrections, Signature: r.Signature,
		Officer: r.Officer, Month: r.Month, Names: names, MayCorrect: office.MayCorrect(d.s.by, r.Talk),
	}, nil
}

// CorrectTalk implements record.Desk.
func (d recordDesk) CorrectTalk(ctx context.Context, c record.Correction) error {
	_, err := d.s.p.Office.CorrectTalk(ctx, d.s.by, office.TalkCorrection(c))
	return err
}

// reviewTalk opens an interrupted talk at its review, to end it with what was seen.
func (s *Shell) reviewTalk(id coop.TalkID) {
	kit.Run(s.p.Run, func() (office.Conversation, error) {
		return s.p.Office.OpenTalk(context.Background(), s.by, id)
	}, func(c office.Conversation, err error) {
		if screen := s.lead(c, err); screen != nil {
			screen.Review()
		}
	})
}

// abandonTalk gives an interrupted talk up, after a question.
func (s *Shell) abandonTalk(t coop.TalkRow) {
	kit.Ask(s.p.Window.Canvas(), s.words, kit.Question{
		Title: s.words.T("shell.abandon"), Yes: s.words.T("shell.abandon.yes"),
		Text: s.words.T("shell.abandon.text", i18n.Args{"Name": s.words.People(t.Row.Holders)}),
		OnYes: func() {
			kit.Run(s.p.Run, func() (struct{}, error) {
				return struct{}{}, s.p.Office.AbandonTalk(context.Background(), s.by, t.ID)
			}, func(_ struct{}, err error) {
				if err != nil {
					s.fail(err)
					return
				}
				s.notices.Done(s.words.T("shell.abandoned"))
				s.refresh()
			})
		},
	})
}
