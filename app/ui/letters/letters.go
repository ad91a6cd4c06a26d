// Package letters is the sheet that lists the letters one may write to a household: those that make sense
// now first, each with what it is for, the others with why not. It knows no page: what is chosen is handed on.
package letters

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the sheet asks for; *office.Office is one.
type Desk interface {
	LetterOffers(ctx context.Context, by coop.Actor, h coop.HouseholdID) ([]coop.LetterOffer, error)
}

// Params is what the sheet is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk     Desk
	Words    *i18n.Words
	Run      kit.Runner
	Actor    func() coop.Actor // who works now
	Canvas   func() fyne.Canvas
	OnError  func(error)
	OnLetter func(h coop.HouseholdID, kind coop.PaperKind, event coop.EventID)
}

// Show asks which letter to write to a household.
func Show(p Params, h coop.HouseholdID) {
	kit.Run(p.Run, func() ([]coop.LetterOffer, error) {
		return p.Desk.LetterOffers(context.Background(), p.Actor(), h)
	}, func(offers []coop.LetterOffer, err error) {
		if err != nil {
			p.OnError(err)
			return
		}
		var sheet *kit.OpenSheet
		content := p.list(offers, func(o coop.LetterOffer) {
			sheet.Close()
			p.OnLetter(h, o.Kind, o.Event.ID)
		})
		sheet = kit.ShowSheet(p.Canvas(), p.Words, kit.Sheet{Title: p.Words.T("letters.title"), Content: content, Width: width})
	})
}

// width of the sheet: the sentences are long.
const width float32 = 640

// list shows what can be written now, then what cannot.
func (p Params) list(offers []coop.LetterOffer, choose func(coop.LetterOffer)) fyne.CanvasObject {
	can, cannot := kit.Stack(0), kit.Stack(look.Gap)
	for _, o := range offers {
		if o.No != nil {
			cannot.Add(p.refused(o))
			continue
		}
		row := kit.NewLinkRow(icons[o.Kind], p.title(o), p.why(o), func() { choose(o) })
		can.Add(row)
	}
	if len(can.Objects) == 0 {
		can.Add(kit.Quiet(p.Words.T("letters.none")))
	}
	content := kit.Column(can)
	if len(cannot.Objects) > 0 {
		content.Add(kit.Column(kit.Caption(p.Words.T("letters.not-now")).Strong(), cannot))
	}
	return content
}

// refused is a letter that cannot be written now, and why.
func (p Params) refused(o coop.LetterOffer) fyne.CanvasObject {
	return kit.PaddedXY(look.Snug, 0, kit.TopRow(look.Gap, kit.NewIcon(icons[o.Kind], kit.Calm),
		kit.Grow(kit.Lines(kit.Quiet(p.title(o)), kit.Caption(p.Words.Error(o.No))))))
}

// title names a letter, with the event it invites to.
func (p Params) title(o coop.LetterOffer) string {
	title := p.Words.T(i18n.PaperKindKey(o.Kind))
	switch {
	case o.Event.Title == "":
		return title
	case o.Kind == coop.AgmLetter: // its title says what the event is
		return p.Words.T("letters.event.agm", i18n.Args{"Letter": title, "Day": p.Words.Day(o.Event.Day)})
	}
	return p.Words.T("letters.event", i18n.Args{"Letter": title, "Event": o.Event.Title, "Day": p.Words.Day(o.Event.Day)})
}

// why says what a letter is for, and when it was made before.
func (p Params) why(o coop.LetterOffer) string {
	why := p.Words.T(whys[o.Kind])
	if o.Sent.IsZero() {
		return why
	}
	return p.Words.T("letters.sent", i18n.Args{"Why": why, "Day": p.Words.Date(p.Words.DayOf(o.Sent))})
}

var icons = map[coop.PaperKind]look.Icon{
	coop.IntegrationLetter: look.IconHandshake,
	coop.ReminderLetter:    look.IconBell,
	coop.SecondDateLetter:  look.IconCalendarPlus,
	coop.ClosingLetter:     look.IconDoorOpen,
	coop.ThanksLetter:      look.IconHandHeart,
	coop.MemberLetter:      look.IconCoins,
	coop.LoyaltyLetter:     look.IconStar,
	coop.AgmLetter:         look.IconVote,
	coop.WorkshopLetter:    look.IconUsers,
	coop.Questionnaire:     look.IconListChecks,
}

var whys = map[coop.PaperKind]string{
	coop.IntegrationLetter: "letters.why.integration",
	coop.ReminderLetter:    "letters.why.reminder",
	coop.SecondDateLetter:  "letters.why.second-date",
	coop.ClosingLetter:     "letters.why.closing",
	coop.ThanksLetter:      "letters.why.thanks",
	coop.MemberLetter:      "letters.why.member",
	coop.LoyaltyLetter:     "letters.why.loyalty",
	coop.AgmLetter:         "letters.why.agm",
	coop.WorkshopLetter:    "letters.why.workshop",
	coop.Questionnaire:     "letters.why.questionnaire",
}
