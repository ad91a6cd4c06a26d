package main

import (
	"context"
	"image"
	"slices"
	"strconv"
	"time"
)

// act is one thing that a person does at the window.
type act func(context.Context, *window) error

// keys presses keys or chords, one after the other.
func keys(names ...string) act {
	return func(ctx context.Context, w *window) error {
		_, err := w.xdotool(ctx, append([]string{"key", "--clearmodifiers", "--delay", "60"}, names...)...)
		return err
	}
}

// tabs goes on by so many fields and buttons.
func tabs(n int) act {
	return func(ctx context.Context, w *window) error {
		_, err := w.xdotool(ctx, append([]string{"key", "--delay", "30"}, slices.Repeat([]string{"Tab"}, n)...)...)
		return err
	}
}

// backTabs goes back by so many fields and buttons.
func backTabs(n int) act { return keys(slices.Repeat([]string{"shift+Tab"}, n)...) }

// returns presses Return again and again, and lets the screen rest in between.
func returns(times int) act {
	return func(ctx context.Context, w *window) error {
		for range times {
			if err := keys("Return")(ctx, w); err != nil {
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

// inside does one thing where the window is wider than high, and another where it stands.
func inside(lying, standing act) act {
	return func(ctx context.Context, w *window) error {
		if w.width > w.height {
			return lying(ctx, w)
		}
		return standing(ctx, w)
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

// drag moves a finger from one point to another and leaves.
func drag(from, to image.Point) act {
	return func(ctx context.Context, w *window) error {
		if err := carry(from, to)(ctx, w); err != nil {
			return err
		}
		return release()(ctx, w)
	}
}

// carry moves a finger from one point to another, in steps as a hand does, and rests there.
func carry(from, to image.Point) act {
	return func(ctx context.Context, w *window) error {
		if _, err := w.xdotool(ctx, w.moveTo(from.X, from.Y, "mousedown", "1")...); err != nil {
			return err
		}
		const steps = 8
		for i := 1; i <= steps; i++ {
			if err := w.wait(ctx, 30*time.Millisecond); err != nil {
				return err
			}
			at := from.Add(to.Sub(from).Mul(i).Div(steps))
			if _, err := w.xdotool(ctx, w.moveTo(at.X, at.Y)...); err != nil {
				return err
			}
		}
		// What was dragged has come to rest too, or it would glide on when the finger leaves: a busy computer is late.
		if _, err := w.settle(ctx, nil); err != nil {
			return err
		}
		return w.wait(ctx, 200*time.Millisecond)
	}
}

// release lets go, and leaves.
func release() act {
	return func(ctx context.Context, w *window) error {
		if _, err := w.xdotool(ctx, "mouseup", "1"); err != nil {
			return err
		}
		_, err := w.xdotool(ctx, w.moveTo(-1, -1)...)
		return err
	}
}

// scribble draws a name with the finger, about the middle of the window.
func scribble() act {
	return func(ctx context.Context, w *window) error {
		middle := image.Pt(w.width/2, w.height/2)
		for _, stroke := range [][2]image.Point{
			{image.Pt(-120, 20), image.Pt(-60, -30)}, {image.Pt(-60, -30), image.Pt(-20, 25)}, {image.Pt(-20, 10), image.Pt(110, -5)},
		} {
			if err := drag(middle.Add(stroke[0]), middle.Add(stroke[1]))(ctx, w); err != nil {
				return err
			}
		}
		return nil
	}
}

// pull drags a long page up by most of its height, at its right edge, where
// there are no fields: in a field a drag marks text.
func pull() act {
	return func(ctx context.Context, w *window) error {
		x, y := -30, w.height-170
		return drag(image.Pt(x, y), image.Pt(x, y-min(450, w.height/2)))(ctx, w)
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
