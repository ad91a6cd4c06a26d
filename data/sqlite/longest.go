package sqlite

import (
	"context"
	"database/sql"

	"bienvenue/app/coop"
)

// Those on whose paper the least room is left: the longest names, the most holders, the longest street, town
// and name of a residence, the most promises. Names and promises are looked through whole; of each residence,
// the household with the longest name stands for all.
const (
	livesThere = ` h.gone_day = '' AND (h.exit_day = '' OR h.exit_day >= :on) `
	inHome     = ` FROM dwelling d JOIN household h ON h.dwelling_id = d.id JOIN holder p ON p.household_id = h.id
		WHERE d.residence_id = r.id AND ` + livesThere
	ofResidence = `SELECT (SELECT h.id` + inHome + `ORDER BY length(p.first) + length(p.last) DESC, h.id LIMIT 1)
		FROM (SELECT r.id FROM residence r WHERE EXISTS (SELECT 1` + inHome + `) ORDER BY `
	longestQuery = `WITH longest (id) AS (
		SELECT * FROM (SELECT h.id FROM holder p JOIN household h ON h.id = p.household_id WHERE ` + livesThere + `
			GROUP BY h.id ORDER BY max(length(p.first) + length(p.last)) DESC, h.id LIMIT :most)
		UNION SELECT * FROM (SELECT h.id FROM holder p JOIN household h ON h.id = p.household_id WHERE p.rank > 0 AND ` + livesThere + `
			GROUP BY h.id ORDER BY count(*) DESC, sum(length(p.first) + length(p.last)) DESC, h.id LIMIT :most)
		UNION SELECT * FROM (SELECT h.id FROM follow_up f JOIN household h ON h.id = f.household_id
			WHERE f.state IN ('open', 'passed') AND ` + livesThere + `
			GROUP BY h.id ORDER BY count(*) DESC, sum(length(f.what)) DESC, h.id LIMIT :most)
		UNION ` + ofResidence + `length(r.address) DESC, r.id LIMIT :most) r
		UNION ` + ofResidence + `length(r.town) DESC, r.id LIMIT :most) r
		UNION ` + ofResidence + `length(r.name) DESC, r.id LIMIT :most) r
	) SELECT id FROM longest ORDER BY id`
)

// Longest lists the households on whose paper the least room is left, so many of each sort at most: those who
// live there on a day with the longest names, the most holders, the most promises, the longest addresses.
func (a *Archive) Longest(ctx context.Context, on coop.Day, most int) ([]coop.HouseholdID, error) {
	return read(ctx, a, "find the longest names", func(q querier) ([]coop.HouseholdID, error) {
		return collect(ctx, q, func(s scanner) (id coop.HouseholdID, err error) { return id, s.Scan(&id) },
			longestQuery, sql.Named("on", on), sql.Named("most", most))
	})
}
