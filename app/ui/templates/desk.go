package templates

import (
	"context"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
)

// Desk keeps the templates and lays them out. Only managers and administrators are let in.
type Desk interface {
	// Cards are all templates with what the list says of them, in the order of their kinds, French first.
	Cards(ctx context.Context) ([]Card, error)
	// Open is the draft of a template, begun from the version that papers are made with when there is none.
	Open(ctx context.Context, name coop.TemplateName) (Draft, error)
	// Keep saves a draft and answers it as it is kept.
	Keep(ctx context.Context, d Draft) (Draft, error)
	// Drop throws a draft away.
	Drop(ctx context.Context, name coop.TemplateName) error
	// Begin begins a kind of paper in a further language, from its French text.
	Begin(ctx context.Context, name coop.TemplateName) (Draft, error)
	// Publish makes the draft the next version and gives its number.
	Publish(ctx context.Context, name coop.TemplateName, note string) (version int, err error)
	// Restore publishes an older version again and gives its new number; version 0 is the program's own text.
	Restore(ctx context.Context, name coop.TemplateName, version int, note string) (int, error)
	// Versions are all versions of a template, the newest first.
	Versions(ctx context.Context, name coop.TemplateName) ([]Version, error)
	// Import reads a template from a file into a draft. What is wrong in it is a template.FaultsError.
	Import(ctx context.Context, path string, replace bool) (Draft, error)
	// Export writes a version into a folder and says where the file lies; version 0 is the draft, else what leads.
	Export(ctx context.Context, name coop.TemplateName, version int, folder string) (string, error)
	// Lay lays a text out.
	Lay(ctx context.Context, asked Asked) (Laid, error)
	// TryLongest lays a text out for the longest names of the archive, and tells how far it is.
	TryLongest(ctx context.Context, t template.Template, told func(done, total int)) (Longest, error)
	// Search finds households by words.
	Search(ctx context.Context, words string) ([]coop.Row, error)
}

// Card is a template as the list shows it.
type Card struct {
	Name      coop.TemplateName
	Title     string
	Version   int  // 0 for one that was never published
	Own       bool // published by the coop
	Published time.Time
	By        string
	Draft     *DraftCard // nil for none
	Update    int        // a newer version of the program's own text, 0 for none
	Shipped   bool       // the program brings a text of its own for it
	Oldest    coop.Day   // the day on which one of its sentences was checked longest ago, "" for none
	Faults    int        // what keeps it from being used
}

// DraftCard says who left a draft when.
type DraftCard struct {
	Saved time.Time
	By    string
}

// Draft is a template that is being written.
type Draft struct {
	Template template.Template
	Base     int
	Shipped  int // the program's version that is taken into account
	Rev      int
	Before   *template.Template // the version that papers are made with, nil for none
	Program  *template.Template // the program's own text of now, nil for none
}

// update is a newer version of the program's that is not taken into account, 0 for none.
func (d Draft) update() int {
	if d.Program == nil || d.Program.Version <= d.Shipped {
		return 0
	}
	return d.Program.Version
}

// Version is one version of a template.
type Version struct {
	Template  template.Template
	Version   int
	Published time.Time // zero for the program's own
	By, Note  string
}

// Asked says for whom a text is laid out.
type Asked struct {
	Template  template.Template
	Household coop.HouseholdID // "" for an invented one
	Product   coop.Product     // in place of the household's, "" for its own
	Share     coop.ShareState  // in place of the household's, "" for its own
	Place     coop.Place       // of the visit, "" for its own
}

// Laid is a text on paper.
type Laid struct {
	Leaves   []kit.Leaf // none when it overflows
	Facts    template.Facts
	Overflow *Overflow // nil when everything fits
}

// Overflow says where a text is too long for its paper.
type Overflow struct {
	Part string // label of the block, else its identity
	Line string // the first line that has no room
}

// is says whether a block is the one that overflows.
func (o *Overflow) is(b template.Block) bool {
	return o != nil && (o.Part == b.ID || o.Part == b.Label)
}

// Longest is a text tried on the longest names of the archive.
type Longest struct {
	Tried int
	Over  []Over
}

// Over is somebody for whom a text overflows.
type Over struct {
	Household coop.HouseholdID
	Name      string
	Overflow  Overflow
}
