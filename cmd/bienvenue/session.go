package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/settings"
	"bienvenue/app/ui"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/feed"
	"bienvenue/cmd/bienvenue/tongue"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// chosenArchive is where Fyne's preferences keep which archive was opened last.
const chosenArchive = "archive"

// session is one run of the program: a window, and the archive that is open in it.
type session struct {
	options options
	places  places
	log     *slog.Logger
	tongues *tongue.Tongues
	report  string // what the last run left when it crashed, "" for nothing
	run     kit.Runner
	papers  *paperOutput
	leave   func() // ends the program when the toolkit does not

	app     fyne.App
	window  fyne.Window
	archive *sqlite.Archive
	bell    *bell

	calendars *feed.Follower // nil while no archive is open
}

// show opens the archive and its window, and returns when the window is closed.
// errTaken says that another window of the same archive was brought to the front instead.
func (s *session) show(a fyne.App) error {
	s.app = a
	s.papers.memory = a.Preferences()
	a.SetIcon(look.AppIcon())
	path, usual, err := s.which()
	if err != nil {
		return err
	}
	a.Lifecycle().SetOnStarted(func() { time.AfterFunc(settled, tidy) })
	fonts := readFonts(a)
	if err := s.lock(path); err != nil {
		var elsewhere *takenError
		if !errors.As(err, &elsewhere) {
			return err // the other window came to the front
		}
		s.openWindow()
		<-fonts
		s.trouble(path, s.elsewhere(elsewhere))
		s.showWindow()
		return nil
	}
	s.openWindow()
	<-fonts
	if err := s.open(path, usual); err != nil {
		s.trouble(path, err)
	}
	s.showWindow()
	return nil
}

const (
	settled = time.Second // after which the first page is painted
	usualGC = 100         // Go's own percentage
)

// tidy ends the haste of the start: memory is collected as usual again, and what the start left over
// goes back to the system.
func tidy() {
	debug.SetGCPercent(usualGC)
	debug.FreeOSMemory()
}

// readFonts has the fonts read while the window opens: measuring the first text of each style takes
// longer than all the rest of the start. Wait for it before anything else is measured.
func readFonts(a fyne.App) (done <-chan struct{}) {
	a.Settings().SetTheme(look.New(look.Style{}))
	read := make(chan struct{})
	go func() {
		defer close(read)
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("B", look.Size(look.SizeBody), style)
		}
	}()
	return read
}

func (s *session) openWindow() {
	s.window = s.app.NewWindow("Bienvenue")
	s.window.SetMaster()
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(s.options.width, s.options.height))
	s.window.CenterOnScreen()
}

// which is the archive to open: the one of the command line, the one opened last, the usual one.
// The usual one is made when it is not there.
func (s *session) which() (path string, usual bool, err error) {
	if s.options.archive != "" {
		path, err := filepath.Abs(s.options.archive)
		return path, false, err
	}
	if last := s.app.Preferences().String(chosenArchive); last != "" {
		return last, last == s.places.archive(), nil
	}
	return s.places.archive(), true, nil
}

// lock takes the archive for this window. A folder that cannot be written has no lock: opening the
// archive then says what is wrong with it.
func (s *session) lock(path string) error {
	hung, err := hang(path, host())
	if errors.Is(err, errTaken) {
		return err
	}
	if err != nil {
		s.log.Warn("the archive has no lock", "error", err)
		return nil
	}
	s.bell = hung
	go hung.listen(func() {
		s.run.Show(func() {
			s.window.Show()
			s.window.RequestFocus()
		})
	})
	return nil
}

// elsewhere is the refusal of an archive whose window cannot be called.
func (s *session) elsewhere(t *takenError) error {
	if t.host == "" || t.host == host() {
		return coop.Refuse("start.refused.taken", nil)
	}
	return coop.Refuse("start.refused.taken.elsewhere", map[string]any{"Host": t.host})
}

// open opens an archive, made first when create says so, and fills the window with it.
func (s *session) open(path string, create bool) error {
	ctx := context.Background()
	archive, err := data.Open(ctx, path, data.Options{Create: create, Now: time.Now, Log: s.log})
	if err != nil {
		return err
	}
	s.archive = archive
	found, err := archive.Settings(ctx)
	if err != nil {
		return err
	}
	zone, err := time.LoadLocation(settings.Read(found).Zone)
	if err != nil {
		return fmt.Errorf("find the coop's zone: %w", err)
	}
	s.tongues.In(zone)
	store := feed.Watch(archive)
	o := s.office(store, zone)
	shell := ui.New(s.params(path, o))
	if err := shell.Start(ctx); err != nil {
		return err
	}
	s.calendars = feed.Follow(feed.Books{Office: o, Words: s.tongues.Words, Now: time.Now}, s.log, feed.Gathers)
	store.Tell(s.calendars)
	if err := speak(shell.Words().Language()); err != nil {
		s.log.Warn("the toolkit's own words stay as they are", "error", err)
	}
	s.tellCrash(shell)
	return nil
}

// office makes the office over the open archive.
func (s *session) office(store office.Store, zone *time.Location) *office.Office {
	return office.New(office.Params{Store: store, Now: time.Now, NewID: newID, Zone: zone, Texts: s.tongues, Papers: assets.Papers()})
}

func (s *session) params(path string, o *office.Office) ui.Params {
	return ui.Params{
		Window: s.window, Office: o, Words: s.tongues.Words, Run: s.run, Log: s.log,
		Device: host(), Now: time.Now, Login: s.options.staff, Language: s.options.language, Theme: s.options.theme,
		Start:   s.tongues.Start(),
		Archive: &keeper{path: path, archive: s.archive},
		Outside: s.outside(o, o.Zone()),
	}
}

// tellCrash says once that the last run ended badly, and where its report lies.
func (s *session) tellCrash(shell *ui.Shell) {
	if s.report == "" {
		return
	}
	shell.Say(kit.Notice{
		Tone: kit.Attention, Stays: true,
		Text: shell.Words().T("start.crash", i18n.Args{"Path": s.report}),
	})
	s.report = ""
}

// trouble shows why an archive does not open, and what one can do.
func (s *session) trouble(path string, err error) {
	s.log.Error("the archive does not open", "error", err)
	missing := errors.Is(err, coop.Refuse("archive.refused.missing", nil))
	p := s.params(path, s.office(s.archive, time.UTC))
	shell := ui.New(p)
	shell.Trouble(ui.Trouble{
		Err: err, Path: path, Missing: missing,
		OnRetry:  func() { s.change(path) },
		OnCreate: func() { s.begin(path) },
		OnQuit:   s.app.Quit,
	})
}

// change opens another archive in place of the one that is open, and remembers it.
func (s *session) change(path string) { s.reopen(path, false) }

// begin makes a new archive and opens it.
func (s *session) begin(path string) { s.reopen(path, true) }

func (s *session) reopen(path string, create bool) {
	if err := s.close(); err != nil {
		s.log.Error("close the archive", "error", err)
	}
	if err := s.lock(path); err != nil {
		var elsewhere *takenError
		if errors.As(err, &elsewhere) {
			s.trouble(path, s.elsewhere(elsewhere))
			return
		}
		s.app.Quit() // the other window came to the front
		return
	}
	if err := s.open(path, create); err != nil {
		s.trouble(path, err)
		return
	}
	if s.options.archive == "" {
		s.app.Preferences().SetString(chosenArchive, path)
	}
}

// close closes the archive and frees it for other windows.
func (s *session) close() error {
	var errs []error
	if s.calendars != nil {
		s.calendars.Close()
		s.calendars = nil
	}
	if s.archive != nil {
		errs = append(errs, s.archive.Close())
		s.archive = nil
	}
	if s.bell != nil {
		errs = append(errs, s.bell.take())
		s.bell = nil
	}
	s.papers.Close()
	return errors.Join(errs...)
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// host is this computer's name, for the journal.
func host() string {
	name, err := os.Hostname()
	if err != nil {
		return "desk"
	}
	return name
}
