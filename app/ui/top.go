package ui

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// top is the line above the rooms: the search, and who is working.
func (s *Shell) top() fyne.CanvasObject {
	who := kit.SecondaryButton(s.words.T("shell.who", i18n.Args{
		"Initials": i18n.Initials(s.by.Staff.Name), "Name": s.by.Staff.Name,
	}), s.change).WithTrailingIcon(look.IconChevronDown)
	line := kit.RowOf(look.Gap, kit.Grow(s.search.box), kit.Caption(s.words.T("shell.search.key")).Whole(), who)
	return kit.Bar(kit.PaddedXY(look.Wide, look.Snug, line))
}

// ask is the question of a start: who works today?
func (s *Shell) ask() {
	list := kit.Stack(0)
	for _, one := range s.active() {
		list.Add(s.person(one, func() { s.work(one) }))
	}
	card := kit.Card(kit.Row(newLogo(), kit.Grow(kit.Title(s.words.T("shell.ask")))), kit.Quiet(s.words.T("shell.ask.why")), list)
	s.alone(kit.NewTouchScroll(kit.Padded(look.Wide, kit.AtMost(askWidth, kit.Stack(0, card)))))
}

const askWidth float32 = 520

// person is a member of staff to choose.
func (s *Shell) person(one coop.Staff, chosen func()) *kit.LinkRow {
	return kit.NewLinkRow(look.IconPerson, one.Name, s.words.T(i18n.RoleKey(one.Role)), chosen)
}

// change lets somebody else take over: the screens then speak to them.
func (s *Shell) change() {
	list := kit.Stack(0)
	var sheet *kit.OpenSheet
	for _, one := range s.active() {
		row := s.person(one, func() {
			sheet.Close()
			if one.ID != s.by.Staff.ID {
				s.work(one)
				s.notices.Done(s.words.T("shell.changed", i18n.Args{"Name": one.Name}))
			}
		})
		if one.ID == s.by.Staff.ID {
			row.WithTrailing(kit.Badge(look.IconCheck, s.words.T("shell.working"), kit.Done))
		}
		list.Add(row)
	}
	sheet = kit.ShowSheet(s.p.Window.Canvas(), s.words, kit.Sheet{Title: s.words.T("shell.ask"), Content: list})
}
