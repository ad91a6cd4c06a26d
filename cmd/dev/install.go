package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// install brings in the system packages that the needs name and the machine
// lacks. It asks first, unless the command line or CI has answered.
func install(ctx context.Context, o options, needs []need) error {
	m, ok := findManager()
	if !ok {
		return checkCompiler()
	}
	missing := missingPackages(ctx, m, needs)
	if len(missing) == 0 {
		return checkCompiler()
	}
	commands := installCommands(m, missing)
	say("Missing system packages: %s", strings.Join(missing, " "))
	if !agreed(o, os.Stdin, os.Stdout) {
		return fmt.Errorf("nothing was installed. Add --yes, or run:\n  %s", written(commands))
	}
	for i, c := range commands {
		say("$ %s", strings.Join(c, " "))
		err := shell(ctx, c[0], c[1:]...)
		if err != nil && i == len(commands)-1 { // a stale list may still be enough
			return fmt.Errorf("install the system packages: %w", err)
		}
	}
	if still := missingPackages(ctx, m, needs); len(still) > 0 {
		return fmt.Errorf("still missing after the installation: %s", strings.Join(still, " "))
	}
	return checkCompiler()
}

func findManager() (manager, bool) {
	if runtime.GOOS == "windows" {
		return manager{}, false
	}
	for _, m := range managers() {
		if _, err := exec.LookPath(m.name); err == nil {
			return m, true
		}
	}
	return manager{}, false
}

// checkCompiler says in one sentence what a build would say in fifty lines.
func checkCompiler() error {
	names := []string{"gcc", "clang", "cc"}
	if cc := os.Getenv("CC"); cc != "" {
		names = []string{strings.Fields(cc)[0]}
	}
	for _, name := range names {
		if _, err := exec.LookPath(name); err == nil {
			return nil
		}
	}
	if runtime.GOOS == "darwin" {
		return errors.New("no C compiler: run xcode-select --install")
	}
	return errors.New("no C compiler, and no apt, dnf, pacman or brew to install one: install gcc (MinGW on Windows) and the headers that https://docs.fyne.io/started lists")
}

// missingPackages asks the system for each package, in the order of the lists.
func missingPackages(ctx context.Context, m manager, needs []need) []string {
	var missing []string
	for _, n := range needs {
		for _, p := range m.packages[n] {
			query := m.present(p)
			text, err := output(ctx, query[0], query[1:]...)
			// dpkg-query also succeeds for a removed package whose settings stayed.
			if err != nil || (m.name == "apt-get" && text != "installed") {
				missing = append(missing, p)
			}
		}
	}
	return missing
}

// installCommands are the commands in order, through sudo where root is needed
// and we are not.
func installCommands(m manager, packages []string) [][]string {
	var commands [][]string
	if m.refresh != nil {
		commands = append(commands, m.refresh)
	}
	commands = append(commands, append(append([]string{}, m.install...), packages...))
	if m.asRoot && os.Geteuid() != 0 {
		for i := range commands {
			commands[i] = append([]string{"sudo"}, commands[i]...)
		}
	}
	return commands
}

func written(commands [][]string) string {
	lines := make([]string, len(commands))
	for i, c := range commands {
		lines[i] = strings.Join(c, " ")
	}
	return strings.Join(lines, " && ")
}

// agreed reports whether we may install: --yes and CI=true say so beforehand,
// a person at the keyboard is asked, and silence means no.
func agreed(o options, in io.Reader, out io.Writer) bool {
	if o.yes || os.Getenv("CI") == "true" {
		return true
	}
	if _, err := io.WriteString(out, "Install them now? [y/N] "); err != nil {
		return false
	}
	answer, err := bufio.NewReader(in).ReadString('\n')
	if err != nil { // no keyboard
		return false
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "o", "oui":
		return true
	}
	return false
}
