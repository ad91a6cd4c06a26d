package main

import (
	"context"
	"image"
	"time"
)

// Steps of Tab in a lying window's agenda, from its beginning: the ways of looking at it come first. In a
// standing one, the ways from page to page do.
const (
	toDay = iota + 1
	toWeek
	toMonth
	toRound
	toBefore
	toThisOne
	toNext

	upright = 3 // ways from page to page, before the ways of looking
)

// anew opens the agenda, and looks at today in one of its ways.
func anew(way int) act {
	return func(ctx context.Context, w *window) error {
		for _, do := range []act{
			keys("Escape"), settled(), keys("ctrl+1"), settled(), keys("ctrl+3"), settled(),
			inside(tabs(way), tabs(toThisOne-toRound)), keys("Return"), settled(),
			inside(tabs(toThisOne-way), tabs(way+upright-toThisOne+toRound)), keys("Return"), patience(restsFor),
		} {
			if err := do(ctx, w); err != nil {
				return err
			}
		}
		return nil
	}
}

// diaryStops look at the agenda in all its ways, drag a visit onto another one, print the round, and
// follow a visit at which nobody was there.
func diaryStops() []stop {
	return []stop{
		{name: "diary-today"},
		{name: "diary-week", do: []act{keys("ctrl+3")}},
		{name: "diary-empty", do: []act{inside(tabs(toNext), tabs(toNext-toRound)), returns(9)}},
		{name: "diary-month", do: []act{anew(toMonth)}},
		{name: "diary-day", do: []act{anew(toDay)}},
		{name: "diary-refused", do: []act{hold(9*60+15, 10*60+45)}, slight: true},
		{name: "diary-refused-said", do: []act{release()}, slight: true},
		{name: "diary-act", do: []act{pressAt(10*60 + 55)}},
		{name: "diary-close", do: []act{inside(middle(0, 113), middle(0, 72))}},
		{name: "diary-absent", do: []act{tabs(2), keys("Return"), settled(), primary(last), patience(laidOut)}},
		{name: "diary-second", do: []act{primary(last)}},
		{name: "diary-round", do: []act{anew(toRound)}},
		{name: "round", do: []act{inside(tabs(4), tabs(3)), keys("Return"), patience(laidOut)}},
		{name: "proposals", do: []act{anew(toWeek), settled(), inside(click(-227, 382), click(600, 921))}},
		{name: "reminders", do: []act{anew(toWeek), settled(), inside(tabs(3), tabs(4)), keys("Return")}},
	}
}

// waveStops plan a wave and book it.
func waveStops() []stop {
	return []stop{
		{name: "wave", do: []act{anew(toWeek), settled(), inside(click(-240, 217), click(-113, 835))}},
		{name: "wave-plan", do: []act{primary(last)}},
		{name: "wave-booked", do: []act{primary(last)}},
		{name: "diary-full", do: []act{anew(toWeek), settled(), inside(tabs(1), backTabs(2)), returns(2)}},
	}
}

// patience waits, where what comes is no other screen than the one before, or comes late: a paper's page is
// quiet until it has been laid out.
func patience(long time.Duration) act {
	return func(ctx context.Context, w *window) error { return w.wait(ctx, long) }
}

const laidOut = 3 * time.Second

// middle presses a point beside the middle of the window, where sheets lie.
func middle(right, down int) act {
	return func(ctx context.Context, w *window) error { return click(w.width/2+right, w.height/2+down)(ctx, w) }
}

// at is where a minute of the day lies in the agenda's day, which shows the hours from 8 to 18.
func at(w *window, minute int) image.Point {
	const opens, closes, aside = 8 * 60, 18 * 60, 400
	top, foot := 181, w.height-8
	if w.height > w.width {
		top, foot = 227, 782
	}
	return image.Pt(aside, top+(foot-top)*(minute-opens)/(closes-opens))
}

// pressAt presses what stands at a minute of the agenda's day.
func pressAt(minute int) act {
	return func(ctx context.Context, w *window) error {
		p := at(w, minute)
		return click(p.X, p.Y)(ctx, w)
	}
}

// hold takes what stands at a minute of the agenda's day to another one, and keeps hold of it.
func hold(from, to int) act {
	return func(ctx context.Context, w *window) error { return carry(at(w, from), at(w, to))(ctx, w) }
}
