package ui

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
)

// VisitPapers makes what is printed and saved about visits.
type VisitPapers struct {
	// Round is an officer's day, in the order of the way.
	Round func(by coop.Actor, officer coop.StaffID, day coop.Day, words *i18n.Words) sheet.Desk
	// Card is left where nobody opened; second is the other date, a visit without a start when there is
	// none. A missed visit without an ID asks for blank cards.
	Card func(by coop.Actor, missed, second coop.Visit, words *i18n.Words) sheet.Desk
	// Letter reminds a household of its visit; Mail is the same as a mail's subject and text.
	Letter func(by coop.Actor, stop coop.Stop, words *i18n.Words) sheet.Desk
	Mail   func(ctx context.Context, by coop.Actor, stop coop.Stop) (subject, text string, err error)
	// Calendar writes an officer's visits for the office calendar into a folder, and says where the file lies.
	Calendar func(ctx context.Context, asked CalendarAsked, folder string, words *i18n.Words) (string, error)
}

// CalendarAsked says which visits a calendar file is to hold.
type CalendarAsked struct {
	Officer  coop.StaffID
	From, To coop.Day     // both included
	Visit    coop.VisitID // this one alone, "" for all of those days
}

// roundPaper is the kind of paper that a round is for its printer. The journal has no such kind: a round is
// about several households.
const roundPaper = "round"

// openPaper shows a paper before anything is printed.
func (s *Shell) openPaper(desk sheet.Desk, name string, texts sheet.Texts) {
	screen := sheet.New(sheet.Params{
		Words: s.words, Run: s.p.Run, Desk: desk, Output: s.p.Outside.Paper, Fonts: s.p.Outside.Fonts, Name: name, Texts: texts,
		OnClosed: s.Back,
	})
	s.push(page{content: screen.Content(), onPrint: screen.Print})
}

// openRound shows an officer's day.
func (s *Shell) openRound(officer coop.StaffID, day coop.Day) {
	t := s.words.T
	s.openPaper(s.p.Outside.Visits.Round(s.by, officer, day, s.words), s.words.DayLong(day), sheet.Texts{
		Title: t("papers.round"), Read: t("papers.round.read"), Print: t("papers.round.print"), Document: t("papers.round"),
		File: t("papers.round.file", i18n.Args{"Day": string(day)}),
		Kind: roundPaper,
	})
}

// openCard shows the card that is left where nobody opened.
func (s *Shell) openCard(missed, second coop.Visit) {
	t := s.words.T
	read := t("papers.card.read")
	if missed.ID == "" {
		read = t("papers.card.blank")
	}
	name := ""
	if missed.ID != "" {
		name = s.words.When(missed.Start)
	}
	s.openPaper(s.p.Outside.Visits.Card(s.by, missed, second, s.words), name, sheet.Texts{
		Title: t("papers.card"), Read: read, Print: t("papers.card.print"), Document: t("papers.card"),
		File: t("papers.card.file", i18n.Args{"Day": string(s.p.Office.Today())}),
		Kind: string(coop.PassageCard),
	})
}

// openReminder shows the letter that reminds of a visit.
func (s *Shell) openReminder(stop coop.Stop) {
	t := s.words.T
	s.openPaper(s.p.Outside.Visits.Letter(s.by, stop, s.words), s.words.People(stop.Row.Holders), sheet.Texts{
		Title: t("papers.letter"), Read: t("papers.letter.read"), Print: t("papers.letter.print"), Document: t("papers.letter"),
		File: t("papers.letter.file", i18n.Args{"Day": string(s.p.Office.Today())}),
		Kind: string(coop.ReminderLetter),
	})
}

// reminderMail is the reminder as a mail, for the officer's own mail program.
func (s *Shell) reminderMail(stop coop.Stop) (subject, text string, err error) {
	return s.p.Outside.Visits.Mail(context.Background(), s.by, stop)
}

// saveCalendar writes an officer's days for the office calendar.
func (s *Shell) saveCalendar(officer coop.StaffID, from, to coop.Day) {
	s.saveCalendarOf(CalendarAsked{Officer: officer, From: from, To: to})
}

// saveVisit writes one visit for the office calendar.
func (s *Shell) saveVisit(v coop.Visit) {
	day := s.words.DayOf(v.Start)
	s.saveCalendarOf(CalendarAsked{Officer: v.Officer, From: day, To: day, Visit: v.ID})
}

// saveCalendarOf asks where to write visits for the office calendar.
func (s *Shell) saveCalendarOf(asked CalendarAsked) {
	s.choose(choice{title: s.words.T("papers.calendar.where"), folder: true, chosen: func(folder string) {
		kit.Run(s.p.Run, func() (string, error) {
			return s.p.Outside.Visits.Calendar(context.Background(), asked, folder, s.words)
		}, func(path string, err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.notices.Done(s.words.T("papers.calendar.saved", i18n.Args{"Path": path}))
		})
	}})
}
