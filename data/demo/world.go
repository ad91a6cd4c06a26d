package demo

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/uuid"

	"bienvenue/app/coop"
)

// World is what the invented coop is made of: its facts, names, places and sentences.
type World struct {
	Coop       coop.Coop                    `yaml:"-"`
	Staff      []coop.Staff                 `yaml:"-"`
	Residences []WorldResidence             `yaml:"-"`
	First      map[string][]string          `yaml:"first"` // by civility
	Last       []string                     `yaml:"last"`
	Long       coop.Cooperator              `yaml:"-"` // a name that tries every layout
	Wishes     []string                     `yaml:"wishes"`
	Cancels    []string                     `yaml:"cancels"` // why visits are cancelled
	Promises   map[coop.MotiveCode][]string `yaml:"promises"`
	Events     []WorldEvent                 `yaml:"-"`

	Corrections []string         `yaml:"corrections"` // why talks are corrected
	Rehearsals  []WorldRehearsal `yaml:"-"`
	Diary       WorldDiary       `yaml:"-"`
}

// WorldResidence is a residence and what is lived in there.
type WorldResidence struct {
	coop.Residence
	Products []coop.Product `json:"products"`
	Houses   bool           `json:"houses"`
}

// WorldEvent is an event so many months ahead.
type WorldEvent struct {
	coop.Event
	Months int `json:"months"`
}

// WorldRehearsal is a rehearsal so many days ago.
type WorldRehearsal struct {
	coop.Rehearsal
	Login string `json:"login"`
	Days  int    `json:"days"`
	Hour  int    `json:"hour"`
}

// ReadWorld reads a world from its YAML file.
func ReadWorld(source []byte) (World, error) {
	var w World
	if err := yaml.Unmarshal(source, &w); err != nil {
		return World{}, fmt.Errorf("read the demonstration's names: %w", err)
	}
	// The rest bears the JSON names that the coop's own types have.
	asJSON, err := yaml.YAMLToJSON(source)
	if err != nil {
		return World{}, fmt.Errorf("read the demonstration's facts: %w", err)
	}
	rest := struct {
		Coop       *coop.Coop        `json:"coop"`
		Staff      *[]coop.Staff     `json:"staff"`
		Residences *[]WorldResidence `json:"residences"`
		Long       *coop.Cooperator  `json:"long"`
		Events     *[]WorldEvent     `json:"events"`
		Rehearsals *[]WorldRehearsal `json:"rehearsals"`
		Diary      *WorldDiary       `json:"diary"`
	}{&w.Coop, &w.Staff, &w.Residences, &w.Long, &w.Events, &w.Rehearsals, &w.Diary}
	if err := json.Unmarshal(asJSON, &rest); err != nil {
		return World{}, fmt.Errorf("read the demonstration's facts: %w", err)
	}
	return w, nil
}

// id makes a UUIDv7 text for an instant out of the given chance, so that a seed always makes the same.
func (b *builder) id(rng *rand.Rand, at time.Time) string {
	var u uuid.UUID
	binary.BigEndian.PutUint64(u[:8], uint64(at.UnixMilli())<<16|uint64(rng.Uint32()&0xffff))
	binary.BigEndian.PutUint64(u[8:], rng.Uint64())
	u[6] = 0x70 | u[6]&0x0f
	u[8] = 0x80 | u[8]&0x3f
	return u.String()
}

func (b *builder) entry(rng *rand.Rand, at time.Time, by coop.Staff, act coop.Act, on coop.Subject, id string, h coop.HouseholdID, payload any) coop.Entry {
	raw := json.RawMessage(`{}`)
	if payload != nil {
		if text, err := json.Marshal(payload); err == nil {
			raw = text
		}
	}
	return coop.Entry{
		ID: coop.EntryID(b.id(rng, at)), At: at, Staff: by.ID, Device: "demo",
		Subject: on, SubjectID: id, Household: h, Act: act, Payload: raw,
	}
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// weighted picks an index with the given weights.
func weighted(rng *rand.Rand, weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := rng.IntN(sum)
	for i, w := range weights {
		if n < w {
			return i
		}
		n -= w
	}
	return len(weights) - 1
}

// chance is true so many times in a hundred.
func chance(rng *rand.Rand, percent int) bool { return rng.IntN(100) < percent }
