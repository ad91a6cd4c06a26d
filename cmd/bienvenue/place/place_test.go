package place_test

import (
	"testing"

	"bienvenue/cmd/bienvenue/place"
)

func TestThingsLieWhereEachSystemKeepsThem(t *testing.T) {
	cases := map[string]struct {
		system  string
		env     map[string]string
		archive string
		state   string
	}{
		"on Linux":                      {"linux", map[string]string{"HOME": "/home/s"}, "/home/s/.local/share/bienvenue/bienvenue.db", "/home/s/.local/state/bienvenue"},
		"where the user says":           {"linux", map[string]string{"HOME": "/home/s", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s"}, "/d/bienvenue/bienvenue.db", "/s/bienvenue"},
		"never in the current folder":   {"linux", map[string]string{"HOME": "/home/s", "XDG_DATA_HOME": "d"}, "/home/s/.local/share/bienvenue/bienvenue.db", "/home/s/.local/state/bienvenue"},
		"on a Mac":                      {"darwin", map[string]string{"HOME": "/Users/s"}, "/Users/s/Library/Application Support/Bienvenue/bienvenue.db", "/Users/s/Library/Logs/Bienvenue"},
		"on Windows":                    {"windows", map[string]string{"LOCALAPPDATA": "/l"}, "/l/Bienvenue/bienvenue.db", "/l/Bienvenue/log"},
		"nowhere for somebody homeless": {"linux", nil, "", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			f, err := place.Find(c.system, func(key string) string { return c.env[key] })
			if c.archive == "" {
				if err == nil {
					t.Errorf("found %v", f)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if f.Archive() != c.archive || f.State != c.state {
				t.Errorf("got %s and %s", f.Archive(), f.State)
			}
		})
	}
}
