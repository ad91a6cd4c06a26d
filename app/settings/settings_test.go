package settings_test

import (
	"reflect"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

func TestWhatWasChangedIsReadBack(t *testing.T) {
	s := settings.Defaults()
	s.Logo = []byte("\x89PNG\r\n\x1a\nhouse")
	s.Language, s.Scale, s.Coop.Name, s.Rules.Window.To = "en", 120, "Coopérative HLM des Deux Rives", 100
	table, err := settings.Changes(settings.Defaults(), s)
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 5 {
		t.Errorf("%d rows changed, want 5: %v", len(table), table)
	}
	if got := settings.Read(table); !reflect.DeepEqual(got, s) {
		t.Errorf("read back %+v, want %+v", got, s)
	}
}

func TestADamagedSettingHasItsDefault(t *testing.T) {
	got := settings.Read(map[string]string{
		"scale": "1000", "accent": "red", "coop": "{", "zone": "Mars/Olympus", "language": "", "theme": "night", "logo": "c2VjcmV0",
	})
	if !reflect.DeepEqual(got, settings.Defaults()) {
		t.Errorf("read %+v, want the defaults", got)
	}
}

func TestAValueBeyondItsLimitsIsRefused(t *testing.T) {
	for name, change := range map[string]func(*settings.Settings){
		"a scale beyond what can be read":    func(s *settings.Settings) { s.Scale = 500 },
		"a window that ends before it opens": func(s *settings.Settings) { s.Rules.Window.To = 10 },
		"a colour that is none":              func(s *settings.Settings) { s.Accent = "petrol" },
		"a logo that is no PNG":              func(s *settings.Settings) { s.Logo = []byte("GIF89a") },
		"hours that end before they begin":   func(s *settings.Settings) { s.Rules.Week[0] = []coop.Span{{From: 600, To: 540}} },
	} {
		t.Run(name, func(t *testing.T) {
			s := settings.Defaults()
			change(&s)
			if _, err := settings.Changes(settings.Defaults(), s); err == nil {
				t.Error("kept, want a refusal")
			}
		})
	}
}

func TestALogoIsTakenAway(t *testing.T) {
	with := settings.Defaults()
	with.Logo = []byte("\x89PNG\r\n\x1a\nhouse")
	table, err := settings.Changes(with, settings.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	if got := settings.Read(table); len(table) != 1 || got.Logo != nil {
		t.Errorf("kept %v, read %q", table, got.Logo)
	}
}
