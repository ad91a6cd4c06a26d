package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// keys gives the window its own keys and letters: the page on top is asked first.
func (s *Shell) keys() {
	c := s.p.Window.Canvas()
	c.SetOnTypedKey(s.onKey)
	c.SetOnTypedRune(s.onLetter)
	on := func(key fyne.KeyName, modifier fyne.KeyModifier, do func()) {
		chord := &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
		s.chords[chord.ShortcutName()] = func() {
			if s.frame != nil && c.Overlays().Top() == nil {
				do()
			}
		}
		c.AddShortcut(chord, func(fyne.Shortcut) { s.chords[chord.ShortcutName()]() })
	}
	free := func(do func()) func() { // not in the middle of a talk
		return func() {
			if !s.full() {
				do()
			}
		}
	}
	const control = fyne.KeyModifierShortcutDefault
	on(fyne.KeyK, control, free(func() { s.search.focus() }))
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7} {
		on(key, control, free(func() { s.turn(places[i].room) }))
	}
	on(fyne.KeyN, control, free(s.bookHere))
	on(fyne.KeyP, control, s.printHere)
	// « ? » lies on another key of each keyboard: beside the right Shift of an English one, right of
	// N on a French one.
	for _, key := range []fyne.KeyName{fyne.KeySlash, fyne.KeyComma, "?"} {
		on(key, control, s.keyList)
		on(key, control|fyne.KeyModifierShift, s.keyList)
	}
	s.textChords()
}

// textChords are the shortcuts of the room « Textes » where no field has the keyboard.
func (s *Shell) textChords() {
	c := s.p.Window.Canvas()
	const control = fyne.KeyModifierShortcutDefault
	for _, chord := range []fyne.Shortcut{
		&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{},
		&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: control | fyne.KeyModifierShift},
		&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt},
		&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt},
	} {
		s.chords[chord.ShortcutName()] = func() {
			if s.frame != nil && c.Overlays().Top() == nil && s.textsSeen() {
				s.texts.TypedShortcut(chord)
			}
		}
		c.AddShortcut(chord, func(fyne.Shortcut) { s.chords[chord.ShortcutName()]() })
	}
}

// textsSeen says whether the room « Textes » is what one looks at.
func (s *Shell) textsSeen() bool {
	return s.room == RoomTexts && len(s.pages) == 0 && s.texts != nil
}

func (s *Shell) onKey(e *fyne.KeyEvent) {
	if s.frame == nil {
		return
	}
	if e.Name == fyne.KeyF1 {
		s.help()
		return
	}
	if top := s.topPage(); top != nil && top.key != nil && top.key(e) {
		return
	}
	if s.textKey(e) || e.Name != fyne.KeyEscape {
		return
	}
	if s.search.answered || s.search.box.Text() != "" {
		s.search.close()
		s.p.Window.Canvas().Unfocus()
		return
	}
	s.p.Window.Canvas().Unfocus()
	if len(s.pages) == 0 && s.room == RoomPeople {
		s.crowd.Back()
	}
	s.Back()
}

func (s *Shell) onLetter(letter rune) {
	if top := s.topPage(); top != nil && top.letter != nil {
		top.letter(letter)
	}
}

// bookHere is Ctrl+N: a new visit for the person whose file is open.
func (s *Shell) bookHere() {
	if id := s.shownPerson(); id != "" {
		s.booking().Book(id)
	}
}

// printHere is Ctrl+P: the sheet of the person whose file is open, then its printing.
func (s *Shell) printHere() {
	if top := s.topPage(); top != nil && top.onPrint != nil {
		top.onPrint()
	} else if id := s.shownPerson(); id != "" {
		s.openSheet(id)
	}
}

// help is F1: what one does in this room, and the keys.
func (s *Shell) help() {
	text := s.words.T(placeOf(s.room).help)
	if s.full() {
		text = s.words.T("keys.help.talk")
	}
	c := s.p.Window.Canvas()
	var sheet *kit.OpenSheet
	list := kit.SecondaryButton(s.words.T("keys.list"), func() { sheet.Close(); s.keyList() }).WithIcon(look.IconKeyboard)
	sheet = kit.ShowSheet(c, s.words, kit.Sheet{
		Title: s.words.T("keys.help"), Content: kit.Body(text), Actions: []fyne.CanvasObject{list},
	})
}

// keyLine is a line of the key list.
type keyLine struct{ keys, does string }

// keyGroups are the lines of the key list, in groups, as translation keys.
var keyGroups = []struct {
	title string
	lines []keyLine
}{
	{"keys.everywhere", []keyLine{
		{"keys.search.key", "keys.search"},
		{"keys.rooms.key", "keys.rooms"},
		{"keys.back.key", "keys.back"},
		{"keys.help.key", "keys.help"},
		{"keys.list.key", "keys.list"},
	}},
	{"keys.person", []keyLine{
		{"keys.visit.key", "keys.visit"},
		{"keys.print.key", "keys.print"},
	}},
	{"keys.diary", []keyLine{
		{"keys.take.key", "keys.take"},
		{"keys.carry.key", "keys.carry"},
		{"keys.drop.key", "keys.drop"},
		{"keys.turn.key", "keys.turn"},
	}},
	{"keys.talk", []keyLine{
		{"keys.next.key", "keys.next"},
		{"keys.previous.key", "keys.previous"},
		{"keys.choose.key", "keys.choose"},
		{"keys.note.key", "keys.note"},
		{"keys.later.key", "keys.later"},
		{"keys.simpler.key", "keys.simpler"},
		{"keys.language.key", "keys.language"},
		{"keys.asked.key", "keys.asked"},
		{"keys.pause.key", "keys.pause"},
	}},
	{"asking.title", []keyLine{
		{"asking.how.choose.key", "asking.how.choose"},
		{"asking.how.blank.key", "asking.how.blank"},
		{"asking.how.back.key", "asking.how.back"},
		{"asking.how.keep.key", "asking.how.keep"},
	}},
	{"keys.texts", []keyLine{
		{"keys.undo.key", "keys.undo"},
		{"keys.redo.key", "keys.redo"},
		{"keys.move.key", "keys.move"},
		{"keys.leaf.key", "keys.leaf"},
	}},
}

// keyList is Ctrl+?: every key with what it does.
func (s *Shell) keyList() {
	content := kit.Column()
	for _, group := range keyGroups {
		content.Add(kit.Section(s.words.T(group.title)))
		lines := kit.Stack(look.Snug)
		for _, l := range group.lines {
			lines.Add(kit.Row(kit.Sized(keyWidth, 0, kit.Row(kit.Badge("", s.words.T(l.keys), kit.Calm))), kit.Grow(kit.Body(s.words.T(l.does)))))
		}
		content.Add(lines)
	}
	kit.ShowSheet(s.p.Window.Canvas(), s.words, kit.Sheet{Title: s.words.T("keys.list"), Content: content})
}

const keyWidth float32 = 150
