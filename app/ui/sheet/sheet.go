// Package sheet is the screen that shows a paper before it is printed: the page itself, and what
// can be done with it. It draws the page from the page's own marks and asks others to make it, to
// print it and to keep in the journal that it was handed over.
package sheet

import (
	"context"
	"errors"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// Made is a paper that has been made.
type Made struct {
	PDF      []byte
	Hash     string     // SHA-256 of the PDF, hexadecimal
	Leaves   []kit.Leaf // its pages, at least one; the first ones of a very long paper
	Alone    bool       // every page is a paper of its own: two must not come onto one sheet
	Replaced bool       // some letters could only be written otherwise
	Notes    []string   // what to know of it before it is printed, in words
}

// Texts say which paper it is.
type Texts struct {
	Title    string // of the screen, « Fiche de bienvenue »
	Read     string // what to do before printing
	Print    string // the button
	Document string // as the printer's list shows it: it names no person
	File     string // the file's name without its ending: it names no person
	Kind     string // of paper: how it was printed last is remembered by it
}

// Desk makes the paper and keeps what was done with it.
type Desk interface {
	Make(ctx context.Context) (Made, error)
	Keep(ctx context.Context, hash string, means coop.PaperMeans) error
}

// Output is the machine's way to paper.
type Output interface {
	// Printers lists the printers with their state, the usual one first. ErrNoPrinting and ErrNoService say
	// why there are none.
	Printers(ctx context.Context) ([]Printer, error)
	// Print sends a PDF to a printer and says how its queue knows it. A printer that would keep the
	// paper for itself is a refusal, and nothing is sent.
	Print(ctx context.Context, pdf []byte, job Job) (Sent, error)
	// Remembered is how a kind of paper was printed last on this machine; Remember keeps it.
	Remembered(kind string) Choice
	Remember(kind string, c Choice)
	// Open shows a PDF in the machine's own viewer.
	Open(ctx context.Context, pdf []byte, name string) error
	// Place proposes where to save a file of a name: a path where there is none yet.
	Place(name string) string
	// Save writes a PDF where there is no file yet.
	Save(ctx context.Context, pdf []byte, path string) error
}

// Why a machine has no printers, other than that none is installed.
var (
	ErrNoPrinting = errors.New("this machine prints through its PDF viewer")
	ErrNoService  = errors.New("the printing service of this machine does not answer")
)

// Words says things in the person's language; *i18n.Words does.
type Words interface {
	kit.Words
	N(key string, n int, args ...map[string]any) string
	Error(err error) string
}

// Params is what the screen needs.
type Params struct {
	Words    Words
	Run      kit.Runner
	Desk     Desk
	Output   Output
	Fonts    kit.LeafFonts
	Texts    Texts
	Name     string // whose paper it is, « Mme Éloïse LEFÈVRE »
	OnClosed func() // goes back; may be nil
	OnKept   func() // after the paper was printed, saved or opened; may be nil
}

// Screen shows one household's sheet.
type Screen struct {
	Params
	content  fyne.CanvasObject
	room     *fyne.Container
	preview  *kit.LeafView
	notices  *kit.Notices
	spinner  *kit.Spinner
	ways     *ways
	chooser  *chooser
	print    *kit.Button
	save     *kit.Button
	open     *kit.Button
	zoom     *kit.Button
	turn     *fyne.Container // from page to page, where there are several
	turned   *kit.Text
	leaf     int // the page that is seen
	warning  fyne.CanvasObject
	told     *fyne.Container // what to know of the paper first
	pageRoom *fyne.Container

	made   Made
	absent error // why there are no printers
	saving *kit.OpenSheet
}

// New makes the screen and begins to make the paper.
func New(p Params) *Screen {
	s := &Screen{Params: p, notices: kit.NewNotices(p.Run, p.Words), spinner: kit.NewSpinner(p.Run), preview: kit.NewLeafView(p.Fonts)}
	s.preview.OnTapped = s.onZoom
	s.print = kit.PrimaryButton(p.Texts.Print, s.onPrint).WithIcon(look.IconPrinter)
	s.save = kit.SecondaryButton(p.Words.T("sheet.screen.save"), s.onSave).WithIcon(look.IconSave)
	s.open = kit.SecondaryButton(p.Words.T("sheet.screen.open"), s.onOpen).WithIcon(look.IconExternalLink)
	s.zoom = kit.QuietButton("", s.onZoom).WithIcon(look.IconSearch)
	s.ways = newWays(p.Words, s.onAgain)
	s.chooser = newChooser(p.Words, s.onChosen)
	s.warning = kit.Tinted(kit.Attention, kit.Body(p.Words.T("sheet.screen.replaced")))
	s.warning.Hide()
	s.told = kit.Column()
	s.told.Hide()
	s.turned = kit.Quiet("").OneLine()
	s.turn = kit.Row(
		kit.IconButton(look.IconChevronLeft, p.Words.T("sheet.screen.page.before"), func() { s.onTurn(-1) }).Framed(),
		kit.Grow(s.turned),
		kit.IconButton(look.IconChevronRight, p.Words.T("sheet.screen.page.next"), func() { s.onTurn(1) }).Framed())
	s.turn.Hide()
	s.content = s.lay()
	s.begin()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Print does what the print button does, for the window's own shortcut.
func (s *Screen) Print() {
	if s.made.PDF != nil {
		s.onPrint()
	}
}

const (
	besideFrom = 810 // from this width on, what one can do stands beside the page
	doing      = 0.3 // its share of the width
)

func (s *Screen) lay() fyne.CanvasObject {
	back := kit.IconButton(look.IconArrowLeft, s.Words.T("sheet.screen.back"), func() {
		if s.OnClosed != nil {
			s.OnClosed()
		}
	})
	if s.OnClosed == nil {
		back.Hide()
	}
	head := kit.PaddedXY(look.Inset, look.Gap, kit.Row(back, kit.Grow(kit.Lines(
		kit.Title(s.Texts.Title).OneLine(), kit.Quiet(s.Name).OneLine()))))
	s.pageRoom = kit.Grow(kit.Padded(look.Gap, s.preview))
	acts := kit.Card(kit.Column(
		kit.Quiet(s.Texts.Read), s.told, s.warning, s.chooser.box, s.ways.box,
		s.print, kit.Columns(140, s.save, s.open), s.turn, s.zoom,
	))
	s.room = kit.Grow(kit.Stack(0))
	s.showPage(acts)
	return s.notices.Over(kit.Stack(0, head, s.room))
}

func (s *Screen) showPage(acts fyne.CanvasObject) {
	s.tellZoom()
	side := sideOf(kit.Stack(0, kit.PaddedXY(look.Inset, 0, acts)))
	s.room.Objects = []fyne.CanvasObject{kit.Sides(besideFrom, doing, side, s.pageRoom)}
}

// begin makes the paper and looks for printers, both off the screen.
func (s *Screen) begin() {
	s.able(false)
	s.spinner.Start()
	type begun struct {
		made  Made
		offer Offer
		found found
	}
	kit.Run(s.Run, func() (begun, error) {
		ctx := context.Background()
		made, err := s.Desk.Make(ctx)
		if err != nil {
			return begun{}, err
		}
		offer, err := s.offered(ctx)
		return begun{made, offer, s.look(ctx)}, err
	}, func(b begun, err error) {
		s.spinner.Stop()
		if err != nil {
			s.fail(err)
			return
		}
		s.chooser.offer(b.offer)
		s.onMade(b.made, b.found)
	})
}

// fail says that there is no paper, and offers to try again.
func (s *Screen) fail(err error) {
	before := s.room.Objects
	retry := kit.SecondaryButton(s.Words.T("sheet.screen.retry"), func() {
		s.room.Objects = before
		s.room.Refresh()
		s.begin()
	}).WithIcon(look.IconRefreshCw)
	s.room.Objects = []fyne.CanvasObject{kit.Empty(look.IconFileWarning, s.Words.Error(err), retry)}
	s.room.Refresh()
}

func (s *Screen) onMade(made Made, f found) {
	s.made = made
	s.leaf = 0
	s.turn.Hidden = len(made.Leaves) < 2
	s.onTurn(0)
	show(s.warning, made.Replaced)
	s.tell(made.Notes)
	s.offer(f)
	s.able(true)
}

// tell says what to know of the paper before it is printed.
func (s *Screen) tell(notes []string) {
	s.told.RemoveAll()
	for _, note := range notes {
		s.told.Add(kit.Tinted(kit.Attention, kit.Body(note)))
	}
	s.told.Hidden = len(notes) == 0
}

func (s *Screen) able(yes bool) {
	for _, b := range []*kit.Button{s.print, s.save, s.open, s.zoom} {
		if yes {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	s.ways.able(yes)
}

// onTurn shows another page of the paper.
func (s *Screen) onTurn(by int) {
	if to := s.leaf + by; to >= 0 && to < len(s.made.Leaves) {
		s.leaf = to
		s.preview.ShowLeaf(s.made.Leaves[to])
		s.turned.SetText(s.Words.T("sheet.screen.page", map[string]any{"At": to + 1, "Of": len(s.made.Leaves)}))
	}
}

// onZoom turns between the whole page and a page to read.
func (s *Screen) onZoom() {
	s.preview.SetWhole(!s.preview.Whole())
	var inside fyne.CanvasObject = kit.Padded(look.Gap, s.preview)
	if !s.preview.Whole() {
		inside = kit.NewTouchScroll(inside)
	}
	s.pageRoom.Objects = []fyne.CanvasObject{inside}
	s.tellZoom()
	s.pageRoom.Refresh()
}

func (s *Screen) tellZoom() {
	if s.preview.Whole() {
		s.zoom.SetText(s.Words.T("sheet.screen.larger"))
		return
	}
	s.zoom.SetText(s.Words.T("sheet.screen.whole"))
}
