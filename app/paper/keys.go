package paper

import "bienvenue/app/coop"

var contactKeys = map[coop.ContactKind]string{
	coop.ContactEmergency: "sheet.contact.emergency",
	coop.ContactAgency:    "sheet.contact.agency",
	coop.ContactManager:   "sheet.contact.manager",
	coop.ContactTechnical: "sheet.contact.technical",
	coop.ContactCaretaker: "sheet.contact.caretaker",
	coop.ContactSyndic:    "sheet.contact.syndic",
	coop.ContactSocial:    "sheet.contact.social",
}

var dutyKeys = map[coop.Duty]string{
	coop.DutySmallParts:  "sheet.duty.small-parts",
	coop.DutyVents:       "sheet.duty.vents",
	coop.DutyBoiler:      "sheet.duty.boiler",
	coop.DutyGarden:      "sheet.duty.garden",
	coop.DutyReport:      "sheet.duty.report",
	coop.DutyOwnHome:     "sheet.duty.own-home",
	coop.DutyDefects:     "sheet.duty.defects",
	coop.DutyWear:        "sheet.duty.wear",
	coop.DutyCollective:  "sheet.duty.collective",
	coop.DutyRadiators:   "sheet.duty.radiators",
	coop.DutyNewBoiler:   "sheet.duty.new-boiler",
	coop.DutyCommon:      "sheet.duty.common",
	coop.DutyPassOn:      "sheet.duty.pass-on",
	coop.DutyStructure:   "sheet.duty.structure",
	coop.DutyAskSyndic:   "sheet.duty.ask-syndic",
	coop.DutyCompletion:  "sheet.duty.completion",
	coop.DutyAdvice:      "sheet.duty.advice",
	coop.DutySyndic:      "sheet.duty.syndic",
	coop.DutySyndicBooks: "sheet.duty.syndic-books",
}
