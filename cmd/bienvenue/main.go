// Command bienvenue is the window of Bienvenue: it finds the archive, opens it, and hands it to the
// screens. Everything is joined here and nowhere else.
package main

import (
	"cmp"
	"errors"
	"flag"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"
	_ "time/tzdata" // zones also where the system has none

	"fyne.io/fyne/v2/app"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/cmd/bienvenue/tongue"
)

// appID names the program to the system and to Fyne's own settings.
const appID = "fr.bienvenue.desk"

// What the program says to whoever started it.
const (
	ended    = 0
	failed   = 1
	badUsage = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// background does slow work beside the screen. Where the toolkit has no loop of its own, as without a window, what
// follows would come to the screen from the side: tests do the work at once.
var background = kit.Background

// run is the whole program; it returns when the window is closed.
func run(args []string, out, errOut io.Writer) int {
	o, err := parse(args)
	tongues := tongue.New(cmp.Or(o.language, systemLanguage(os.Getenv)))
	if err != nil {
		return usage(err, tongues, out, errOut)
	}
	if o.version {
		say(out, versionText()+"\n")
		return ended
	}
	go tongues.First()     // the words are read while the window opens
	debug.SetGCPercent(-1) // nothing of the start becomes garbage worth a stop; show sets it back
	p, err := placesHere()
	if err == nil {
		err = p.make()
	}
	if err != nil {
		say(errOut, err.Error()+"\n")
		return failed
	}
	log, closeLog := startLog(p.state, errOut)
	defer func() { closing(log.Error, "close the log", closeLog) }()
	report, calm, err := watchCrashes(p.state, time.Now())
	if err != nil {
		log.Warn("no crash report can be written", "error", err)
	}
	log.Info("Bienvenue starts", "version", versionText())
	s := &session{
		options: o, places: p, log: log, tongues: tongues, report: report, run: background(),
		papers: &paperOutput{folder: filepath.Join(p.state, "papers"), now: time.Now},
	}
	finish := sync.OnceFunc(func() { closing(log.Error, "close the archive", s.close) })
	s.leave = func() {
		log.Warn("the toolkit does not end by itself")
		finish()
		closing(log.Warn, "remove the crash file", calm)
		os.Exit(ended)
	}
	err = s.show(app.NewWithID(appID))
	finish()
	if err != nil && !errors.Is(err, errTaken) {
		log.Error("Bienvenue cannot start", "error", err)
		say(errOut, tongues.First().Error(err)+"\n")
		return failed
	}
	closing(log.Warn, "remove the crash file", calm)
	log.Info("Bienvenue ends")
	return ended
}

// say writes to the terminal; without one there is nobody to tell.
func say(to io.Writer, text string) {
	if _, err := io.WriteString(to, text); err != nil {
		slog.Warn("the terminal does not listen", "error", err)
	}
}

// closing does one thing of the end of the program; there is nobody left to tell but the log.
func closing(tell func(string, ...any), what string, do func() error) {
	if err := do(); err != nil {
		tell(what, "error", err)
	}
}

// usage says how the program is called.
func usage(err error, t *tongue.Tongues, out, errOut io.Writer) int {
	words := t.First()
	if errors.Is(err, flag.ErrHelp) {
		say(out, words.T("start.help"))
		return ended
	}
	say(errOut, words.T("start.refused.usage", i18n.Args{"Detail": err.Error()})+"\n\n"+words.T("start.help"))
	return badUsage
}
