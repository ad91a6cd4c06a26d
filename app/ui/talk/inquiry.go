package talk

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// inquiry is the sheet in which one finds the answer to what somebody asks back, whatever step the
// question belongs to. The step on the screen stays.
type inquiry struct {
	screen *Screen
	all    []script.AskedBack // in the language shown
	search *kit.SearchBox
	hits   *fyne.Container
	scroll *kit.TouchScroll
	sheet  *kit.OpenSheet
}

const (
	mostHits      = 8 // cards that are shown at once
	inquiryHeight = 560
	inquiryWidth  = 720
)

// askBack opens the search over all that people ask back.
func (s *Screen) askBack() {
	if s.review != nil || s.queue.moving {
		return
	}
	w := s.p.Words
	q := &inquiry{screen: s, all: s.askedBacks(), hits: kit.Stack(look.Snug)}
	q.scroll = kit.NewTouchScroll(kit.Padded(look.Tight, q.hits))
	q.search = kit.NewSearchBox(s.p.Run, w, w.T("talk.inquiry.hint"), q.find)
	height := fyne.Min(inquiryHeight, s.canvas().Size().Height*inquiryShare)
	q.find("")
	q.sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title: w.T("talk.inquiry.title"), Width: inquiryWidth, First: q.search.Focusable(),
		Content: kit.Sized(0, height, kit.Stack(look.Gap, q.search, kit.Grow(q.scroll))),
	})
}

// inquiryShare is how much of the window's height the sheet's content takes at most.
const inquiryShare = 0.68

// askedBacks is all that people ask back, in the language shown, the step on the screen first.
func (s *Screen) askedBacks() []script.AskedBack {
	all := s.walk.Reading(s.language).Asked()
	slices.SortStableFunc(all, func(a, b script.AskedBack) int {
		switch here, there := a.Step.ID == s.at, b.Step.ID == s.at; {
		case here && !there:
			return -1
		case there && !here:
			return 1
		}
		return 0
	})
	return all
}

// find shows what words find; the answer of the best hit is unfolded at once.
func (q *inquiry) find(words string) {
	w := q.screen.p.Words
	found := script.FindAsked(q.all, words)
	q.hits.Objects = nil
	for i, hit := range found {
		if i == mostHits {
			q.hits.Add(kit.Quiet(w.N("talk.inquiry.more", len(found)-mostHits)))
			break
		}
		q.hits.Add(q.card(hit, i == 0 && words != ""))
	}
	if len(found) == 0 {
		q.hits.Add(kit.Empty(look.IconQuestion, w.T("talk.inquiry.none"),
			kit.SecondaryButton(w.T("talk.inquiry.note"), func() { q.note(words) }).WithIcon(look.IconNotebookPen)))
	}
	q.hits.Refresh()
	q.scroll.Refresh()
	q.scroll.ScrollToTop()
}

// card is one question, the step it belongs to, and its answer.
func (q *inquiry) card(hit script.AskedBack, open bool) fyne.CanvasObject {
	s, w := q.screen, q.screen.p.Words
	key := "talk.inquiry.step"
	if !hit.Here {
		key = "talk.inquiry.elsewhere"
	}
	told := kit.NewChip(w.T("talk.inquiry.asked"), slices.Contains(s.latest(hit.Step.ID).Asked, hit.Index), func(on bool) {
		s.askedBack(hit.Step.ID, hit.Index, on)
		s.page.tellAsked(hit.Step.ID, hit.Index, on)
	})
	return unfolding(hit.Asked, w.T(key, map[string]any{"Step": hit.Step.Title}), told, open, func() { q.scroll.Refresh() })
}

// note writes down a question that nobody has prepared an answer to.
func (q *inquiry) note(words string) {
	s := q.screen
	q.sheet.Close()
	text := s.p.Words.T("talk.inquiry.noted", map[string]any{"Question": words})
	if s.draft.Note != "" {
		text = s.draft.Note + "\n" + text
	}
	s.writeNoteWith(text)
}

// unfolding is a card with a question that shows its answer at a press.
func unfolding(a script.Asked, under string, told *kit.Chip, open bool, onUnfold func()) fyne.CanvasObject {
	icon := kit.NewGlyph(look.IconChevronRight, kit.Calm)
	body := kit.PaddedXY(look.Wide, look.Tight, kit.Stack(look.Snug, kit.Body(a.Answer), kit.Row(told)))
	tell := func() {
		icon.Set(look.IconChevronRight, kit.Calm)
		if !body.Hidden {
			icon.Set(look.IconChevronDown, kit.Accented)
		}
	}
	body.Hidden = !open
	tell()
	head := kit.Lines(kit.Body(a.Question))
	if under != "" {
		head.Add(kit.Caption(under))
	}
	var card *kit.PressCard
	card = kit.NewPressCard(a.Question, func() {
		body.Hidden = !body.Hidden
		tell()
		card.Refresh()
		onUnfold()
	}, kit.Row(icon, kit.Grow(head)), body)
	return card
}
