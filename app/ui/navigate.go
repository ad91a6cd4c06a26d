package ui

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Go opens a room, if whoever works may enter it, and leaves all pages above.
func (s *Shell) Go(room Room) {
	if _, made := s.makers[room]; !made || !placeOf(room).opens(s.by.Staff) {
		return
	}
	if s.held() {
		return
	}
	for len(s.pages) > 0 {
		s.drop()
	}
	s.search.close()
	s.room = room
	for name, buttons := range s.rails {
		for _, b := range buttons {
			b.light(name == room)
		}
	}
	s.visit(room).Refresh()
	s.display()
}

// turn is a person's way to a room: the room that is seen already is begun anew, without the file or
// the filter that was open in it.
func (s *Shell) turn(room Room) {
	if room == s.room && len(s.pages) == 0 {
		delete(s.screens, room)
	}
	s.Go(room)
}

// visit is a room's screen, made at the first visit.
func (s *Shell) visit(room Room) screen {
	if s.screens[room] == nil {
		s.screens[room] = s.makers[room]()
	}
	return s.screens[room]
}

// push lays a page over what is shown.
func (s *Shell) push(p page) {
	s.search.close()
	s.pages = append(s.pages, p)
	s.display()
}

// drop takes the top page away without showing what lies below.
func (s *Shell) drop() {
	last := len(s.pages) - 1
	gone := s.pages[last]
	s.pages = s.pages[:last]
	if gone.left != nil {
		gone.left()
	}
}

// Back goes a step back on the page on top where it has steps, else leaves it; in a room without pages it does nothing.
func (s *Shell) Back() {
	if len(s.pages) == 0 || s.held() {
		return
	}
	if step := s.topPage().back; step != nil && step() {
		return
	}
	s.drop()
	if top := s.topPage(); top != nil {
		if top.refresh != nil {
			top.refresh()
		}
	} else {
		s.visit(s.room).Refresh()
	}
	s.display()
}

// held says whether the page on top cannot be left now, such as in the middle of an import.
func (s *Shell) held() bool {
	top := s.topPage()
	return top != nil && top.stays != nil && top.stays()
}

// dropped opens a file that a person dropped on the window, or the files of a script in the room « Textes ».
func (s *Shell) dropped(_ fyne.Position, files []fyne.URI) {
	if top := s.topPage(); top != nil && top.drop != nil && len(files) > 0 {
		top.drop(files[0].Path())
		return
	}
	if s.frame == nil || !s.textsSeen() || len(files) == 0 || s.p.Window.Canvas().Overlays().Top() != nil {
		return
	}
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = file.Path()
	}
	s.texts.Import(paths)
}

// withBack is a page with the way back above it.
func (s *Shell) withBack(content fyne.CanvasObject) fyne.CanvasObject {
	back := kit.Bar(kit.PaddedXY(look.Snug, look.Tight, kit.Row(s.backButton(), kit.Spacer())))
	return kit.Stack(0, back, kit.Grow(content))
}

func (s *Shell) backButton() *kit.Button {
	return kit.QuietButton(s.words.T("shell.back"), s.Back).WithIcon(look.IconArrowLeft)
}

// topPage is the page on top, nil when the room itself is seen.
func (s *Shell) topPage() *page {
	if len(s.pages) == 0 {
		return nil
	}
	return &s.pages[len(s.pages)-1]
}

// full says whether a page has the whole window, such as a talk.
func (s *Shell) full() bool {
	top := s.topPage()
	return top != nil && top.full
}

// display shows the page on top, or the room.
func (s *Shell) display() {
	content := s.visit(s.room).Content()
	if top := s.topPage(); top != nil {
		content = top.content
	}
	s.p.Window.Canvas().Unfocus()
	s.frame.full = s.full()
	s.body.Objects = []fyne.CanvasObject{content}
	s.body.Refresh()
	s.outer.Refresh()
}

// rail is the way to the rooms at the left of a lying window.
func (s *Shell) rail() fyne.CanvasObject {
	logo := newLogo()
	above, below := []fyne.CanvasObject{kit.PaddedXY(0, look.Tight, logo)}, []fyne.CanvasObject{}
	for _, p := range s.open() {
		if p.foot {
			below = append(below, s.railButton(p))
		} else {
			above = append(above, s.railButton(p))
		}
	}
	all := append(append(above, kit.Spacer()), below...)
	return kit.Bar(kit.PaddedXY(look.Tight, look.Gap, kit.Stack(look.Tight, all...)))
}

// bar is the way to the rooms at the foot of an upright window: five of them, and the others behind
// « Plus ».
func (s *Shell) bar() fyne.CanvasObject {
	const most = 5
	rooms := s.open()
	var buttons []fyne.CanvasObject
	for _, p := range rooms[:min(len(rooms), most)] {
		buttons = append(buttons, s.railButton(p))
	}
	if len(rooms) > most {
		buttons = append(buttons, newRailButton(look.IconMore, s.words.T("shell.more"), func() { s.more(rooms[most:]) }))
	}
	return kit.Bar(kit.PaddedXY(look.Snug, look.Tight, newEven(buttons...)))
}

// more lists the rooms that the bar has no place for.
func (s *Shell) more(rooms []place) {
	list := kit.Stack(0)
	var sheet *kit.OpenSheet
	for _, p := range rooms {
		list.Add(kit.NewLinkRow(p.icon, s.words.T(p.word), "", func() { sheet.Close(); s.turn(p.room) }))
	}
	list.Add(kit.NewLinkRow(look.IconCircleHelp, s.words.T("keys.help"), "", func() { sheet.Close(); s.help() }))
	sheet = kit.ShowSheet(s.p.Window.Canvas(), s.words, kit.Sheet{Title: s.words.T("shell.more"), Content: list})
}

// open lists the rooms that are there and that whoever works may enter.
func (s *Shell) open() []place {
	var rooms []place
	for _, p := range places {
		if _, made := s.makers[p.room]; made && p.opens(s.by.Staff) {
			rooms = append(rooms, p)
		}
	}
	return rooms
}

func (s *Shell) railButton(p place) *railButton {
	b := newRailButton(p.icon, s.words.T(p.word), func() { s.turn(p.room) })
	s.rails[p.room] = append(s.rails[p.room], b)
	return b
}
