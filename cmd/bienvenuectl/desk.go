package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/assets"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// desk is what every command works with: the archive, the office, the words, the outputs.
type desk struct {
	*commands
	ctx      context.Context
	catalog  *i18n.Catalog
	words    *i18n.Words
	out      io.Writer
	problems io.Writer
	archive  *sqlite.Archive
	office   *office.Office
	zone     *time.Location
}

// address is the archive that the command line names.
func (d *desk) address() (string, error) {
	if d.Archive == "" {
		return "", coop.Refuse("ctl.refused.archive", nil)
	}
	return d.Archive, nil
}

// open opens the archive and the office over it; create makes a new archive where there is none.
func (d *desk) open(create bool) error {
	address, err := d.address()
	if err != nil {
		return err
	}
	if _, err := os.Stat(address); create && errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(d.problems, d.words.T("ctl.archive.created", i18n.Args{"Path": address}))
	}
	if d.archive, err = data.Open(d.ctx, address, data.Options{Create: create, Now: time.Now}); err != nil {
		return err
	}
	table, err := d.archive.Settings(d.ctx)
	if err != nil {
		return err
	}
	return d.settle(table)
}

// texts gives the scripts that the program ships, and how their languages say things.
type texts struct {
	catalog *i18n.Catalog
	zone    *time.Location
}

// Speech is how a script's language says sums, months and phones.
func (t texts) Speech(language string) office.Speech { return t.catalog.Words(language, t.zone) }

func (texts) Scripts() ([]office.ScriptFile, error) {
	entries, err := fs.ReadDir(assets.Scripts, "scripts")
	if err != nil {
		return nil, fmt.Errorf("list scripts: %w", err)
	}
	files := make([]office.ScriptFile, 0, len(entries))
	for _, e := range entries {
		source, err := fs.ReadFile(assets.Scripts, "scripts/"+e.Name())
		if err != nil {
			return nil, fmt.Errorf("read script: %w", err)
		}
		files = append(files, office.ScriptFile{Name: e.Name(), Source: source})
	}
	return files, nil
}

// newOffice makes the office over an archive, with this computer's clock.
func newOffice(archive *sqlite.Archive, catalog *i18n.Catalog, zone *time.Location) *office.Office {
	return office.New(office.Params{Store: archive, Now: time.Now, NewID: newID, Zone: zone, Texts: texts{catalog, zone}})
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

func (d *desk) close() error {
	if d.archive == nil {
		return nil
	}
	return d.archive.Close()
}

// actor is who acts: the login on the command line, else the terminal itself.
func (d *desk) actor() (coop.Actor, error) {
	host, err := os.Hostname()
	if err != nil {
		host = "terminal"
	}
	actor := coop.Actor{Device: host}
	if d.Staff == "" {
		return actor, nil
	}
	actor.Staff, err = d.office.FindStaff(d.ctx, d.Staff)
	return actor, err
}

// begin opens an existing archive and finds who acts: what nearly every command starts with.
func (d *desk) begin() (coop.Actor, error) {
	if err := d.open(false); err != nil {
		return coop.Actor{}, err
	}
	return d.actor()
}

// print gives the JSON of a value, or what people gives when no JSON was asked for.
func (d *desk) print(value any, people func()) error {
	if !d.JSON {
		people()
		return nil
	}
	encoder := json.NewEncoder(d.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

func (d *desk) say(text string) { fmt.Fprintln(d.out, text) }

func (d *desk) warn(text string) { fmt.Fprintln(d.problems, text) }

// whole is a path without its « . » and « .. », for sentences.
func whole(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
