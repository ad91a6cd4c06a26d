package agenda

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// asking is the small sheet that asks why a visit is dropped where a rule speaks against it.
type asking struct {
	carry   *carry
	booking coop.Booking
	verdict coop.Verdict
	latest  kit.Latest
	kept    bool
	sheet   *kit.OpenSheet
	rules   *fyne.Container
	reason  *kit.Field
	content *fyne.Container
	keep    *kit.Button
}

// ask opens the sheet; closing it leaves everything as it was.
func (s *Screen) ask(c *carry, v coop.Verdict) {
	t := s.p.Words.T
	a := &asking{carry: c, booking: c.asks(c.at), verdict: v, rules: kit.Lines()}
	word, title := "booking.move", "agenda.ask.title.move"
	if c.visit == nil {
		word, title = "booking.book", "agenda.ask.title.book"
	}
	a.keep = kit.PrimaryButton(t(word), a.do)
	agreed := kit.NewChip(t("agenda.ask.agreed"), false, a.agree)
	a.reason = kit.NewField(t("booking.reason"), "", func(string) { a.allow() }).WithHint(t("agenda.ask.hint"))
	who := kit.Lines(kit.Body(c.names).Strong(), kit.Body(c.title()))
	a.content = kit.Column(who, a.rules, kit.Flow(agreed))
	if c.visit != nil {
		by := kit.NewChoice([]kit.Option[coop.Result]{
			{Value: coop.MovedByThem, Words: t("agenda.ask.them")}, {Value: coop.MovedByUs, Words: t("agenda.ask.us")},
		}, func(r coop.Result) { a.booking.MovedBy = r })
		a.content.Add(kit.Lines(kit.Caption(t("agenda.ask.by")).Strong(), by.Object()))
	}
	a.content.Add(a.reason)
	a.show()
	c.release() // the sheet has the keys now
	c.release = func() {}
	a.sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: t(title), Content: a.content, Width: 480,
		Actions:  []fyne.CanvasObject{kit.SecondaryButton(t("agenda.ask.leave"), func() { a.sheet.Close() }), a.keep},
		OnClosed: a.closed,
	})
}

// closed leaves the visit where it was, unless it is being kept.
func (a *asking) closed() {
	if !a.kept {
		a.carry.leave()
	}
}

// show lists the rules that speak against the time.
func (a *asking) show() {
	a.rules.RemoveAll()
	for _, w := range append(append([]coop.Warning{}, a.verdict.Refused...), a.verdict.Warned...) {
		a.rules.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconWarning, kit.Attention), kit.Grow(kit.Body(a.carry.screen.why(w)))))
	}
	if a.verdict.Clash != nil {
		a.rules.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconCircleSlash, kit.Late), kit.Grow(kit.Body(a.carry.screen.clash(a.verdict.Clash)))))
	}
	set(a.reason, len(a.verdict.Warned) > 0)
	a.allow()
	a.content.Refresh()
}

// allow lets the visit be kept once everything that is asked for is said.
func (a *asking) allow() {
	if a.verdict.Err(strings.TrimSpace(a.reason.Text())) == nil {
		a.keep.Enable()
	} else {
		a.keep.Disable()
	}
}

// agree notes whether the household agrees to the time; what then still speaks against it is asked anew.
func (a *asking) agree(on bool) {
	s := a.carry.screen
	a.booking.Agreed = on
	if words := s.p.Words.T("agenda.ask.agreed.reason"); on && strings.TrimSpace(a.reason.Text()) == "" {
		a.reason.SetText(words)
	} else if !on && a.reason.Text() == words {
		a.reason.SetText("")
	}
	b, id := a.booking, a.carry.id()
	kit.RunLatest(s.p.Run, &a.latest, func() (coop.Verdict, error) {
		return s.p.Desk.JudgeVisit(context.Background(), s.p.Actor(), id, b)
	}, func(v coop.Verdict, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		a.verdict = v
		a.show()
	})
}

// do keeps the visit. A reason is kept only where one is needed.
func (a *asking) do() {
	b := a.booking
	if len(a.verdict.Warned) > 0 {
		b.Reason = strings.TrimSpace(a.reason.Text())
	}
	a.keep.Disable()
	a.carry.keep(b, func() {
		a.kept = true
		a.sheet.Close()
	})
}
