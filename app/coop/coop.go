// Package coop holds the words and the rules of a housing cooperative's welcome: who lives
// where under which contract, who visits whom, what was said and what came of it.
//
// It knows nothing of screens, files, databases, clocks or any language: a rule that refuses
// answers with a key, which app/i18n turns into a sentence.
package coop

import "time"

// Identities are UUIDv7 texts made by the program, so that two machines never make the same one.
type (
	// ResidenceID names a Residence.
	ResidenceID string
	// DwellingID names a Dwelling.
	DwellingID string
	// HouseholdID names a Household.
	HouseholdID string
	// CooperatorID names a Cooperator.
	CooperatorID string
	// StaffID names a member of Staff.
	StaffID string
	// VisitID names a Visit.
	VisitID string
	// TalkID names a Talk.
	TalkID string
	// FollowUpID names a FollowUp.
	FollowUpID string
	// PaperID names a Paper.
	PaperID string
	// EventID names an Event.
	EventID string
	// EntryID names an Entry of the journal.
	EntryID string
	// ExceptionID names an Exception.
	ExceptionID string
	// HoldID names a Hold.
	HoldID string
	// WaveID names a Wave.
	WaveID string
)

// Actor is who acts, and on which machine: every use case is told, and the journal keeps it.
type Actor struct {
	Staff  Staff
	Device string // the machine's name, for the journal
}

// Role says what a member of staff does at the coop.
type Role string

// The roles, in the order they are offered.
const (
	FrontDesk     Role = "desk"
	Officer       Role = "officer"
	Manager       Role = "manager"
	Administrator Role = "admin"
)

// Roles lists every role in the order it is offered.
func Roles() []Role { return []Role{FrontDesk, Officer, Manager, Administrator} }

// Staff is a person who works at the coop.
type Staff struct {
	ID     StaffID `json:"id"`
	Login  string  `json:"login"` // short name, unique, typed at the terminal
	Name   string  `json:"name"`  // as colleagues say it, « Sonia Arnoux »
	Role   Role    `json:"role"`
	Phone  string  `json:"phone,omitempty"`
	Target int     `json:"target"` // visits a month, 0 for those who visit nobody
	Active bool    `json:"active"`
	// Speaks lists the languages besides French that the person can lead a visit in, « en ».
	Speaks []string `json:"speaks,omitempty"`
	// Named says that the person wants cooperators' names in their office calendar; the coop's own
	// rules on personal data decide whether they may.
	Named bool `json:"named,omitempty"`
	Rev   int  `json:"rev"`
}

// Visits says whether the person carries out courtesy visits.
func (s Staff) Visits() bool { return s.Active && (s.Role == Officer || s.Target > 0) }

// Coop is the cooperative itself: its name and the facts its texts name.
// An empty fact is not known yet; texts have wordings for that.
type Coop struct {
	Name           string `json:"name"`
	Address        string `json:"address"`
	ReplyAddress   string `json:"reply_address"` // where questionnaires are sent back to, "" for the address
	AgencyPhone    string `json:"agency_phone"`
	AgencyHours    string `json:"agency_hours"`
	EmergencyPhone string `json:"emergency_phone"`
	TechnicalPhone string `json:"technical_phone"`
	SocialPhone    string `json:"social_phone"`
	TenantArea     string `json:"tenant_area"`   // web address of the tenants' pages
	CulturePage    string `json:"culture_page"`  // web address of the MOOC
	CoopPage       string `json:"coop_page"`     // web address of the coop's own pages, AG included
	Mediator       string `json:"mediator"`      // consumer mediator's name and address
	DataContact    string `json:"data_contact"`  // who answers for personal data (DPO)
	ShareCents     int    `json:"share_cents"`   // price of one share, 0 when not known
	AgmMonth       int    `json:"agm_month"`     // 1..12, 0 when not known
	RentDay        int    `json:"rent_day"`      // day of the month the rent is due, 0 when not known
	Qualibail      bool   `json:"qualibail"`     // holds the Qualibail label
	ChargesMonth   int    `json:"charges_month"` // 1..12, month of the charges' adjustment, 0 when not known
}

// Heating says how a home is heated.
type Heating string

// The kinds of heating that ERP files tell apart.
const (
	HeatingUnknown    Heating = "unknown"
	CollectiveHeating Heating = "collective"
	IndividualGas     Heating = "individual-gas"
	IndividualElec    Heating = "individual-electric"
	IndividualOther   Heating = "individual-other"
	DistrictHeating   Heating = "district"
)

// Heatings lists every kind of heating in the order it is offered.
func Heatings() []Heating {
	return []Heating{CollectiveHeating, DistrictHeating, IndividualGas, IndividualElec, IndividualOther, HeatingUnknown}
}

// Home says what kind of home a dwelling is.
type Home string

// The kinds of home.
const (
	HomeUnknown Home = "unknown"
	Flat        Home = "flat"
	House       Home = "house"
)

// Homes lists every kind of home in the order it is offered.
func Homes() []Home { return []Home{Flat, House, HomeUnknown} }

// Residence is a building or a group of buildings under one name.
type Residence struct {
	ID        ResidenceID `json:"id"`
	Code      string      `json:"code"` // the ERP's programme code, may be empty
	Name      string      `json:"name"`
	Address   string      `json:"address"` // number and street
	Postcode  string      `json:"postcode"`
	Town      string      `json:"town"`
	Heating   Heating     `json:"heating"`
	Agency    string      `json:"agency"`
	Manager   string      `json:"manager"`   // chargé de clientèle
	Caretaker string      `json:"caretaker"` // name and phone
	Syndic    string      `json:"syndic"`    // name and phone, empty when the coop manages alone
	Heater    string      `json:"heater"`    // company that looks after a shared heating, name and phone
	Specifics string      `json:"specifics"` // what a visitor should know: codes, waste days
	Rev       int         `json:"rev"`
}

// Dwelling is one home of a residence.
type Dwelling struct {
	ID        DwellingID  `json:"id"`
	Residence ResidenceID `json:"residence"`
	Lot       string      `json:"lot"` // the ERP's lot code, may be empty
	Building  string      `json:"building"`
	Stair     string      `json:"stair"`
	Floor     string      `json:"floor"`
	Door      string      `json:"door"`
	Type      string      `json:"type"` // T1 … T6
	Home      Home        `json:"home"`
	Heating   Heating     `json:"heating"`
	Copro     bool        `json:"copro"`  // part of a copropriété
	Garage    bool        `json:"garage"` // the household also rents a garage or a parking place
}

// Landlord says whom a household rented from before it came.
type Landlord string

// The landlords before.
const (
	LandlordUnknown Landlord = ""
	LandlordSocial  Landlord = "social" // another social landlord: the rules of social housing are known
	LandlordOther   Landlord = "other"  // a private landlord, their family, their own home
)

// Landlords lists every landlord before in the order it is offered.
func Landlords() []Landlord { return []Landlord{LandlordUnknown, LandlordSocial, LandlordOther} }

// Product is the contract that ties a household to the coop.
type Product string

// The products.
const (
	Rental         Product = "rental" // locatif
	PSLA           Product = "psla"   // location-accession
	VEFA           Product = "vefa"   // sale before completion
	BRS            Product = "brs"    // bail réel solidaire
	Copro          Product = "copro"  // copropriétaire under the coop's syndic
	ProductUnknown Product = "unknown"
)

// Products lists every product in the order it is offered.
func Products() []Product { return []Product{Rental, PSLA, VEFA, BRS, Copro, ProductUnknown} }

// Civility is how a person wishes to be addressed. Blank is allowed and never guessed.
type Civility string

// The civilities that the administration uses; « Mademoiselle » is no longer one.
const (
	NoCivility Civility = ""
	Madame     Civility = "mme"
	Monsieur   Civility = "m"
)

// Cooperator is a person who holds a household's contract (a holder).
// Whether they own a share is the household's Share, not implied by the contract.
type Cooperator struct {
	ID       CooperatorID `json:"id"`
	Tenant   string       `json:"tenant"` // the ERP's tenant code, may be empty
	Civility Civility     `json:"civility"`
	First    string       `json:"first"`
	Last     string       `json:"last"`
	Phone    string       `json:"phone"`  // national, ten digits, or +country
	Mobile   string       `json:"mobile"` // national, ten digits, or +country
	Email    string       `json:"email"`
	Raw      string       `json:"raw"` // the name as the ERP's cell has it
}

// ShareState says where a household stands with its share of the coop.
type ShareState string

// The states of a share (domain: section 3).
const (
	ShareUnknown    ShareState = "unknown"
	ShareToOffer    ShareState = "to-offer"
	ShareOffered    ShareState = "offered"
	ShareSubscribed ShareState = "subscribed"
	ShareRefused    ShareState = "refused"
	ShareToRepay    ShareState = "to-repay"
	ShareRepaid     ShareState = "repaid"
)

// ShareStates lists every state in the order it is offered.
func ShareStates() []ShareState {
	return []ShareState{
		ShareUnknown, ShareToOffer, ShareOffered, ShareSubscribed,
		ShareRefused, ShareToRepay, ShareRepaid,
	}
}

// Share is a household's part of the coop.
type Share struct {
	State  ShareState `json:"state"`
	Number int        `json:"number"` // how many shares
	Cents  int        `json:"cents"`  // amount paid for them, 0 when not known
	Since  Day        `json:"since"`  // day of the state, "" when not known
}

// Household is one lease or contract: a home, the persons who hold it, the days that frame it.
type Household struct {
	ID        HouseholdID  `json:"id"`
	Lease     string       `json:"lease"`  // the ERP's lease code, may be empty
	Source    string       `json:"source"` // which kind of ERP file it came from, "" when entered by hand
	Dwelling  Dwelling     `json:"dwelling"`
	Product   Product      `json:"product"`
	Holders   []Cooperator `json:"holders"` // the first one is addressed first
	Share     Share        `json:"share"`
	Signed    Day          `json:"signed"`    // lease or reservation signed
	Entry     Day          `json:"entry"`     // moved in (delivery, for a purchase); "" when still to come
	Exit      Day          `json:"exit"`      // left or will leave, "" when not known
	Reception Day          `json:"reception"` // works received: the guarantees run from here
	Option    Day          `json:"option"`    // last day to take up the purchase option (PSLA)
	Landlord  Landlord     `json:"landlord"`  // whom they rented from before
	Language  string       `json:"language"`  // wished for documents, "fr" by default
	Prefers   []Preference `json:"prefers"`   // for the visit
	Wishes    string       `json:"wishes"`    // what the preferences do not say, short
	NoNews    bool         `json:"no_news"`   // wants no letters about the coop's life; those about the home still come
	Gone      Day          `json:"gone"`      // first export in which the ERP no longer had it, "" otherwise
	Since     time.Time    `json:"since"`     // first known to the program
	Imported  *Lease       `json:"-"`         // what the ERP last said of it; nil when entered by hand
	Rev       int          `json:"rev"`
}

// Lives says whether the household lives in its home on a day: it has moved in, has not left,
// and the ERP still knows it.
func (h Household) Lives(on Day) bool {
	return h.Entry != "" && h.Entry <= on && (h.Exit == "" || h.Exit >= on) && h.Gone == ""
}

// Name is the holders' family names, the shortest thing that names a household in a log-free place.
func (h Household) Name() string {
	if len(h.Holders) == 0 {
		return h.Lease
	}
	return h.Holders[0].Last
}
