package script

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"bienvenue/app/coop"
)

// fields are the named values of one map of the file.
type fields struct {
	r    *reader
	node ast.Node
	at   map[string]ast.Node
	told map[string]bool // values that were refused already, so that nothing is told twice
	none bool            // the node is no map at all, which was told
}

// fields reads a map whose names are all known; anything else is refused, and what is good is kept.
func (r *reader) fields(n ast.Node, known ...string) fields {
	pairs, ok := r.pairs(n)
	f := fields{r: r, node: n, at: map[string]ast.Node{}, told: map[string]bool{}, none: !ok}
	for _, pair := range pairs {
		if pair.Key == nil || pair.Key.GetToken() == nil {
			r.refuse(placeOf(n), keySyntax, nil)
			continue
		}
		name, args := pair.Key.GetToken().Value, map[string]any{}
		args["Field"] = name
		switch {
		case !slices.Contains(known, name):
			r.refuse(placeOf(pair.Key), keyUnknown, args)
		case f.at[name] != nil:
			r.refuse(placeOf(pair.Key), keyTwice, args)
		case pair.Value == nil || pair.Value.Type() == ast.NullType:
			r.refuse(placeOf(pair.Key), keyMissing, args)
			f.told[name] = true
		default:
			f.at[name] = pair.Value
		}
	}
	return f
}

func (r *reader) pairs(n ast.Node) (pairs []*ast.MappingValueNode, ok bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	r.refuse(placeOf(n), keyMap, nil)
	return nil, false
}

// place is where a value stands, the map itself when it has none.
func (f fields) place(name string) place {
	if n := f.at[name]; n != nil {
		return placeOf(n)
	}
	if pairs, ok := f.node.(*ast.MappingNode); ok && len(pairs.Values) > 0 {
		return placeOf(pairs.Values[0].Key)
	}
	return placeOf(f.node)
}

// need refuses a map that lacks a value, and says whether it is there.
func (f fields) need(name string) bool {
	if f.at[name] != nil {
		return true
	}
	if !f.none && !f.told[name] {
		f.r.refuse(f.place(name), keyMissing, map[string]any{"Field": name})
	}
	return false
}

// word is a value as it is written: a text, or a number or yes/no taken for its letters.
func (f fields) word(name string) string {
	n := f.at[name]
	if n == nil {
		return ""
	}
	switch n := n.(type) {
	case *ast.StringNode:
		return strings.TrimSpace(n.Value)
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value
	}
	f.r.refuse(placeOf(n), keyText, map[string]any{"Field": name})
	f.told[name] = true
	return ""
}

// text is a needed text for people; its named facts are checked.
func (f fields) text(name string) string {
	if !f.need(name) {
		return ""
	}
	text := f.wording(name)
	if text == "" && !f.told[name] {
		f.r.refuse(f.place(name), keyMissing, map[string]any{"Field": name})
	}
	return text
}

// wording is a text for people that may lack; its named facts are checked.
func (f fields) wording(name string) string {
	text := f.word(name)
	if piece, key := faulty(text); key != "" {
		f.r.refuse(f.r.inText(f.at[name], piece), key, map[string]any{
			"Piece": piece, "Allowed": strings.Join(Fields(), ", "),
		})
	}
	return text
}

// label is a needed text of at most so many characters.
func (f fields) label(name string, limit int) string { return f.short(name, f.text(name), limit) }

// paper is the label of a paper, "" when there is none.
func (f fields) paper(name string) string { return f.short(name, f.wording(name), labelLength) }

// spoken is a needed text of at most so many words.
func (f fields) spoken(name string, limit int) string { return f.brief(name, f.text(name), limit) }

// short refuses a text of too many characters.
func (f fields) short(name, text string, limit int) string {
	if n := len([]rune(text)); n > limit {
		f.r.refuse(f.place(name), keyLong, map[string]any{"Field": name, "Length": n, "Limit": limit})
	}
	return text
}

// brief refuses a text of too many words.
func (f fields) brief(name, text string, limit int) string {
	if n := countWords(text); n > limit {
		f.r.refuse(f.place(name), keyWords, map[string]any{"Field": name, "Length": n, "Limit": limit})
	}
	return text
}

func countWords(text string) int {
	n := 0
	for _, word := range strings.Fields(text) {
		if strings.IndexFunc(word, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) >= 0 {
			n++
		}
	}
	return n
}

var goodName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// name is a needed identity: lower case letters, digits and hyphens.
func (f fields) name(field string) string {
	if !f.need(field) {
		return ""
	}
	name := f.word(field)
	if !f.told[field] && !goodName.MatchString(name) {
		f.r.refuse(f.place(field), keyName, map[string]any{"Field": field, "Value": name})
	}
	return name
}

// flag is true or false; false when it is not there.
func (f fields) flag(name string) bool {
	switch n := f.at[name].(type) {
	case nil:
		return false
	case *ast.BoolNode:
		return n.Value
	}
	f.r.refuse(f.place(name), keyFlag, map[string]any{"Field": name})
	return false
}

// maxMinutes bounds a length of time; nobody talks longer than four hours.
const maxMinutes = 240

// minutes is a needed length of time above nothing; halves are allowed.
func (f fields) minutes(name string) time.Duration {
	if !f.need(name) {
		return 0
	}
	n, err := strconv.ParseFloat(f.word(name), 64)
	if err != nil || math.IsNaN(n) {
		f.r.refuse(f.place(name), keyNumber, map[string]any{"Field": name})
		return 0
	}
	if n <= 0 || n > maxMinutes {
		f.r.refuse(f.place(name), keyMinutes, map[string]any{"Field": name, "High": maxMinutes})
		n = min(max(n, 0), 10*maxMinutes) // what was meant is kept, within what a clock can hold
	}
	return time.Duration(math.Round(n * float64(time.Minute)))
}

// number is a needed whole number from 1 on.
func (f fields) number(name string) int {
	if !f.need(name) {
		return 0
	}
	n, err := strconv.Atoi(f.word(name))
	if err != nil || n < 1 {
		f.r.refuse(f.place(name), keyNumber, map[string]any{"Field": name})
		return 0
	}
	return n
}

// day is a needed calendar day.
func (f fields) day(name string) coop.Day {
	if !f.need(name) {
		return ""
	}
	day, err := coop.ParseDay(f.word(name))
	if err != nil {
		f.r.refuse(f.place(name), keyDay, map[string]any{"Field": name, "Value": f.word(name)})
		return coop.Day(f.word(name))
	}
	return day
}

// oneOf is a needed value of a closed list.
func oneOf[T ~string](f fields, name string, allowed ...T) T {
	if !f.need(name) {
		return ""
	}
	return known(f.r, f.place(name), name, f.word(name), allowed)
}

// someOf is a list of values of a closed list, nil when it is not there.
func someOf[T ~string](f fields, name string, allowed ...T) []T {
	var found []T
	for _, n := range f.r.list(f, name) {
		if n == nil || n.GetToken() == nil {
			continue
		}
		found = append(found, known(f.r, placeOf(n), name, n.GetToken().Value, allowed))
	}
	return found
}

func known[T ~string](r *reader, at place, name, value string, allowed []T) T {
	if !slices.Contains(allowed, T(value)) {
		words := make([]string, len(allowed))
		for i, a := range allowed {
			words[i] = string(a)
		}
		r.refuse(at, keyValue, map[string]any{"Field": name, "Value": value, "Allowed": strings.Join(words, ", ")})
	}
	return T(value)
}
