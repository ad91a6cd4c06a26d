package coop

// Side says who does something in a home.
type Side string

// The two sides of the sheet's « who does what ». The other side is the coop, or the syndic
// for a copropriétaire.
const (
	SideYou  Side = "you"
	SideThem Side = "them"
)

// Duty is one thing to do in a home.
type Duty string

// The duties that a sheet may name (domain: sections 1.2, 1.4, 2.5 and 2.6).
const (
	DutySmallParts  Duty = "small-parts"  // joints, bulbs, handles
	DutyVents       Duty = "vents"        // cleaning vents and drains
	DutyBoiler      Duty = "boiler"       // the individual boiler's yearly upkeep
	DutyGarden      Duty = "garden"       // garden, terrace, gutters
	DutyReport      Duty = "report"       // telling about a leak or a breakdown
	DutyOwnHome     Duty = "own-home"     // an owner's upkeep and repairs
	DutyDefects     Duty = "defects"      // an owner writes about defects
	DutyWear        Duty = "wear"         // what is worn out or broken down
	DutyCollective  Duty = "collective"   // collective heating
	DutyRadiators   Duty = "radiators"    // electric heaters worn out
	DutyNewBoiler   Duty = "new-boiler"   // a boiler worn out
	DutyCommon      Duty = "common"       // common parts
	DutyPassOn      Duty = "pass-on"      // common parts of a copropriété, passed on to the syndic
	DutyStructure   Duty = "structure"    // roof, walls, pipes
	DutyAskSyndic   Duty = "ask-syndic"   // an owner writes to the syndic about common parts
	DutyReserves    Duty = "reserves"     // what was written down at the delivery
	DutyCompletion  Duty = "completion"   // defects reported in the first year
	DutyAdvice      Duty = "advice"       // questions of a buyer
	DutySyndic      Duty = "syndic"       // common parts, by the syndic
	DutySyndicBooks Duty = "syndic-books" // accounts, votes, works
)

// Duties lists every duty that a sheet may name.
func Duties() []Duty {
	return []Duty{
		DutySmallParts, DutyVents, DutyBoiler, DutyGarden, DutyReport, DutyOwnHome, DutyDefects, DutyWear, DutyCollective,
		DutyRadiators, DutyNewBoiler, DutyCommon, DutyPassOn, DutyStructure, DutyAskSyndic, DutyReserves, DutyCompletion, DutyAdvice,
		DutySyndic, DutySyndicBooks,
	}
}

// SheetDuty is one line of « who does what ».
type SheetDuty struct {
	Side Side
	Duty Duty
}

// dutiesASide is how many lines each side has on the sheet.
const dutiesASide = 3

// SheetDuties chooses who does what in a household's home by its facts alone: contract, kind of
// home, heating, copropriété. At most three lines a side.
func SheetDuties(h Household, r Residence) []SheetDuty {
	heating := h.Dwelling.Heating
	if heating == HeatingUnknown || heating == "" {
		heating = r.Heating
	}
	var you, them []Duty
	switch h.Product {
	case VEFA, BRS:
		you, them = buyerDuties(h.Dwelling)
	case Copro:
		you = []Duty{DutyOwnHome, DutyVents, DutyReport}
		them = syndicDuties(heating)
	case PSLA:
		you = occupierDuties(h.Dwelling, heating)
		them = []Duty{DutyCompletion, DutyStructure, DutyAdvice}
	default:
		you = occupierDuties(h.Dwelling, heating)
		them = landlordDuties(h.Dwelling, heating)
	}
	return append(side(SideYou, you), side(SideThem, them)...)
}

func side(s Side, duties []Duty) []SheetDuty {
	var lines []SheetDuty
	for _, d := range duties[:min(len(duties), dutiesASide)] {
		lines = append(lines, SheetDuty{Side: s, Duty: d})
	}
	return lines
}

func occupierDuties(d Dwelling, heating Heating) []Duty {
	duties := []Duty{DutySmallParts, DutyVents}
	if heating == IndividualGas {
		duties = append(duties, DutyBoiler)
	}
	if d.Home == House {
		duties = append(duties, DutyGarden)
	}
	return append(duties, DutyReport)
}

func landlordDuties(d Dwelling, heating Heating) []Duty {
	duties := []Duty{DutyWear}
	switch heating {
	case CollectiveHeating, DistrictHeating:
		duties = append(duties, DutyCollective)
	case IndividualGas:
		duties = append(duties, DutyNewBoiler)
	case IndividualElec:
		duties = append(duties, DutyRadiators)
	case HeatingUnknown, IndividualOther:
	}
	switch {
	case d.Home == House:
	case d.Copro:
		duties = append(duties, DutyPassOn)
	default:
		duties = append(duties, DutyCommon)
	}
	return append(duties, DutyStructure)
}

func buyerDuties(d Dwelling) (you, them []Duty) {
	them = []Duty{DutyReserves, DutyCompletion, DutyAdvice}
	if d.Home == House && !d.Copro {
		return []Duty{DutyOwnHome, DutyGarden, DutyDefects}, them
	}
	return []Duty{DutyOwnHome, DutyAskSyndic, DutyDefects}, them
}

func syndicDuties(heating Heating) []Duty {
	if heating == CollectiveHeating || heating == DistrictHeating {
		return []Duty{DutySyndic, DutyCollective, DutySyndicBooks}
	}
	return []Duty{DutySyndic, DutyStructure, DutySyndicBooks}
}
