package script

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer writes YAML, line by line.
type writer struct{ text strings.Builder }

const (
	foldAt    = 96  // columns of a folded text
	longPiece = 500 // bytes of a quoted text on one line
)

func (w *writer) bytes() []byte { return []byte(w.text.String()) }

func (w *writer) line(indent int, parts ...string) {
	if len(parts) > 0 {
		w.text.WriteString(strings.Repeat(" ", indent))
	}
	for _, part := range parts {
		w.text.WriteString(part)
	}
	w.text.WriteString("\n")
}

// pair writes a name with its text, even when there is none yet.
func (w *writer) pair(indent int, name, text string) {
	w.line(indent, name, ": ", scalar(text, false))
}

// known writes a name with its text when there is one.
func (w *writer) known(indent int, name, text string) {
	if tidy(text) != "" {
		w.pair(indent, name, text)
	}
}

// spoken writes a text of a step line by line, as it is said.
func (w *writer) spoken(name, text string) {
	const indent = 4
	text = tidy(text)
	lines := strings.Split(text, "\n")
	for _, line := range lines {
		if !plainLine(line) || line != "" && line[0] == ' ' {
			w.pair(indent, name, text)
			return
		}
	}
	if text == "" {
		w.pair(indent, name, text)
		return
	}
	w.line(indent, name, ": |")
	for _, line := range lines {
		if line == "" {
			w.line(0)
			continue
		}
		w.line(indent+2, line)
	}
}

// folded writes a text of one paragraph over as many lines as it needs.
func (w *writer) folded(indent int, name, text string) {
	text = tidy(text)
	if text == "" || !plainLine(text) || strings.Contains(text, "  ") {
		w.pair(indent, name, text)
		return
	}
	w.line(indent, name, ": >-")
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		if line != "" && indent+2+utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > foldAt {
			w.line(indent+2, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	w.line(indent+2, line)
}

// flow writes a name with parts in braces, unless all parts are empty.
func (w *writer) flow(indent int, name string, parts []string) {
	if all := flow(parts...); all != "{}" {
		w.line(indent, name, ": ", all)
	}
}

func flow(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return "{" + strings.Join(kept, ", ") + "}"
}

func sequence[T ~string](values []T) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = scalar(string(v), true)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func several[T ~string](name string, values []T) string {
	if len(values) == 0 {
		return ""
	}
	return name + ": " + sequence(values)
}

func item(name, text string) string { return scalar(name, true) + ": " + scalar(text, true) }

// translated is an item, "" while there is no text for it.
func translated(name, text string) string {
	if tidy(text) == "" {
		return ""
	}
	return item(name, text)
}

func yes(name string, flag bool) string {
	if !flag {
		return ""
	}
	return name + ": true"
}

// tidy is a text as reading gives it back: whole characters, no blanks around.
func tidy(text string) string {
	return strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
}

// plainLine says whether a line of text can stand in a block as it is.
func plainLine(line string) bool {
	return len(line) < maxLine/2 && evenBrackets(line) && strings.TrimSpace(line) == line &&
		strings.IndexFunc(line, needsEscape) < 0
}

// needsEscape says whether a character only stands in quotes, by its number.
func needsEscape(c rune) bool {
	return unicode.IsControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF'
}

// evenBrackets says whether brackets come in pairs and few: the reader counts them in texts too.
func evenBrackets(text string) bool {
	open := 0
	for _, c := range text {
		switch c {
		case '[', '{':
			open++
		case ']', '}':
			open--
		}
		if open < 0 || open > maxDepth/4 {
			return false
		}
	}
	return open == 0
}

// scalar is a text on one line, in quotes only when it must be.
func scalar(text string, inFlow bool) string {
	text = tidy(text)
	if bare(text, inFlow) {
		return text
	}
	return quoted(text)
}

// bare says whether a text means itself without quotes.
func bare(text string, inFlow bool) bool {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case !unicode.IsLetter(first) && !unicode.IsDigit(first) && first != '«' && first != '“':
		return false
	case !plainLine(text), len(text) > longPiece:
		return false
	case strings.ContainsAny(text, "\"[]{}"), strings.HasSuffix(text, ":"):
		return false
	case strings.Contains(text, ": "), strings.Contains(text, " #"):
		return false
	case inFlow && strings.ContainsAny(text, ",:"):
		return false
	}
	switch strings.ToLower(text) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf":
		return false
	}
	if unicode.IsDigit(first) && !isDay(text) && !strings.ContainsFunc(text, unicode.IsLetter) {
		return false
	}
	_, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	return err != nil && !oddNumber(text)
}

// oddNumber says whether a text begins like a number in another base, « 0x1f ».
func oddNumber(text string) bool {
	return len(text) > 1 && text[0] == '0' && strings.ContainsRune("xXoObB", rune(text[1]))
}

func isDay(text string) bool {
	return len(text) == len("2026-11-23") && text[4] == '-' && text[7] == '-'
}

// quoted is a text in double quotes, broken over lines when it is very long.
func quoted(text string) string {
	var b strings.Builder
	even, piece := evenBrackets(text), 0
	b.WriteByte('"')
	for _, c := range text {
		if piece > longPiece {
			b.WriteString("\\\n" + strings.Repeat(" ", 12))
			piece = 0
			if c == ' ' {
				b.WriteString(`\x20`)
				continue
			}
		}
		before := b.Len()
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case needsEscape(c) || !even && strings.ContainsRune("[]{}", c):
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteRune(c)
		}
		piece += b.Len() - before
	}
	b.WriteByte('"')
	return b.String()
}
