// Package look is how the window looks: colours that can be read, the type, the spaces and the icons.
// It knows no screen and no words.
package look

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bienvenue/assets"
)

// Mode is a person's choice of a light or a dark window.
type Mode string

// The modes; System follows the desktop.
const (
	Light  Mode = "light"
	Dark   Mode = "dark"
	System Mode = "system"
)

// Limits of the text scale, and the usual one.
const (
	MinScale     = 0.8
	MaxScale     = 2.0
	DefaultScale = 1.0
)

// Style is what the settings say about the look. Its zero value is the default look.
type Style struct {
	Mode   Mode        // "" is System
	Accent color.NRGBA // zero is DefaultAccent; the theme darkens or lightens it until text on it can be read
	Scale  float32     // text scale, 0.8 to 2; 0 is 1
}

// Theme draws the window; make one with New.
type Theme struct {
	mode                   Mode
	scale                  float32
	day, night             palette
	regular, bold, slanted fyne.Resource
}

var _ fyne.Theme = (*Theme)(nil)

var (
	fontRegular = fyne.NewStaticResource("AtkinsonHyperlegibleNext-Regular.ttf", assets.FontRegular)
	fontStrong  = fyne.NewStaticResource("AtkinsonHyperlegibleNext-SemiBold.ttf", assets.FontSemiBold)
	fontItalic  = fyne.NewStaticResource("AtkinsonHyperlegibleNext-Italic.ttf", assets.FontItalic)
)

// New is the theme of a style; hand it to Settings().SetTheme, again after each change of the style.
func New(s Style) *Theme {
	if s.Accent == (color.NRGBA{}) {
		s.Accent = DefaultAccent
	}
	if s.Scale == 0 {
		s.Scale = DefaultScale
	}
	return &Theme{
		mode: s.Mode, scale: min(max(s.Scale, MinScale), MaxScale),
		day: day.paint(s.Accent), night: night.paint(s.Accent),
		regular: fontRegular, bold: fontStrong, slanted: fontItalic,
	}
}

// Color is the colour of a role, ours or one of the toolkit's own.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.palette(variant)
	if c, ok := p[name]; ok {
		return c
	}
	if role, ok := toolkitColors[name]; ok {
		return p[role]
	}
	return theme.DefaultTheme().Color(name, variant)
}

func (t *Theme) palette(variant fyne.ThemeVariant) palette {
	switch t.mode {
	case Light:
		return t.day
	case Dark:
		return t.night
	case System:
	}
	if variant == theme.VariantDark {
		return t.night
	}
	return t.day
}

// toolkitColors says which of our roles the toolkit's own widgets are drawn in.
var toolkitColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          Page,
	theme.ColorNameButton:              Card,
	theme.ColorNameDisabledButton:      Sunken,
	theme.ColorNameDisabled:            Faint,
	theme.ColorNameError:               Late,
	theme.ColorNameFocus:               AccentSoft,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   OnAccent,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameForegroundOnSuccess: OnAccent,
	theme.ColorNameForegroundOnWarning: OnAccent,
	theme.ColorNameHeaderBackground:    Card,
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInputBackground:     Card,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameMenuBackground:      Card,
	theme.ColorNameOverlayBackground:   Card,
	theme.ColorNamePlaceHolder:         Quiet,
	theme.ColorNamePressed:             Pressed,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameScrollBar:           Edge,
	theme.ColorNameScrollBarBackground: Clear,
	theme.ColorNameSelection:           AccentSoft,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameShadow:              Clear,
	theme.ColorNameSuccess:             Done,
	theme.ColorNameWarning:             Attention,
}

// Font is Atkinson Hyperlegible Next, semi-bold where bold is asked for.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	case style.Italic:
		return t.slanted
	default:
		return t.regular
	}
}

// Icon is the toolkit's own icon; ours are drawn by name, see Icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// usual stands in where another theme is set, such as before the window is dressed.
var usual = sync.OnceValue(func() *Theme { return New(Style{Mode: Light}) })

func current() *Theme {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t
	}
	return usual()
}

// Color is a role's colour in the theme and variant that are shown now.
func Color(name fyne.ThemeColorName) color.Color {
	return current().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
