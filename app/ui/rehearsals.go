package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/rehearsal"
	"bienvenue/app/ui/talk"
)

// openRehearsals lets whoever works choose an invented cooperator; id and draft say which text to begin
// with, "" leaves it to the person chosen.
func (s *Shell) openRehearsals(id coop.ScriptID, draft bool) {
	personas, err := s.p.Outside.Personas(s.words.Language())
	if err != nil {
		s.fail(err)
		return
	}
	screen := rehearsal.New(rehearsal.Params{
		Desk: rehearsalDesk{s}, Words: s.words, Run: s.p.Run, Personas: personas, Script: id, Draft: draft,
		OnBegin: s.rehearse, OnError: s.fail,
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh})
}

// rehearse begins a talk with an invented cooperator and gives it the whole window.
func (s *Shell) rehearse(text rehearsal.Text, persona script.Persona) {
	kit.Run(s.p.Run, func() (map[string]string, error) {
		return s.p.Office.CoopFields(context.Background(), text.Script.Language)
	}, func(fields map[string]string, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.play(text, persona, fields)
	})
}

func (s *Shell) play(text rehearsal.Text, persona script.Persona, fields map[string]string) {
	plan := 0
	if text.Script.Kind == coop.CounterTalk {
		plan = s.settings.Counter
	}
	stage := rehearsal.NewStage(text, persona, s.by, plan, s.p.Now)
	var screen *talk.Screen
	screen = talk.New(talk.Params{
		Desk: stage, By: s.by, Walk: stage.Walk(fields), Household: stage.Household(), Residence: stage.Residence(),
		Today: s.p.Office.Today(), SharePrice: s.settings.Coop.ShareCents, Words: s.words, Run: s.p.Run, Clock: s.p.Now,
		Persona: &persona,
		OnQuit:  s.Back,
		OnClosed: func(coop.Closed) {
			asked, answered := screen.AskedByPersona()
			played := rehearsal.Played{Stage: stage, Walk: screen.Walk(), Times: screen.Times(), Asked: asked, Answered: answered}
			s.drop()
			s.showResult(played)
		},
		OnFault: func(doing string, err error) { s.p.Log.Error("rehearsal", "doing", doing, "error", err) },
	})
	s.push(page{
		content: screen.Content(), full: true, left: screen.Leave,
		key:    func(e *fyne.KeyEvent) bool { screen.TypedKey(e); return true },
		letter: screen.TypedRune,
	})
}

// showResult keeps a rehearsal and says how it went.
func (s *Shell) showResult(played rehearsal.Played) {
	kit.Run(s.p.Run, func() (struct{}, error) {
		return struct{}{}, s.p.Office.KeepRehearsal(context.Background(), s.by, played.Rehearsal())
	}, func(_ struct{}, err error) { s.fail(err) })
	s.push(page{content: rehearsal.Result(rehearsal.ResultParams{
		Words: s.words, Played: played, OnDone: s.Back,
		OnAgain: func() { s.drop(); s.rehearse(played.Stage.Text, played.Stage.Persona) },
	})})
}

// rehearsalDesk answers for the rehearsals, in the name of whoever works.
type rehearsalDesk struct{ s *Shell }

var _ rehearsal.Desk = rehearsalDesk{}

// RehearsalTexts implements rehearsal.Desk: the drafts are for those who write them.
func (d rehearsalDesk) RehearsalTexts(ctx context.Context) ([]rehearsal.Text, error) {
	cards, err := d.s.p.Office.ScriptCards(ctx, d.s.by)
	if err != nil {
		return nil, err
	}
	var texts []rehearsal.Text
	for _, c := range cards {
		if c.Version > 0 && !c.Withdrawn {
			texts = append(texts, rehearsal.Text{Script: c.Script})
		}
		if c.Draft == nil || !placeOf(RoomTexts).opens(d.s.by.Staff) {
			continue
		}
		draft, err := d.s.p.Office.OpenDraft(ctx, d.s.by, c.Script.ID)
		if err != nil {
			return nil, err
		}
		texts = append(texts, rehearsal.Text{Script: draft.Script, Draft: true})
	}
	return texts, nil
}

// Rehearsals implements rehearsal.Desk.
func (d rehearsalDesk) Rehearsals(ctx context.Context, f coop.RehearsalFilter) ([]coop.RehearsalRow, error) {
	return d.s.p.Office.Rehearsals(ctx, d.s.by, f)
}
