package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Files lets a person look through the computer's folders.
type Files interface {
	// Places are the folders that people look in first: home, desk, downloads, USB sticks.
	Places() []Folder
	// List names what a folder holds: folders first, hidden ones left out.
	List(path string) (Folder, []FileEntry, error)
}

// Folder is a folder with the words for it.
type Folder struct {
	Path  string
	Name  string
	Above string // the folder it lies in, "" for none
}

// FileEntry is a file or a folder of a list.
type FileEntry struct {
	Path   string
	Name   string
	Folder bool
}

// choice is what a person is asked to choose: a folder, or a file with one of some endings.
type choice struct {
	title   string
	folder  bool
	endings []string // with their dot, small letters; none for all files
	chosen  func(path string)
}

// chooser is the sheet in which a person looks for a file or a folder.
type chooser struct {
	shell *Shell
	choice
	at     Folder
	where  *kit.Text
	list   *fyne.Container
	places *fyne.Container
	sheet  *kit.OpenSheet
	asked  kit.Latest
}

// choose asks for a file or a folder.
func (s *Shell) choose(c choice) {
	h := &chooser{shell: s, choice: c, where: kit.Caption(""), list: kit.Stack(0), places: kit.Flow()}
	places := s.p.Outside.Files.Places()
	for _, p := range places {
		h.places.Add(kit.SecondaryButton(p.Name, func() { h.open(p.Path) }).WithIcon(look.IconFolderOpen))
	}
	actions := []fyne.CanvasObject{kit.SecondaryButton(s.words.T("kit.cancel"), func() { h.sheet.Close() })}
	if c.folder {
		actions = append(actions, kit.PrimaryButton(s.words.T("shell.choose.folder"), func() { h.take(h.at.Path) }))
	}
	list := kit.Sized(0, chooserHeight, kit.Lines(h.where, h.list))
	h.sheet = kit.ShowSheet(s.p.Window.Canvas(), s.words, kit.Sheet{
		Title: c.title, Content: kit.Column(h.places, list), Actions: actions, Width: chooserWidth,
	})
	if len(places) > 0 {
		h.open(places[0].Path)
	}
}

const chooserWidth, chooserHeight float32 = 640, 320

type listed struct {
	folder  Folder
	entries []FileEntry
}

func (h *chooser) open(path string) {
	kit.RunLatest(h.shell.p.Run, &h.asked, func() (listed, error) {
		folder, entries, err := h.shell.p.Outside.Files.List(path)
		return listed{folder, entries}, err
	}, func(l listed, err error) {
		if err != nil {
			h.list.Objects = []fyne.CanvasObject{kit.Quiet(h.shell.words.T("shell.choose.closed"))}
			h.list.Refresh()
			return
		}
		h.show(l)
	})
}

func (h *chooser) show(l listed) {
	h.at = l.folder
	h.where.SetText(l.folder.Path)
	rows := []fyne.CanvasObject{}
	if l.folder.Above != "" {
		rows = append(rows, kit.NewLinkRow(look.IconCornerUpLeft, h.shell.words.T("shell.choose.above"), "", func() { h.open(l.folder.Above) }))
	}
	for _, e := range l.entries {
		switch {
		case e.Folder:
			rows = append(rows, kit.NewLinkRow(look.IconFolderOpen, e.Name, "", func() { h.open(e.Path) }))
		case !h.folder && h.fits(e.Name):
			rows = append(rows, kit.NewLinkRow(look.IconFileText, e.Name, "", func() { h.take(e.Path) }))
		}
	}
	h.list.Objects = rows
	h.list.Refresh()
}

func (h *chooser) fits(name string) bool {
	for _, ending := range h.endings {
		if strings.HasSuffix(strings.ToLower(name), ending) {
			return true
		}
	}
	return len(h.endings) == 0
}

func (h *chooser) take(path string) {
	if path == "" {
		return
	}
	h.sheet.Close()
	h.chosen(path)
}
