package ui

import (
	"bienvenue/app/ui/asking"
)

// openAskings lets questionnaires that came back be keyed in.
func (s *Shell) openAskings() { s.askings().Focus() }

// openReplies shows what the questionnaires say.
func (s *Shell) openReplies() { s.askings().ShowResults() }

// askings lays the page of the questionnaires over the room.
func (s *Shell) askings() *asking.Screen {
	screen := asking.New(asking.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Canvas: s.p.Window.Canvas, Notices: s.notices,
		OnError: s.fail, OnSave: s.saveTable,
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh, key: screen.TypedKey, letter: screen.TypedRune})
	return screen
}
