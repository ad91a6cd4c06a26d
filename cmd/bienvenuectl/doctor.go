package main

import (
	"errors"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/data"
)

type doctorCommand struct{}

// finding is one thing that was looked at.
type finding struct {
	Key  string         `json:"key"`
	OK   bool           `json:"ok"`
	Text string         `json:"text"`
	Args map[string]any `json:"args,omitempty"`
}

// Run looks the archive over and says what it found; an archive that is not well ends with a refusal.
// One that may only be read is looked over as it is.
func (*doctorCommand) Run(d *desk) error {
	err := d.open(false)
	if errors.Is(err, coop.Refuse("archive.refused.read-only", nil)) {
		err = d.openWith(data.Options{ReadOnly: true, Now: time.Now})
	}
	if err != nil {
		return err
	}
	found, err := d.archive.Examine(d.ctx)
	if err != nil {
		return err
	}
	report := struct {
		Well     bool      `json:"well"`
		Findings []finding `json:"findings"`
	}{Well: true}
	for _, f := range found {
		report.Well = report.Well && f.OK
		report.Findings = append(report.Findings, finding{Key: f.Key, OK: f.OK, Text: d.words.T(f.Key, f.Args), Args: f.Args})
	}
	if err := d.print(report, func() { d.sayFindings(report.Findings) }); err != nil {
		return err
	}
	if !report.Well {
		return coop.Refuse("ctl.doctor.unwell", nil)
	}
	if !d.JSON {
		d.say(d.words.T("ctl.doctor.well"))
	}
	return nil
}

func (d *desk) sayFindings(all []finding) {
	well, unwell := d.words.T("ctl.doctor.ok"), d.words.T("ctl.doctor.bad")
	width := max(len([]rune(well)), len([]rune(unwell)))
	for _, f := range all {
		mark := well
		if !f.OK {
			mark = unwell
		}
		d.say(mark + strings.Repeat(" ", width-len([]rune(mark))) + "  " + f.Text)
	}
}
