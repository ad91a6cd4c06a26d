package sheet

import (
	"bienvenue/app/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// highestSide is how high the choices stand above the page at most; more of them scroll.
const highestSide = 560

// sideOf lets the choices scroll where they have no room, with large letters. They leave the page in sight.
func sideOf(acts fyne.CanvasObject) *fyne.Container {
	return container.New(sideLayout{acts}, kit.NewTouchScroll(acts))
}

type sideLayout struct{ acts fyne.CanvasObject }

func (l sideLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	least := l.acts.MinSize()
	return fyne.NewSize(least.Width, min(least.Height, highestSide))
}

func (l sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
}
