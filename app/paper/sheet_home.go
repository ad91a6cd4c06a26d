package paper

import (
	"slices"
	"strings"
	"unicode"

	"bienvenue/app/coop"
)

// greeting welcomes the holders by their names.
func (t *teller) greeting() said {
	if len(t.Household.Holders) == 0 {
		return t.say("welcome.nobody")
	}
	return t.say("welcome")
}

// home says where the household lives, a line each.
func (t *teller) home() []string {
	d, r := t.Household.Dwelling, t.Residence
	return []string{
		r.Name,
		sentence([]string{t.part("home.building", d.Building), t.part("home.stair", d.Stair), t.floor(d.Floor), t.part("home.door", d.Door)}),
		r.Address, joined(r.Postcode, r.Town),
	}
}

// part names a part of the building; a text that names itself, « Bâtiment B », stays as it is.
func (t *teller) part(id, text string) string {
	if text == "" {
		return ""
	}
	whole := t.say(id, "text", text).text
	title := strings.TrimSpace(strings.TrimSuffix(whole, text))
	if title != "" && strings.HasPrefix(strings.ToLower(text), strings.ToLower(title)) {
		return text
	}
	return whole
}

func (t *teller) floor(text string) string {
	switch strings.ToUpper(text) {
	case "0", "RC", "RDC", "R":
		return t.say("home.ground").text
	}
	return t.part("home.floor", text)
}

// entry says since when, or from when on, the household lives there.
func (t *teller) entry() said {
	switch entry := t.Household.Entry; {
	case entry == "":
		return said{}
	case entry > t.today:
		return t.say("entry.from", "day", t.speech.Date(entry))
	default:
		return t.say("entry.since", "day", t.speech.Date(entry))
	}
}

// contacts says whom to call.
func (t *teller) contacts() contactsText {
	all := contactsText{title: t.say("contacts"), none: t.say("contacts.none")}
	for _, c := range t.Contacts {
		all.rows = append(all.rows, contactText{c.Kind, t.say("contact." + string(c.Kind)), held(t.speech.Phone(c.Text)), held(c.Hours)})
	}
	return all
}

// duties says who does what.
func (t *teller) duties() dutiesText {
	them := "duties.coop"
	if t.Household.Product == coop.Copro {
		them = "duties.syndic"
	}
	all := dutiesText{title: t.say("duties"), sides: [2]dutySide{{title: t.say("duties.you")}, {title: t.say(them)}}}
	for _, d := range t.Duties {
		side := &all.sides[0]
		if d.Side == coop.SideThem {
			side = &all.sides[1]
		}
		side.rows = append(side.rows, dutyText{d.Duty, t.say("duty." + string(d.Duty))})
	}
	return all
}

func joined(parts ...string) string { return list(parts, " ") }

func list(parts []string, separator string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" }), separator)
}

// sentence joins parts with commas and begins with a capital.
func sentence(parts []string) string {
	runes := []rune(list(parts, ", "))
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}
