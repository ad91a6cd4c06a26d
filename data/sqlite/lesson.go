package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"

	"bienvenue/app/coop"
)

// What the talks of a script teach. Each question runs once over the talks, never once a step.
const (
	// lessonTalks are the closed talks that are looked at.
	lessonTalks = `FROM talk t WHERE t.script_id = :script AND t.state = 'closed'
		AND t.ended_at >= :from AND t.ended_at < :to AND (:version = 0 OR t.script_version = :version) `
	lessonCounts = `SELECT t.script_version, count(*) ` + lessonTalks + `GROUP BY t.script_version`

	// lessonSteps counts what was done with the steps. One that was left out with a reason is skipped,
	// also when it was put off before.
	lessonSteps = `WITH planned AS MATERIALIZED (SELECT CAST(v.key AS INTEGER) AS version, s.key AS step, s.value AS seconds
			FROM json_each(:lengths) v, json_each(v.value) s)
		SELECT t.script_version, s.step, sum(s.state = 'seen'),
			sum(s.state = 'not-applicable' OR (s.reason <> '' AND s.state <> 'seen')),
			sum(s.state = 'later' AND s.reason = ''),
			sum(s.state = 'seen' AND COALESCE(s.seconds > p.seconds, 0)), sum(iif(s.state = 'seen', s.seconds, 0))
		FROM (SELECT t.id, t.script_version ` + lessonTalks + `) t CROSS JOIN talk_step s ON s.talk_id = t.id
		LEFT JOIN planned p ON p.version = t.script_version AND p.step = s.step
		WHERE s.step <> :review GROUP BY t.script_version, s.step ORDER BY t.script_version, s.step`
	lessonAsked = `SELECT t.script_version, s.step, a.value, count(*)
		FROM (SELECT t.id, t.script_version ` + lessonTalks + `) t CROSS JOIN talk_step s ON s.talk_id = t.id, json_each(s.asked) a
		WHERE s.asked <> '[]' AND s.step <> :review GROUP BY t.script_version, s.step, a.value`

	// lessonTold are the motives that households told in the days after a talk, at another talk or
	// visit, or with a promise made otherwise; a motive "" stands for any.
	lessonTold = `WITH talks AS MATERIALIZED (SELECT t.id, t.household_id AS home, t.ended_at AS ended,
			strftime('%Y-%m-%dT%H:%M:%fZ', t.ended_at, :days) AS until ` + lessonTalks + `),
		found AS (
			SELECT t.id, t.home, c.motive FROM talks t CROSS JOIN outcome o ON o.household_id = t.home
			AND o.at > t.ended AND o.at <= t.until AND o.talk_id IS NOT t.id CROSS JOIN concern c ON c.outcome_id = o.id
			UNION
			SELECT t.id, t.home, f.motive FROM talks t CROSS JOIN follow_up f ON f.household_id = t.home
			AND f.opened_at > t.ended AND f.opened_at <= t.until AND f.motive <> '' AND f.talk_id IS NOT t.id),
		told AS MATERIALIZED (SELECT id, home, motive FROM found UNION SELECT id, home, '' FROM found) `
	// motiveHomes counts the households by motive, and all of them as they stand (a motive of null).
	motiveHomes = lessonTold + `SELECT motive, count(DISTINCT home) FROM told GROUP BY motive
		UNION ALL SELECT NULL, count(DISTINCT home) FROM talks`
	// stepHomes counts the households where a step was seen.
	stepHomes = `SELECT s.step, count(DISTINCT t.home) FROM (SELECT t.id, t.household_id AS home ` + lessonTalks + `) t
		CROSS JOIN talk_step s ON s.talk_id = t.id WHERE s.state = 'seen' GROUP BY s.step ORDER BY s.step`
	// motiveSteps counts, by step and motive, the households that told it after a talk where the step
	// was seen, and those that told it after any talk while the step was seen in one of theirs.
	motiveSteps = lessonTold + `, homes AS MATERIALIZED (SELECT DISTINCT home, motive FROM told),
		seen AS MATERIALIZED (SELECT t.id, t.home, s.step FROM (SELECT DISTINCT home FROM homes) h
			CROSS JOIN talks t ON t.home = h.home CROSS JOIN talk_step s ON s.talk_id = t.id
			WHERE s.state = 'seen' AND s.step <> :review)
		SELECT s.step, h.motive, count(DISTINCT iif(k.id IS NULL, NULL, s.home)), count(DISTINCT s.home)
		FROM seen s JOIN homes h ON h.home = s.home LEFT JOIN told k ON k.id = s.id AND k.motive = h.motive
		GROUP BY s.step, h.motive`
)

type (
	// versioned is a count of a version.
	versioned struct{ version, n int }
	// homesOf counts households by a name: a motive or a step.
	homesOf struct {
		name sql.NullString
		n    int
	}
	// askedCount counts one « asked back » of a step.
	askedCount struct {
		version  int
		step     coop.StepID
		index, n int
	}
	// stepMotive counts households by step and motive.
	stepMotive struct {
		step   coop.StepID
		motive coop.MotiveCode
		said   int // told after a talk where the step was seen
		seen   int // told after any talk, the step seen in one
	}
)

func scanHomes(s scanner) (h homesOf, err error) { return h, s.Scan(&h.name, &h.n) }

// Lessons counts what the closed talks of a script teach: what was done with each step, and which
// motives were told in the days after where a step was seen and where it was not. A household where
// a step was seen in one talk and not in another counts where it was seen.
func (a *Archive) Lessons(ctx context.Context, q coop.LessonQuery) (coop.Lessons, error) {
	lengths, err := json.Marshal(q.Lengths)
	if err != nil {
		return coop.Lessons{}, err
	}
	args := []any{
		sql.Named("script", string(q.Script)), sql.Named("version", q.Version), sql.Named("from", stamp(q.From)),
		sql.Named("to", stamp(q.To)), sql.Named("review", string(coop.ReviewStep)),
		sql.Named("lengths", string(lengths)), sql.Named("days", days(q.Days)),
	}
	return read(ctx, a, "lessons", func(db querier) (coop.Lessons, error) {
		var talks []versioned
		var found coop.Lessons
		var asked []askedCount
		err := errors.Join(
			readInto(ctx, db, &talks, func(s scanner) (v versioned, err error) { return v, s.Scan(&v.version, &v.n) }, lessonCounts, args),
			readInto(ctx, db, &found.Steps, scanStepLesson, lessonSteps, args),
			readInto(ctx, db, &asked, func(s scanner) (k askedCount, err error) {
				return k, s.Scan(&k.version, &k.step, &k.index, &k.n)
			}, lessonAsked, args),
		)
		if err != nil {
			return found, err
		}
		found.Talks = map[int]int{}
		for _, v := range talks {
			found.Talks[v.version] = v.n
		}
		askedBack(found.Steps, asked)
		found.Motives, err = motiveLessons(ctx, db, args)
		return found, err
	})
}

// days is a number of days as SQL adds them.
func days(n int) string { return "+" + strconv.Itoa(max(n, 0)) + " days" }

func scanStepLesson(s scanner) (l coop.StepLesson, err error) {
	return l, s.Scan(&l.Version, &l.Step, &l.Seen, &l.Skipped, &l.Later, &l.Over, &l.Seconds)
}

// askedBack puts the counts of what was asked back to their steps.
func askedBack(steps []coop.StepLesson, asked []askedCount) {
	for i := range steps {
		for _, k := range asked {
			if k.version != steps[i].Version || k.step != steps[i].Step {
				continue
			}
			if steps[i].Asked == nil {
				steps[i].Asked = map[int]int{}
			}
			steps[i].Asked[k.index] = k.n
		}
	}
}

// motiveLessons compares, for every step that was seen and every motive that was told.
func motiveLessons(ctx context.Context, db querier, args []any) ([]coop.MotiveLesson, error) {
	var motives, steps []homesOf
	var both []stepMotive
	err := errors.Join(
		readInto(ctx, db, &motives, scanHomes, motiveHomes, args),
		readInto(ctx, db, &steps, scanHomes, stepHomes, args),
		readInto(ctx, db, &both, func(s scanner) (k stepMotive, err error) {
			return k, s.Scan(&k.step, &k.motive, &k.said, &k.seen)
		}, motiveSteps, args),
	)
	if err != nil {
		return nil, err
	}
	type pair struct {
		step   coop.StepID
		motive coop.MotiveCode
	}
	counted := make(map[pair]stepMotive, len(both))
	for _, k := range both {
		counted[pair{k.step, k.motive}] = k
	}
	all := 0
	for _, m := range motives {
		if !m.name.Valid {
			all = m.n
		}
	}
	var lessons []coop.MotiveLesson
	for _, s := range steps {
		for _, m := range motives {
			if !m.name.Valid {
				continue
			}
			k := counted[pair{coop.StepID(s.name.String), coop.MotiveCode(m.name.String)}]
			lessons = append(lessons, coop.MotiveLesson{
				Step: coop.StepID(s.name.String), Motive: coop.MotiveCode(m.name.String),
				Said: k.said, SaidOf: s.n, Unsaid: m.n - k.seen, UnsaidOf: all - s.n,
			})
		}
	}
	return lessons, nil
}
