// Command bienvenuectl does Bienvenue's jobs from a terminal: for the person who looks after the
// computers, for the night's import, for tests. It prints for people, or JSON with --json. It ends
// with 0, with 1 when something was refused (the reason is on the error output), with 2 when the
// command itself was not understood.
package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
	_ "time/tzdata"

	"github.com/alecthomas/kong"

	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/cmd/bienvenue/tongue"
)

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

// commands is the command line.
type commands struct {
	Archive  string `help:"${help_archive}" placeholder:"FILE" short:"a"`
	JSON     bool   `help:"${help_json}" name:"json"`
	Language string `help:"${help_language}" default:"fr" enum:"fr,en" placeholder:"fr|en"`
	Staff    string `help:"${help_staff}" placeholder:"LOGIN"`

	Demo    demoCommand      `cmd:"" help:"${help_demo}"`
	Import  importCommand    `cmd:"" help:"${help_import}"`
	People  peopleCommand    `cmd:"" help:"${help_people}"`
	Visits  visitsCommand    `cmd:"" help:"${help_visits}"`
	Slots   slotsCommand     `cmd:"" help:"${help_slots}"`
	Remind  remindersCommand `cmd:"" help:"${help_reminders}" name:"reminders"`
	Hours   hoursCommand     `cmd:"" help:"${help_hours}"`
	Absence absenceCommand   `cmd:"" help:"${help_absence}"`
	Bridges bridgesCommand   `cmd:"" help:"${help_bridges}"`
	Holiday holidaysCommand  `cmd:"" help:"${help_holidays}" name:"holidays"`
	Wave    waveCommand      `cmd:"" help:"${help_wave}"`
	ICS     icsCommand       `cmd:"" help:"${help_ics}" name:"ics"`
	Round   roundCommand     `cmd:"" help:"${help_round}"`
	Letter  letterCommand    `cmd:"" help:"${help_letter}"`
	Batch   batchCommand     `cmd:"" help:"${help_batch}"`
	Labels  labelsCommand    `cmd:"" help:"${help_labels}"`
	Card    cardCommand      `cmd:"" help:"${help_card}"`
	Answers answersCommand   `cmd:"" help:"${help_answers}"`
	Talk    talkCommand      `cmd:"" help:"${help_talk}"`
	Texts   textsCommand     `cmd:"" help:"${help_texts}"`
	Papers  papersCommand    `cmd:"" help:"${help_papers}"`
	Sheet   sheetCommand     `cmd:"" help:"${help_sheet}"`
	Month   monthCommand     `cmd:"" help:"${help_month}"`
	StaffOf staffCommand     `cmd:"" help:"${help_staff_all}" name:"staff"`
	Backup  backupCommand    `cmd:"" help:"${help_backup}"`
	Restore restoreCommand   `cmd:"" help:"${help_restore}"`
	Doctor  doctorCommand    `cmd:"" help:"${help_doctor}"`
}

// roomy is how much the memory in use may grow, in percent, before it is cleared up. Most commands are over before:
// they read the words and the scripts, answer and end, a third sooner than with the usual 100.
const roomy = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(roomy)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run carries out one command line and gives its exit code.
func run(ctx context.Context, args []string, out, problems io.Writer) int {
	tongues := tongue.New(languageOf(args))
	tongues.In(time.Local)
	words, err := tongues.Words(tongues.Start())
	if err != nil {
		return ended(problems, exitRefused, err.Error())
	}
	var c commands
	parser, err := kong.New(&c, kong.Name("bienvenuectl"), kong.Description(words.T("ctl.description")),
		helpVariables(words), textVariables(words), diaryVariables(words), batchVariables(words), paperVariables(words), kong.Help(helpPrinter(words)), kong.Writers(out, problems),
		kong.Exit(func(int) { panic(helpShown{}) }))
	if err != nil {
		return ended(problems, exitUsage, err.Error())
	}
	parsed, shown, err := parse(parser, args)
	switch {
	case shown:
		return exitDone
	case err != nil:
		return ended(problems, exitUsage, words.T("ctl.usage", i18n.Args{"Detail": err.Error()}))
	}
	d := &desk{ctx: ctx, commands: &c, tongues: tongues, words: words, out: out, problems: problems}
	err = parsed.Run(d)
	err = errors.Join(err, d.close())
	if err == nil {
		d.made()
		err = d.untold
	}
	if err != nil {
		d.explain(err)
		return exitRefused
	}
	return exitDone
}

// ended says why the program ends before its work, and with which code.
func ended(problems io.Writer, code int, why string) int {
	if _, err := io.WriteString(problems, why+"\n"); err != nil {
		return exitRefused
	}
	return code
}

// helpShown ends the parser once it has printed a help text.
type helpShown struct{}

func parse(parser *kong.Kong, args []string) (parsed *kong.Context, shown bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(helpShown); !ok {
				panic(r)
			}
			shown = true
		}
	}()
	parsed, err = parser.Parse(args)
	return parsed, false, err
}

// explain tells a person why a command was refused; what has no words of its own is told in full,
// since whoever uses a terminal can make something of it.
func (d *desk) explain(err error) {
	if errors.Is(err, context.Canceled) {
		d.warn(d.words.T("ctl.cancelled"))
		return
	}
	why := d.words.Error(err)
	d.warn(why)
	for _, f := range script.Found(err) {
		if text := d.words.Error(f); text != why {
			d.warn(text)
		}
	}
	if !i18n.Speakable(err) {
		slog.New(slog.NewTextHandler(d.problems, nil)).Error("refused", "cause", err)
	}
}
