package coop

import "strings"

const (
	nationalDigits = 10
	fewestDigits   = 6
	mostDigits     = 15
)

// TidyPhone writes a number as it is kept: national with ten digits, or +country for a foreign
// one. Blanks, dots, dashes and « (0) » are left out; false says that it is no number.
func TidyPhone(text string) (string, bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "(0)", "")
	if text == "" {
		return "", true
	}
	foreign := strings.HasPrefix(text, "+")
	number, ok := digitsOf(strings.TrimPrefix(text, "+"))
	if !ok {
		return "", false
	}
	if !foreign && strings.HasPrefix(number, "00") {
		foreign, number = true, number[2:]
	}
	switch {
	case foreign && strings.HasPrefix(number, "33") && len(number) == nationalDigits+1:
		return "0" + number[2:], true
	case foreign && len(number) >= fewestDigits && len(number) <= mostDigits:
		return "+" + number, true
	case !foreign && len(number) == nationalDigits && number[0] == '0':
		return number, true
	}
	return "", false
}

// digitsOf leaves out what people put between digits; false says that something else was found.
func digitsOf(text string) (string, bool) {
	var digits strings.Builder
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case strings.ContainsRune(" .-/()\u00a0\u202f", r):
		default:
			return "", false
		}
	}
	return digits.String(), true
}
