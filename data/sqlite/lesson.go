package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// What the talks of a script teach. A year may hold millions of steps: each question runs once over
// the talks, a talk's steps come in one text, and the counting is done outside the engine, which
// would sort them all to group them.
const (
	// lessonTalks are the closed talks that are looked at.
	lessonTalks = `FROM talk t WHERE t.script_id = :script AND t.state = 'closed'
		AND t.ended_at >= :from AND t.ended_at < :to AND (:version = 0 OR t.script_version = :version)`
	// lessonSteps are the talks with their steps, a line each: name, state, whether a reason was given,
	// seconds, and what was asked back.
	lessonSteps = `SELECT t.id, t.household_id, t.script_version, (SELECT group_concat(
			s.step || ' ' || s.state || ' ' || (s.reason <> '') || ' ' || s.seconds || ' ' || s.asked, char(10))
			FROM talk_step s WHERE s.talk_id = t.id) ` + lessonTalks
	// lessonTold are the motives that households told in the days after a talk, at another talk or
	// visit, or with a promise made otherwise.
	lessonTold = `WITH talks AS MATERIALIZED (SELECT t.id, t.household_id AS home, t.ended_at AS ended,
			strftime('%Y-%m-%dT%H:%M:%fZ', t.ended_at, :days) AS until ` + lessonTalks + `)
		SELECT t.id, c.motive FROM talks t CROSS JOIN outcome o ON o.household_id = t.home
			AND o.at > t.ended AND o.at <= t.until AND o.talk_id IS NOT t.id CROSS JOIN concern c ON c.outcome_id = o.id
		UNION ALL
		SELECT t.id, f.motive FROM talks t CROSS JOIN follow_up f ON f.household_id = t.home
			AND f.opened_at > t.ended AND f.opened_at <= t.until AND f.motive <> '' AND f.talk_id IS NOT t.id`
)

// Lessons counts what the closed talks of a script teach: what was done with each step, and which
// motives were told in the days after where a step was seen and where it was not. A household where
// a step was seen in one talk and not in another counts where it was seen.
func (a *Archive) Lessons(ctx context.Context, q coop.LessonQuery) (coop.Lessons, error) {
	args := []any{
		sql.Named("script", string(q.Script)), sql.Named("version", q.Version),
		sql.Named("from", stamp(q.From)), sql.Named("to", stamp(q.To)),
		sql.Named("days", "+"+strconv.Itoa(max(q.Days, 0))+" days"),
	}
	return read(ctx, a, "lessons", func(db querier) (coop.Lessons, error) {
		c := newLessonCount(q.Lengths)
		_, talks := collect(ctx, db, c.scanTalk, lessonSteps, args...)
		_, told := collect(ctx, db, c.scanTold, lessonTold, args...)
		if err := errors.Join(talks, told); err != nil {
			return coop.Lessons{}, err
		}
		return coop.Lessons{Talks: c.talks, Steps: c.stepLessons(), Motives: c.motiveLessons()}, nil
	})
}

// scanTalk counts one talk with its steps; nothing is kept of the row itself.
func (c *lessonCount) scanTalk(s scanner) (none struct{}, err error) {
	var talk, home string
	var version int
	var steps sql.NullString
	if err := s.Scan(&talk, &home, &version, &steps); err != nil {
		return none, err
	}
	k := c.talk(coop.TalkID(talk), coop.HouseholdID(home), version)
	for line := range strings.SplitSeq(steps.String, "\n") {
		if line == "" {
			continue
		}
		step, err := stepOf(line)
		if err != nil {
			return none, fmt.Errorf("talk %s: %w", talk, err)
		}
		if step.Step != coop.ReviewStep {
			c.step(k, version, step)
		}
	}
	return none, nil
}

// stepOf reads one line of lessonSteps.
func stepOf(line string) (s coop.TalkStep, err error) {
	var name, state, reason, seconds, asked string
	for _, part := range []*string{&name, &state, &reason, &seconds} {
		var ok bool
		if *part, line, ok = strings.Cut(line, " "); !ok {
			return s, errors.New("a step without its parts")
		}
	}
	asked = line
	s.Step, s.State = coop.StepID(name), coop.StepState(state)
	if reason == "1" {
		s.Reason = coop.SkipNoTime // one or another: which does not matter here
	}
	if s.Seconds, err = strconv.Atoi(seconds); err != nil {
		return s, err
	}
	return s, fromJSON(asked, &s.Asked)
}

// scanTold counts one motive that was told after a talk.
func (c *lessonCount) scanTold(s scanner) (none struct{}, err error) {
	var talk coop.TalkID
	var motive coop.MotiveCode
	if err := s.Scan(&talk, &motive); err != nil {
		return none, err
	}
	c.told(talk, motive)
	return none, nil
}
