package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
)

// AskingResults counts the answers of the questionnaires that were printed from one day to another, both
// included; "" is no bound. What fewer than coop.FewReplies said is hidden.
func (o *Office) AskingResults(ctx context.Context, _ coop.Actor, from, to coop.Day) (coop.AskingResults, error) {
	var start, end time.Time
	if from != "" {
		start = from.Start(o.zone)
	}
	if to != "" {
		end = to.Add(1).Start(o.zone)
	}
	tally, err := o.store.AskingTally(ctx, start, end)
	if err != nil {
		return coop.AskingResults{}, fmt.Errorf("count questionnaires: %w", err)
	}
	return tally.Results(from, to), nil
}

// AskingSpans counts the questionnaires that were printed, month by month, the last first.
func (o *Office) AskingSpans(ctx context.Context, _ coop.Actor) ([]coop.AskingSpan, error) {
	moments, err := o.store.AskingMoments(ctx)
	if err != nil {
		return nil, fmt.Errorf("list questionnaires: %w", err)
	}
	var spans []coop.AskingSpan
	for _, m := range moments {
		month := coop.DayOf(m.At.In(o.zone)).Month()
		if len(spans) == 0 || spans[len(spans)-1].Month != month {
			spans = append(spans, coop.AskingSpan{Month: month})
		}
		spans[len(spans)-1].Printed += m.Printed
		spans[len(spans)-1].Back += m.Back
	}
	return spans, nil
}

// AskingsKeyed counts the questionnaires that came back today, and those that are still waited for.
func (o *Office) AskingsKeyed(ctx context.Context, _ coop.Actor) (today, waited int, err error) {
	start := o.Today().Start(o.zone)
	if today, err = o.store.CountAskings(ctx, coop.AskingFilter{KeyedFrom: start}); err == nil {
		waited, err = o.askingsWaited(ctx)
	}
	if err != nil {
		return 0, 0, fmt.Errorf("count questionnaires: %w", err)
	}
	return today, waited, nil
}

// askingsWaited counts the questionnaires that may still come back.
func (o *Office) askingsWaited(ctx context.Context) (int, error) {
	return o.store.CountAskings(ctx, coop.AskingFilter{PrintedFrom: o.now().AddDate(0, 0, -coop.CampaignDays), Waited: true})
}
