package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// glide turns a finger's drag into scrolling that runs on a little after the finger leaves. It measures speed in
// units a frame, so that it needs no clock: a frame without movement slows it down, under the finger and after.
type glide struct {
	scroll func(by float32) // positive scrolls down

	ticker *fyne.Animation
	moved  float32 // since the last frame
	speed  float32 // a frame
	held   bool    // the finger is down
}

const (
	glideHold    = 0.6   // how much of the speed a frame under the finger keeps
	glideFree    = 0.95  // how much of the speed a frame without the finger keeps
	glideStill   = 0.4   // slower is standing still
	glideLongest = 120.0 // the fastest, in units a frame
)

func (g *glide) drag(dy float32) {
	g.held = true
	g.moved -= dy
	g.scroll(-dy)
	if g.ticker == nil {
		ticker := &fyne.Animation{Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever}
		ticker.Tick = func(float32) { g.frame(ticker) }
		g.ticker = ticker
		ticker.Start()
	}
}

func (g *glide) release() { g.held = false }

// stop ends the movement: a new press, a jump to a place.
func (g *glide) stop() {
	g.moved, g.speed, g.held = 0, 0, false
	if g.ticker != nil {
		g.ticker.Stop()
		g.ticker = nil
	}
}

func (g *glide) frame(ticker *fyne.Animation) {
	if g.ticker != ticker {
		return
	}
	if g.held {
		g.speed = g.speed*glideHold + g.moved*(1-glideHold)
		g.moved = 0
		return
	}
	g.speed = min(max(g.speed*glideFree, -glideLongest), glideLongest)
	if g.speed > -glideStill && g.speed < glideStill {
		g.stop()
		return
	}
	g.scroll(g.speed)
}
