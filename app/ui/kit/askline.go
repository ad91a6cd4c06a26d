package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// LineQuestion asks for one line of text before something is done.
type LineQuestion struct {
	Title, About, Label string
	Empty               string // what is said when nothing was written
	Yes                 string // the button
	Danger              bool
}

// AskLine asks for a line that may not be empty.
func AskLine(c fyne.Canvas, words Words, q LineQuestion, then func(text string)) {
	var sheet *OpenSheet
	field := NewField(q.Label, "", nil)
	do := func() {
		text := strings.TrimSpace(field.Text())
		if text == "" {
			field.SetError(q.Empty)
			return
		}
		sheet.Close()
		then(text)
	}
	field.OnSubmitted = func(string) { do() }
	yes := PrimaryButton(q.Yes, do)
	if q.Danger {
		yes = DangerButton(q.Yes, do)
	}
	sheet = ShowSheet(c, words, Sheet{
		Title: q.Title, Content: Column(Body(q.About), field), First: field.Focusable(),
		Actions: []fyne.CanvasObject{SecondaryButton(words.T("kit.back"), func() { sheet.Close() }), yes},
	})
}
