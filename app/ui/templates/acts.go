package templates

import (
	"context"
	"errors"
	"slices"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// errDrafted is the refusal of a file that would replace a draft in which somebody has written.
var errDrafted = coop.Refuse("template.refused.draft", nil)

// menu is what else one may do with a template.
func (s *Screen) menu(c Card) []kit.MenuItem {
	w := s.p.Words
	var items []kit.MenuItem
	if s.p.ChooseFolder != nil {
		items = append(items, kit.MenuItem{Words: w.T("templates.export"), Icon: look.IconDownload, Do: func() { s.export(c.Name, 0) }})
	}
	if c.Draft != nil {
		items = append(items, kit.MenuItem{Words: w.T("templates.drop"), Icon: look.IconTrash, Do: func() { s.drop(c.Name) }})
	}
	if c.Own && c.Shipped {
		items = append(items, kit.MenuItem{Words: w.T("templates.restore.shipped"), Icon: look.IconRotateCcw, Do: func() { s.restore(c.Name, 0, s.list.read) }})
	}
	return items
}

func (s *Screen) export(name coop.TemplateName, version int) {
	s.p.ChooseFolder(func(folder string) {
		act(s, func(ctx context.Context) (string, error) { return s.p.Desk.Export(ctx, name, version, folder) }, func(where string) {
			s.p.OnDone(s.p.Words.T("templates.exported", i18n.Args{"Where": where}))
		})
	})
}

// takeFile asks for a file and reads a template from it.
func (s *Screen) takeFile() {
	s.p.ChooseFile(func(path string) { s.Import(path, false) })
}

// Import reads a template from a file, chosen or dropped on the window, into a draft that is then shown.
func (s *Screen) Import(path string, replace bool) {
	w := s.p.Words
	kit.Run(s.p.Run, func() (Draft, error) { return s.p.Desk.Import(context.Background(), path, replace) }, func(d Draft, err error) {
		switch faults := template.Found(err); {
		case len(faults) > 0:
			s.showFaults(faults)
		case errors.Is(err, errDrafted):
			kit.Ask(s.p.Window.Canvas(), w, kit.Question{
				Title: w.T("templates.replace"), Text: w.Error(err), Yes: w.T("templates.replace.yes"), Danger: true,
				OnYes: func() { s.Import(path, true) },
			})
		case err != nil:
			s.fail(err)
		default:
			s.write(d)
			s.p.OnDone(w.T("templates.imported", i18n.Args{"Title": d.Template.Title}))
		}
	})
}

// mostFaults is how many faults of a file are told at once.
const mostFaults = 20

// showFaults tells what is wrong in a file.
func (s *Screen) showFaults(faults template.FaultsError) {
	w := s.p.Words
	rows := kit.Column(kit.Body(w.N("templates.faults.about", len(faults))))
	for i, f := range faults {
		if i == mostFaults {
			rows.Add(kit.Quiet(w.N("templates.faults.more", len(faults)-mostFaults)))
			break
		}
		rows.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconFileX, kit.Late), kit.Grow(kit.Body(w.Error(f.Refusal())))))
	}
	kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{Title: w.T("templates.faults.title"), Content: kit.NewTouchScroll(rows), Width: 680})
}

func (s *Screen) drop(name coop.TemplateName) {
	w := s.p.Words
	kit.Ask(s.p.Window.Canvas(), w, kit.Question{
		Title: w.T("templates.drop"), Text: w.T("templates.drop.about"), Yes: w.T("templates.drop.yes"), Danger: true,
		OnYes: func() {
			act(s, func(ctx context.Context) (bool, error) { return true, s.p.Desk.Drop(ctx, name) }, func(bool) {
				s.list.read()
				s.p.OnDone(w.T("templates.dropped"))
			})
		},
	})
}

// restore publishes an older text again.
func (s *Screen) restore(name coop.TemplateName, version int, then func()) {
	w := s.p.Words
	kit.AskLine(s.p.Window.Canvas(), w, kit.LineQuestion{
		Title: w.T("templates.restore"), About: w.T("templates.restore.about"), Label: w.T("templates.publish.note"),
		Empty: w.T("templates.publish.note.empty"), Yes: w.T("templates.restore.yes"),
	}, func(note string) {
		act(s, func(ctx context.Context) (int, error) { return s.p.Desk.Restore(ctx, name, version, note) }, func(now int) {
			then()
			s.p.OnDone(w.T("templates.restored", i18n.Args{"Version": now}))
		})
	})
}

// askLanguage offers the languages that a kind of paper does not have yet.
func (s *Screen) askLanguage(kind coop.PaperKind, have []Card) {
	w := s.p.Words
	var sheet *kit.OpenSheet
	var hidden []string
	flow := kit.Flow()
	for _, code := range i18n.HomeLanguages() {
		switch {
		case slices.ContainsFunc(have, func(c Card) bool { return c.Name.Language == code }):
		case !shown(w, code):
			hidden = append(hidden, w.LanguageName(code))
		default:
			flow.Add(kit.SecondaryButton(w.LanguageName(code), func() {
				sheet.Close()
				name := coop.TemplateName{Kind: kind, Language: code}
				act(s, func(ctx context.Context) (Draft, error) { return s.p.Desk.Begin(ctx, name) }, s.write)
			}))
		}
	}
	content := kit.Column(kit.Body(w.T("templates.language.about")), flow)
	if len(hidden) > 0 {
		content.Add(kit.Quiet(w.T("templates.language.hidden", i18n.Args{"Languages": strings.Join(hidden, " · ")})))
	}
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{Title: w.T("templates.language.add"), Content: content})
}

// shown says whether the window can show the letters of a language.
func shown(w *i18n.Words, code string) bool {
	switch code {
	case "ar":
		return look.Shows(w.T("texts.tongue.ar"))
	case "fa", "ps":
		return look.Shows(w.T("texts.tongue.fa"))
	case "uk":
		return look.Shows(w.T("texts.tongue.uk"))
	case "ru":
		return look.Shows(w.T("texts.tongue.ru"))
	}
	return true
}
