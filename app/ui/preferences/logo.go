package preferences

import (
	"bytes"
	"context"
	"image/color"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// The place that a logo is shown in: the sheet gives it the same proportions.
const logoWidth, logoHeight float32 = 230, 84

// logoField shows the coop's logo on paper's white, and lets a person choose another.
type logoField struct {
	form   *form
	logo   []byte
	box    *fyne.Container
	shown  *fyne.Container
	none   *kit.Text
	choose *kit.Button
	remove *kit.Button
}

func (f *form) logo() fyne.CanvasObject {
	s := f.screen
	w := s.p.Words
	l := &logoField{
		form: f, logo: s.values.Logo, none: kit.Quiet(w.T("preferences.logo.none")),
		shown: container.NewStack(),
	}
	l.choose = kit.SecondaryButton(w.T("preferences.logo.choose"), func() { s.p.ChooseLogo(l.read) }).WithIcon(look.IconUpload)
	l.remove = kit.QuietButton(w.T("preferences.logo.remove"), func() { l.set(nil) }).WithIcon(look.IconTrash)
	f.reads = append(f.reads, func(v *Values) bool {
		v.Logo = l.logo
		return true
	})
	l.box = kit.Stack(look.Snug, kit.Caption(w.T("preferences.logo")).Strong(), l.shown, l.none)
	if s.p.ChooseLogo != nil {
		l.box.Add(kit.Flow(l.choose, l.remove))
	}
	l.show()
	return l.box
}

// read takes a file's picture; one that is none is explained, and the logo before stays.
func (l *logoField) read(path string) {
	s := l.form.screen
	l.choose.Disable()
	kit.Run(s.p.Run, func() ([]byte, error) {
		return s.p.Desk.ReadLogo(context.Background(), path)
	}, func(logo []byte, err error) {
		l.choose.Enable()
		if err != nil {
			s.p.OnError(err)
			return
		}
		l.set(logo)
	})
}

func (l *logoField) set(logo []byte) {
	l.logo = logo
	l.show()
	l.form.touched()
}

func (l *logoField) show() {
	l.shown.Objects = nil
	picture, err := png.Decode(bytes.NewReader(l.logo))
	there := err == nil
	if there {
		shown := canvas.NewImageFromImage(picture)
		shown.FillMode = canvas.ImageFillContain
		ground := canvas.NewRectangle(color.White)
		ground.CornerRadius = look.Snug
		ground.StrokeColor, ground.StrokeWidth = look.Color(look.Line), look.Hair
		place := container.NewStack(ground, kit.Padded(look.Snug, shown))
		l.shown.Add(kit.Row(kit.Sized(logoWidth, logoHeight, place), kit.Spacer()))
	}
	l.shown.Hidden, l.none.Hidden, l.remove.Hidden = !there, there, !there
	l.box.Refresh()
}
