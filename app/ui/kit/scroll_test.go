package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func longList(onTapped func(int)) *kit.TouchList {
	list := kit.NewTouchList(func() (*kit.Text, fyne.CanvasObject) {
		text := kit.Body("").OneLine()
		return text, text
	}, func(i int, text *kit.Text) { text.SetText(fmt.Sprintf("ligne %d", i)) })
	list.OnTapped = onTapped
	list.SetCount(100_000)
	return list
}

func TestALongListHoldsOnlyWhatIsInSight(t *testing.T) {
	uitest.App(t)
	list := longList(nil)
	w := uitest.Window(t, list, 400, 440)
	if n := len(uitest.Texts(w)); n > 12 {
		t.Errorf("%d rows are held for 10 places", n)
	}
	list.ScrollTo(99_999)
	if !uitest.Reads(w, "ligne 99999") || uitest.Reads(w, "ligne 99980") {
		t.Errorf("at the end it shows %v", uitest.Texts(w))
	}
	list.SetCount(3)
	if got := uitest.Texts(w); !slices.Equal(got, []string{"ligne 0", "ligne 1", "ligne 2"}) {
		t.Errorf("after shrinking it shows %v", got)
	}
	list.SetCount(0)
	if got := uitest.Texts(w); len(got) != 0 {
		t.Errorf("empty, it shows %v", got)
	}
}

func TestAFingerScrollsTheListAndTapsItsRows(t *testing.T) {
	uitest.App(t)
	var tapped []int
	list := longList(func(i int) { tapped = append(tapped, i) })
	w := uitest.Window(t, list, 400, 440)
	uitest.Drag(w, fyne.NewPos(100, 200), 0, -880)
	if !uitest.Reads(w, "ligne 20") || uitest.Reads(w, "ligne 19") {
		t.Errorf("after a drag of 20 rows it shows %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "ligne 23")
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 10))
	if want := []int{23, 20}; !slices.Equal(tapped, want) {
		t.Errorf("tapped %v, want %v", tapped, want)
	}
	test.Scroll(w.Canvas(), fyne.NewPos(100, 200), 0, 88)
	if !uitest.Reads(w, "ligne 18") {
		t.Errorf("after the wheel it shows %v", uitest.Texts(w))
	}
	uitest.Drag(w, fyne.NewPos(395, 20), 0, 600)
	if !uitest.Reads(w, "ligne 99999") {
		t.Errorf("the thumb at the end shows %v", uitest.Texts(w))
	}
}

func TestTheListIsWalkedWithTheArrowKeys(t *testing.T) {
	uitest.App(t)
	var opened []int
	list := longList(func(i int) { opened = append(opened, i) })
	w := uitest.Window(t, list, 400, 440)
	w.Canvas().Focus(list)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeySpace, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyReturn} {
		uitest.Key(t, w, key)
	}
	if want := []int{2, 1, 99_999, 9}; !slices.Equal(opened, want) {
		t.Errorf("opened %v, want %v", opened, want)
	}
}

func TestAFingerScrollsAPageAndItsButtonsStillWork(t *testing.T) {
	uitest.App(t)
	pressed := 0
	box := kit.Column(kit.PrimaryButton("Commencer", func() { pressed++ }))
	for i := range 40 {
		box.Add(kit.Body(fmt.Sprintf("paragraphe %d", i)))
	}
	scroll := kit.NewTouchScroll(box)
	w := uitest.Window(t, scroll, 400, 300)
	uitest.Drag(w, fyne.NewPos(100, 20), 0, -100) // begins on the button
	if got := scroll.Offset(); got != 100 {
		t.Errorf("scrolled by %v, want 100", got)
	}
	uitest.Drag(w, fyne.NewPos(100, 100), 0, 5000)
	if got := scroll.Offset(); got != 0 {
		t.Errorf("scrolled to %v above the top", got)
	}
	uitest.Press(t, w, "Commencer")
	if pressed != 1 {
		t.Errorf("pressed %d times, want once: a drag is no press", pressed)
	}
	test.Drag(w.Canvas(), fyne.NewPos(100, 100), 0, -50_000)
	if box.Size().Height-scroll.Size().Height != scroll.Offset() {
		t.Errorf("scrolled to %v, want the end of %v", scroll.Offset(), box.Size().Height)
	}
}

func TestATextThatWrapsPushesWhatIsBelow(t *testing.T) {
	uitest.App(t)
	text := kit.Body(strings.Repeat("des mots ", 40))
	below := kit.Body("en dessous")
	w := uitest.Window(t, kit.Column(kit.Card(text), below), 600, 600)
	wide := below.Position().Y
	w.Resize(fyne.NewSize(300, 600))
	if narrow := below.Position().Y; narrow <= wide || narrow < text.MinSize().Height {
		t.Errorf("below is at %v in the narrow window, %v in the wide one", narrow, wide)
	}
}

func TestALongNameNeverPushesTheLayout(t *testing.T) {
	uitest.App(t)
	name := kit.Body(longName).OneLine()
	button := kit.PrimaryButton("Commencer", nil)
	row := kit.Row(name, kit.Spacer(), button)
	uitest.Window(t, row, 260, 60)
	if end := button.Position().X + button.Size().Width; end > 260 {
		t.Errorf("the button ends at %v in a window of 260", end)
	}
	if name.Reading() != longName {
		t.Error("the whole name can no longer be read aloud")
	}
}
