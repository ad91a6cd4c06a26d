package kit

import (
	"time"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// linger is how long a notice stays that goes away by itself.
const linger = 6 * time.Second

// mostNotices is how many notices are seen at once; older ones give way.
const mostNotices = 3

// Notice is what a banner at the bottom of the window says.
type Notice struct {
	Tone     Tone
	Icon     look.Icon // "" chooses one for the tone
	Text     string
	Action   string // a word to press, « Annuler »; "" for none
	OnAction func()
	Stays    bool // until a person closes it
}

// Notices shows what has just happened at the bottom of a window.
type Notices struct {
	run   Runner
	words Words
	box   *fyne.Container
	over  *fyne.Container
	above func() float32 // what to keep free at the lower edge; nil for nothing
	shown []*notice
}

type notice struct {
	panel   *Panel
	callOff func()
}

// NewNotices shows nothing yet.
func NewNotices(run Runner, words Words) *Notices {
	n := &Notices{run: run, words: words, box: Stack(look.Snug)}
	n.box.Hide()
	return n
}

// Over is the room with the notices above its lower edge.
func (n *Notices) Over(room fyne.CanvasObject) *fyne.Container {
	n.over = container.New(&bannerLayout{n}, room, n.box)
	return n.over
}

// Above keeps the notices off what stands at the room's lower edge, such as a bar: height says how
// high it is at the moment.
func (n *Notices) Above(height func() float32) *Notices {
	n.above = height
	return n
}

// SetWords changes the language of the captions of notices to come.
func (n *Notices) SetWords(words Words) { n.words = words }

// Done says that something was done; it goes away after 6 seconds.
func (n *Notices) Done(text string) { n.Say(Notice{Tone: Done, Text: text}) }

// DoneUndo says that something was done and offers to undo it, for 6 seconds.
func (n *Notices) DoneUndo(text string, undo func()) {
	n.Say(Notice{Tone: Done, Text: text, Action: n.words.T("kit.undo"), OnAction: undo})
}

// Refused says what was not done, and why; it goes away after 6 seconds.
func (n *Notices) Refused(text string) {
	n.Say(Notice{Tone: Late, Icon: look.IconCircleSlash, Text: text})
}

// Error says what went wrong and what to do; it stays until it is closed.
func (n *Notices) Error(text string) { n.Say(Notice{Tone: Late, Text: text, Stays: true}) }

// Clear takes all notices away.
func (n *Notices) Clear() {
	for len(n.shown) > 0 {
		n.drop(n.shown[0])
	}
}

// Say shows a notice.
func (n *Notices) Say(what Notice) {
	one := &notice{}
	icon := what.Icon
	if icon == "" {
		icon = toneIcon(what.Tone)
	}
	row := Row(NewIcon(icon, what.Tone), Grow(Body(what.Text)))
	if what.Action != "" {
		row.Add(QuietButton(what.Action, func() {
			n.drop(one)
			if what.OnAction != nil {
				what.OnAction()
			}
		}))
	}
	if what.Stays {
		row.Add(IconButton(look.IconClose, n.words.T("kit.close"), func() { n.drop(one) }))
	}
	one.panel = newPanel(dress{fill: look.Card, line: what.Tone.strong(), thick: 1.5, corner: look.Corner}, look.Gap, row)
	for len(n.shown) >= mostNotices {
		n.drop(n.shown[0])
	}
	n.shown = append(n.shown, one)
	n.box.Objects = append(n.box.Objects, one.panel)
	n.box.Show()
	n.settle()
	if !what.Stays {
		one.callOff = n.run.Later(linger, func() { n.drop(one) })
	}
}

func toneIcon(tone Tone) look.Icon {
	switch tone {
	case Done:
		return look.IconCircleCheck
	case Attention:
		return look.IconWarning
	case Late:
		return look.IconCircleAlert
	case Plain, Calm, Accented, onAccent, faint:
	}
	return look.IconInfo
}

func (n *Notices) drop(one *notice) {
	if one.callOff != nil {
		one.callOff()
	}
	for i, other := range n.shown {
		if other == one {
			n.shown = append(n.shown[:i:i], n.shown[i+1:]...)
			n.box.Remove(one.panel)
		}
	}
	n.box.Hidden = len(n.shown) == 0
	n.settle()
}

// settle gives the banners their place at once, not at the next frame.
func (n *Notices) settle() {
	n.box.Refresh()
	if n.over != nil {
		n.over.Layout.Layout(n.over.Objects, n.over.Size())
	}
}

// bannerLayout gives the room everything and puts the banners above its lower edge.
type bannerLayout struct{ notices *Notices }

const bannerWidth float32 = 640

func (*bannerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l *bannerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
	width := fyne.Min(bannerWidth, size.Width-2*look.Inset)
	height := heightAt(objects[1], width)
	bottom := look.Wide
	if l.notices.above != nil {
		bottom = fyne.Max(bottom, l.notices.above()+look.Gap)
	}
	place(objects[1], (size.Width-width)/2, size.Height-height-bottom, width, height)
}
