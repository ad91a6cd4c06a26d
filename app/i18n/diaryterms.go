package i18n

import "bienvenue/app/coop"

// ChannelKey is the key of a channel.
func ChannelKey(v coop.Channel) string { return term(channelKeys, v) }

var channelKeys = map[coop.Channel]string{
	coop.ByPost:   "terms.channel.post",
	coop.ByCall:   "terms.channel.call",
	coop.ByMail:   "terms.channel.mail",
	coop.InPerson: "terms.channel.person",
}

// PreferenceKey is the key of what a household wishes for its visit.
func PreferenceKey(v coop.Preference) string { return term(preferenceKeys, v) }

var preferenceKeys = map[coop.Preference]string{
	coop.PreferMornings:   "terms.preference.mornings",
	coop.PreferAfternoons: "terms.preference.afternoons",
	coop.PreferLate:       "terms.preference.late",
	coop.PreferCall:       "terms.preference.call",
	coop.PreferPhone:      "terms.preference.phone",
	coop.PreferOffice:     "terms.preference.office",
}

// DueReasonKey is the key of why a household waits for its visit.
func DueReasonKey(v coop.DueReason) string { return term(dueReasonKeys, v) }

var dueReasonKeys = map[coop.DueReason]string{
	coop.DueEntered:     "terms.due.entered",
	coop.DueAbsent:      "terms.due.absent",
	coop.DueAbsentTwice: "terms.due.absent-twice",
	coop.DueMoved:       "terms.due.moved",
	coop.DueUnreachable: "terms.due.unreachable",
}

// ExceptionKey is the key of what differs from the usual week.
func ExceptionKey(v coop.ExceptionKind) string { return term(exceptionKeys, v) }

var exceptionKeys = map[coop.ExceptionKind]string{
	coop.CoopClosed: "terms.exception.closed",
	coop.BridgeDay:  "terms.exception.bridge",
	coop.StaffAway:  "terms.exception.absence",
	coop.Meeting:    "terms.exception.meeting",
	coop.ExtraHours: "terms.exception.extra",
}

// HolidayPlaceKey is the key of where a coop lies.
func HolidayPlaceKey(v coop.HolidayPlace) string { return term(holidayPlaceKeys, v) }

var holidayPlaceKeys = map[coop.HolidayPlace]string{
	coop.Mainland:      "terms.place-of-holidays.mainland",
	coop.AlsaceMoselle: "terms.place-of-holidays.alsace-moselle",
	coop.Guadeloupe:    "terms.place-of-holidays.guadeloupe",
	coop.Martinique:    "terms.place-of-holidays.martinique",
	coop.Guyane:        "terms.place-of-holidays.guyane",
	coop.Reunion:       "terms.place-of-holidays.reunion",
	coop.Mayotte:       "terms.place-of-holidays.mayotte",
}

// ClosureKey is the key of why a coop is closed on a day.
func ClosureKey(v coop.Closure) string { return term(closureKeys, v) }

var closureKeys = map[coop.Closure]string{
	coop.ClosedSunday:   "terms.closure.sunday",
	coop.ClosedSaturday: "terms.closure.saturday",
	coop.ClosedHoliday:  "terms.closure.holiday",
	coop.ClosedByCoop:   "terms.closure.coop",
	coop.ClosedBridge:   "terms.closure.bridge",
}

// WaveOrderKey is the key of who comes first in a wave.
func WaveOrderKey(v coop.WaveOrder) string { return term(waveOrderKeys, v) }

var waveOrderKeys = map[coop.WaveOrder]string{
	coop.OldestFirst: "terms.wave-order.oldest",
	coop.NewestFirst: "terms.wave-order.newest",
}

// LeftReasonKey is the key of why a household has no time in a plan.
func LeftReasonKey(v coop.LeftReason) string { return term(leftReasonKeys, v) }

var leftReasonKeys = map[coop.LeftReason]string{
	coop.LeftNoTime: "terms.wave-left.time",
	coop.LeftTrips:  "terms.wave-left.trips",
	coop.LeftExit:   "terms.wave-left.exit",
	coop.LeftByHand: "terms.wave-left.hand",
}
