// Package talk is the screen of a talk: one step a page, the words to say, what to verify and to
// note, the clock against the plan; then the review that ends it. Nothing is shown as kept before
// the archive has it.
package talk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
)

// Desk keeps what happens in a talk; *office.Office is one.
type Desk interface {
	KeepStep(ctx context.Context, by coop.Actor, id coop.TalkID, step coop.TalkStep, current coop.StepID) error
	KeepReview(ctx context.Context, by coop.Actor, id coop.TalkID, draft []byte) error
	CloseTalk(ctx context.Context, by coop.Actor, closing coop.Closing) (coop.Closed, error)
	AbandonTalk(ctx context.Context, by coop.Actor, id coop.TalkID) error
	PauseTalk(ctx context.Context, by coop.Actor, id coop.TalkID, reason coop.PauseReason) error
	SignTalk(ctx context.Context, by coop.Actor, drawn coop.Signature) error
	PlanTalk(ctx context.Context, by coop.Actor, id coop.TalkID, minutes int) error
}

// Words speaks the language of the window; *i18n.Words does.
type Words interface {
	kit.Calendar
	N(key string, n int, args ...map[string]any) string
	People(holders []coop.Cooperator) string
	Where(residence string, home coop.Dwelling) string
	Date(day coop.Day) string
	Hour(t time.Time) string
	When(t time.Time) string
	DayOf(t time.Time) coop.Day
	Money(cents int) string
	Minutes(n int) string
	Decimal(x float64) string
	List(things []string) string
	Phone(number string) string
	Error(err error) string
}

// Params is what the screen is made of.
type Params struct {
	Desk       Desk
	By         coop.Actor
	Walk       script.Walk // office's Conversation.Walk()
	Household  coop.Household
	Residence  coop.Residence
	Visit      coop.Visit // the booked visit that the talk carries out, empty for none
	Today      coop.Day
	SharePrice int            // cents, 0 when not known
	Signature  coop.Signature // drawn before the talk was left, empty for none
	Words      Words
	Run        kit.Runner
	Clock      func() time.Time // with its monotonic part, as time.Now gives it

	// Persona is the invented cooperator of a rehearsal, nil in a real talk.
	Persona *script.Persona

	OnQuit   func()                      // the talk stays open
	OnPaused func(coop.PauseReason)      // the talk stands still; nil is OnQuit
	OnClosed func(closed coop.Closed)    // the talk ended: the sheet comes next
	OnBook   func(coop.HouseholdID)      // book the courtesy visit; nil hides the button
	OnFault  func(doing string, e error) // for the log; may be nil
}

// Screen is a talk on the screen.
type Screen struct {
	p        Params
	walk     script.Walk   // what is kept
	at       coop.StepID   // the step on the screen
	draft    coop.TalkStep // its record, with what was just ticked
	before   coop.TalkStep // its record when it came onto the screen
	clock    clock
	callTick func() // calls the next look at the clock off
	queue    queue
	drafts   drafts

	simple    bool          // the simpler words are shown
	language  string        // of the texts shown
	texts     script.Script // the script in that language
	frame     *frame
	head      *header
	page      *page
	review    *review // nil while a step is shown
	signature coop.Signature
	heard     map[coop.StepID]int // what the invented cooperator asked back, by step
	ending    *ending             // nil before the first look at the review
	notices   *kit.Notices
	root      fyne.CanvasObject
}

// New makes the screen of a talk at the step where it stands.
func New(p Params) *Screen {
	s := &Screen{p: p, walk: p.Walk, heard: map[coop.StepID]int{}, notices: kit.NewNotices(p.Run, p.Words)}
	s.notices.Above(func() float32 { return s.frame.foot.MinSize().Height })
	s.signature = p.Signature
	s.language, s.texts = p.Walk.Script().Language, p.Walk.Script()
	s.clock = clock{now: p.Clock, spent: p.Walk.Spent()}
	s.queue = queue{screen: s}
	s.head = newHeader(s)
	s.page = newPage(s)
	s.frame = newFrame(s)
	s.root = s.notices.Over(container.New(s.frame, s.frame.objects()...))
	s.show(s.walk.Current().ID)
	s.sayResumed()
	return s
}

// Content is what stands in the window. Taking it starts the clock; Leave stops it.
func (s *Screen) Content() fyne.CanvasObject {
	s.Enter()
	return s.root
}

// Enter starts the clock, when the screen is shown.
func (s *Screen) Enter() {
	at := s.at
	if s.review != nil {
		at = ""
	}
	if s.clock.start(at) {
		s.tick()
	}
}

// Leave stops the clock, when the screen is left for another.
func (s *Screen) Leave() { s.clock.stop() }

const tickEvery = 5 * time.Second

// tick keeps the clock on the screen going while it runs.
func (s *Screen) tick() {
	if s.callTick != nil {
		s.callTick()
		s.callTick = nil
	}
	if !s.clock.running {
		return
	}
	s.head.tell()
	s.callTick = s.p.Run.Later(tickEvery, s.tick)
}

// show puts a step on the page.
func (s *Screen) show(id coop.StepID) {
	i := s.walk.Index(id)
	if i < 0 {
		return
	}
	s.at, s.draft, s.review = id, s.latest(id), nil
	s.before = s.draft
	s.clock.turn(id)
	s.page.show(s.walk.Steps()[i], i, s.draft)
	s.frame.showStep(s.page)
	s.unfocus()
	s.refreshOutline()
	s.head.tell()
}

// refreshOutline tells the outline and the dots what is kept of each step.
func (s *Screen) refreshOutline() {
	steps := s.walk.Steps()
	shown := make([]kit.OutlineStep, len(steps))
	for i, step := range steps {
		shown[i] = kit.OutlineStep{Title: s.text(step).Title, State: outlineState(s.walk.State(step.ID)), Optional: !step.Essential, Tag: s.addedTag(step.ID)}
	}
	current := s.walk.Index(s.at)
	if s.review != nil {
		current = -1
	}
	s.frame.outline.Set(shown, current)
	s.frame.dots.Set(shown, current)
}

func outlineState(state coop.StepState) kit.StepState {
	switch state {
	case coop.StepSeen:
		return kit.StepDone
	case coop.StepLater:
		return kit.StepLater
	case coop.StepNotApplicable:
		return kit.StepSkipped
	case coop.StepBegun, coop.StepUntouched:
	}
	return kit.StepAhead
}

// jump goes to a step that was chosen in the outline.
func (s *Screen) jump(i int) {
	if steps := s.walk.Steps(); i >= 0 && i < len(steps) && !s.queue.moving {
		s.show(steps[i].ID)
	}
}

// canvas is the canvas of the window that shows the screen, for sheets above it.
func (s *Screen) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(s.root)
}

// unfocus takes the keyboard from what stood on the page before: it would still take Return.
func (s *Screen) unfocus() {
	if c := s.canvas(); c != nil {
		c.Unfocus()
	}
}

func (s *Screen) fault(doing string, err error) {
	if s.p.OnFault != nil {
		s.p.OnFault(doing, err)
	}
}
