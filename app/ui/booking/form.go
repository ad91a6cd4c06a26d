package booking

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// proposals is how many free times are offered.
const proposals = 3

// form is an open sheet for booking or moving.
type form struct {
	sheets  *Sheets
	a       asked
	b       coop.Booking
	day     coop.Day
	minute  int
	latest  kit.Latest
	warned  bool
	taken   bool
	sheet   *kit.OpenSheet
	officer *kit.Select[coop.StaffID]
	month   *fyne.Container
	hour    *kit.HourField
	length  *kit.Select[int]
	place   *kit.Choice[coop.Place]
	around  *fyne.Container // free times to choose from
	diary   *fyne.Container // the officer's day
	notes   *fyne.Container // what the rules say
	reason  *kit.Field
	fault   *kit.Text
	content *fyne.Container
	save    *kit.Button
}

func newForm(s *Sheets, a asked) *form {
	f := &form{sheets: s, a: a, b: a.booking, around: kit.Flow(), diary: kit.Stack(0), notes: kit.Column(), month: kit.Stack(0)}
	t := s.p.Words.T
	start := a.booking.Start.In(s.p.Desk.Zone())
	f.day, f.minute = coop.DayOf(start), start.Hour()*60+start.Minute()
	officers := make([]kit.Option[coop.StaffID], 0, len(a.officers))
	for _, o := range a.officers {
		officers = append(officers, kit.Option[coop.StaffID]{Value: o.ID, Words: o.Name})
	}
	f.officer = kit.NewSelect(t("booking.officer"), officers, func(id coop.StaffID) { f.b.Officer = id; f.look() })
	f.officer.Set(f.b.Officer)
	f.hour = kit.NewHourField(s.p.Words, t("booking.hour"), 15, func(m int) { f.minute = m; f.look() })
	f.hour.Set(f.minute)
	f.length = kit.NewSelect(t("booking.minutes"), f.lengths(), func(m int) { f.b.Minutes = m; f.look() })
	f.length.Set(f.b.Minutes)
	f.place = kit.NewChoice(f.places(), f.choosePlace)
	f.place.Set(f.b.Place)
	f.reason = kit.NewField(t("booking.reason"), "", func(string) { f.allow() }).WithHint(t("booking.reason.hint"))
	f.fault = kit.Body("").Toned(kit.Late)
	f.fault.Hide()
	f.save = kit.PrimaryButton(t(f.word()), f.keep)
	f.grid()
	f.build()
	return f
}

func (f *form) moving() bool { return f.a.visit.ID != "" }

func (f *form) word() string {
	if f.moving() {
		return "booking.move"
	}
	return "booking.book"
}

func (f *form) lengths() []kit.Option[int] {
	minutes := []int{15, 20, 25, 30, 45, 60, 75, 90, 120}
	found := false
	for _, m := range minutes {
		found = found || m == f.b.Minutes
	}
	if !found {
		minutes = append(minutes, f.b.Minutes)
	}
	all := make([]kit.Option[int], 0, len(minutes))
	for _, m := range minutes {
		all = append(all, kit.Option[int]{Value: m, Words: f.sheets.p.Words.Minutes(m)})
	}
	return all
}

func (f *form) places() []kit.Option[coop.Place] {
	icons := map[coop.Place]look.Icon{coop.AtHome: look.IconHouse, coop.AtOffice: look.IconBuilding, coop.ByPhone: look.IconPhone}
	var all []kit.Option[coop.Place]
	for _, p := range coop.Places() {
		all = append(all, kit.Option[coop.Place]{Value: p, Words: f.sheets.p.Words.T(i18n.PlaceKey(p)), Icon: icons[p]})
	}
	return all
}

// choosePlace takes the usual length of the place as long as nobody has chosen another one.
func (f *form) choosePlace(p coop.Place) {
	if f.b.Minutes == f.a.rules.Minutes(f.b.Place) {
		f.b.Minutes = f.a.rules.Minutes(p)
		f.length.SetOptions(f.lengths())
		f.length.Set(f.b.Minutes)
	}
	f.b.Place = p
	f.look()
}

// grid shows the month of the day that is chosen.
func (f *form) grid() {
	p := f.sheets.p
	grid := kit.NewMonthGrid(p.Words, f.day, p.Desk.Today(), func(d coop.Day) { f.day = d; f.look() })
	grid.Closed(func(d coop.Day) bool { return f.a.closed[d] != coop.OpenDay })
	f.month.Objects = []fyne.CanvasObject{grid}
	f.month.Refresh()
}

func (f *form) build() {
	p, h := f.sheets.p, f.a.file.Household
	t := p.Words.T
	who := kit.Lines(kit.Body(p.Words.People(h.Holders)).Strong(), kit.Caption(p.Words.Where(f.a.file.Residence.Name, h.Dwelling)))
	if w := f.a.file.Window; w.From != "" {
		who.Add(kit.Row(kit.NewGlyph(look.IconTarget, kit.Accented), kit.Caption(t("booking.window", i18n.Args{
			"From": p.Words.DayShort(w.From), "To": p.Words.DayShort(w.To),
		}))))
	}
	if h.Wishes != "" {
		who.Add(kit.Row(kit.NewGlyph(look.IconMessageSquare, kit.Accented), kit.Caption(h.Wishes)))
	}
	left := kit.Column(who, f.officer.Object(), f.month)
	// What stands in the way is said beside what was chosen, where it is seen without scrolling.
	right := kit.Column(kit.Columns(150, f.hour, f.length.Object()), f.place.Object(), f.notes, f.reason, f.fault,
		kit.Lines(kit.Caption(t("booking.around")).Strong(), f.around), f.diary)
	f.content = kit.Column(kit.Sides(640, 0.47, left, right))
}

func (f *form) open() {
	p := f.sheets.p
	title := p.Words.T("booking.title.book")
	if f.moving() {
		title = p.Words.T("booking.title.move", i18n.Args{"When": p.Words.When(f.a.visit.Start)})
	}
	f.look()
	f.sheet = kit.ShowSheet(p.Canvas(), p.Words, kit.Sheet{
		Title: title, Content: f.content, Width: 900,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(p.Words.T("booking.back"), func() { f.sheet.Close() }), f.save},
	})
}

// seen is what is known of the time that is chosen.
type seen struct {
	schedule coop.Schedule
	verdict  coop.Verdict
	free     []coop.Proposal
}

// asking is the booking as the form stands.
func (f *form) asking() coop.Booking {
	b := f.b
	b.Start = f.day.At(f.minute/60, f.minute%60, f.sheets.p.Desk.Zone())
	b.Reason = f.reason.Text()
	return b
}

// look reads the officer's day, the free times and the rules for what is chosen now.
func (f *form) look() {
	f.fault.Hide() // it was said of another time
	p, b, day, id := f.sheets.p, f.asking(), f.day, f.a.visit.ID
	kit.RunLatest(p.Run, &f.latest, func() (s seen, err error) {
		ctx := context.Background()
		if s.schedule, err = p.Desk.Schedule(ctx, p.Actor(), day, day, b.Officer); err != nil {
			return s, err
		}
		if s.verdict, err = p.Desk.JudgeVisit(ctx, p.Actor(), id, b); err != nil {
			return s, err
		}
		s.free, err = p.Desk.ProposeStarts(ctx, p.Actor(), id, b, proposals)
		return s, err
	}, func(s seen, err error) {
		if err != nil {
			p.OnError(err)
			return
		}
		f.tell(s)
	})
}

// take chooses a time.
func (f *form) take(start time.Time) {
	start = start.In(f.sheets.p.Desk.Zone())
	month := f.day
	f.day, f.minute = coop.DayOf(start), start.Hour()*60+start.Minute()
	f.hour.Set(f.minute)
	if month != f.day {
		f.grid()
	}
	f.look()
}

// keep books or moves; the sheet closes only when the archive has it.
func (f *form) keep() {
	p, b := f.sheets.p, f.asking()
	if !f.warned {
		b.Reason = "" // typed for a time that was given up since
	}
	f.save.Disable()
	kit.Run(p.Run, func() (coop.Visit, error) {
		if f.moving() {
			return p.Desk.MoveVisit(context.Background(), p.Actor(), f.a.visit.ID, b)
		}
		return p.Desk.BookVisit(context.Background(), p.Actor(), b)
	}, func(v coop.Visit, err error) {
		f.save.Enable()
		if err != nil {
			f.refused(err)
			return
		}
		f.sheet.Close()
		if f.moving() {
			p.Notices.DoneUndo(p.Words.T("booking.moved", i18n.Args{"When": p.Words.When(v.Start)}), func() { f.sheets.moveBack(f.a.visit) })
		} else {
			p.Notices.DoneUndo(p.Words.T("booking.booked", i18n.Args{"When": p.Words.When(v.Start)}), func() { f.sheets.takeBack(v) })
		}
		f.sheets.changed(v.Household)
	})
}

// refused explains in the sheet what can be corrected there; what somebody else changed closes it.
func (f *form) refused(err error) {
	p := f.sheets.p
	if errors.Is(err, coop.ErrChanged) || !i18n.Speakable(err) {
		f.sheet.Close()
		p.OnError(err)
		f.sheets.changed(f.b.Household)
		return
	}
	f.look()
	f.fault.SetText(p.Words.Error(err))
	f.fault.Show()
	f.content.Refresh()
}
