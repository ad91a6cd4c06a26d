package people

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// filters are the chips that narrow the list.
type filters struct {
	screen    *Screen
	due       *kit.Chip
	late      *kit.Chip
	noShare   *kit.Chip
	residence *kit.Select[coop.ResidenceID]
}

func (f *filters) build(s *Screen) {
	f.screen = s
	t := s.p.Words.T
	f.due = kit.NewChip(t("people.filter.due"), false, func(on bool) { f.one(f.late, on) })
	f.late = kit.NewChip(t("people.filter.late"), false, func(on bool) { f.one(f.due, on) }).Toned(kit.Late)
	f.noShare = kit.NewChip(t("people.filter.no-share"), false, func(bool) { s.ask() })
	f.residence = kit.NewSelect("", []kit.Option[coop.ResidenceID]{{Words: t("people.filter.everywhere")}},
		func(coop.ResidenceID) { s.ask() })
	f.residence.Set("")
}

// one switches the other of two chips off that ask for the same people.
func (f *filters) one(other *kit.Chip, on bool) {
	if on {
		other.Set(false)
	}
	f.screen.ask()
}

func (f *filters) object() fyne.CanvasObject {
	return kit.Stack(8, kit.Flow(f.due, f.late, f.noShare), f.residence.Object())
}

// refresh reads the residences to choose from.
func (f *filters) refresh() {
	s := f.screen
	kit.Run(s.p.Run, func() ([]coop.Residence, error) {
		return s.p.Desk.Residences(context.Background(), s.p.Actor())
	}, func(all []coop.Residence, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		options := []kit.Option[coop.ResidenceID]{{Words: s.p.Words.T("people.filter.everywhere")}}
		for _, r := range all {
			name := r.Name
			if r.Town != "" {
				name = s.p.Words.T("people.filter.residence", i18n.Args{"Residence": r.Name, "Town": r.Town})
			}
			options = append(options, kit.Option[coop.ResidenceID]{Value: r.ID, Words: name})
		}
		f.residence.SetOptions(options)
	})
}

func (f *filters) clear() {
	f.due.Set(false)
	f.late.Set(false)
	f.noShare.Set(false)
	f.residence.Set("")
}

// any says whether the list is narrowed by a chip.
func (f *filters) any() bool {
	residence, _ := f.residence.Value()
	return f.due.On() || f.late.On() || f.noShare.On() || residence != ""
}

func (f *filters) filter() (filter coop.RowFilter, late bool) {
	residence, _ := f.residence.Value()
	return coop.RowFilter{
		Words: f.screen.search.Text(), Due: f.due.On() || f.late.On(),
		NoShare: f.noShare.On(), Residence: residence,
	}, f.late.On()
}
