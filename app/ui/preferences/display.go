package preferences

import (
	"strconv"

	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// scales are the text sizes offered, in percent.
var scales = []int{80, 90, 100, 110, 125, 150, 175, 200}

// accents are the colours offered by name; any other may be typed.
var accents = []struct{ colour, name string }{
	{"#0B5C63", "preferences.accent.petrol"},
	{"#1F4E8C", "preferences.accent.blue"},
	{"#2C6B3F", "preferences.accent.green"},
	{"#6B2C5C", "preferences.accent.plum"},
	{"#9A3B26", "preferences.accent.brick"},
	{"#3E4A59", "preferences.accent.slate"},
}

// displayForm is how the window looks; each choice shows at once.
func (s *Screen) displayForm() fyne.CanvasObject {
	w := s.p.Words
	return kit.Column(
		kit.TitledCard(w.T("preferences.display.language"), nil, s.languageChoice()),
		kit.TitledCard(w.T("preferences.display.theme"), nil, s.themeChoice()),
		kit.TitledCard(w.T("preferences.display.scale"), nil, kit.Quiet(w.T("preferences.display.scale.why")), s.scaleChoice()),
		kit.TitledCard(w.T("preferences.display.accent"), nil, kit.Quiet(w.T("preferences.display.accent.why")), s.accentChoice(), s.accentField()),
	)
}

func (s *Screen) languageChoice() fyne.CanvasObject {
	w := s.p.Words
	names := map[string]string{"fr": w.T("preferences.language.fr"), "en": w.T("preferences.language.en")}
	options := []kit.Option[string]{}
	for _, code := range i18n.Languages() {
		options = append(options, kit.Option[string]{Value: code, Words: names[code]})
	}
	return choice(options, w.Language(), func(code string) { s.with(func(v *Values) { v.Language = code }) })
}

func (s *Screen) themeChoice() fyne.CanvasObject {
	w := s.p.Words
	return choice([]kit.Option[Theme]{
		{Value: System, Words: w.T("preferences.theme.system"), Icon: look.IconMonitor},
		{Value: Light, Words: w.T("preferences.theme.light"), Icon: look.IconSun},
		{Value: Dark, Words: w.T("preferences.theme.dark"), Icon: look.IconMoon},
	}, s.values.Theme, func(t Theme) { s.with(func(v *Values) { v.Theme = t }) })
}

func (s *Screen) scaleChoice() fyne.CanvasObject {
	options := []kit.Option[int]{}
	for _, percent := range scales {
		options = append(options, kit.Option[int]{Value: percent, Words: s.p.Words.Percent(float64(percent) / hundred)})
	}
	return choice(options, s.values.Scale, func(n int) { s.with(func(v *Values) { v.Scale = n }) })
}

func (s *Screen) accentChoice() fyne.CanvasObject {
	options := []kit.Option[string]{}
	for _, a := range accents {
		options = append(options, kit.Option[string]{Value: a.colour, Words: s.p.Words.T(a.name)})
	}
	return choice(options, s.values.Accent, func(c string) { s.with(func(v *Values) { v.Accent = c }) })
}

// accentField takes any other colour by its code.
func (s *Screen) accentField() fyne.CanvasObject {
	w := s.p.Words
	field := kit.NewField(w.T("preferences.accent.code"), s.values.Accent, nil).WithHint(w.T("preferences.accent.hint"))
	keep := func(text string) {
		if !isColour(text) {
			field.SetError(w.T("preferences.accent.wrong"))
			return
		}
		field.SetError("")
		s.with(func(v *Values) { v.Accent = text })
	}
	field.OnSubmitted = keep
	apply := kit.SecondaryButton(w.T("preferences.accent.apply"), func() { keep(field.Text()) })
	return kit.Column(kit.Sized(0, 0, field), kit.Row(apply))
}

func isColour(text string) bool {
	if len(text) != len("#0B5C63") || text[0] != '#' {
		return false
	}
	_, err := strconv.ParseUint(text[1:], 16, 32)
	return err == nil
}

// with changes one value at once.
func (s *Screen) with(set func(*Values)) {
	to := s.values
	set(&to)
	s.change(to, nil)
}

func choice[T comparable](options []kit.Option[T], now T, chosen func(T)) fyne.CanvasObject {
	c := kit.NewChoice(options, chosen)
	c.Set(now)
	return c.Object()
}
