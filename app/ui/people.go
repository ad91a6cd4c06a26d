package ui

import (
	"bienvenue/app/coop"
)

// openPerson opens a person's file over the room.
func (s *Shell) openPerson(id coop.HouseholdID) {}

func (s *Shell) adder() func() { return nil }

func (s *Shell) pickToWelcome() {}

func (s *Shell) startVisit(v coop.VisitRow) {}

func (s *Shell) resumeTalk(id coop.TalkID) {}

func (s *Shell) openLate() {}

func (s *Shell) openToBook(overdue bool) {}

func (s *Shell) openImports() {}

func (s *Shell) importer() func() { return nil }
