package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
	"bienvenue/app/i18n"
	"bienvenue/assets"
)

type importCommand struct {
	File    string `arg:"" help:"${help_import_file}"`
	DryRun  bool   `help:"${help_import_dry}"`
	Rejects string `help:"${help_import_rejects}" placeholder:"FILE"`
}

// Run imports an ERP's file, whole or not at all. A dry run plans the same and writes nothing, not
// even the archive where there is none.
func (c *importCommand) Run(d *desk) error {
	src, err := os.ReadFile(c.File)
	if err != nil {
		return coop.Refuse("import.refused.file", nil)
	}
	reader, err := exchange.NewReader(assets.ImportColumns)
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	if err := c.open(d); err != nil {
		return err
	}
	by, err := d.actor()
	if err != nil {
		return err
	}
	x, err := reader.ReadExtract(filepath.Base(c.File), src, d.office.Today())
	if err != nil {
		return err
	}
	plan, err := d.office.PlanImport(d.ctx, by, x)
	if err != nil {
		return err
	}
	if err := c.writeRejects(d, x); err != nil {
		return err
	}
	counts := plan.Counts()
	if !c.DryRun {
		const every = 100
		progress, done := d.progress(func(done, total int) string {
			if done%every != 0 && done != total {
				return ""
			}
			return d.words.T("import.running.at", i18n.Args{"Done": d.words.Number(done), "Total": d.words.Number(total)})
		})
		counts, err = d.office.RunImport(d.ctx, by, plan, progress)
		done()
		if err != nil {
			return err
		}
		d.filled = true
	}
	return d.print(counts, func() { d.sayImport(plan, counts, c.DryRun) })
}

// open opens the archive. Where there is none, an import makes it; a dry run compares with an empty
// one that goes when the command ends.
func (c *importCommand) open(d *desk) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); !c.DryRun || !errors.Is(err, fs.ErrNotExist) {
		return d.open(true)
	}
	d.warn(d.words.T("ctl.import.new", i18n.Args{"Path": path}))
	if d.scratch, err = os.MkdirTemp("", "bienvenue-"); err != nil {
		return fmt.Errorf("make a folder for the dry run: %w", err)
	}
	d.Archive = filepath.Join(d.scratch, "dry-run.db")
	return d.open(true)
}

// writeRejects writes the rows that could not be used where the command line asks for it, also when
// there are none: the file then says so.
func (c *importCommand) writeRejects(d *desk, x coop.Extract) error {
	if c.Rejects == "" {
		return nil
	}
	var table bytes.Buffer
	if err := exchange.WriteRejects(&table, x, d.words); err != nil {
		return err
	}
	if err := os.WriteFile(c.Rejects, table.Bytes(), 0o600); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": whole(c.Rejects)})
	}
	return nil
}

// progress tells on a terminal how far a long job is, in the words that say gives, "" for nothing new;
// done ends its line. Anywhere else it is silent.
func (d *desk) progress(say func(done, total int) string) (tell func(done, total int), done func()) {
	file, ok := d.problems.(*os.File)
	if !ok {
		return nil, func() {}
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil, func() {}
	}
	told := false
	tell = func(done, total int) {
		if text := say(done, total); text != "" {
			told = true
			d.tell(file, "\r"+text)
		}
	}
	return tell, func() {
		if told {
			d.tell(file, "\n")
		}
	}
}

// mostListed is how many households or rows of a kind are listed for people.
const mostListed = 20

// sayImport tells people what was done, or what would be.
func (d *desk) sayImport(p coop.ImportPlan, counts coop.ImportCounts, dry bool) {
	w := d.words
	if dry {
		d.say(w.T("ctl.import.dry", i18n.Args{"File": p.Extract.Name}))
	} else {
		d.say(w.T("ctl.import.done", i18n.Args{"File": p.Extract.Name}))
	}
	count := func(n int, label string) { d.say(fmt.Sprintf("%7s  %s", w.Number(n), label)) }
	count(counts.Rows, w.N("ctl.import.rows", counts.Rows))
	count(counts.New, w.N("import.count.new", counts.New))
	count(counts.Changed, w.N("import.count.changed", counts.Changed))
	count(counts.Unchanged, w.N("import.count.unchanged", counts.Unchanged))
	count(counts.Gone, w.N("import.count.gone", counts.Gone))
	aside := 0
	for _, n := range counts.SetAside {
		aside += n
	}
	count(aside, w.N("import.count.aside", aside)+d.reasons(counts.SetAside))
	count(counts.Rejected, w.N("import.count.rejected", counts.Rejected))
	count(counts.Duplicates, w.N("import.count.duplicates", counts.Duplicates))
	d.listItems(w.T("ctl.import.changed"), p.Changed)
	d.listItems(w.T("ctl.import.gone"), p.Gone)
	d.listRemarks(w.N("import.rejected", len(p.Extract.Rejects)), p.Extract.Rejects)
	d.listRemarks(w.N("import.warnings", len(p.Extract.Warnings)), p.Extract.Warnings)
}

// reasons names why rows were set aside, the most frequent first.
func (d *desk) reasons(aside map[coop.SetAside]int) string {
	kinds := make([]coop.SetAside, 0, len(aside))
	for kind := range aside {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(a, b coop.SetAside) int {
		if aside[a] != aside[b] {
			return aside[b] - aside[a]
		}
		return strings.Compare(string(a), string(b))
	})
	parts := make([]string, len(kinds))
	for i, kind := range kinds {
		parts[i] = d.words.T(i18n.SetAsideKey(kind)) + " " + strconv.Itoa(aside[kind])
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (d *desk) listItems(title string, items []coop.ImportItem) {
	if len(items) == 0 {
		return
	}
	d.say("\n" + title)
	for _, item := range items[:min(len(items), mostListed)] {
		d.say("  " + strings.Join(filled(item.After.Lease, d.words.People(item.After.Holders)), "\t"))
	}
	d.more(len(items))
}

func (d *desk) listRemarks(title string, remarks []coop.RowRemark) {
	if len(remarks) == 0 {
		return
	}
	d.say("\n" + title)
	for _, r := range remarks[:min(len(remarks), mostListed)] {
		line := d.words.N("import.warnings.lines", 1, i18n.Args{"Lines": strconv.Itoa(r.Line)})
		d.say("  " + strings.Join(filled(line, r.Column, d.words.T(r.Key, r.Args)), "\t"))
	}
	d.more(len(remarks))
}

func (d *desk) more(n int) {
	if n > mostListed {
		d.say("  " + d.words.N("import.more", n-mostListed))
	}
}
