package texts

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Card is a script as the list shows it.
type Card struct {
	Script    script.Script // the leading version, or the draft when it was never published
	Version   int
	Own       bool // published by the coop
	Published time.Time
	By, Note  string
	Draft     *DraftCard // nil for none
	Update    int        // a newer version of the program's own text, 0 for none
	Shipped   bool       // the program brings a text of its own for it
	Withdrawn bool
	Rehearsed int // how often the leading version was rehearsed
}

// DraftCard says who left a draft when.
type DraftCard struct {
	Saved time.Time
	By    string
}

// Draft is a script that is being written.
type Draft struct {
	Script  script.Script
	Faults  script.FileErrors // what could not be read of it
	Base    int
	Shipped int
	Rev     int
	Before  *script.Script    // the last published or shipped version, nil for none
	Fields  map[string]string // facts known to the texts, by field
}

// Version is one version of a script with its author's name.
type Version struct {
	coop.StoredScript
	Script script.Script
	Name   string
}
