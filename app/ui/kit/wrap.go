package kit

import "strings"

const ellipsis = "…"

// wrap breaks a text into lines of at most a width, at ordinary spaces and at its own line ends; no-break spaces
// hold. A word that is wider than a line is broken inside.
func wrap(text string, width float32, measure func(string) float32) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapLine(part, width, measure)...)
	}
	return lines
}

func wrapLine(text string, width float32, measure func(string) float32) []string {
	if measure(text) <= width {
		return []string{text}
	}
	var lines []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if measure(longer) <= width {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		pieces := breakWord(word, width, measure)
		lines = append(lines, pieces[:len(pieces)-1]...)
		line = pieces[len(pieces)-1]
	}
	return append(lines, line)
}

// breakWord cuts a word into pieces no wider than a line, each at least one letter; hyphens end a piece willingly.
func breakWord(word string, width float32, measure func(string) float32) []string {
	var pieces []string
	for measure(word) > width {
		n := longest(word, width, measure)
		if hyphen := strings.LastIndexByte(word[:n], '-'); hyphen > 0 {
			n = hyphen + 1
		}
		if n == len(word) {
			break
		}
		pieces = append(pieces, word[:n])
		word = word[n:]
	}
	return append(pieces, word)
}

// longest is the length in bytes of the longest beginning that fits, and at least one letter.
func longest(word string, width float32, measure func(string) float32) int {
	n := 0
	for i, r := range word {
		end := i + len(string(r))
		if i > 0 && measure(word[:end]) > width {
			break
		}
		n = end
	}
	return n
}

// cut shortens a line to a width and ends it in an ellipsis.
func cut(line string, width float32, measure func(string) float32) string {
	if measure(line) <= width {
		return line
	}
	runes := []rune(line)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if measure(strings.TrimRight(string(runes[:middle]), " ")+ellipsis) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + ellipsis
}
