package ui

import (
	"context"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/ui/wave"
)

// openWave lays the planning of a wave of visits over the room.
func (s *Shell) openWave() {
	screen := wave.New(wave.Params{
		Desk: waveDesk{s}, Words: s.words, Run: s.p.Run, Canvas: s.p.Window.Canvas, Notices: s.notices, OnError: s.fail,
		OnOpen:   s.openPerson,
		OnAgenda: s.openAgenda,
		OnClose:  s.Back, OnChanged: s.refresh,
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh, left: screen.Leave, stays: screen.Stays})
}

// onWave opens the planning of a wave, nil for those who may not commit the team.
func (s *Shell) onWave() func() {
	if !office.MayPlanWave(s.by.Staff) {
		return nil
	}
	return s.openWave
}

// openAgenda shows the agenda of a day.
func (s *Shell) openAgenda(day coop.Day) {
	s.Go(RoomAgenda)
	if room, ok := s.visit(RoomAgenda).(interface{ Day(coop.Day) }); ok {
		room.Day(day)
	}
}

// waveDesk plans waves in the name of whoever works.
type waveDesk struct{ s *Shell }

var _ wave.Desk = waveDesk{}

// Start implements wave.Desk.
func (d waveDesk) Start(ctx context.Context) (start wave.Start, err error) {
	o := d.s.p.Office
	if start.Asked, err = o.UsualWave(ctx); err != nil {
		return start, err
	}
	if start.Sizes, err = o.WaveSizes(ctx); err != nil {
		return start, err
	}
	if start.Officers, err = o.Officers(ctx); err != nil {
		return start, err
	}
	if start.Rules, err = o.VisitRules(ctx); err != nil {
		return start, err
	}
	start.Waves, err = o.Waves(ctx)
	return start, err
}

// Plan implements wave.Desk.
func (d waveDesk) Plan(ctx context.Context, asked coop.WaveAsked, progress func(done, total int)) (wave.Draft, error) {
	draft, err := d.s.p.Office.PlanWave(ctx, d.s.by, asked, progress)
	if err != nil {
		return nil, err
	}
	return waveDraft{draft}, nil
}

// Apply implements wave.Desk.
func (d waveDesk) Apply(ctx context.Context, plan coop.WavePlan) (coop.Wave, error) {
	return d.s.p.Office.ApplyWave(ctx, d.s.by, plan)
}

// Undo implements wave.Desk.
func (d waveDesk) Undo(ctx context.Context, id coop.WaveID) (int, error) {
	return d.s.p.Office.UndoWave(ctx, d.s.by, id, d.s.words.T("wave.undo.reason"))
}

// Today implements wave.Desk.
func (d waveDesk) Today() coop.Day { return d.s.p.Office.Today() }

// Zone implements wave.Desk.
func (d waveDesk) Zone() *time.Location { return d.s.p.Office.Zone() }

// waveDraft is a draft of the office's as the page sees it.
type waveDraft struct{ *office.WaveDraft }

// Plan implements wave.Draft.
func (d waveDraft) Plan() coop.WavePlan { return d.WaveDraft.Plan }
