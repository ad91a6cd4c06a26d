// Package feed writes the visits of officers as calendar files, for the window and for the terminal,
// and keeps a folder of them up to date: the office calendar of each officer reads its own file there.
package feed

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode"

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
	"bienvenue/app/i18n"
	"bienvenue/app/settings"
)

// Office is what the files are made from.
type Office interface {
	Settings(ctx context.Context) (settings.Settings, error)
	Officers(ctx context.Context) ([]coop.Staff, error)
	CalendarStops(ctx context.Context, officer coop.StaffID, from, to coop.Day) ([]coop.Stop, error)
	Today() coop.Day
	Zone() *time.Location
}

// Books makes calendars of the visits in an office.
type Books struct {
	Office Office
	Words  func(language string) (*i18n.Words, error)
	Now    func() time.Time
}

// The days that a kept file reaches, from today.
const (
	daysBack  = 62
	daysAhead = 400
)

// Calendar is a calendar of some visits of one officer, as that officer wishes it.
func (b Books) Calendar(s settings.Settings, officer coop.Staff, stops []coop.Stop, words *i18n.Words) ([]byte, error) {
	return b.written(s, officer, stops, words, false)
}

func (b Books) written(s settings.Settings, officer coop.Staff, stops []coop.Stop, words *i18n.Words, kept bool) ([]byte, error) {
	var text bytes.Buffer
	err := exchange.WriteCalendar(&text, exchange.Calendar{
		Name: words.T("calendar.name", i18n.Args{"Name": officer.Name}), Zone: b.Office.Zone(), Stamp: b.Now(),
		Named: officer.Named, Alarm: s.Alarm, Feed: kept, Stops: stops,
	}, words)
	return text.Bytes(), err
}

// Book is the file of an officer in a folder, with what it holds.
type Book struct {
	Officer coop.Staff
	Path    string
	Stops   []coop.Stop
}

// Keep writes the file of each officer that wanted asks for (nil for all) in a folder that exists.
// A file that would say the same stays as it is. One that cannot be written does not keep the
// others from being written.
func (b Books) Keep(ctx context.Context, folder string, wanted func(coop.StaffID) bool) ([]Book, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("keep calendars: %w", errors.Join(err, coop.Refuse("calendar.refused.folder", map[string]any{"Path": folder})))
	}
	s, err := b.Office.Settings(ctx)
	if err != nil {
		return nil, err
	}
	officers, err := b.Office.Officers(ctx)
	if err != nil {
		return nil, err
	}
	words, err := b.Words(s.Language)
	if err != nil {
		return nil, err
	}
	today := b.Office.Today()
	var books []Book
	var errs []error
	for _, officer := range officers {
		if wanted != nil && !wanted(officer.ID) {
			continue
		}
		stops, err := b.Office.CalendarStops(ctx, officer.ID, today.Add(-daysBack), today.Add(daysAhead))
		if err != nil {
			return books, err
		}
		text, err := b.written(s, officer, stops, words, true)
		if err != nil {
			return books, err
		}
		book := Book{Officer: officer, Path: filepath.Join(folder, fileName(officer)), Stops: stops}
		if err := keepChanged(book.Path, text); err != nil {
			errs = append(errs, err)
			continue
		}
		books = append(books, book)
	}
	return books, errors.Join(errs...)
}

// fileName is what an officer's file is called: the login, as far as every system takes it for a name.
func fileName(officer coop.Staff) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.@+", r) {
			return r
		}
		return '_'
	}, strings.ToLower(officer.Login))
	return name + ".ics"
}

// stamps are the lines that say when a file was made.
var stamps = regexp.MustCompile(`(?m)^DTSTAMP:.*$`)

// keepChanged writes a calendar unless the file says the same already, whenever it was made.
func keepChanged(path string, text []byte) error {
	before, err := os.ReadFile(path)
	if err == nil && bytes.Equal(stamps.ReplaceAll(before, nil), stamps.ReplaceAll(text, nil)) {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("keep a calendar: %w", err)
	}
	return Write(path, text)
}

// Write writes a file whole or not at all, in place of the one that was there. Other programs on
// the computer may be another person's: only its owner may read a new one.
func Write(path string, text []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".bienvenue-*")
	if err != nil {
		return fmt.Errorf("write a file: %w", err)
	}
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm() // somebody may have opened it to the calendar's program
	}
	_, err = file.Write(text)
	err = errors.Join(err, file.Chmod(mode), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write a file: %w", errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}
