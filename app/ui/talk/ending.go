package talk

import (
	"context"
	"encoding/json"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
)

// ending is what a person has filled in of the review. It is kept while it grows, so that neither
// a look back at a step nor an empty battery loses any of it.
type ending struct {
	Outcome  coop.Outcome
	Taken    []coop.MotiveCode // motives that the talk's chips already brought here
	Papers   []coop.StepID     // steps whose paper was already proposed to be sent
	Promises []*coop.FollowUp
	Share    coop.Share
	Contacts []coop.Contact
}

// keptEnding is the review as it was left, or a new one.
func (s *Screen) keptEnding() *ending {
	e := s.newEnding()
	if draft := s.walk.Record(coop.ReviewStep).Note; draft != "" {
		kept := *e
		if err := json.Unmarshal([]byte(draft), &kept); err != nil {
			s.fault("read a review that was left", err)
			return s.newEnding()
		}
		if len(kept.Contacts) != len(e.Contacts) {
			kept.Contacts = e.Contacts // the holders changed meanwhile
		}
		if kept.Outcome.Satisfaction == nil {
			kept.Outcome.Satisfaction = map[coop.SatisfactionItem]int{}
		}
		return &kept
	}
	return e
}

func (s *Screen) newEnding() *ending {
	e := &ending{Outcome: coop.Outcome{Overall: noMark, Satisfaction: map[coop.SatisfactionItem]int{}}, Share: s.p.Household.Share}
	switch s.p.Visit.Place {
	case coop.ByPhone:
		e.Outcome.Result = coop.DoneByPhone
	case coop.AtOffice:
		e.Outcome.Result = coop.DoneAtOffice
	default:
		e.Outcome.Result = coop.Done
	}
	for _, h := range s.p.Household.Holders {
		e.Contacts = append(e.Contacts, coop.Contact{Holder: h.ID, Phone: h.Phone, Mobile: h.Mobile, Email: h.Email})
	}
	return e
}

// drafts hands the growing review to the archive, a moment after the last change.
type drafts struct {
	latest kit.Latest
	cancel func()
	over   bool // the talk is being closed: nothing more is kept
}

const draftPause = 700 * time.Millisecond

func (d *drafts) callOff() {
	if d.cancel != nil {
		d.cancel()
		d.cancel = nil
	}
	d.over = true
}

// changed keeps the review soon.
func (r *review) changed() {
	s := r.screen
	if s.drafts.cancel != nil {
		s.drafts.cancel()
	}
	s.drafts.over = false
	r.tellSaved(false)
	s.drafts.cancel = s.p.Run.Soon(draftPause, s.keepReview)
}

// keepReview keeps the review as it stands.
func (s *Screen) keepReview() {
	if s.drafts.cancel != nil {
		s.drafts.cancel()
		s.drafts.cancel = nil
	}
	if s.review == nil || s.drafts.over {
		return
	}
	s.readReview()
	draft, err := json.Marshal(s.ending)
	if err != nil {
		s.fault("write a review", err)
		return
	}
	id := s.walk.Talk().ID
	kit.RunLatest(s.p.Run, &s.drafts.latest, func() (struct{}, error) {
		return struct{}{}, s.p.Desk.KeepReview(context.Background(), s.p.By, id, draft)
	}, func(_ struct{}, err error) {
		switch {
		case s.drafts.over:
		case err != nil:
			s.fault("keep a review", err)
			s.notices.Clear()
			s.notices.Say(kit.Notice{
				Tone: kit.Late, Text: s.p.Words.T("talk.kept.failed", map[string]any{"Why": s.p.Words.Error(err)}),
				Action: s.p.Words.T("talk.kept.again"), OnAction: s.keepReview, Stays: true,
			})
		case s.review != nil && s.drafts.cancel == nil:
			s.review.tellSaved(true)
		}
	})
}

func (r *review) tellSaved(kept bool) {
	if r.saved.Visible() == kept {
		return
	}
	r.saved.Hidden = !kept
	r.refresh()
}
