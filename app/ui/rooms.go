package ui

import (
	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
)

// Room names one of the places that the rail leads to.
type Room string

// The rooms, in the order of the rail.
const (
	RoomToday     Room = "today"
	RoomPeople    Room = "people"
	RoomAgenda    Room = "agenda"
	RoomFollowUps Room = "followups"
	RoomMonth     Room = "month"
	RoomTexts     Room = "texts"
	RoomSettings  Room = "settings"
)

// place is a room as the rail shows it.
type place struct {
	room  Room
	icon  look.Icon
	word  string // key
	help  string // key of what one does there
	plain bool   // open to everybody; else to managers and administrators
	foot  bool   // stands at the foot of the rail
}

// places lists the rooms in the order of the rail; Ctrl and a room's number lead to it.
var places = []place{
	{room: RoomToday, icon: look.IconSun, word: "shell.room.today", help: "keys.help.today", plain: true},
	{room: RoomPeople, icon: look.IconPeople, word: "shell.room.people", help: "keys.help.people", plain: true},
	{room: RoomAgenda, icon: look.IconCalendarDays, word: "shell.room.agenda", help: "keys.help.agenda", plain: true},
	{room: RoomFollowUps, icon: look.IconListChecks, word: "shell.room.followups", help: "keys.help.followups", plain: true},
	{room: RoomMonth, icon: look.IconChart, word: "shell.room.month", help: "keys.help.month"},
	{room: RoomTexts, icon: look.IconPencil, word: "shell.room.texts", help: "keys.help.texts", foot: true},
	{room: RoomSettings, icon: look.IconSettings, word: "shell.room.settings", help: "keys.help.settings", plain: true, foot: true},
}

// opens says whether a member of staff may enter.
func (p place) opens(s coop.Staff) bool {
	return p.plain || s.Role == coop.Manager || s.Role == coop.Administrator
}

func placeOf(room Room) place {
	for _, p := range places {
		if p.room == room {
			return p
		}
	}
	return places[0]
}
