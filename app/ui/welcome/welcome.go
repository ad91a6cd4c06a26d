// Package welcome is what a new archive begins with: the coop's name and the first member of staff.
// It also says what keeps an archive from opening, and what one can do then.
package welcome

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// First is what a new archive begins with.
type First struct {
	Coop  string
	Staff coop.Staff
}

// Desk begins an archive.
type Desk interface {
	// Begin keeps the coop's name and the first member of staff, who is returned.
	Begin(ctx context.Context, first First) (coop.Staff, error)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk      Desk
	Words     *i18n.Words
	Run       kit.Runner
	Logo      fyne.CanvasObject
	Path      string // where the archive lies
	OnBegun   func(coop.Staff)
	OnError   func(error)
	OnElse    func() // open an archive that exists already
	Languages []kit.Option[string]
	OnSpeak   func(language string)
}

// Screen is the first page of a new archive.
type Screen struct {
	p          Params
	coop, name *kit.Field
	login      *kit.Field
	role       *kit.Choice[coop.Role]
	begin      *kit.Button
	loginTyped bool
	content    fyne.CanvasObject
}

const pageWidth float32 = 600

// New makes the page.
func New(p Params) *Screen {
	w := p.Words
	s := &Screen{p: p}
	s.coop = kit.NewField(w.T("shell.first.coop"), "", func(string) { s.check() }).WithPlaceholder(w.T("shell.first.coop.example"))
	s.name = kit.NewField(w.T("shell.first.name"), "", s.named).WithPlaceholder(w.T("shell.first.name.example"))
	s.login = kit.NewField(w.T("shell.first.login"), "", func(string) { s.loginTyped = true; s.check() }).WithHint(w.T("shell.first.login.hint"))
	options := []kit.Option[coop.Role]{}
	for _, r := range coop.Roles() {
		options = append(options, kit.Option[coop.Role]{Value: r, Words: w.T(i18n.RoleKey(r))})
	}
	s.role = kit.NewChoice(options, nil)
	s.role.Set(coop.Administrator)
	s.begin = kit.PrimaryButton(w.T("shell.first.begin"), s.press).WithTrailingIcon(look.IconArrowRight)
	languages := kit.NewChoice(p.Languages, p.OnSpeak)
	languages.Set(w.Language())
	card := kit.Card(
		kit.Row(p.Logo, kit.Grow(kit.Title(w.T("shell.first.title")))),
		kit.Body(w.T("shell.first.text")),
		s.coop, s.name, s.login,
		kit.Lines(kit.Caption(w.T("shell.first.role")).Strong(), s.role.Object()),
		kit.Row(kit.QuietButton(w.T("shell.first.else"), p.OnElse).WithIcon(look.IconFolderOpen), kit.Spacer(), s.begin),
		kit.Caption(w.T("shell.first.where", i18n.Args{"Path": p.Path})),
	)
	s.content = kit.NewTouchScroll(kit.Padded(look.Wide, kit.AtMost(pageWidth, kit.Column(languages.Object(), card))))
	s.coop.OnSubmitted = func(string) { s.name.Focus() }
	s.name.OnSubmitted = func(string) { s.pressKey() }
	s.login.OnSubmitted = func(string) { s.pressKey() }
	s.check()
	return s
}

// pressKey is Return in the last fields.
func (s *Screen) pressKey() {
	if !s.begin.Disabled() {
		s.press()
	}
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// First is the field that takes the keyboard.
func (s *Screen) First() fyne.Focusable { return s.coop.Focusable() }

// named proposes a login: the first name in small letters.
func (s *Screen) named(name string) {
	if !s.loginTyped {
		s.login.SetText(Login(name))
	}
	s.check()
}

// Login proposes a short name to type at the terminal: the first name in small letters.
func Login(name string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	return strings.ToLower(first)
}

func (s *Screen) check() {
	if strings.TrimSpace(s.coop.Text()) == "" || strings.TrimSpace(s.name.Text()) == "" || strings.TrimSpace(s.login.Text()) == "" {
		s.begin.Disable()
		return
	}
	s.begin.Enable()
}

func (s *Screen) press() {
	role, _ := s.role.Value()
	first := First{
		Coop:  strings.TrimSpace(s.coop.Text()),
		Staff: coop.Staff{Name: s.name.Text(), Login: s.login.Text(), Role: role, Active: true},
	}
	s.begin.Disable()
	kit.Run(s.p.Run, func() (coop.Staff, error) {
		return s.p.Desk.Begin(context.Background(), first)
	}, func(who coop.Staff, err error) {
		s.begin.Enable()
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.p.OnBegun(who)
	})
}
