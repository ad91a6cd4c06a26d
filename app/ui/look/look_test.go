package look

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"path"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bienvenue/assets"
)

// pairs are all the texts of the window and the grounds they stand on.
var pairs = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	Ink:       {Page, Card, Sunken, Hover, Pressed, AccentSoft, DoneSoft, AttentionSoft, LateSoft},
	Quiet:     {Page, Card, Sunken, Hover, Pressed, AccentSoft},
	Accent:    {Page, Card, Sunken, Hover, Pressed, AccentSoft},
	Done:      {Page, Card, Sunken, Hover, Pressed, DoneSoft},
	Attention: {Page, Card, Sunken, Hover, Pressed, AttentionSoft},
	Late:      {Page, Card, Sunken, Hover, Pressed, LateSoft},
	OnAccent:  {Accent, AccentPressed, Done, Attention, Late},

	theme.ColorNameForeground:          {theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameSelection, theme.ColorNameHover},
	theme.ColorNamePlaceHolder:         {theme.ColorNameBackground, theme.ColorNameInputBackground},
	theme.ColorNameHyperlink:           {theme.ColorNameBackground, theme.ColorNameMenuBackground},
	theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
	theme.ColorNameForegroundOnError:   {theme.ColorNameError},
	theme.ColorNameForegroundOnSuccess: {theme.ColorNameSuccess},
	theme.ColorNameForegroundOnWarning: {theme.ColorNameWarning},
}

func TestEveryTextCanBeReadOnItsGround(t *testing.T) {
	accents := map[string]color.NRGBA{
		"petrol": DefaultAccent, "yellow": rgb(0xFFD400), "white": white, "black": black, "sky": rgb(0x7FC8F8),
		"red": rgb(0xE30613), "lime": rgb(0xB5E61D), "navy": rgb(0x0A1A4F), "grey": rgb(0x808080), "pink": rgb(0xFF5FA2),
		"orange": rgb(0xF28C28), "violet": rgb(0x6A1B9A), "green": rgb(0x2E7D32), "nothing chosen": {},
	}
	for name, accent := range accents {
		for _, mode := range []Mode{Light, Dark} {
			shown := New(Style{Mode: mode, Accent: accent})
			for text, grounds := range pairs {
				for _, ground := range grounds {
					ratio := Contrast(shown.Color(text, 0), shown.Color(ground, 0))
					if ratio < readable {
						t.Errorf("%s accent, %s: %s on %s is %.2f, want at least %.1f", name, mode, text, ground, ratio, readable)
					}
				}
			}
		}
	}
}

func TestEveryHueCanBeReadOnItsGround(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		shown := New(Style{Mode: mode})
		seen := map[color.Color]bool{}
		for n := range hues {
			strong, soft := Hue(n)
			for _, ground := range []fyne.ThemeColorName{Page, Card, Sunken, soft} {
				if ratio := Contrast(shown.Color(strong, 0), shown.Color(ground, 0)); ratio < readable {
					t.Errorf("%s: %s on %s is %.2f, want at least %.1f", mode, strong, ground, ratio, readable)
				}
			}
			if c := shown.Color(strong, 0); seen[c] {
				t.Errorf("%s: %s is the colour of another", mode, strong)
			} else {
				seen[c] = true
			}
		}
	}
	if first, _ := Hue(0); first != hues[0].strong {
		t.Errorf("the first hue is %s", first)
	}
	if again, _ := Hue(len(hues)); again != hues[0].strong {
		t.Errorf("after the last hue comes %s", again)
	}
}

func TestAReadableAccentIsKeptAsTheCoopChoseIt(t *testing.T) {
	if got := New(Style{Mode: Light}).Color(Accent, 0); got != DefaultAccent {
		t.Errorf("accent is %v, want %v", got, DefaultAccent)
	}
}

func TestTheModeIsThePersonsChoice(t *testing.T) {
	cases := map[string]struct {
		mode    Mode
		variant fyne.ThemeVariant
		want    color.NRGBA
	}{
		"light on a dark desktop":       {Light, theme.VariantDark, day.page},
		"dark on a light desktop":       {Dark, theme.VariantLight, night.page},
		"system on a dark desktop":      {System, theme.VariantDark, night.page},
		"system on a light desktop":     {System, theme.VariantLight, day.page},
		"nothing chosen, light desktop": {"", theme.VariantLight, day.page},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := New(Style{Mode: c.mode}).Color(Page, c.variant); got != c.want {
				t.Errorf("page is %v, want %v", got, c.want)
			}
		})
	}
}

func TestTheScaleStaysInItsLimits(t *testing.T) {
	cases := map[string]struct{ scale, want float32 }{
		"usual": {0, 15}, "double": {2, 30}, "too large": {9, 30}, "too small": {0.1, 12},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := New(Style{Scale: c.scale}).Size(SizeBody); got != c.want {
				t.Errorf("body is %v, want %v", got, c.want)
			}
		})
	}
}

func TestEveryIconHasItsDrawingAndItsName(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "icons.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{"bienvenue": true}
	ast.Inspect(file, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok {
			return true
		}
		name, err := strconv.Unquote(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		named[name] = true
		if !Icon(name).Exists() {
			t.Errorf("icon %s has no drawing", name)
		}
		return true
	})
	drawings, err := assets.Icons.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drawings {
		if name := strings.TrimSuffix(path.Base(d.Name()), ".svg"); !named[name] {
			t.Errorf("drawing %s has no name in code", name)
		}
	}
}

func TestAnIconTakesItsColour(t *testing.T) {
	drawn := IconHouse.Drawn(rgb(0x123456))
	if !bytes.Contains(drawn.Content(), []byte(`stroke="#123456"`)) || bytes.Contains(drawn.Content(), []byte("currentColor")) {
		t.Errorf("not recoloured: %s", drawn.Content())
	}
	if other := IconHouse.Drawn(black); other.Name() == drawn.Name() {
		t.Error("two colours share a name, so the toolkit would show the first for both")
	}
}

func TestTheFontHasWhatFrenchNeeds(t *testing.T) {
	shown := New(Style{})
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		if name := shown.Font(style).Name(); !strings.HasPrefix(name, "AtkinsonHyperlegibleNext") {
			t.Errorf("%s is shown in %s", fmt.Sprintf("%+v", style), name)
		}
	}
}
