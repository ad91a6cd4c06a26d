package asking

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// results is what the replies say, of all questionnaires or of those printed in one month.
type results struct {
	screen  *Screen
	seen    bool
	month   coop.Month // "" for all
	got     coop.AskingResults
	latest  kit.Latest
	choice  *kit.Select[coop.Month]
	save    *kit.Button
	body    *fyne.Container
	content fyne.CanvasObject
}

func newResults(s *Screen) *results {
	const choosing = 380
	r := &results{screen: s, body: kit.Column()}
	r.choice = kit.NewSelect("", nil, func(m coop.Month) { r.month = m; r.refresh() })
	r.save = kit.SecondaryButton(s.p.Words.T("asking.export"), r.export).WithIcon(look.IconDownload)
	head := kit.Row(kit.Sized(choosing, 0, r.choice.Object()), kit.Spacer(), r.save)
	r.content = container.NewBorder(kit.PaddedXY(look.Wide, look.Tight, head), nil, nil, nil,
		kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Snug, r.body)))
	return r
}

// refresh counts again.
func (r *results) refresh() {
	p, month := r.screen.p, r.month
	type counted struct {
		spans []coop.AskingSpan
		coop.AskingResults
	}
	kit.RunLatest(p.Run, &r.latest, func() (c counted, err error) {
		ctx, by := context.Background(), p.Actor()
		if c.spans, err = p.Desk.AskingSpans(ctx, by); err != nil {
			return c, err
		}
		from, to := coop.Day(""), coop.Day("")
		if month != "" {
			from, to = month.First(), month.Last()
		}
		c.AskingResults, err = p.Desk.AskingResults(ctx, by, from, to)
		return c, err
	}, func(c counted, err error) {
		if err != nil {
			p.OnError(err)
			return
		}
		r.got = c.AskingResults
		r.show(c.spans)
	})
}

func (r *results) show(spans []coop.AskingSpan) {
	w := r.screen.p.Words
	options := []kit.Option[coop.Month]{{Value: "", Words: w.T("asking.campaign.all")}}
	for _, s := range spans {
		options = append(options, kit.Option[coop.Month]{Value: s.Month, Words: w.T("asking.campaign.of", i18n.Args{
			"Month": w.Month(s.Month), "Printed": w.Number(s.Printed), "Back": w.Number(s.Back),
		})})
	}
	r.choice.SetOptions(options)
	r.choice.Set(r.month)
	r.body.RemoveAll()
	if r.got.Printed == 0 {
		r.save.Disable()
		r.body.Add(kit.Empty(look.IconMail, w.T("asking.results.none"), nil))
	} else {
		r.save.Enable()
		r.body.Add(kit.Section(r.summary()))
		var cards []fyne.CanvasObject
		for _, q := range r.got.Questions {
			cards = append(cards, r.card(q))
		}
		r.body.Add(kit.Columns(cardWidth, cards...))
	}
	r.body.Refresh()
	r.screen.page.Refresh()
}

// cardWidth is the least width of a question's card.
const cardWidth float32 = 440

// summary says how many were printed, and how many came back.
func (r *results) summary() string {
	w := r.screen.p.Words
	return w.N("asking.summary", r.got.Printed, i18n.Args{
		"Back": w.N("asking.summary.back", r.got.Back), "Share": w.Percent(float64(r.got.Back) / float64(r.got.Printed)),
	})
}

// card is what the replies say to one question.
func (r *results) card(q coop.AskingOutcome) fyne.CanvasObject {
	w := r.screen.p.Words
	lines := []fyne.CanvasObject{kit.Lines(kit.Body(tied(q.Text)).Strong(), kit.Caption(r.stands(q)))}
	if q.Hidden {
		return kit.Card(append(lines, kit.Row(kit.NewIcon(look.IconEye, kit.Calm), kit.Grow(kit.Quiet(w.T("asking.hidden")))))...)
	}
	for _, c := range q.Choices {
		share := float64(c.N) / float64(q.Answered)
		meter := kit.NewMeter()
		meter.Set(float32(share), kit.Accented)
		value := w.T("asking.value", i18n.Args{"N": w.Number(c.N), "Share": w.Percent(share)})
		lines = append(lines, kit.Lines(kit.Row(kit.Grow(kit.Body(c.Label)), kit.Quiet(value).Whole()), meter))
	}
	return kit.Card(lines...)
}

// stands says on how many answers the figures stand.
func (r *results) stands(q coop.AskingOutcome) string {
	w := r.screen.p.Words
	return w.N("asking.answered", q.Answered, i18n.Args{"Blank": w.N("asking.blank", q.Blank)})
}

// export saves the counts as a table: no household is in it.
func (r *results) export() {
	w := r.screen.p.Words
	t := w.T
	period := t("asking.campaign.all")
	name := "questionnaires.csv"
	if r.month != "" {
		period = w.Month(r.month)
		name = "questionnaires-" + string(r.month) + ".csv"
	}
	table := [][]string{
		{t("asking.table.period"), period, "", ""},
		{t("asking.table.printed"), w.Number(r.got.Printed), "", ""},
		{t("asking.table.back"), w.Number(r.got.Back), "", ""},
		{t("asking.table.question"), t("asking.table.choice"), t("asking.table.n"), t("asking.table.of")},
	}
	for _, q := range r.got.Questions {
		of := w.Number(q.Answered)
		if q.Hidden {
			table = append(table, []string{q.Text, t("asking.hidden"), "", of})
			continue
		}
		for _, c := range q.Choices {
			table = append(table, []string{q.Text, c.Label, w.Number(c.N), of})
		}
		table = append(table, []string{q.Text, t("asking.table.blank"), w.Number(q.Blank), ""})
	}
	r.screen.p.OnSave(name, table)
}
