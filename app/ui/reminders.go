package ui

import (
	"bienvenue/app/ui/reminders"
)

// openReminders shows the visits of which households are reminded today.
func (s *Shell) openReminders() {
	screen := reminders.New(reminders.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Canvas: s.p.Window.Canvas, Notices: s.notices, OnError: s.fail,
		OnAct: s.booking().ActOn, Text: s.reminderMail, OnLetter: s.openReminder, OnCall: s.call, OnOpen: s.openPerson,
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh})
}
