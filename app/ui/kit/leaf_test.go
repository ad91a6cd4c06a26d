package kit_test

import (
	"testing"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestEachPageShowsItsOwnLines turns from a page to another of the same size.
func TestEachPageShowsItsOwnLines(t *testing.T) {
	uitest.App(t)
	view := kit.NewLeafView(kit.LeafFonts{400: assets.FontRegular})
	filled := func(colour uint32) kit.Leaf {
		return kit.Leaf{Width: 210, Height: 297, Draw: func(p kit.Pencil) { p.Fill([]float64{0, 0, 210, 0, 210, 297, 0, 297}, colour) }}
	}
	view.ShowLeaf(filled(0x123456))
	w := uitest.Window(t, view, 300, 420)
	middle := func() uint32 {
		drawing := uitest.Find(w, func(o fyne.CanvasObject) bool {
			c, ok := o.(*canvas.Image)
			return ok && c.Resource != nil
		})
		shown, ok := drawing.(*canvas.Image)
		if !ok || shown.Image == nil {
			t.Fatal("the page has no lines")
		}
		b := shown.Image.Bounds()
		r, g, bl, _ := shown.Image.At((b.Min.X+b.Max.X)/2, (b.Min.Y+b.Max.Y)/2).RGBA()
		return r>>8<<16 | g>>8<<8 | bl>>8
	}
	if got := middle(); got != 0x123456 {
		t.Fatalf("the first page is %06x", got)
	}
	view.ShowLeaf(filled(0xABCDEF)) // at the size that the first was drawn in
	if got := middle(); got != 0xABCDEF {
		t.Errorf("the second page is %06x", got)
	}
}
