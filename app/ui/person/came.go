package person

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// promised is a follow-up in one sentence: what was promised, or its motive.
func (s *Screen) promised(f coop.FollowUp) string {
	if f.What != "" {
		return f.What
	}
	return s.t(i18n.MotiveKey(f.Motive))
}

// promises are the follow-ups that are open, nil when there are none.
func (s *Screen) promises() fyne.CanvasObject {
	lines := kit.Stack(0)
	today := s.p.Desk.Today()
	for _, f := range s.file.FollowUps {
		if f.Ended() {
			continue
		}
		caption := s.t("person.promise.caption", i18n.Args{"Service": s.t(i18n.ServiceKey(f.Service)), "Day": s.p.Words.Day(f.Due)})
		row := kit.NewLinkRow(look.IconListChecks, s.promised(f), caption, func() { s.p.OnFollowUp(f.ID) })
		if f.Late(today) {
			row.WithTone(kit.Late).WithTrailing(kit.Badge(look.IconCircleAlert, s.t("person.promise.late"), kit.Late))
		}
		lines.Add(row)
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return kit.TitledCard(s.t("person.card.promises"), nil, lines)
}

// outcomes are the talks and visits that ended, with what came of them; nil when there are none.
func (s *Screen) outcomes() fyne.CanvasObject {
	lines := kit.Stack(look.Wide)
	for i := len(s.file.Outcomes) - 1; i >= 0; i-- {
		lines.Add(s.outcome(s.file.Outcomes[i]))
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return kit.TitledCard(s.t("person.card.outcomes"), nil, lines)
}

func (s *Screen) outcome(o coop.Outcome) fyne.CanvasObject {
	w := s.p.Words
	title := s.t("person.outcome.counter", i18n.Args{"Day": w.DayLong(w.DayOf(o.At))})
	if o.Visit != "" {
		title = s.t("person.outcome.visit", i18n.Args{"Day": w.DayLong(w.DayOf(o.At))})
	}
	badges := kit.Flow()
	if o.Visit != "" || o.Result != coop.Done {
		badges.Add(kit.Badge("", s.t(i18n.ResultKey(o.Result)), resultTone(o.Result)))
	}
	if o.Overall >= 0 {
		badges.Add(kit.Badge(look.IconStar, s.t("person.outcome.overall", i18n.Args{"N": o.Overall}), kit.Accented))
	}
	texts := kit.Stack(look.Snug, kit.Body(title).Strong())
	if name := s.officer(o.Officer); name != "" {
		texts.Add(kit.Caption(name))
	}
	if len(badges.Objects) > 0 {
		texts.Add(badges)
	}
	if judged := s.judged(o); judged != nil {
		texts.Add(judged)
	}
	for _, c := range o.Concerns {
		texts.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconFlame, gravityTone(c.Gravity)), kit.Grow(kit.Body(s.t("person.outcome.concern", i18n.Args{
			"Motive": s.t(i18n.MotiveKey(c.Motive)), "Gravity": s.t(i18n.GravityKey(c.Gravity)), "Standing": s.t(i18n.StandingKey(c.Standing)),
		})))))
	}
	if len(o.Interests) > 0 {
		var all []string
		for _, i := range o.Interests {
			all = append(all, s.t(i18n.InterestKey(i)))
		}
		texts.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconSparkles, kit.Accented), kit.Grow(kit.Body(w.List(all)))))
	}
	if o.Comment != "" {
		texts.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconQuote, kit.Calm), kit.Grow(kit.Body(o.Comment).Slanted())))
	}
	return texts
}

// judged are the satisfaction items with their answers in words, nil when none was answered.
func (s *Screen) judged(o coop.Outcome) fyne.CanvasObject {
	const good = 3
	grid := kit.Columns(300)
	for _, item := range coop.SatisfactionItems() {
		value, ok := o.Satisfaction[item]
		if !ok {
			continue
		}
		icon, tone := look.IconSmile, kit.Done
		if value < good {
			icon, tone = look.IconFrown, kit.Attention
		}
		grid.Add(kit.TopRow(look.Snug, kit.NewGlyph(icon, tone), kit.Grow(kit.Caption(s.t("person.outcome.item", i18n.Args{
			"Item": s.t(i18n.SatisfactionItemKey(item)), "Answer": s.t(i18n.JudgementKey(value)),
		})))))
	}
	if len(grid.Objects) == 0 {
		return nil
	}
	return grid
}

func resultTone(r coop.Result) kit.Tone {
	switch {
	case r.Counts():
		return kit.Done
	case r.Closes():
		return kit.Calm
	}
	return kit.Attention
}

func gravityTone(g coop.Gravity) kit.Tone {
	switch g {
	case coop.Urgent:
		return kit.Late
	case coop.Serious:
		return kit.Attention
	case coop.Minor:
	}
	return kit.Calm
}
