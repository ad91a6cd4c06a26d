package sheet

import (
	"context"

	"bienvenue/app/ui/kit"

	"fyne.io/fyne/v2"
)

// Chooser is a Desk whose paper can be made in several versions and languages.
type Chooser interface {
	// Offer lists them, with those that the paper is made in now.
	Offer(ctx context.Context) (Offer, error)
	// Choose has the next paper made so.
	Choose(ctx context.Context, version, language string) error
}

// Offer is what can be chosen of a paper.
type Offer struct {
	Versions, Languages []kit.Option[string]
	Version, Language   string
}

// chooser is where a person chooses the version and the languages.
type chooser struct {
	box       *fyne.Container
	versions  *kit.Choice[string]
	languages *kit.Select[string]
}

func newChooser(words Words, onChosen func(version, language string)) *chooser {
	c := &chooser{}
	chosen := func(string) {
		version, _ := c.versions.Value()
		language, _ := c.languages.Value()
		onChosen(version, language)
	}
	c.versions = kit.NewChoice(nil, chosen)
	c.languages = kit.NewSelect(words.T("sheet.screen.language"), nil, chosen)
	c.box = kit.Column(kit.Lines(kit.Caption(words.T("sheet.screen.version")).Strong(), c.versions.Object()), c.languages.Object())
	c.box.Hide()
	return c
}

// offer shows what can be chosen.
func (c *chooser) offer(o Offer) {
	c.box.Hidden = len(o.Versions) == 0
	c.versions.SetOptions(o.Versions)
	c.versions.Set(o.Version)
	c.languages.SetOptions(o.Languages)
	c.languages.Set(o.Language)
	c.box.Refresh()
}

// offered is what a desk offers, nothing for one that makes its paper in one way.
func (s *Screen) offered(ctx context.Context) (Offer, error) {
	if desk, ok := s.Desk.(Chooser); ok {
		return desk.Offer(ctx)
	}
	return Offer{}, nil
}

// onChosen makes the paper anew, as it was chosen.
func (s *Screen) onChosen(version, language string) {
	desk, ok := s.Desk.(Chooser)
	if !ok {
		return
	}
	s.able(false)
	kit.Run(s.Run, func() (struct{}, error) {
		return struct{}{}, desk.Choose(context.Background(), version, language)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.able(true)
			s.notices.Error(s.Words.Error(err))
			return
		}
		s.begin()
	})
}
