package sqlite

import (
	"context"
	"encoding/json"

	"bienvenue/app/coop"
)

const waveColumns = `w.id, w.at, w.staff_id, w.asked, w.visits, w.undone_at, w.rev`

func scanWave(s scanner) (w coop.Wave, err error) {
	var asked string
	if err := s.Scan(&w.ID, moment{&w.At}, &w.Staff, &asked, &w.Visits, moment{&w.Undone}, &w.Rev); err != nil {
		return w, err
	}
	return w, json.Unmarshal([]byte(asked), &w.Asked)
}

func (t *tx) wave(w coop.Wave) error {
	asked, err := json.Marshal(w.Asked)
	if err != nil {
		return err
	}
	if w.Rev == 0 {
		return t.insert(`INSERT INTO wave (at, staff_id, asked, visits, undone_at, id, rev) VALUES (?, ?, ?, ?, ?, ?, 1)`,
			stamp(w.At), w.Staff, string(asked), w.Visits, stamp(w.Undone), w.ID)
	}
	return t.update(`UPDATE wave SET undone_at = ?, rev = rev + 1 WHERE id = ? AND rev = ?`, stamp(w.Undone), w.ID, w.Rev)
}

// Waves lists the waves that were confirmed, the newest first.
func (a *Archive) Waves(ctx context.Context) ([]coop.Wave, error) {
	return read(ctx, a, "waves", func(q querier) ([]coop.Wave, error) {
		return collect(ctx, q, scanWave, `SELECT `+waveColumns+` FROM wave w ORDER BY w.at DESC, w.id DESC`)
	})
}

// WaveVisits lists the visits of a wave by their start, in whatever state they are.
func (a *Archive) WaveVisits(ctx context.Context, id coop.WaveID) ([]coop.Visit, error) {
	return read(ctx, a, "visits of a wave", func(q querier) ([]coop.Visit, error) {
		return collect(ctx, q, scanVisit, `SELECT `+visitColumns+` FROM visit v WHERE v.wave_id = ? ORDER BY v.start_at, v.id`, id)
	})
}
