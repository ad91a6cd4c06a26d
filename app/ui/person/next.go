package person

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// advice is what the card « what next » says, and its one main button.
type advice struct {
	icon  look.Icon
	tone  kit.Tone
	title string
	text  string
	word  string // of the main button; "" when welcoming is the main thing
	do    func()
}

// next is the one thing to do next, and what one may also do.
func (s *Screen) next() fyne.CanvasObject {
	a := s.advice()
	texts := kit.Lines(kit.Section(a.title))
	if a.text != "" {
		texts.Add(kit.Body(a.text))
	}
	actions := kit.Flow()
	welcome := func() { s.p.OnBeginTalk(s.id, coop.CounterTalk, "") }
	if a.word != "" {
		actions.Add(kit.PrimaryButton(a.word, a.do))
		actions.Add(kit.SecondaryButton(s.t("person.welcome"), welcome).WithIcon(look.IconHandHeart))
	} else {
		actions.Add(kit.PrimaryButton(s.t("person.welcome"), welcome).WithIcon(look.IconHandHeart))
	}
	s.alsoMay(actions)
	return kit.Tinted(a.tone, kit.TopRow(look.Gap, kit.NewIcon(a.icon, a.tone), kit.Grow(kit.Column(texts, actions))))
}

// alsoMay adds what one may also do.
func (s *Screen) alsoMay(actions *fyne.Container) {
	next := s.file.Next
	switch next.Step {
	case coop.NextStart, coop.NextWait:
		actions.Add(kit.SecondaryButton(s.t("person.visit"), func() { s.p.OnVisit(next.Visit) }).WithIcon(look.IconCalendarCheck))
		actions.Add(kit.SecondaryButton(s.t("person.move"), func() { s.p.OnMove(next.Visit) }).WithIcon(look.IconCalendarDays))
	case coop.NextOffer:
		actions.Add(kit.SecondaryButton(s.t("person.next.office"), func() { s.p.OnBookAt(s.id, coop.AtOffice) }).WithIcon(look.IconBuilding))
		actions.Add(kit.SecondaryButton(s.t("person.next.give-up"), func() { s.p.OnGiveUp(s.id) }).WithIcon(look.IconCircleSlash))
	case coop.NextAgain, coop.NextBook:
		if last := s.lastTried(); missedAtHome(last.Visit) && s.p.OnCard != nil {
			actions.Add(kit.SecondaryButton(s.t("person.next.card"), func() { s.p.OnCard(last.Visit) }).WithIcon(look.IconMail))
		}
		actions.Add(kit.SecondaryButton(s.t("person.next.choose"), func() { s.p.OnBook(s.id) }).WithIcon(look.IconCalendarPlus))
	case coop.NextResume, coop.NextSheet, coop.NextFollowUp, coop.NextEntry, coop.NextNothing:
		actions.Add(kit.SecondaryButton(s.t("person.book"), func() { s.p.OnBook(s.id) }).WithIcon(look.IconCalendarPlus))
	}
	if next.Step != coop.NextSheet {
		actions.Add(kit.SecondaryButton(s.t("person.sheet"), func() { s.p.OnSheet(s.id) }).WithIcon(look.IconPrinter))
	}
	if s.p.OnLetters != nil {
		actions.Add(kit.SecondaryButton(s.t("person.letters"), func() { s.p.OnLetters(s.id) }).WithIcon(look.IconMail))
	}
}

func (s *Screen) advice() advice {
	next, w := s.file.Next, s.p.Words
	switch next.Step {
	case coop.NextResume:
		return advice{
			icon: look.IconPause, tone: kit.Attention, title: s.t("person.next.resume"), text: s.interrupted(next.Talk),
			word: s.t("person.next.resume.do"), do: func() { s.p.OnResume(next.Talk) },
		}
	case coop.NextStart:
		title := s.t("person.next.start", i18n.Args{"When": w.Hour(s.visit(next.Visit).Start)})
		if next.Day < s.p.Desk.Today() {
			title = s.t("person.next.start.past", i18n.Args{"Day": w.Day(next.Day)})
		}
		return advice{
			icon: look.IconPlay, tone: kit.Accented, title: title, text: s.visitLine(next.Visit),
			word: s.t("person.next.start.do"), do: func() { s.p.OnBeginTalk(s.id, coop.CourtesyTalk, next.Visit) },
		}
	case coop.NextBook:
		return s.bookAdvice()
	case coop.NextAgain:
		return s.againAdvice()
	case coop.NextOffer:
		return advice{
			icon: look.IconPhone, tone: kit.Attention, title: s.t("person.next.offer"), text: s.t("person.next.offer.why"),
			word: s.t("person.next.phone"), do: func() { s.p.OnBookAt(s.id, coop.ByPhone) },
		}
	case coop.NextWait:
		return advice{
			icon: look.IconCalendarCheck, tone: kit.Accented,
			title: s.t("person.next.wait", i18n.Args{"When": w.When(s.visit(next.Visit).Start)}), text: s.visitLine(next.Visit) + s.standing(next.Visit),
		}
	case coop.NextSheet:
		if s.file.Reprint {
			return advice{
				icon: look.IconPrinter, tone: kit.Attention, title: s.t("person.next.reprint"), text: s.t("person.next.reprint.why"),
				word: s.t("person.next.reprint.do"), do: func() { s.p.OnSheet(s.id) },
			}
		}
		return advice{
			icon: look.IconPrinter, tone: kit.Accented, title: s.t("person.next.sheet"), text: s.t("person.next.sheet.why"),
			word: s.t("person.next.sheet.do"), do: func() { s.p.OnSheet(s.id) },
		}
	case coop.NextFollowUp:
		return s.followUpAdvice()
	case coop.NextEntry:
		a := advice{icon: look.IconLogIn, tone: kit.Plain, title: s.t("person.next.entry.unknown"), text: s.t("person.next.entry.why")}
		if next.Day != "" {
			a.title = s.t("person.next.entry", i18n.Args{"Day": w.DayLong(next.Day)})
		}
		return a
	case coop.NextNothing:
	}
	return advice{icon: look.IconCircleCheck, tone: kit.Done, title: s.t("person.next.nothing"), text: s.t("person.next.nothing.why")}
}

func (s *Screen) bookAdvice() advice {
	w, window := s.p.Words, s.file.Window
	a := advice{
		icon: look.IconCalendarPlus, tone: kit.Accented, title: s.t("person.next.book"),
		text: s.t("person.next.book.window", i18n.Args{"From": w.Day(window.From), "To": w.Day(window.To)}),
		word: s.t("person.next.propose"), do: func() { s.p.OnPropose(s.id) },
	}
	switch today := s.p.Desk.Today(); {
	case s.file.Next.Late:
		a.icon, a.tone = look.IconCircleAlert, kit.Late
		a.title = s.t("person.next.book.late")
		a.text = s.t("person.next.book.late.why", i18n.Args{"To": w.Day(window.To)})
	case window.Holds(today):
		a.tone = kit.Attention
		a.text = w.N("person.next.book.days", window.To.DaysSince(today), i18n.Args{"To": w.Day(window.To)})
	}
	return a
}

// againAdvice says what came of the last try, and until when the next one should be.
func (s *Screen) againAdvice() advice {
	w, last := s.p.Words, s.lastTried()
	a := s.bookAdvice()
	a.tone = kit.Attention
	a.title = s.t("person.next.again")
	args := i18n.Args{"When": w.When(last.Start), "Result": s.t(i18n.ResultKey(last.Result)), "To": w.Day(s.file.Window.To)}
	a.text = s.t("person.next.again.why", args)
	if missedAtHome(last.Visit) {
		a.title, a.text = s.t("person.next.second"), s.t("person.next.second.why", args)
	}
	if s.file.Next.Late {
		a.icon, a.tone = look.IconCircleAlert, kit.Late
	}
	return a
}

// missedAtHome says whether somebody came to the home and nobody was there.
func missedAtHome(v coop.Visit) bool { return v.Result == coop.Absent && v.Place == coop.AtHome }

// lastTried is the last visit that was tried, a zero one for none.
func (s *Screen) lastTried() coop.VisitRow {
	var last coop.VisitRow
	for _, v := range s.file.Visits {
		if v.State == coop.VisitHeld && v.Kind != coop.DeskVisit && v.Start.After(last.Start) {
			last = v
		}
	}
	return last
}

// standing says whether a planned visit was confirmed and reminded, as the end of its line.
func (s *Screen) standing(id coop.VisitID) string {
	v := s.visit(id)
	text := ""
	if !v.Confirmed.IsZero() {
		text += s.t("person.visit.confirmed")
	}
	if !v.Reminded.IsZero() {
		text += s.t("person.visit.reminded")
	}
	return text
}

func (s *Screen) followUpAdvice() advice {
	next := s.file.Next
	a := advice{
		icon: look.IconListChecks, tone: kit.Attention, title: s.t("person.next.followup", i18n.Args{"Day": s.p.Words.Day(next.Day)}),
		word: s.t("person.next.followup.do"), do: func() { s.p.OnFollowUp(next.FollowUp) },
	}
	if next.Late {
		a.tone, a.title = kit.Late, s.t("person.next.followup.late", i18n.Args{"Day": s.p.Words.Day(next.Day)})
	}
	for _, f := range s.file.FollowUps {
		if f.ID == next.FollowUp {
			a.text = s.promised(f)
		}
	}
	return a
}

func (s *Screen) visit(id coop.VisitID) coop.VisitRow {
	for _, v := range s.file.Visits {
		if v.ID == id {
			return v
		}
	}
	return coop.VisitRow{}
}

// visitLine says who goes where and for how long, « avec Karim Haddad, chez la personne, 45 min ».
func (s *Screen) visitLine(id coop.VisitID) string {
	v := s.visit(id)
	return s.t("person.visit.line", i18n.Args{
		"Officer": v.OfficerName, "Place": s.t(i18n.PlaceKey(v.Place)), "Minutes": s.p.Words.Minutes(v.Minutes()),
	})
}

func (s *Screen) interrupted(id coop.TalkID) string {
	for _, t := range s.file.Talks {
		if t.ID == id {
			return s.t("person.next.resume.why", i18n.Args{
				"Talk": s.t(i18n.TalkKindKey(t.Kind)), "When": s.p.Words.When(t.Touched), "Officer": s.officer(t.Officer),
			})
		}
	}
	return ""
}
