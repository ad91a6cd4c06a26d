package coop_test

import (
	"testing"

	"bienvenue/app/coop"
)

func TestAnHourIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]string{
		"18:30": "18:30", "18 h 30": "18:30", "18h30": "18:30", "18\u202fh": "18:00", "9 h 05": "09:05", "9": "09:00", "": "", " 7.15 ": "07:15",
	} {
		got, ok := coop.ReadHour(text)
		if got != want || !ok {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{"25 h", "18:60", "le soir", "18 h 3", "-1"} {
		if got, ok := coop.ReadHour(text); ok {
			t.Errorf("%q is read as %q", text, got)
		}
	}
	if minutes, ok := coop.HourMinutes("18:30"); minutes != 18*60+30 || !ok {
		t.Errorf("18:30 is minute %d, %v", minutes, ok)
	}
	if _, ok := coop.HourMinutes(""); ok {
		t.Error("no hour is an hour")
	}
}
