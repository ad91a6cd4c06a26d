package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// The search ranks those who live there now before those who left, then those whose name begins
// with what was typed, then by name. A few hits are ranked as they are. When there are many (the
// first letters), nobody reads past the first page: the names are walked in their order and the
// walk ends as soon as the page is full, so that one letter costs no more than a whole name.
const (
	fewHits     = 1500
	longestPage = 200 // rows; a longer page ranks all hits
)

// hit is a household that was found.
type hit struct {
	id    coop.HouseholdID
	left  bool
	name  string // the one that begins with a wanted word, else the first holder's
	other bool   // no name begins with a wanted word
}

func (h hit) compare(o hit) int {
	return cmp.Or(order(h.left, o.left), order(h.other, o.other), strings.Compare(h.name, o.name), strings.Compare(string(h.id), string(o.id)))
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// search ranks the households that a query finds and reads one page of their rows.
func (a *Archive) search(ctx context.Context, q querier, words query, f coop.RowFilter) ([]coop.Row, error) {
	today := f.On
	if today == "" {
		today = coop.DayOf(a.now())
	}
	short := f.Offset == 0 && f.Limit > 0 && f.Limit <= longestPage
	most := bound(0)
	if short {
		most = fewHits + 1
	}
	docs, err := collect(ctx, q, scanInt, `SELECT docid FROM search_text WHERE words MATCH ? LIMIT ?`, words.match(), most)
	if err != nil {
		return nil, err
	}
	var hits []hit
	if short && len(docs) > fewHits {
		hits, err = walk(ctx, q, words, today, f.Limit)
	} else {
		hits, err = rank(ctx, q, words, today, docs)
	}
	if err != nil {
		return nil, err
	}
	return page(ctx, q, hits, f)
}

// page reads the rows of some hits in their order.
func page(ctx context.Context, q querier, hits []hit, f coop.RowFilter) ([]coop.Row, error) {
	hits = hits[min(f.Offset, len(hits)):]
	hits = hits[:min(bound(f.Limit), len(hits))]
	if len(hits) == 0 {
		return nil, nil
	}
	ids := make([]coop.HouseholdID, len(hits))
	for i, h := range hits {
		ids[i] = h.id
	}
	known, err := rowsOf(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	rows := make([]coop.Row, 0, len(ids))
	for _, id := range ids {
		rows = append(rows, known[id])
	}
	return rows, nil
}

// candidate is a row of the search's own table.
type candidate struct {
	id    coop.HouseholdID
	name  string
	names string
	until coop.Day
	words string
}

func scanCandidate(s scanner) (c candidate, err error) {
	return c, s.Scan(&c.id, &c.name, &c.names, &c.until, &c.words)
}

func (c candidate) hit(words query, today coop.Day) hit {
	h := hit{id: c.id, left: c.until < today, name: words.begins(c.names)}
	if h.name == "" {
		h.name, h.other = c.name, true
	}
	return h
}

// rank puts all hits in order.
func rank(ctx context.Context, q querier, words query, today coop.Day, docs []int) ([]hit, error) {
	list, err := json.Marshal(docs)
	if err != nil {
		return nil, err
	}
	all, err := collect(ctx, q, scanCandidate, `SELECT s.household_id, s.name, s.names, s.until_day, ''
		FROM search s WHERE s.docid IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return nil, err
	}
	hits := make([]hit, len(all))
	for i, c := range all {
		hits[i] = c.hit(words, today)
	}
	slices.SortFunc(hits, hit.compare)
	return hits, nil
}

// The four walks, in the order of rank: names that begin with a wanted word, then all names, of
// those who live there and of those who left.
const (
	walkColumns = `SELECT s.household_id, s.name, s.names, s.until_day, s.words `
	walkNames   = walkColumns + `FROM search_name n JOIN search s ON s.docid = n.docid
		WHERE n.name >= ?1 AND n.name < ?2 AND (n.until_day < ?3) = ?4 ORDER BY n.name, n.docid`
	walkAll = walkColumns + `FROM search s WHERE (s.until_day < ?1) = ?2 ORDER BY s.name, s.docid`
)

// afterAll sorts after every letter.
const afterAll = "\U0010ffff"

// walk finds the first hits of a query that has many.
func walk(ctx context.Context, q querier, words query, today coop.Day, limit int) ([]hit, error) {
	var hits []hit
	for _, left := range []bool{false, true} {
		named, err := walkBeginnings(ctx, q, words, today, left, limit-len(hits))
		if err != nil {
			return nil, err
		}
		hits = append(hits, named...)
		if len(hits) >= limit {
			return hits, nil
		}
		others, err := gather(ctx, q, limit-len(hits), func(c candidate) (hit, bool) {
			if !words.finds(c.words) {
				return hit{}, false
			}
			h := c.hit(words, today)
			return h, h.other
		}, walkAll, today, left)
		if err != nil {
			return nil, err
		}
		hits = append(hits, others...)
		if len(hits) >= limit {
			return hits, nil
		}
	}
	return hits, nil
}

// walkBeginnings finds the first hits whose name begins with a wanted word.
func walkBeginnings(ctx context.Context, q querier, words query, today coop.Day, left bool, limit int) ([]hit, error) {
	var hits []hit
	for _, want := range words {
		for _, beginning := range want {
			some, err := gather(ctx, q, limit, func(c candidate) (hit, bool) {
				return c.hit(words, today), words.finds(c.words)
			}, walkNames, beginning, beginning+afterAll, today, left)
			if err != nil {
				return nil, err
			}
			hits = append(hits, some...)
		}
	}
	slices.SortFunc(hits, hit.compare)
	hits = slices.CompactFunc(hits, func(a, b hit) bool { return a.id == b.id })
	return hits[:min(limit, len(hits))], nil
}

// gather reads rows until it has enough different hits.
func gather(ctx context.Context, q querier, limit int, take func(candidate) (hit, bool), query string, args ...any) (hits []hit, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	seen := map[coop.HouseholdID]bool{}
	for len(hits) < limit && rows.Next() {
		c, err := scanCandidate(rows)
		if err != nil {
			return nil, err
		}
		if h, ok := take(c); ok && !seen[c.id] {
			seen[c.id] = true
			hits = append(hits, h)
		}
	}
	return hits, rows.Err()
}
