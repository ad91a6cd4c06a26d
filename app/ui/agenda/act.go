package agenda

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// act opens what may be done with a visit.
func (s *Screen) act(v coop.VisitRow) {
	if s.p.OnAct != nil {
		s.p.OnAct(v)
		return
	}
	words := s.p.Words
	t := words.T
	var sheet *kit.OpenSheet
	leave := func(do func()) func() {
		return func() {
			sheet.Close()
			do()
		}
	}
	texts := kit.Lines(kit.Section(words.People(v.Row.Holders)), kit.Body(words.Where(v.Row.Residence, v.Row.Dwelling)))
	texts.Add(kit.Quiet(t("agenda.act.line", i18n.Args{
		"Officer": v.OfficerName, "Place": t(i18n.PlaceKey(v.Place)), "Minutes": words.Minutes(v.Minutes()),
	})))
	if v.State == coop.VisitHeld {
		_, tone := face(v.Visit)
		texts.Add(kit.Row(kit.Badge("", t(i18n.ResultKey(v.Result)), tone)))
	}
	if v.Reason != "" {
		texts.Add(kit.Quiet(v.Reason))
	}
	lines := kit.Stack(0)
	var actions []fyne.CanvasObject
	lines.Add(kit.NewLinkRow(look.IconIDCard, t("agenda.act.open"), "", leave(func() { s.p.OnOpen(v.Household) })))
	if v.State == coop.VisitPlanned {
		lines.Add(kit.NewLinkRow(look.IconCalendarDays, t("agenda.act.move"), "", leave(func() { s.p.OnMove(v.ID) })))
		lines.Add(kit.NewLinkRow(look.IconCircleSlash, t("agenda.act.cancel"), "", leave(func() { s.p.OnCancel(v.ID) })))
	}
	if s.begun(v) {
		lines.Add(kit.NewLinkRow(look.IconDoorOpen, t("agenda.act.close"), t("agenda.act.close.why"), leave(func() { s.close(v) })))
		actions = append(actions, kit.PrimaryButton(t("agenda.act.start"), leave(func() { s.p.OnStart(v) })).WithIcon(look.IconPlay))
	}
	sheet = kit.ShowSheet(s.p.Canvas(), words, kit.Sheet{
		Title: words.When(v.Start), Content: kit.Column(texts, lines), Width: 480, Actions: actions,
	})
}

// without are the results of a visit at which no talk took place.
func without() []coop.Result {
	return []coop.Result{coop.Absent, coop.MovedByThem, coop.MovedByUs, coop.Refused, coop.Unreachable, coop.LeftHome}
}

// close opens the sheet that asks how a visit without a talk ended.
func (s *Screen) close(v coop.VisitRow) {
	words := s.p.Words
	t := words.T
	var sheet *kit.OpenSheet
	keep := kit.PrimaryButton(t("agenda.close.keep"), nil)
	keep.Disable()
	var options []kit.Option[coop.Result]
	for _, r := range without() {
		options = append(options, kit.Option[coop.Result]{Value: r, Words: t(i18n.ResultKey(r))})
	}
	result := kit.NewChoice(options, func(coop.Result) { keep.Enable() })
	note := kit.NewField(t("agenda.close.note"), "", nil).WithHint(t("agenda.close.note.hint"))
	fault := kit.Body("").Toned(kit.Late)
	fault.Hide()
	content := kit.Column(
		kit.Lines(kit.Body(words.People(v.Row.Holders)).Strong(), kit.Quiet(words.When(v.Start))), result.Object(), note, fault)
	keep.OnPressed(func() {
		how, _ := result.Value()
		keep.Disable()
		kit.Run(s.p.Run, func() (coop.Visit, error) {
			return s.p.Desk.CloseVisit(context.Background(), s.p.Actor(), v.ID, coop.Outcome{Result: how, Overall: -1, Comment: note.Text()}, nil)
		}, func(_ coop.Visit, err error) {
			keep.Enable()
			if err != nil {
				fault.SetText(words.Error(err))
				fault.Show()
				content.Refresh()
				return
			}
			sheet.Close()
			s.p.Notices.Done(t("agenda.closed", i18n.Args{"When": words.When(v.Start), "Result": t(i18n.ResultKey(how))}))
			s.Refresh()
		})
	})
	sheet = kit.ShowSheet(s.p.Canvas(), words, kit.Sheet{
		Title: t("agenda.close.title"), Content: content,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(t("agenda.back"), func() { sheet.Close() }), keep},
	})
}
