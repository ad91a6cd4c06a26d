package texts

import (
	"strings"

	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
)

// fieldKey is the key of what a field of the texts is called, "" for a field that nobody knows.
func fieldKey(name string) string {
	switch name {
	case "coop":
		return "texts.field.coop"
	case "share":
		return "texts.field.share"
	case "agency_phone":
		return "texts.field.agency-phone"
	case "emergency_phone":
		return "texts.field.emergency-phone"
	case "agm_month":
		return "texts.field.agm-month"
	case "agm_day":
		return "texts.field.agm-day"
	case "mediator":
		return "texts.field.mediator"
	case "tenant_area":
		return "texts.field.tenant-area"
	case "agency_hours":
		return "texts.field.agency-hours"
	case "technical_phone":
		return "texts.field.technical-phone"
	case "social_phone":
		return "texts.field.social-phone"
	case "culture_page":
		return "texts.field.culture-page"
	}
	return householdFieldKey(name)
}

// householdFieldKey is fieldKey for what a household or its residence says.
func householdFieldKey(name string) string {
	switch name {
	case "officer":
		return "texts.field.officer"
	case "residence":
		return "texts.field.residence"
	case "heating_company":
		return "texts.field.heating-company"
	case "syndic":
		return "texts.field.syndic"
	case "caretaker":
		return "texts.field.caretaker"
	}
	return ""
}

// formKey is the key of the button that opens a part of the review, "" for none.
func formKey(f script.Form) string {
	switch f {
	case script.FormOpinion:
		return "texts.form.opinion"
	case script.FormFollowUps:
		return "texts.form.followups"
	case script.FormShare:
		return "texts.form.share"
	case script.FormContacts:
		return "texts.form.contacts"
	case script.NoForm:
	}
	return ""
}

// tongue is a language that a text may be written in.
type tongue struct {
	code string
	name string // key of its own name
	said string // key of how one names it in the window's language; "" where it is not needed
}

// tongues are the languages that are offered. A coop that needs another one imports a file.
var tongues = []tongue{
	{"fr", "texts.tongue.fr", ""},
	{"en", "texts.tongue.en", ""},
	{"sq", "texts.tongue.sq", ""},
	{"de", "texts.tongue.de", ""},
	{"es", "texts.tongue.es", ""},
	{"ht", "texts.tongue.ht", ""},
	{"it", "texts.tongue.it", ""},
	{"ln", "texts.tongue.ln", ""},
	{"nl", "texts.tongue.nl", ""},
	{"pl", "texts.tongue.pl", ""},
	{"pt", "texts.tongue.pt", ""},
	{"ro", "texts.tongue.ro", ""},
	{"so", "texts.tongue.so", ""},
	{"tr", "texts.tongue.tr", ""},
	{"vi", "texts.tongue.vi", ""},
	{"wo", "texts.tongue.wo", ""},
	{"ru", "texts.tongue.ru", "texts.tongue.ru.said"},
	{"uk", "texts.tongue.uk", "texts.tongue.uk.said"},
	{"ar", "texts.tongue.ar", "texts.tongue.ar.said"},
	{"zh", "texts.tongue.zh", "texts.tongue.zh.said"},
	{"ta", "texts.tongue.ta", "texts.tongue.ta.said"},
	{"fa", "texts.tongue.fa", "texts.tongue.fa.said"},
}

// languageName is a language's own name, its code when it is none of those offered.
func languageName(w *i18n.Words, code string) string {
	for _, t := range tongues {
		if t.code == code {
			return w.T(t.name)
		}
	}
	return code
}

// writable parts the languages that a script does not have yet into those that the window can show, and the others
// by how one names them.
func writable(w *i18n.Words, have []string) (offered []tongue, hidden []string) {
	taken := strings.Join(have, " ")
	for _, t := range tongues {
		switch {
		case strings.Contains(taken, t.code):
		case look.Shows(w.T(t.name)):
			offered = append(offered, t)
		default:
			hidden = append(hidden, said(w, t))
		}
	}
	return offered, hidden
}

// said is how one names a language whose own name cannot be shown.
func said(w *i18n.Words, t tongue) string {
	if t.said == "" {
		return w.T(t.name)
	}
	return w.T(t.said)
}
