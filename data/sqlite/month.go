package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"bienvenue/app/coop"
)

// What a month is made of. Every question is asked in one grouped query along an index of its
// time; :officer ” is everybody.
const (
	// countsAsDone lists the results of coop.Result.Counts.
	countsAsDone = `('done', 'shortened', 'done-phone', 'done-office')`
	// monthVisits are a month's courtesy visits, at home, at the office or by phone.
	monthVisits = `FROM visit v JOIN household h ON h.id = v.household_id JOIN dwelling d ON d.id = h.dwelling_id
		WHERE v.start_at >= :from AND v.start_at < :to AND v.kind <> 'desk' AND v.state <> 'cancelled'
		AND (:officer = '' OR v.officer_id = :officer) `
	// visitDays counts the days from the entry to a visit, by the coop's own calendar.
	visitDays = `CAST(julianday(date(v.start_at, :offset)) - julianday(h.entry_day) AS INTEGER)`
	// mondayOf is the Monday of the week of a visit, by the coop's own calendar.
	mondayOf = `date(v.start_at, :offset, '-6 days', 'weekday 1')`

	visitCounts = `SELECT v.officer_id, COALESCE(d.residence_id, ''), v.kind, ` + mondayOf + ` AS week, v.result, count(*) ` +
		monthVisits + `GROUP BY v.officer_id, d.residence_id, v.kind, week, v.result`
	delayCounts = `SELECT ` + visitDays + ` AS days, v.wave_id IS NOT NULL AS wave, count(*) ` + monthVisits + `
		AND v.result IN ` + countsAsDone + ` AND h.entry_day <> '' GROUP BY days, wave`
	cohortCounts = `SELECT substr(h.entry_day, 1, 7) AS month, count(*),
		sum(EXISTS (SELECT 1 FROM visit v WHERE v.household_id = h.id AND v.kind <> 'desk' AND v.result IN ` + countsAsDone + `)),
		sum(EXISTS (SELECT 1 FROM visit v WHERE v.household_id = h.id AND v.kind <> 'desk' AND v.state = 'planned'))
		FROM household h WHERE h.entry_day >= :cohorts AND h.entry_day <= :last AND h.gone_day = ''
		GROUP BY month ORDER BY month`
	monthOutcomes = `FROM outcome o WHERE o.at >= :from AND o.at < :to AND (:officer = '' OR o.officer_id = :officer) `
	overallCounts = `SELECT o.overall, count(*) ` + monthOutcomes + `AND o.overall >= 0 GROUP BY o.overall`

	judgementCounts = `SELECT j.item, j.value, count(*) FROM outcome o JOIN judgement j ON j.outcome_id = o.id
		WHERE o.at >= :from AND o.at < :to AND (:officer = '' OR o.officer_id = :officer) GROUP BY j.item, j.value`
	concernCounts = `SELECT c.motive, COALESCE(d.residence_id, ''), c.standing, count(*) FROM outcome o
		JOIN concern c ON c.outcome_id = o.id JOIN household h ON h.id = o.household_id JOIN dwelling d ON d.id = h.dwelling_id
		WHERE o.at >= :from AND o.at < :to AND (:officer = '' OR o.officer_id = :officer)
		GROUP BY c.motive, d.residence_id, c.standing`
	// The questions at the counter are worded otherwise: only the visits' answers are counted.
	answerCounts = `SELECT a.question, a.choice, count(*) FROM talk t JOIN talk_answer a ON a.talk_id = t.id
		WHERE t.ended_at >= :from AND t.ended_at < :to AND t.kind = 'courtesy' AND (:officer = '' OR t.officer_id = :officer)
		AND a.question IN ('knew-cooperator', 'knows-amount', 'attended-agm') GROUP BY a.question, a.choice`

	counterTalks = `FROM talk t WHERE t.ended_at >= :from AND t.ended_at < :to AND t.kind = 'counter' AND t.state = 'closed'
		AND (:officer = '' OR t.officer_id = :officer) `
	ofOfficer     = `AND (:officer = '' OR f.talk_id IN (SELECT t.id FROM talk t WHERE t.officer_id = :officer)) `
	openedPromise = `FROM follow_up f WHERE f.opened_at >= :from AND f.opened_at < :to ` + ofOfficer
	closedPromise = `FROM follow_up f WHERE f.closed_at >= :from AND f.closed_at < :to AND f.closed_at <> '' ` + ofOfficer
	latePromise   = `FROM follow_up f WHERE f.state IN ('open', 'passed') AND f.due_day < :today ` + ofOfficer
	sheetsGiven   = `FROM paper p WHERE p.at >= :from AND p.at < :to AND p.kind IN ('welcome-sheet', 'simple-sheet')
		AND (:officer = '' OR p.staff_id = :officer) `
	subscriptions = `FROM household h WHERE h.share_since >= :first AND h.share_since <= :last AND h.share_since <> ''
		AND h.share_state = 'subscribed' `
)

// cohortMonths is how many months of entry a report follows.
const cohortMonths = 12

// monthArgs are the bounds that the month's queries name.
func monthArgs(q coop.MonthQuery) []any {
	return []any{
		sql.Named("from", stamp(q.From)), sql.Named("to", stamp(q.To)), sql.Named("officer", string(q.Officer)),
		sql.Named("today", string(q.Today)), sql.Named("first", string(q.Month.First())), sql.Named("last", string(q.Month.Last())),
		sql.Named("cohorts", string(q.Month.Add(1-cohortMonths).First())), sql.Named("offset", offset(q)),
	}
}

// offset is the coop's distance from UTC in the middle of the month. Visits lie hours away from
// midnight, so that a change of the clock in the month moves none to another day.
func offset(q coop.MonthQuery) string {
	zone := q.Zone
	if zone == nil {
		zone = time.UTC
	}
	_, seconds := q.From.Add(q.To.Sub(q.From) / 2).In(zone).Zone()
	return strconv.Itoa(seconds/60) + " minutes"
}

// MonthRows counts what happened in a month, grouped.
func (a *Archive) MonthRows(ctx context.Context, q coop.MonthQuery) (coop.MonthRows, error) {
	return read(ctx, a, "count month", func(db querier) (coop.MonthRows, error) {
		args := monthArgs(q)
		var r coop.MonthRows
		return r, errors.Join(
			readInto(ctx, db, &r.Visits, scanVisitCount, visitCounts, args),
			readInto(ctx, db, &r.Delays, scanDelayCount, delayCounts, args),
			readInto(ctx, db, &r.Cohorts, scanCohortCount, cohortCounts, args),
			readInto(ctx, db, &r.Overalls, scanOverallCount, overallCounts, args),
			readInto(ctx, db, &r.Judgements, scanJudgementCount, judgementCounts, args),
			readInto(ctx, db, &r.Concerns, scanConcernCount, concernCounts, args),
			readInto(ctx, db, &r.Answers, scanAnswerCount, answerCounts, args),
			countInto(ctx, db, &r.CounterTalks, `SELECT count(*) `+counterTalks, args),
			countInto(ctx, db, &r.Opened, `SELECT count(*) `+openedPromise, args),
			countInto(ctx, db, &r.Closed, `SELECT count(*) `+closedPromise, args),
			countInto(ctx, db, &r.Late, `SELECT count(*) `+latePromise, args),
			countInto(ctx, db, &r.Sheets, `SELECT count(DISTINCT p.household_id) `+sheetsGiven, args),
			countInto(ctx, db, &r.Subscribed, `SELECT count(*) `+subscriptions, args),
		)
	})
}

// readInto reads the rows of one grouped query into its place.
func readInto[T any](ctx context.Context, db querier, into *[]T, scan func(scanner) (T, error), query string, args []any) (err error) {
	*into, err = collect(ctx, db, scan, query, args...)
	return err
}

func countInto(ctx context.Context, db querier, into *int, query string, args []any) (err error) {
	*into, err = one(ctx, db, scanInt, query, args...)
	return err
}

func scanVisitCount(s scanner) (c coop.VisitCount, err error) {
	return c, s.Scan(&c.Officer, &c.Residence, &c.Kind, &c.Week, &c.Result, &c.N)
}

func scanDelayCount(s scanner) (c coop.DelayCount, err error) {
	return c, s.Scan(&c.Days, &c.Wave, &c.N)
}

func scanCohortCount(s scanner) (c coop.CohortCount, err error) {
	return c, s.Scan(&c.Month, &c.Entered, &c.Visited, &c.Booked)
}

func scanOverallCount(s scanner) (c coop.OverallCount, err error) { return c, s.Scan(&c.Value, &c.N) }

func scanJudgementCount(s scanner) (c coop.JudgementCount, err error) {
	return c, s.Scan(&c.Item, &c.Value, &c.N)
}

func scanConcernCount(s scanner) (c coop.ConcernCount, err error) {
	return c, s.Scan(&c.Motive, &c.Residence, &c.Standing, &c.N)
}

func scanAnswerCount(s scanner) (c coop.AnswerCount, err error) {
	return c, s.Scan(&c.Question, &c.Choice, &c.N)
}

// VisitsDone counts the visits done in [from, to), of one officer or of everybody.
func (a *Archive) VisitsDone(ctx context.Context, officer coop.StaffID, from, to time.Time) (int, error) {
	return read(ctx, a, "count visits done", func(db querier) (int, error) {
		return one(ctx, db, scanInt, `SELECT count(*) FROM visit v WHERE v.start_at >= ? AND v.start_at < ?
			AND v.kind <> 'desk' AND v.result IN `+countsAsDone+` AND (?3 = '' OR v.officer_id = ?3)`,
			stamp(from), stamp(to), officer)
	})
}
