package preferences

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// showTeam lists who works at the coop, those who left at the end.
func (s *Screen) showTeam() {
	kit.RunLatest(s.p.Run, &s.asked, func() ([]coop.Staff, error) {
		return s.p.Desk.Staff(context.Background())
	}, func(all []coop.Staff, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.show(s.teamCard(all))
	})
}

func (s *Screen) teamCard(all []coop.Staff) fyne.CanvasObject {
	w := s.p.Words
	list := kit.Stack(0)
	for _, active := range []bool{true, false} {
		for _, one := range all {
			if one.Active == active {
				list.Add(s.staffRow(one))
			}
		}
	}
	add := kit.PrimaryButton(w.T("preferences.team.add"), func() {
		s.editStaff(coop.Staff{Role: coop.FrontDesk, Active: true})
	}).WithIcon(look.IconPersonPlus)
	return kit.TitledCard(w.T("preferences.team"), add, kit.Quiet(w.T("preferences.team.why")), list)
}

func (s *Screen) staffRow(one coop.Staff) fyne.CanvasObject {
	w := s.p.Words
	caption := w.T("preferences.team.row", i18n.Args{"Role": w.T(i18n.RoleKey(one.Role)), "Login": one.Login})
	if one.Target > 0 {
		caption = w.T("preferences.team.row.target", i18n.Args{
			"Role": w.T(i18n.RoleKey(one.Role)), "Login": one.Login, "Target": one.Target,
		})
	}
	if len(one.Speaks) > 0 {
		tongues := make([]string, len(one.Speaks))
		for i, code := range one.Speaks {
			tongues[i] = w.LanguageName(code)
		}
		caption = w.T("preferences.team.row.speaks", i18n.Args{"Line": caption, "Languages": strings.Join(tongues, ", ")})
	}
	row := kit.NewLinkRow(look.IconPerson, one.Name, caption, func() { s.editStaff(one) })
	if !one.Active {
		row.WithTrailing(kit.Badge(look.IconLogOut, w.T("preferences.team.left"), kit.Calm))
	}
	return row
}

// staffForm is the sheet of one member of staff.
type staffForm struct {
	name, login, phone, target *kit.Field
	role                       *kit.Choice[coop.Role]
	active                     *kit.Chip
	speaks                     *kit.Choices[string]
	named                      *kit.Chip
}

func (s *Screen) newStaffForm(one coop.Staff) *staffForm {
	w := s.p.Words
	f := &staffForm{
		name:   kit.NewField(w.T("preferences.team.name"), one.Name, nil),
		login:  kit.NewField(w.T("preferences.team.login"), one.Login, nil).WithHint(w.T("preferences.team.login.hint")),
		phone:  kit.NewField(w.T("preferences.team.phone"), one.Phone, nil),
		target: kit.NewField(w.T("preferences.team.target"), "", nil).WithHint(w.T("preferences.team.target.hint")),
		active: kit.NewChip(w.T("preferences.team.active"), one.Active, nil),
	}
	if one.Target > 0 {
		f.target.SetText(strconv.Itoa(one.Target))
	}
	options := []kit.Option[coop.Role]{}
	for _, r := range coop.Roles() {
		options = append(options, kit.Option[coop.Role]{Value: r, Words: w.T(i18n.RoleKey(r))})
	}
	f.role = kit.NewChoice(options, nil)
	f.role.Set(one.Role)
	tongues := []kit.Option[string]{}
	for _, code := range i18n.HomeLanguages() {
		if code != i18n.Default {
			tongues = append(tongues, kit.Option[string]{Value: code, Words: w.LanguageName(code)})
		}
	}
	f.speaks = kit.NewChoices(tongues, nil)
	f.speaks.Set(one.Speaks...)
	f.named = kit.NewChip(w.T("preferences.team.named"), one.Named, nil)
	return f
}

func (s *Screen) editStaff(one coop.Staff) {
	w, f := s.p.Words, s.newStaffForm(one)
	parts := []fyne.CanvasObject{
		f.name, f.login,
		kit.Lines(kit.Caption(w.T("preferences.team.role")).Strong(), f.role.Object()),
		kit.Columns(pair, f.target, f.phone),
		kit.Lines(kit.Caption(w.T("preferences.team.speaks")).Strong(), f.speaks.Object()),
		kit.Lines(kit.Row(f.named, kit.Spacer()), kit.Caption(w.T("preferences.team.named.why"))),
	}
	title := w.T("preferences.team.add")
	if one.ID != "" {
		title = one.Name
		parts = append(parts, kit.Row(f.active))
	}
	var sheet *kit.OpenSheet
	save := kit.PrimaryButton(w.T("preferences.save"), func() {
		changed := one
		if f.read(&changed, w) {
			s.keepStaff(changed, sheet)
		}
	})
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: title, Content: kit.Column(parts...), First: f.name.Focusable(),
		Actions: []fyne.CanvasObject{kit.SecondaryButton(w.T("kit.cancel"), func() { sheet.Close() }), save},
	})
}

// read takes the sheet over; what cannot be read is said at its field.
func (f *staffForm) read(to *coop.Staff, w *i18n.Words) bool {
	to.Name, to.Login, to.Phone = f.name.Text(), f.login.Text(), strings.TrimSpace(f.phone.Text())
	to.Role, _ = f.role.Value()
	to.Active, to.Named = f.active.On(), f.named.On()
	if chosen := f.speaks.Values(); !slices.Equal(chosen, to.Speaks) {
		to.Speaks = chosen
	}
	to.Target = 0
	if text := strings.TrimSpace(f.target.Text()); text != "" {
		n, err := strconv.Atoi(text)
		const most = 400
		if err != nil || n < 0 || n > most {
			f.target.SetError(w.T("preferences.number"))
			return false
		}
		to.Target = n
	}
	return true
}

func (s *Screen) keepStaff(one coop.Staff, sheet *kit.OpenSheet) {
	kit.Run(s.p.Run, func() (coop.Staff, error) {
		return s.p.Desk.KeepStaff(context.Background(), one)
	}, func(kept coop.Staff, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		sheet.Close()
		s.p.OnDone(s.p.Words.T("preferences.team.kept", i18n.Args{"Name": kept.Name}))
		s.showTeam()
		s.p.OnChanged()
	})
}
