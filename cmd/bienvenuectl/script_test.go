package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// TestTheTerminalDoesADaysWork plays the scripts of testdata/script.
func TestTheTerminalDoesADaysWork(t *testing.T) {
	program := built(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", program+string(os.PathListSeparator)+env.Getenv("PATH"))
			return furnish(env)
		},
		Condition: func(name string) (bool, error) {
			tool, found := strings.CutPrefix(name, "small-disk")
			if !found || tool != "" {
				return false, fmt.Errorf("unknown condition %s", name)
			}
			return maySmallDisk(), nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"field": field, "store": store, "small-disk": smallDisk, "sql": sql, "occupy": occupy, "reference": reference,
		},
	})
}

// furnish gives a script its files, days and a home of its own.
func furnish(env *testscript.Env) error {
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		return err
	}
	now := time.Now().In(zone)
	today := coop.DayOf(now)
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("XDG_DATA_HOME", "")
	env.Setenv("XDG_STATE_HOME", "")
	env.Setenv("TZ", "Europe/Paris")
	env.Setenv("SAMPLES", filepath.Join(here, "..", "..", "app", "exchange", "testdata"))
	env.Setenv("PLAYS", filepath.Join(here, "testdata", "plays"))
	env.Setenv("TODAY", string(today))
	env.Setenv("MONTH", string(today.Month()))
	env.Setenv("NEXTWEEK", string(today.Monday().Add(15))) // a Tuesday
	env.Setenv("WEEKAFTER", string(today.Monday().Add(23)))
	env.Setenv("SUNDAY", string(today.Monday().Add(20)))
	later := today.Monday().Add(29) // a Tuesday on which the coop works
	for calendar := diary.NewCalendar(coop.Mainland, false); calendar.Holiday(later); {
		later = later.Add(7)
	}
	env.Setenv("LATER", string(later))
	env.Setenv("LATERDATE", strings.ReplaceAll(string(later), "-", "")) // as calendar files have it
	env.Setenv("LATERMONTH", string(later.Month()))
	return os.WriteFile(filepath.Join(env.WorkDir, "entered.csv"), entered(today), 0o600)
}

// entered is an ERP's file of three households that moved in some weeks ago.
func entered(today coop.Day) []byte {
	const ago = 45
	var text strings.Builder
	text.WriteString("N° bail;Nom locataire;Prénom;Date entrée;Programme;Résidence;Adresse;Porte;CP;Ville;Produit;Mobile\r\n")
	for i, name := range []string{"Benali", "Lefèvre", "Diallo"} {
		year, month, day := today.Add(i - ago).Date()
		fmt.Fprintf(&text, "X%d;%s;Camille;%02d/%02d/%d;MOU01;Les Bords;2 quai des Saules;%d;03000;Moulins;Locatif;063998110%d\r\n", i+1, name, day, month, year, i+1, i)
	}
	return []byte(text.String())
}

// look follows a path of names and numbers, joined by dots, through JSON; # is how many there are.
func look(ts *testscript.TestScript, file, path string) string {
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(file)), &value))
	if path == "." {
		path = ""
	}
	for _, name := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' }) {
		switch v := value.(type) {
		case map[string]any:
			next, ok := v[name]
			if !ok {
				ts.Fatalf("%s: no %q", path, name)
			}
			value = next
		case []any:
			if name == "#" {
				return strconv.Itoa(len(v))
			}
			n, err := strconv.Atoi(name)
			if err != nil || n >= len(v) {
				ts.Fatalf("%s: no %q among %d", path, name, len(v))
			}
			value = v[n]
		default:
			ts.Fatalf("%s: %q of a plain value", path, name)
		}
	}
	if f, ok := value.(float64); ok {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}

// reference NAME FILE keeps the reference of a questionnaire that a text bears.
func reference(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: reference NAME FILE")
	}
	found := regexp.MustCompile(`\b[2-9C-Y]{4}-[2-9C-Y]{4}\b`).FindString(ts.ReadFile(args[1]))
	if _, err := coop.ReadReference(found); err != nil {
		ts.Fatalf("%q: %v", found, err)
	}
	ts.Setenv(args[0], found)
}

// field FILE PATH VALUE checks a value of JSON; a value may be a sum, « 3+1 ».
func field(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: field FILE PATH VALUE")
	}
	want := args[2]
	if a, b, sum := strings.Cut(want, "+"); sum {
		x, errX := strconv.Atoi(a)
		y, errY := strconv.Atoi(b)
		ts.Check(errors.Join(errX, errY))
		want = strconv.Itoa(x + y)
	}
	if got := look(ts, args[0], args[1]); (got == want) == neg {
		ts.Fatalf("%s is %s, want %s", args[1], got, want)
	}
}

// store NAME FILE PATH keeps a value of JSON under a name.
func store(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: store NAME FILE PATH")
	}
	ts.Setenv(args[0], look(ts, args[1], args[2]))
}

// maySmallDisk says whether this computer lets a test make a small disk.
var maySmallDisk = sync.OnceValue(func() bool {
	folder, err := os.MkdirTemp("", "bienvenue-")
	if err != nil {
		return false
	}
	defer os.Remove(folder)
	return mount(folder, "64") == nil && exec.Command("umount", folder).Run() == nil
})

func mount(folder, kilobytes string) error {
	return exec.Command("mount", "-t", "tmpfs", "-o", "size="+kilobytes+"k", "tmpfs", folder).Run()
}

// smallDisk FOLDER KILOBYTES makes a folder that is a small disk of its own.
func smallDisk(ts *testscript.TestScript, _ bool, args []string) {
	folder := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(folder, 0o700))
	ts.Check(mount(folder, args[1]))
	ts.Defer(func() { ts.Check(exec.Command("umount", folder).Run()) })
}
