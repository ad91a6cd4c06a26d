package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/alecthomas/kong"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/cmd/bienvenue/press"
)

type batchCommand struct {
	Make     batchMakeCommand     `cmd:"" default:"withargs" help:"${help_batch_make}"`
	Continue batchContinueCommand `cmd:"" help:"${help_batch_continue}"`
	List     batchListCommand     `cmd:"" help:"${help_batch_list}"`
	End      batchEndCommand      `cmd:"" help:"${help_batch_end}"`
}

// batchVariables are the help texts of papers for many households.
func batchVariables(w *i18n.Words) kong.Vars {
	var kinds []string
	for _, k := range coop.BatchKinds() {
		kinds = append(kinds, string(k))
	}
	return kong.Vars{
		"help_batch": w.T("ctl.help.batch"), "help_batch_make": w.T("ctl.help.batch.make"),
		"help_batch_continue": w.T("ctl.help.batch.continue"), "help_batch_list": w.T("ctl.help.batch.list"),
		"help_batch_end":  w.T("ctl.help.batch.end"),
		"help_batch_kind": w.T("ctl.help.batch.kind", i18n.Args{"Kinds": strings.Join(kinds, ", ")}),
		"help_filter":     w.T("ctl.help.batch.filter"), "help_batch_event": w.T("ctl.help.batch.event"),
		"help_batch_reply": w.T("ctl.help.batch.reply"), "help_batch_again": w.T("ctl.help.batch.again"),
		"help_batch_own": w.T("ctl.help.batch.own"), "help_batch_dry": w.T("ctl.help.batch.dry"),
		"help_batch_out": w.T("ctl.help.batch.out"), "help_batch_most": w.T("ctl.help.batch.most"),
		"help_batch_id": w.T("ctl.help.batch.id"), "help_batch_failed": w.T("ctl.help.batch.failed"),
		"help_labels": w.T("ctl.help.labels"), "help_labels_first": w.T("ctl.help.labels.first"),
		"help_labels_batch": w.T("ctl.help.labels.batch"),
	}
}

type batchMakeCommand struct {
	Kind    string   `arg:"" help:"${help_batch_kind}"`
	Filter  []string `help:"${help_filter}" placeholder:"FIELD=VALUE"`
	Event   string   `help:"${help_batch_event}" placeholder:"ID"`
	ReplyBy string   `help:"${help_batch_reply}" placeholder:"2026-12-20"`
	Again   bool     `help:"${help_batch_again}"`
	Own     bool     `help:"${help_batch_own}"`
	DryRun  bool     `help:"${help_batch_dry}"`
	Out     string   `help:"${help_batch_out}" placeholder:"DIR|FILE.pdf"`
	Most    int      `help:"${help_batch_most}" placeholder:"N"`
}

// Run makes a paper for many households, or says for whom it would.
func (c *batchMakeCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	asked := coop.BatchAsked{Kind: coop.PaperKind(c.Kind), Event: coop.EventID(c.Event), Again: c.Again}
	if c.Own {
		asked.Second = press.Own
	}
	if asked.ReplyBy, err = d.dayOr(c.ReplyBy, ""); err != nil {
		return err
	}
	if err := d.readFilters(by, c.Filter, &asked); err != nil {
		return err
	}
	plan, err := d.office.PlanBatch(d.ctx, by, asked)
	if err != nil {
		return err
	}
	if c.DryRun {
		return d.printBatchPlan(by, plan)
	}
	if c.Out == "" {
		return coop.Refuse("ctl.refused.batch-out", nil)
	}
	b, err := d.office.BeginBatch(d.ctx, by, plan)
	if err != nil {
		return err
	}
	return d.runBatch(by, press.Batch{ID: b.ID, Most: c.Most}, c.Out)
}

// batchTold is what comes of a run.
type batchTold struct {
	coop.BatchRow
	Papers int    `json:"papers"` // made in this run
	File   string `json:"file"`
	Pages  int    `json:"pages,omitempty"`
}

// runBatch makes what is left of a batch into a file, or a folder of files.
func (d *desk) runBatch(by coop.Actor, b press.Batch, out string) error {
	b.Words, b.Folder = d.words, whole(out)
	if name, one := strings.CutSuffix(filepath.Base(b.Folder), ".pdf"); one {
		b.Folder, b.Name = filepath.Dir(b.Folder), name
	} else {
		b.Each = true
		if err := os.MkdirAll(b.Folder, 0o700); err != nil {
			return coop.Refuse("batch.refused.write", map[string]any{"Path": b.Folder})
		}
	}
	tell, done := d.progress(func(done, total int) string {
		return d.words.T("ctl.batch.making", i18n.Args{"N": d.words.Number(done), "Of": d.words.Number(total)})
	})
	b.Progress = tell
	made, err := d.press().Run(d.ctx, by, b)
	done()
	if err != nil {
		return err
	}
	return d.print(batchTold{made.Batch, made.Papers, made.File, made.Pages}, func() {
		if made.File != "" {
			d.say(d.words.N("ctl.batch.made", made.Papers, i18n.Args{"Path": made.File}))
		}
		d.sayBatchLeft(made.Batch)
	})
}

// sayBatchLeft says what is left of a batch to be made or looked at.
func (d *desk) sayBatchLeft(b coop.BatchRow) {
	if b.Failed > 0 {
		d.warn(d.words.N("ctl.batch.failed", b.Failed))
		if items, err := d.office.BatchItems(d.ctx, b.ID); err == nil {
			for _, i := range items {
				if i.State == coop.BatchFailed {
					d.warn(fmt.Sprintf("%4d  %s", i.Place, d.words.Error(coop.Refuse(i.Why, i.Args))))
				}
			}
		}
	}
	if b.Waiting > 0 {
		d.warn(d.words.N("ctl.batch.waiting", b.Waiting, i18n.Args{"ID": string(b.ID)}))
	}
}

// printBatchPlan says for whom a batch would be made, and who is left out.
func (d *desk) printBatchPlan(by coop.Actor, plan coop.BatchPlan) error {
	plan.For, plan.Left = listed(plan.For), listed(plan.Left)
	ids := make([]coop.HouseholdID, 0, len(plan.Left))
	for _, out := range plan.Left {
		ids = append(ids, out.Household)
	}
	rows, err := d.office.RowsOf(d.ctx, by, ids)
	if err != nil {
		return err
	}
	return d.print(plan, func() {
		w := d.words
		d.say(w.N("batch.count.for", len(plan.For)) + ", " + w.N("batch.count.left", len(plan.Left)))
		for _, out := range plan.Left {
			row := rows[out.Household]
			d.say(strings.Join(filled(w.People(row.Holders), w.Where(row.Residence, row.Dwelling), w.BatchLeft(out)), "\t"))
		}
	})
}

type batchContinueCommand struct {
	ID     string `arg:"" help:"${help_batch_id}"`
	Out    string `help:"${help_batch_out}" required:"" placeholder:"DIR|FILE.pdf"`
	Most   int    `help:"${help_batch_most}" placeholder:"N"`
	Failed bool   `help:"${help_batch_failed}"`
}

// Run makes what is left of a batch.
func (c *batchContinueCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	row, err := d.office.Batch(d.ctx, coop.BatchID(c.ID))
	if err != nil {
		return err
	}
	if row.Waiting == 0 && (!c.Failed || row.Failed == 0) {
		return coop.Refuse("batch.refused.done", nil)
	}
	return d.runBatch(by, press.Batch{ID: row.ID, Most: c.Most, Failed: c.Failed}, c.Out)
}

type batchListCommand struct{}

// Run lists batches, the newest first.
func (*batchListCommand) Run(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	all, err := d.office.Batches(d.ctx)
	if err != nil {
		return err
	}
	w := d.words
	return d.print(listed(all), func() {
		for _, b := range all {
			d.say(strings.Join(filled(string(b.ID), w.When(b.At), w.T(i18n.PaperKindKey(b.Kind)), b.By, w.BatchState(b)), "\t"))
		}
		d.warn(w.N("ctl.batch.listed", len(all)))
	})
}

type batchEndCommand struct {
	ID string `arg:"" help:"${help_batch_id}"`
}

// Run leaves the rest of a batch unmade.
func (c *batchEndCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	row, err := d.office.EndBatch(d.ctx, by, coop.BatchID(c.ID))
	if err != nil {
		return err
	}
	return d.print(row, func() { d.say(d.words.BatchState(row)) })
}
