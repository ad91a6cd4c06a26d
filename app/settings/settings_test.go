package settings_test

import (
	"testing"

	"bienvenue/app/settings"
)

func TestWhatWasChangedIsReadBack(t *testing.T) {
	s := settings.Defaults()
	s.Language, s.Scale, s.Coop.Name, s.Window.To = "en", 120, "Coopérative HLM des Deux Rives", 100
	table, err := settings.Changes(settings.Defaults(), s)
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 4 {
		t.Errorf("%d rows changed, want 4: %v", len(table), table)
	}
	if got := settings.Read(table); got != s {
		t.Errorf("read back %+v, want %+v", got, s)
	}
}

func TestADamagedSettingHasItsDefault(t *testing.T) {
	got := settings.Read(map[string]string{
		"scale": "1000", "accent": "red", "coop": "{", "zone": "Mars/Olympus", "language": "", "theme": "night",
	})
	if got != settings.Defaults() {
		t.Errorf("read %+v, want the defaults", got)
	}
}

func TestAValueBeyondItsLimitsIsRefused(t *testing.T) {
	for name, change := range map[string]func(*settings.Settings){
		"a scale beyond what can be read":    func(s *settings.Settings) { s.Scale = 500 },
		"a window that ends before it opens": func(s *settings.Settings) { s.Window.To = 10 },
		"a colour that is none":              func(s *settings.Settings) { s.Accent = "petrol" },
		"hours that end before they begin":   func(s *settings.Settings) { s.Hours.To = 60 },
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
