package ui

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/settings"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Trouble is an archive that does not open.
type Trouble struct {
	Err      error
	Path     string
	Missing  bool // there is none at the path: one may be made
	OnRetry  func()
	OnCreate func()
	OnQuit   func()
}

// Trouble fills the window with what keeps an archive from opening, in a sentence, and with what one
// can do then. It needs no archive.
func (s *Shell) Trouble(t Trouble) {
	s.settings = settings.Defaults()
	s.settings.Language = s.p.Start
	if err := s.speak(); err != nil {
		s.p.Log.Error("no words", "error", err)
		return
	}
	s.dress()
	w := s.words
	title := w.T("start.trouble")
	if t.Missing {
		title = w.T("start.missing")
	}
	create := kit.PrimaryButton(w.T("start.create"), t.OnCreate).WithIcon(look.IconPlus)
	other := kit.SecondaryButton(w.T("start.other"), s.openElse).WithIcon(look.IconFolderOpen)
	retry := kit.PrimaryButton(w.T("start.retry"), t.OnRetry).WithIcon(look.IconRefreshCw)
	quit := kit.QuietButton(w.T("start.quit"), t.OnQuit)
	actions := []fyne.CanvasObject{retry, other, quit}
	if t.Missing {
		actions = []fyne.CanvasObject{create, other, quit}
	}
	s.alone(kit.NewTouchScroll(kit.Padded(look.Wide, kit.AtMost(troubleWidth, kit.Stack(0, kit.Card(
		kit.Row(newLogo(), kit.Grow(kit.Title(title))),
		kit.Body(w.Error(t.Err)),
		kit.Quiet(w.T("start.path", i18n.Args{"Path": t.Path})),
		kit.Flow(actions...),
	))))))
}

const troubleWidth float32 = 680
