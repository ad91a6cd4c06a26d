package talk

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// header is the top of the talk: who, where, and the clock against the plan.
type header struct {
	screen *Screen
	bar    fyne.CanvasObject
	strip  *fyne.Container // under the bar, while the time is short
	left   *kit.Text
	drop   *kit.Button // leaves out what there is no time for
	choose *kit.Button // chooses what to leave out
	more   *kit.Button // gives the talk more time
	hush   *kit.Button // takes the strip away, where there is nothing to leave out
	hushed bool
	time   *kit.Text
	meter  *kit.Meter
}

const meterWidth = 132

func newHeader(s *Screen) *header {
	w := s.p.Words
	h := &header{screen: s, time: kit.Body("").Strong().Trailing().Whole(), meter: kit.NewMeter(), left: kit.Body("")}
	who := kit.Lines(
		kit.Body(w.People(s.p.Household.Holders)).Strong().OneLine(),
		kit.Caption(w.Where(s.p.Residence.Name, s.p.Household.Dwelling)).OneLine(),
	)
	h.bar = kit.Bar(kit.PaddedXY(look.Gap, look.Tight, kit.Tools(look.Snug,
		kit.QuietButton(w.T("talk.quit"), s.quit).WithIcon(look.IconClose),
		kit.QuietButton(w.T("talk.pause"), s.askPause).WithIcon(look.IconPause),
		kit.Grow(who),
		kit.NewPressArea(w.T("talk.time"), s.askTime,
			kit.Sized(meterWidth, 0, kit.Stack(look.Tight, h.time, kit.Sized(meterWidth, 0, h.meter)))),
	)))
	if band := s.rehearsing(); band != nil {
		h.bar = kit.Stack(0, band, h.bar)
	}
	h.drop = kit.SecondaryButton(w.T("talk.short.drop"), s.drop)
	h.choose = kit.QuietButton(w.T("talk.short.choose"), s.chooseDrop)
	h.more = kit.SecondaryButton(w.T("talk.short.time"), s.askTime)
	h.hush = kit.IconButton(look.IconClose, w.T("talk.short.hush"), func() {
		h.hushed = true
		h.tell()
	})
	h.strip = kit.Padded(look.Snug, kit.Tinted(kit.Attention, kit.Row(
		kit.NewIcon(look.IconTimer, kit.Attention), kit.Grow(h.left), h.choose, h.drop, h.more, h.hush,
	)))
	h.strip.Hide()
	return h
}

// tell shows the clock, and says when what is left no longer covers the essentials.
func (h *header) tell() {
	s := h.screen
	b := s.walk.Budget(s.clock.times())
	h.time.SetText(s.p.Words.T("talk.clock", map[string]any{
		"Elapsed": int(b.Elapsed.Minutes()), "Plan": int(b.Plan.Minutes()),
	}))
	tone := kit.Accented
	if b.Short {
		tone = kit.Attention
	}
	h.meter.Set(float32(b.Elapsed)/float32(max(b.Plan, 1)), tone)
	h.tellStrip(b)
}

// tellStrip says how much is missing, what to leave out, and what to hand over instead.
func (h *header) tellStrip(b script.Budget) {
	s, w := h.screen, h.screen.p.Words
	if !b.Short {
		h.hushed = false
	}
	leave := len(b.Drop) > 0
	show := b.Short && s.review == nil && (leave || !h.hushed)
	before := h.left.Reading()
	if show {
		text := w.T("talk.short", map[string]any{"Left": int(b.Left.Minutes()), "Essential": wholeMinutes(b.Essential)})
		switch {
		case b.Essential == 0:
			text = w.T("talk.short.said")
		case b.Left <= 0:
			text = w.T("talk.short.over", map[string]any{"Essential": wholeMinutes(b.Essential)})
		}
		if !leave && b.Essential > 0 {
			text += " " + w.T("talk.short.pause")
		}
		if leave {
			text += " " + w.T("talk.short.leave", map[string]any{"Steps": w.List(s.titles(b.Drop))})
		}
		if len(b.Papers) > 0 {
			text += " " + w.T("talk.short.papers", map[string]any{"Papers": w.List(s.papers(b.Papers))})
		}
		h.left.SetText(text)
		h.drop.Hidden, h.choose.Hidden, h.more.Hidden, h.hush.Hidden = !leave, !leave, leave, leave
	}
	if h.strip.Visible() == show && h.left.Reading() == before {
		return
	}
	h.strip.Hidden = !show
	h.strip.Refresh()
	if s.frame != nil {
		s.frame.refresh()
	}
}
