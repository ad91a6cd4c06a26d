package office

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// shelf remembers scripts that were read, so that an answer does not wait for a file to be
// understood again. A version never changes, hence nothing on the shelf grows old.
type shelf struct {
	mu   sync.Mutex
	read map[string]script.Script
}

func place(id coop.ScriptID, version int) string { return string(id) + " " + strconv.Itoa(version) }

func (s *shelf) find(id coop.ScriptID, version int) (script.Script, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, ok := s.read[place(id, version)]
	return found, ok
}

func (s *shelf) put(one script.Script) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.read == nil {
		s.read = map[string]script.Script{}
	}
	s.read[place(one.ID, one.Version)] = one
}

// scriptOf is the script that a talk began with, as the archive keeps it.
func (o *Office) scriptOf(ctx context.Context, t coop.Talk) (script.Script, error) {
	if s, ok := o.scripts.find(t.Script, t.Version); ok {
		return s, nil
	}
	stored, err := o.store.Script(ctx, t.Script, t.Version)
	if err != nil {
		return script.Script{}, fmt.Errorf("find script %s: %w", t.Script, err)
	}
	s, err := script.Read(string(stored.ID), stored.Source)
	if err != nil {
		return script.Script{}, fmt.Errorf("read script %s: %w", t.Script, err)
	}
	o.scripts.put(s)
	return s, nil
}

// leading chooses the script for a new talk among the shipped ones. One that is broken is refused
// when it was meant for this household, or when nothing else fits; it never stops other talks.
// A version that the archive knows already leads as the archive has it.
func (o *Office) leading(ctx context.Context, kind coop.TalkKind, f script.Facts) (script.Script, coop.StoredScript, error) {
	files, err := o.texts.Scripts()
	if err != nil {
		return script.Script{}, coop.StoredScript{}, fmt.Errorf("read scripts: %w", err)
	}
	var all []script.Script
	var faults []error
	broken, sources := map[coop.ScriptID]error{}, map[coop.ScriptID][]byte{}
	for _, file := range files {
		s, err := script.Read(file.Name, file.Source)
		if err != nil {
			broken[s.ID] = err
			faults = append(faults, err)
		}
		sources[s.ID] = file.Source
		all = append(all, s)
	}
	s, ok := script.Choose(all, kind, f)
	switch {
	case ok && broken[s.ID] != nil:
		return script.Script{}, coop.StoredScript{}, broken[s.ID]
	case !ok && len(faults) > 0:
		return script.Script{}, coop.StoredScript{}, faults[0]
	case !ok:
		return script.Script{}, coop.StoredScript{}, coop.Refuse("talk.refused.script", nil)
	}
	stored, err := o.store.Script(ctx, s.ID, s.Version)
	if errors.Is(err, coop.ErrNotFound) {
		o.scripts.put(s)
		return s, coop.StoredScript{ID: s.ID, Version: s.Version, Source: sources[s.ID]}, nil
	}
	if err != nil {
		return script.Script{}, coop.StoredScript{}, err
	}
	if s, err = script.Read(string(stored.ID), stored.Source); err != nil {
		return script.Script{}, coop.StoredScript{}, err
	}
	o.scripts.put(s)
	return s, stored, nil
}
