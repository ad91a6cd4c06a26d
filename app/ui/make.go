package ui

import (
	"context"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/agenda"
	"bienvenue/app/ui/today"
)

// roomMakers says how each room's screen is made; a room without a maker is not in the rail.
func (s *Shell) roomMakers() map[Room]func() screen {
	return map[Room]func() screen{
		RoomToday:     s.makeToday,
		RoomPeople:    s.makePeople,
		RoomAgenda:    s.makeAgenda,
		RoomFollowUps: s.makeFollowUps,
		RoomMonth:     s.makeMonth,
		RoomTexts:     s.makeTexts,
		RoomSettings:  s.makeSettings,
	}
}

func (s *Shell) makeToday() screen {
	p := today.Params{
		Desk: homeDesk{s}, Words: s.words, Run: s.p.Run, Staff: s.by.Staff, OnError: s.fail,
		OnWelcome:  s.pickToWelcome,
		OnOpen:     s.openPerson,
		OnStart:    s.startVisit,
		OnResume:   s.resumeTalk,
		OnReview:   s.reviewTalk,
		OnAbandon:  s.abandonTalk,
		Device:     s.p.Device,
		OnRehearse: func() { s.openRehearsals("", false) },
		OnLate:     s.openLate,
		OnToBook:   s.openToBook,
		OnPropose:  s.booking().Propose,
		OnRemind:   s.openReminders,
		OnAskings:  s.openAskings,
		OnAgenda:   func() { s.Go(RoomAgenda) },
		OnWave:     s.onWave(),
		OnImport:   s.openImports,
	}
	if placeOf(RoomMonth).opens(s.by.Staff) && s.makers[RoomMonth] != nil {
		p.OnMonth = func() { s.Go(RoomMonth) }
	}
	return today.New(p)
}

// homeDesk answers for the home page, in the name of whoever works.
type homeDesk struct{ s *Shell }

// Home implements today.Desk.
func (d homeDesk) Home(ctx context.Context) (today.Home, error) {
	h, err := d.s.p.Office.Home(ctx, d.s.by)
	return today.Home(h), err
}

// Search implements today.Desk.
func (d homeDesk) Search(ctx context.Context, words string, limit int) ([]coop.Row, error) {
	return d.s.p.Office.Search(ctx, d.s.by, words, limit)
}

// Step implements today.Desk.
func (d homeDesk) Step(ctx context.Context, id coop.TalkID) (at, of int, err error) {
	c, err := d.s.p.Office.OpenTalk(ctx, d.s.by, id)
	if err != nil {
		return 0, 0, err
	}
	walk := c.Walk()
	return walk.Index(walk.Current().ID) + 1, len(walk.Steps()), nil
}

func (s *Shell) makeAgenda() screen {
	return agenda.New(agenda.Params{
		Desk: s.p.Office, Words: s.words, Run: s.p.Run, Actor: s.actor, Now: s.p.Now, Canvas: s.p.Window.Canvas,
		Notices: s.notices, OnError: s.fail, OnOpen: s.openPerson, OnStart: s.startVisit,
		OnBook: s.booking().BookWith, OnCall: s.call,
		OnAct: s.booking().Act, OnPropose: s.booking().Propose, OnWave: s.onWave(), OnReminders: s.openReminders,
		OnPrintRound: s.openRound, OnCalendar: s.saveCalendar,
	})
}

// home is where a household lives, in a few words.
func (s *Shell) home(r coop.Row) string {
	parts := []string{r.Residence}
	if r.Dwelling.Door != "" {
		parts = append(parts, s.words.T("shell.home.door", i18n.Args{"Door": r.Dwelling.Door}))
	}
	if r.Town != "" {
		parts = append(parts, r.Town)
	}
	return strings.Join(parts, " · ")
}
