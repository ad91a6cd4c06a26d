package paper_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// drawing is a made-up logo: a blue house on clear ground, with a band below.
func drawing(width, height int) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			across, down := float64(x)/float64(width), float64(y)/float64(height)
			switch {
			case down < 0.7 && math.Abs(across-0.5) < down*0.6:
				out.SetNRGBA(x, y, color.NRGBA{R: 0x1F, G: 0x4E, B: 0x8C, A: 0xFF})
			case down > 0.75:
				out.SetNRGBA(x, y, color.NRGBA{R: 0xC8, G: 0x5A, B: 0x1E, A: 0xFF})
			}
		}
	}
	return out
}

func encoded(picture image.Image) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func logoOf(width, height int) []byte {
	out, err := paper.Logo(encoded(drawing(width, height)))
	if err != nil {
		panic(err)
	}
	return out
}

var wideLogo, tallLogo = logoOf(1800, 300), logoOf(200, 500)

// dressed is a sheet of a coop with a logo and the label, signed.
func dressed(s coop.Sheet, logo []byte) coop.Sheet {
	s.Logo, s.Coop.Qualibail = logo, true
	s.Signature = coop.Signature{Aspect: 3, At: made, Strokes: [][]coop.Point{{}, {{X: 0.9, Y: 0.3}}}}
	for i := range 60 {
		turn := float64(i) / 6
		s.Signature.Strokes[0] = append(s.Signature.Strokes[0], coop.Point{
			X: float32(0.1 + 0.012*float64(i) + 0.03*math.Cos(turn)), Y: float32(0.5 + 0.3*math.Sin(turn)),
		})
	}
	return s
}

func TestALogoOfAnySizeIsMadeFitForTheSheet(t *testing.T) {
	noise := image.NewNRGBA(image.Rect(0, 0, 900, 700))
	random := rand.NewChaCha8([32]byte{1})
	if _, err := random.Read(noise.Pix); err != nil {
		t.Fatal(err)
	}
	var photograph, moving bytes.Buffer
	if err := jpeg.Encode(&photograph, drawing(2000, 1000), nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&moving, drawing(120, 90), nil); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		src           []byte
		width, height int // 0: any within the limits
	}{
		"wide":                    {encoded(drawing(3000, 200)), 600, 40},
		"tall":                    {encoded(drawing(300, 1200)), 60, 240},
		"one dot high":            {encoded(drawing(5000, 1)), 600, 1},
		"small stays as it is":    {encoded(drawing(80, 60)), 80, 60},
		"a photograph":            {photograph.Bytes(), 480, 240},
		"a GIF":                   {moving.Bytes(), 120, 90},
		"what cannot be packed":   {encoded(noise), 0, 0},
		"a logo that was made so": {wideLogo, 600, 100},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := paper.Logo(c.src)
			if err != nil {
				t.Fatal(err)
			}
			got, err := png.Decode(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			size := got.Bounds().Size()
			if c.width > 0 && size != image.Pt(c.width, c.height) {
				t.Errorf("it is %v, want %d × %d", size, c.width, c.height)
			}
			if size.X > 600 || size.Y > 240 || len(out) > 80_000 {
				t.Errorf("it is %v of %d bytes", size, len(out))
			}
			for y := range size.Y {
				for x := range size.X {
					if _, _, _, a := got.At(x, y).RGBA(); a != 0xFFFF {
						t.Fatalf("paper shines through at %d, %d", x, y)
					}
				}
			}
		})
	}
}

func TestALogoOnClearGroundLiesOnWhite(t *testing.T) {
	got, err := png.Decode(bytes.NewReader(wideLogo))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := got.At(1, 1).RGBA(); r != 0xFFFF || g != 0xFFFF || b != 0xFFFF {
		t.Errorf("its corner is %x %x %x", r, g, b)
	}
	if r, _, b, _ := got.At(300, 50).RGBA(); r>>8 != 0x1F || b>>8 != 0x8C {
		t.Errorf("its middle is %x … %x", r>>8, b>>8)
	}
}

func TestWhatIsNoLogoIsRefusedWithItsReason(t *testing.T) {
	huge := image.NewPaletted(image.Rect(0, 0, 12_001, 1), color.Palette{color.White})
	whole := encoded(drawing(40, 30))
	for name, c := range map[string]struct {
		src []byte
		key string
	}{
		"nothing":             {nil, "sheet.refused.logo.broken"},
		"a letter":            {[]byte("Bonjour, voici notre logo."), "sheet.refused.logo.broken"},
		"a picture cut short": {whole[:len(whole)/2], "sheet.refused.logo.broken"},
		"too many dots":       {encoded(huge), "sheet.refused.logo.large"},
		"too heavy":           {make([]byte, 21<<20), "sheet.refused.logo.heavy"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := paper.Logo(c.src)
			refused, ok := errors.AsType[*coop.RefusalError](err)
			if !ok || refused.Key != c.key {
				t.Errorf("got %v, want %s", err, c.key)
			}
		})
	}
}

func TestTheLogoStandsOnTheSheetAndIsNeverABrokenOne(t *testing.T) {
	for name, c := range map[string]struct {
		logo []byte
		want int
	}{
		"wide": {wideLogo, 1}, "tall": {tallLogo, 1}, "clear ground, from elsewhere": {encoded(drawing(300, 100)), 1},
		"none": {nil, 0}, "broken": {wideLogo[:60], 0}, "no picture": {[]byte("logo"), 0},
	} {
		t.Run(name, func(t *testing.T) {
			path := printed(t, dressed(tenant(), c.logo), "fr")
			rows := strings.Split(strings.TrimSpace(tool(t, "pdfimages", "-list", path)), "\n")
			if got := len(rows) - 2; got != c.want {
				t.Errorf("%d pictures on the sheet, want %d", got, c.want)
			}
			if !strings.Contains(text(t, path), "Les Foyers du Bocage") {
				t.Error("the sheet does not name the coop")
			}
		})
	}
}

func TestTheLabelAndTheSignatureStandOnlyWhereTheyAre(t *testing.T) {
	plain, whole := text(t, printed(t, tenant(), "fr")), text(t, printed(t, dressed(tenant(), nil), "fr"))
	for _, words := range []string{"Label Qualibail", "Votre signature", "Signé le 23 novembre 2026"} {
		if strings.Contains(plain, words) || !strings.Contains(whole, words) {
			t.Errorf("%q: %s", words, whole)
		}
	}
	forged := dressed(tenant(), nil)
	forged.Signature.Strokes[0][0].X = 7
	if got := text(t, printed(t, forged, "fr")); strings.Contains(got, "Votre signature") {
		t.Errorf("a signature that no hand drew: %s", got)
	}
}
