package batch

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// kindWords say what each paper is for, and show it.
var kindWords = map[coop.PaperKind]struct {
	what string
	icon look.Icon
}{
	coop.IntegrationLetter: {"batch.kind.integration", look.IconHandshake},
	coop.ReminderLetter:    {"batch.kind.reminder", look.IconBell},
	coop.SecondDateLetter:  {"batch.kind.second-date", look.IconCalendarPlus},
	coop.ClosingLetter:     {"batch.kind.closing", look.IconDoorOpen},
	coop.ThanksLetter:      {"batch.kind.thanks", look.IconHandHeart},
	coop.MemberLetter:      {"batch.kind.member", look.IconCoins},
	coop.LoyaltyLetter:     {"batch.kind.loyalty", look.IconStar},
	coop.AgmLetter:         {"batch.kind.agm", look.IconVote},
	coop.WorkshopLetter:    {"batch.kind.workshop", look.IconUsers},
	coop.Questionnaire:     {"batch.kind.questionnaire", look.IconListChecks},
	coop.WelcomeSheet:      {"batch.kind.sheet", look.IconFileText},
	coop.SimpleSheet:       {"batch.kind.simple", look.IconText},
	coop.AddressLabels:     {"batch.kind.labels", look.IconIDCard},
}

const kindWidth float32 = 250

// showKinds asks which paper, and lists what was made before.
func (s *Screen) showKinds() {
	w := s.p.Words
	var cards []fyne.CanvasObject
	for _, kind := range append(coop.BatchKinds(), coop.AddressLabels) {
		words := kindWords[kind]
		cards = append(cards, kit.NewPressCard(w.T(i18n.PaperKindKey(kind)), func() { s.choose(s.usual(kind), "") },
			kit.TopRow(look.Snug, kit.NewIcon(words.icon, kit.Accented), kit.Grow(kit.Lines(
				kit.Body(w.T(i18n.PaperKindKey(kind))).Strong(), kit.Caption(w.T(words.what)))))))
	}
	kinds := kit.Columns(kindWidth, cards...)
	head := kit.Lines(kit.Title(w.T("batch.title")), kit.Quiet(w.T("batch.what")))
	if len(s.past) == 0 {
		s.show(scrolling(head, kinds), nil)
		return
	}
	s.show(scrolling(head, kit.Sides(sidesFrom, 0.64, kinds, kit.Stack(0, s.pastCard()))), nil)
}

// usual is for whom a paper is made when nobody has said otherwise yet: thanks for the years go to those who
// have been there for some.
func (s *Screen) usual(kind coop.PaperKind) coop.BatchAsked {
	const loyal = 5
	asked := coop.BatchAsked{Kind: kind}
	if kind == coop.LoyaltyLetter {
		asked.Years = loyal
	}
	return asked
}

// mostPast is how many batches the page lists.
const mostPast = 20

// pastCard lists what was made before, the newest first.
func (s *Screen) pastCard() fyne.CanvasObject {
	lines := kit.Stack(look.Snug)
	for i, row := range s.past[:min(len(s.past), mostPast)] {
		if i > 0 {
			lines.Add(kit.NewRule())
		}
		lines.Add(s.pastLine(row))
	}
	return kit.TitledCard(s.p.Words.T("batch.past"), nil, lines)
}

func (s *Screen) pastLine(row coop.BatchRow) fyne.CanvasObject {
	w := s.p.Words
	by := row.By
	if by == "" {
		by = w.T("batch.past.terminal")
	}
	lines := kit.Lines(
		kit.Body(w.T(i18n.PaperKindKey(row.Kind))).Strong(),
		kit.Quiet(w.T("batch.past.line", i18n.Args{"When": w.When(row.At), "By": by})), kit.Quiet(w.BatchState(row)))
	switch {
	case row.Waiting > 0 && row.Ended.IsZero():
		lines.Add(kit.Flow(
			kit.SecondaryButton(w.T("batch.continue"), func() { s.askContinue(row) }).WithIcon(look.IconPlay),
			kit.QuietButton(w.T("batch.end"), func() { s.askEnd(row) })))
	case row.Made > 0:
		lines.Add(kit.Row(kit.QuietButton(w.T("batch.again"), func() { s.again(row) }).WithIcon(look.IconPrinter)))
	}
	return lines
}

// askContinue asks how the rest of a batch is made.
func (s *Screen) askContinue(row coop.BatchRow) {
	w := s.p.Words
	var sheet *kit.OpenSheet
	goOn := func(each bool) func() {
		return func() {
			sheet.Close()
			s.p.ChooseFolder(func(folder string) { s.make(Order{ID: row.ID, Folder: folder, Each: each}, row.Kind) })
		}
	}
	one := kit.PrimaryButton(w.T("batch.make.one"), goOn(false)).WithIcon(look.IconPrinter)
	each := kit.SecondaryButton(w.T("batch.make.each"), goOn(true)).WithIcon(look.IconFolderOpen)
	sheet = kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{
		Title:   w.T(i18n.PaperKindKey(row.Kind)),
		Content: kit.Lines(kit.Body(w.BatchState(row)), kit.Quiet(w.T("batch.continue.what"))), Actions: []fyne.CanvasObject{each, one},
	})
}

// askEnd asks before the rest of a batch is left unmade.
func (s *Screen) askEnd(row coop.BatchRow) {
	w := s.p.Words
	kit.Ask(s.p.Canvas(), w, kit.Question{
		Title: w.T("batch.end"), Text: w.N("batch.end.what", row.Waiting), Yes: w.T("batch.end"), Danger: true,
		OnYes: func() {
			kit.Run(s.p.Run, func() (coop.BatchRow, error) {
				return s.p.Desk.EndBatch(context.Background(), s.p.Actor(), row.ID)
			}, func(ended coop.BatchRow, err error) {
				if err != nil {
					s.p.OnError(err)
					return
				}
				s.p.Notices.Done(w.T("batch.ended", i18n.Args{"State": w.BatchState(ended)}))
				s.begin()
			})
		},
	})
}

// again asks for the same papers a second time, for those who got them.
func (s *Screen) again(row coop.BatchRow) {
	kit.Run(s.p.Run, func() ([]coop.HouseholdID, error) {
		return s.p.Desk.BatchHouseholds(context.Background(), row.ID)
	}, func(ids []coop.HouseholdID, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		asked := coop.BatchAsked{Kind: row.Kind, Event: row.Asked.Event, ReplyBy: row.Asked.ReplyBy, Second: row.Asked.Second, Households: ids, Again: true}
		s.choose(asked, s.p.Words.T("batch.again.what", i18n.Args{"When": s.p.Words.When(row.At)}))
	})
}
