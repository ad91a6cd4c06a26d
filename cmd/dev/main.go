// Command dev holds the developer's tasks: it installs what is missing, then
// runs the program on invented data, runs every check, plays the tour of the
// screens or measures what must be fast.
//
// It knows nothing of the product's own packages and needs no C compiler, so
// that it starts on a machine with Go and nothing else.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

// options are what the command line asks of a task.
type options struct {
	yes      bool   // install without asking
	fix      bool   // lint: put right what can be put right
	fresh    bool   // run: make the demo archive anew
	short    bool   // tour: two views instead of six
	chapter  string // tour: one chapter only, by its name
	only     string // tour: views whose name contains this
	language string // run, tour: fr or en
	filter   string // bench: only the benchmarks that match
}

// task is one word of the command line.
type task struct {
	name  string
	about string
	needs []need       // system packages that it cannot do without
	can   func() error // says why the task is in vain here, before anything is installed
	do    func(context.Context, options) error
}

func tasks() []task {
	anywhere := func() error { return nil }
	return []task{
		{"run", "open the window on a demo archive", []need{toBuild}, canOpen, run},
		{"test", "run every check: format, lint, tests, tour", []need{toBuild, toTest, toShow}, anywhere, test},
		{"lint", "check format and style only [--fix]", []need{toBuild}, anywhere, lint},
		{"tour", "leave a picture of every screen under build/tour [--short] [--only VIEW] [--chapter LOGIN]", []need{toBuild, toShow}, canShow, tour},
		{"bench", "measure what must be fast, and print it beside its limit [--only NAME]", []need{toBuild, toTest, toShow}, anywhere, bench},
	}
}

// errUsage means that the command line was not understood; the exit code is 2.
var errUsage = errors.New("usage")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := dev(ctx, os.Args[1:])
	stop()
	switch {
	case err == nil:
	case errors.Is(err, errUsage):
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
}

// dev finds the task, goes to the module's root, installs and does it.
func dev(ctx context.Context, args []string) error {
	if len(args) == 0 {
		fmt.Fprint(os.Stderr, usage())
		return errUsage
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		fmt.Print(usage())
		return nil
	}
	for _, t := range tasks() {
		if t.name != args[0] {
			continue
		}
		opts, err := parse(t.name, args[1:])
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		if err != nil {
			return errUsage
		}
		if err := t.can(); err != nil {
			return err
		}
		if err := goToRoot(); err != nil {
			return err
		}
		if err := install(ctx, opts, t.needs); err != nil {
			return err
		}
		return t.do(ctx, opts)
	}
	fmt.Fprintf(os.Stderr, "dev: there is no task %q\n\n%s", args[0], usage())
	return errUsage
}

func parse(name string, args []string) (options, error) {
	var o options
	set := flag.NewFlagSet("dev "+name, flag.ContinueOnError)
	set.BoolVar(&o.yes, "yes", false, "install what is missing without asking")
	switch name {
	case "run":
		set.BoolVar(&o.fresh, "fresh", false, "make the demo archive anew")
		set.StringVar(&o.language, "language", "fr", "fr or en")
	case "lint":
		set.BoolVar(&o.fix, "fix", false, "put right what can be put right")
	case "tour":
		set.BoolVar(&o.short, "short", false, "two views instead of six")
		set.StringVar(&o.chapter, "chapter", "", "only the chapter of this login, such as nadege; first for the new archive")
		set.StringVar(&o.only, "only", "", "only the views whose name contains this, such as 800x1280 or dark")
		set.StringVar(&o.language, "language", "fr", "fr or en")
	case "bench":
		set.StringVar(&o.filter, "only", ".", "only the benchmarks that match this expression")
	}
	if err := set.Parse(args); err != nil {
		return o, fmt.Errorf("read the command line: %w", err)
	}
	if set.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "dev %s: what is %q?\n", name, strings.Join(set.Args(), " "))
		return o, errUsage
	}
	return o, nil
}

// usage lists the tasks.
func usage() string {
	var b strings.Builder
	b.WriteString("go run ./cmd/dev TASK [--yes]\n\n")
	for _, t := range tasks() {
		fmt.Fprintf(&b, "  %-6s %s\n", t.name, t.about)
	}
	b.WriteString("\nMissing system packages are installed first, after asking; --yes or CI=true does not ask.\n")
	return b.String()
}

// goToRoot changes to the folder that holds go.mod.
func goToRoot() error {
	dir, err := os.Getwd()
	if err != nil {
		return fmt.Errorf("find the working folder: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return os.Chdir(dir)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return errors.New("no go.mod here or above: start this inside the checkout")
		}
		dir = parent
	}
}
