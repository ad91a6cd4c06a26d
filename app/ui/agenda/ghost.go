package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// ghost shows above the room where a visit that is carried would come to stand, and whether it can.
type ghost struct {
	screen *Screen
	ground *canvas.Rectangle
	said   *kit.Callout
	box    *fyne.Container
}

func newGhost(s *Screen) *ghost {
	g := &ghost{screen: s, ground: &canvas.Rectangle{CornerRadius: blockCorner, StrokeWidth: 3}, said: kit.NewCallout()}
	g.box = container.NewWithoutLayout(g.ground, g.said)
	g.box.Hide()
	return g
}

// fate is what would come of a drop.
type fate int

const (
	awaited fate = iota // nobody has answered yet
	stays               // it is where it was
	stands
	asks // a reason, or the household's agreement, is needed
	refused
)

// fateOf is what a verdict makes of a drop. That the household must agree can be asked for.
func fateOf(v coop.Verdict) fate {
	if v.Clash != nil {
		return refused
	}
	for _, w := range v.Refused {
		if w.Key != agreement {
			return refused
		}
	}
	if v.Stands() {
		return stands
	}
	return asks
}

// fate is what would come of letting go now, with the words for it.
func (c *carry) fate() (fate, string) {
	t := c.screen.p.Words.T
	verdict, known := c.said[c.at]
	switch {
	case c.at == c.from:
		return stays, t("agenda.carry.stays")
	case !known:
		return awaited, t("agenda.carry.awaited")
	}
	switch f := fateOf(verdict); f {
	case stands:
		return f, t("agenda.carry.stands")
	case asks:
		return f, t("agenda.carry.asks", i18n.Args{"Why": c.screen.inTheWay(verdict)})
	default:
		return f, c.screen.inTheWay(verdict)
	}
}

// faces are how a fate is seen: the tone and icon of the words, the ground and the edge of the slot.
var faces = map[fate]struct {
	tone       kit.Tone
	icon       look.Icon
	fill, edge fyne.ThemeColorName
}{
	awaited: {kit.Calm, look.IconClock, look.AccentSoft, look.Accent},
	stays:   {kit.Calm, look.IconRotateCcw, look.Sunken, look.Edge},
	stands:  {kit.Done, look.IconCircleCheck, look.DoneSoft, look.Done},
	asks:    {kit.Attention, look.IconWarning, look.AttentionSoft, look.Attention},
	refused: {kit.Calm, look.IconCircleSlash, look.Sunken, look.Faint},
}

// show says what would come of letting go now.
func (g *ghost) show() {
	c := g.screen.carry
	if c == nil {
		if g.box.Visible() {
			g.box.Hide()
		}
		return
	}
	words := g.screen.p.Words
	switch {
	case c.edge != 0:
		g.said.Say(kit.Calm, look.IconCalendarDays, c.names, words.T(c.screen.turnWord(c.edge)))
	case !c.over:
		g.said.Say(kit.Calm, look.IconCalendarPlus, c.names, words.T("agenda.carry.nowhere"))
	default:
		f, said := c.fate()
		face := faces[f]
		g.ground.FillColor, g.ground.StrokeColor = look.Color(face.fill), look.Color(face.edge)
		g.said.Say(face.tone, face.icon, c.title(), said)
	}
	g.box.Show()
	set(g.said, !c.settled) // the sheet says it now
	g.follow()
	g.box.Refresh()
}

// title names the time below the visit that is carried, and the officer if that would be another.
func (c *carry) title() string {
	s := c.screen
	args := i18n.Args{"When": s.p.Words.When(s.at(c.at.day, c.at.minute))}
	if c.at.officer != c.booking.Officer || (c.visit == nil && s.page.officer == "") {
		args["Officer"] = s.name(c.at.officer)
	}
	return i18n.Sentence(s.p.Words.T("agenda.carry.when", args))
}

// follow puts everything beside the slot, or beside the pointer where there is none.
func (g *ghost) follow() {
	const width, apart float32 = 270, 8
	c, room := g.screen.carry, g.screen.room.Size()
	driver := fyne.CurrentApp().Driver()
	origin := driver.AbsolutePositionForObject(g.screen.grid).Subtract(driver.AbsolutePositionForObject(g.screen.room))
	x, y, wide, high, seen := g.screen.grid.place(c)
	set(g.ground, seen)
	if seen {
		put(g.ground, origin.X+x, origin.Y+y, wide, high)
	} else {
		x, y, wide = c.pointer.X, c.pointer.Y, look.Inset
	}
	height := g.said.HeightAt(width)
	left := origin.X + x + wide + apart
	if left+width > room.Width-apart {
		left = origin.X + x - width - apart
	}
	top := max(apart, min(origin.Y+y, room.Height-height-apart))
	put(g.said, max(apart, left), top, width, height)
}

// place is where a carried visit would lie on the grid; false when its slot is not shown.
func (g *grid) place(c *carry) (x, y, width, height float32, seen bool) {
	if !c.over || !g.Visible() {
		return 0, 0, 0, 0, false
	}
	for i := range g.columns {
		column := &g.columns[i]
		if column.day == c.at.day && (column.officer == "" || column.officer == c.at.officer) && i+1 < len(g.edges) {
			it := item{from: c.at.minute, to: c.at.minute + c.booking.Minutes, lane: lane{0, 1}}
			x, y, width, height = g.span(&it, i)
			return x, y, width, height, true
		}
	}
	return 0, 0, 0, 0, false
}
