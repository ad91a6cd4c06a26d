// Package office holds the use cases of Bienvenue: one method for each thing that a person can
// do. A method is told who acts, checks the rules, and keeps the change and its journal in one go.
//
// It knows no database (it declares the stores it needs), no screen, no file and no clock of its own.
package office

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"bienvenue/app/coop"
)

// Params is what an Office is made of.
type Params struct {
	Store  Store
	Now    func() time.Time  // the clock
	NewID  func() string     // makes UUIDv7 texts
	Zone   *time.Location    // the coop's zone
	Texts  Texts             // the scripts that the program ships
	Papers map[string][]byte // the templates of papers that the program ships, by file name
	Random io.Reader         // what references are made of; nil for the system's chance
}

// Office carries out what people do at the coop. It may be used by several goroutines at once.
type Office struct {
	store  Store
	now    func() time.Time
	newID  func() string
	zone   *time.Location
	texts  Texts
	papers map[string][]byte
	random io.Reader

	scripts shelf
	binder  binder
}

// New makes an Office.
func New(p Params) *Office {
	if p.Random == nil {
		p.Random = rand.Reader
	}
	return &Office{store: p.Store, now: p.Now, newID: p.NewID, zone: p.Zone, texts: p.Texts, papers: p.Papers, random: p.Random}
}

// Today is the coop's day now.
func (o *Office) Today() coop.Day { return coop.DayOf(o.now().In(o.zone)) }

// Zone is the coop's zone.
func (o *Office) Zone() *time.Location { return o.zone }

// entry makes a journal row for an act; payload is any value that marshals to a JSON object, nil for none.
func (o *Office) entry(by coop.Actor, act coop.Act, on coop.Subject, id string, h coop.HouseholdID, payload any) (coop.Entry, error) {
	raw := json.RawMessage(`{}`)
	if payload != nil {
		var err error
		if raw, err = json.Marshal(payload); err != nil {
			return coop.Entry{}, fmt.Errorf("journal %s: %w", act, err)
		}
	}
	return coop.Entry{
		ID: coop.EntryID(o.newID()), At: o.now().UTC(), Staff: by.Staff.ID, Device: by.Device,
		Subject: on, SubjectID: id, Household: h, Act: act, Payload: raw,
	}, nil
}

// Texts gives the scripts that the program ships, and their texts in other languages.
type Texts interface {
	// Scripts lists the files' names and sources.
	Scripts() ([]ScriptFile, error)
	// Speech is how a language writes what a script names; *i18n.Words is one.
	Speech(language string) Speech
}

// Speech writes facts of the coop as one language says them.
type Speech interface {
	Money(cents int) string
	MonthName(month int) string
	Phone(number string) string
	DayLong(day coop.Day) string
	// Example is an invented fact of a home or of somebody at the coop, by the field that names it.
	Example(field string) string
}

// ScriptFile is a shipped script file.
type ScriptFile struct {
	Name   string
	Source []byte
}

// keep writes a change of one act.
func (o *Office) keep(ctx context.Context, what string, c coop.Change) error {
	if err := o.store.Keep(ctx, c); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
