package paper

import (
	"slices"
	"strings"

	"bienvenue/app/i18n"
)

// ReminderText is the same reminder as a mail in plain text, for the officer's own mail program: a
// subject that names nobody, and a body of lines.
func ReminderText(r Reminder, words VisitWords) (subject, text string) {
	subject = spoken(subjectOf(r, words))
	var b strings.Builder
	paragraph := func(lines ...string) {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		for _, line := range lines {
			b.WriteString(spoken(line) + "\n")
		}
	}
	paragraph(dear(r.Row.Holders, words))
	paragraph(words.T("letter.why"))
	var facts []string
	for _, row := range factsOf(r, words) {
		facts = append(facts, words.T("letter.mail.fact", i18n.Args{"Title": row[0], "Text": row[1]}))
	}
	paragraph(facts...)
	ready := []string{words.T("letter.ready")}
	for _, key := range readyKeys(r.Row.Product) {
		ready = append(ready, "- "+words.T(key))
	}
	paragraph(ready...)
	paragraph(moveOf(r, words))
	paragraph(freeOf(r, words))
	paragraph(words.T("letter.help"))
	paragraph(slices.DeleteFunc([]string{
		words.T("letter.soon"), r.OfficerName, r.Coop.Name, r.Coop.Address, words.Phone(r.Coop.AgencyPhone),
	}, func(line string) bool { return line == "" })...)
	paragraph("-- ", noticeOf(r.Coop, words))
	return subject, b.String()
}

// spoken is a text without breaks of its own: a name from an archive makes no line of a mail.
func spoken(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " ")
}
