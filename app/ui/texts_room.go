package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/templates"
	"bienvenue/app/ui/texts"
)

// textsPart is one of the two parts of the room « Textes ».
type textsPart string

// The parts.
const (
	partTalks  textsPart = "talks"
	partPapers textsPart = "papers"
)

// textsRoom is the room « Textes »: the scripts of talks, and the texts of papers.
type textsRoom struct {
	talks  *texts.Screen
	papers *templates.Screen
	tabs   []*kit.Choice[textsPart] // one in each part
	part   textsPart
	body   *fyne.Container
}

func (s *Shell) makeTexts() screen {
	r := &textsRoom{part: partTalks, body: container.NewStack()}
	r.talks = texts.New(s.talkTexts(r.choice(s)))
	r.papers = templates.New(s.paperTexts(r.choice(s)))
	r.open(partTalks)
	s.texts = r
	return r
}

// choice is how one goes from one part to the other.
func (r *textsRoom) choice(s *Shell) fyne.CanvasObject {
	tabs := kit.NewChoice([]kit.Option[textsPart]{
		{Value: partTalks, Words: s.words.T("shell.texts.talks"), Icon: look.IconMessageSquare},
		{Value: partPapers, Words: s.words.T("shell.texts.papers"), Icon: look.IconFileText},
	}, func(part textsPart) {
		r.open(part)
		r.Refresh()
	})
	r.tabs = append(r.tabs, tabs)
	return tabs.Object()
}

// open shows a part.
func (r *textsRoom) open(part textsPart) {
	r.part = part
	for _, tabs := range r.tabs {
		tabs.Set(part)
	}
	content := r.talks.Content()
	if part == partPapers {
		content = r.papers.Content()
	}
	r.body.Objects = []fyne.CanvasObject{content}
	r.body.Refresh()
}

// Content is what stands on the screen.
func (r *textsRoom) Content() fyne.CanvasObject { return r.body }

// Refresh reads the list of the part that is seen again.
func (r *textsRoom) Refresh() {
	if r.part == partPapers {
		r.papers.Refresh()
		return
	}
	r.talks.Refresh()
}

// TypedKey hands a key to the part that is seen; it says whether it was taken.
func (r *textsRoom) TypedKey(e *fyne.KeyEvent) bool {
	if r.part == partPapers {
		return r.papers.TypedKey(e)
	}
	return r.talks.TypedKey(e)
}

// TypedShortcut hands a shortcut to the part that is seen; it says whether it was taken.
func (r *textsRoom) TypedShortcut(shortcut fyne.Shortcut) bool {
	if r.part == partPapers {
		return r.papers.TypedShortcut(shortcut)
	}
	return r.talks.TypedShortcut(shortcut)
}

// Import reads the files that were dropped on the part that is seen.
func (r *textsRoom) Import(paths []string) {
	if r.part == partPapers {
		r.papers.Import(slices.Min(paths), false)
		return
	}
	r.talks.Import(paths, false)
}
