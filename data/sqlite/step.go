package sqlite

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"bienvenue/app/coop"
)

// step writes what a talk keeps of one step; its answers have rows of their own, for the month counts them.
func (t *tx) step(s coop.StepKept) error {
	checked, err := jsonText(s.Checked)
	if err != nil {
		return err
	}
	noted, err := jsonText(s.Noted)
	if err != nil {
		return err
	}
	asked, err := jsonText(s.Asked)
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO talk_step (talk_id, step, rank, state, reason, checked, noted, note, asked, added,
		seconds) VALUES (?1, ?2, (SELECT COALESCE(max(rank), 0) + 1 FROM talk_step WHERE talk_id = ?1), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
		ON CONFLICT (talk_id, step) DO UPDATE SET state = excluded.state, reason = excluded.reason,
		checked = excluded.checked, noted = excluded.noted, note = excluded.note, asked = excluded.asked,
		added = excluded.added, seconds = excluded.seconds`,
		s.Talk, s.Step, s.State, s.Reason, checked, noted, s.Note, asked, s.Added, s.Seconds)
	if err != nil {
		return err
	}
	return t.answers(s)
}

func (t *tx) answers(s coop.StepKept) error {
	if _, err := t.exec(`DELETE FROM talk_answer WHERE talk_id = ? AND step = ?`, s.Talk, s.Step); err != nil {
		return err
	}
	for _, question := range slices.Sorted(maps.Keys(s.Answers)) {
		_, err := t.exec(`INSERT INTO talk_answer (talk_id, question, step, choice) VALUES (?, ?, ?, ?)
			ON CONFLICT (talk_id, question) DO UPDATE SET step = excluded.step, choice = excluded.choice`,
			s.Talk, question, s.Step, s.Answers[question])
		if err != nil {
			return err
		}
	}
	return nil
}

// answered is one row of talk_answer.
type answered struct {
	talk     coop.TalkID
	step     coop.StepID
	question coop.QuestionID
	choice   coop.ChoiceID
}

// stepsOf reads the steps of talks, in the order they were first touched.
func stepsOf(ctx context.Context, q querier, talks []coop.TalkID) (map[coop.TalkID][]coop.TalkStep, error) {
	ids, err := json.Marshal(talks)
	if err != nil {
		return nil, err
	}
	kept, err := collect(ctx, q, scanStep, `SELECT talk_id, step, state, reason, checked, noted, note, asked, added,
		seconds FROM talk_step WHERE talk_id IN (SELECT value FROM json_each(?)) ORDER BY talk_id, rank`, string(ids))
	if err != nil {
		return nil, err
	}
	answers, err := collect(ctx, q, func(s scanner) (a answered, err error) {
		return a, s.Scan(&a.talk, &a.step, &a.question, &a.choice)
	}, `SELECT talk_id, step, question, choice FROM talk_answer
		WHERE talk_id IN (SELECT value FROM json_each(?))`, string(ids))
	if err != nil {
		return nil, err
	}
	steps := map[coop.TalkID][]coop.TalkStep{}
	for _, k := range kept {
		for _, a := range answers {
			if a.talk != k.Talk || a.step != k.Step {
				continue
			}
			if k.Answers == nil {
				k.Answers = map[coop.QuestionID]coop.ChoiceID{}
			}
			k.Answers[a.question] = a.choice
		}
		steps[k.Talk] = append(steps[k.Talk], k.TalkStep)
	}
	return steps, nil
}

func scanStep(s scanner) (k coop.StepKept, err error) {
	var checked, noted, asked string
	err = s.Scan(&k.Talk, &k.Step, &k.State, &k.Reason, &checked, &noted, &k.Note, &asked, &k.Added, &k.Seconds)
	if err != nil {
		return k, err
	}
	if err = fromJSON(checked, &k.Checked); err != nil {
		return k, err
	}
	if err = fromJSON(noted, &k.Noted); err != nil {
		return k, err
	}
	return k, fromJSON(asked, &k.Asked)
}
