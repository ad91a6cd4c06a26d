package main

import (
	"context"
	"strconv"
	"time"
)

// chapter is a part of the tour that one member of the demo archive's staff
// plays, in a window of its own on the same archive.
type chapter struct {
	staff string // login
	stops []stop
}

// stop is one picture of the tour: what a person presses to come there from the
// stop before, and the name of the picture. The tour waits by itself until the
// screen has changed and rests.
type stop struct {
	name      string // of the picture, without .png
	do        []act  // nothing at a chapter's first stop: the window's first screen
	maybeSame bool   // the picture may be that of the stop before
}

// chapters lists the tour in its order: the front desk welcomes a person, the
// visit officer looks at the day, the manager at the month. To add a stop, write
// here what a person presses; the names of keys are those of xdotool (Return,
// Escape, Tab, ctrl+k, Down).
func chapters() []chapter {
	return []chapter{
		{staff: "sonia", stops: []stop{
			{name: "today-desk"},
			{name: "search", do: []act{keys("ctrl+k"), typing("ma")}},
			{name: "person", do: []act{keys("Return")}},
			{name: "booking", do: []act{keys("ctrl+n")}},
			{name: "sheet", do: []act{keys("Escape"), settled(), keys("ctrl+p")}},
			{name: "keys", do: []act{keys("Escape"), settled(), keys("ctrl+question")}},
			{name: "people", do: []act{keys("Escape"), settled(), keys("ctrl+2")}},
			{name: "welcome", do: []act{keys("ctrl+1"), settled(), primary(0)}},
			{name: "talk", do: []act{typing("ma"), settled(), keys("Return")}},
			{name: "talk-simpler", do: []act{keys("s")}},
			{name: "review", do: []act{repeat("Return", mostSteps)}},
		}},
		{staff: "claire", stops: []stop{
			{name: "today-officer"},
			{name: "agenda", do: []act{keys("ctrl+3")}},
			{name: "followups", do: []act{keys("ctrl+4")}},
		}},
		{staff: "admin", stops: []stop{
			{name: "today-manager"},
			{name: "month", do: []act{keys("ctrl+5")}},
			{name: "settings", do: []act{keys("ctrl+6")}},
			{name: "settings-below", do: []act{drag(-30, 600, -30, 150)}}, // beside the fields, which mark text instead
		}},
	}
}

// mostSteps is more than any script has; Return does nothing at the review.
const mostSteps = 30

// pictures counts the stops of all chapters.
func pictures() int {
	n := 0
	for _, c := range chapters() {
		n += len(c.stops)
	}
	return n
}

// act is one thing that a person does at the window.
type act func(context.Context, *window) error

// keys presses keys or chords, one after the other.
func keys(names ...string) act {
	return func(ctx context.Context, w *window) error {
		_, err := w.xdotool(ctx, append([]string{"key", "--clearmodifiers", "--delay", "60"}, names...)...)
		return err
	}
}

// repeat presses one key again and again, and lets the screen rest in between.
func repeat(name string, times int) act {
	return func(ctx context.Context, w *window) error {
		for range times {
			if err := keys(name)(ctx, w); err != nil {
				return err
			}
			if err := w.wait(ctx, 100*time.Millisecond); err != nil {
				return err
			}
		}
		return nil
	}
}

// typing types a text where the cursor is.
func typing(text string) act {
	return func(ctx context.Context, w *window) error {
		_, err := w.xdotool(ctx, "type", "--delay", "40", text)
		return err
	}
}

// click presses the left button, or a finger, at a point of the window; a
// negative number counts from the right or from the bottom. The pointer leaves
// afterwards, so that nothing stays lit under it.
func click(x, y int) act {
	return func(ctx context.Context, w *window) error {
		if _, err := w.xdotool(ctx, w.moveTo(x, y, "click", "1")...); err != nil {
			return err
		}
		_, err := w.xdotool(ctx, w.moveTo(-1, -1)...)
		return err
	}
}

// drag moves a finger from one point to another, in steps as a hand does.
func drag(x, y, toX, toY int) act {
	return func(ctx context.Context, w *window) error {
		if _, err := w.xdotool(ctx, w.moveTo(x, y, "mousedown", "1")...); err != nil {
			return err
		}
		const steps = 8
		for i := 1; i <= steps; i++ {
			if err := w.wait(ctx, 30*time.Millisecond); err != nil {
				return err
			}
			if _, err := w.xdotool(ctx, w.moveTo(x+(toX-x)*i/steps, y+(toY-y)*i/steps)...); err != nil {
				return err
			}
		}
		_, err := w.xdotool(ctx, "mouseup", "1")
		return err
	}
}

// settled waits until the screen rests, between two acts of one stop.
func settled() act {
	return func(ctx context.Context, w *window) error {
		_, err := w.settle(ctx, nil)
		return err
	}
}

// moveTo is xdotool's command that moves the pointer, with what follows it.
func (w *window) moveTo(x, y int, then ...string) []string {
	if x < 0 {
		x += w.width
	}
	if y < 0 {
		y += w.height
	}
	return append([]string{"mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y)}, then...)
}
