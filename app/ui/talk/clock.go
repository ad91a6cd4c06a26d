package talk

import (
	"time"

	"bienvenue/app/coop"
)

// clock counts the time spent on each step, by a clock that it was handed.
type clock struct {
	now     func() time.Time
	spent   map[coop.StepID]time.Duration
	step    coop.StepID
	since   time.Time
	running bool
}

// start lets the time run; it says whether it stood still before.
func (c *clock) start(step coop.StepID) bool {
	if c.running {
		return false
	}
	c.step, c.since, c.running = step, c.now(), true
	return true
}

func (c *clock) stop() {
	c.settle()
	c.running = false
}

// turn counts for another step from now on.
func (c *clock) turn(step coop.StepID) {
	c.settle()
	c.step = step
}

func (c *clock) settle() {
	if !c.running {
		return
	}
	now := c.now()
	if c.step != "" {
		c.spent[c.step] += max(now.Sub(c.since), 0)
	}
	c.since = now
}

// times is the time spent on each step up to now.
func (c *clock) times() map[coop.StepID]time.Duration {
	c.settle()
	return c.spent
}

func (c *clock) seconds(step coop.StepID) int {
	c.settle()
	return int(c.spent[step].Seconds())
}
