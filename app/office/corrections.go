package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// Reading is a talk that has ended, with all that came of it.
type Reading struct {
	Conversation
	Outcome     coop.Outcome
	HasOutcome  bool
	Corrections []coop.Correction // the newest first
	Signature   coop.Signature    // empty when nobody signed
	Officer     string            // name of who led it
	Month       coop.Month        // past month whose figures a correction may change, "" for none
}

// TalkCorrection is what a correction changes.
type TalkCorrection struct {
	Talk    coop.TalkID
	Reason  string
	Steps   []coop.TalkStep // the changed ones, whole
	Outcome *coop.Outcome   // result, judgements, concerns, interests, comment; nil: unchanged
	Month   coop.Month      // the past month that the person was told of, as ReadTalk gave it
}

// ReadTalk opens a talk that has ended, to be read.
func (o *Office) ReadTalk(ctx context.Context, by coop.Actor, id coop.TalkID) (Reading, error) {
	r, err := o.readTalk(ctx, by, id)
	if err != nil {
		return Reading{}, fmt.Errorf("read talk: %w", err)
	}
	return r, nil
}

func (o *Office) readTalk(ctx context.Context, by coop.Actor, id coop.TalkID) (r Reading, err error) {
	if r.Conversation, err = o.openTalk(ctx, id); err != nil {
		return r, err
	}
	if r.Talk.State == coop.TalkOpen {
		return r, coop.Refuse("talk.refused.running", nil)
	}
	outcomes, err := o.store.Outcomes(ctx, r.Talk.Household)
	if err != nil {
		return r, err
	}
	if i := slices.IndexFunc(outcomes, func(out coop.Outcome) bool { return out.Talk == id }); i >= 0 {
		r.Outcome, r.HasOutcome = outcomes[i], true
	}
	if r.Corrections, err = o.store.Corrections(ctx, id); err != nil {
		return r, err
	}
	if r.Signature, err = o.Signature(ctx, by, id); err != nil {
		return r, err
	}
	r.Month = o.pastMonth(r.Talk, r.Visit)
	r.Officer, err = o.nameOf(ctx, r.Talk.Officer)
	return r, err
}

// pastMonth is the first of the past months that count a talk, "" when only this one does. Its
// visit counts on its own day, all else on the day the talk ended.
func (o *Office) pastMonth(t coop.Talk, v coop.Visit) coop.Month {
	counted := coop.DayOf(t.Ended.In(o.zone)).Month()
	if v.ID != "" {
		counted = min(counted, coop.DayOf(v.Start.In(o.zone)).Month())
	}
	if counted >= o.Today().Month() {
		return ""
	}
	return counted
}

// CorrectTalk changes what a closed talk holds and what came of it. What stood before is kept, the
// welcome sheet is to be printed again, and a past month's figures move only when the person was
// told. Whoever led the talk may correct it, managers and administrators may correct any.
func (o *Office) CorrectTalk(ctx context.Context, by coop.Actor, c TalkCorrection) (coop.Talk, error) {
	t, err := o.correctTalk(ctx, by, c)
	if err != nil {
		return coop.Talk{}, fmt.Errorf("correct talk: %w", err)
	}
	return t, nil
}

func (o *Office) correctTalk(ctx context.Context, by coop.Actor, c TalkCorrection) (coop.Talk, error) {
	r, err := o.readTalk(ctx, by, c.Talk)
	if err != nil {
		return coop.Talk{}, err
	}
	c.Reason = strings.TrimSpace(c.Reason)
	if err := mayCorrect(by, r.Talk, c.Reason); err != nil {
		return coop.Talk{}, err
	}
	k, err := corrected(r, c)
	if err != nil {
		return coop.Talk{}, err
	}
	month := coop.Month("")
	if k.counts() {
		month = r.Month
	}
	if month != "" && c.Month != month {
		return coop.Talk{}, coop.Refuse("talk.refused.correction.month", map[string]any{"Month": numeric(month)})
	}
	k.talk.Corrected = o.now().UTC()
	change, err := o.correction(by, r, c.Reason, k, month)
	if err != nil {
		return coop.Talk{}, err
	}
	if err := o.store.Keep(ctx, change); err != nil {
		return coop.Talk{}, err
	}
	return k.talk, nil
}

// numeric writes a month for any language, « 10/2026 ».
func numeric(m coop.Month) string {
	year, month, _ := strings.Cut(string(m), "-")
	return month + "/" + year
}

// MayCorrect says whether somebody may correct a talk that has ended: whoever led it, and those who
// answer for the others.
func MayCorrect(by coop.Actor, t coop.Talk) bool {
	return t.State == coop.TalkClosed && (by.Staff.ID == t.Officer || leads(by))
}

// mayCorrect refuses a correction by somebody else, of a talk that was given up, or without a reason.
func mayCorrect(by coop.Actor, t coop.Talk, reason string) error {
	n := len([]rune(reason))
	switch {
	case by.Staff.ID != t.Officer && !leads(by):
		return coop.Refuse("talk.refused.correction.role", nil)
	case t.State != coop.TalkClosed:
		return coop.Refuse("talk.refused.correction.ended", nil)
	case n < 1 || n > coop.CommentLength:
		return coop.Refuse("talk.refused.correction.reason", map[string]any{"Length": n, "Limit": coop.CommentLength})
	}
	return nil
}

// correction writes a correction with what stood before, in one change.
func (o *Office) correction(by coop.Actor, r Reading, reason string, k correctedTalk, month coop.Month) (coop.Change, error) {
	change := coop.Change{Talks: []coop.Talk{k.talk}}
	names := make([]coop.StepID, 0, len(k.steps))
	for _, step := range k.steps {
		names = append(names, step.Step)
		change.Steps = append(change.Steps, coop.StepKept{Talk: k.talk.ID, TalkStep: step})
	}
	payload := map[string]any{"reason": reason, "steps": names, "fields": k.fields}
	if month != "" {
		payload["month"] = month
	}
	if len(k.fields) > 0 {
		change.Outcomes = []coop.Outcome{k.outcome}
	}
	if v := r.Visit; v.ID != "" && v.Result != k.outcome.Result && len(k.fields) > 0 {
		payload["visit"] = Difference{From: quoted(v.Result), To: quoted(k.outcome.Result)}
		v.Result = k.outcome.Result
		change.Visits = []coop.Visit{v}
	}
	before := coop.Said{Outcome: r.Outcome, Steps: slices.DeleteFunc(slices.Clone(r.Talk.Steps), func(s coop.TalkStep) bool {
		return s.Step == coop.ReviewStep
	})}
	change.Corrected = []coop.Correction{{
		ID: coop.CorrectionID(o.newID()), Talk: k.talk.ID, At: k.talk.Corrected, Staff: by.Staff.ID, Reason: reason, Before: before,
	}}
	e, err := o.entry(by, coop.ActTalkCorrected, coop.OnTalk, string(k.talk.ID), k.talk.Household, payload)
	change.Entries = []coop.Entry{e}
	return change, err
}

func quoted(r coop.Result) []byte { return []byte(`"` + string(r) + `"`) }

// reprint says whether a talk was corrected since the last welcome sheet was made.
func reprint(f coop.File) bool {
	last := coop.Paper{}
	for _, p := range f.Papers {
		if p.Kind.Sheet() && p.At.After(last.At) {
			last = p
		}
	}
	return last.ID != "" && slices.ContainsFunc(f.Talks, func(t coop.Talk) bool { return t.Corrected.After(last.At) })
}
