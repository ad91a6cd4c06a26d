// Package ui is the shell of the window: the rail and the bar that lead from room to room, the search
// above them, who is working, the keys, and the pages that lie over each other. It makes each screen
// when it is first visited, hands it what it needs, and connects what it calls back.
package ui

import (
	"context"
	"image/color"
	"log/slog"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/settings"
	"bienvenue/app/ui/followups"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/people"
	"bienvenue/app/ui/person"
	"bienvenue/app/ui/preferences"
)

// Params is what a Shell is made of.
type Params struct {
	Window  fyne.Window
	Office  *office.Office
	Words   func(language string) (*i18n.Words, error)
	Run     kit.Runner
	Log     *slog.Logger
	Device  string           // the machine's name, for the journal
	Now     func() time.Time // the clock
	Archive Archive
	Outside Outside

	Start    string         // the language where no settings can be read
	Login    string         // who works, "" asks
	Language string         // in place of the settings', "" for theirs
	Theme    settings.Theme // in place of the settings', "" for theirs
}

// Shell is the window's content. Use it on the screen's goroutine only.
type Shell struct {
	p        Params
	words    *i18n.Words
	settings settings.Settings
	by       coop.Actor
	staff    []coop.Staff

	room     Room
	screens  map[Room]screen // those visited
	makers   map[Room]func() screen
	file     *person.Screen      // in the room of people
	crowd    *people.Screen      // the room of people
	promised *followups.Screen   // the room of follow-ups
	texts    *textsRoom          // the room of texts
	pages    []page              // over the room, the last on top
	section  preferences.Section // of the settings, shown last

	notices *kit.Notices
	frame   *frame
	outer   *fyne.Container // what the frame lays out
	body    *fyne.Container // the room, or the page on top of it
	rails   map[Room][]*railButton
	search  *search
	chords  map[string]func() // what the window's shortcuts do, by their name
}

// screen is what a room shows.
type screen interface {
	Content() fyne.CanvasObject
	Refresh()
}

// page lies over a room, or over the whole window, until it is left.
type page struct {
	content fyne.CanvasObject
	full    bool                      // without the rail
	refresh func()                    // seen again after a page above it was left; may be nil
	left    func()                    // it goes away; may be nil
	back    func() bool               // goes a step back on the page itself, and says whether there was one; may be nil
	key     func(*fyne.KeyEvent) bool // keys of its own; may be nil
	letter  func(rune)                // letters of its own; may be nil
	onPrint func()                    // Ctrl+P; may be nil
	stays   func() bool               // says that it cannot be left now; may be nil
	drop    func(path string)         // a file was dropped on the window; may be nil
}

// New makes the shell; Start shows it.
func New(p Params) *Shell {
	return &Shell{p: p, room: RoomToday, screens: map[Room]screen{}, chords: map[string]func(){}}
}

// Start reads the settings and the staff, and fills the window: with the first steps of a new
// archive, with the question who works today, or with the home page.
func (s *Shell) Start(ctx context.Context) error {
	if err := s.read(ctx); err != nil {
		return err
	}
	s.dress()
	s.keys()
	s.p.Window.SetOnDropped(s.dropped)
	active := s.active()
	switch {
	case len(active) == 0:
		s.welcome()
		return nil
	case s.p.Login != "":
		staff, err := s.p.Office.FindStaff(ctx, s.p.Login)
		if err == nil {
			s.work(staff)
			return nil
		}
		s.ask()
		s.fail(err)
	case len(active) == 1:
		s.work(active[0])
	default:
		s.ask()
	}
	return nil
}

// Say shows a notice, such as what the start of the program found.
func (s *Shell) Say(n kit.Notice) { s.notices.Say(n) }

// Words are the words of the window's language.
func (s *Shell) Words() *i18n.Words { return s.words }

func (s *Shell) read(ctx context.Context) error {
	found, err := s.p.Office.Settings(ctx)
	if err != nil {
		return err
	}
	if s.staff, err = s.p.Office.Staff(ctx); err != nil {
		return err
	}
	s.settings = found
	return s.speak()
}

// speak takes the words of the language.
func (s *Shell) speak() error {
	language := s.settings.Language
	if s.p.Language != "" {
		language = s.p.Language
	}
	words, err := s.p.Words(language)
	if err != nil {
		return err
	}
	s.words = words
	if s.notices == nil {
		s.notices = kit.NewNotices(s.p.Run, words)
	}
	s.notices.SetWords(words)
	return nil
}

// dress gives the window its theme and its title.
func (s *Shell) dress() {
	theme := s.settings.Theme
	if s.p.Theme != "" {
		theme = s.p.Theme
	}
	fyne.CurrentApp().Settings().SetTheme(Dressed(s.settings, theme))
	title := s.words.T("shell.title")
	if name := s.settings.Coop.Name; name != "" {
		title = s.words.T("shell.title.coop", i18n.Args{"Coop": name})
	}
	s.p.Window.SetTitle(title)
}

// Dressed is the theme that settings ask for.
func Dressed(s settings.Settings, theme settings.Theme) *look.Theme {
	style := look.Style{Scale: float32(s.Scale) / 100, Accent: colour(s.Accent)}
	switch theme {
	case settings.ThemeLight:
		style.Mode = look.Light
	case settings.ThemeDark:
		style.Mode = look.Dark
	case settings.ThemeSystem:
		style.Mode = look.System
	}
	return look.New(style)
}

// colour reads « #0B5C63 »; anything else is the usual accent.
func colour(text string) color.NRGBA {
	const whole = len("#0B5C63")
	if len(text) != whole {
		return look.DefaultAccent
	}
	n, err := strconv.ParseUint(text[1:], 16, 32)
	if err != nil {
		return look.DefaultAccent
	}
	return color.NRGBA{R: uint8(n >> 16 & 0xff), G: uint8(n >> 8 & 0xff), B: uint8(n & 0xff), A: 0xff}
}

// active lists who works here now.
func (s *Shell) active() []coop.Staff {
	var active []coop.Staff
	for _, one := range s.staff {
		if one.Active {
			active = append(active, one)
		}
	}
	return active
}

// work opens the house for a member of staff.
func (s *Shell) work(who coop.Staff) {
	s.by = coop.Actor{Staff: who, Device: s.p.Device}
	s.rebuild()
	s.Go(RoomToday)
	s.p.Run.Later(readAhead, s.readTexts)
}

// readAhead lets the first page be painted before the texts are read.
const readAhead = time.Second

// readTexts reads the scripts before somebody needs one, so that the first talk begins at once.
func (s *Shell) readTexts() {
	kit.Run(s.p.Run, func() (struct{}, error) {
		_, err := s.p.Office.ScriptCards(context.Background(), s.by)
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			s.p.Log.Warn("read the texts ahead", "error", err)
		}
	})
}

// rebuild makes the frame anew and forgets the screens: for another person or another language.
func (s *Shell) rebuild() {
	for len(s.pages) > 0 {
		s.drop()
	}
	s.screens, s.file = map[Room]screen{}, nil
	s.makers = s.roomMakers()
	s.rails = map[Room][]*railButton{}
	s.search = newSearch(s)
	s.body = container.NewStack()
	s.frame = &frame{rail: s.rail(), bar: s.bar(), top: s.top(), room: s.body, over: s.search.over}
	s.outer = container.New(s.frame, s.body, s.frame.rail, s.frame.bar, s.frame.top, s.search.over)
	s.p.Window.SetContent(s.notices.Above(s.frame.below).Over(s.outer))
}

// alone shows one page without a rail: before anybody works.
func (s *Shell) alone(content fyne.CanvasObject) {
	s.frame = nil
	s.p.Window.SetContent(s.notices.Above(nil).Over(content))
}

// fail tells a person of an error, and the log of what a person cannot be told.
func (s *Shell) fail(err error) {
	if err == nil {
		return
	}
	if !i18n.Speakable(err) {
		s.p.Log.Error("an act failed", "error", err)
	}
	s.notices.Error(s.words.Error(err))
}
