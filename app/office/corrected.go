package office

import (
	"maps"

	"bienvenue/app/coop"
)

// correctedTalk is a talk as a correction leaves it.
type correctedTalk struct {
	talk     coop.Talk
	outcome  coop.Outcome
	steps    []coop.TalkStep       // those that changed
	fields   map[string]Difference // of the outcome, those that changed
	answered bool                  // an answer changed
}

// counts says whether the correction changes what a month counts.
func (k correctedTalk) counts() bool {
	if k.answered {
		return true
	}
	for name := range k.fields {
		if name != "comment" && name != "interests" {
			return true
		}
	}
	return false
}

// corrected carries a correction out on what was read, and refuses what the script does not ask or
// what could not be counted.
func corrected(r Reading, c TalkCorrection) (correctedTalk, error) {
	k := correctedTalk{talk: r.Talk, outcome: r.Outcome, fields: map[string]Difference{}}
	for _, step := range c.Steps {
		before := r.Talk.Step(step.Step)
		step.Seconds = before.Seconds // the time spent is no matter of opinion
		if before.Same(step) {
			continue
		}
		if err := r.Script.Check(step); err != nil {
			return k, err
		}
		k.answered = k.answered || !maps.Equal(before.Answers, step.Answers)
		k.steps = append(k.steps, step)
		k.talk = k.talk.With(step)
	}
	if c.Outcome != nil {
		if err := k.judge(r, *c.Outcome); err != nil {
			return k, err
		}
	}
	if len(k.steps)+len(k.fields) == 0 {
		return k, coop.Refuse("talk.refused.correction.nothing", nil)
	}
	return k, nil
}

// judge takes over what came of the talk. Whose it is, and when it was, stays as it was: the month
// that counts it is the same.
func (k *correctedTalk) judge(r Reading, out coop.Outcome) error {
	before := r.Outcome
	if !r.HasOutcome {
		before = coop.Outcome{
			Talk: r.Talk.ID, Visit: r.Talk.Visit, Household: r.Talk.Household, Overall: -1, At: r.Talk.Ended, Officer: r.Talk.Officer,
		}
	}
	out.Talk, out.Visit, out.Household, out.At, out.Officer = before.Talk, before.Visit, before.Household, before.At, before.Officer
	if out.Result == coop.NoResult && r.Talk.Kind == coop.CounterTalk {
		out.Result = coop.Done
	}
	if err := out.Check(); err != nil {
		return err
	}
	if out.Result != before.Result {
		after := r.Conversation
		after.Talk = k.talk // the walk takes the answers from it
		if err := complete(after, out.Result); err != nil {
			return err
		}
	}
	fields, err := differences(plain(before), plain(out))
	if err != nil {
		return err
	}
	k.outcome, k.fields = out, fields
	return nil
}

// plain is an outcome whose empty lists are none, so that only what was meant differs.
func plain(o coop.Outcome) coop.Outcome {
	if len(o.Satisfaction) == 0 {
		o.Satisfaction = nil
	}
	if len(o.Concerns) == 0 {
		o.Concerns = nil
	}
	if len(o.Interests) == 0 {
		o.Interests = nil
	}
	return o
}
