package reminders

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// reminder is the open sheet of one household: whom to call, what to write, what was done.
type reminder struct {
	screen    *Screen
	stop      coop.Stop
	subject   string // of what is written, "" for nothing
	body      string
	confirmed *kit.Chip
	sheet     *kit.OpenSheet
}

// open opens the sheet of a household once its text is written.
func (s *Screen) open(stop coop.Stop) {
	r := &reminder{screen: s, stop: stop}
	kit.Run(s.p.Run, func() (*reminder, error) {
		var err error
		if s.p.Text != nil {
			r.subject, r.body, err = s.p.Text(stop)
		}
		return r, err
	}, func(r *reminder, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		r.show()
	})
}

func (r *reminder) show() {
	s, stop := r.screen, r.stop
	r.confirmed = kit.NewChip(r.t("reminders.confirmed"), !stop.Confirmed.IsZero(), nil).WithIcon(look.IconCircleCheck)
	if r.confirmed.On() {
		r.confirmed.Disable()
	}
	content := kit.Column(r.who(), r.numbers(), kit.Row(r.confirmed, kit.Spacer()))
	if r.body != "" {
		content.Add(r.text())
	}
	content.Add(r.more())
	var actions []fyne.CanvasObject
	for _, how := range marks {
		actions = append(actions, kit.SecondaryButton(r.t(marked[how].key), func() {
			r.sheet.Close()
			s.mark(stop, how, r.confirmed.On())
		}).WithIcon(marked[how].icon))
	}
	r.sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: r.t("reminders.sheet", i18n.Args{"When": s.p.Words.When(stop.Start)}), Content: content, Width: 640, Actions: actions,
	})
}

func (r *reminder) t(key string, args ...i18n.Args) string { return r.screen.p.Words.T(key, args...) }

// who says who, where, with whom, and what suits them.
func (r *reminder) who() fyne.CanvasObject {
	w, stop := r.screen.p.Words, r.stop
	lines := kit.Lines(kit.Section(w.People(stop.Row.Holders)), kit.Body(join(w.Where(stop.Row.Residence, stop.Row.Dwelling), stop.Home.Town)),
		kit.Quiet(join(stop.OfficerName, w.T(i18n.PlaceKey(stop.Place)), w.Minutes(stop.Minutes()))))
	var wishes []string
	for _, p := range stop.Prefers {
		wishes = append(wishes, w.T(i18n.PreferenceKey(p)))
	}
	if stop.Language != "" && stop.Language != i18n.Default {
		wishes = append(wishes, w.LanguageName(stop.Language))
	}
	if text := join(append(wishes, stop.Wishes)...); text != "" {
		lines.Add(kit.Row(kit.NewGlyph(look.IconMessageSquare, kit.Accented), kit.Grow(kit.Caption(text))))
	}
	return lines
}

// numbers are the ways to reach the household, to call or to copy.
func (r *reminder) numbers() fyne.CanvasObject {
	p, lines := r.screen.p, kit.Stack(0)
	for _, number := range numbers(r.stop.Row.Holders) {
		shown := p.Words.Phone(number)
		line := kit.Row(kit.NewGlyph(look.IconPhone, kit.Calm), kit.Grow(kit.Body(shown)))
		if p.OnCall != nil {
			line.Add(kit.IconButton(look.IconPhone, r.t("person.call", i18n.Args{"Number": shown}), func() { p.OnCall(number) }))
		}
		line.Add(r.copying(shown))
		lines.Add(line)
	}
	for _, h := range r.stop.Row.Holders {
		if h.Email != "" {
			lines.Add(kit.Row(kit.NewGlyph(look.IconSend, kit.Calm), kit.Grow(kit.Body(h.Email)), r.copying(h.Email)))
		}
	}
	if len(lines.Objects) == 0 {
		lines.Add(kit.Quiet(r.t("reminders.number.none")))
	}
	return lines
}

// copying copies something that is shown; a tick says that it was copied.
func (r *reminder) copying(what string) *kit.Button {
	return copies(kit.IconButton(look.IconCopy, r.t("person.copy", i18n.Args{"What": what}), nil), what)
}

func copies(b *kit.Button, text string) *kit.Button {
	b.OnPressed(func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		b.SetIcon(look.IconCheck)
	})
	return b
}

// text is what to write, to copy.
func (r *reminder) text() fyne.CanvasObject {
	buttons := kit.Flow(
		copies(kit.SecondaryButton(r.t("reminders.copy.subject"), nil).WithIcon(look.IconCopy), r.subject),
		copies(kit.SecondaryButton(r.t("reminders.copy.body"), nil).WithIcon(look.IconCopy), r.body),
	)
	return kit.Card(kit.Caption(r.t("reminders.write")).Strong(), kit.Body(r.subject).Strong(), kit.Body(r.body), buttons)
}

// more leads to the letter, to the visit and to the file.
func (r *reminder) more() fyne.CanvasObject {
	p, lines := r.screen.p, kit.Stack(0)
	add := func(there bool, icon look.Icon, word string, do func()) {
		if there {
			lines.Add(kit.NewLinkRow(icon, word, "", func() {
				r.sheet.Close()
				do()
			}))
		}
	}
	add(p.OnLetter != nil, look.IconPrinter, r.t("reminders.letter"), func() { p.OnLetter(r.stop) })
	add(p.OnAct != nil, look.IconCalendarCheck, r.t("person.visit"), func() { p.OnAct(r.stop.ID) })
	add(p.OnOpen != nil, look.IconIDCard, r.t("visit.act.open"), func() { p.OnOpen(r.stop.Household) })
	return lines
}
