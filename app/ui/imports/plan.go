package imports

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// How much of long lists is shown; the counts always count everything.
const (
	mostChanges  = 30
	mostRejects  = 30
	mostOfAKind  = 3
	mostPreview  = 20
	mostExamples = 3
)

const figureWidth float32 = 128

// showPlan shows the file as it was understood and what importing it would do.
func (s *Screen) showPlan() {
	w, plan := s.p.Words, s.chosen()
	objects := []fyne.CanvasObject{kit.Title(w.T("import.title")), s.fileCard(), s.figures(plan.Counts())}
	if len(s.plan.Gone) > 0 {
		objects = append(objects, s.goneCard())
	}
	if len(plan.Extract.Rejects) > 0 {
		objects = append(objects, s.rejectsCard())
	}
	var beside []fyne.CanvasObject
	if len(plan.Extract.SetAside) > 0 {
		beside = append(beside, s.asideCard())
	}
	if len(plan.Extract.Warnings) > 0 {
		beside = append(beside, s.warningsCard())
	}
	if len(beside) == 2 {
		objects = append(objects, kit.Sides(760, 0.36, beside[0], beside[1]))
	} else {
		objects = append(objects, beside...)
	}
	if len(plan.Changed) > 0 {
		objects = append(objects, s.changesCard())
	}
	objects = append(objects, s.previewCard(), s.columnsCard())
	s.show(s.actions(plan), objects...)
}

// actions are the one thing to press, and the way back.
func (s *Screen) actions(plan coop.ImportPlan) fyne.CanvasObject {
	w := s.p.Words
	other := kit.SecondaryButton(w.T("import.another"), func() { s.showStart("") })
	switch n := plan.Writes(); {
	case n > 0:
		return kit.Row(other, kit.Spacer(), kit.PrimaryButton(w.N("import.go", n), s.onImport).WithIcon(look.IconDownload))
	case len(plan.Quiet)+len(plan.Residences) > 0:
		return kit.Row(other, kit.Spacer(), kit.PrimaryButton(w.T("import.go.quiet"), s.onImport).WithIcon(look.IconDownload))
	}
	return kit.Row(other, kit.Spacer(), kit.NewIcon(look.IconCircleCheck, kit.Done), kit.Body(w.T("import.nothing")).Whole())
}

// fileCard says how the file was understood.
func (s *Screen) fileCard() fyne.CanvasObject {
	w, x := s.p.Words, s.plan.Extract
	unused := 0
	for _, c := range x.Columns {
		if c.Field == "" {
			unused++
		}
	}
	tags := kit.Flow(
		kit.Badge("", w.N("import.file.rows", x.Rows), kit.Accented),
		kit.Badge("", w.T("import.file.header", i18n.Args{"Line": x.Header}), kit.Calm),
		kit.Badge("", w.N("import.file.columns", len(x.Columns)-unused), kit.Calm),
		kit.Badge("", x.Encoding, kit.Calm),
		kit.Badge("", w.T(separatorKey(x.Separator)), kit.Calm),
		kit.Badge("", w.T(orderKey(x.DateOrder)), kit.Calm),
	)
	return kit.Card(kit.Row(kit.NewIcon(look.IconFileCheck, kit.Done), kit.Grow(kit.Section(x.Name).OneLine())), tags)
}

// figures are the counts, in large.
func (s *Screen) figures(c coop.ImportCounts) fyne.CanvasObject {
	w := s.p.Words
	aside := 0
	for _, n := range c.SetAside {
		aside += n
	}
	tone := func(n int, when kit.Tone) kit.Tone {
		if n == 0 {
			return kit.Calm
		}
		return when
	}
	figure := func(icon look.Icon, n int, label string, tone kit.Tone) fyne.CanvasObject {
		return kit.Card(kit.Lines(kit.Row(kit.NewGlyph(icon, tone), kit.Spoken(w.Number(n)).Strong().Toned(tone)), kit.Caption(label)))
	}
	return kit.Columns(figureWidth,
		figure(look.IconPlus, c.New, w.N("import.count.new", c.New), tone(c.New, kit.Done)),
		figure(look.IconPencil, c.Changed, w.N("import.count.changed", c.Changed), tone(c.Changed, kit.Accented)),
		figure(look.IconCheck, c.Unchanged, w.N("import.count.unchanged", c.Unchanged), kit.Calm),
		figure(look.IconLogOut, c.Gone, w.N("import.count.gone", c.Gone), tone(c.Gone, kit.Attention)),
		figure(look.IconCar, aside, w.N("import.count.aside", aside), kit.Calm),
		figure(look.IconCopy, c.Duplicates, w.N("import.count.duplicates", c.Duplicates), kit.Calm),
		figure(look.IconFileX, c.Rejected, w.N("import.count.rejected", c.Rejected), tone(c.Rejected, kit.Late)),
	)
}

// goneCard warns of households that the file no longer has, and lets the person say that it holds a part only.
func (s *Screen) goneCard() fyne.CanvasObject {
	w := s.p.Words
	part := kit.NewChip(w.T("import.partial"), s.partial, func(on bool) {
		s.partial = on
		s.showPlan()
	})
	var who []string
	for _, item := range s.plan.Gone[:min(len(s.plan.Gone), mostOfAKind)] {
		who = append(who, w.People(item.Before.Holders))
	}
	if more := len(s.plan.Gone) - len(who); more > 0 {
		who = append(who, w.N("import.more", more))
	}
	tone, text := kit.Attention, w.N("import.gone", len(s.plan.Gone))
	if s.partial {
		tone, text = kit.Calm, w.T("import.gone.kept")
	}
	return kit.Tinted(tone,
		kit.TopRow(look.Snug, kit.NewIcon(look.IconWarning, tone), kit.Grow(kit.Lines(kit.Body(text), kit.Quiet(strings.Join(who, " · "))))),
		kit.Flow(part))
}

// rejectsCard lists the rows that could not be used, and saves them with their reasons.
func (s *Screen) rejectsCard() fyne.CanvasObject {
	w, x := s.p.Words, s.plan.Extract
	var save fyne.CanvasObject
	if s.p.ChooseFolder != nil {
		save = kit.SecondaryButton(w.T("import.rejects.save"), s.onSaveRejects).WithIcon(look.IconSave)
	}
	table := kit.NewTable([]kit.TableColumn{
		{Title: w.T("import.rejects.line"), Share: 0.5},
		{Title: w.T("import.rejects.column"), Share: 1.2},
		{Title: w.T("import.rejects.reason"), Share: 3},
	}, nil)
	var rows [][]string
	for _, r := range x.Rejects[:min(len(x.Rejects), mostRejects)] {
		rows = append(rows, []string{w.Number(r.Line), r.Column, w.T(r.Key, r.Args)})
	}
	table.SetRows(rows)
	card := kit.TitledCard(w.N("import.rejected", len(x.Rejects)), save, kit.Quiet(w.T("import.rejected.why")), table)
	if more := len(x.Rejects) - mostRejects; more > 0 {
		return kit.Lines(card, kit.Caption(w.N("import.more", more)))
	}
	return card
}

func (s *Screen) onSaveRejects() {
	x := s.plan.Extract
	s.p.ChooseFolder(func(folder string) { s.saveRejects(x, folder) })
}

// asideCard counts the rows that make no household.
func (s *Screen) asideCard() fyne.CanvasObject {
	w, aside := s.p.Words, s.plan.Extract.SetAside
	lines := kit.Lines()
	for _, why := range []coop.SetAside{
		coop.SetAsideGarage, coop.SetAsideParking, coop.SetAsideShop, coop.SetAsideCellar, coop.SetAsideVacant, coop.SetAsideOther,
	} {
		if n := aside[why]; n > 0 {
			lines.Add(kit.Row(kit.Grow(kit.Body(w.T(i18n.SetAsideKey(why)))), kit.Body(w.Number(n)).Strong().Whole()))
		}
	}
	return kit.TitledCard(w.T("import.aside"), nil, kit.Quiet(w.T("import.aside.why")), lines)
}

// warningsCard gathers the remarks of a kind, with the lines they are about.
func (s *Screen) warningsCard() fyne.CanvasObject {
	w := s.p.Words
	groups, order := map[string][]coop.RowRemark{}, []string(nil)
	for _, r := range s.plan.Extract.Warnings {
		if len(groups[r.Key]) == 0 {
			order = append(order, r.Key)
		}
		groups[r.Key] = append(groups[r.Key], r)
	}
	slices.SortStableFunc(order, func(a, b string) int { return len(groups[a]) - len(groups[b]) })
	box := kit.Column(kit.Quiet(w.T("import.warnings.why")))
	for _, key := range order {
		box.Add(s.warning(groups[key]))
	}
	return kit.TitledCard(w.N("import.warnings", len(s.plan.Extract.Warnings)), nil, box)
}

// warning is one kind of remark: its words, and the first lines it is about.
func (s *Screen) warning(all []coop.RowRemark) fyne.CanvasObject {
	w := s.p.Words
	text := kit.Lines()
	said := map[string]bool{}
	var lines []string
	for _, r := range all {
		if words := w.T(r.Key, r.Args); !said[words] && len(said) < mostOfAKind {
			said[words] = true
			text.Add(kit.Body(words))
		}
		if len(lines) < 2*mostOfAKind {
			lines = append(lines, w.Number(r.Line))
		}
	}
	where := w.N("import.warnings.lines", len(all), i18n.Args{"Lines": strings.Join(lines, ", ")})
	if more := len(all) - len(lines); more > 0 {
		where += " " + w.N("import.more", more)
	}
	text.Add(kit.Caption(where))
	return kit.TopRow(look.Snug, kit.NewGlyph(look.IconWarning, kit.Attention), kit.Grow(text))
}
