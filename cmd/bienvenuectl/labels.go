package main

import (
	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/cmd/bienvenue/feed"
)

type labelsCommand struct {
	Filter []string `help:"${help_filter}" placeholder:"FIELD=VALUE"`
	Batch  string   `help:"${help_labels_batch}" placeholder:"ID"`
	First  int      `help:"${help_labels_first}" default:"1" placeholder:"N"`
	Out    string   `help:"${help_out}" required:"" placeholder:"FILE.pdf"`
}

// Run writes address labels for a filter, or for those who got a batch's papers.
func (c *labelsCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	ids, left, err := c.whom(d, by)
	if err != nil {
		return err
	}
	pdf, sheets, err := d.press().Labels(d.ctx, ids, c.First, d.words)
	if err != nil {
		return err
	}
	path := whole(c.Out)
	if err := feed.Write(path, pdf); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": path})
	}
	told := struct {
		File   string `json:"file"`
		Labels int    `json:"labels"`
		Sheets int    `json:"sheets"`
		Left   int    `json:"left"`
	}{path, len(ids), len(sheets), left}
	return d.print(told, func() {
		d.say(d.words.N("ctl.labels.done", told.Labels, i18n.Args{"Path": path}))
		if left > 0 {
			d.warn(d.words.N("batch.count.left", left))
		}
	})
}

func (c *labelsCommand) whom(d *desk, by coop.Actor) (ids []coop.HouseholdID, left int, err error) {
	if c.Batch != "" {
		ids, err = d.office.BatchHouseholds(d.ctx, coop.BatchID(c.Batch))
		return ids, 0, err
	}
	asked := coop.BatchAsked{Kind: coop.AddressLabels}
	if err := d.readFilters(by, c.Filter, &asked); err != nil {
		return nil, 0, err
	}
	plan, err := d.office.PlanBatch(d.ctx, by, asked)
	return plan.For, len(plan.Left), err
}
