package preferences

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// form is a card of fields that are kept together by one button.
type form struct {
	screen *Screen
	reads  []func(*Values) bool // each takes its field over; false when it cannot be read
	kept   []func()             // each shows its field as it was kept
	save   *kit.Button
}

func (s *Screen) newForm() *form {
	f := &form{screen: s}
	f.save = kit.PrimaryButton(s.p.Words.T("preferences.save"), f.keep).WithIcon(look.IconCheck)
	f.save.Disable()
	return f
}

func (f *form) touched() { f.save.Enable() }

func (f *form) keep() {
	values, whole := f.screen.values, true
	values.Rules.Kinds = slices.Clone(values.Rules.Kinds) // what is shown stays as it is until it is kept
	for _, read := range f.reads {
		whole = read(&values) && whole
	}
	if !whole {
		return
	}
	f.screen.change(values, func() {
		f.save.Disable()
		for _, show := range f.kept {
			show()
		}
		f.screen.p.OnDone(f.screen.p.Words.T("preferences.saved"))
	})
}

// foot is the line with the button.
func (f *form) foot() fyne.CanvasObject { return kit.Row(kit.Spacer(), f.save) }

// text is a field for words.
func (f *form) text(label string, at func(*Values) *string) *kit.Field {
	values := f.screen.values
	field := kit.NewField(label, *at(&values), func(string) { f.touched() })
	f.reads = append(f.reads, func(v *Values) bool {
		*at(v) = strings.TrimSpace(field.Text())
		return true
	})
	return field
}

// fact is a field for words that the coop's texts name, with where they do.
func (f *form) fact(name, label string, at func(*Values) *string) *kit.Field {
	field := f.text(label, at)
	hint := func() { field.WithHint(f.screen.namedHint(name, field.Text() != "")) }
	hint()
	f.kept = append(f.kept, hint)
	return field
}

// phone is a field for a telephone number, shown by pairs as people read it. What is no number,
// such as one with an extension, stays as it was written.
func (f *form) phone(name, label string, at func(*Values) *string) *kit.Field {
	w, field := f.screen.p.Words, f.fact(name, label, at)
	show := func() {
		if number, ok := coop.TidyPhone(field.Text()); ok {
			field.SetText(w.Phone(number))
		}
	}
	show()
	f.reads = append(f.reads, func(v *Values) bool {
		if number, ok := coop.TidyPhone(field.Text()); ok {
			*at(v) = number
		}
		return true
	})
	f.kept = append(f.kept, show)
	return field
}

// flag is something that is so or is not.
func (f *form) flag(label string, at func(*Values) *bool) *kit.Chip {
	values := f.screen.values
	chip := kit.NewChip(label, *at(&values), func(bool) { f.touched() })
	f.reads = append(f.reads, func(v *Values) bool {
		*at(v) = chip.On()
		return true
	})
	return chip
}

// number is a field for a whole number; its limits are the settings' matter.
func (f *form) number(label string, at func(*Values) *int) *kit.Field {
	values := f.screen.values
	field := kit.NewField(label, strconv.Itoa(*at(&values)), func(string) { f.touched() })
	f.reads = append(f.reads, func(v *Values) bool {
		n, err := strconv.Atoi(strings.TrimSpace(field.Text()))
		if err != nil {
			field.SetError(f.screen.p.Words.T("preferences.number"))
			return false
		}
		field.SetError("")
		*at(v) = n
		return true
	})
	return field
}

// known is a number that may be unknown: an empty field is 0.
func (f *form) known(label string, at func(*Values) *int) *kit.Field {
	field := f.number(label, at)
	if field.Text() == "0" {
		field.SetText("")
	}
	last := len(f.reads) - 1
	read := f.reads[last]
	f.reads[last] = func(v *Values) bool {
		if strings.TrimSpace(field.Text()) == "" {
			field.SetError("")
			*at(v) = 0
			return true
		}
		return read(v)
	}
	return field
}

// month is a choice of a month, or of none.
func (f *form) month(label string, at func(*Values) *int) fyne.CanvasObject {
	w, values := f.screen.p.Words, f.screen.values
	options := []kit.Option[int]{{Value: 0, Words: w.T("preferences.unknown")}}
	for m := 1; m <= 12; m++ {
		options = append(options, kit.Option[int]{Value: m, Words: w.MonthName(m)})
	}
	choice := kit.NewSelect(label, options, func(int) { f.touched() })
	choice.Set(*at(&values))
	f.reads = append(f.reads, func(v *Values) bool {
		*at(v), _ = choice.Value()
		return true
	})
	return choice.Object()
}

// money is a sum in euros, kept in cents; an empty field is not known.
func (f *form) money(label string, at func(*Values) *int) *kit.Field {
	values := f.screen.values
	field := kit.NewField(label, euros(*at(&values)), func(string) { f.touched() })
	f.reads = append(f.reads, func(v *Values) bool {
		cents, ok := cents(field.Text())
		if !ok {
			field.SetError(f.screen.p.Words.T("preferences.money"))
			return false
		}
		field.SetError("")
		*at(v) = cents
		return true
	})
	return field
}

const hundred = 100

// euros writes cents as a field shows them, « 16,50 »; 0 is nothing.
func euros(n int) string {
	if n == 0 {
		return ""
	}
	if n%hundred == 0 {
		return strconv.Itoa(n / hundred)
	}
	return strconv.Itoa(n/hundred) + "," + strconv.Itoa(n%hundred/10) + strconv.Itoa(n%10)
}

// cents reads « 16 », « 16,5 », « 16.50 €  »; nothing is 0.
func cents(text string) (int, bool) {
	text = strings.ReplaceAll(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "€")), ",", ".")
	if text == "" {
		return 0, true
	}
	amount, err := strconv.ParseFloat(text, 64)
	const most = 1e7
	if err != nil || amount < 0 || amount > most {
		return 0, false
	}
	return int(amount*hundred + 0.5), true
}
