package coop

// Lease is what one ERP export says of one household: the rows of its lease brought together and
// tidied. It is compared with what the ERP said last time, so that only what the ERP changed is
// changed here and what staff corrected by hand stays.
type Lease struct {
	Lease     string         `json:"lease"`  // lease or contract code
	Tenant    string         `json:"tenant"` // main holder's tenant code, "" when the file has none
	Holders   []Cooperator   `json:"holders"`
	Product   Product        `json:"product"`
	Residence LeaseResidence `json:"residence"`
	Dwelling  LeaseDwelling  `json:"dwelling"`
	Signed    Day            `json:"signed"`
	Entry     Day            `json:"entry"`
	Exit      Day            `json:"exit"`
	Reception Day            `json:"reception"`
	Option    Day            `json:"option"`
	Share     Share          `json:"share"`
	Line      int            `json:"-"` // first line of the file it was read from
}

// LeaseResidence is what an export says of a residence.
type LeaseResidence struct {
	Code     string  `json:"code"`
	Name     string  `json:"name"`
	Address  string  `json:"address"`
	Postcode string  `json:"postcode"`
	Town     string  `json:"town"`
	Heating  Heating `json:"heating"`
	Agency   string  `json:"agency"`
	Manager  string  `json:"manager"`
}

// LeaseDwelling is what an export says of a home.
type LeaseDwelling struct {
	Lot      string `json:"lot"`
	Building string `json:"building"`
	Stair    string `json:"stair"`
	Floor    string `json:"floor"`
	Door     string `json:"door"`
	Type     string `json:"type"`
	Home     Home   `json:"home"`
	Garage   bool   `json:"garage"`
}

// SetAside says why a good row makes no household.
type SetAside string

// The reasons: the lot is no home, or nobody lives in it.
const (
	SetAsideGarage  SetAside = "garage"
	SetAsideParking SetAside = "parking"
	SetAsideShop    SetAside = "shop"
	SetAsideCellar  SetAside = "cellar"
	SetAsideVacant  SetAside = "vacant"
	SetAsideOther   SetAside = "other"
)

// RowRemark is something to say of one row of a file: why it could not be used, or what to check.
type RowRemark struct {
	Line   int            `json:"line"` // 1 is the file's first line
	Column string         `json:"column"`
	Key    string         `json:"key"` // translation key of the reason
	Args   map[string]any `json:"args"`
	Raw    string         `json:"raw"` // the row as it stands in the file
}

// Column is a header of a file and the field it was taken for ("" when it is not used).
type Column struct {
	Header string `json:"header"`
	Field  string `json:"field"`
}

// Extract is an ERP export as it was understood. Every data row is counted exactly once:
// Rows = rows behind Leases + SetAside + Rejects + Duplicates.
type Extract struct {
	Name       string           `json:"name"`   // the file's name without its folder
	Source     string           `json:"source"` // which kind of file: the same columns give the same source
	Encoding   string           `json:"encoding"`
	Separator  string           `json:"separator"`
	DateOrder  string           `json:"date_order"`
	Header     int              `json:"header"` // line of the header
	Columns    []Column         `json:"columns"`
	Preview    [][]string       `json:"preview"` // first 20 data rows as they stand
	Rows       int              `json:"rows"`
	Leases     []Lease          `json:"-"`
	SetAside   map[SetAside]int `json:"set_aside"`
	Rejects    []RowRemark      `json:"rejects"`
	Warnings   []RowRemark      `json:"warnings"` // rows that were used and are worth a look in the ERP
	Duplicates int              `json:"duplicates"`
	Unread     []Lease          `json:"-"` // whom the rejected rows are about: their codes only
}
