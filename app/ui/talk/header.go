package talk

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
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
	time   *kit.Text
	meter  *kit.Meter
}

const meterWidth = 132

func newHeader(s *Screen) *header {
	w := s.p.Words
	h := &header{screen: s, time: kit.Body("").Strong().Trailing().OneLine(), meter: kit.NewMeter(), left: kit.Body("")}
	who := kit.Lines(
		kit.Body(w.People(s.p.Household.Holders)).Strong().OneLine(),
		kit.Caption(w.Where(s.p.Residence.Name, s.p.Household.Dwelling)).OneLine(),
	)
	rehearsing := s.rehearsing()
	if rehearsing == nil {
		rehearsing = kit.Stack(0)
		rehearsing.Hide()
	}
	h.bar = kit.Bar(kit.PaddedXY(look.Gap, look.Tight, kit.Tools(look.Snug,
		kit.QuietButton(w.T("talk.quit"), s.quit).WithIcon(look.IconClose),
		kit.QuietButton(w.T("talk.pause"), s.askPause).WithIcon(look.IconPause),
		kit.Grow(who),
		rehearsing,
		kit.Sized(meterWidth, 0, kit.Stack(look.Tight, h.time, kit.Sized(meterWidth, 0, h.meter))),
	)))
	h.strip = kit.Padded(look.Snug, kit.Tinted(kit.Attention, kit.Row(
		kit.NewIcon(look.IconTimer, kit.Attention),
		kit.Grow(h.left),
		kit.SecondaryButton(w.T("talk.short.drop"), s.drop),
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

func (h *header) tellStrip(b script.Budget) {
	s := h.screen
	show := b.Short && len(b.Drop) > 0 && s.review == nil
	if show {
		key := "talk.short"
		if b.Left <= 0 {
			key = "talk.short.over"
		}
		h.left.SetText(s.p.Words.T(key, map[string]any{
			"Left": max(int(b.Left.Minutes()), 0), "Essential": int(b.Essential.Minutes() + 0.5),
			"Drop": strings.Join(s.titles(b.Drop), ", "),
		}))
	}
	if h.strip.Visible() == show {
		return
	}
	h.strip.Hidden = !show
	if s.frame != nil {
		s.frame.refresh()
	}
}

// titles names steps in talk order.
func (s *Screen) titles(ids []coop.StepID) []string {
	var titles []string
	for _, step := range s.walk.Steps() {
		for _, id := range ids {
			if step.ID == id {
				titles = append(titles, s.text(step).Title)
			}
		}
	}
	return titles
}

// drop leaves out the optional steps for which there is no time.
func (s *Screen) drop() {
	for _, id := range s.walk.Budget(s.clock.times()).Drop {
		s.setAside(id, coop.SkipNoTime, nil)
	}
}
