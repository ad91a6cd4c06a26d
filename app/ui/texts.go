package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/script"
	"bienvenue/app/ui/lessons"
	"bienvenue/app/ui/texts"
)

// talkTexts is what the part of the room « Textes » for talks is made of.
func (s *Shell) talkTexts(tabs fyne.CanvasObject) texts.Params {
	return texts.Params{
		Desk: textsDesk{s}, Words: s.words, Run: s.p.Run, Today: s.p.Office.Today(), Window: s.p.Window,
		Lexicon: s.p.Outside.Lexicon(), Terms: s.p.Outside.Terms(), OnError: s.fail, OnDone: s.notices.Done, Tabs: tabs,
		OnRehearse: s.openRehearsals, OnLessons: s.openLessons,
		ChooseFiles: func(chosen func(paths []string)) {
			s.choose(choice{
				title: s.words.T("shell.choose.script"), endings: []string{".yaml", ".yml"},
				chosen: func(path string) { chosen([]string{path}) },
			})
		},
		ChooseFolder: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("shell.choose.folder-script"), folder: true, chosen: chosen})
		},
	}
}

// openLessons shows what the talks led with a script teach.
func (s *Shell) openLessons(id coop.ScriptID) {
	title := string(id)
	if cards, err := s.p.Office.ScriptCards(context.Background(), s.by); err == nil {
		for _, c := range cards {
			if c.Script.ID == id {
				title = c.Script.In(s.words.Language()).Title
			}
		}
	}
	screen := lessons.New(lessons.Params{
		Desk: lessonsDesk{s}, Words: s.words, Run: s.p.Run, Canvas: s.p.Window.Canvas, Script: id, Title: title, OnError: s.fail,
	})
	screen.Refresh()
	s.push(page{content: s.withBack(screen.Content()), refresh: screen.Refresh})
}

// textKey hands the keys of the room « Textes » over, when it is seen.
func (s *Shell) textKey(e *fyne.KeyEvent) bool {
	return s.room == RoomTexts && len(s.pages) == 0 && s.texts != nil && s.texts.TypedKey(e)
}

// lessonsDesk answers for the lessons, in the name of whoever works.
type lessonsDesk struct{ s *Shell }

var _ lessons.Desk = lessonsDesk{}

// Lessons implements lessons.Desk.
func (d lessonsDesk) Lessons(ctx context.Context, ask lessons.Ask) (lessons.Lessons, error) {
	found, err := d.s.p.Office.Lessons(ctx, d.s.by, office.LessonAsk(ask))
	if err != nil {
		return lessons.Lessons{}, err
	}
	for version, one := range found.Scripts {
		fields, err := d.s.p.Office.CoopFields(ctx, one.Language)
		if err != nil {
			return lessons.Lessons{}, err
		}
		found.Scripts[version] = one.Filled(fields)
	}
	return lessons.Lessons(found), nil
}

// Today implements lessons.Desk.
func (d lessonsDesk) Today() coop.Day { return d.s.p.Office.Today() }

// textsDesk keeps the texts in the name of whoever works.
type textsDesk struct{ s *Shell }

var _ texts.Desk = textsDesk{}

// Cards implements texts.Desk.
func (d textsDesk) Cards(ctx context.Context) ([]texts.Card, error) {
	found, err := d.s.p.Office.ScriptCards(ctx, d.s.by)
	cards := make([]texts.Card, 0, len(found))
	for _, c := range found {
		card := texts.Card{
			Script: c.Script, Version: c.Version, Own: c.Own, Published: c.Published, By: c.By, Note: c.Note,
			Update: c.Update, Shipped: c.Shipped, Withdrawn: c.Withdrawn, Rehearsed: c.Rehearsed,
		}
		if c.Draft != nil {
			card.Draft = &texts.DraftCard{Saved: c.Draft.Saved, By: c.Draft.By}
		}
		cards = append(cards, card)
	}
	return cards, err
}

func shownDraft(d office.Draft, err error) (texts.Draft, error) { return texts.Draft(d), err }

// OpenDraft implements texts.Desk.
func (d textsDesk) OpenDraft(ctx context.Context, id coop.ScriptID) (texts.Draft, error) {
	return shownDraft(d.s.p.Office.OpenDraft(ctx, d.s.by, id))
}

// KeepDraft implements texts.Desk.
func (d textsDesk) KeepDraft(ctx context.Context, kept texts.Draft) (texts.Draft, error) {
	return shownDraft(d.s.p.Office.KeepDraft(ctx, d.s.by, office.Draft(kept)))
}

// DropDraft implements texts.Desk.
func (d textsDesk) DropDraft(ctx context.Context, id coop.ScriptID) error {
	return d.s.p.Office.DropDraft(ctx, d.s.by, id)
}

// NewScript implements texts.Desk.
func (d textsDesk) NewScript(ctx context.Context, from coop.ScriptID, title string) (texts.Draft, error) {
	return shownDraft(d.s.p.Office.NewScript(ctx, d.s.by, from, title))
}

// Publish implements texts.Desk.
func (d textsDesk) Publish(ctx context.Context, id coop.ScriptID, note string) (coop.StoredScript, error) {
	return d.s.p.Office.Publish(ctx, d.s.by, id, note)
}

// Withdraw implements texts.Desk.
func (d textsDesk) Withdraw(ctx context.Context, id coop.ScriptID, note string) error {
	return d.s.p.Office.Withdraw(ctx, d.s.by, id, note)
}

// RestoreShipped implements texts.Desk.
func (d textsDesk) RestoreShipped(ctx context.Context, id coop.ScriptID, note string) error {
	_, err := d.s.p.Office.RestoreShipped(ctx, d.s.by, id, note)
	return err
}

// Versions implements texts.Desk.
func (d textsDesk) Versions(ctx context.Context, id coop.ScriptID) ([]texts.Version, error) {
	found, err := d.s.p.Office.ScriptVersions(ctx, d.s.by, id)
	versions := make([]texts.Version, 0, len(found))
	for _, v := range found {
		versions = append(versions, texts.Version(v))
	}
	return versions, err
}

// Import implements texts.Desk.
func (d textsDesk) Import(ctx context.Context, paths []string, replace bool) (texts.Draft, error) {
	var files []script.File
	for _, path := range paths {
		found, err := d.s.p.Outside.ReadScript(path)
		if err != nil {
			return texts.Draft{}, err
		}
		files = append(files, found...)
	}
	return shownDraft(d.s.p.Office.ImportScript(ctx, d.s.by, files, replace))
}

// Export implements texts.Desk.
func (d textsDesk) Export(ctx context.Context, id coop.ScriptID, version int, folder string) (string, error) {
	files, err := d.s.p.Office.ExportScript(ctx, d.s.by, id, version)
	if err != nil {
		return "", err
	}
	return d.s.p.Outside.SaveScript(folder, files)
}

// Update implements texts.Desk.
func (d textsDesk) Update(ctx context.Context, id coop.ScriptID) (base, ours, theirs script.Script, err error) {
	return d.s.p.Office.ShippedUpdate(ctx, d.s.by, id)
}

// TakeUpdate implements texts.Desk.
func (d textsDesk) TakeUpdate(ctx context.Context, merged texts.Draft) (texts.Draft, error) {
	return shownDraft(d.s.p.Office.TakeUpdate(ctx, d.s.by, office.Draft(merged)))
}

// Fields implements texts.Desk.
func (d textsDesk) Fields(ctx context.Context, language string) (map[string]string, error) {
	return d.s.p.Office.CoopFields(ctx, language)
}
