package booking

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
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
	verdict coop.Verdict // of what is chosen
	fitted  bool         // the sheet has the height that its first content wants
	sheet   *kit.OpenSheet
	officer *kit.Select[coop.StaffID]
	month   *fyne.Container
	hour    *kit.HourField
	length  *kit.Select[int]
	place   *kit.Choice[coop.Place]
	told    *kit.Select[coop.Channel]
	agreed  *kit.Chip
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
	start := a.booking.Start.In(s.p.Desk.Zone())
	f.day, f.minute = coop.DayOf(start), start.Hour()*60+start.Minute()
	f.officers()
	f.hour = kit.NewHourField(s.p.Words, f.t("booking.hour"), 15, func(m int) { f.minute = m; f.look() })
	f.hour.Set(f.minute)
	f.length = kit.NewSelect(f.t("booking.minutes"), f.lengths(), func(m int) { f.b.Minutes = m; f.look() })
	f.length.Set(f.b.Minutes)
	f.place = kit.NewChoice(f.places(), f.choosePlace)
	f.place.Set(f.b.Place)
	f.reason = kit.NewField(f.t("booking.reason"), "", func(string) { f.allow() }).WithHint(f.t("booking.reason.hint"))
	f.fault = kit.Body("").Toned(kit.Late)
	f.fault.Hide()
	f.save = kit.PrimaryButton(f.t(f.word()), f.keep)
	f.grid()
	f.build()
	return f
}

func (f *form) t(key string, args ...i18n.Args) string { return f.sheets.p.Words.T(key, args...) }

func (f *form) moving() bool { return f.a.visit.ID != "" }

func (f *form) word() string {
	if f.moving() {
		return "booking.move"
	}
	return "booking.book"
}

func (f *form) build() {
	left := kit.Column(f.sheets.who(f.a), f.officer.Object(), f.month)
	// What stands in the way is said beside what was chosen, where it is seen without scrolling.
	parts := []fyne.CanvasObject{kit.Columns(150, f.hour, f.length.Object()), f.place.Object(), f.notes, f.reason, f.fault, f.telling()}
	if asking := f.askers(); asking != nil {
		parts = append(parts, asking)
	}
	parts = append(parts, kit.Lines(kit.Caption(f.t("booking.around")).Strong(), f.around), f.diary)
	f.content = kit.Column(kit.Sides(640, 0.46, left, kit.Column(parts...)))
}

func (f *form) open() {
	p := f.sheets.p
	title := f.t("booking.title.book")
	if f.moving() {
		title = f.t("booking.title.move", i18n.Args{"When": p.Words.When(f.a.visit.Start)})
	}
	f.look()
	f.sheet = kit.ShowSheet(p.Canvas(), p.Words, kit.Sheet{
		Title: title, Content: f.content, Width: 980,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(f.t("booking.back"), func() { f.sheet.Close() }), f.save},
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
	if len(f.verdict.Warned) == 0 {
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
		f.sheets.kept(f.a.visit, v)
	})
}

// kept tells of what was booked or moved, and offers to take it back.
func (s *Sheets) kept(before, v coop.Visit) {
	s.say(before, v)
	s.changed(v.Household)
}

// say tells in a banner what was booked or moved, and offers to take it back.
func (s *Sheets) say(before, v coop.Visit) {
	said, undo := "booking.booked", func() { s.takeBack(v) }
	if before.ID != "" {
		said, undo = "booking.moved", func() { s.moveBack(before) }
	}
	s.p.Notices.DoneUndo(s.p.Words.T(said, i18n.Args{"When": s.p.Words.When(v.Start)}), undo)
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
