package coop

import "slices"

// CodeKind is what a code on the welcome sheet leads to.
type CodeKind string

// The codes.
const (
	CodeArea    CodeKind = "area"    // the tenants' pages, or where a request is made
	CodeCulture CodeKind = "culture" // the MOOC
	CodeAgm     CodeKind = "agm"     // the next general meeting, for the phone's diary
	CodePage    CodeKind = "page"    // the coop's own page
	CodeCard    CodeKind = "card"    // the officer's contact card
)

// CodeKinds lists every code in the order it is offered and printed.
func CodeKinds() []CodeKind {
	return []CodeKind{CodeArea, CodeCulture, CodeAgm, CodePage, CodeCard}
}

// MostCodes is how many codes a sheet has at most.
const MostCodes = 3

// SheetCodes lists the codes that a sheet bears: those chosen that there is something for. The coop's
// page stands in for a general meeting that has no day yet.
func SheetCodes(chosen []CodeKind, c Coop, agm Event, officer Staff) []CodeKind {
	known := map[CodeKind]bool{
		CodeArea: c.TenantArea != "", CodeCulture: c.CulturePage != "", CodeAgm: agm.Day != "", CodePage: c.CoopPage != "",
		CodeCard: officer.Name != "" && (officer.Phone != "" || c.AgencyPhone != ""),
	}
	var all []CodeKind
	for _, kind := range chosen {
		if kind == CodeAgm && !known[kind] && !slices.Contains(chosen, CodePage) {
			kind = CodePage
		}
		if known[kind] && !slices.Contains(all, kind) && len(all) < MostCodes {
			all = append(all, kind)
		}
	}
	return all
}
