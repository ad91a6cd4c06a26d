// Package imports is the screen on which a file of the ERP comes in: it is chosen, shown as it was
// understood, and imported when the person says so. It knows no file and no other screen: what it
// needs is handed to it.
package imports

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the screen asks for.
type Desk interface {
	// Read understands a file.
	Read(ctx context.Context, path string) (coop.Extract, error)
	// Plan says what importing would do.
	Plan(ctx context.Context, x coop.Extract) (coop.ImportPlan, error)
	// Run imports whole or not at all; progress may be called from any goroutine.
	Run(ctx context.Context, p coop.ImportPlan, progress func(done, total int)) (coop.ImportCounts, error)
	// SaveRejects writes the rows that could not be used into a folder and says where the file lies.
	SaveRejects(ctx context.Context, x coop.Extract, folder string) (string, error)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	OnError func(error)
	OnDone  func(text string) // something was done: a banner

	ChooseFile   func(chosen func(path string))   // nil leaves the typed path alone
	ChooseFolder func(chosen func(folder string)) // where the rejected rows go
	OnPeople     func()                           // to the list of people, nil for none
}

// Endings are the endings of the files that may be chosen.
func Endings() []string { return []string{".csv", ".txt", ".tsv"} }

// Screen is the import's screen.
type Screen struct {
	p       Params
	page    *fyne.Container
	content *fyne.Container
	scroll  *kit.TouchScroll
	foot    *fyne.Container
	asked   kit.Latest
	path    string
	plan    coop.ImportPlan
	partial bool
	cancel  context.CancelFunc
}

// New makes the screen; it asks for a file.
func New(p Params) *Screen {
	s := &Screen{p: p, content: kit.Column(), foot: kit.Stack(0)}
	s.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, s.content))
	s.page = kit.Stack(0, kit.Grow(s.scroll), s.foot)
	s.showStart("")
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Refresh does nothing: what the screen shows is its file's, not the archive's.
func (s *Screen) Refresh() {}

// Importing says whether an import is being carried out.
func (s *Screen) Importing() bool { return s.cancel != nil }

// Open reads a file, chosen or dropped on the window, and shows what importing it would do.
func (s *Screen) Open(path string) {
	path = strings.Trim(strings.TrimSpace(path), `"`)
	if path == "" || s.Importing() {
		return
	}
	s.path, s.partial = path, false
	waiting := kit.NewSpinner(s.p.Run)
	s.show(nil, kit.AtMost(startWidth, kit.Column(kit.Title(s.p.Words.T("import.title")),
		kit.Card(kit.Row(waiting, kit.Grow(kit.Body(s.p.Words.T("import.reading"))))))))
	waiting.Start()
	kit.RunLatest(s.p.Run, &s.asked, func() (coop.ImportPlan, error) {
		ctx := context.Background()
		x, err := s.p.Desk.Read(ctx, path)
		if err != nil {
			return coop.ImportPlan{}, err
		}
		return s.p.Desk.Plan(ctx, x)
	}, func(p coop.ImportPlan, err error) {
		waiting.Stop()
		if err != nil {
			if !i18n.Speakable(err) {
				s.p.OnError(err)
			}
			s.showStart(s.p.Words.Error(err))
			return
		}
		s.plan = p
		s.showPlan()
	})
}

// show replaces the page; foot nil is none.
func (s *Screen) show(foot fyne.CanvasObject, objects ...fyne.CanvasObject) {
	s.content.Objects = objects
	s.content.Refresh()
	s.foot.RemoveAll()
	if foot != nil {
		s.foot.Add(kit.Bar(kit.PaddedXY(look.Wide, look.Snug, foot)))
	}
	s.scroll.ScrollToTop()
	s.page.Refresh()
}

// startWidth keeps the first card in the middle of a wide window readable.
const startWidth float32 = 720

// showStart asks for a file; wrong says why the last one was not taken.
func (s *Screen) showStart(wrong string) {
	w := s.p.Words
	path := kit.NewField(w.T("import.path"), s.path, nil).WithHint(w.T("import.path.hint"))
	read := func() { s.Open(path.Text()) }
	path.OnSubmitted = func(string) { read() }
	buttons := kit.Flow()
	if s.p.ChooseFile != nil {
		buttons.Add(kit.PrimaryButton(w.T("import.choose"), func() { s.p.ChooseFile(s.Open) }).WithIcon(look.IconFolderOpen))
		buttons.Add(kit.SecondaryButton(w.T("import.read"), read))
	} else {
		buttons.Add(kit.PrimaryButton(w.T("import.read"), read))
	}
	card := kit.Column(
		kit.Row(kit.NewIcon(look.IconFileSpreadsheet, kit.Accented), kit.Grow(kit.Section(w.T("import.start")))),
		kit.Body(w.T("import.start.what")), kit.Quiet(w.T("import.start.safe")), path, buttons,
	)
	all := kit.Column(kit.Title(w.T("import.title")))
	if wrong != "" {
		all.Add(kit.Tinted(kit.Late, kit.TopRow(look.Snug, kit.NewIcon(look.IconFileX, kit.Late), kit.Grow(kit.Body(wrong)))))
	}
	all.Add(kit.Card(card))
	s.show(nil, kit.AtMost(startWidth, all))
}

// chosen is the plan as the person wants it run.
func (s *Screen) chosen() coop.ImportPlan {
	if s.partial {
		return s.plan.Partial()
	}
	return s.plan
}

// steps is how often at most the progress is drawn: more would only slow the import down.
const steps = 200

func (s *Screen) onImport() {
	w, plan := s.p.Words, s.chosen()
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	progress := kit.NewProgress(w, cancel)
	progress.Set(w.T("import.running.begin"), 0, 0)
	s.show(nil, kit.AtMost(startWidth, kit.Column(kit.Title(w.T("import.title")),
		kit.TitledCard(w.N("import.running", plan.Writes()), nil, progress, kit.Quiet(w.T("import.running.safe"))))))
	told := -1
	kit.Run(s.p.Run, func() (coop.ImportCounts, error) {
		return s.p.Desk.Run(ctx, plan, func(done, total int) {
			if part := done * steps / max(total, 1); part != told {
				told = part
				s.p.Run.Show(func() {
					progress.Set(w.T("import.running.at", i18n.Args{"Done": w.Number(done), "Total": w.Number(total)}), done, total)
				})
			}
		})
	}, func(c coop.ImportCounts, err error) {
		cancel()
		s.cancel = nil
		s.onImported(c, err)
	})
}

func (s *Screen) onImported(c coop.ImportCounts, err error) {
	if err != nil {
		s.p.OnError(err)
		s.Open(s.path) // as the archive is now: somebody may have changed it meanwhile
		return
	}
	s.showResult(c)
	if s.p.OnDone != nil {
		s.p.OnDone(s.p.Words.T("import.done"))
	}
}

// showResult says what the import has done.
func (s *Screen) showResult(c coop.ImportCounts) {
	w := s.p.Words
	buttons := kit.Flow()
	if s.p.OnPeople != nil {
		buttons.Add(kit.PrimaryButton(w.T("import.people"), s.p.OnPeople).WithIcon(look.IconUsers))
	}
	buttons.Add(kit.SecondaryButton(w.T("import.another"), func() { s.path = ""; s.showStart("") }))
	objects := []fyne.CanvasObject{
		kit.Title(w.T("import.title")),
		kit.Tinted(kit.Done, kit.Row(kit.NewIcon(look.IconCircleCheck, kit.Done),
			kit.Grow(kit.Section(w.T("import.done"))))),
		s.figures(c),
	}
	if c.Rejected > 0 {
		objects = append(objects, s.rejectsCard())
	}
	s.show(nil, append(objects, buttons)...)
}

// What a Desk answers when the computer would not let it at a file.
var (
	// ErrNotRead says that a file could not be opened.
	ErrNotRead = coop.Refuse("import.refused.file", nil)
	// ErrNotSaved says that a file could not be written.
	ErrNotSaved = coop.Refuse("import.refused.save", nil)
)
