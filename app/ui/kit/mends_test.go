package kit_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestWhatTabReachesIsScrolledIntoView(t *testing.T) {
	uitest.App(t)
	box, other := kit.Column(), kit.NewTouchScroll(kit.Sized(10, 900, kit.Body("à côté")))
	for i := range 30 {
		box.Add(kit.SecondaryButton(fmt.Sprintf("bouton %d", i), nil))
	}
	field := kit.NewField("Commentaire", "", nil)
	box.Add(field)
	page := kit.NewTouchScroll(box)
	w := uitest.Window(t, kit.Row(kit.Grow(page), kit.Grow(other)), 500, 300)
	for range 12 {
		w.Canvas().FocusNext()
	}
	if page.Offset() == 0 || !inView(t, page, box.Objects[11]) {
		t.Errorf("the page stands at %v, the button cannot be seen", page.Offset())
	}
	field.Focus()
	if !inView(t, page, field) {
		t.Errorf("the page stands at %v, the field cannot be seen", page.Offset())
	}
	if other.Offset() != 0 {
		t.Errorf("another page was scrolled by %v", other.Offset())
	}
}

func inView(t *testing.T, page *kit.TouchScroll, o fyne.CanvasObject) bool {
	t.Helper()
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(page).Y
	return top >= 0 && top+o.Size().Height <= page.Size().Height
}

func TestALongTextStaysBetweenTheEdgesOfItsField(t *testing.T) {
	uitest.App(t)
	field := kit.NewField("Ce que nous ferons", strings.Repeat("Nous venons voir la chaudière. ", 4), nil)
	w := uitest.Window(t, kit.Padded(20, field), 300, 120)
	edge := func() color.Color { return w.Canvas().Capture().At(276, 68) } // inside, just before the right border
	if got := edge(); !white(got) {
		t.Errorf("at rest the text reaches the border: %v", got)
	}
	if !uitest.Reads(w, "voir la chaudière. Nous venons") {
		t.Error("the whole text can no longer be read aloud")
	}
	uitest.Shot(t, w, "kit/long-field.png")
	field.Focus()
	uitest.Settle(w)
	if got := edge(); !white(got) {
		t.Errorf("while typing the text reaches the border: %v", got)
	}
	uitest.Shot(t, w, "kit/long-field-typing.png")
	uitest.Type(t, w, "Ce que nous ferons", "Court")
	w.Canvas().Unfocus()
	if field.Text() != "Court" {
		t.Errorf("typed %q", field.Text())
	}
}

func white(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return r > 0xf000 && g > 0xf000 && b > 0xf000
}

func TestANoticeLeavesTheBarBelowFree(t *testing.T) {
	uitest.App(t)
	notices := kit.NewNotices(kit.Inline(), french(t)).Above(func() float32 { return 120 })
	w := uitest.Window(t, notices.Over(kit.Body("La salle")), 800, 600)
	notices.Error("Le disque est plein")
	uitest.Settle(w)
	text := uitest.Find(w, func(o fyne.CanvasObject) bool {
		read, ok := o.(*kit.Text)
		return ok && read.Reading() == "Le disque est plein"
	})
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Y + text.Size().Height
	if bottom > 480 {
		t.Errorf("the notice reaches down to %v, over the bar that begins at 480", bottom)
	}
}

func TestALongTitleInTheOutlineTakesTwoLines(t *testing.T) {
	uitest.App(t)
	outline := kit.NewOutline(nil)
	outline.Set([]kit.OutlineStep{{Title: "Le logement et ses équipements"}, {Title: "Vous"}}, 0)
	w := uitest.Window(t, outline, 230, 400)
	text := uitest.Find(w, func(o fyne.CanvasObject) bool {
		read, ok := o.(*kit.Text)
		return ok && strings.HasPrefix(read.Reading(), "Le logement")
	})
	if lines := len(test.WidgetRenderer(text.(*kit.Text)).Objects()); lines != 2 {
		t.Errorf("the title takes %d lines", lines)
	}
}

func TestABarThatIsNarrowKeepsItsButtonsAsIcons(t *testing.T) {
	uitest.App(t)
	pressed := ""
	last := kit.PrimaryButton("Vu, suite", nil)
	bar := kit.Tools(8,
		kit.QuietButton("Quitter l’entretien", func() { pressed = "quit" }).WithIcon(look.IconClose),
		kit.QuietButton("Mettre en pause", func() { pressed = "pause" }).WithIcon(look.IconPause),
		kit.Spacer(), last)
	w := uitest.Window(t, bar, 700, 60)
	if !uitest.Reads(w, "Mettre en pause") {
		t.Error("the words are missing although there is room")
	}
	w.Resize(fyne.NewSize(300, 60))
	uitest.Settle(w)
	if end := last.Position().X + last.Size().Width; end > 300 || uitest.Reads(w, "Quitter l’entretien") {
		t.Errorf("the last button ends at %v in a bar of 300", end)
	}
	uitest.Press(t, w, "Mettre en pause")
	if pressed != "pause" {
		t.Error("the icon does not do what its word says")
	}
	w.Resize(fyne.NewSize(700, 60))
	uitest.Settle(w)
	if !uitest.Reads(w, "Quitter l’entretien") {
		t.Error("the words do not come back with the room")
	}
}

func TestAPopoverClosesByAPressElsewhere(t *testing.T) {
	uitest.App(t)
	button := kit.SecondaryButton("Dire autrement", nil)
	w := uitest.Window(t, kit.Padded(20, kit.Row(button)), 400, 300)
	keys := ""
	w.Canvas().SetOnTypedRune(func(r rune) { keys += string(r) })
	kit.ShowPopover(button, kit.Body("Plus simple"))
	uitest.Letter(t, w, 'x')
	if !uitest.Reads(w, "Plus simple") || keys != "" {
		t.Errorf("the card is not above the room, the room heard %q", keys)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(380, 280))
	uitest.Letter(t, w, 'y')
	if uitest.Reads(w, "Plus simple") || keys != "y" {
		t.Errorf("the card is still there, the room heard %q", keys)
	}
}
