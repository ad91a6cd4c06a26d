package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/talk"
)

// startVisit begins the talk of a visit.
func (s *Shell) startVisit(v coop.VisitRow) { s.beginTalk(v.Household, coop.CourtesyTalk, v.ID) }

// beginTalk begins a talk and gives it the whole window. A talk that was interrupted is offered again
// instead.
func (s *Shell) beginTalk(h coop.HouseholdID, kind coop.TalkKind, visit coop.VisitID) {
	kit.Run(s.p.Run, func() (office.Conversation, error) {
		return s.p.Office.BeginTalk(context.Background(), s.by, office.TalkStart{Household: h, Kind: kind, Visit: visit})
	}, func(c office.Conversation, err error) {
		if open := openTalk(err); open != "" {
			kit.Ask(s.p.Window.Canvas(), s.words, kit.Question{
				Title: s.words.T("shell.talk.open"), Text: s.words.Error(err), Yes: s.words.T("shell.talk.resume"),
				OnYes: func() { s.resumeTalk(open) },
			})
			return
		}
		s.lead(c, err)
	})
}

// openTalk is the interrupted talk that stands in the way of a new one, "" for none.
func openTalk(err error) coop.TalkID {
	if refusal, ok := errors.AsType[*coop.RefusalError](err); ok && refusal.Key == "talk.refused.open" {
		if id, ok := refusal.Args["Talk"].(string); ok {
			return coop.TalkID(id)
		}
	}
	return ""
}

// resumeTalk goes on with a talk where it was left.
func (s *Shell) resumeTalk(id coop.TalkID) {
	kit.Run(s.p.Run, func() (office.Conversation, error) {
		return s.p.Office.OpenTalk(context.Background(), s.by, id)
	}, func(c office.Conversation, err error) { s.lead(c, err) })
}

// lead gives a talk the whole window; it answers its screen, nil when the talk could not be opened.
func (s *Shell) lead(c office.Conversation, err error) *talk.Screen {
	if err != nil {
		s.fail(err)
		return nil
	}
	signature, err := s.p.Office.Signature(context.Background(), s.by, c.Talk.ID)
	if err != nil {
		s.p.Log.Error("read a signature", "error", err)
	}
	s.notices.Clear() // what was said of the room before
	screen := talk.New(talk.Params{
		Desk: s.p.Office, By: s.by, Walk: c.Walk(), Household: c.Household, Residence: c.Residence, Visit: c.Visit, Signature: signature,
		Today: s.p.Office.Today(), SharePrice: s.settings.Coop.ShareCents, Words: s.words, Run: s.p.Run, Clock: s.p.Now,
		OnQuit:   s.Back,
		OnPaused: s.paused,
		OnClosed: func(closed coop.Closed) {
			s.Back()
			s.openSheet(c.Household.ID)
			if closed.Visit.ID != "" {
				s.offerLetter(closed.Visit)
			}
		},
		OnBook:  s.booking().Book,
		OnFault: func(doing string, err error) { s.p.Log.Error("talk", "doing", doing, "error", err) },
	})
	s.push(page{
		content: screen.Content(), full: true, left: screen.Leave,
		key:    func(e *fyne.KeyEvent) bool { screen.TypedKey(e); return true },
		letter: screen.TypedRune,
	})
	return screen
}

// paused says that a talk stands still, and where it is found again.
func (s *Shell) paused(why coop.PauseReason) {
	s.Back()
	s.Go(RoomToday)
	s.notices.Done(s.words.T("shell.paused", i18n.Args{"Why": s.words.T(i18n.PauseReasonKey(why))}))
}

// openSheet shows a household's welcome sheet before anything is printed.
func (s *Shell) openSheet(id coop.HouseholdID) {
	kit.Run(s.p.Run, func() (coop.File, error) {
		return s.p.Office.Open(context.Background(), s.by, id)
	}, func(f coop.File, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		screen := sheet.New(sheet.Params{
			Words: s.words, Run: s.p.Run, Desk: s.p.Outside.Sheet(s.by, id, s.words), Output: s.p.Outside.Paper,
			Fonts: s.p.Outside.Fonts, Name: s.words.People(f.Household.Holders), Texts: s.sheetTexts(),
			OnClosed: s.Back,
		})
		s.push(page{content: screen.Content(), onPrint: screen.Print})
	})
}

// sheetTexts say that a paper is the welcome sheet.
func (s *Shell) sheetTexts() sheet.Texts {
	t := s.words.T
	return sheet.Texts{
		Title: t("sheet.screen.title"), Read: t("sheet.screen.read"), Print: t("sheet.screen.print"), Document: t("sheet.document"),
		File: t("sheet.screen.file", i18n.Args{"Day": string(s.p.Office.Today())}),
		Kind: string(coop.WelcomeSheet),
	}
}
