package talk

import (
	"context"
	"maps"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
)

// job is one record on its way to the archive.
type job struct {
	record  coop.TalkStep
	current coop.StepID
	done    func()      // once it is kept; may be nil
	failed  func(error) // when it could not be kept; may be nil
}

// queue hands records to the archive one after the other, in the order in which they were made.
type queue struct {
	screen *Screen
	jobs   []job
	busy   bool
	moving bool // a step is being left: pressing again means nothing
}

func (q *queue) add(j job) {
	s := q.screen
	if len(q.jobs) == 0 && j.done == nil && j.record.Same(s.walk.Record(j.record.Step)) && j.current == s.walk.Talk().Current {
		return // nothing to write
	}
	j.record.Checked = slices.Clone(j.record.Checked)
	j.record.Noted = slices.Clone(j.record.Noted)
	j.record.Asked = slices.Clone(j.record.Asked)
	j.record.Answers = maps.Clone(j.record.Answers)
	if n := len(q.jobs); n > 1 || n == 1 && !q.busy {
		if last := &q.jobs[n-1]; last.record.Step == j.record.Step && last.done == nil {
			*last = j // one that waits says less than this one
			q.flush()
			return
		}
	}
	q.jobs = append(q.jobs, j)
	q.flush()
}

func (q *queue) flush() {
	if q.busy || len(q.jobs) == 0 {
		return
	}
	q.busy = true
	s, j := q.screen, q.jobs[0]
	s.page.tellKept(false)
	id := s.walk.Talk().ID
	kit.Run(s.p.Run, func() (struct{}, error) {
		return struct{}{}, s.p.Desk.KeepStep(context.Background(), s.p.By, id, j.record, j.current)
	}, func(_ struct{}, err error) { q.kept(j, err) })
}

// kept tells what became of a record. One that could not be kept stays first in the line, so that
// « try again » or the next act takes it along.
func (q *queue) kept(j job, err error) {
	q.busy = false
	s := q.screen
	if err != nil {
		q.moving = false
		failed := q.jobs[0].failed
		q.jobs[0].failed = nil
		s.fault("keep a step of a talk", err)
		s.notices.Clear()
		s.notices.Say(kit.Notice{
			Tone: kit.Late, Text: s.p.Words.T("talk.kept.failed", map[string]any{"Why": s.p.Words.Error(err)}),
			Action: s.p.Words.T("talk.kept.again"), OnAction: q.flush, Stays: true,
		})
		if failed != nil {
			failed(err)
		}
		return
	}
	if len(q.jobs) == 1 {
		s.notices.Clear()
	}
	q.jobs = q.jobs[1:]
	s.walk = s.walk.Keep(j.record, j.current)
	s.page.tellKept(len(q.jobs) == 0)
	s.refreshOutline()
	s.head.tell()
	if j.done != nil {
		j.done()
	}
	q.flush()
}

// latest is what stands in a step's record, also while it is on its way to the archive.
func (s *Screen) latest(id coop.StepID) coop.TalkStep {
	if id == s.at && s.draft.Step == id {
		return s.draft
	}
	for i := len(s.queue.jobs) - 1; i >= 0; i-- {
		if s.queue.jobs[i].record.Step == id {
			return s.queue.jobs[i].record
		}
	}
	return s.walk.Record(id)
}

// edit changes the record of the step on the screen and keeps it. What is changed back is again
// what it was when the step came onto the screen.
func (s *Screen) edit(change func(*coop.TalkStep)) {
	change(&s.draft)
	switch s.draft.State {
	case coop.StepUntouched, coop.StepLater, coop.StepNotApplicable:
		s.draft.State, s.draft.Reason = coop.StepBegun, ""
	case coop.StepBegun, coop.StepSeen:
	}
	as := s.draft
	as.State, as.Reason = s.before.State, s.before.Reason
	if as.Same(s.before) {
		s.draft = as
	}
	s.draft.Seconds = s.clock.seconds(s.at)
	s.queue.add(job{record: s.draft, current: s.at})
}

// finish leaves the step on the screen in a state, and goes on to the next that has something left
// to do, or to the review.
func (s *Screen) finish(state coop.StepState, reason coop.SkipReason) {
	if s.queue.moving || s.review != nil {
		return
	}
	s.queue.moving = true
	if state == coop.StepNotApplicable || s.draft.State == coop.StepNotApplicable {
		s.draft.Reason = reason
	}
	s.draft.State, s.draft.Seconds = state, s.clock.seconds(s.at)
	next, more := s.walk.Keep(s.draft, s.at).Ahead(s.at)
	current := next
	if !more {
		current = s.at
	}
	s.queue.add(job{record: s.draft, current: current, done: func() {
		s.queue.moving = false
		if more {
			s.show(next)
		} else {
			s.showReview("")
		}
	}})
}

// setAside leaves a step out with a reason, wherever the talk stands; then is called when it is kept.
func (s *Screen) setAside(id coop.StepID, reason coop.SkipReason, then func()) {
	record := s.latest(id)
	record.Reason = reason
	if record.State == coop.StepUntouched || record.State == coop.StepLater {
		record.State = coop.StepNotApplicable
	}
	if id == s.at {
		s.draft = record
	}
	s.queue.add(job{record: record, current: s.at, done: then})
}
