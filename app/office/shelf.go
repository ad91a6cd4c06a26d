package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// shelf remembers scripts that were read, so that an answer does not wait for a file to be
// understood again. A version never changes, hence nothing on the shelf grows old.
type shelf struct {
	mu      sync.Mutex
	read    map[string]script.Script
	files   []ScriptFile // the shipped ones, as they were when bundles was made of them
	bundles []script.Bundle
	drafts  map[coop.ScriptID]lastDraft
}

// lastDraft is what was understood of a draft's files, as they were last kept.
type lastDraft struct {
	source  []byte
	tongues map[string][]byte
	read    reading
}

// draft understands a draft, once for as long as its files stay the same. What it gives is
// everybody's: to look at, never to change.
func (s *shelf) draft(d coop.ScriptDraft) reading {
	s.mu.Lock()
	last, ok := s.drafts[d.ID]
	s.mu.Unlock()
	if ok && bytes.Equal(last.source, d.Source) && maps.EqualFunc(last.tongues, d.Tongues, bytes.Equal) {
		return last.read
	}
	read := readDraft(d) // takes its time: nobody else is kept waiting
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.drafts == nil {
		s.drafts = map[coop.ScriptID]lastDraft{}
	}
	s.drafts[d.ID] = lastDraft{bytes.Clone(d.Source), maps.Clone(d.Tongues), read}
	return read
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

// gather understands the shipped files, once for as long as they stay the same.
func (s *shelf) gather(files []ScriptFile) []script.Bundle {
	s.mu.Lock()
	defer s.mu.Unlock()
	same := func(a, b ScriptFile) bool { return a.Name == b.Name && bytes.Equal(a.Source, b.Source) }
	if s.bundles == nil || !slices.EqualFunc(s.files, files, same) {
		sources := make([]script.File, len(files))
		for i, f := range files {
			sources[i] = script.File(f)
		}
		s.files, s.bundles = files, script.Gather(sources)
	}
	return s.bundles
}

// scriptOf is the script that a talk began with, as the archive keeps it.
func (o *Office) scriptOf(ctx context.Context, t coop.Talk) (script.Script, error) {
	return o.versionOf(ctx, t.Script, t.Version)
}

// versionOf is a version of a script that the archive keeps.
func (o *Office) versionOf(ctx context.Context, id coop.ScriptID, version int) (script.Script, error) {
	if s, ok := o.scripts.find(id, version); ok {
		return s, nil
	}
	stored, err := o.store.Script(ctx, id, version)
	if err != nil {
		return script.Script{}, fmt.Errorf("find script %s: %w", id, err)
	}
	return o.understood(stored)
}

// understood is a kept script with its texts in other languages. What is wrong in another language
// leaves the script's own words in its place: a talk is never lost for it.
func (o *Office) understood(stored coop.StoredScript) (script.Script, error) {
	if s, ok := o.scripts.find(stored.ID, stored.Version); ok {
		return s, nil
	}
	s, err := script.ReadStored(stored)
	if err != nil {
		if _, own := script.Read(string(stored.ID), stored.Source); own != nil {
			return script.Script{}, fmt.Errorf("read script %s: %w", stored.ID, own)
		}
	}
	s.Version = stored.Version
	o.scripts.put(s)
	return s, nil
}

// shipped lists the scripts that the program brings, with their texts in other languages.
func (o *Office) shipped() ([]script.Bundle, error) {
	files, err := o.texts.Scripts()
	if err != nil {
		return nil, fmt.Errorf("read scripts: %w", err)
	}
	return slices.DeleteFunc(slices.Clone(o.scripts.gather(files)), func(b script.Bundle) bool { return b.Source == nil }), nil
}

// shippedOf is the program's own text of a script; ok is false when it brings none.
func (o *Office) shippedOf(id coop.ScriptID) (b script.Bundle, ok bool, err error) {
	all, err := o.shipped()
	if err != nil {
		return b, false, err
	}
	i := slices.IndexFunc(all, func(b script.Bundle) bool { return b.Script.ID == id })
	if i < 0 {
		return b, false, nil
	}
	return all[i], true, nil
}

// storedBundle is a shipped script as the archive keeps it.
func storedBundle(b script.Bundle) coop.StoredScript {
	return coop.StoredScript{
		ID: b.Script.ID, Version: b.Script.Version, Source: b.Source, Tongues: b.Tongues, Shipped: b.Script.Version,
	}
}

// candidates are the scripts that a new talk may be led by: of each the coop's last version, else
// the program's own. broken says what is wrong in those that cannot be used.
type candidates struct {
	scripts []script.Script
	broken  map[coop.ScriptID]error
	stored  map[coop.ScriptID]coop.StoredScript
}

func (o *Office) candidates(ctx context.Context) (candidates, error) {
	c := candidates{broken: map[coop.ScriptID]error{}, stored: map[coop.ScriptID]coop.StoredScript{}}
	published, err := o.store.Scripts(ctx)
	if err != nil {
		return c, fmt.Errorf("list scripts: %w", err)
	}
	own := map[coop.ScriptID]bool{}
	for _, stored := range published {
		own[stored.ID] = true
		if stored.Withdrawn {
			continue
		}
		s, err := o.understood(stored)
		c.add(s, stored, err)
	}
	shipped, err := o.shipped()
	if err != nil {
		return c, err
	}
	for _, b := range shipped {
		if !own[b.Script.ID] {
			c.add(b.Script, storedBundle(b), b.Err)
		}
	}
	return c, nil
}

func (c *candidates) add(s script.Script, stored coop.StoredScript, err error) {
	if err != nil {
		c.broken[s.ID] = err
	}
	c.scripts = append(c.scripts, s)
	c.stored[s.ID] = stored
}

// leading chooses the script for a new talk. One that is broken is refused when it was meant for
// this household, or when nothing else fits; it never stops other talks. A shipped version that
// the archive knows already leads as the archive has it.
func (o *Office) leading(ctx context.Context, kind coop.TalkKind, f script.Facts) (script.Script, coop.StoredScript, error) {
	none := coop.StoredScript{}
	c, err := o.candidates(ctx)
	if err != nil {
		return script.Script{}, none, err
	}
	s, ok := script.Choose(c.scripts, kind, f)
	switch {
	case ok && c.broken[s.ID] != nil:
		return script.Script{}, none, c.broken[s.ID]
	case !ok && len(c.broken) > 0:
		return script.Script{}, none, c.firstFault()
	case !ok:
		return script.Script{}, none, coop.Refuse("talk.refused.script", nil)
	}
	stored, err := o.store.Script(ctx, s.ID, s.Version)
	if errors.Is(err, coop.ErrNotFound) {
		o.scripts.put(s)
		return s, c.stored[s.ID], nil
	}
	if err != nil {
		return script.Script{}, none, err
	}
	if s, err = o.understood(stored); err != nil {
		return script.Script{}, none, err
	}
	return s, stored, nil
}

func (c *candidates) firstFault() error {
	for _, s := range c.scripts {
		if err := c.broken[s.ID]; err != nil {
			return err
		}
	}
	return nil
}
