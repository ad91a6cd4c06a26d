package script

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// File is a script file, or its texts in another language.
type File struct {
	Name   string
	Source []byte
}

// Bundle is a script with its texts in other languages, as files hold them.
type Bundle struct {
	Script  Script            // with its Tongues
	Source  []byte            // nil when only translations are there
	Tongues map[string][]byte // by language
	Err     error             // what is wrong in any of the files, a FileErrors; nil when all is well
}

// Translates says whether a file holds a script's texts in another language only: it says nothing
// of the talk, of its time, or of a version.
func Translates(src []byte) bool {
	for line := range bytes.Lines(src) {
		for _, key := range []string{"talk:", "minutes:", "version:"} {
			if bytes.HasPrefix(line, []byte(key)) || bytes.HasPrefix(line, []byte(`"`+key[:len(key)-1]+`":`)) {
				return false
			}
		}
	}
	r := &reader{}
	if !bytes.HasPrefix(bytes.TrimSpace(src), []byte("{")) {
		return true
	}
	root := r.tree(src)
	if root == nil {
		return false
	}
	pairs, _ := r.pairs(root)
	for _, pair := range pairs {
		if pair.Key != nil && pair.Key.GetToken() != nil && slices.Contains([]string{"talk", "minutes", "version"}, pair.Key.GetToken().Value) {
			return false
		}
	}
	return true
}

// Gather brings scripts and their translations together, in the order of the files. Files belong
// together when they bear the same id.
func Gather(files []File) []Bundle {
	var all []Bundle
	at := map[coop.ScriptID]int{}
	var tongues []File
	for _, file := range files {
		if Translates(file.Source) {
			tongues = append(tongues, file)
			continue
		}
		s, err := Read(file.Name, file.Source)
		b := Bundle{Script: s, Source: file.Source, Tongues: map[string][]byte{}, Err: err}
		if _, twice := at[s.ID]; twice && s.ID != "" {
			b.fault(file.Name, keyRepeated, string(s.ID))
		} else {
			at[s.ID] = len(all)
		}
		all = append(all, b)
	}
	for _, file := range tongues {
		id := coop.ScriptID(firstOf(file, "id"))
		i, ok := at[id]
		if !ok {
			at[id], i = len(all), len(all)
			all = append(all, Bundle{Script: Script{ID: id}, Tongues: map[string][]byte{}})
		}
		all[i].take(file)
	}
	return all
}

// take adds a translation to its script.
func (b *Bundle) take(file File) {
	if b.Source == nil {
		b.fault(file.Name, keyAlone, string(b.Script.ID))
		b.Tongues[firstOf(file, "language")] = file.Source
		return
	}
	t, err := ReadTongue(file.Name, file.Source, b.Script)
	b.Err = joined(b.Err, err)
	if _, twice := b.Script.Tongue(t.Language); twice {
		b.fault(file.Name, keyLanguage, t.Language)
		return
	}
	b.Tongues[t.Language] = file.Source
	if t.Language != "" && t.Language != b.Script.Language {
		b.Script.Tongues = append(b.Script.Tongues, t)
	}
}

func (b *Bundle) fault(file, key, value string) {
	b.Err = joined(b.Err, FileErrors{{
		File: baseName(file), Line: 1, Column: 1, Key: key, Args: map[string]any{"Value": value},
	}})
}

// joined is all that is wrong in two files, nil when nothing is.
func joined(one, other error) error {
	all := append(slices.Clone(Found(one)), Found(other)...)
	if len(all) == 0 {
		return nil
	}
	return all
}

// firstOf is a plain value at the top of a file, "" when it has none or cannot be read.
func firstOf(file File, name string) string {
	r := &reader{file: baseName(file.Name)}
	root := r.tree(file.Source)
	if root == nil {
		id, rest, _ := strings.Cut(r.file, ".")
		if name == "language" {
			id, _, _ = strings.Cut(rest, ".")
		}
		return id
	}
	return r.fields(root, name).word(name)
}

// ReadStored reads a script as the archive keeps it, with its texts in other languages. The error
// is a FileErrors with what is wrong in any of them.
func ReadStored(s coop.StoredScript) (Script, error) {
	read, err := Read(string(s.ID), s.Source)
	for _, language := range slices.Sorted(maps.Keys(s.Tongues)) {
		t, faults := ReadTongue(string(s.ID)+" "+language, s.Tongues[language], read)
		err = joined(err, faults)
		if t.Language == language && language != read.Language {
			read.Tongues = append(read.Tongues, t)
		}
	}
	return read, err
}
