package talk

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// says is what the invented cooperator of a rehearsal says as a step begins; nil when they just listen,
// and in a real talk.
func (p *page) says(record coop.TalkStep) fyne.CanvasObject {
	s := p.screen
	if s.p.Persona == nil {
		return nil
	}
	line, asked := s.p.Persona.Says(s.walk, p.step)
	if s.walk.Index(p.step.ID) == 0 {
		line, asked = s.p.Persona.Opens, -1
	}
	if line == "" {
		return nil
	}
	w := s.p.Words
	said := kit.Lines(kit.Caption(w.T("talk.rehearsal.says", map[string]any{"Name": w.People(s.p.Household.Holders)})), kit.Body(line).Strong())
	if asked >= 0 {
		s.heard[p.step.ID] = asked
		p.answered, p.heard = kit.NewChip(w.T("talk.rehearsal.answered"), slices.Contains(record.Asked, asked), func(on bool) {
			s.askedBack(p.step.ID, asked, on)
			p.tellAsked(p.step.ID, asked, on)
		}), asked
		said.Add(kit.Row(p.answered))
	}
	return kit.Tinted(kit.Accented, kit.TopRow(look.Gap, kit.NewIcon(look.IconMessageSquare, kit.Accented), kit.Grow(said)))
}

// rehearsing is the band above everything that says that nothing is counted; nil in a real talk.
func (s *Screen) rehearsing() fyne.CanvasObject {
	if s.p.Persona == nil {
		return nil
	}
	return kit.Band(kit.Attention, kit.Row(kit.Spacer(), kit.NewGlyph(look.IconPlay, kit.Attention),
		kit.Caption(s.p.Words.T("talk.rehearsal")).Strong().Toned(kit.Attention).Whole(), kit.Spacer()))
}

// Walk is where the talk stands, as it was kept.
func (s *Screen) Walk() script.Walk { return s.walk }

// Times is the time spent on each step up to now, pauses excluded.
func (s *Screen) Times() map[coop.StepID]time.Duration { return s.clock.times() }

// AskedByPersona counts the questions that the invented cooperator of a rehearsal asked back, and those
// of them that were marked as answered.
func (s *Screen) AskedByPersona() (asked, answered int) {
	for step, i := range s.heard {
		asked++
		if slices.Contains(s.walk.Record(step).Asked, i) {
			answered++
		}
	}
	return asked, answered
}

// Review opens the review that ends the talk.
func (s *Screen) Review() { s.showReview(script.NoForm) }
