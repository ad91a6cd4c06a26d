// Package settings gives names, kinds, defaults and limits to what a coop sets once: its facts,
// the language and look of the window, the rules of visits and talks. It is handed a table of
// texts and gives back typed values; where the table lies is not its concern.
package settings

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bienvenue/app/coop"
)

// Theme is how the window is lit.
type Theme string

// The themes. System follows the computer's own choice.
const (
	ThemeSystem Theme = "system"
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Themes lists the themes in the order they are offered.
func Themes() []Theme { return []Theme{ThemeSystem, ThemeLight, ThemeDark} }

// Settings are all settings with their values.
type Settings struct {
	Coop     coop.Coop
	Logo     []byte // the coop's, a PNG, nil for none
	Language string // of the window, « fr »
	Theme    Theme
	Scale    int    // of the text, percent, 80..200
	Accent   string // the coop's colour, « #0B5C63 »
	Zone     string // the coop's time zone, « Europe/Paris »
	Rules    coop.VisitRules
	Counter  int // minutes of a talk at the counter, 3..60
	Target   int // visits a month an officer aims at unless their own target says otherwise, 1..200

	SheetCodes []coop.CodeKind // what the codes of the welcome sheet lead to, three at most

	MapLink string // leads to the map of {address}
	Feed    string // folder in which the office calendar's files are kept up to date, "" for none
	Alarm   int    // minutes before a visit at which the office calendar rings, 0 for never, 0..1440
}

// MapLinks lists the usual links to a map, the default one first: a page that any phone opens, and
// the address handed to the phone's own map.
func MapLinks() []string {
	return []string{"https://www.openstreetmap.org/search?query={address}", "geo:0,0?q={address}"}
}

// Defaults are the settings of a coop that has set nothing.
func Defaults() Settings {
	return Settings{
		Language: "fr", Theme: ThemeSystem, Scale: 100, Accent: "#0B5C63", Zone: "Europe/Paris",
		Coop:  coop.Coop{CulturePage: "www.hlm.coop/culturecoop"},
		Rules: usualRules(), Counter: 7, Target: 75, MapLink: MapLinks()[0], Alarm: 30,
		SheetCodes: []coop.CodeKind{coop.CodeArea, coop.CodeCulture, coop.CodeAgm},
	}
}

// field ties a key of the table to a place in Settings.
type field struct {
	key  string
	read func(s *Settings, text string) error
	text func(s Settings) string
}

func number(key string, low, high int, at func(*Settings) *int) field {
	return field{
		key: key,
		read: func(s *Settings, text string) error {
			n, err := strconv.Atoi(text)
			if err != nil || n < low || n > high {
				return coop.Refuse("settings.refused.number", map[string]any{"Value": text, "Low": low, "High": high})
			}
			*at(s) = n
			return nil
		},
		text: func(s Settings) string { return strconv.Itoa(*at(&s)) },
	}
}

func word(key string, fits func(string) bool, at func(*Settings) *string) field {
	return field{
		key: key,
		read: func(s *Settings, text string) error {
			if !fits(text) {
				return coop.Refuse("settings.refused.word", map[string]any{"Value": text})
			}
			*at(s) = text
			return nil
		},
		text: func(s Settings) string { return *at(&s) },
	}
}

// mostLogo bounds a logo, in bytes: every sheet carries it.
const mostLogo = 200_000

// pngSign is how a PNG begins.
var pngSign = []byte("\x89PNG\r\n\x1a\n")

// fields lists every setting once.
var fields = []field{
	{
		key: "coop",
		read: func(s *Settings, text string) error {
			c := s.Coop
			if err := json.Unmarshal([]byte(text), &c); err != nil {
				return fmt.Errorf("read the coop's facts: %w", err)
			}
			s.Coop = c
			return nil
		},
		text: func(s Settings) string {
			b, err := json.Marshal(s.Coop)
			if err != nil {
				return "{}"
			}
			return string(b)
		},
	},
	{
		key: "logo",
		read: func(s *Settings, text string) error {
			logo, err := base64.StdEncoding.DecodeString(text)
			if err != nil || len(logo) > mostLogo || (len(logo) > 0 && !bytes.HasPrefix(logo, pngSign)) {
				return coop.Refuse("settings.refused.logo", nil)
			}
			if s.Logo = logo; len(logo) == 0 {
				s.Logo = nil
			}
			return nil
		},
		text: func(s Settings) string { return base64.StdEncoding.EncodeToString(s.Logo) },
	},
	word("language", func(t string) bool { return t == "fr" || t == "en" }, func(s *Settings) *string { return &s.Language }),
	word("theme", func(t string) bool { return Theme(t) == ThemeSystem || Theme(t) == ThemeLight || Theme(t) == ThemeDark },
		func(s *Settings) *string { return (*string)(&s.Theme) }),
	number("scale", 80, 200, func(s *Settings) *int { return &s.Scale }),
	word("accent", isColour, func(s *Settings) *string { return &s.Accent }),
	word("zone", isZone, func(s *Settings) *string { return &s.Zone }),
	number("window-from", 0, 365, func(s *Settings) *int { return &s.Rules.Window.From }),
	number("window-aim", 0, 365, func(s *Settings) *int { return &s.Rules.Window.Aim }),
	number("window-to", 1, 730, func(s *Settings) *int { return &s.Rules.Window.To }),
	number("backlog-months", 1, 24, func(s *Settings) *int { return &s.Rules.Backlog }),
	number("minutes-counter", 3, 60, func(s *Settings) *int { return &s.Counter }),
	object("visit-kinds", func(s *Settings) *[]coop.KindRule { return &s.Rules.Kinds }, checkKinds),
	object("week", func(s *Settings) *coop.Week { return &s.Rules.Week }, coop.Week.Check),
	number("visits-day", 1, 12, func(s *Settings) *int { return &s.Rules.PerDay }),
	number("visits-week", 1, 60, func(s *Settings) *int { return &s.Rules.PerWeek }),
	number("notice-post", 0, 60, func(s *Settings) *int { return &s.Rules.Post }),
	number("notice-days", 0, 60, func(s *Settings) *int { return &s.Rules.Notice }),
	number("notice-agreed", 0, 10, func(s *Settings) *int { return &s.Rules.Agreed }),
	number("remind-days", 1, 10, func(s *Settings) *int { return &s.Rules.Remind }),
	word("holiday-place", func(t string) bool { return slices.Contains(coop.HolidayPlaces(), coop.HolidayPlace(t)) },
		func(s *Settings) *string { return (*string)(&s.Rules.Place) }),
	object("whit-monday-worked", func(s *Settings) *bool { return &s.Rules.Whit }, nil),
	number("target-visits", 1, 200, func(s *Settings) *int { return &s.Target }),
	object("sheet-codes", func(s *Settings) *[]coop.CodeKind { return &s.SheetCodes }, checkCodes),
	word("map-link", func(t string) bool { return len(t) <= mostLink && strings.Contains(t, "{address}") },
		func(s *Settings) *string { return &s.MapLink }),
	word("calendar-folder", func(string) bool { return true }, func(s *Settings) *string { return &s.Feed }),
	number("calendar-alarm", 0, 24*60, func(s *Settings) *int { return &s.Alarm }),
}

// mostLink bounds a link, in bytes: it is printed as a code.
const mostLink = 200

// Read gives the settings of a table; what the table lacks, or holds beyond its limits, has its
// default, so that a damaged setting never keeps the desk from opening.
func Read(table map[string]string) Settings {
	s := Defaults()
	for _, f := range fields {
		if text, ok := table[f.key]; ok {
			kept := s
			if err := f.read(&s, text); err != nil {
				s = kept
			}
		}
	}
	return s
}

// Changes gives the rows of the table that differ between two settings, and refuses a value
// beyond its limits or a window whose days do not follow each other.
func Changes(from, to Settings) (map[string]string, error) {
	if w := to.Rules.Window; w.From > w.Aim || w.Aim > w.To {
		return nil, coop.Refuse("settings.refused.window", map[string]any{"From": w.From, "Aim": w.Aim, "To": w.To})
	}
	changed := map[string]string{}
	for _, f := range fields {
		text := f.text(to)
		if text == f.text(from) {
			continue
		}
		if err := f.read(&to, text); err != nil {
			return nil, err
		}
		changed[f.key] = text
	}
	return changed, nil
}

func isColour(text string) bool {
	if len(text) != len("#0B5C63") || text[0] != '#' {
		return false
	}
	_, err := strconv.ParseUint(text[1:], 16, 32)
	return err == nil
}

func isZone(text string) bool {
	_, err := time.LoadLocation(text)
	return err == nil && text != ""
}
