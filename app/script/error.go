package script

import (
	"errors"
	"fmt"
	"maps"
	"strings"

	"bienvenue/app/coop"
)

// FileError says what is wrong in a script file, and where. It is a refusal too, whose sentence
// names the file, the line and the column.
type FileError struct {
	File   string
	Line   int // 1 is the first
	Column int // 1 is the first
	Key    string
	Args   map[string]any
}

// Error is the place and the key, for the log.
func (e *FileError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Key)
}

// Unwrap is the refusal that says it to a person.
func (e *FileError) Unwrap() error {
	args := map[string]any{}
	maps.Copy(args, e.Args)
	args["File"], args["Line"], args["Column"] = e.File, e.Line, e.Column
	return coop.Refuse(e.Key, args)
}

// FileErrors are all the things that are wrong in a file, in the order of their lines.
type FileErrors []*FileError

// Error lists them, one a line.
func (e FileErrors) Error() string {
	var all strings.Builder
	for i, one := range e {
		if i > 0 {
			all.WriteString("\n")
		}
		all.WriteString(one.Error())
	}
	return all.String()
}

// Unwrap gives each of them.
func (e FileErrors) Unwrap() []error {
	all := make([]error, len(e))
	for i, one := range e {
		all[i] = one
	}
	return all
}

// Found lists what was wrong in the script file behind an error, nothing when it has another cause.
func Found(err error) FileErrors {
	all, _ := errors.AsType[FileErrors](err)
	return all
}

// The keys of what can be wrong.
const (
	keySyntax     = "script.refused.syntax"
	keyLarge      = "script.refused.large"
	keyText       = "script.refused.text"
	keyNumber     = "script.refused.number"
	keyFlag       = "script.refused.flag"
	keyList       = "script.refused.list"
	keyMap        = "script.refused.map"
	keyDay        = "script.refused.day"
	keyUnknown    = "script.refused.unknown"
	keyTwice      = "script.refused.twice"
	keyMissing    = "script.refused.missing"
	keyName       = "script.refused.name"
	keyFileName   = "script.refused.file-name"
	keyRepeated   = "script.refused.repeated"
	keyValue      = "script.refused.value"
	keyMinutes    = "script.refused.minutes"
	keyLong       = "script.refused.long"
	keyWords      = "script.refused.words"
	keyMany       = "script.refused.many"
	keyFew        = "script.refused.few"
	keyQuestion   = "script.refused.question"
	keyChoice     = "script.refused.choice"
	keyMotive     = "script.refused.motive"
	keyBudget     = "script.refused.budget"
	keyField      = "script.refused.field"
	keyFallback   = "script.refused.fallback"
	keyAnswerHere = "script.refused.answer-here"
	keySaidHere   = "script.refused.said-here"
	keyForeign    = "script.refused.foreign"
	keyLanguage   = "script.refused.language"
	keyOther      = "script.refused.other-script"
	keyAlone      = "script.refused.alone"
)
