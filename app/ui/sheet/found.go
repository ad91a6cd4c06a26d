package sheet

import (
	"context"
	"errors"

	"bienvenue/app/ui/kit"
)

// found is what a machine prints with.
type found struct {
	printers []Printer
	absent   error // why there are none
	last     Choice
}

// look finds the printers. Without a list, the machine's viewer prints.
func (s *Screen) look(ctx context.Context) found {
	printers, err := s.Output.Printers(ctx)
	if err != nil {
		printers = nil
	}
	return found{printers, err, s.Output.Remembered(s.Texts.Kind)}
}

// onAgain looks how the printers are now: somebody put paper in, or switched one on.
func (s *Screen) onAgain() {
	s.able(false)
	kit.Run(s.Run, func() (found, error) { return s.look(context.Background()), nil }, func(f found, _ error) {
		f.last = s.ways.last
		s.offer(f)
		s.able(true)
	})
}

func (s *Screen) offer(f found) {
	s.absent = f.absent
	sides := len(s.made.Leaves)
	if s.made.Alone {
		sides = 1
	}
	s.ways.offer(f.printers, f.last, sides)
	s.room.Refresh()
}

// why says why the viewer opens in a printer's place.
func (s *Screen) why() string {
	switch {
	case errors.Is(s.absent, ErrNoPrinting):
		return s.Words.T("sheet.screen.viewer-prints")
	case errors.Is(s.absent, ErrNoService):
		return s.Words.T("sheet.screen.no-service")
	}
	return s.Words.T("sheet.screen.opened-to-print")
}
