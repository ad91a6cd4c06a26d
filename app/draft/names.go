package draft

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// provisional is the name of what has no label yet; Named gives it a better one.
const provisional = "new"

var stillProvisional = regexp.MustCompile(`^new(-[0-9]+)?$`)

// longestName is how many letters of a label a name keeps.
const longestName = 40

// NewName is a name made from a label that is not taken yet: lower case letters without accents,
// digits and hyphens. A label without any gives a provisional name.
func NewName(label string, taken func(string) bool) string {
	var name strings.Builder
	for _, c := range fold(label) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			name.WriteRune(c)
		case name.Len() > 0 && !strings.HasSuffix(name.String(), "-"):
			name.WriteByte('-')
		}
	}
	base := name.String()
	if len(base) > longestName {
		base = base[:longestName]
		if i := strings.LastIndexByte(base, '-'); i > 0 {
			base = base[:i]
		}
	}
	base = strings.Trim(base, "-")
	if base == "" {
		base = provisional
	}
	free := base
	for n := 2; taken(free); n++ {
		free = base + "-" + strconv.Itoa(n)
	}
	return free
}

// fold is a text in lower case without accents, ligatures taken apart and apostrophes made straight.
func fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, c := range text {
		if c < unicode.MaxASCII {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b.WriteByte(byte(c))
			continue
		}
		switch c = unicode.ToLower(c); c {
		case '\u00e6': // ae
			b.WriteString("ae")
		case '\u0153': // oe
			b.WriteString("oe")
		case '\u2019':
			b.WriteByte('\'')
		default:
			b.WriteRune(bare(c))
		}
	}
	return b.String()
}

// bare is a lower-case letter without its accent, or the letter itself.
func bare(c rune) rune {
	switch {
	case c >= '\u00e0' && c <= '\u00e5':
		return 'a'
	case c == '\u00e7':
		return 'c'
	case c >= '\u00e8' && c <= '\u00eb':
		return 'e'
	case c >= '\u00ec' && c <= '\u00ef':
		return 'i'
	case c == '\u00f1':
		return 'n'
	case c >= '\u00f2' && c <= '\u00f6':
		return 'o'
	case c >= '\u00f9' && c <= '\u00fc':
		return 'u'
	case c == '\u00ff':
		return 'y'
	}
	return c
}

// names says which names a script has given already, steps and questions apart.
type names struct {
	steps     map[coop.StepID]bool
	questions map[coop.QuestionID]bool
}

func namesOf(s script.Script) names {
	n := names{map[coop.StepID]bool{}, map[coop.QuestionID]bool{}}
	for _, step := range s.All {
		n.steps[step.ID] = true
		for _, q := range step.Questions {
			n.questions[q.ID] = true
		}
	}
	return n
}

func (n names) step(label string) coop.StepID {
	id := coop.StepID(NewName(label, func(name string) bool { return n.steps[coop.StepID(name)] }))
	n.steps[id] = true
	return id
}

func (n names) question(label string) coop.QuestionID {
	id := coop.QuestionID(NewName(label, func(name string) bool { return n.questions[coop.QuestionID(name)] }))
	n.questions[id] = true
	return id
}

// free is a name for a label that no item of a list bears.
func free[T any, ID ~string](list []T, id func(T) ID, label string) ID {
	return ID(NewName(label, func(name string) bool {
		for _, item := range list {
			if string(id(item)) == name {
				return true
			}
		}
		return false
	}))
}

func checkID(c script.Check) coop.PointID    { return c.ID }
func chipID(c script.Chip) coop.ChipID       { return c.ID }
func choiceID(c script.Choice) coop.ChoiceID { return c.ID }
