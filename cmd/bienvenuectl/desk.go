package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/place"
	"bienvenue/cmd/bienvenue/tongue"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// desk is what every command works with: the archive, the office, the words, the outputs.
type desk struct {
	*commands
	ctx      context.Context
	tongues  *tongue.Tongues
	words    *i18n.Words
	out      io.Writer
	problems io.Writer
	archive  *sqlite.Archive
	office   *office.Office
	zone     *time.Location
	untold   error  // why an answer could not be written
	created  string // path of the archive that this command made, "" when it was there
	filled   bool   // the archive that this command made holds what it was made for
	scratch  string // folder that goes when the command ends, "" for none
}

// address is the archive that the command line names, else the usual one of whoever is logged in.
func (d *desk) address() (string, error) {
	if d.Archive != "" {
		return d.Archive, nil
	}
	folders, err := place.Here()
	if err != nil {
		return "", coop.Refuse("ctl.refused.archive", nil)
	}
	return folders.Archive(), nil
}

// path is the file of the archive, from the root.
func (d *desk) path() (string, error) {
	address, err := d.address()
	if err != nil {
		return "", err
	}
	path, err := data.PathOf(address)
	return whole(path), err
}

// open opens the archive and the office over it; create makes a new archive where there is none, and
// the usual archive's folder with it.
func (d *desk) open(create bool) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); create && errors.Is(err, fs.ErrNotExist) {
		if d.Archive == "" {
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				return coop.Refuse("archive.refused.folder", map[string]any{"Path": path})
			}
		}
		d.created = path
	}
	return d.openWith(data.Options{Create: create, Now: time.Now})
}

// openWith opens the archive and the office over it. What the archive has to say to a log comes out
// as the refusal that it ends with.
func (d *desk) openWith(o data.Options) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	o.Log = slog.New(slog.DiscardHandler)
	if d.archive, err = data.Open(d.ctx, path, o); err != nil {
		return err
	}
	table, err := d.archive.Settings(d.ctx)
	if err != nil {
		return err
	}
	return d.settle(table)
}

// newOffice makes the office over an archive, with this computer's clock.
func newOffice(archive *sqlite.Archive, tongues *tongue.Tongues, zone *time.Location) *office.Office {
	return office.New(office.Params{Store: archive, Now: time.Now, NewID: newID, Zone: zone, Texts: tongues, Papers: assets.Papers()})
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// close ends the work on the archive. One that a command made and could not fill does not stay.
func (d *desk) close() error {
	var errs []error
	if d.archive != nil {
		errs = append(errs, d.archive.Close())
	}
	if d.created != "" && !d.filled {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(d.created + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				errs = append(errs, err)
			}
		}
	}
	if d.scratch != "" {
		errs = append(errs, os.RemoveAll(d.scratch))
	}
	return errors.Join(errs...)
}

// made tells where a new archive lies.
func (d *desk) made() {
	if d.created != "" && d.filled {
		d.warn(d.words.T("ctl.archive.created", i18n.Args{"Path": d.created}))
	}
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

// print gives the JSON of a value, or what people gives when no JSON was asked for. A time that
// never came is null.
func (d *desk) print(value any, people func()) error {
	if !d.JSON {
		people()
		return nil
	}
	text, err := encoded(value)
	if err != nil {
		return err
	}
	if _, err := d.out.Write(text); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// encoded is a value in JSON, for people who read it too.
func encoded(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, fmt.Errorf("print: %w", err)
	}
	return bytes.ReplaceAll(text.Bytes(), []byte(`"0001-01-01T00:00:00Z"`), []byte("null")), nil
}

func (d *desk) say(text string) { d.tell(d.out, text+"\n") }

func (d *desk) warn(text string) { d.tell(d.problems, text+"\n") }

// tell writes a text; a command whose answer could not be written has failed.
func (d *desk) tell(to io.Writer, text string) {
	if _, err := io.WriteString(to, text); err != nil && d.untold == nil {
		d.untold = fmt.Errorf("answer: %w", err)
	}
}

// whole is a path without its « . » and « .. », for sentences.
func whole(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
