package kit_test

import (
	"fmt"
	"math"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// scrawl draws a name-like line by finger.
func scrawl(ground *kit.Signature, from fyne.Position, width float32) {
	at := from
	for i := range 90 {
		next := fyne.NewPos(from.X+width*float32(i)/90, from.Y+float32(math.Sin(float64(i)/3.5))*26)
		ground.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{Position: next}, Dragged: fyne.NewDelta(next.X-at.X, next.Y-at.Y),
		})
		at = next
	}
	ground.DragEnd()
}

func TestAFingerSignsWithoutScrollingThePage(t *testing.T) {
	uitest.App(t)
	changed := 0
	ground := kit.NewSignature("Signez ici", func() { changed++ })
	page := kit.NewTouchScroll(kit.Column(kit.Sized(0, 200, ground), kit.Sized(10, 900, kit.Body("la suite"))))
	w := uitest.Window(t, page, 400, 300)
	if ground.Drawn() {
		t.Error("something is drawn before anybody signed")
	}
	uitest.Drag(w, fyne.NewPos(100, 100), 40, 20)
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, 50))
	strokes, aspect := ground.Strokes()
	if len(strokes) != 2 || len(strokes[0]) != 2 || len(strokes[1]) != 1 || aspect != 2 {
		t.Fatalf("drew %v on a ground of %v", strokes, aspect)
	}
	if got := strokes[1][0]; got != (coop.Point{X: 0.5, Y: 0.25}) {
		t.Errorf("the dot lies at %v", got)
	}
	if page.Offset() != 0 || changed != 2 {
		t.Errorf("scrolled by %v, told %d times", page.Offset(), changed)
	}
	if err := (coop.Signature{Strokes: strokes, Aspect: aspect}).Check(); err != nil {
		t.Errorf("the office refuses it: %v", err)
	}
	ground.Clear()
	if ground.Drawn() || changed != 3 {
		t.Error("what was drawn is still there")
	}
}

func TestASignatureStaysOnItsGroundAndWithinReason(t *testing.T) {
	uitest.App(t)
	ground := kit.NewSignature("Signez ici", nil)
	w := uitest.Window(t, ground, 300, 150)
	test.Drag(w.Canvas(), fyne.NewPos(290, 140), 5000, 5000)
	for range 300 {
		test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	}
	strokes, aspect := ground.Strokes()
	if err := (coop.Signature{Strokes: strokes, Aspect: aspect}).Check(); err != nil {
		t.Errorf("the office refuses it: %v", err)
	}
}

func TestASignatureThatIsShownLetsThePageScroll(t *testing.T) {
	uitest.App(t)
	drawn := coop.Signature{Strokes: [][]coop.Point{{{X: 0.1, Y: 0.5}, {X: 0.9, Y: 0.5}}}, Aspect: 3}
	page := kit.NewTouchScroll(kit.Column(kit.ShowSignature(drawn), kit.Sized(10, 900, kit.Body("la suite"))))
	w := uitest.Window(t, page, 400, 300)
	uitest.Drag(w, fyne.NewPos(100, 40), 0, -60)
	if page.Offset() != 60 {
		t.Errorf("scrolled by %v, want 60", page.Offset())
	}
}

func TestSignaturePictures(t *testing.T) {
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		uitest.App(t)
		empty, signed := kit.NewSignature("Signez ici", nil), kit.NewSignature("Signez ici", nil)
		shown := kit.Row()
		w := uitest.Styled(t, look.Style{Mode: mode}, kit.Padded(look.Wide, kit.Column(empty, signed, shown)), 640, 460)
		scrawl(signed, fyne.NewPos(90, 70), 380)
		strokes, aspect := signed.Strokes()
		shown.Add(kit.Sized(240, 80, kit.ShowSignature(coop.Signature{Strokes: strokes, Aspect: aspect})))
		uitest.Shot(t, w, fmt.Sprintf("kit/signature-%s.png", mode))
		if !signed.Drawn() || empty.Drawn() {
			t.Error("the wrong ground was drawn on")
		}
	}
}
