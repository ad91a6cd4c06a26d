package followups

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// form is the sheet of one follow-up: what may be done with it.
type form struct {
	screen  *Screen
	row     coop.FollowUpRow
	act     *kit.Choice[coop.FollowUpState]
	service *kit.Select[coop.Service]
	owner   *kit.Field
	due     *kit.DayField
	told    *kit.DayField
	reason  *kit.Field
	passing *fyne.Container
	fault   *kit.Text
	content *fyne.Container
	keep    *kit.Button
	sheet   *kit.OpenSheet
}

// act opens the sheet of a follow-up.
func (s *Screen) act(row coop.FollowUpRow) {
	f := newForm(s, row)
	t := s.p.Words.T
	open := kit.SecondaryButton(t("followups.act.open"), func() {
		f.sheet.Close()
		s.p.OnOpen(row.Household)
	}).WithIcon(look.IconIDCard)
	f.sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: s.what(row.FollowUp), Content: f.content, Actions: []fyne.CanvasObject{open, f.keep},
	})
}

func newForm(s *Screen, row coop.FollowUpRow) *form {
	words := s.p.Words
	t := words.T
	f := &form{screen: s, row: row, keep: kit.PrimaryButton(t("followups.keep"), nil)}
	f.act = kit.NewChoice(f.acts(), func(coop.FollowUpState) { f.arrange() })
	var services []kit.Option[coop.Service]
	for _, service := range coop.Services() {
		services = append(services, kit.Option[coop.Service]{Value: service, Words: t(i18n.ServiceKey(service))})
	}
	f.service = kit.NewSelect(t("followups.field.service"), services, nil)
	f.service.Set(row.Service)
	f.owner = kit.NewField(t("followups.field.owner"), row.Owner, nil)
	f.due = kit.NewDayField(words, t("followups.field.due"), s.p.Desk.Today(), nil)
	f.due.Set(row.Due)
	f.told = kit.NewDayField(words, t("followups.field.told"), s.p.Desk.Today(), nil).WithHint(t("followups.field.told.hint"))
	f.told.Set(row.Told)
	f.reason = kit.NewField(t("followups.field.reason"), row.Reason, nil)
	f.passing = kit.Column(f.service.Object(), kit.Columns(200, f.owner, f.due))
	f.fault = kit.Body("").Toned(kit.Late)
	f.fault.Hide()
	f.keep.OnPressed(f.commit)
	f.content = kit.Column(f.facts(), f.act.Object(), f.passing, f.told, f.reason, f.fault)
	f.arrange()
	return f
}

// acts are what may be done from where the follow-up stands.
func (f *form) acts() []kit.Option[coop.FollowUpState] {
	t := f.screen.p.Words.T
	settle := kit.Option[coop.FollowUpState]{Value: coop.FollowUpSettled, Words: t("followups.act.settle"), Icon: look.IconCircleCheck, Tone: kit.Done}
	pass := kit.Option[coop.FollowUpState]{Value: coop.FollowUpPassed, Words: t("followups.act.pass"), Icon: look.IconSend}
	drop := kit.Option[coop.FollowUpState]{Value: coop.FollowUpDropped, Words: t("followups.act.drop"), Icon: look.IconCircleSlash, Tone: kit.Attention}
	if f.row.Ended() {
		return []kit.Option[coop.FollowUpState]{{Value: coop.FollowUpOpen, Words: t("followups.act.reopen"), Icon: look.IconRotateCcw}}
	}
	return []kit.Option[coop.FollowUpState]{settle, pass, drop}
}

// facts say whose it is and how it stands.
func (f *form) facts() fyne.CanvasObject {
	words, row := f.screen.p.Words, f.row
	t := words.T
	_, text, tone := f.screen.standing(row.FollowUp)
	lines := kit.Lines(kit.Body(words.People(row.Row.Holders)).Strong(), kit.Body(words.Where(row.Row.Residence, row.Row.Dwelling)))
	badges := kit.Flow(kit.Badge("", text, tone), kit.Badge("", t(i18n.ServiceKey(row.Service)), kit.Calm))
	lines.Add(badges)
	if row.Motive != "" && row.What != "" {
		lines.Add(kit.Quiet(t("followups.motive", i18n.Args{"Motive": t(i18n.MotiveKey(row.Motive))})))
	}
	lines.Add(kit.Quiet(t("followups.opened", i18n.Args{"Day": words.Date(words.DayOf(row.Opened)), "Due": words.Day(row.Due)})))
	if row.Owner != "" {
		lines.Add(kit.Quiet(t("followups.owner", i18n.Args{"Owner": row.Owner})))
	}
	if row.Told != "" {
		lines.Add(kit.Quiet(t("followups.told", i18n.Args{"Day": words.Date(row.Told)})))
	}
	if row.Reason != "" {
		lines.Add(kit.Quiet(row.Reason))
	}
	return lines
}

// arrange shows the fields of the act that is chosen.
func (f *form) arrange() {
	state, chosen := f.act.Value()
	f.passing.Hidden = state != coop.FollowUpPassed
	f.told.Hidden = state != coop.FollowUpSettled && state != coop.FollowUpDropped
	f.reason.Hidden = state != coop.FollowUpDropped
	f.keep.Enable()
	if !chosen {
		f.keep.Disable()
	}
	f.content.Refresh()
}

// after is the follow-up as the form asks for it.
func (f *form) after() coop.FollowUp {
	after := f.row.FollowUp
	after.State, _ = f.act.Value()
	switch after.State {
	case coop.FollowUpPassed:
		after.Service, _ = f.service.Value()
		after.Owner = strings.TrimSpace(f.owner.Text())
		after.Due, _ = f.due.Day()
	case coop.FollowUpSettled:
		after.Told, _ = f.told.Day()
	case coop.FollowUpDropped:
		after.Told, _ = f.told.Day()
		after.Reason = strings.TrimSpace(f.reason.Text())
	case coop.FollowUpOpen:
		after.Told, after.Reason = "", ""
	}
	return after
}

// commit keeps the act; the sheet closes only when the archive has it.
func (f *form) commit() {
	s, after := f.screen, f.after()
	f.keep.Disable()
	kit.Run(s.p.Run, func() (coop.FollowUp, error) {
		return s.p.Desk.AdvanceFollowUp(context.Background(), s.p.Actor(), after)
	}, func(kept coop.FollowUp, err error) {
		f.keep.Enable()
		if err != nil {
			f.refused(err)
			return
		}
		f.sheet.Close()
		before := f.row.FollowUp
		s.p.Notices.DoneUndo(s.p.Words.T(doneKeys[kept.State], i18n.Args{"What": s.what(kept)}), func() { s.undo(before, kept) })
		s.changed(kept.Household)
	})
}

var doneKeys = map[coop.FollowUpState]string{
	coop.FollowUpOpen:    "followups.done.reopened",
	coop.FollowUpPassed:  "followups.done.passed",
	coop.FollowUpSettled: "followups.done.settled",
	coop.FollowUpDropped: "followups.done.dropped",
}

func (f *form) refused(err error) {
	s := f.screen
	if errors.Is(err, coop.ErrChanged) || !i18n.Speakable(err) {
		f.sheet.Close()
		s.p.OnError(err)
		s.Refresh()
		return
	}
	f.fault.SetText(s.p.Words.Error(err))
	f.fault.Show()
	f.content.Refresh()
}

// undo puts a follow-up back where it stood.
func (s *Screen) undo(before, kept coop.FollowUp) {
	before.Rev = kept.Rev
	kit.Run(s.p.Run, func() (coop.FollowUp, error) {
		return s.p.Desk.AdvanceFollowUp(context.Background(), s.p.Actor(), before)
	}, func(_ coop.FollowUp, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.p.Notices.Done(s.p.Words.T("followups.undone"))
		s.changed(before.Household)
	})
}

func (s *Screen) changed(h coop.HouseholdID) {
	s.Refresh()
	if s.p.OnChanged != nil {
		s.p.OnChanged(h)
	}
}
