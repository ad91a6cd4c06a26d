package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// View is a page that lies over another one until it is left.
type View struct {
	Content  fyne.CanvasObject
	Key      func(*fyne.KeyEvent) bool // keys of its own; may be nil
	Shortcut func(fyne.Shortcut) bool  // shortcuts of its own; may be nil
	Left     func()                    // it goes away; may be nil
	Again    func()                    // it is seen again; may be nil
}

// Views are a room's first page and what lies over it, the last on top.
type Views struct {
	body   *fyne.Container
	first  fyne.CanvasObject
	again  func()
	stack  []View
	OnTurn func() // another page is seen; may be nil
}

// NewViews shows the first page; again is called when it is seen again.
func NewViews(first fyne.CanvasObject, again func()) *Views {
	return &Views{body: container.NewStack(first), first: first, again: again}
}

// Object is what stands on the screen.
func (v *Views) Object() fyne.CanvasObject { return v.body }

// First says whether the first page is seen.
func (v *Views) First() bool { return len(v.stack) == 0 }

// Over shows a page over what is there.
func (v *Views) Over(one View) {
	v.stack = append(v.stack, one)
	v.show(one.Content)
}

// Instead shows a page in place of the one on top.
func (v *Views) Instead(one View) {
	if n := len(v.stack); n > 0 {
		if left := v.stack[n-1].Left; left != nil {
			left()
		}
		v.stack = v.stack[:n-1]
	}
	v.Over(one)
}

// Back leaves the page on top; false when there is only the first one.
func (v *Views) Back() bool {
	n := len(v.stack)
	if n == 0 {
		return false
	}
	top := v.stack[n-1]
	v.stack = v.stack[:n-1]
	if top.Left != nil {
		top.Left()
	}
	if n == 1 {
		v.show(v.first)
		v.again()
		return true
	}
	below := v.stack[n-2]
	v.show(below.Content)
	if below.Again != nil {
		below.Again()
	}
	return true
}

// TypedKey is a key that nothing on the page has taken; it says whether the page has.
func (v *Views) TypedKey(e *fyne.KeyEvent) bool {
	if len(v.stack) == 0 {
		return false
	}
	if key := v.stack[len(v.stack)-1].Key; key != nil && key(e) {
		return true
	}
	return e.Name == fyne.KeyEscape && v.Back()
}

// TypedShortcut is a shortcut of the window's, such as Ctrl+Z; it says whether the page has taken it.
func (v *Views) TypedShortcut(s fyne.Shortcut) bool {
	if len(v.stack) == 0 {
		return false
	}
	shortcut := v.stack[len(v.stack)-1].Shortcut
	return shortcut != nil && shortcut(s)
}

func (v *Views) show(content fyne.CanvasObject) {
	v.body.Objects = []fyne.CanvasObject{content}
	v.body.Refresh()
	if v.OnTurn != nil {
		v.OnTurn()
	}
}
