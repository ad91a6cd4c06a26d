package i18n

import "bienvenue/app/coop"

// PromiseKey is the key of what is usually promised for a motive, in words one may read to the person.
func PromiseKey(v coop.MotiveCode) string { return term(promiseKeys, v) }

var promiseKeys = map[coop.MotiveCode]string{
	"PRO-LOG": "terms.promise.PRO-LOG",
	"ETA-EDL": "terms.promise.ETA-EDL",
	"CHA-FRO": "terms.promise.CHA-FRO",
	"EAU-CHA": "terms.promise.EAU-CHA",
	"HUM-VMC": "terms.promise.HUM-VMC",
	"ISO-BRU": "terms.promise.ISO-BRU",
	"ELE-EQU": "terms.promise.ELE-EQU",
	"ASC-ACC": "terms.promise.ASC-ACC",
	"DEL-INT": "terms.promise.DEL-INT",
	"QUA-INT": "terms.promise.QUA-INT",
	"QUI-FAI": "terms.promise.QUI-FAI",
	"CHG-REG": "terms.promise.CHG-REG",
	"LOY-APL": "terms.promise.LOY-APL",
	"PRO-COM": "terms.promise.PRO-COM",
	"ORD-ENC": "terms.promise.ORD-ENC",
	"BRU-VOI": "terms.promise.BRU-VOI",
	"STA-VEH": "terms.promise.STA-VEH",
	"ANI-NUI": "terms.promise.ANI-NUI",
	"INC-SEC": "terms.promise.INC-SEC",
	"ESP-EXT": "terms.promise.ESP-EXT",
	"ACC-INF": "terms.promise.ACC-INF",
	"NUM-CON": "terms.promise.NUM-CON",
	"COO-COM": "terms.promise.COO-COM",
	"AUT":     "terms.promise.AUT",
	"RES-LEV": "terms.promise.RES-LEV",
	"GPA-DES": "terms.promise.GPA-DES",
	"COP-SYN": "terms.promise.COP-SYN",
	"COP-CHG": "terms.promise.COP-CHG",
	"OPT-FIN": "terms.promise.OPT-FIN",
}
