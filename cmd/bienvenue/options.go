package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"bienvenue/app/i18n"
	"bienvenue/app/settings"
)

// options is what the command line says.
type options struct {
	archive  string
	theme    settings.Theme // "" follows the settings
	language string         // "" follows the settings
	staff    string         // login of whoever works, "" asks
	width    float32
	height   float32
	version  bool
}

// A window's usual and least sizes.
const (
	usualWidth, usualHeight float32 = 1280, 800
	leastSide                       = 320
)

// parse reads the command line.
func parse(args []string) (options, error) {
	o := options{width: usualWidth, height: usualHeight}
	set := flag.NewFlagSet("bienvenue", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	set.StringVar(&o.archive, "archive", "", "")
	set.StringVar(&o.staff, "staff", "", "")
	set.BoolVar(&o.version, "version", false, "")
	set.Func("theme", "", func(text string) error {
		o.theme = settings.Theme(text)
		return oneOf(o.theme, settings.Themes())
	})
	set.Func("language", "", func(text string) error {
		o.language = text
		return oneOf(text, i18n.Languages())
	})
	set.Func("size", "", o.readSize)
	if err := set.Parse(args); err != nil {
		return o, fmt.Errorf("command line: %w", err)
	}
	if set.NArg() > 0 {
		return o, fmt.Errorf("command line: %q", set.Arg(0))
	}
	return o, nil
}

func oneOf[T ~string](value T, known []T) error {
	if !slices.Contains(known, value) {
		return fmt.Errorf("%v", known)
	}
	return nil
}

func (o *options) readSize(text string) error {
	var width, height int
	if n, err := fmt.Sscanf(text, "%dx%d", &width, &height); err != nil || n != 2 || width < leastSide || height < leastSide {
		return errors.New("1280x800")
	}
	o.width, o.height = float32(width), float32(height)
	return nil
}
