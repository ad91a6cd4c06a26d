package batch

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// whom asks for whom a paper is made, and shows who gets it and who does not.
type whom struct {
	screen *Screen
	told   string // what to know of this batch before it is made; "" for nothing
	left   bool   // those left out are listed
	count  *kit.Text
	fault  *fyne.Container
	tabs   *kit.Choice[bool]
	list   *people
	one    *kit.Button
	each   *kit.Button
	labels *kit.Button
}

// choose asks for whom a paper is made; told is what to know before, "" for nothing.
func (s *Screen) choose(asked coop.BatchAsked, told string) {
	const days = 21
	if asked.Kind.Asks() && asked.ReplyBy <= s.p.Desk.Today() {
		asked.ReplyBy = s.p.Desk.Today().Add(days)
	}
	kit.RunLatest(s.p.Run, &s.latest, func() ([]coop.Event, error) {
		return s.p.Desk.BatchEvents(context.Background(), asked.Kind)
	}, func(events []coop.Event, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		if len(events) > 0 && asked.Event == "" {
			asked.Event = events[0].ID
		}
		s.asked, s.events, s.plan = asked, events, coop.BatchPlan{}
		s.showWhom(told)
	})
}

func (s *Screen) showWhom(told string) {
	w := s.p.Words
	h := &whom{screen: s, told: told, count: kit.Section("").OneLine(), fault: kit.Stack(0)}
	s.whom = h
	h.list = newPeople(s)
	h.tabs = kit.NewChoice(nil, func(left bool) { h.left = left; h.tell() })
	h.one = kit.PrimaryButton(w.T("batch.make.one"), func() { s.begun(false) }).WithIcon(look.IconPrinter)
	h.each = kit.SecondaryButton(w.T("batch.make.each"), func() { s.begun(true) }).WithIcon(look.IconFolderOpen)
	h.labels = kit.SecondaryButton(w.T("batch.labels"), func() { s.askLabels(s.plan.For) }).WithIcon(look.IconIDCard)
	head := kit.PaddedXY(look.Wide, look.Gap, kit.Lines(
		kit.Title(w.T(i18n.PaperKindKey(s.asked.Kind))).OneLine(), kit.Quiet(w.T(kindWords[s.asked.Kind].what)).OneLine()))
	form := kit.NewTouchScroll(kit.PaddedXY(look.Wide, 0, kit.Stack(look.Gap, kit.Card(h.form()...), kit.Sized(0, look.Gap, kit.Stack(0)))))
	found := container.NewBorder(kit.Stack(look.Snug, h.fault, h.count, h.tabs.Object()), nil, nil, nil, kit.FlatCard(h.list.object()))
	buttons := kit.Row(kit.Grow(kit.Quiet(w.T("batch.safe"))), h.labels, h.each, h.one)
	if s.asked.Kind == coop.AddressLabels {
		h.labels = kit.PrimaryButton(w.T("batch.labels"), func() { s.askLabels(s.plan.For) }).WithIcon(look.IconIDCard)
		buttons = kit.Row(kit.Grow(kit.Quiet(w.T("batch.safe"))), h.labels)
	}
	s.show(kit.Stack(0, head, kit.Grow(container.New(&panes{}, form, kit.PaddedXY(look.Wide, look.Snug, found)))), buttons)
	h.look()
}

// look asks anew who gets the paper.
func (h *whom) look() {
	s := h.screen
	asked := s.asked
	kit.RunLatest(s.p.Run, &s.latest, func() (coop.BatchPlan, error) {
		return s.p.Desk.PlanBatch(context.Background(), s.p.Actor(), asked)
	}, func(plan coop.BatchPlan, err error) {
		if _, refused := errors.AsType[*coop.RefusalError](err); err != nil && !refused {
			s.p.OnError(err)
			return
		}
		s.plan = plan
		h.refuse(err)
		h.tell()
	})
}

// refuse says why no plan can be made yet.
func (h *whom) refuse(err error) {
	h.fault.RemoveAll()
	if err != nil {
		h.fault.Add(note(kit.Attention, look.IconWarning, h.screen.p.Words.Error(err)))
	}
}

// tell shows who gets the paper and who does not.
func (h *whom) tell() {
	s := h.screen
	w, plan := s.p.Words, s.plan
	if h.told != "" && len(h.fault.Objects) == 0 {
		h.fault.Add(note(kit.Calm, look.IconHistory, h.told))
	}
	h.count.SetText(w.T("batch.count", i18n.Args{"For": w.N("batch.people", len(plan.For)), "Left": w.N("batch.count.left", len(plan.Left))}))
	h.tabs.SetOptions([]kit.Option[bool]{
		{Value: false, Words: w.T("batch.tab.for", i18n.Args{"N": w.Number(len(plan.For))})},
		{Value: true, Words: w.T("batch.tab.left", i18n.Args{"N": w.Number(len(plan.Left))})},
	})
	h.tabs.Set(h.left)
	for _, b := range []*kit.Button{h.one, h.each, h.labels} {
		if len(plan.For) > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	h.list.show(plan, h.left)
	s.page.Refresh()
}

// panes puts the choices beside those found where there is room, else above them. Each scrolls by itself.
type panes struct{}

const leastPane float32 = 240

func (panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, leastPane) }

func (panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const beside, above = 0.44, 0.46
	first, second := fyne.NewSize(size.Width*beside, size.Height), fyne.NewSize(size.Width*(1-beside), size.Height)
	at := fyne.NewPos(first.Width, 0)
	if size.Width < sidesFrom {
		first, second = fyne.NewSize(size.Width, size.Height*above), fyne.NewSize(size.Width, size.Height*(1-above))
		at = fyne.NewPos(0, first.Height)
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(first)
	objects[1].Move(at)
	objects[1].Resize(second)
}
