package coop_test

import (
	"testing"

	"bienvenue/app/coop"
)

func TestAPhoneIsKeptInOneForm(t *testing.T) {
	for name, c := range map[string]struct {
		typed, kept string
		ok          bool
	}{
		"pairs of digits":           {"06 39 98 11 02", "0639981102", true},
		"dots":                      {"06.39.98.11.02", "0639981102", true},
		"the country's prefix":      {"+33 (0)6 39 98 11 02", "0639981102", true},
		"the prefix without a plus": {"0033 6 39 98 11 02", "0639981102", true},
		"another country":           {"+351 912 345 678", "+351912345678", true},
		"nothing at all":            {"  ", "", true},
		"a digit short":             {"06 39 98 11 0", "", false},
		"letters":                   {"06 39 98 appel", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok := coop.TidyPhone(c.typed)
			if got != c.kept || ok != c.ok {
				t.Errorf("%q is kept as %q, %v; want %q, %v", c.typed, got, ok, c.kept, c.ok)
			}
		})
	}
}
