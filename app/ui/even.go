package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"bienvenue/app/ui/look"
)

// newEven puts parts beside each other, all equally wide.
func newEven(parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewGridLayoutWithColumns(max(len(parts), 1)), parts...)
}

const logoSide float32 = 44

// newLogo is the program's sign at the head of the rail.
func newLogo() fyne.CanvasObject {
	image := &canvas.Image{Resource: look.AppIcon(), FillMode: canvas.ImageFillContain}
	image.SetMinSize(fyne.NewSquareSize(logoSide))
	return container.NewCenter(image)
}
