package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The colours of the window by their role. A soft colour is the ground of a chip, badge or banner of that tone.
const (
	Page          fyne.ThemeColorName = "page"           // the room's ground
	Card          fyne.ThemeColorName = "card"           // a card, a field, a sheet
	Sunken        fyne.ThemeColorName = "sunken"         // a track, a closed day, a disabled button
	Line          fyne.ThemeColorName = "line"           // thin lines between and around
	Edge          fyne.ThemeColorName = "edge"           // the outline of something that can be pressed or typed into
	Ink           fyne.ThemeColorName = "ink"            // text
	Quiet         fyne.ThemeColorName = "quiet"          // text that steps back
	Faint         fyne.ThemeColorName = "faint"          // disabled text
	Accent        fyne.ThemeColorName = "accent"         // the coop's colour: the one thing to press
	AccentPressed fyne.ThemeColorName = "accent-pressed" // the same under the finger
	OnAccent      fyne.ThemeColorName = "on-accent"      // text on Accent
	AccentSoft    fyne.ThemeColorName = "accent-soft"
	Done          fyne.ThemeColorName = "done"
	DoneSoft      fyne.ThemeColorName = "done-soft"
	Attention     fyne.ThemeColorName = "attention"
	AttentionSoft fyne.ThemeColorName = "attention-soft"
	Late          fyne.ThemeColorName = "late"
	LateSoft      fyne.ThemeColorName = "late-soft"
	Hover         fyne.ThemeColorName = "hover-ground"   // a row or button under the pointer
	Pressed       fyne.ThemeColorName = "pressed-ground" // a row or button under the finger
	Scrim         fyne.ThemeColorName = "scrim"          // what darkens the room behind a sheet
	Clear         fyne.ThemeColorName = "clear"          // nothing at all
)

// DefaultAccent is the petrol that a coop starts with.
var DefaultAccent = rgb(0x0B5C63)

type palette map[fyne.ThemeColorName]color.Color

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16 & 0xff), G: uint8(hex >> 8 & 0xff), B: uint8(hex & 0xff), A: 0xff}
}

var (
	white = rgb(0xFFFFFF)
	black = rgb(0x000000)
)

// ground is what one variant starts from; everything else is derived so that it can be read.
type ground struct {
	page, card, sunken, line, edge, ink, quiet, faint color.NRGBA
	done, attention, late                             color.NRGBA
	end, on                                           color.NRGBA // where legible text moves to; text on the accent
	soft                                              float64     // the share of a tone in its soft ground
	scrim                                             color.NRGBA
}

var day = ground{
	page: rgb(0xF7F5F2), card: white, sunken: rgb(0xEFECE7), line: rgb(0xE3DED7), edge: rgb(0xC9C2B8),
	ink: rgb(0x1E2526), quiet: rgb(0x5A6466), faint: rgb(0x8B9294),
	done: rgb(0x2E7D4F), attention: rgb(0xA85B00), late: rgb(0xB3261E),
	end: black, on: white, soft: 0.10, scrim: color.NRGBA{R: 0x14, G: 0x19, B: 0x1A, A: 0x73},
}

var night = ground{
	page: rgb(0x14191A), card: rgb(0x1D2425), sunken: rgb(0x192021), line: rgb(0x2F393B), edge: rgb(0x4A5659),
	ink: rgb(0xECEFEF), quiet: rgb(0xA7B1B3), faint: rgb(0x727D80),
	done: rgb(0x6CC08D), attention: rgb(0xE9A24F), late: rgb(0xF2857C),
	end: white, on: rgb(0x0C1112), soft: 0.16, scrim: color.NRGBA{A: 0x99},
}

// paint derives the whole palette from a ground and the coop's accent, moving every tone until it can be read
// on the page, on a card and on its own soft ground.
func (g ground) paint(accent color.NRGBA) palette {
	accent.A = 0xff
	p := palette{
		Page: g.page, Card: g.card, Sunken: g.sunken, Line: g.line, Edge: g.edge,
		Faint: g.faint, Scrim: g.scrim, Clear: color.Transparent,
		Hover: mix(g.card, g.ink, 0.04), Pressed: mix(g.card, g.ink, 0.09),
	}
	strong, soft := g.tone(accent, accent)
	p[Accent], p[AccentSoft] = strong, soft
	p[AccentPressed] = mix(strong, g.end, 0.18)
	p[OnAccent] = legible(g.on, g.opposite(), strong, mix(strong, g.end, 0.18))
	p[Done], p[DoneSoft] = g.tone(g.done, g.done)
	p[Attention], p[AttentionSoft] = g.tone(g.attention, amber)
	p[Late], p[LateSoft] = g.tone(g.late, g.late)
	g.paintHues(p)
	grounds := []color.NRGBA{g.page, g.card, g.sunken, mix(g.card, g.ink, 0.09), soft}
	p[Ink], p[Quiet] = legible(g.ink, g.end, grounds...), legible(g.quiet, g.end, grounds...)
	return p
}

// tone is a colour's legible form, on which OnAccent can be read too, and its soft ground, tinted in a hue.
func (g ground) tone(c, hue color.NRGBA) (strong, soft color.NRGBA) {
	soft = mix(g.card, hue, g.soft)
	return legible(c, g.end, g.page, g.card, g.sunken, soft, mix(g.card, g.ink, 0.09), g.on), soft
}

// amber tints the soft ground of Attention, whose text colour alone would look pink.
var amber = rgb(0xF0A500)

// opposite is the end that text on the accent moves to.
func (g ground) opposite() color.NRGBA {
	if g.end == black {
		return white
	}
	return black
}
