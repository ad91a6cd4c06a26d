package look

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestTheFontsSayWhichLettersTheyHave(t *testing.T) {
	test.NewTempApp(t)
	for text, want := range map[string]bool{
		"Français, œuvre, « oui »": true,
		"Türkçe":                   true,
		"Română":                   true,
		"Українська":               true,
		"العربية":                  false,
		"中文":                       false,
		"தமிழ்":                    false,
		"Tiếng Việt":               true,
	} {
		if got := Shows(text); got != want {
			t.Errorf("%q is shown: %t, want %t", text, got, want)
		}
	}
}
