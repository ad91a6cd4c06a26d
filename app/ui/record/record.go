// Package record is a talk that is over: what was said and done at each step, what came of it, who
// signed, and what was corrected since. It is read-only until somebody presses « Corriger »; then a
// reason is asked, and what stood before stays readable. It knows no other screen.
package record

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Reading is a talk that has ended, with all that came of it.
type Reading struct {
	Walk        script.Walk // in the version that it was led by
	Household   coop.Household
	Residence   coop.Residence
	Visit       coop.Visit // empty for a talk at the counter
	Outcome     coop.Outcome
	HasOutcome  bool
	Corrections []coop.Correction // the newest first
	Signature   coop.Signature    // empty when nobody signed
	Officer     string            // who led it
	Month       coop.Month        // past month whose figures a correction may change, "" for none
	Names       map[coop.StaffID]string
	MayCorrect  bool
}

// Correction is what a correction changes.
type Correction struct {
	Talk    coop.TalkID
	Reason  string
	Steps   []coop.TalkStep
	Outcome *coop.Outcome // nil: unchanged
	Month   coop.Month    // the past month that the person was told of
}

// Desk is the little that the screen asks for.
type Desk interface {
	// ReadTalk opens a talk that has ended.
	ReadTalk(ctx context.Context, id coop.TalkID) (Reading, error)
	// CorrectTalk keeps a correction with what stood before.
	CorrectTalk(ctx context.Context, c Correction) error
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk        Desk
	Words       *i18n.Words
	Run         kit.Runner
	Canvas      func() fyne.Canvas
	Talk        coop.TalkID
	OnError     func(error)
	OnCorrected func(coop.HouseholdID) // kept: the sheet is to be printed again
	OnClose     func()
}

// Screen is a talk that is over.
type Screen struct {
	p       Params
	read    Reading
	edit    *edit // nil while it is only read
	said    bool  // the words of each step are shown
	asked   kit.Latest
	body    *fyne.Container
	foot    *fyne.Container
	scroll  *kit.TouchScroll
	content *fyne.Container
}

const (
	pageWidth float32 = 980
	factWidth float32 = 150
)

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, body: kit.Stack(look.Inset), foot: container.NewStack()}
	s.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(pageWidth, s.body)))
	s.content = container.NewBorder(nil, s.foot, nil, nil, s.scroll)
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Refresh reads the talk again; what is being corrected stays.
func (s *Screen) Refresh() {
	if s.edit != nil {
		return
	}
	kit.RunLatest(s.p.Run, &s.asked, func() (Reading, error) {
		return s.p.Desk.ReadTalk(context.Background(), s.p.Talk)
	}, func(r Reading, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.read = r
		s.show()
	})
}

func (s *Screen) t(key string, args ...i18n.Args) string { return s.p.Words.T(key, args...) }

// show puts everything on the page, as it was kept or as it is being corrected.
func (s *Screen) show() {
	parts := []fyne.CanvasObject{s.head()}
	if s.edit != nil {
		parts = append(parts, s.edit.notice())
	}
	parts = append(parts, s.steps())
	if s.read.HasOutcome {
		parts = append(parts, s.outcome())
	}
	if s.read.Signature.Signed() {
		parts = append(parts, s.signature())
	}
	if len(s.read.Corrections) > 0 {
		parts = append(parts, s.corrections())
	}
	s.body.Objects = parts
	s.body.Refresh()
	s.foot.Objects = nil
	if s.edit != nil {
		s.foot.Objects = []fyne.CanvasObject{s.edit.foot()}
	}
	s.foot.Refresh()
	s.content.Refresh()
}

// head says who, when, by whom and how long.
func (s *Screen) head() fyne.CanvasObject {
	w, t, h := s.p.Words, s.read.Walk.Talk(), s.read.Household
	who := kit.Lines(kit.Title(w.People(h.Holders)))
	if where := w.Where(s.read.Residence.Name, h.Dwelling); where != "" {
		who.Add(kit.Body(where))
	}
	badges := kit.Flow(kit.Badge("", s.t(i18n.TalkKindKey(t.Kind)), kit.Calm))
	if t.State == coop.TalkAbandoned {
		badges.Add(kit.Badge(look.IconCircleSlash, s.t(i18n.TalkStateKey(t.State)), kit.Attention))
	}
	if s.read.Signature.Signed() {
		badges.Add(kit.Badge(look.IconCheck, s.t("record.signed"), kit.Done))
	}
	if !t.Corrected.IsZero() {
		badges.Add(kit.Badge(look.IconPencil, s.t("record.corrected", i18n.Args{"Day": w.Date(w.DayOf(t.Corrected))}), kit.Attention))
	}
	facts := kit.Lines(
		s.fact("record.when", w.When(t.Began)),
		s.fact("record.who", s.read.Officer),
		s.fact("record.time", s.t("record.time.of", i18n.Args{"Spent": w.Minutes(int(t.Elapsed().Round(time.Minute).Minutes())), "Plan": w.Minutes(s.plan())})),
		s.fact("record.script", s.t("record.version", i18n.Args{"Title": s.read.Walk.Script().Title, "Version": t.Version})),
	)
	var correct fyne.CanvasObject
	if s.edit == nil && s.read.MayCorrect && t.State == coop.TalkClosed {
		correct = kit.SecondaryButton(s.t("record.correct"), s.begin).WithIcon(look.IconPencil)
	}
	top := kit.TopRow(look.Gap, kit.Grow(kit.Lines(who, badges)))
	if correct != nil {
		top = kit.TopRow(look.Gap, kit.Grow(kit.Lines(who, badges)), correct)
	}
	return kit.Card(top, facts)
}

func (s *Screen) plan() int {
	if minutes := s.read.Walk.Talk().Minutes; minutes > 0 {
		return minutes
	}
	return int(s.read.Walk.Script().Budget.Minutes())
}

func (s *Screen) fact(key, text string) fyne.CanvasObject {
	return kit.TopRow(look.Gap, kit.Sized(factWidth, 0, kit.Quiet(s.t(key))), kit.Grow(kit.Body(text)))
}

// signature shows what was drawn.
func (s *Screen) signature() fyne.CanvasObject {
	return kit.TitledCard(s.t("record.signature"), nil,
		kit.Caption(s.t("record.signature.when", i18n.Args{"When": s.p.Words.When(s.read.Signature.At)})),
		kit.ShowSignature(s.read.Signature))
}
