package talk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// review is the page that ends a talk.
type review struct {
	screen  *Screen
	ending  *ending
	content fyne.CanvasObject
	buttons fyne.CanvasObject
	scroll  *kit.TouchScroll
	finish  *kit.Button

	covered  *kit.Panel
	concerns *fyne.Container
	promised *fyne.Container
	signed   *fyne.Container
	comment  *comment
	parts    map[script.Form]fyne.CanvasObject // what a step's button leads to
	fields   []contactFields
	saved    *kit.Tag
}

const reviewWidth float32 = 1000

// showReview opens the review at the part that a form names, "" for its beginning.
func (s *Screen) showReview(form script.Form) {
	if s.ending == nil {
		s.ending = s.keptEnding()
	}
	s.takeMotives()
	s.takePapers()
	s.clock.turn("")
	r := &review{screen: s, ending: s.ending, parts: map[script.Form]fyne.CanvasObject{}}
	s.review = r
	r.build()
	s.frame.showReview(r)
	s.unfocus()
	s.refreshOutline()
	s.head.tell()
	if part := r.parts[form]; part != nil {
		r.scroll.ScrollTo(part)
	}
}

// takeMotives brings the motives of the chips that were ticked since the last look.
func (s *Screen) takeMotives() {
	for _, code := range s.walk.Motives() {
		if !slices.Contains(s.ending.Taken, code) {
			s.ending.Taken = append(s.ending.Taken, code)
			s.ending.add(code, s)
		}
	}
}

func (r *review) build() {
	s, w := r.screen, r.screen.p.Words
	r.covered = kit.Card()
	r.tellCovered()
	r.saved = kit.Badge(look.IconCheck, w.T("talk.kept"), kit.Done)
	r.saved.Hide()
	cards := []fyne.CanvasObject{kit.Row(kit.Title(w.T("talk.review.title")), r.saved), r.covered, r.result()}
	if s.has(script.FormOpinion) {
		opinion := r.opinion()
		r.parts[script.FormOpinion] = opinion
		cards = append(cards, opinion, r.motives())
	}
	promises := r.promises()
	r.parts[script.FormFollowUps] = promises
	member := r.member()
	r.parts[script.FormShare] = member
	contacts := r.contacts()
	r.parts[script.FormContacts] = contacts
	cards = append(cards, promises, member, contacts, r.remark(), r.signing())
	r.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(reviewWidth, kit.Column(cards...))))
	r.content = r.scroll
	r.buttons = r.footer()
}

// has says whether some step of the talk opens a part of the review.
func (s *Screen) has(form script.Form) bool {
	return slices.ContainsFunc(s.walk.Steps(), func(step script.Step) bool { return step.Form == form })
}

func (r *review) footer() fyne.CanvasObject {
	s, w := r.screen, r.screen.p.Words
	finish := w.T("talk.review.finish")
	if s.p.Persona != nil {
		finish = w.T("talk.rehearsal.finish")
	}
	r.finish = kit.PrimaryButton(finish, r.close).WithIcon(look.IconHandshake)
	row := kit.Row(kit.QuietButton(w.T("talk.review.back"), s.leaveReview).WithIcon(look.IconChevronLeft), kit.Spacer())
	if s.p.OnBook != nil && s.walk.Talk().Kind == coop.CounterTalk {
		row.Add(kit.SecondaryButton(w.T("talk.review.book"), func() { s.p.OnBook(s.p.Household.ID) }).WithIcon(look.IconCalendarPlus))
	}
	row.Add(r.finish)
	return kit.Bar(kit.PaddedXY(look.Inset, look.Snug, row))
}

func (s *Screen) leaveReview() {
	if s.queue.moving {
		return
	}
	s.keepReview()
	s.review = nil
	s.show(s.at)
}

// readReview takes over what stands in the review's fields.
func (s *Screen) readReview() {
	if r := s.review; r != nil {
		r.ending.Outcome.Comment = r.comment.text()
		for i, f := range r.fields {
			r.ending.Contacts[i] = f.read(r.ending.Contacts[i])
		}
	}
}

// close hands everything over, once nothing is missing.
func (r *review) close() {
	s, w := r.screen, r.screen.p.Words
	s.readReview()
	if !r.complete() {
		return
	}
	closing := coop.Closing{Talk: s.walk.Talk().ID, Outcome: r.ending.Outcome, Contacts: r.ending.Contacts}
	if r.ending.Share != s.p.Household.Share {
		closing.Share = &r.ending.Share
	}
	for _, f := range r.ending.Promises {
		closing.FollowUps = append(closing.FollowUps, *f)
	}
	r.finish.Disable()
	s.queue.moving = true
	s.drafts.callOff()
	kit.Run(s.p.Run, func() (coop.Closed, error) {
		return s.p.Desk.CloseTalk(context.Background(), s.p.By, closing)
	}, func(closed coop.Closed, err error) {
		s.queue.moving = false
		if err != nil {
			s.fault("close a talk", err)
			r.finish.Enable()
			s.notices.Clear()
			s.notices.Error(w.T("talk.review.failed", map[string]any{"Why": w.Error(err)}))
			return
		}
		s.Leave()
		if s.p.OnClosed != nil {
			s.p.OnClosed(closed)
		}
	})
}

// complete says whether the talk can end, and shows the first thing that stands in its way.
func (r *review) complete() bool {
	s, w := r.screen, r.screen.p.Words
	out := r.ending.Outcome
	switch {
	case len(s.queue.jobs) > 0:
		r.stop(nil, w.T("talk.review.unsaved"))
	case s.p.Persona == nil && out.Result.Counts() && out.Result != coop.Shortened && len(s.walk.Missing()) > 0:
		r.stop(r.covered, w.N("talk.review.missing", len(s.walk.Missing())))
	case !r.promisesKept():
		r.stop(r.parts[script.FormFollowUps], w.T("talk.review.promise"))
	case !r.contactsFit():
		r.stop(r.parts[script.FormContacts], w.T("talk.review.contact"))
	case !r.comment.fits():
		r.stop(r.comment.box, w.T("talk.review.comment"))
	default:
		return true
	}
	return false
}

func (r *review) stop(at fyne.CanvasObject, text string) {
	r.screen.notices.Clear()
	r.screen.notices.Say(kit.Notice{Tone: kit.Attention, Text: text})
	if at != nil {
		r.scroll.ScrollTo(at)
	}
}
