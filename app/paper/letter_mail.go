package paper

import (
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// LetterText is a letter as a mail in plain text, for the officer's own mail program: its subject, and a
// body of lines. As there is no letterhead, the coop's address and telephone come after who signs.
func LetterText(l coop.Letter, t template.Template, words VisitWords, made time.Time) (subject, text string) {
	m := mail{language: t.Language}
	blocks := t.Fill(FactsOf(l, words, made))
	by := map[template.Role][]template.Block{}
	for i, b := range blocks {
		by[b.As] = append(by[b.As], b)
		m.block(b, i > 0 && (blocks[i-1].As == template.AsItem || blocks[i-1].As == template.AsParagraph), l, words)
	}
	for _, b := range by[template.AsSign] {
		m.add(b.Text)
	}
	m.add(l.Coop.Address)
	m.add(words.Phone(l.Coop.AgencyPhone))
	if notes := by[template.AsNote]; len(notes) > 0 {
		m.open()
		m.lines = append(m.lines, "-- ") // where mail programs look for what is no part of the text
		for _, b := range notes {
			m.add(b.Text)
		}
	}
	if subjects := by[template.AsSubject]; len(subjects) > 0 {
		subject = m.line(subjects[0].Text)
	}
	return subject, strings.Join(m.lines, "\n") + "\n"
}

// mail is a mail being written.
type mail struct {
	language string
	lines    []string
}

// block writes a part that stands in the text itself; listed says that a list may go on with it.
func (m *mail) block(b template.Block, listed bool, l coop.Letter, words VisitWords) {
	switch b.As {
	case template.AsFacts:
		m.facts(b, factRows(l, words), words)
	case template.AsItem:
		if !listed {
			m.open()
		}
		m.add("- " + b.Text)
	case template.AsReference, template.AsParagraph, template.AsStress, template.AsQuestion:
		m.open()
		for paragraph := range strings.SplitSeq(b.Text, "\n") {
			m.add(paragraph)
		}
	case template.AsSubject, template.AsSign, template.AsNote: // these have places of their own
	}
}

// open begins a new paragraph.
func (m *mail) open() {
	if len(m.lines) > 0 {
		m.lines = append(m.lines, "")
	}
}

// add writes a line; nothing writes none.
func (m *mail) add(text string) {
	if line := m.line(text); line != "" {
		m.lines = append(m.lines, line)
	}
}

// line is one line of a mail.
func (m *mail) line(text string) string {
	return strings.TrimSpace(typeset(oneLine(text), m.language))
}

// facts writes the letter's box, a line for each fact.
func (m *mail) facts(b template.Block, rows [][2]string, words Words) {
	if len(rows) == 0 {
		return
	}
	m.open()
	m.add(b.Text)
	for _, row := range rows {
		m.add(words.T("letter.mail.fact", i18n.Args{"Title": row[0], "Text": row[1]}))
	}
}
