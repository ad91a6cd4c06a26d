package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"bienvenue/app/coop"
)

func (t *tx) batch(b coop.Batch) error {
	if b.Rev > 0 {
		return t.update(`UPDATE batch SET ended_at = ?, rev = rev + 1 WHERE id = ? AND rev = ?`, stamp(b.Ended), b.ID, b.Rev)
	}
	asked, err := json.Marshal(b.Asked)
	if err != nil {
		return err
	}
	return t.insert(`INSERT INTO batch (id, kind, asked, at, staff_id, ended_at, rev) VALUES (?, ?, ?, ?, ?, ?, 1)`,
		b.ID, b.Kind, string(asked), stamp(b.At), b.Staff, stamp(b.Ended))
}

// batchItem writes where a household stands in a batch. One whose paper is made stays made: who makes it
// a second time is told coop.ErrChanged, and nothing of that change is kept.
func (t *tx) batchItem(i coop.BatchItem) error {
	args := []byte("{}")
	if len(i.Args) > 0 {
		var err error
		if args, err = json.Marshal(i.Args); err != nil {
			return err
		}
	}
	n, err := t.exec(`INSERT INTO batch_item (batch_id, place, household_id, state, why, args, paper_id) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (batch_id, household_id) DO UPDATE SET state = excluded.state, why = excluded.why, args = excluded.args,
		paper_id = excluded.paper_id WHERE batch_item.state <> 'made'`,
		i.Batch, i.Place, i.Household, i.State, i.Why, string(args), i.Paper)
	if err == nil && n != 1 {
		return coop.ErrChanged
	}
	return err
}

// Batches lists batches with how far each is, the newest first.
func (a *Archive) Batches(ctx context.Context) ([]coop.BatchRow, error) {
	return read(ctx, a, "batches", func(q querier) ([]coop.BatchRow, error) {
		return collect(ctx, q, func(s scanner) (b coop.BatchRow, err error) {
			var asked string
			err = s.Scan(&b.ID, &b.Kind, &asked, moment{&b.At}, &b.Staff, moment{&b.Ended}, &b.Rev, &b.By, &b.Made, &b.Failed, &b.Waiting)
			if err != nil {
				return b, err
			}
			return b, json.Unmarshal([]byte(asked), &b.Asked)
		}, `SELECT b.id, b.kind, b.asked, b.at, b.staff_id, b.ended_at, b.rev, COALESCE(s.name, ''),
			count(*) FILTER (WHERE i.state = 'made'), count(*) FILTER (WHERE i.state = 'failed'), count(*) FILTER (WHERE i.state = 'waiting')
			FROM batch b LEFT JOIN staff s ON s.id = b.staff_id LEFT JOIN batch_item i ON i.batch_id = b.id
			GROUP BY b.id ORDER BY b.at DESC, b.id DESC`)
	})
}

// BatchItems lists the households of a batch in the order of the papers.
func (a *Archive) BatchItems(ctx context.Context, id coop.BatchID) ([]coop.BatchItem, error) {
	return read(ctx, a, "batch items", func(q querier) ([]coop.BatchItem, error) {
		return collect(ctx, q, func(s scanner) (i coop.BatchItem, err error) {
			var args string
			if err := s.Scan(&i.Batch, &i.Place, &i.Household, &i.State, &i.Why, &args, &i.Paper); err != nil {
				return i, err
			}
			if args != "{}" {
				err = json.Unmarshal([]byte(args), &i.Args)
			}
			return i, err
		}, `SELECT batch_id, place, household_id, state, why, args, paper_id FROM batch_item WHERE batch_id = ? ORDER BY place`, id)
	})
}

// RowsOf reads households by their names; one that is not there is missing.
func (a *Archive) RowsOf(ctx context.Context, ids []coop.HouseholdID) (map[coop.HouseholdID]coop.Row, error) {
	return read(ctx, a, "rows of households", func(q querier) (map[coop.HouseholdID]coop.Row, error) {
		return rowsOf(ctx, q, ids)
	})
}

// The households of a batch are found in one go, visits and papers as sets beside them: a question for
// each of 100,000 households would take minutes. Visits are gone through once, along their index, and only
// where the filter or the kind of paper asks for them.
const batchQuery = `WITH
	seen AS MATERIALIZED (SELECT household_id,
			max(iif(state = 'held', start_at || ' ' || result, NULL)) AS last,
			max(state = 'held' AND result IN ('done', 'shortened', 'done-phone', 'done-office')) AS met,
			min(iif(state = 'planned' AND start_at > :now, start_at, NULL)) AS planned
		FROM visit WHERE :visits AND kind <> 'desk' GROUP BY household_id),
	sent AS MATERIALIZED (SELECT household_id, max(at) AS at FROM paper
		WHERE kind = :kind AND (:event = '' OR event_id = :event) GROUP BY household_id)
	SELECT h.id, h.entry_day, h.exit_day, h.gone_day, EXISTS (SELECT 1 FROM holder o WHERE o.household_id = h.id), h.no_news, h.share_state,
		COALESCE(r.address, ''), COALESCE(r.postcode, ''), COALESCE(r.town, ''), COALESCE(r.name, ''),
		d.building, d.stair, d.floor, d.door, COALESCE(seen.planned, ''), COALESCE(seen.last, ''), COALESCE(sent.at, '')
	FROM household h JOIN dwelling d ON d.id = h.dwelling_id LEFT JOIN residence r ON r.id = d.residence_id
		LEFT JOIN seen ON seen.household_id = h.id LEFT JOIN sent ON sent.household_id = h.id
	WHERE (:residences = '[]' OR d.residence_id IN (SELECT value FROM json_each(:residences)))
		AND (:products = '[]' OR h.product IN (SELECT value FROM json_each(:products)))
		AND (:shares = '[]' OR h.share_state IN (SELECT value FROM json_each(:shares)))
		AND (:households = '[]' OR h.id IN (SELECT value FROM json_each(:households)))
		AND (:from = '' OR h.entry_day >= :from) AND (:to = '' OR (h.entry_day <> '' AND h.entry_day <= :to))
		AND (:years = '' OR (h.entry_day <> '' AND h.entry_day <= :years))
		AND CASE :visited WHEN 'met' THEN COALESCE(seen.met, 0)
			WHEN 'planned' THEN seen.planned IS NOT NULL
			WHEN 'not' THEN NOT COALESCE(seen.met, 0) AND seen.planned IS NULL ELSE 1 END`

func scanBatchCandidate(s scanner) (c coop.BatchCandidate, err error) {
	var last string
	err = s.Scan(&c.Household, &c.Entry, &c.Exit, &c.Gone, &c.Held, &c.NoNews, &c.Share, &c.Street, &c.Postcode, &c.Town,
		&c.Residence, &c.Building, &c.Stair, &c.Floor, &c.Door, moment{&c.Planned}, &last, moment{&c.Sent})
	if err != nil || len(last) <= len(instant) {
		return c, err
	}
	c.Last = coop.Result(last[len(instant)+1:])
	return c, moment{&c.LastAt}.Scan(last[:len(instant)])
}

// BatchCandidates lists the households that a batch's filter finds, in no order.
func (a *Archive) BatchCandidates(ctx context.Context, b coop.BatchQuery) ([]coop.BatchCandidate, error) {
	args := []any{
		sql.Named("now", stamp(b.Now)), sql.Named("kind", b.Kind), sql.Named("event", b.Event), sql.Named("from", b.EnteredFrom),
		sql.Named("to", b.EnteredTo), sql.Named("years", b.Since), sql.Named("visited", b.Visited),
		sql.Named("visits", b.Visited != coop.VisitedAny || b.Kind.AboutVisit()),
	}
	for name, list := range map[string]func() (string, error){
		"residences": func() (string, error) { return jsonText(b.Residences) },
		"products":   func() (string, error) { return jsonText(b.Products) },
		"shares":     func() (string, error) { return jsonText(b.Shares) },
		"households": func() (string, error) { return jsonText(b.Households) },
	} {
		text, err := list()
		if err != nil {
			return nil, err
		}
		args = append(args, sql.Named(name, text))
	}
	return read(ctx, a, "batch candidates", func(q querier) ([]coop.BatchCandidate, error) {
		return collect(ctx, q, scanBatchCandidate, batchQuery, args...)
	})
}
