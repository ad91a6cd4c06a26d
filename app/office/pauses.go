package office

import (
	"context"
	"fmt"
	"slices"

	"bienvenue/app/coop"
)

// PlanTalk gives an open talk another time, in minutes.
func (o *Office) PlanTalk(ctx context.Context, by coop.Actor, id coop.TalkID, minutes int) error {
	t, err := o.stillOpen(ctx, id)
	if err != nil {
		return fmt.Errorf("plan talk: %w", err)
	}
	if minutes < coop.LeastTalk || minutes > coop.LongestTalk {
		return coop.Refuse("talk.refused.plan", map[string]any{
			"Minutes": minutes, "Low": coop.LeastTalk, "High": coop.LongestTalk,
		})
	}
	if t.Minutes == minutes {
		return nil
	}
	e, err := o.entry(by, coop.ActTalkPlanned, coop.OnTalk, string(id), t.Household, map[string]any{
		"from": t.Minutes, "to": minutes,
	})
	if err != nil {
		return err
	}
	t.Minutes, t.Touched = minutes, o.now().UTC()
	return o.keep(ctx, "plan talk", coop.Change{Talks: []coop.Talk{t}, Entries: []coop.Entry{e}})
}

// PauseTalk lets an open talk stand still for a reason; the next thing that is kept of it ends the pause.
func (o *Office) PauseTalk(ctx context.Context, by coop.Actor, id coop.TalkID, reason coop.PauseReason) error {
	t, err := o.stillOpen(ctx, id)
	if err != nil {
		return fmt.Errorf("pause talk: %w", err)
	}
	if !slices.Contains(coop.PauseReasons(), reason) {
		return coop.Refuse("talk.refused.pause", map[string]any{"Reason": string(reason)})
	}
	e, err := o.entry(by, coop.ActTalkPaused, coop.OnTalk, string(id), t.Household, map[string]any{"reason": reason})
	if err != nil {
		return err
	}
	t.Pause, t.Device, t.Touched = reason, by.Device, o.now().UTC()
	return o.keep(ctx, "pause talk", coop.Change{Talks: []coop.Talk{t}, Entries: []coop.Entry{e}})
}

// stillOpen finds a talk that has not ended; one that has is refused.
func (o *Office) stillOpen(ctx context.Context, id coop.TalkID) (coop.Talk, error) {
	t, err := o.store.Talk(ctx, id)
	if err != nil {
		return t, err
	}
	if t.State != coop.TalkOpen {
		return t, coop.Refuse("talk.refused.over", nil)
	}
	return t, nil
}

// OpenTalks lists the talks that were interrupted, the last touched first: an officer's own,
// everybody's for the others.
func (o *Office) OpenTalks(ctx context.Context, by coop.Actor) ([]coop.TalkRow, error) {
	officer := coop.StaffID("")
	if by.Staff.Role == coop.Officer {
		officer = by.Staff.ID
	}
	rows, err := o.store.OpenTalks(ctx, officer)
	if err != nil {
		return nil, fmt.Errorf("list open talks: %w", err)
	}
	return rows, nil
}

// StaleTalks lists the open talks that nobody touched today, which ask for a decision: an officer's
// own; for the others everybody's of this machine, and those of which no machine is known.
func (o *Office) StaleTalks(ctx context.Context, by coop.Actor) ([]coop.TalkRow, error) {
	rows, err := o.OpenTalks(ctx, by)
	if err != nil {
		return nil, err
	}
	morning := o.Today().Start(o.zone)
	return slices.DeleteFunc(rows, func(t coop.TalkRow) bool {
		elsewhere := by.Staff.Role != coop.Officer && t.Device != "" && t.Device != by.Device
		return elsewhere || !t.Touched.Before(morning)
	}), nil
}
