// Package preferences is the screen « Réglages »: the coop's facts, who works there, the rules of
// visits, how the window looks, the coop's events, and the archive itself.
package preferences

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Values are the settings as the screen changes them. Hours are minutes after midnight.
type Values struct {
	Coop           coop.Coop
	Logo           []byte // the coop's, a PNG, nil for none
	Language       string
	Theme          Theme
	Scale          int
	Accent         string
	Zone           string
	Rules          coop.VisitRules
	CounterMinutes int
	Target         int
	SheetCodes     []coop.CodeKind // what the codes of the welcome sheet lead to
	MapLink        string          // leads to the map of {address}
	Feed           string          // folder of the office calendar's files, "" for none
	Alarm          int             // minutes before a visit at which the office calendar rings, 0 for never
}

// Theme is how the window is lit.
type Theme string

// The themes.
const (
	System Theme = "system"
	Light  Theme = "light"
	Dark   Theme = "dark"
)

// Finding is one thing that was looked at in the archive, in words.
type Finding struct {
	OK    bool
	Words string
}

// Named says where the coop's texts name a fact.
type Named struct {
	Texts   int    // steps that name it
	Instead string // what the first of them says while it is not known
}

// Desk keeps what the screen changes.
type Desk interface {
	Values(ctx context.Context) (Values, error)
	Change(ctx context.Context, to Values) error
	// ReadLogo makes a logo of a picture's file.
	ReadLogo(ctx context.Context, path string) ([]byte, error)
	// Named tells of each fact, by the name that texts give it, where it is named.
	Named(ctx context.Context) (map[string]Named, error)
	Staff(ctx context.Context) ([]coop.Staff, error)
	KeepStaff(ctx context.Context, s coop.Staff) (coop.Staff, error)
	Events(ctx context.Context) ([]coop.Event, error)
	KeepEvent(ctx context.Context, e coop.Event) error
	// Hours are an officer's working week, with Rev 0 while it is the coop's.
	Hours(ctx context.Context, officer coop.StaffID) (coop.Hours, error)
	KeepHours(ctx context.Context, h coop.Hours) (coop.Hours, error)
	// Exceptions lists what differs from the usual weeks on the days from one to another, both included.
	Exceptions(ctx context.Context, from, to coop.Day) ([]coop.Exception, error)
	// AddException gives the booked visits that an exception comes upon.
	AddException(ctx context.Context, e coop.Exception) (coop.Exception, []coop.VisitRow, error)
	RemoveException(ctx context.Context, id coop.ExceptionID) (coop.Exception, error)
	// Bridges lists the bridge days of a year that the coop has not decided on yet.
	Bridges(ctx context.Context, year int) ([]coop.Day, error)
	// Unsettled lists the booked visits of some days, of an officer or ("") of all, that no longer stand.
	Unsettled(ctx context.Context, from, to coop.Day, officer coop.StaffID) ([]coop.VisitRow, error)
	// ArchivePath is where the archive lies.
	ArchivePath() string
	// Backup writes a dated copy into a folder, "" for the usual one, and says where it lies.
	Backup(ctx context.Context, folder string) (string, error)
	// Examine looks the archive over.
	Examine(ctx context.Context) ([]Finding, error)
}

// Section is a part of the screen.
type Section string

// The sections, in their order.
const (
	CoopFacts Section = "coop"
	Team      Section = "team"
	Rules     Section = "rules"
	WorkHours Section = "hours"
	Display   Section = "display"
	Events    Section = "events"
	Archive   Section = "archive"
)

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk      Desk
	Words     *i18n.Words
	Run       kit.Runner
	Today     coop.Day
	Window    fyne.Window // for sheets
	Section   Section     // shown first, "" for the coop's facts
	OnError   func(error)
	OnDone    func(text string)
	OnUndo    func(text string, undo func()) // says what was done and offers to take it back
	OnChanged func()                         // settings or staff were changed
	OnImport  func()                         // import a file of the ERP; nil hides it

	OnVisit  func(coop.VisitID) // what may be done with a visit; nil shows visits only
	MapLinks []string           // the usual links to a map: a page, and the phone's own map

	ChooseFolder func(chosen func(folder string)) // asks for a folder
	ChooseLogo   func(chosen func(path string))   // asks for a picture's file; nil keeps the logo as it is
}

// Screen is « Réglages ».
type Screen struct {
	p       Params
	values  Values
	named   map[string]Named
	working working         // of the section of working hours
	apart   *fyne.Container // what of it is read again by itself
	agm     coop.Event      // the next one that is announced, its Day "" for none
	section Section
	tabs    *kit.Choice[Section]
	body    *fyne.Container
	page    fyne.CanvasObject
	asked   kit.Latest
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, section: p.Section, body: container.NewStack()}
	if s.section == "" {
		s.section = CoopFacts
	}
	w := p.Words
	s.tabs = kit.NewChoice([]kit.Option[Section]{
		{Value: CoopFacts, Words: w.T("preferences.tab.coop"), Icon: look.IconBuilding},
		{Value: Team, Words: w.T("preferences.tab.team"), Icon: look.IconUsers},
		{Value: Rules, Words: w.T("preferences.tab.rules"), Icon: look.IconCalendarCheck},
		{Value: WorkHours, Words: w.T("preferences.tab.hours"), Icon: look.IconClock},
		{Value: Display, Words: w.T("preferences.tab.display"), Icon: look.IconMonitor},
		{Value: Events, Words: w.T("preferences.tab.events"), Icon: look.IconMegaphone},
		{Value: Archive, Words: w.T("preferences.tab.archive"), Icon: look.IconHardDrive},
	}, s.open)
	s.tabs.Set(s.section)
	head := kit.Column(kit.Title(w.T("preferences.title")), s.tabs.Object())
	s.page = kit.Stack(0, kit.PaddedXY(look.Wide, look.Inset, head), kit.Grow(s.body))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Section is the part that is shown.
func (s *Screen) Section() Section { return s.section }

// Refresh reads the settings again.
func (s *Screen) Refresh() {
	kit.RunLatest(s.p.Run, &s.asked, s.known, func(k known, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.values, s.named, s.agm = k.values, k.named, k.agm
		s.open(s.section)
	})
}

// known is what the screen shows of the coop.
type known struct {
	values Values
	named  map[string]Named
	agm    coop.Event
}

func (s *Screen) known() (k known, err error) {
	ctx := context.Background()
	if k.values, err = s.p.Desk.Values(ctx); err != nil {
		return k, err
	}
	if k.named, err = s.p.Desk.Named(ctx); err != nil {
		return k, err
	}
	events, err := s.p.Desk.Events(ctx)
	for _, e := range events {
		if e.Kind == coop.EventAgm {
			k.agm = e
			break
		}
	}
	return k, err
}

// turn shows another section, as its tab does.
func (s *Screen) turn(to Section) {
	s.tabs.Set(to)
	s.open(to)
}

const formWidth float32 = 820

func (s *Screen) open(section Section) {
	s.section = section
	switch section {
	case CoopFacts:
		s.show(s.factsForm())
	case Team:
		s.showTeam()
	case Rules:
		s.show(s.rulesForm())
	case WorkHours:
		s.showHours()
	case Display:
		s.show(s.displayForm())
	case Events:
		s.showEvents()
	case Archive:
		s.show(s.archiveCards())
	}
}

func (s *Screen) show(parts ...fyne.CanvasObject) {
	scroll := kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Snug, kit.AtMost(formWidth, kit.Column(parts...))))
	s.body.Objects = []fyne.CanvasObject{scroll}
	s.body.Refresh()
}

// change keeps other values; then does what follows.
func (s *Screen) change(to Values, then func()) {
	kit.Run(s.p.Run, func() (Values, error) {
		ctx := context.Background()
		if err := s.p.Desk.Change(ctx, to); err != nil {
			return Values{}, err
		}
		return s.p.Desk.Values(ctx)
	}, func(v Values, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.values = v
		if then != nil {
			then()
		}
		s.p.OnChanged()
	})
}
