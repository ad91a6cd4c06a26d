package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// spoken are the words of a test: each key says itself.
type spoken struct{}

func (spoken) T(key string, _ ...map[string]any) string { return key }

func TestAnOrderIsChangedByGripAndByKeys(t *testing.T) {
	uitest.App(t)
	moved := map[string][2]int{}
	how := ""
	order := kit.NewOrder(spoken{}, func(int) {}, func(from, to int) { moved[how] = [2]int{from, to} })
	order.Set([]kit.OrderRow{{Title: "head", Fixed: true}, {Title: "one"}, {Title: "two"}, {Title: "three"}}, 1)
	w := uitest.Window(t, order, 300, 400)
	how = "a drag by one row"
	uitest.Drag(w, fyne.NewPos(24, 80), 0, 50)
	how = "a drag above the head"
	uitest.Drag(w, fyne.NewPos(24, 180), 0, -400)
	how = "Alt and the arrow"
	row, ok := uitest.Find(w, func(o fyne.CanvasObject) bool {
		named, is := o.(interface{ AccessibilityLabel() string })
		_, shortcuts := o.(fyne.Shortcutable)
		return is && shortcuts && named.AccessibilityLabel() == "two"
	}).(fyne.Shortcutable)
	if !ok {
		t.Fatal("the row is not there")
	}
	row.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	for name, want := range map[string][2]int{"a drag by one row": {1, 2}, "a drag above the head": {3, 1}, "Alt and the arrow": {2, 3}} {
		if moved[name] != want {
			t.Errorf("%s moves %v, want %v", name, moved[name], want)
		}
	}
	how = "the head"
	order.Shift(0, 1)
	if _, ok := moved[how]; ok {
		t.Error("the head is moved")
	}
}

func TestAMarkedTextWrapsWithinItsPlaceAndReadsWhole(t *testing.T) {
	uitest.App(t)
	text := kit.NewMarked(kit.Piece{Text: "the price is "}, kit.Piece{Text: "a small sum that our rules fix", Mark: kit.Lacking}, kit.Piece{Text: ".\nOnce."})
	uitest.Window(t, kit.Stack(0, text), 120, 300)
	if want := "the price is a small sum that our rules fix.\nOnce."; text.Reading() != want {
		t.Errorf("reads %q", text.Reading())
	}
	lines := 0
	for _, o := range test.WidgetRenderer(text).Objects() {
		if o.Position().X+o.Size().Width > 124 {
			t.Errorf("something reaches to %g", o.Position().X+o.Size().Width)
		}
		lines = max(lines, int(o.Position().Y/look.Size(look.SizeBody)))
	}
	if lines < 3 || text.MinSize().Height < 4*look.Size(look.SizeBody) {
		t.Errorf("it wraps to %d lines", lines)
	}
}

func TestAFoldMakesItsContentWhenItIsOpened(t *testing.T) {
	uitest.App(t)
	made := 0
	fold := kit.NewFold("Sources", "2", false, func() fyne.CanvasObject { made++; return kit.Body("a law") }, nil)
	w := uitest.Window(t, kit.Stack(0, fold), 300, 300)
	if made != 0 || uitest.Reads(w, "a law") {
		t.Error("it is open")
	}
	uitest.Press(t, w, "Sources")
	uitest.Press(t, w, "Sources")
	uitest.Press(t, w, "Sources")
	if made != 1 || !uitest.Reads(w, "a law") {
		t.Errorf("it was made %d times", made)
	}
}

func TestAMenuDoesWhatIsPressed(t *testing.T) {
	uitest.App(t)
	done := ""
	w := uitest.Window(t, kit.Row(kit.MenuButton("more", kit.MenuItem{Words: "copy", Do: func() { done = "copied" }})), 300, 300)
	uitest.Press(t, w, "more")
	uitest.Press(t, w, "copy")
	if done != "copied" {
		t.Error("nothing was done")
	}
}
