// Package batch is the page « Courriers en nombre »: which paper, for whom, who is left out and why; then the
// papers are made with a bar that shows how far they are, stopped and gone on with. It knows no other
// screen: printing, files and folders are handed on.
package batch

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the page asks of the office; *office.Office is one.
type Desk interface {
	Residences(ctx context.Context, by coop.Actor) ([]coop.Residence, error)
	BatchEvents(ctx context.Context, kind coop.PaperKind) ([]coop.Event, error)
	PlanBatch(ctx context.Context, by coop.Actor, asked coop.BatchAsked) (coop.BatchPlan, error)
	BeginBatch(ctx context.Context, by coop.Actor, plan coop.BatchPlan) (coop.Batch, error)
	EndBatch(ctx context.Context, by coop.Actor, id coop.BatchID) (coop.BatchRow, error)
	Batches(ctx context.Context) ([]coop.BatchRow, error)
	BatchItems(ctx context.Context, id coop.BatchID) ([]coop.BatchItem, error)
	BatchHouseholds(ctx context.Context, id coop.BatchID) ([]coop.HouseholdID, error)
	RowsOf(ctx context.Context, by coop.Actor, ids []coop.HouseholdID) (map[coop.HouseholdID]coop.Row, error)
	Today() coop.Day
}

// Maker makes papers.
type Maker interface {
	// Make makes what is left of a batch into files of a folder: one PDF, or one file each. When the context
	// ends it keeps what was made until then and gives no error. progress may be called from any goroutine.
	Make(ctx context.Context, o Order, progress func(done, total int)) (Made, error)
	// Leaves are the pages of one household's paper, as they would be made.
	Leaves(ctx context.Context, asked coop.BatchAsked, household coop.HouseholdID) ([]kit.Leaf, error)
}

// Order says how a batch is made.
type Order struct {
	ID     coop.BatchID
	Folder string
	Each   bool // one file for each household, else one PDF for the printer
}

// Made is what came of a run.
type Made struct {
	Batch  coop.BatchRow
	Papers int        // made in this run
	Pages  int        // in the one PDF
	File   string     // the one PDF, or the folder of the files; "" when nothing was made
	Each   bool       // the papers are files of their own
	Alone  bool       // every page is a paper of its own: never two on one sheet
	Leaves []kit.Leaf // the first pages of the one PDF
}

// Notices says what was done.
type Notices interface {
	Done(text string)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Maker   Maker
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor
	Canvas  func() fyne.Canvas
	Fonts   kit.LeafFonts
	Notices Notices
	OnError func(error)
	Only    []coop.HouseholdID // those that the search shows, nil when nothing is searched for

	ChooseFolder func(chosen func(string))
	OnPrint      func(Made)                              // the one PDF goes to the printer
	OnLabels     func(ids []coop.HouseholdID, first int) // address labels, from the first free one on
	OnOpen       func(coop.HouseholdID)                  // a household's file
}

// Screen is the page « Courriers en nombre ».
type Screen struct {
	p      Params
	past   []coop.BatchRow
	homes  []coop.Residence
	events []coop.Event
	asked  coop.BatchAsked
	plan   coop.BatchPlan
	whom   *whom // while it is asked for whom
	told   bool  // what was made is told, until the person goes on
	cancel context.CancelFunc
	latest kit.Latest
	page   *fyne.Container
	body   *fyne.Container
	foot   *fyne.Container
}

// New makes the page; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, body: kit.Stack(0), foot: kit.Stack(0)}
	s.page = kit.Stack(0, kit.Grow(s.body), s.foot)
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Refresh begins the page anew, unless somebody is choosing, papers are being made, or what was made is told.
func (s *Screen) Refresh() {
	if s.whom == nil && s.cancel == nil && !s.told {
		s.begin()
	}
}

// Stays says whether the page cannot be left now: while papers are being made.
func (s *Screen) Stays() bool { return s.cancel != nil }

// Back goes one step back, to the choice of a paper, and says whether there was one to go.
func (s *Screen) Back() bool {
	if s.whom == nil && !s.told {
		return false
	}
	s.begin()
	return true
}

// begin reads what was made before and shows which papers there are.
func (s *Screen) begin() {
	type begun struct {
		past  []coop.BatchRow
		homes []coop.Residence
	}
	kit.RunLatest(s.p.Run, &s.latest, func() (b begun, err error) {
		ctx := context.Background()
		if b.past, err = s.p.Desk.Batches(ctx); err == nil {
			b.homes, err = s.p.Desk.Residences(ctx, s.p.Actor())
		}
		return b, err
	}, func(b begun, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.past, s.homes, s.whom, s.told = b.past, b.homes, nil, false
		s.showKinds()
	})
}

// show replaces the page; foot nil is none.
func (s *Screen) show(body, foot fyne.CanvasObject) {
	s.body.Objects = []fyne.CanvasObject{kit.Grow(body)}
	s.foot.RemoveAll()
	if foot != nil {
		s.foot.Add(kit.Bar(kit.PaddedXY(look.Wide, look.Snug, foot)))
	}
	s.page.Refresh()
}

// scrolling is a page of parts that scrolls.
func scrolling(parts ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(pageWidth, kit.Column(parts...))))
}

const (
	pageWidth float32 = 1120
	sidesFrom float32 = 900
)

// note is a sentence on the ground of its tone.
func note(tone kit.Tone, icon look.Icon, sentence string) fyne.CanvasObject {
	return kit.Tinted(tone, kit.TopRow(look.Snug, kit.NewIcon(icon, tone), kit.Grow(kit.Body(sentence))))
}

// field is a labelled part of a form.
func field(label string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Stack(look.Snug, append([]fyne.CanvasObject{kit.Caption(label).Strong()}, parts...)...)
}
