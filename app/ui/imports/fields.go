package imports

import (
	"strconv"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

var fieldKeys = map[string]string{
	"tenant": "import.field.tenant", "lease": "import.field.lease", "civility": "import.field.civility",
	"name": "import.field.last", "last": "import.field.last", "birth": "import.field.birth",
	"first": "import.field.first", "person": "import.field.person", "second": "import.field.second",
	"second-first": "import.field.second-first", "second-civility": "import.field.second-civility",
	"phone": "import.field.phone", "mobile": "import.field.mobile", "email": "import.field.email",
	"entry": "import.field.entry", "delivery": "import.field.delivery", "signed": "import.field.signed",
	"exit": "import.field.exit", "reception": "import.field.reception", "option": "import.field.option",
	"site-code": "import.field.site-code", "site": "import.field.residence", "residence": "import.field.residence",
	"building": "import.field.building", "stair": "import.field.stair", "floor": "import.field.floor",
	"door": "import.field.door", "lot": "import.field.lot", "kind": "import.field.kind", "type": "import.field.type",
	"home": "import.field.home", "garage": "import.field.garage", "address": "import.field.address",
	"street-number": "import.field.street-number", "street-type": "import.field.street-type",
	"street": "import.field.street", "postcode": "import.field.postcode", "town": "import.field.town",
	"heating": "import.field.heating", "energy": "import.field.energy", "agency": "import.field.agency",
	"manager": "import.field.manager", "status": "import.field.status", "product": "import.field.product",
	"shares": "import.field.shares", "share": "import.field.share", "share-day": "import.field.share-day",
	"paid": "import.field.paid", "holder": "import.field.holder", "gone": "import.field.gone",
}

// fieldKey is the key of a field's name, be it a column's or a change's.
func fieldKey(field string) string {
	if key, ok := fieldKeys[field]; ok {
		return key
	}
	return "import.field.other"
}

func separatorKey(separator string) string {
	switch separator {
	case ",":
		return "import.separator.comma"
	case "\t":
		return "import.separator.tab"
	case "|":
		return "import.separator.bar"
	}
	return "import.separator.semicolon"
}

func orderKey(order string) string {
	switch order {
	case "mdy":
		return "import.order.mdy"
	case "ymd":
		return "import.order.ymd"
	case "serial":
		return "import.order.serial"
	}
	return "import.order.dmy"
}

// value is what a field says, in words.
func (s *Screen) value(f coop.ImportField, v string) string {
	w := s.p.Words
	if v == "" {
		return ""
	}
	switch f {
	case coop.ImportSigned, coop.ImportEntry, coop.ImportExit, coop.ImportReception, coop.ImportOption,
		coop.ImportShareDay, coop.ImportGone:
		return w.DayShort(coop.Day(v))
	case coop.ImportProduct:
		return w.T(i18n.ProductKey(coop.Product(v)))
	case coop.ImportShare:
		return w.T(i18n.ShareStateKey(coop.ShareState(v)))
	case coop.ImportHeating:
		return w.T(i18n.HeatingKey(coop.Heating(v)))
	case coop.ImportHome:
		return w.T(i18n.HomeKey(coop.Home(v)))
	case coop.ImportCivility:
		return w.Civility(coop.Civility(v))
	case coop.ImportPhone, coop.ImportMobile:
		return w.Phone(v)
	case coop.ImportGarage:
		if v == strconv.FormatBool(true) {
			return w.T("import.yes")
		}
		return w.T("import.no")
	case coop.ImportPaid:
		if cents, err := strconv.Atoi(v); err == nil {
			return w.Money(cents)
		}
	}
	return v
}
