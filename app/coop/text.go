package coop

import "time"

// StoredScript is a version of a script as the talks begun with it must find it again. A version
// never changes.
type StoredScript struct {
	ID        ScriptID
	Version   int
	Source    []byte            // the YAML file, byte for byte
	Tongues   map[string][]byte // its texts in other languages, by language; nil for none
	Shipped   int               // the program's own version that it is or was made from, 0 for a coop's own script
	Published time.Time         // zero for one that the program brought
	By        StaffID           // who published it
	Note      string            // what changed, in the words of who published it
	Withdrawn bool              // the coop no longer leads talks with this script
}

// ScriptDraft is what somebody is writing: the next version of a script. It may be incomplete.
type ScriptDraft struct {
	ID      ScriptID
	Source  []byte
	Tongues map[string][]byte
	Base    int // the published or shipped version it was begun from, 0 for a new script
	Shipped int // the program's own version that is taken into account in it, 0 for none
	Saved   time.Time
	By      StaffID
	Rev     int
}
