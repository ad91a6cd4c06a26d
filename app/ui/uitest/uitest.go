// Package uitest uses the window as a person does: it finds things by their words, presses them, types and reads.
// For tests only.
package uitest

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Window shows content in a test window of a size, in the light look, and takes both away after the test.
func Window(tb testing.TB, content fyne.CanvasObject, width, height float32) fyne.Window {
	tb.Helper()
	return Styled(tb, look.Style{Mode: look.Light}, content, width, height)
}

// Styled is Window in another look.
func Styled(tb testing.TB, style look.Style, content fyne.CanvasObject, width, height float32) fyne.Window {
	tb.Helper()
	before := fyne.CurrentApp().Settings().Theme()
	tb.Cleanup(func() { // after the window is closed, so that nobody draws it in the look of another test
		if settings := fyne.CurrentApp().Settings(); settings.Theme() != before {
			settings.SetTheme(before)
		}
	})
	tick(nil)
	w := test.NewTempWindow(tb, content)
	dress(style) // content that was made before is dressed again
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	Settle(w)
	return w
}

// Settle lays the window out again, as the living program does before each frame: a test window does not notice by
// itself that a text has grown.
func Settle(w fyne.Window) {
	tick(w)
	size := w.Canvas().Size()
	for range 2 {
		w.Resize(size.AddWidthHeight(1, 1))
		w.Resize(size)
	}
}

// found is an object in sight with all that it stands in, the nearest last.
type found struct {
	object  fyne.CanvasObject
	parents []fyne.CanvasObject
}

// roots are what a person can reach: the sheet on top, else the room.
func roots(w fyne.Window) []fyne.CanvasObject {
	if top := w.Canvas().Overlays().Top(); top != nil {
		return []fyne.CanvasObject{top}
	}
	return []fyne.CanvasObject{w.Canvas().Content()}
}

// inSight is every visible object of a window, parents before children.
func inSight(w fyne.Window) []found {
	var all []found
	for _, root := range roots(w) {
		all = append(all, visible(root, nil)...)
	}
	return all
}

func visible(o fyne.CanvasObject, parents []fyne.CanvasObject) []found {
	if o == nil || !o.Visible() {
		return nil
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		children = o.Objects
	}
	all := []found{{o, parents}}
	chain := slices.Concat(parents, []fyne.CanvasObject{o})
	for _, child := range children {
		all = append(all, visible(child, chain)...)
	}
	return all
}

// reading is what an object says, "" when it says nothing itself.
func reading(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case interface{ Reading() string }:
		return o.Reading()
	case *widget.Entry:
		return o.Text
	case input:
		return o.Content()
	case *widget.Label:
		return o.Text
	case *widget.RichText:
		return o.String()
	case *canvas.Text:
		return o.Text
	}
	return ""
}

// Texts is all that can be read in the window, from top to bottom as it is built.
func Texts(w fyne.Window) []string {
	var texts []string
	inside := map[fyne.CanvasObject]bool{} // lines of a text that was read whole
	for _, f := range inSight(w) {
		text := reading(f.object)
		if text == "" || anyOf(f.parents, inside) {
			continue
		}
		if _, line := f.object.(*canvas.Text); !line {
			inside[f.object] = true
		}
		texts = append(texts, text)
	}
	return texts
}

func anyOf(objects []fyne.CanvasObject, in map[fyne.CanvasObject]bool) bool {
	for _, o := range objects {
		if in[o] {
			return true
		}
	}
	return false
}

// Reads says whether some text in the window contains the words. Kinds of spaces make no difference.
func Reads(w fyne.Window, words string) bool {
	for _, text := range Texts(w) {
		if strings.Contains(plainSpaces(text), plainSpaces(words)) {
			return true
		}
	}
	return false
}

func plainSpaces(s string) string {
	return strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(s)
}

// Find is the first object in sight for which want is true, nil for none.
func Find(w fyne.Window, want func(fyne.CanvasObject) bool) fyne.CanvasObject {
	for _, f := range inSight(w) {
		if want(f.object) {
			return f.object
		}
	}
	return nil
}

// Themes are the looks in which a test goes through its pictures: both when the environment asks for pictures,
// else the light one, since both are laid out alike.
func Themes() []look.Mode {
	if os.Getenv("PICTURES") == "" {
		return []look.Mode{look.Light}
	}
	return []look.Mode{look.Light, look.Dark}
}

// Shot saves a picture of the window under build/ at the module's root, such as "kit/chips.png",
// when the environment asks for pictures (PICTURES=1): drawing them is slow, and they are for looking at.
func Shot(tb testing.TB, w fyne.Window, path string) {
	tb.Helper()
	Settle(w)
	if os.Getenv("PICTURES") == "" {
		return
	}
	file := filepath.Join(moduleRoot(tb), "build", path)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		tb.Fatal(err)
	}
	out, err := os.Create(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() {
		if err := out.Close(); err != nil {
			tb.Error(err)
		}
	}()
	if err := png.Encode(out, w.Canvas().Capture()); err != nil {
		tb.Fatal(err)
	}
}

func moduleRoot(tb testing.TB) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			tb.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}
