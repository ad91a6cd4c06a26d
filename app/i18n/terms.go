package i18n

import "bienvenue/app/coop"

// The words for every closed list of app/coop. A value without words, from a later version for
// instance, has the words for « unknown ».

func term[T comparable](keys map[T]string, value T) string {
	if key, ok := keys[value]; ok {
		return key
	}
	return "terms.unknown"
}

// RoleKey is the key of a role.
func RoleKey(v coop.Role) string { return term(roleKeys, v) }

var roleKeys = map[coop.Role]string{
	coop.FrontDesk:     "terms.role.desk",
	coop.Officer:       "terms.role.officer",
	coop.Manager:       "terms.role.manager",
	coop.Administrator: "terms.role.admin",
}

// ProductKey is the key of a product.
func ProductKey(v coop.Product) string { return term(productKeys, v) }

var productKeys = map[coop.Product]string{
	coop.Rental:         "terms.product.rental",
	coop.PSLA:           "terms.product.psla",
	coop.VEFA:           "terms.product.vefa",
	coop.BRS:            "terms.product.brs",
	coop.Copro:          "terms.product.copro",
	coop.ProductUnknown: "terms.product.unknown",
}

// HeatingKey is the key of a kind of heating.
func HeatingKey(v coop.Heating) string { return term(heatingKeys, v) }

var heatingKeys = map[coop.Heating]string{
	coop.CollectiveHeating: "terms.heating.collective",
	coop.IndividualGas:     "terms.heating.individual-gas",
	coop.IndividualElec:    "terms.heating.individual-electric",
	coop.IndividualOther:   "terms.heating.individual-other",
	coop.DistrictHeating:   "terms.heating.district",
	coop.HeatingUnknown:    "terms.heating.unknown",
}

// LandlordKey is the key of whom a household rented from before.
func LandlordKey(v coop.Landlord) string { return term(landlordKeys, v) }

var landlordKeys = map[coop.Landlord]string{
	coop.LandlordUnknown: "terms.landlord.unknown",
	coop.LandlordSocial:  "terms.landlord.social",
	coop.LandlordOther:   "terms.landlord.other",
}

// HomeKey is the key of a kind of home.
func HomeKey(v coop.Home) string { return term(homeKeys, v) }

var homeKeys = map[coop.Home]string{
	coop.Flat:        "terms.home.flat",
	coop.House:       "terms.home.house",
	coop.HomeUnknown: "terms.home.unknown",
}

// ShareStateKey is the key of the state of a share.
func ShareStateKey(v coop.ShareState) string { return term(shareStateKeys, v) }

var shareStateKeys = map[coop.ShareState]string{
	coop.ShareUnknown:    "terms.share.unknown",
	coop.ShareToOffer:    "terms.share.to-offer",
	coop.ShareOffered:    "terms.share.offered",
	coop.ShareSubscribed: "terms.share.subscribed",
	coop.ShareRefused:    "terms.share.refused",
	coop.ShareToRepay:    "terms.share.to-repay",
	coop.ShareRepaid:     "terms.share.repaid",
}

// VisitKindKey is the key of a kind of visit.
func VisitKindKey(v coop.VisitKind) string { return term(visitKindKeys, v) }

var visitKindKeys = map[coop.VisitKind]string{
	coop.CourtesyVisit: "terms.visit-kind.courtesy",
	coop.DeskVisit:     "terms.visit-kind.desk",
	coop.PhoneVisit:    "terms.visit-kind.phone",
}

// PlaceKey is the key of a place.
func PlaceKey(v coop.Place) string { return term(placeKeys, v) }

var placeKeys = map[coop.Place]string{
	coop.AtHome:   "terms.place.home",
	coop.AtOffice: "terms.place.office",
	coop.ByPhone:  "terms.place.phone",
}

// VisitStateKey is the key of the state of a visit.
func VisitStateKey(v coop.VisitState) string { return term(visitStateKeys, v) }

var visitStateKeys = map[coop.VisitState]string{
	coop.VisitPlanned:   "terms.visit-state.planned",
	coop.VisitHeld:      "terms.visit-state.held",
	coop.VisitCancelled: "terms.visit-state.cancelled",
	coop.VisitClosed:    "terms.visit-state.closed",
}

// ResultKey is the key of the result of a visit.
func ResultKey(v coop.Result) string { return term(resultKeys, v) }

var resultKeys = map[coop.Result]string{
	coop.Done:         "terms.result.done",
	coop.Shortened:    "terms.result.shortened",
	coop.DoneByPhone:  "terms.result.done-phone",
	coop.DoneAtOffice: "terms.result.done-office",
	coop.Absent:       "terms.result.absent",
	coop.MovedByThem:  "terms.result.moved-by-them",
	coop.MovedByUs:    "terms.result.moved-by-us",
	coop.Refused:      "terms.result.refused",
	coop.Unreachable:  "terms.result.unreachable",
	coop.LeftHome:     "terms.result.left",
	coop.ClosedUnmet:  "terms.result.closed-unmet",
}
