package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"bienvenue/app/coop"
)

// askingForm keeps the questions of a questionnaire; those that are there already are the same.
func (t *tx) askingForm(f coop.AskingForm) error {
	questions, err := jsonText(f.Questions)
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO questionnaire_form (id, questions) VALUES (?, ?) ON CONFLICT (id) DO NOTHING`, f.ID, questions)
	return err
}

// asking writes a questionnaire with its answers. A reference that is another's already is coop.ErrChanged.
func (t *tx) asking(a coop.Asking) error {
	values := []any{a.Household, a.Form, a.Language, a.Version, stamp(a.Reserved), stamp(a.Printed), stamp(a.Answered), a.By, a.Reference}
	if a.Rev == 0 {
		if err := t.insert(`INSERT INTO questionnaire (household_id, form_id, language, version, reserved_at, printed_at, answered_at,
			keyed_by, reference, rev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...); err != nil {
			return err
		}
	} else {
		if err := t.update(`UPDATE questionnaire SET household_id = ?, form_id = ?, language = ?, version = ?, reserved_at = ?,
			printed_at = ?, answered_at = ?, keyed_by = ?, rev = rev + 1 WHERE reference = ? AND rev = ?`, append(values, a.Rev)...); err != nil {
			return err
		}
		if _, err := t.exec(`DELETE FROM questionnaire_answer WHERE reference = ?`, a.Reference); err != nil {
			return err
		}
	}
	for _, answer := range a.Answers {
		if err := t.insert(`INSERT INTO questionnaire_answer (reference, question, choice) VALUES (?, ?, ?)`,
			a.Reference, answer.Question, answer.Choice); err != nil {
			return err
		}
	}
	return nil
}

const askingQuery = `SELECT a.reference, a.household_id, a.form_id, a.language, a.version, a.reserved_at, a.printed_at, a.answered_at,
	a.keyed_by, a.rev, (SELECT json_group_array(json_object('question', s.question, 'choice', s.choice)) FROM
	(SELECT question, choice FROM questionnaire_answer WHERE reference = a.reference ORDER BY rowid) s) FROM questionnaire a `

func scanAsking(s scanner) (a coop.Asking, err error) {
	var answers string
	if err = s.Scan(&a.Reference, &a.Household, &a.Form, &a.Language, &a.Version, moment{&a.Reserved}, moment{&a.Printed},
		moment{&a.Answered}, &a.By, &a.Rev, &answers); err != nil {
		return a, err
	}
	return a, fromJSON(answers, &a.Answers)
}

// Asking finds a questionnaire by its reference.
func (a *Archive) Asking(ctx context.Context, ref coop.Reference) (coop.Asking, error) {
	return read(ctx, a, "questionnaire", func(q querier) (coop.Asking, error) {
		return one(ctx, q, scanAsking, askingQuery+`WHERE a.reference = ?`, ref)
	})
}

// AskingsOf lists a household's questionnaires, the last reserved first.
func (a *Archive) AskingsOf(ctx context.Context, h coop.HouseholdID) ([]coop.Asking, error) {
	return read(ctx, a, "questionnaires of a household", func(q querier) ([]coop.Asking, error) {
		return collect(ctx, q, scanAsking, askingQuery+`WHERE a.household_id = ? ORDER BY a.reserved_at DESC, a.reference`, h)
	})
}

func scanAskingForm(s scanner) (f coop.AskingForm, err error) {
	var questions string
	if err = s.Scan(&f.ID, &questions); err != nil {
		return f, err
	}
	return f, json.Unmarshal([]byte(questions), &f.Questions)
}

// AskingForm finds the questions of a questionnaire as they were printed.
func (a *Archive) AskingForm(ctx context.Context, id coop.AskingFormID) (coop.AskingForm, error) {
	return read(ctx, a, "questionnaire form", func(q querier) (coop.AskingForm, error) {
		return one(ctx, q, scanAskingForm, `SELECT id, questions FROM questionnaire_form WHERE id = ?`, id)
	})
}

// askingSpan narrows to what was printed between two moments; ” is no bound.
const askingSpan = `a.printed_at <> '' AND a.printed_at >= ?1 AND (?2 = '' OR a.printed_at < ?2) `

// CountAskings counts the questionnaires of a filter.
func (a *Archive) CountAskings(ctx context.Context, f coop.AskingFilter) (int, error) {
	return read(ctx, a, "count questionnaires", func(q querier) (int, error) {
		query := `SELECT count(*) FROM questionnaire a WHERE ` + askingSpan + `AND (NOT ?3 OR a.answered_at = '')`
		args := []any{stamp(f.PrintedFrom), stamp(f.PrintedTo), f.Waited}
		if !f.KeyedFrom.IsZero() || !f.KeyedTo.IsZero() {
			query += ` AND a.answered_at <> '' AND a.answered_at >= ?4 AND (?5 = '' OR a.answered_at < ?5)`
			args = append(args, stamp(f.KeyedFrom), stamp(f.KeyedTo))
		}
		return one(ctx, q, scanInt, query, args...)
	})
}

// AskingTally counts the answers of the questionnaires printed from a moment on and before another.
func (a *Archive) AskingTally(ctx context.Context, from, to time.Time) (coop.AskingTally, error) {
	span := []any{stamp(from), stamp(to)}
	return read(ctx, a, "count answers", func(q querier) (coop.AskingTally, error) {
		t, err := one(ctx, q, func(s scanner) (t coop.AskingTally, err error) {
			return t, s.Scan(&t.Printed, &t.Back)
		}, `SELECT count(*), count(NULLIF(a.answered_at, '')) FROM questionnaire a WHERE `+askingSpan, span...)
		if err != nil {
			return t, err
		}
		t.Counts, err = collect(ctx, q, func(s scanner) (c coop.AskingCount, err error) {
			return c, s.Scan(&c.Form, &c.Question, &c.Choice, &c.N)
		}, `SELECT a.form_id, s.question, s.choice, count(*) FROM questionnaire a JOIN questionnaire_answer s ON s.reference = a.reference
			WHERE `+askingSpan+`AND a.answered_at <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`, span...)
		if err != nil {
			return t, err
		}
		// French is what the coop's staff read the questions in.
		t.Forms, err = collect(ctx, q, scanAskingForm, `SELECT f.id, f.questions FROM questionnaire_form f JOIN questionnaire a ON a.form_id = f.id
			WHERE `+askingSpan+`GROUP BY f.id ORDER BY min(a.language <> 'fr'), max(a.printed_at) DESC, f.id`, span...)
		return t, err
	})
}

// AskingMoments counts the questionnaires that were printed, minute by minute, the last first.
func (a *Archive) AskingMoments(ctx context.Context) ([]coop.AskingMoment, error) {
	return read(ctx, a, "questionnaires over time", func(q querier) ([]coop.AskingMoment, error) {
		return collect(ctx, q, func(s scanner) (m coop.AskingMoment, err error) {
			var minute string
			if err = s.Scan(&minute, &m.Printed, &m.Back); err != nil {
				return m, err
			}
			if m.At, err = time.Parse("2006-01-02T15:04", minute); err != nil {
				return m, fmt.Errorf("minute: %w", err)
			}
			return m, nil
		}, `SELECT substr(printed_at, 1, 16), count(*), count(NULLIF(answered_at, '')) FROM questionnaire
			WHERE printed_at <> '' GROUP BY 1 ORDER BY 1 DESC`)
	})
}
