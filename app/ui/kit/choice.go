package kit

import (
	"slices"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// Option is one thing to choose: the value that the program keeps and the words that a person reads.
type Option[T comparable] struct {
	Value T
	Words string
	Icon  look.Icon // "" for none
	Tone  Tone      // the tone when chosen; Plain is the accent
}

// Choice is one of a few values, shown as chips that flow onto as many lines as they need.
type Choice[T comparable] struct {
	options   []Option[T]
	chips     []*Chip
	box       *fyne.Container
	chosen    int // -1 for none
	onChanged func(T)
}

// NewChoice starts with nothing chosen. onChanged is called after a person's choice only.
func NewChoice[T comparable](options []Option[T], onChanged func(T)) *Choice[T] {
	c := &Choice[T]{box: Flow(), chosen: -1, onChanged: onChanged}
	c.SetOptions(options)
	return c
}

// Object is what stands on the screen.
func (c *Choice[T]) Object() fyne.CanvasObject { return c.box }

// Parts are the chips, for whoever wants to know how wide they are beside each other.
func (c *Choice[T]) Parts() []fyne.CanvasObject { return slices.Clone(c.box.Objects) }

// SetOptions replaces the options; the chosen value stays chosen if it is among them.
func (c *Choice[T]) SetOptions(options []Option[T]) {
	value, chosen := c.Value()
	c.options, c.chips, c.chosen = options, nil, -1
	c.box.Objects = nil
	for i, option := range options {
		chip := NewChip(option.Words, false, func(bool) { c.choose(i) }).WithIcon(option.Icon)
		if option.Tone != Plain {
			chip.Toned(option.Tone)
		}
		chip.exclusive = true
		c.chips = append(c.chips, chip)
		c.box.Objects = append(c.box.Objects, chip)
	}
	if chosen {
		c.Set(value)
	}
	c.box.Refresh()
}

// Value is the chosen value, if one is chosen.
func (c *Choice[T]) Value() (T, bool) {
	if c.chosen < 0 {
		var none T
		return none, false
	}
	return c.options[c.chosen].Value, true
}

// Set chooses a value without calling onChanged; a value that is not offered leaves nothing chosen.
func (c *Choice[T]) Set(value T) {
	c.mark(-1)
	for i, option := range c.options {
		if option.Value == value {
			c.mark(i)
		}
	}
}

// Clear leaves nothing chosen, without calling onChanged.
func (c *Choice[T]) Clear() { c.mark(-1) }

// Press chooses the n-th option, from 0, as a person would: for the number keys.
func (c *Choice[T]) Press(n int) {
	if n >= 0 && n < len(c.chips) && !c.chips[n].on {
		c.chips[n].press()
	}
}

// Enable lets a person choose.
func (c *Choice[T]) Enable() {
	for _, chip := range c.chips {
		chip.Enable()
	}
}

// Disable shows the choice without letting a person change it.
func (c *Choice[T]) Disable() {
	for _, chip := range c.chips {
		chip.Disable()
	}
}

func (c *Choice[T]) choose(i int) {
	c.mark(i)
	if c.onChanged != nil {
		c.onChanged(c.options[i].Value)
	}
}

func (c *Choice[T]) mark(i int) {
	c.chosen = i
	for n, chip := range c.chips {
		chip.Set(n == i)
	}
}

// Choices is any number of a few values, shown as chips.
type Choices[T comparable] struct {
	options   []Option[T]
	chips     []*Chip
	box       *fyne.Container
	onChanged func(T, bool)
}

// NewChoices starts with nothing on. onChanged is called after a person's press only.
func NewChoices[T comparable](options []Option[T], onChanged func(value T, on bool)) *Choices[T] {
	c := &Choices[T]{options: options, box: Flow(), onChanged: onChanged}
	for _, option := range options {
		chip := NewChip(option.Words, false, func(on bool) {
			if c.onChanged != nil {
				c.onChanged(option.Value, on)
			}
		}).WithIcon(option.Icon)
		if option.Tone != Plain {
			chip.Toned(option.Tone)
		}
		c.chips = append(c.chips, chip)
		c.box.Objects = append(c.box.Objects, chip)
	}
	return c
}

// Object is what stands on the screen.
func (c *Choices[T]) Object() fyne.CanvasObject { return c.box }

// Values are the values that are on, in the order of the options.
func (c *Choices[T]) Values() []T {
	var on []T
	for i, chip := range c.chips {
		if chip.on {
			on = append(on, c.options[i].Value)
		}
	}
	return on
}

// Set switches on the given values and no others, without calling onChanged.
func (c *Choices[T]) Set(values ...T) {
	for i, chip := range c.chips {
		on := false
		for _, value := range values {
			on = on || c.options[i].Value == value
		}
		chip.Set(on)
	}
}
