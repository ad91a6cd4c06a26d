package i18n

import "bienvenue/app/coop"

// MotiveGroupKey is the key of a group of motives.
func MotiveGroupKey(v coop.MotiveGroup) string { return term(motiveGroupKeys, v) }

var motiveGroupKeys = map[coop.MotiveGroup]string{
	coop.GroupHome:     "terms.group.home",
	coop.GroupRequests: "terms.group.requests",
	coop.GroupMoney:    "terms.group.money",
	coop.GroupTogether: "terms.group.together",
	coop.GroupCoop:     "terms.group.coop",
	coop.GroupOwner:    "terms.group.owner",
}

// MotiveKey is the key of a motive.
func MotiveKey(v coop.MotiveCode) string { return term(motiveKeys, v) }

var motiveKeys = map[coop.MotiveCode]string{
	"PRO-LOG": "terms.motive.PRO-LOG",
	"ETA-EDL": "terms.motive.ETA-EDL",
	"CHA-FRO": "terms.motive.CHA-FRO",
	"EAU-CHA": "terms.motive.EAU-CHA",
	"HUM-VMC": "terms.motive.HUM-VMC",
	"ISO-BRU": "terms.motive.ISO-BRU",
	"ELE-EQU": "terms.motive.ELE-EQU",
	"ASC-ACC": "terms.motive.ASC-ACC",
	"DEL-INT": "terms.motive.DEL-INT",
	"QUA-INT": "terms.motive.QUA-INT",
	"QUI-FAI": "terms.motive.QUI-FAI",
	"CHG-REG": "terms.motive.CHG-REG",
	"LOY-APL": "terms.motive.LOY-APL",
	"PRO-COM": "terms.motive.PRO-COM",
	"ORD-ENC": "terms.motive.ORD-ENC",
	"BRU-VOI": "terms.motive.BRU-VOI",
	"STA-VEH": "terms.motive.STA-VEH",
	"ANI-NUI": "terms.motive.ANI-NUI",
	"INC-SEC": "terms.motive.INC-SEC",
	"ESP-EXT": "terms.motive.ESP-EXT",
	"ACC-INF": "terms.motive.ACC-INF",
	"NUM-CON": "terms.motive.NUM-CON",
	"COO-COM": "terms.motive.COO-COM",
	"AUT":     "terms.motive.AUT",
	"RES-LEV": "terms.motive.RES-LEV",
	"GPA-DES": "terms.motive.GPA-DES",
	"COP-SYN": "terms.motive.COP-SYN",
	"COP-CHG": "terms.motive.COP-CHG",
	"OPT-FIN": "terms.motive.OPT-FIN",
}

// ServiceKey is the key of a service.
func ServiceKey(v coop.Service) string { return term(serviceKeys, v) }

var serviceKeys = map[coop.Service]string{
	coop.ServiceTechnical:  "terms.service.technical",
	coop.ServiceLetting:    "terms.service.letting",
	coop.ServiceAccounts:   "terms.service.accounts",
	coop.ServiceProximity:  "terms.service.proximity",
	coop.ServiceRelation:   "terms.service.relation",
	coop.ServiceCoopLife:   "terms.service.coop-life",
	coop.ServiceAssets:     "terms.service.assets",
	coop.ServiceMediation:  "terms.service.mediation",
	coop.ServiceSocial:     "terms.service.social",
	coop.ServiceOwnership:  "terms.service.ownership",
	coop.ServiceSyndic:     "terms.service.syndic",
	coop.ServiceUnassigned: "terms.service.unassigned",
}

// FollowUpStateKey is the key of the state of a follow-up.
func FollowUpStateKey(v coop.FollowUpState) string { return term(followUpStateKeys, v) }

var followUpStateKeys = map[coop.FollowUpState]string{
	coop.FollowUpOpen:    "terms.followup-state.open",
	coop.FollowUpPassed:  "terms.followup-state.passed",
	coop.FollowUpSettled: "terms.followup-state.settled",
	coop.FollowUpDropped: "terms.followup-state.dropped",
}
