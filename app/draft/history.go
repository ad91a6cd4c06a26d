package draft

import (
	"reflect"

	"bienvenue/app/script"
)

// mostUndone bounds how far back one can go.
const mostUndone = 200

// moment is a script before or after a change.
type moment struct {
	script script.Script
	label  string // what the change did
}

// History is a draft as it stands, with what can be undone and done again. The zero value is the
// history of an empty script.
type History struct {
	now    script.Script
	past   []moment // each with the script before the change
	future []moment // each with the script after it
	tag    string   // of the last change, while another like it joins it
}

// NewHistory begins with a script.
func NewHistory(s script.Script) *History { return &History{now: Clone(s)} }

// Now is the script as it stands. It must not be changed but by Do.
func (h *History) Now() script.Script { return h.now }

// Do changes the script as one step; the label says what was done. A change that changes nothing
// leaves no trace.
func (h *History) Do(change func(*script.Script), label string) { h.do("", change, label) }

// DoSame is Do for typing: changes with the same tag, one after the other, are undone together. Say
// with the tag which field is meant, and call Rest when it is left.
func (h *History) DoSame(tag string, change func(*script.Script), label string) {
	h.do(tag, change, label)
}

func (h *History) do(tag string, change func(*script.Script), label string) {
	next := Clone(h.now)
	change(&next)
	if reflect.DeepEqual(h.now, next) {
		return
	}
	if tag == "" || tag != h.tag || len(h.past) == 0 {
		h.past = append(h.past, moment{h.now, label})
		if len(h.past) > mostUndone {
			h.past = append([]moment(nil), h.past[len(h.past)-mostUndone:]...)
		}
	}
	h.now, h.tag, h.future = next, tag, nil
}

// Rest ends a run of typing: the next change with the same tag is a step of its own.
func (h *History) Rest() { h.tag = "" }

// CanUndo says whether there is something to undo.
func (h *History) CanUndo() bool { return len(h.past) > 0 }

// CanRedo says whether there is something to do again.
func (h *History) CanRedo() bool { return len(h.future) > 0 }

// Undo takes the last step back and gives its label; ok is false when there is none.
func (h *History) Undo() (label string, ok bool) {
	if !h.CanUndo() {
		return "", false
	}
	last := h.past[len(h.past)-1]
	h.past = h.past[:len(h.past)-1]
	h.future = append(h.future, moment{h.now, last.label})
	h.now, h.tag = last.script, ""
	return last.label, true
}

// Redo does again what was undone last and gives its label; ok is false when there is nothing.
func (h *History) Redo() (label string, ok bool) {
	if !h.CanRedo() {
		return "", false
	}
	next := h.future[len(h.future)-1]
	h.future = h.future[:len(h.future)-1]
	h.past = append(h.past, moment{h.now, next.label})
	h.now, h.tag = next.script, ""
	return next.label, true
}
