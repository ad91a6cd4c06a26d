package main

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"time"
)

// primary presses a button that is filled with the accent, the one obvious
// thing to press: the first (0) of those in sight in reading order, a later one,
// or the last. So a stop needs to know neither the layout nor the language.
func primary(n int) act {
	return func(ctx context.Context, w *window) error {
		for limit := time.Now().Add(paintWithin); ; { // a busy computer shows it late
			img, err := w.settle(ctx, nil)
			if err != nil {
				return err
			}
			found := accentButtons(img)
			at := n
			if n == last {
				at = max(len(found)-1, 0)
			}
			if at < len(found) {
				middle := found[at].Min.Add(found[at].Size().Div(2))
				return click(middle.X, middle.Y)(ctx, w)
			}
			if time.Now().After(limit) {
				return fmt.Errorf("of %d filled buttons in sight there is no number %d", len(found), at+1)
			}
			if err := w.wait(ctx, restsFor); err != nil {
				return err
			}
		}
	}
}

// last is the last of the filled buttons in sight: what a sheet or a page ends with.
const last = -1

// A filled button is at least so large, and so much of it is not its words.
const (
	buttonWidth, buttonHeight = 80, 40
	buttonTallest             = 90
	buttonFilled              = 0.55
)

// accentButtons finds the rectangles filled with the accent, in reading order.
func accentButtons(img *image.RGBA) []image.Rectangle {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	todo := make([]bool, width*height)
	for i := range todo {
		todo[i] = isAccent(img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2])
	}
	var found []image.Rectangle
	for i := range todo {
		if !todo[i] {
			continue
		}
		box, count := flood(todo, width, i)
		size := box.Size()
		if size.X >= buttonWidth && size.Y >= buttonHeight && size.Y <= buttonTallest &&
			float64(count) >= buttonFilled*float64(size.X*size.Y) {
			found = append(found, box)
		}
	}
	slices.SortStableFunc(found, func(a, b image.Rectangle) int {
		const oneLine = 20
		if d := a.Min.Y - b.Min.Y; d < -oneLine || d > oneLine {
			return d
		}
		return cmp.Compare(a.Min.X, b.Min.X)
	})
	return found
}

// flood takes the spot that holds a pixel out of todo, and returns the box
// around it and how many pixels it has.
func flood(todo []bool, width, from int) (image.Rectangle, int) {
	box, count := image.Rectangle{}, 0
	stack := []int{from}
	todo[from] = false
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		x, y := i%width, i/width
		box = box.Union(image.Rect(x, y, x+1, y+1))
		count++
		for _, next := range []struct {
			i    int
			same bool
		}{{i - 1, x > 0}, {i + 1, x < width-1}, {i - width, y > 0}, {i + width, i+width < len(todo)}} {
			if next.same && todo[next.i] {
				todo[next.i] = false
				stack = append(stack, next.i)
			}
		}
	}
	return box, count
}

// isAccent tells the demo coop's petrol, in its light and its dark shade, from
// the calm colours around it and from its own soft tints.
func isAccent(red, green, blue byte) bool {
	r, g, b := float64(red), float64(green), float64(blue)
	most, least := max(r, g, b), min(r, g, b)
	if most == 0 || (most-least)/most < 0.45 || most < 0x50 || most == r {
		return false
	}
	hue := 60 * (4 + (r-g)/(most-least)) // between green (120) and blue (240)
	if most == g {
		hue = 60 * (2 + (b-r)/(most-least))
	}
	return math.Abs(hue-185) < 15
}
