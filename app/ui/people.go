package ui

import (
	"context"
	"net/url"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/booking"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/people"
	"bienvenue/app/ui/person"
)

// actor is who works now, for the screens.
func (s *Shell) actor() coop.Actor { return s.by }

func (s *Shell) makePeople() screen {
	s.file = person.New(person.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Notices: s.notices, OnError: s.fail,
		OnBeginTalk: s.beginTalk, OnResume: s.resumeTalk, OnTalk: s.openRecord, OnSheet: s.openSheet, OnLetters: s.openLetters, OnBook: s.booking().Book,
		OnPropose: func(h coop.HouseholdID) { s.booking().Propose(h, "") },
		OnBookAt:  s.booking().BookAt, OnVisit: s.booking().ActOn, OnMove: s.booking().Move, OnGiveUp: s.booking().GiveUp, OnFollowUp: s.openFollowUp, OnCall: s.call,
		OnCard:    func(missed coop.Visit) { s.openCard(missed, coop.Visit{}) },
		OnChanged: func(coop.HouseholdID) { s.crowd.Reload() },
	})
	s.crowd = people.New(people.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Notices: s.notices,
		File: s.file, OnError: s.fail, OnBatch: s.openBatch,
	})
	return s.crowd
}

// openPerson opens a person's file in the room of people.
func (s *Shell) openPerson(id coop.HouseholdID) {
	s.Go(RoomPeople)
	s.crowd.Open(id)
}

// shownPerson is whose file is seen, "" for nobody's.
func (s *Shell) shownPerson() coop.HouseholdID {
	if s.room != RoomPeople || s.topPage() != nil || s.file == nil {
		return ""
	}
	return s.file.Shown()
}

// lookFor shows what the room of people finds for words, with the way to add somebody.
func (s *Shell) lookFor(words string) {
	s.Go(RoomPeople)
	s.crowd.Search(words)
}

// openToBook lists those who owe a visit.
func (s *Shell) openToBook(overdue bool) {
	s.Go(RoomPeople)
	s.crowd.ShowToBook(overdue)
}

// booking are the sheets that book, move and cancel visits.
func (s *Shell) booking() *booking.Sheets {
	return booking.New(booking.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Canvas: s.p.Window.Canvas,
		Notices: s.notices, OnError: s.fail, OnChanged: func(coop.HouseholdID) { s.refresh() },
		OnOpen: s.openPerson, OnStart: s.startVisit, OnSheet: s.openSheet, OnCard: s.openCard, OnCalendar: s.saveVisit, OnEnded: s.offerLetter, OnLetter: func(v coop.Visit, kind coop.PaperKind) {
			s.openLetter(coop.LetterAsked{Kind: kind, Household: v.Household, Visit: v.ID})
		},
	})
}

// refresh reads again what is seen.
func (s *Shell) refresh() {
	if top := s.topPage(); top != nil {
		if top.refresh != nil {
			top.refresh()
		}
		return
	}
	s.visit(s.room).Refresh()
}

// call hands a number to the system's telephone.
func (s *Shell) call(number string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "tel", Opaque: number}); err != nil {
		s.p.Log.Warn("no telephone", "error", err)
		s.notices.Say(kit.Notice{Tone: kit.Attention, Text: s.words.T("shell.call.none")})
	}
}

// pickToWelcome asks who has come, then begins the talk at the counter.
func (s *Shell) pickToWelcome() {
	w := s.words
	found := kit.Stack(0, kit.Quiet(w.T("shell.pick.hint")))
	var sheet *kit.OpenSheet
	var asked kit.Latest
	var first func()
	show := func(words string, rows []coop.Row) {
		first = nil
		found.RemoveAll()
		for i, r := range rows {
			begin := func() { sheet.Close(); s.beginTalk(r.ID, coop.CounterTalk, "") }
			if i == 0 {
				first = begin
			}
			found.Add(kit.NewLinkRow("", w.People(r.Holders), s.home(r), begin))
		}
		if len(rows) == 0 {
			found.Add(kit.Quiet(w.T("shell.search.none", map[string]any{"Words": words})))
			found.Add(kit.Row(kit.SecondaryButton(w.T("shell.search.add"), func() { sheet.Close(); s.lookFor(words) })))
		}
		found.Refresh()
	}
	box := kit.NewSearchBox(s.p.Run, w, w.T("shell.search"), func(words string) {
		if words == "" {
			return
		}
		kit.RunLatest(s.p.Run, &asked, func() ([]coop.Row, error) {
			return s.p.Office.Search(context.Background(), s.by, words, mostPicked)
		}, func(rows []coop.Row, err error) {
			if err != nil {
				s.fail(err)
				return
			}
			show(words, rows)
		})
	})
	box.OnSubmitted = func(string) {
		if first != nil {
			first()
		}
	}
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("shell.pick"), First: box.Focusable(),
		Content: kit.Sized(0, pickHeight, kit.Column(box, found)),
	})
}

const (
	mostPicked         = 6
	pickHeight float32 = 400
)
