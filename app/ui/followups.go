package ui

import (
	"bienvenue/app/coop"
	"bienvenue/app/ui/followups"
)

func (s *Shell) makeFollowUps() screen {
	s.promised = followups.New(followups.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Canvas: s.p.Window.Canvas,
		Notices: s.notices, OnError: s.fail, OnOpen: s.openPerson,
		OnChanged: func(coop.HouseholdID) {
			if s.room != RoomFollowUps {
				s.refresh()
			}
		},
	})
	return s.promised
}

// openLate lists the follow-ups that are late.
func (s *Shell) openLate() {
	s.Go(RoomFollowUps)
	s.promised.ShowLate()
}

// openFollowUp opens a follow-up above what is seen, such as a person's file.
func (s *Shell) openFollowUp(id coop.FollowUpID) {
	s.visit(RoomFollowUps)
	s.promised.Open(id)
}
