// Package asking is the page « Questionnaires reçus »: a reference is scanned or typed, one key is pressed for
// each answer, and the next paper comes. Beside it, what the replies say. It knows no other screen, and shows
// no household: a questionnaire has a reference and no name.
package asking

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the page asks for; *office.Office is one.
type Desk interface {
	FindAsking(ctx context.Context, by coop.Actor, typed string) (coop.Asking, coop.AskingForm, error)
	KeyAnswers(ctx context.Context, by coop.Actor, found coop.Asking, answers []coop.Answered) (coop.Asking, error)
	EraseAnswers(ctx context.Context, by coop.Actor, found coop.Asking) (coop.Asking, error)
	AskingsKeyed(ctx context.Context, by coop.Actor) (today, waited int, err error)
	AskingSpans(ctx context.Context, by coop.Actor) ([]coop.AskingSpan, error)
	AskingResults(ctx context.Context, by coop.Actor, from, to coop.Day) (coop.AskingResults, error)
}

// Notices says what was done and offers to undo it.
type Notices interface {
	Done(text string)
	DoneUndo(text string, undo func())
	Refused(text string)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor // who works now
	Canvas  func() fyne.Canvas
	Notices Notices
	OnError func(error)
	OnSave  func(name string, table [][]string) // saves a table as a file that a spreadsheet opens
}

// Screen is the page.
type Screen struct {
	p       Params
	count   *kit.Text
	field   *kit.Field
	other   *kit.Button // the way to the results and back
	entry   fyne.CanvasObject
	results *results
	body    *fyne.Container
	page    *fyne.Container

	sheet   *sheet   // the questionnaire that is being keyed in, nil for none
	strokes []stroke // the last letters and figures
	counted kit.Latest
	found   kit.Latest
}

// New makes the page; its counts are empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, count: kit.Quiet(""), body: container.NewStack()}
	s.results = newResults(s)
	s.field = kit.NewField(p.Words.T("asking.field"), "", func(string) { s.field.SetError("") }).
		WithPlaceholder(p.Words.T("asking.field.example")).WithHint(p.Words.T("asking.field.hint"))
	s.field.OnSubmitted = s.open
	s.other = kit.SecondaryButton(p.Words.T("asking.results"), s.turn).WithIcon(look.IconChart)
	s.entry = s.makeEntry()
	s.body.Objects = []fyne.CanvasObject{s.entry}
	head := kit.Row(kit.Grow(kit.Lines(kit.Title(p.Words.T("asking.title")), s.count)), s.other)
	s.page = container.NewBorder(kit.PaddedXY(look.Wide, look.Inset, head), nil, nil, nil, s.body)
	return s
}

// makeEntry is the page that waits for a reference.
func (s *Screen) makeEntry() fyne.CanvasObject {
	const wide = 620
	t := s.p.Words.T
	open := kit.PrimaryButton(t("asking.open"), func() { s.open(s.field.Text()) })
	steps := kit.Stack(look.Snug, kit.Section(t("asking.how")))
	for _, step := range []struct{ keys, does string }{
		{"asking.how.choose.key", "asking.how.choose"},
		{"asking.how.blank.key", "asking.how.blank"},
		{"asking.how.back.key", "asking.how.back"},
		{"asking.how.keep.key", "asking.how.keep"},
	} {
		steps.Add(kit.Row(kit.Sized(150, 0, kit.Row(kit.Badge("", t(step.keys), kit.Calm))), kit.Grow(kit.Body(t(step.does)))))
	}
	return kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Tight, kit.AtMost(wide, kit.Column(
		kit.Card(s.field, kit.Row(kit.Spacer(), open)), kit.Card(steps), kit.Quiet(t("asking.private"))))))
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Focus lets one type or scan at once. The window's canvas is asked, since a field that was not painted yet
// does not know its own.
func (s *Screen) Focus() {
	if c := s.p.Canvas(); c != nil && s.sheet == nil && !s.results.seen {
		c.Focus(s.field.Focusable())
	}
}

// Refresh reads the counts again.
func (s *Screen) Refresh() {
	kit.RunLatest(s.p.Run, &s.counted, func() (n [2]int, err error) {
		n[0], n[1], err = s.p.Desk.AskingsKeyed(context.Background(), s.p.Actor())
		return n, err
	}, func(n [2]int, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		w := s.p.Words
		s.count.SetText(w.T("asking.count", i18n.Args{"Today": w.N("asking.count.today", n[0]), "Waited": w.N("asking.count.waited", n[1])}))
		s.page.Refresh()
	})
	if s.results.seen {
		s.results.refresh()
	}
}

// ShowResults shows what the replies say.
func (s *Screen) ShowResults() {
	if !s.results.seen {
		s.turn()
	}
}

// turn goes to the results, or back to keying in.
func (s *Screen) turn() {
	s.results.seen = !s.results.seen
	s.show()
	s.Refresh()
}

// show puts what is seen onto the page.
func (s *Screen) show() {
	t := s.p.Words.T
	s.other.SetText(t("asking.results"))
	s.other.SetIcon(look.IconChart)
	switch {
	case s.results.seen:
		s.body.Objects = []fyne.CanvasObject{s.results.content}
		s.other.SetText(t("asking.entry"))
		s.other.SetIcon(look.IconKeyboard)
	case s.sheet != nil:
		s.body.Objects = []fyne.CanvasObject{s.sheet.content}
	default:
		s.body.Objects = []fyne.CanvasObject{s.entry}
	}
	s.body.Refresh()
	s.page.Refresh()
	if c := s.p.Canvas(); c != nil {
		c.Unfocus()
	}
	s.Focus()
}

// open looks for a reference that was typed or scanned.
func (s *Screen) open(typed string) { s.openWith(typed, nil) }

// openWith opens a questionnaire with some boxes ticked; nil ticks those that were kept.
func (s *Screen) openWith(typed string, ticked []int) {
	type found struct {
		coop.Asking
		coop.AskingForm
	}
	kit.RunLatest(s.p.Run, &s.found, func() (f found, err error) {
		f.Asking, f.AskingForm, err = s.p.Desk.FindAsking(context.Background(), s.p.Actor(), typed)
		return f, err
	}, func(f found, err error) {
		if err != nil {
			s.results.seen, s.sheet = false, nil
			s.show()
			s.field.SetText(typed)
			s.field.SetError(s.p.Words.Error(err))
			s.mark()
			return
		}
		s.field.SetText("")
		s.field.SetError("")
		s.results.seen, s.strokes = false, nil
		s.sheet = newSheet(s, f.Asking, f.AskingForm, ticked)
		s.show()
		s.sheet.mark()
	})
}

// mark selects what stands in the field, so that the next scan replaces it.
func (s *Screen) mark() {
	if box, ok := s.field.Focusable().(fyne.Shortcutable); ok {
		box.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// keep keeps the answers of the questionnaire that is open, then opens another one if it was scanned already.
func (s *Screen) keep(next string) {
	open := s.sheet
	if open == nil || open.keeping {
		return
	}
	open.keeping = true
	before := open.found
	kit.Run(s.p.Run, func() (coop.Asking, error) {
		return s.p.Desk.KeyAnswers(context.Background(), s.p.Actor(), before, open.answers())
	}, func(kept coop.Asking, err error) {
		open.keeping = false
		if err != nil {
			s.p.OnError(err)
			return
		}
		w := s.p.Words
		said := w.N("asking.kept", open.given(), i18n.Args{"Reference": kept.Reference.String()})
		s.p.Notices.DoneUndo(said, func() { s.undo(kept, before, slices.Clone(open.ticked)) })
		s.close()
		s.Refresh()
		if next != "" {
			s.open(next)
		}
	})
}

// undo takes back what was kept, and opens the questionnaire again with what was ticked.
func (s *Screen) undo(kept, before coop.Asking, ticked []int) {
	kit.Run(s.p.Run, func() (coop.Asking, error) {
		if before.Back() {
			return s.p.Desk.KeyAnswers(context.Background(), s.p.Actor(), kept, before.Answers)
		}
		return s.p.Desk.EraseAnswers(context.Background(), s.p.Actor(), kept)
	}, func(_ coop.Asking, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.Refresh()
		s.openWith(string(kept.Reference), ticked)
	})
}

// leave closes the questionnaire that is open without keeping anything.
func (s *Screen) leave() {
	left, ticked := s.sheet.found, slices.Clone(s.sheet.ticked)
	touched := s.sheet.touched
	s.close()
	if touched {
		s.p.Notices.DoneUndo(s.p.Words.T("asking.left", i18n.Args{"Reference": left.Reference.String()}),
			func() { s.openWith(string(left.Reference), ticked) })
	}
}

// erase says that a questionnaire that was keyed in has not come back after all.
func (s *Screen) erase() {
	found, ticked := s.sheet.found, slices.Clone(s.sheet.ticked)
	kit.Run(s.p.Run, func() (coop.Asking, error) {
		return s.p.Desk.EraseAnswers(context.Background(), s.p.Actor(), found)
	}, func(erased coop.Asking, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.p.Notices.DoneUndo(s.p.Words.T("asking.erased", i18n.Args{"Reference": erased.Reference.String()}),
			func() { s.undo(erased, found, ticked) })
		s.close()
		s.Refresh()
	})
}

// close goes back to the field.
func (s *Screen) close() {
	s.sheet, s.strokes = nil, nil
	s.show()
}
