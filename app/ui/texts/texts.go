// Package texts is the room « Textes »: the scripts that lead the talks, their editor with the talk's page beside it,
// trying and publishing, the versions and what differs between them, and the merge with a text that the program
// brings anew. It knows no archive and no other screen: what it needs is handed to it.
package texts

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
)

// Desk keeps the scripts. Only managers and administrators are let in.
type Desk interface {
	// Cards are all scripts with what the list says of them.
	Cards(ctx context.Context) ([]Card, error)
	// OpenDraft is the draft of a script, begun from its leading version when there is none.
	OpenDraft(ctx context.Context, id coop.ScriptID) (Draft, error)
	// KeepDraft saves a draft and answers it as it is kept.
	KeepDraft(ctx context.Context, d Draft) (Draft, error)
	// DropDraft throws a draft away.
	DropDraft(ctx context.Context, id coop.ScriptID) error
	// NewScript begins a draft under a new name as a copy of another script.
	NewScript(ctx context.Context, from coop.ScriptID, title string) (Draft, error)
	// Publish makes the draft the next version, with a note of what changed.
	Publish(ctx context.Context, id coop.ScriptID, note string) (coop.StoredScript, error)
	// Withdraw keeps a coop's own script from leading talks.
	Withdraw(ctx context.Context, id coop.ScriptID, note string) error
	// RestoreShipped publishes the program's own text again.
	RestoreShipped(ctx context.Context, id coop.ScriptID, note string) error
	// Versions are all versions of a script, the newest first.
	Versions(ctx context.Context, id coop.ScriptID) ([]Version, error)
	// Import reads a script and its translations from files into a draft. What is wrong in them is a
	// script.FileErrors.
	Import(ctx context.Context, paths []string, replace bool) (Draft, error)
	// Export writes a version into a folder and says where the files lie.
	Export(ctx context.Context, id coop.ScriptID, version int, folder string) (string, error)
	// Update is what a merge with a newer text of the program starts from.
	Update(ctx context.Context, id coop.ScriptID) (base, ours, theirs script.Script, err error)
	// TakeUpdate keeps a merged draft and takes the program's text into account.
	TakeUpdate(ctx context.Context, d Draft) (Draft, error)
	// Fields are the facts that texts name, as they are said in a language.
	Fields(ctx context.Context, language string) (map[string]string, error)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Today   coop.Day
	Window  fyne.Window // for sheets
	Lexicon draft.Lexicon
	Terms   draft.Terms
	Tabs    fyne.CanvasObject // the parts of the room, above the list; may be nil
	OnError func(error)
	OnDone  func(text string)

	OnRehearse func(id coop.ScriptID, draft bool) // plays a script with an invented person
	OnLessons  func(id coop.ScriptID)             // what the talks teach about it

	ChooseFiles  func(chosen func(paths []string)) // asks for the files of a script
	ChooseFolder func(chosen func(folder string))  // asks for a folder
}

// Screen is « Textes ».
type Screen struct {
	p     Params
	list  *list
	views *kit.Views // the list, and what lies over it
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p}
	s.list = newList(s)
	s.views = kit.NewViews(s.list.content, s.list.read)
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.views.Object() }

// Refresh reads the list again. What is being written is not touched.
func (s *Screen) Refresh() { s.list.read() }

// Back leaves the page on top; false when there is only the list.
func (s *Screen) Back() bool { return s.views.Back() }

// TypedKey is a key that nothing in the room has taken; it says whether the room has.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool { return s.views.TypedKey(e) }

// TypedShortcut is a shortcut of the window's, such as Ctrl+Z; it says whether the room has taken it.
func (s *Screen) TypedShortcut(shortcut fyne.Shortcut) bool { return s.views.TypedShortcut(shortcut) }

// fail tells an error where the shell tells them.
func (s *Screen) fail(err error) { s.p.OnError(err) }
