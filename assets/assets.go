// Package assets holds what the programs carry inside them: fonts, icons, words and talk scripts.
// It knows nothing of what they mean.
package assets

import "embed"

// The window's and the paper's font, Atkinson Hyperlegible Next (SIL Open Font License, fonts/OFL.txt), as TTF bytes.
// A library that keeps or changes the bytes it is handed needs its own copy.
var (
	//go:embed fonts/AtkinsonHyperlegibleNext-Regular.ttf
	FontRegular []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-Italic.ttf
	FontItalic []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-SemiBold.ttf
	FontSemiBold []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-Bold.ttf
	FontBold []byte
)

// What the paper is set in where that font lacks letters, as in Ukrainian or Greek: Noto Sans (SIL Open Font License,
// fonts/OFL-NotoSans.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	NotoSansRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	NotoSansBold []byte
)

// What the paper is set in for Arabic: Noto Sans Arabic (SIL Open Font License, fonts/OFL-NotoSansArabic.txt).
var (
	//go:embed fonts/NotoSansArabic-Regular.ttf
	NotoSansArabicRegular []byte
	//go:embed fonts/NotoSansArabic-Bold.ttf
	NotoSansArabicBold []byte
)

// Icons holds icons/NAME.svg: line icons of 24 units drawn in currentColor (Lucide, icons/LICENSE), and our own logo
// in bienvenue.svg.
//
//go:embed icons/*.svg
var Icons embed.FS

// AppIcon is the program's own icon, a PNG of 512 by 512 points.
//
//go:embed icons/bienvenue.png
var AppIcon []byte

// Words holds words/ROOM.LANGUAGE.yaml: translation keys and their texts.
//
//go:embed words/*.yaml
var Words embed.FS

// papers holds papers/KIND.LANGUAGE.yaml: the templates of what is printed.
//
//go:embed papers/*.yaml
var papers embed.FS

// Papers are the templates of what is printed, by file name. Their bytes must not be changed.
func Papers() map[string][]byte {
	files := map[string][]byte{}
	entries, err := papers.ReadDir("papers")
	if err != nil {
		panic(err) // the folder is in the program
	}
	for _, e := range entries {
		source, err := papers.ReadFile("papers/" + e.Name())
		if err != nil {
			panic(err)
		}
		files[e.Name()] = source
	}
	return files
}

// Scripts holds scripts/ID.LANGUAGE.yaml: the talks, step by step.
//
//go:embed scripts/*.yaml
var Scripts embed.FS
