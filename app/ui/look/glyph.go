package look

import (
	"bytes"
	"encoding/hex"
	"image/color"

	"fyne.io/fyne/v2"

	"bienvenue/assets"
)

// Drawn is the icon in a colour, as a resource for a canvas image. The toolkit's own recolouring fills shapes and
// forgets lines, so line icons are coloured here; the name differs by colour, which the toolkit's cache needs.
// An icon that does not exist is an empty square.
func (i Icon) Drawn(c color.Color) fyne.Resource {
	hue := opaque(c)
	tint := "#" + hex.EncodeToString([]byte{hue.R, hue.G, hue.B})
	return fyne.NewStaticResource(string(i)+tint+".svg", bytes.ReplaceAll(i.source(), []byte("currentColor"), []byte(tint)))
}

// Exists says whether there is a drawing for the icon.
func (i Icon) Exists() bool {
	_, err := assets.Icons.Open("icons/" + string(i) + ".svg")
	return err == nil
}

var blank = []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"></svg>`)

func (i Icon) source() []byte {
	source, err := assets.Icons.ReadFile("icons/" + string(i) + ".svg")
	if err != nil {
		return blank
	}
	return source
}

// Logo is the program's sign in its own colours.
func Logo() fyne.Resource {
	return fyne.NewStaticResource("bienvenue.svg", Icon("bienvenue").source())
}

// AppIcon is the program's icon for the window and the task bar.
func AppIcon() fyne.Resource { return fyne.NewStaticResource("bienvenue.png", assets.AppIcon) }
