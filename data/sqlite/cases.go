package sqlite

import (
	"context"
	"database/sql"

	"bienvenue/app/coop"
)

// The lists behind the figures. Each gives the same columns: household, visit, instant, colleague,
// result, days since the entry (-1: does not apply), value (-1: does not apply), motive, standing.
const (
	caseOfResidence = `AND (:residence = '' OR d.residence_id = :residence) `
	visitCase       = `SELECT v.household_id, v.id, v.start_at,
		COALESCE((SELECT s.name FROM staff s WHERE s.id = v.officer_id), ''), v.result,
		CASE WHEN h.entry_day = '' THEN -1 ELSE ` + visitDays + ` END, -1, '', '' ` + monthVisits + caseOfResidence + `
		AND (:week = '' OR ` + mondayOf + ` = :week) `
	visitCaseOrder = `ORDER BY v.start_at, v.id LIMIT :limit`

	outcomeCase = `SELECT o.household_id, COALESCE(o.visit_id, ''), o.at,
		COALESCE((SELECT s.name FROM staff s WHERE s.id = o.officer_id), ''), o.result, -1, `
	outcomeBounds = `WHERE o.at >= :from AND o.at < :to AND (:officer = '' OR o.officer_id = :officer) ` + caseOfResidence
	outcomeHome   = `JOIN household h ON h.id = o.household_id JOIN dwelling d ON d.id = h.dwelling_id `
	outcomeOrder  = `ORDER BY o.at, o.id LIMIT :limit`

	casesSatisfaction = outcomeCase + `o.overall, '', '' FROM outcome o ` + outcomeHome + outcomeBounds +
		`AND o.overall >= 0 ` + outcomeOrder
	casesItem = outcomeCase + `j.value, '', '' FROM outcome o JOIN judgement j ON j.outcome_id = o.id ` + outcomeHome +
		outcomeBounds + `AND j.item = :item ` + outcomeOrder
	casesMotive = outcomeCase + `-1, c.motive, c.standing FROM outcome o JOIN concern c ON c.outcome_id = o.id ` +
		outcomeHome + outcomeBounds + `AND (:motive = '' OR c.motive = :motive) ` + outcomeOrder

	promiseCase  = `SELECT f.household_id, '', f.due_day || 'T00:00:00.000Z', f.owner, '', -1, -1, f.motive, '' `
	promiseOrder = `ORDER BY f.due_day, f.id LIMIT :limit`

	casesCounter = `SELECT t.household_id, '', t.ended_at,
		COALESCE((SELECT s.name FROM staff s WHERE s.id = t.officer_id), ''), '', -1, -1, '', '' ` + counterTalks +
		`ORDER BY t.ended_at, t.id LIMIT :limit`
	casesSheets = `SELECT p.household_id, '', min(p.at),
		COALESCE((SELECT s.name FROM staff s WHERE s.id = p.staff_id), ''), '', -1, -1, '', '' ` + sheetsGiven +
		`GROUP BY p.household_id ORDER BY min(p.at), p.household_id LIMIT :limit`
	casesSubscribed = `SELECT h.id, '', h.share_since || 'T00:00:00.000Z', '', '', -1, h.share_number, '', '' ` + subscriptions +
		`ORDER BY h.share_since, h.id LIMIT :limit`
	casesCoverage = `SELECT h.id, COALESCE(v.id, ''), COALESCE(v.start_at, ''),
		COALESCE((SELECT s.name FROM staff s WHERE s.id = v.officer_id), ''), COALESCE(v.result, ''),
		CASE WHEN v.id IS NULL THEN -1 ELSE ` + visitDays + ` END, -1, '', ''
		FROM household h LEFT JOIN visit v ON v.id = (SELECT w.id FROM visit w WHERE w.household_id = h.id AND w.kind <> 'desk'
			AND w.state <> 'cancelled' ORDER BY w.result IN ` + countsAsDone + ` DESC, w.start_at DESC LIMIT 1)
		WHERE substr(h.entry_day, 1, 7) = :cohort AND h.entry_day >= :cohortfirst AND h.entry_day <= :cohortlast
		AND h.gone_day = '' ORDER BY h.entry_day, h.id LIMIT :limit`
)

// caseQueries is the list behind each figure.
var caseQueries = map[coop.Indicator]string{
	coop.IndicatorVisits: visitCase + `AND v.result IN ` + countsAsDone + ` ` + visitCaseOrder,
	coop.IndicatorInWindow: visitCase + `AND v.result IN ` + countsAsDone + ` AND h.entry_day <> ''
		AND ` + visitDays + ` BETWEEN :windowfrom AND :windowto ` + visitCaseOrder,
	coop.IndicatorWave: visitCase + `AND v.result IN ` + countsAsDone + ` AND h.entry_day <> ''
		AND v.wave_id IS NOT NULL AND ` + visitDays + ` > :windowto ` + visitCaseOrder,
	coop.IndicatorAbsences:     visitCase + `AND v.result = 'absent' ` + visitCaseOrder,
	coop.IndicatorPlanned:      visitCase + `AND v.result = '' ` + visitCaseOrder,
	coop.IndicatorOthers:       visitCase + `AND v.result NOT IN ('', 'absent') AND v.result NOT IN ` + countsAsDone + ` ` + visitCaseOrder,
	coop.IndicatorSatisfaction: casesSatisfaction,
	coop.IndicatorItem:         casesItem,
	coop.IndicatorMotive:       casesMotive,
	coop.IndicatorCoverage:     casesCoverage,
	coop.IndicatorCounter:      casesCounter,
	coop.IndicatorOpened:       promiseCase + openedPromise + promiseOrder,
	coop.IndicatorClosed:       promiseCase + closedPromise + promiseOrder,
	coop.IndicatorLate:         promiseCase + latePromise + promiseOrder,
	coop.IndicatorSheets:       casesSheets,
	coop.IndicatorSubscribed:   casesSubscribed,
}

// Cases lists what is behind a figure, the oldest first; an indicator that has no list is coop.ErrNotFound.
func (a *Archive) Cases(ctx context.Context, q coop.CaseQuery) ([]coop.Case, error) {
	query, ok := caseQueries[q.Indicator]
	if !ok {
		return nil, coop.ErrNotFound
	}
	cohort := q.Cohort
	if cohort == "" {
		cohort = q.Month
	}
	args := append(monthArgs(q.MonthQuery),
		sql.Named("residence", string(q.Residence)), sql.Named("week", string(q.Week)), sql.Named("item", string(q.Item)),
		sql.Named("motive", string(q.Motive)), sql.Named("limit", bound(q.Limit)), sql.Named("cohort", string(cohort)),
		sql.Named("cohortfirst", string(cohort.First())), sql.Named("cohortlast", string(cohort.Last())),
		sql.Named("windowfrom", q.Window.From), sql.Named("windowto", q.Window.To))
	return read(ctx, a, "list cases", func(db querier) ([]coop.Case, error) {
		found, err := collect(ctx, db, scanCase, query, args...)
		if err != nil {
			return nil, err
		}
		return found, fillRows(ctx, db, found, func(c *coop.Case) (coop.HouseholdID, *coop.Row) { return c.Row.ID, &c.Row })
	})
}

func scanCase(s scanner) (c coop.Case, err error) {
	return c, s.Scan(&c.Row.ID, &c.Visit, moment{&c.At}, &c.Officer, &c.Result, &c.Days, &c.Value, &c.Motive, &c.Standing)
}
