package draft

import "reflect"

// mostUndone bounds how far back one can go.
const mostUndone = 200

// moment is a text before or after a change.
type moment[T any] struct {
	text  T
	label string // what the change did
}

// History is a draft as it stands, with what can be undone and done again.
type History[T any] struct {
	clone  func(T) T
	now    T
	past   []moment[T] // each with the text before the change
	future []moment[T] // each with the text after it
	tag    string      // of the last change, while another like it joins it
}

// NewHistory begins with a text, of which clone makes a copy that shares nothing with it.
func NewHistory[T any](text T, clone func(T) T) *History[T] {
	return &History[T]{clone: clone, now: clone(text)}
}

// Now is the text as it stands. It must not be changed but by Do.
func (h *History[T]) Now() T { return h.now }

// Do changes the text as one step; the label says what was done. A change that changes nothing
// leaves no trace.
func (h *History[T]) Do(change func(*T), label string) { h.do("", change, label) }

// DoSame is Do for typing: changes with the same tag, one after the other, are undone together. Say
// with the tag which field is meant, and call Rest when it is left.
func (h *History[T]) DoSame(tag string, change func(*T), label string) {
	h.do(tag, change, label)
}

func (h *History[T]) do(tag string, change func(*T), label string) {
	next := h.clone(h.now)
	change(&next)
	if reflect.DeepEqual(h.now, next) {
		return
	}
	if tag == "" || tag != h.tag || len(h.past) == 0 {
		h.past = append(h.past, moment[T]{h.now, label})
		if len(h.past) > mostUndone {
			h.past = append([]moment[T](nil), h.past[len(h.past)-mostUndone:]...)
		}
	}
	h.now, h.tag, h.future = next, tag, nil
}

// Rest ends a run of typing: the next change with the same tag is a step of its own.
func (h *History[T]) Rest() { h.tag = "" }

// CanUndo says whether there is something to undo.
func (h *History[T]) CanUndo() bool { return len(h.past) > 0 }

// CanRedo says whether there is something to do again.
func (h *History[T]) CanRedo() bool { return len(h.future) > 0 }

// Undo takes the last step back and gives its label; ok is false when there is none.
func (h *History[T]) Undo() (label string, ok bool) {
	if !h.CanUndo() {
		return "", false
	}
	last := h.past[len(h.past)-1]
	h.past = h.past[:len(h.past)-1]
	h.future = append(h.future, moment[T]{h.now, last.label})
	h.now, h.tag = last.text, ""
	return last.label, true
}

// Redo does again what was undone last and gives its label; ok is false when there is nothing.
func (h *History[T]) Redo() (label string, ok bool) {
	if !h.CanRedo() {
		return "", false
	}
	next := h.future[len(h.future)-1]
	h.future = h.future[:len(h.future)-1]
	h.past = append(h.past, moment[T]{h.now, next.label})
	h.now, h.tag = next.text, ""
	return next.label, true
}
