package coop

// ImportCounts is what an import does, in figures.
type ImportCounts struct {
	Rows       int              `json:"rows"`
	New        int              `json:"households_new"`
	Changed    int              `json:"households_changed"`
	Unchanged  int              `json:"households_unchanged"`
	Gone       int              `json:"households_gone"`
	SetAside   map[SetAside]int `json:"set_aside"`
	Rejected   int              `json:"rejected"`
	Duplicates int              `json:"duplicates"`
}

// ImportField names what of a household an import changes.
type ImportField string

// The fields.
const (
	ImportLease     ImportField = "lease"
	ImportTenant    ImportField = "tenant"
	ImportHolder    ImportField = "holder" // somebody joins or leaves the contract
	ImportCivility  ImportField = "civility"
	ImportFirst     ImportField = "first"
	ImportLast      ImportField = "last"
	ImportPhone     ImportField = "phone"
	ImportMobile    ImportField = "mobile"
	ImportEmail     ImportField = "email"
	ImportProduct   ImportField = "product"
	ImportResidence ImportField = "residence"
	ImportLot       ImportField = "lot"
	ImportBuilding  ImportField = "building"
	ImportStair     ImportField = "stair"
	ImportFloor     ImportField = "floor"
	ImportDoor      ImportField = "door"
	ImportType      ImportField = "type"
	ImportHome      ImportField = "home"
	ImportGarage    ImportField = "garage"
	ImportHeating   ImportField = "heating"
	ImportSigned    ImportField = "signed"
	ImportEntry     ImportField = "entry"
	ImportExit      ImportField = "exit"
	ImportReception ImportField = "reception"
	ImportOption    ImportField = "option"
	ImportShare     ImportField = "share"
	ImportShares    ImportField = "shares" // how many
	ImportShareDay  ImportField = "share-day"
	ImportPaid      ImportField = "paid" // cents
	ImportGone      ImportField = "gone"
)

// ImportChange is one field that an import changes: days as 2026-11-23, enumerations by their values.
type ImportChange struct {
	Field ImportField `json:"field"`
	From  string      `json:"from"`
	To    string      `json:"to"`
}

// ImportItem is a household that an import makes or changes.
type ImportItem struct {
	Before  Household // as it is kept now, empty for a new one
	After   Household
	Changes []ImportChange // empty for a new one
	Line    int            // the file's line, 0 for a household that the file no longer has
}

// ImportPlan is what importing an extract would do. A dry run shows it, a real run carries it out.
type ImportPlan struct {
	Extract    Extract
	Residences []Residence // those made, and those that the ERP describes otherwise than before
	New        []ImportItem
	Changed    []ImportItem
	Gone       []ImportItem
	Unchanged  int
	Quiet      []Household // unchanged, but what the ERP last said of them is to be kept anew
	Basis      string      // mark of what the archive held when the plan was made
}

// Counts is the plan in figures.
func (p ImportPlan) Counts() ImportCounts {
	c := ImportCounts{
		Rows: p.Extract.Rows, New: len(p.New), Changed: len(p.Changed), Unchanged: p.Unchanged, Gone: len(p.Gone),
		SetAside: map[SetAside]int{}, Rejected: len(p.Extract.Rejects), Duplicates: p.Extract.Duplicates,
	}
	for why, n := range p.Extract.SetAside {
		c.SetAside[why] = n
	}
	return c
}

// Writes counts the households that running the plan would write; 0 means that nothing is to be done.
func (p ImportPlan) Writes() int { return len(p.New) + len(p.Changed) + len(p.Gone) }

// Partial is the plan for a file that holds only a part of the households: nobody is taken for gone.
func (p ImportPlan) Partial() ImportPlan {
	p.Gone = nil
	return p
}
