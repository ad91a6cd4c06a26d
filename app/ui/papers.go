package ui

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/letters"
	"bienvenue/app/ui/sheet"
)

// VisitPapers makes what is printed and saved about visits.
type VisitPapers struct {
	// Round is an officer's day, in the order of the way.
	Round func(by coop.Actor, officer coop.StaffID, day coop.Day, words *i18n.Words) sheet.Desk
	// Card is left where nobody opened; second is the other date, a visit without a start when there is
	// none. A missed visit without an ID asks for blank cards.
	Card func(by coop.Actor, missed, second coop.Visit, words *i18n.Words) sheet.Desk
	// Letter is a letter to a household, with the household's own language on its back where there is a text in
	// it; Mail is the reminder of a visit as a mail's subject and text.
	Letter func(by coop.Actor, asked coop.LetterAsked, words *i18n.Words) sheet.Desk
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
	asked := coop.LetterAsked{Kind: coop.ReminderLetter, Household: stop.Household, Visit: stop.ID}
	s.openLetterTo(asked, s.words.People(stop.Row.Holders), s.words.T("papers.letter.read"))
}

// openLetters asks which letter to write to a household.
func (s *Shell) openLetters(h coop.HouseholdID) {
	letters.Show(letters.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Canvas: s.p.Window.Canvas, OnError: s.fail,
		OnLetter: func(h coop.HouseholdID, kind coop.PaperKind, event coop.EventID) {
			s.openLetter(coop.LetterAsked{Kind: kind, Household: h, Event: event})
		},
	}, h)
}

// openLetter shows a letter to a household.
func (s *Shell) openLetter(asked coop.LetterAsked) {
	kit.Run(s.p.Run, func() (coop.File, error) {
		return s.p.Office.Open(context.Background(), s.by, asked.Household)
	}, func(f coop.File, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		read := s.words.T("letters.read")
		if asked.Kind == coop.Questionnaire { // it bears no name and no address
			read = s.words.T("letters.read.questionnaire")
		}
		s.openLetterTo(asked, s.words.People(f.Household.Holders), read)
	})
}

// openLetterTo shows a letter to somebody of a name, with what to do before printing.
func (s *Shell) openLetterTo(asked coop.LetterAsked, name, read string) {
	title := s.words.T(i18n.PaperKindKey(asked.Kind))
	s.openPaper(s.p.Outside.Visits.Letter(s.by, asked, s.words), name, sheet.Texts{
		Title: title, Read: read, Print: s.words.T("letters.print"), Document: title,
		File: s.words.T("letters.file", i18n.Args{"Day": string(s.p.Office.Today())}), Kind: string(asked.Kind),
	})
}

// offerLetter offers the letter that comes next after a visit that ended, without being in the way.
func (s *Shell) offerLetter(v coop.Visit) {
	kind := v.Result.Letter()
	key, ok := offers[kind]
	if !ok {
		return
	}
	s.notices.Say(kit.Notice{
		Tone: kit.Done, Text: s.words.T(key), Action: s.words.T("letters.offer"),
		OnAction: func() { s.openLetter(coop.LetterAsked{Kind: kind, Household: v.Household, Visit: v.ID}) },
	})
}

var offers = map[coop.PaperKind]string{
	coop.ThanksLetter:     "letters.offer.thanks",
	coop.ClosingLetter:    "letters.offer.closing",
	coop.SecondDateLetter: "letters.offer.second-date",
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
