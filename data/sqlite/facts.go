package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"bienvenue/app/coop"
)

// DiaryFacts reads everything that decides whether visits can stand, from one state of the archive.
func (a *Archive) DiaryFacts(ctx context.Context, f coop.FactsQuery) (coop.DiaryFacts, error) {
	return read(ctx, a, "facts of the diary", func(q querier) (coop.DiaryFacts, error) {
		return factsOf(ctx, q, f)
	})
}

// The visits that facts are made of: those that take time in a span of days, each along its own
// index, and all that a household ever had.
const (
	factVisits    = `SELECT ` + visitColumns + ` FROM visit v WHERE v.start_at >= ? AND v.start_at < ? AND v.state IN ('planned', 'held')`
	officerVisits = `SELECT ` + visitColumns + ` FROM visit v WHERE v.officer_id IN (SELECT value FROM json_each(?3))
		AND v.start_at >= ?1 AND v.start_at < ?2 AND v.state IN ('planned', 'held')`
	homeVisits = `SELECT ` + visitColumns + ` FROM visit v WHERE v.household_id IN (SELECT value FROM json_each(?))`
	factHolds  = `SELECT ` + holdColumns + ` FROM hold h WHERE h.until_at >= ? AND h.start_at < ? AND h.end_at > ?`
	factHomes  = `SELECT h.id, h.entry_day, h.exit_day, COALESCE(r.id, ''), COALESCE(r.town, ''), h.language, h.prefers
		FROM household h JOIN dwelling d ON d.id = h.dwelling_id LEFT JOIN residence r ON r.id = d.residence_id
		WHERE h.id IN (SELECT value FROM json_each(?))`
	// ruleSettings leaves out the one large value that no rule reads.
	ruleSettings = `SELECT key, value FROM setting WHERE key <> 'logo'`
)

func factsOf(ctx context.Context, q querier, f coop.FactsQuery) (facts coop.DiaryFacts, err error) {
	if facts.Settings, err = settingsOf(ctx, q, ruleSettings); err != nil {
		return facts, fmt.Errorf("settings: %w", err)
	}
	if facts.Staff, err = collect(ctx, q, scanStaff, staffQuery); err != nil {
		return facts, fmt.Errorf("staff: %w", err)
	}
	if facts.Hours, err = collect(ctx, q, scanHours, hoursQuery); err != nil {
		return facts, fmt.Errorf("hours: %w", err)
	}
	if facts.Exceptions, err = collect(ctx, q, scanException, exceptionQuery, f.From, f.To); err != nil {
		return facts, fmt.Errorf("exceptions: %w", err)
	}
	if facts.Holds, err = collect(ctx, q, scanHold, factHolds, stamp(f.Now), stamp(f.Last), stamp(f.First)); err != nil {
		return facts, fmt.Errorf("holds: %w", err)
	}
	if facts.Visits, err = visitsForFacts(ctx, q, f); err != nil {
		return facts, fmt.Errorf("visits: %w", err)
	}
	facts.Households, err = homesForFacts(ctx, q, facts.Visits, f.Households)
	return facts, err
}

func visitsForFacts(ctx context.Context, q querier, f coop.FactsQuery) ([]coop.Visit, error) {
	query, args := factVisits, []any{stamp(f.First), stamp(f.Last)}
	if f.Officers != nil {
		names, err := json.Marshal(f.Officers)
		if err != nil {
			return nil, err
		}
		query, args = officerVisits, append(args, string(names))
	}
	found, err := collect(ctx, q, scanVisit, query, args...)
	if err != nil || len(f.Households) == 0 {
		return found, err
	}
	names, err := json.Marshal(f.Households)
	if err != nil {
		return nil, err
	}
	own, err := collect(ctx, q, scanVisit, homeVisits, string(names))
	if err != nil {
		return nil, err
	}
	seen := make(map[coop.VisitID]bool, len(found))
	for _, v := range found {
		seen[v.ID] = true
	}
	for _, v := range own {
		if !seen[v.ID] {
			found = append(found, v)
		}
	}
	return found, nil
}

// homesForFacts reads the households that are asked for and those of the visits around: a round
// is judged by where it goes.
func homesForFacts(ctx context.Context, q querier, visits []coop.Visit, asked []coop.HouseholdID) ([]coop.HouseholdFacts, error) {
	seen := map[coop.HouseholdID]bool{}
	var ids []coop.HouseholdID
	add := func(id coop.HouseholdID) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, id := range asked {
		add(id)
	}
	for _, v := range visits {
		add(v.Household)
	}
	names, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	found, err := collect(ctx, q, func(s scanner) (h coop.HouseholdFacts, err error) {
		var prefers string
		if err := s.Scan(&h.ID, &h.Entry, &h.Exit, &h.Residence, &h.Town, &h.Language, &prefers); err != nil {
			return h, err
		}
		return h, fromJSON(prefers, &h.Prefers)
	}, factHomes, string(names))
	if err != nil {
		return nil, fmt.Errorf("households: %w", err)
	}
	return found, nil
}
