package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The type sizes by their use; they grow with the text scale.
const (
	SizeCaption fyne.ThemeSizeName = "type-caption" // 13
	SizeBody    fyne.ThemeSizeName = "type-body"    // 15
	SizeSection fyne.ThemeSizeName = "type-section" // 18
	SizeTitle   fyne.ThemeSizeName = "type-title"   // 24
	SizeSpoken  fyne.ThemeSizeName = "type-spoken"  // 28, the sentence to say
	SizeIcon    fyne.ThemeSizeName = "icon"         // 24, beside body text and alone
	SizeGlyph   fyne.ThemeSizeName = "glyph"        // 18, inside badges and lines of small text
)

// Spaces, in steps of 4, that do not grow with the text.
const (
	Tight  float32 = 4  // between a word and its icon's edge
	Snug   float32 = 8  // between things that belong together
	Gap    float32 = 12 // between cards and between fields
	Inset  float32 = 16 // inside a card
	Wide   float32 = 24 // around a room
	Corner float32 = 10 // of cards, buttons and fields
	Hair   float32 = 1  // the thickness of lines
	Touch  float32 = 44 // the least side of anything to press
)

// typeSizes are the sizes that grow with the text scale, at scale 1.
var typeSizes = map[fyne.ThemeSizeName]float32{
	SizeCaption: 13, SizeBody: 15, SizeSection: 18, SizeTitle: 24, SizeSpoken: 28, SizeIcon: 24, SizeGlyph: 18,
	theme.SizeNameText: 15, theme.SizeNameCaptionText: 13, theme.SizeNameHeadingText: 24,
	theme.SizeNameSubHeadingText: 18, theme.SizeNameInlineIcon: 20,
}

// fixedSizes are the sizes that the scale leaves alone.
var fixedSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding: 4, theme.SizeNameInnerPadding: 12, theme.SizeNameLineSpacing: 4,
	theme.SizeNameScrollBar: 10, theme.SizeNameScrollBarSmall: 5, theme.SizeNameScrollBarRadius: 5,
	theme.SizeNameSeparatorThickness: Hair, theme.SizeNameSplitThickness: 4,
	theme.SizeNameInputBorder: Hair, theme.SizeNameInputRadius: Corner, theme.SizeNameSelectionRadius: 6,
	theme.SizeNameButtonRadius: Corner, theme.SizeNameCardRadius: Corner, theme.SizeNameDialogRadius: Corner,
	theme.SizeNamePopupRadius: Corner,
}

// Size is a type size, an icon size or one of the toolkit's own sizes.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := typeSizes[name]; ok {
		return size * t.scale
	}
	if size, ok := fixedSizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

// Scaled is a width that was chosen for text of the usual size, in the text scale of now.
func Scaled(width float32) float32 { return width * Size(SizeBody) / typeSizes[SizeBody] }

// Size is a size of the theme that is shown now.
func Size(name fyne.ThemeSizeName) float32 {
	return current().Size(name)
}
