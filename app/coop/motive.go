package coop

// MotiveCode names a motive of dissatisfaction (domain: section 4.3).
type MotiveCode string

// Service is the part of the coop that takes care of a follow-up.
type Service string

// The services.
const (
	ServiceLetting    Service = "letting"    // gestion locative
	ServiceTechnical  Service = "technical"  // technique
	ServiceAssets     Service = "assets"     // patrimoine
	ServiceProximity  Service = "proximity"  // proximité
	ServiceRelation   Service = "relation"   // relation client
	ServiceAccounts   Service = "accounts"   // comptabilité locataire
	ServiceCoopLife   Service = "coop-life"  // vie coopérative
	ServiceMediation  Service = "mediation"  // médiation
	ServiceSocial     Service = "social"     // accompagnement social
	ServiceOwnership  Service = "ownership"  // accession
	ServiceSyndic     Service = "syndic"     // syndic
	ServiceUnassigned Service = "unassigned" // still to be chosen
)

// Services lists every service in the order it is offered.
func Services() []Service {
	return []Service{
		ServiceTechnical, ServiceLetting, ServiceAccounts, ServiceProximity, ServiceRelation,
		ServiceCoopLife, ServiceAssets, ServiceMediation, ServiceSocial, ServiceOwnership,
		ServiceSyndic, ServiceUnassigned,
	}
}

// MotiveGroup gathers motives that are looked for together.
type MotiveGroup string

// The groups, in the order they are shown.
const (
	GroupHome     MotiveGroup = "home"
	GroupRequests MotiveGroup = "requests"
	GroupMoney    MotiveGroup = "money"
	GroupTogether MotiveGroup = "together"
	GroupCoop     MotiveGroup = "coop"
	GroupOwner    MotiveGroup = "owner"
)

// MotiveGroups lists the groups in the order they are shown.
func MotiveGroups() []MotiveGroup {
	return []MotiveGroup{GroupHome, GroupRequests, GroupMoney, GroupTogether, GroupCoop, GroupOwner}
}

// Motive is one entry of the closed list of dissatisfaction.
type Motive struct {
	Code    MotiveCode
	Group   MotiveGroup
	Service Service // who usually takes care of it
	Days    int     // usual delay of the follow-up, calendar days
	Owner   bool    // only for buyers and owners
}

var motives = []Motive{
	{"PRO-LOG", GroupHome, ServiceLetting, 15, false},
	{"ETA-EDL", GroupHome, ServiceTechnical, 21, false},
	{"CHA-FRO", GroupHome, ServiceTechnical, 7, false},
	{"EAU-CHA", GroupHome, ServiceTechnical, 7, false},
	{"HUM-VMC", GroupHome, ServiceTechnical, 15, false},
	{"ISO-BRU", GroupHome, ServiceAssets, 30, false},
	{"ELE-EQU", GroupHome, ServiceTechnical, 15, false},
	{"ASC-ACC", GroupHome, ServiceProximity, 7, false},
	{"DEL-INT", GroupRequests, ServiceRelation, 2, false},
	{"QUA-INT", GroupRequests, ServiceTechnical, 15, false},
	{"QUI-FAI", GroupRequests, ServiceLetting, 7, false},
	{"ACC-INF", GroupRequests, ServiceRelation, 7, false},
	{"NUM-CON", GroupRequests, ServiceRelation, 7, false},
	{"CHG-REG", GroupMoney, ServiceAccounts, 15, false},
	{"LOY-APL", GroupMoney, ServiceAccounts, 7, false},
	{"PRO-COM", GroupTogether, ServiceProximity, 15, false},
	{"ORD-ENC", GroupTogether, ServiceProximity, 15, false},
	{"BRU-VOI", GroupTogether, ServiceMediation, 15, false},
	{"STA-VEH", GroupTogether, ServiceLetting, 15, false},
	{"ANI-NUI", GroupTogether, ServiceProximity, 7, false},
	{"INC-SEC", GroupTogether, ServiceProximity, 7, false},
	{"ESP-EXT", GroupTogether, ServiceProximity, 21, false},
	{"COO-COM", GroupCoop, ServiceCoopLife, 15, false},
	{"AUT", GroupCoop, ServiceUnassigned, 15, false},
	{"RES-LEV", GroupOwner, ServiceOwnership, 21, true},
	{"GPA-DES", GroupOwner, ServiceOwnership, 15, true},
	{"COP-SYN", GroupOwner, ServiceSyndic, 15, true},
	{"COP-CHG", GroupOwner, ServiceSyndic, 15, true},
	{"OPT-FIN", GroupOwner, ServiceOwnership, 15, true},
}

// Motives lists the motives that a product may meet, in the order of their groups.
func Motives(p Product) []Motive {
	var found []Motive
	for _, m := range motives {
		if !m.Owner || (p != Rental && p != ProductUnknown) {
			found = append(found, m)
		}
	}
	return found
}

// FindMotive finds a motive by its code.
func FindMotive(code MotiveCode) (Motive, bool) {
	for _, m := range motives {
		if m.Code == code {
			return m, true
		}
	}
	return Motive{}, false
}
