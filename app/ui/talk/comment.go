package talk

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// comment is a short free text: it counts its characters and says what does not belong into it.
type comment struct {
	words   Words
	field   *kit.Field
	counter *kit.Text
	box     *fyne.Container
	onFits  func(bool)
}

const commentLines = 4

func newComment(words Words, label, text string, onFits func(fits bool)) *comment {
	c := &comment{words: words, counter: kit.Caption("").Trailing(), onFits: onFits}
	c.field = kit.NewField(label, text, c.count).Lines(commentLines)
	c.box = kit.Stack(look.Snug, c.field, c.counter,
		kit.TopRow(look.Snug, kit.NewGlyph(look.IconEye, kit.Calm), kit.Grow(kit.Caption(words.T("talk.note.warning")))))
	c.tell(text)
	return c
}

func (c *comment) text() string { return strings.TrimSpace(c.field.Text()) }

func (c *comment) fits() bool { return utf8.RuneCountInString(c.text()) <= coop.CommentLength }

func (c *comment) count(text string) {
	c.tell(text)
	if c.onFits != nil {
		c.onFits(c.fits())
	}
}

func (c *comment) tell(text string) {
	n, tone := utf8.RuneCountInString(strings.TrimSpace(text)), kit.Calm
	if n > coop.CommentLength {
		tone = kit.Late
	}
	c.counter.Set(c.words.T("talk.note.count", map[string]any{"N": n, "Limit": coop.CommentLength}), tone)
}
