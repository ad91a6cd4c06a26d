package uitest

import (
	"io/fs"
	"sync"
	"testing"
	"time"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/look"
	"bienvenue/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shared is the test application of all tests of a package, in the light look. A new one for each test reads all
// fonts anew and measures every text again, which took most of the time of these tests.
var shared = sync.OnceValue(test.NewApp)

// App gives a test the toolkit's test application, dressed in the light look as the window is.
func App(tb testing.TB) fyne.App {
	tb.Helper()
	app := shared()
	if fyne.CurrentApp() != app {
		fyne.SetCurrentApp(app)
	}
	dress(look.Style{Mode: look.Light})
	return app
}

// worn is the theme that was set last and its style: setting a theme draws every open window anew.
var worn struct {
	theme fyne.Theme
	style look.Style
}

// dress sets the theme of a style, unless it is worn already.
func dress(style look.Style) {
	settings := fyne.CurrentApp().Settings()
	if worn.theme != nil && settings.Theme() == worn.theme && worn.style == style {
		return
	}
	worn.theme, worn.style = look.New(style), style
	settings.SetTheme(worn.theme)
}

// catalog is read once: the files are large, and nearly every test needs them.
var catalog = sync.OnceValues(func() (*i18n.Catalog, error) {
	folder, err := fs.Sub(assets.Words, "words")
	if err != nil {
		return nil, err
	}
	return i18n.Load(folder)
})

// Catalog is what the program says, in all its languages.
func Catalog(tb testing.TB) *i18n.Catalog {
	tb.Helper()
	all, err := catalog()
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// French is what the window says in French, with times told in a zone.
func French(tb testing.TB, zone *time.Location) *i18n.Words {
	tb.Helper()
	return Catalog(tb).Words("fr", zone)
}
