package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Empty stands where there is nothing yet: an icon, a sentence, and one thing to do about it (nil for none).
func Empty(icon look.Icon, sentence string, action *Button) *fyne.Container {
	parts := []fyne.CanvasObject{
		container.New(layout.NewCenterLayout(), NewIcon(icon, Calm)),
		Quiet(sentence).Centered(),
	}
	if action != nil {
		parts = append(parts, container.New(layout.NewCenterLayout(), action))
	}
	return Padded(look.Wide, AtMost(420, Stack(look.Gap, parts...)))
}
