package texts

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// versions is the page of a script's versions, and of the comparison of two.
type versions struct {
	screen   *Screen
	id       coop.ScriptID
	all      []Version
	old, new int // the two that are compared, by their place in the list
	body     *fyne.Container
	diff     *fyne.Container
	content  *fyne.Container
}

// Versions opens the list of a script's versions.
func (s *Screen) Versions(id coop.ScriptID) {
	act(s, func(ctx context.Context) ([]Version, error) { return s.p.Desk.Versions(ctx, id) }, func(all []Version) {
		v := newVersions(s, id, all)
		s.views.Over(kit.View{Content: v.content})
	})
}

func newVersions(s *Screen, id coop.ScriptID, all []Version) *versions {
	w := s.p.Words
	v := &versions{screen: s, id: id, all: all, body: kit.Column(), diff: kit.Column(), new: 0, old: min(1, max(len(all)-1, 0))}
	title := w.T("texts.versions")
	if len(all) > 0 {
		title = w.T("texts.versions.of", i18n.Args{"Title": titleIn(w, all[0].Script)})
	}
	v.content = s.page(title, nil, kit.AtMost(compareWidth, v.body))
	v.show()
	return v
}

// compareWidth lets two versions stand beside each other.
const compareWidth float32 = 1200

// page is a page over the list, with the way back.
func (s *Screen) page(title string, foot, content fyne.CanvasObject) *fyne.Container {
	back := kit.IconButton(look.IconArrowLeft, s.p.Words.T("texts.back"), func() { s.Back() })
	head := kit.Bar(kit.PaddedXY(look.Gap, look.Snug, kit.Row(back, kit.Grow(kit.Section(title).OneLine()))))
	page := kit.Stack(0, head, kit.Grow(kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, content))))
	if foot != nil {
		page.Add(kit.Bar(kit.PaddedXY(look.Wide, look.Snug, foot)))
	}
	return page
}

func (v *versions) show() {
	w := v.screen.p.Words
	v.body.Objects = nil
	if len(v.all) == 0 {
		v.body.Add(kit.Empty(look.IconHistory, w.T("texts.versions.none"), nil))
		v.body.Refresh()
		return
	}
	list := kit.Column()
	for i := range v.all {
		list.Add(v.row(i))
	}
	v.body.Add(kit.Card(list))
	if len(v.all) > 1 {
		v.body.Add(v.chooser())
		v.body.Add(v.diff)
		v.compare()
	} else {
		v.body.Add(kit.Quiet(w.T("texts.versions.one")))
	}
	v.body.Refresh()
}

// row is one version: who published it when, and why.
func (v *versions) row(i int) fyne.CanvasObject {
	s, w, one := v.screen, v.screen.p.Words, v.all[i]
	by := w.T("texts.versions.shipped")
	if !one.Published.IsZero() {
		by = w.T("texts.versions.by", i18n.Args{"Day": w.Date(w.DayOf(one.Published)), "By": one.Name})
	}
	words := kit.Lines(kit.Body(v.name(i)).Strong(), kit.Caption(by))
	if one.Note != "" {
		words.Add(kit.Body(w.T("texts.quoted", i18n.Args{"Text": one.Note})))
	}
	row := kit.Row(kit.Grow(words))
	if i == 0 && !one.Withdrawn {
		row.Add(kit.Badge(look.IconCheck, w.T("texts.versions.leads"), kit.Done))
	}
	if one.Withdrawn {
		row.Add(kit.Badge(look.IconCircleSlash, w.T("texts.withdrawn"), kit.Calm))
	}
	if s.p.ChooseFolder != nil {
		row.Add(kit.IconButton(look.IconDownload, w.T("texts.export"), func() { s.export(v.id, one.Version) }))
	}
	return row
}

// name is what a version is called.
func (v *versions) name(i int) string {
	w := v.screen.p.Words
	if v.all[i].Published.IsZero() {
		return w.T("texts.version.shipped", i18n.Args{"Version": v.all[i].Version})
	}
	return w.T("texts.version", i18n.Args{"Version": v.all[i].Version})
}

// chooser asks which two versions are compared.
func (v *versions) chooser() fyne.CanvasObject {
	w := v.screen.p.Words
	options := make([]kit.Option[int], len(v.all))
	for i := range v.all {
		options[i] = kit.Option[int]{Value: i, Words: v.name(i)}
	}
	old := kit.NewSelect(w.T("texts.compare.old"), options, func(i int) { v.old = i; v.compare() })
	now := kit.NewSelect(w.T("texts.compare.new"), options, func(i int) { v.new = i; v.compare() })
	old.Set(v.old)
	now.Set(v.new)
	return kit.Lines(kit.Section(w.T("texts.compare")), kit.Columns(260, old.Object(), now.Object()))
}

// compare shows what differs between the two versions; it is worked out off the screen.
func (v *versions) compare() {
	old, now := v.all[v.old].Script, v.all[v.new].Script
	kit.Run(v.screen.p.Run, func() ([]draft.StepDiff, error) { return draft.Compare(old, now), nil }, func(all []draft.StepDiff, _ error) {
		c := comparison{words: v.screen.p.Words, old: old, new: now}
		v.diff.Objects = c.steps(all)
		v.diff.Refresh()
		v.body.Refresh()
		v.content.Refresh()
	})
}
