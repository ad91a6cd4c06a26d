package ui

import "bienvenue/app/coop"

// openLate lists the follow-ups that are late.
func (s *Shell) openLate() { s.Go(RoomFollowUps) }

// openFollowUp opens a follow-up.
func (s *Shell) openFollowUp(coop.FollowUpID) { s.Go(RoomFollowUps) }
