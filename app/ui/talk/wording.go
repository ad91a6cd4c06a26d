package talk

import (
	"slices"
	"strings"

	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// tongueKeys are the keys of the names that languages have in themselves.
var tongueKeys = map[string]string{
	"fr": "talk.tongue.fr", "en": "talk.tongue.en", "es": "talk.tongue.es", "pt": "talk.tongue.pt",
	"it": "talk.tongue.it", "de": "talk.tongue.de", "nl": "talk.tongue.nl", "pl": "talk.tongue.pl",
	"ro": "talk.tongue.ro", "sq": "talk.tongue.sq", "tr": "talk.tongue.tr", "uk": "talk.tongue.uk",
	"ru": "talk.tongue.ru",
}

// tongue is a language's name in itself; one that nobody named is its code.
func (s *Screen) tongue(language string) string {
	if key, ok := tongueKeys[language]; ok {
		return s.p.Words.T(key)
	}
	return strings.ToUpper(language)
}

// text is a step as it is shown: in the chosen language, where that has its texts.
func (s *Screen) text(step script.Step) script.Step {
	if read, ok := s.texts.Step(step.ID); ok {
		return read
	}
	return step
}

// foreign says whether the texts are shown in another language than the script's own.
func (s *Screen) foreign() bool { return s.language != s.walk.Script().Language }

// speak shows the texts in a language. What is kept of the talk does not depend on it.
func (s *Screen) speak(language string) {
	s.language, s.texts = language, s.walk.Script().In(language)
	if s.review != nil {
		s.refreshOutline()
		return
	}
	offset := s.page.halves.lower.Offset()
	s.page.show(s.page.own, s.walk.Index(s.at), s.draft)
	s.frame.showStep(s.page)
	s.page.halves.lower.ScrollBy(offset)
	s.refreshOutline()
}

// nextTongue turns to the script's next language.
func (s *Screen) nextTongue() {
	all := s.walk.Script().Languages()
	if len(all) < 2 || s.review != nil {
		return
	}
	s.speak(all[(slices.Index(all, s.language)+1)%len(all)])
}

// reword shows the standard or the simpler words.
func (s *Screen) reword(simple bool) {
	s.simple = simple
	s.page.tellWords()
	s.page.content.Refresh()
}

// wording says which words are shown, on the button that changes them.
func (s *Screen) wording() string {
	w := s.p.Words
	switch {
	case s.foreign() && s.simple:
		return w.T("talk.words.both", map[string]any{"Language": s.tongue(s.language), "Words": lowered(w.T("talk.simple"))})
	case s.foreign():
		return s.tongue(s.language)
	case s.simple:
		return w.T("talk.simple")
	}
	return w.T("talk.words")
}

// openWords shows the wordings and languages to choose from, beside the button.
func (p *page) openWords(bool) {
	s, w := p.screen, p.screen.p.Words
	p.words.Set(s.simple || s.foreign())
	var menu *kit.OpenPopover
	wording := kit.NewChoice([]kit.Option[bool]{
		{Value: false, Words: w.T("talk.words.standard")}, {Value: true, Words: w.T("talk.simple")},
	}, func(simple bool) {
		menu.Close()
		s.reword(simple)
	})
	wording.Set(s.simple)
	box := kit.Column(kit.Lines(kit.Caption(w.T("talk.words.wording")).Strong(), wording.Object()))
	if all := s.walk.Script().Languages(); len(all) > 1 {
		options := make([]kit.Option[string], len(all))
		for i, language := range all {
			options[i] = kit.Option[string]{Value: language, Words: s.tongue(language)}
		}
		choice := kit.NewChoice(options, func(language string) {
			menu.Close()
			s.speak(language)
		})
		choice.Set(s.language)
		box.Add(kit.Lines(kit.Caption(w.T("talk.words.language")).Strong(), choice.Object()))
	}
	menu = kit.ShowPopover(p.words, box)
}

// tellLacking says what is shown in the script's own language for want of words in the chosen one.
func (p *page) tellLacking() {
	s := p.screen
	own := map[string]any{"Language": lowered(s.tongue(s.walk.Script().Language))}
	spoken := script.TextSay
	if s.simple {
		spoken = script.TextSimple
	}
	p.lacks.Hidden = true
	if !s.foreign() {
		return
	}
	for _, gap := range s.walk.Script().Gaps(s.language) {
		switch {
		case gap.Step != p.step.ID:
		case gap.Text == spoken:
			p.lacks.Set(look.IconLanguages, s.p.Words.T("talk.words.own", own), kit.Attention)
			p.lacks.Hidden = false
			return
		case gap.Text != script.TextSay && gap.Text != script.TextSimple && gap.Text != script.TextPaper:
			p.lacks.Set(look.IconLanguages, s.p.Words.T("talk.words.own.partly", own), kit.Attention)
			p.lacks.Hidden = false
		}
	}
}
