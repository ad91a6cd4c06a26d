package sqlite

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"bienvenue/app/coop"
)

// outcome writes what came of a talk, or of a visit without one; writing it again replaces it.
func (t *tx) outcome(o coop.Outcome) error {
	id := string(o.Talk)
	if id == "" {
		id = string(o.Visit)
	}
	_, err := t.exec(`INSERT INTO outcome (id, talk_id, visit_id, household_id, officer_id, result, overall, comment, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET talk_id = excluded.talk_id, visit_id = excluded.visit_id,
		household_id = excluded.household_id, officer_id = excluded.officer_id, result = excluded.result,
		overall = excluded.overall, comment = excluded.comment, at = excluded.at`,
		id, orNull(o.Talk), orNull(o.Visit), o.Household, o.Officer, o.Result, o.Overall, o.Comment, stamp(o.At))
	if err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM judgement WHERE outcome_id = ?`,
		`DELETE FROM concern WHERE outcome_id = ?`,
		`DELETE FROM interest WHERE outcome_id = ?`,
	} {
		if _, err := t.exec(query, id); err != nil {
			return err
		}
	}
	return t.told(id, o)
}

// told writes what a household judged, what troubles it and what interests it.
func (t *tx) told(id string, o coop.Outcome) error {
	for _, item := range slices.Sorted(maps.Keys(o.Satisfaction)) {
		err := t.insert(`INSERT INTO judgement (outcome_id, item, value) VALUES (?, ?, ?)`, id, item, o.Satisfaction[item])
		if err != nil {
			return err
		}
	}
	for rank, c := range o.Concerns {
		err := t.insert(`INSERT INTO concern (outcome_id, rank, motive, gravity, standing) VALUES (?, ?, ?, ?, ?)`,
			id, rank, c.Motive, c.Gravity, c.Standing)
		if err != nil {
			return err
		}
	}
	for rank, i := range o.Interests {
		err := t.insert(`INSERT INTO interest (outcome_id, rank, interest) VALUES (?, ?, ?)`, id, rank, i)
		if err != nil {
			return err
		}
	}
	return nil
}

// Outcomes lists what came of a household's talks and visits, the oldest first.
func (a *Archive) Outcomes(ctx context.Context, h coop.HouseholdID) ([]coop.Outcome, error) {
	return read(ctx, a, "outcomes", func(q querier) ([]coop.Outcome, error) {
		return collect(ctx, q, scanOutcome, `SELECT o.talk_id, o.visit_id, o.household_id, o.officer_id, o.result,
			o.overall, o.comment, o.at,
			(SELECT json_group_object(j.item, j.value) FROM judgement j WHERE j.outcome_id = o.id),
			(SELECT json_group_array(json_object('motive', c.motive, 'gravity', c.gravity, 'standing', c.standing)
				ORDER BY c.rank) FROM concern c WHERE c.outcome_id = o.id),
			(SELECT json_group_array(i.interest ORDER BY i.rank) FROM interest i WHERE i.outcome_id = o.id)
			FROM outcome o WHERE o.household_id = ? ORDER BY o.at, o.id`, h)
	})
}

func scanOutcome(s scanner) (o coop.Outcome, err error) {
	var judged, concerns, interests string
	err = s.Scan(optional[coop.TalkID]{&o.Talk}, optional[coop.VisitID]{&o.Visit}, &o.Household, &o.Officer, &o.Result,
		&o.Overall, &o.Comment, moment{&o.At}, &judged, &concerns, &interests)
	if err != nil {
		return o, err
	}
	if judged != "{}" {
		if err := json.Unmarshal([]byte(judged), &o.Satisfaction); err != nil {
			return o, err
		}
	}
	if err := fromJSON(concerns, &o.Concerns); err != nil {
		return o, err
	}
	return o, fromJSON(interests, &o.Interests)
}
