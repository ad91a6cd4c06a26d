package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// Words gives the texts of a language by their key; app/i18n has it.
type Words interface {
	T(key string, args ...map[string]any) string
}

// Tone is what a colour says. It never speaks alone: a word or an icon goes with it.
type Tone string

// The tones.
const (
	Plain     Tone = ""          // ink on card
	Calm      Tone = "calm"      // quiet ink
	Accented  Tone = "accented"  // the coop's colour
	Done      Tone = "done"      // kept, settled
	Attention Tone = "attention" // soon, incomplete
	Late      Tone = "late"      // late, refused, failed
	onAccent  Tone = "on-accent" // on a filled button
	faint     Tone = "faint"     // disabled
)

// strong is the colour of a tone's text and icon.
func (t Tone) strong() fyne.ThemeColorName {
	switch t {
	case Calm:
		return look.Quiet
	case Accented:
		return look.Accent
	case Done:
		return look.Done
	case Attention:
		return look.Attention
	case Late:
		return look.Late
	case onAccent:
		return look.OnAccent
	case faint:
		return look.Faint
	case Plain:
	}
	return look.Ink
}

// soft is the colour of a tone's ground.
func (t Tone) soft() fyne.ThemeColorName {
	switch t {
	case Accented:
		return look.AccentSoft
	case Done:
		return look.DoneSoft
	case Attention:
		return look.AttentionSoft
	case Late:
		return look.LateSoft
	case Plain, Calm, onAccent, faint:
	}
	return look.Sunken
}
