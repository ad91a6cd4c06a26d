package uitest

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
)

// The toolkit reads its clock only when a canvas is drawn, and one minute of that clock after a part was last seen
// it forgets how the part was laid out. Tests draw seldom: on a slow computer the first picture after a minute
// lacked some of its parts. So the clock is read by drawing nothing, before parts are made and between presses.
var (
	nothing = software.NewTransparentCanvas()
	drawn   time.Time
)

// longest is how long the clock may stand still; the toolkit forgets after twice as long.
const longest = 30 * time.Second

// tick reads the clock; after a long time what the window shows is laid out anew. The window may be nil.
func tick(w fyne.Window) {
	now := time.Now() //nolint:forbidigo // the toolkit's own clock is the computer's
	late := now.Sub(drawn) > longest
	drawn = now
	nothing.Capture()
	if late && w != nil && w.Canvas().Content() != nil {
		w.Canvas().Content().Refresh()
	}
}
