package ui

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/settings"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/preferences"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/welcome"
)

// Archive is the file behind everything, as the settings show it.
type Archive interface {
	Path() string
	// Backup writes a dated copy into a folder, "" for the usual one, and says where it lies.
	Backup(ctx context.Context, folder string) (string, error)
	// Examine looks the archive over and says what it found.
	Examine(ctx context.Context) ([]Finding, error)
}

// Finding is one thing looked at in the archive, as a translation key.
type Finding struct {
	OK   bool
	Key  string
	Args map[string]any
}

// Outside is what lies beyond the window: the computer's files and programs.
type Outside struct {
	Files Files
	// OnLanguage is told the window's language, for the toolkit's own words.
	OnLanguage func(language string)
	// OnArchive opens another archive in place of this one.
	OnArchive func(path string)
	// Sheet makes a household's welcome sheet; Paper prints and saves it, in Fonts.
	Sheet func(by coop.Actor, id coop.HouseholdID, words *i18n.Words) sheet.Desk
	Paper sheet.Output
	Fonts kit.LeafFonts
	// Visits makes what is printed and saved about visits.
	Visits VisitPapers
	// Batches makes papers for many households at once, in the name of who works.
	Batches func(by coop.Actor, words *i18n.Words) BatchPapers
	// ReadLogo makes a coop's logo of a picture's file.
	ReadLogo func(path string) ([]byte, error)
	// ReadExtract understands a file of the ERP.
	ReadExtract func(ctx context.Context, path string, today coop.Day) (coop.Extract, error)
	// SaveRejects writes the rows that could not be used into a folder and says where the file lies.
	SaveRejects func(ctx context.Context, x coop.Extract, folder string, words *i18n.Words) (string, error)
	// Personas are the invented people to rehearse a talk with, in a language.
	Personas func(language string) ([]script.Persona, error)
	// Lexicon and Terms are what a text's wording is measured by.
	Lexicon func() draft.Lexicon
	Terms   func() draft.Terms
	// ReadScript reads a script's file, with its translations beside it.
	ReadScript func(path string) ([]script.File, error)
	// SaveScript writes a script's files into a folder and says where they lie.
	SaveScript func(folder string, files []script.File) (string, error)
	// Templates tries the texts of papers and keeps them as files.
	Templates PaperTexts
	// SaveTable writes a table for a spreadsheet into a folder and says where the file lies.
	SaveTable func(folder, name string, table [][]string) (string, error)
}

func (s *Shell) makeSettings() screen {
	return preferences.New(preferences.Params{
		Desk: settingsDesk{s}, Words: s.words, Run: s.p.Run, Today: s.p.Office.Today(),
		Window: s.p.Window, Section: s.section, OnError: s.fail, OnDone: s.notices.Done,
		OnUndo: s.notices.DoneUndo, OnVisit: s.booking().ActOn, MapLinks: settings.MapLinks(), OnChanged: s.settingsChanged, OnImport: s.openImports,
		ChooseFolder: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("shell.choose.backup"), folder: true, chosen: chosen})
		},
		ChooseLogo: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("preferences.logo.choose"), endings: []string{".png", ".jpg", ".jpeg", ".gif"}, chosen: chosen})
		},
	})
}

// settingsChanged shows what was changed at once: the look, the title, the language.
func (s *Shell) settingsChanged() {
	before := s.words.Language()
	if shown, ok := s.screens[RoomSettings].(*preferences.Screen); ok {
		s.section = shown.Section()
	}
	was := s.settings
	if err := s.read(context.Background()); err != nil {
		s.fail(err)
		return
	}
	if err := s.follow(was); err != nil {
		s.fail(err)
		return
	}
	s.dress()
	if s.words.Language() != before {
		s.p.Outside.OnLanguage(s.words.Language())
		s.rebuild()
		s.Go(RoomSettings)
	}
	for room := range s.screens { // what they were told at their making may have changed
		if room != RoomSettings {
			delete(s.screens, room)
		}
	}
}

// follow lets a setting that a person has just changed win over what the command line asked for.
func (s *Shell) follow(was settings.Settings) error {
	if s.settings.Theme != was.Theme {
		s.p.Theme = ""
	}
	if s.settings.Language == was.Language {
		return nil
	}
	s.p.Language = ""
	return s.speak()
}

// welcome is the first page of a new archive.
func (s *Shell) welcome() {
	page := welcome.New(welcome.Params{
		Desk: settingsDesk{s}, Words: s.words, Run: s.p.Run, Logo: newLogo(), Path: s.p.Archive.Path(),
		OnError: s.fail, OnElse: s.openElse, OnBegun: s.begun,
		Languages: languages(s.words), OnSpeak: s.speakFirst,
	})
	s.alone(page.Content())
	s.p.Window.Canvas().Focus(page.First())
}

func languages(words kit.Words) []kit.Option[string] {
	return []kit.Option[string]{
		{Value: "fr", Words: words.T("preferences.language.fr")},
		{Value: "en", Words: words.T("preferences.language.en")},
	}
}

// speakFirst changes the language before anybody works.
func (s *Shell) speakFirst(language string) {
	s.p.Language = language
	if err := s.speak(); err != nil {
		s.fail(err)
		return
	}
	s.p.Outside.OnLanguage(language)
	s.dress()
	s.welcome()
}

// begun opens the house for its first member of staff.
func (s *Shell) begun(who coop.Staff) {
	if err := s.read(context.Background()); err != nil {
		s.fail(err)
		return
	}
	s.dress()
	s.work(who)
	s.openImports()
	s.notices.Done(s.words.T("shell.first.import", i18n.Args{"Name": who.Name}))
}

// openElse opens an archive that exists already.
func (s *Shell) openElse() {
	s.choose(choice{title: s.words.T("shell.choose.archive"), endings: []string{".db"}, chosen: s.p.Outside.OnArchive})
}

// settingsDesk keeps the settings in the name of whoever works.
type settingsDesk struct{ s *Shell }

var (
	_ preferences.Desk = settingsDesk{}
	_ welcome.Desk     = settingsDesk{}
)

// Values implements preferences.Desk.
func (d settingsDesk) Values(ctx context.Context) (preferences.Values, error) {
	v, err := d.s.p.Office.Settings(ctx)
	return shownValues(v), err
}

// Change implements preferences.Desk.
func (d settingsDesk) Change(ctx context.Context, to preferences.Values) error {
	return d.s.p.Office.ChangeSettings(ctx, d.s.by, keptValues(to))
}

// ReadLogo implements preferences.Desk.
func (d settingsDesk) ReadLogo(_ context.Context, path string) ([]byte, error) {
	return d.s.p.Outside.ReadLogo(path)
}

// Named implements preferences.Desk.
func (d settingsDesk) Named(ctx context.Context) (map[string]preferences.Named, error) {
	fields, err := d.s.p.Office.TextFields(ctx)
	named := make(map[string]preferences.Named, len(fields))
	for name, f := range fields {
		named[name] = preferences.Named(f)
	}
	return named, err
}

// Staff implements preferences.Desk.
func (d settingsDesk) Staff(ctx context.Context) ([]coop.Staff, error) {
	return d.s.p.Office.Staff(ctx)
}

// KeepStaff implements preferences.Desk.
func (d settingsDesk) KeepStaff(ctx context.Context, one coop.Staff) (coop.Staff, error) {
	return d.s.p.Office.KeepStaff(ctx, d.s.by, one)
}

// Events implements preferences.Desk.
func (d settingsDesk) Events(ctx context.Context) ([]coop.Event, error) {
	return d.s.p.Office.Events(ctx)
}

// KeepEvent implements preferences.Desk.
func (d settingsDesk) KeepEvent(ctx context.Context, e coop.Event) error {
	return d.s.p.Office.KeepEvent(ctx, d.s.by, e)
}

// ArchivePath implements preferences.Desk.
func (d settingsDesk) ArchivePath() string { return d.s.p.Archive.Path() }

// Backup implements preferences.Desk.
func (d settingsDesk) Backup(ctx context.Context, folder string) (string, error) {
	return d.s.p.Archive.Backup(ctx, folder)
}

// Examine implements preferences.Desk.
func (d settingsDesk) Examine(ctx context.Context) ([]preferences.Finding, error) {
	found, err := d.s.p.Archive.Examine(ctx)
	told := make([]preferences.Finding, 0, len(found))
	for _, f := range found {
		told = append(told, preferences.Finding{OK: f.OK, Words: d.s.words.T(f.Key, f.Args)})
	}
	return told, err
}

// Begin implements welcome.Desk.
func (d settingsDesk) Begin(ctx context.Context, first welcome.First) (coop.Staff, error) {
	now, err := d.s.p.Office.Settings(ctx)
	if err != nil {
		return coop.Staff{}, err
	}
	by := coop.Actor{Staff: first.Staff, Device: d.s.p.Device}
	now.Coop.Name, now.Language = first.Coop, d.s.words.Language()
	if err := d.s.p.Office.ChangeSettings(ctx, by, now); err != nil {
		return coop.Staff{}, err
	}
	return d.s.p.Office.KeepStaff(ctx, by, first.Staff)
}

func shownValues(s settings.Settings) preferences.Values {
	return preferences.Values{
		Coop: s.Coop, Logo: s.Logo, Language: s.Language, Theme: preferences.Theme(s.Theme), Scale: s.Scale,
		Accent: s.Accent, Zone: s.Zone, Rules: s.Rules, CounterMinutes: s.Counter, Target: s.Target,
		SheetCodes: s.SheetCodes, MapLink: s.MapLink, Feed: s.Feed, Alarm: s.Alarm,
	}
}

func keptValues(v preferences.Values) settings.Settings {
	return settings.Settings{
		Coop: v.Coop, Logo: v.Logo, Language: v.Language, Theme: settings.Theme(v.Theme), Scale: v.Scale,
		Accent: v.Accent, Zone: v.Zone, Rules: v.Rules, Counter: v.CounterMinutes, Target: v.Target,
		SheetCodes: v.SheetCodes, MapLink: v.MapLink, Feed: v.Feed, Alarm: v.Alarm,
	}
}
