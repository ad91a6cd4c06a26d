package templates

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// versions is the page of a template's versions, and of the comparison of two.
type versions struct {
	screen   *Screen
	name     coop.TemplateName
	all      []Version
	old, new int // the two that are compared, by their place in the list
	body     *fyne.Container
	diff     *fyne.Container
	content  *fyne.Container
}

// Versions opens the list of a template's versions.
func (s *Screen) Versions(name coop.TemplateName) {
	s.versions(name, s.views.Over)
}

func (s *Screen) versions(name coop.TemplateName, open func(kit.View)) {
	act(s, func(ctx context.Context) ([]Version, error) { return s.p.Desk.Versions(ctx, name) }, func(all []Version) {
		open(kit.View{Content: newVersions(s, name, all).content})
	})
}

// compareWidth lets two versions stand beside each other.
const compareWidth float32 = 1200

func newVersions(s *Screen, name coop.TemplateName, all []Version) *versions {
	w := s.p.Words
	v := &versions{screen: s, name: name, all: all, body: kit.Column(), diff: kit.Column(), old: min(1, max(len(all)-1, 0))}
	title := w.T(i18n.PaperKindKey(name.Kind))
	if len(all) > 0 && all[0].Template.Title != "" {
		title = all[0].Template.Title
	}
	v.content = s.page(w.T("templates.versions.of", i18n.Args{"Title": title}), kit.AtMost(compareWidth, v.body))
	v.show()
	return v
}

func (v *versions) show() {
	w := v.screen.p.Words
	v.body.Objects = nil
	if len(v.all) == 0 {
		v.body.Add(kit.Empty(look.IconHistory, w.T("templates.versions.none"), nil))
		return
	}
	rows := kit.Column()
	for i := range v.all {
		rows.Add(v.row(i))
	}
	v.body.Add(kit.Card(rows))
	if len(v.all) < 2 {
		v.body.Add(kit.Quiet(w.T("templates.versions.one")))
		return
	}
	options := make([]kit.Option[int], len(v.all))
	for i := range v.all {
		options[i] = kit.Option[int]{Value: i, Words: v.called(i)}
	}
	old := kit.NewSelect(w.T("templates.compare.old"), options, func(i int) { v.old = i; v.compare() })
	now := kit.NewSelect(w.T("templates.compare.new"), options, func(i int) { v.new = i; v.compare() })
	old.Set(v.old)
	now.Set(v.new)
	v.body.Add(kit.Lines(kit.Section(w.T("templates.compare")), kit.Columns(260, old.Object(), now.Object())))
	v.body.Add(v.diff)
	v.compare()
}

// row is one version: who published it when, and why, with the way back to it.
func (v *versions) row(i int) fyne.CanvasObject {
	s, w, one := v.screen, v.screen.p.Words, v.all[i]
	by := w.T("templates.versions.shipped")
	if !one.Published.IsZero() {
		by = w.T("templates.versions.by", i18n.Args{"Day": w.Date(w.DayOf(one.Published)), "By": one.By})
	}
	words := kit.Lines(kit.Body(v.called(i)).Strong(), kit.Caption(by))
	if one.Note != "" {
		words.Add(kit.Body(w.T("templates.quoted", i18n.Args{"Text": one.Note})))
	}
	row := kit.Row(kit.Grow(words))
	if i == v.leading() {
		row.Add(kit.Badge(look.IconCheck, w.T("templates.versions.leads"), kit.Done))
	} else {
		version := one.Version
		if one.Published.IsZero() {
			version = 0
		}
		row.Add(kit.QuietButton(w.T("templates.restore"), func() {
			s.restore(v.name, version, func() { s.versions(v.name, s.views.Instead) })
		}).WithIcon(look.IconRotateCcw))
	}
	if s.p.ChooseFolder != nil {
		row.Add(kit.IconButton(look.IconDownload, w.T("templates.export"), func() { s.export(v.name, one.Version) }))
	}
	return row
}

// leading is the place of the version that papers are made with: the coop's newest, else the program's.
func (v *versions) leading() int {
	for i, one := range v.all {
		if !one.Published.IsZero() {
			return i
		}
	}
	return 0
}

// called is what a version is called.
func (v *versions) called(i int) string {
	w := v.screen.p.Words
	if v.all[i].Published.IsZero() {
		return w.T("templates.version.shipped", i18n.Args{"Version": v.all[i].Version})
	}
	return w.T("templates.version", i18n.Args{"Version": v.all[i].Version})
}

// compare shows what differs between the two versions; it is worked out off the screen.
func (v *versions) compare() {
	w, old, now := v.screen.p.Words, v.all[v.old].Template, v.all[v.new].Template
	kit.Run(v.screen.p.Run, func() ([]difference, error) { return differences(w, old, now), nil }, func(all []difference, _ error) {
		v.diff.Objects = nil
		for _, d := range all {
			v.diff.Add(d.card(w))
		}
		if len(all) == 0 {
			v.diff.Add(kit.Empty(look.IconCircleCheck, w.T("templates.compare.none"), nil))
		}
		v.diff.Refresh()
		v.body.Refresh()
		v.content.Refresh()
	})
}
