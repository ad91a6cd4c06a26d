package main

import (
	"time"

	"bienvenue/app/i18n"
	"bienvenue/data"
)

type backupCommand struct {
	File string `arg:"" help:"${help_backup_file}"`
}

// Run copies the archive into a file, which appears whole or not at all.
func (c *backupCommand) Run(d *desk) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	if err := data.Backup(d.ctx, path, whole(c.File)); err != nil {
		return err
	}
	done := struct {
		Backup string `json:"backup"`
	}{whole(c.File)}
	return d.print(done, func() { d.say(d.words.T("ctl.backup.done", i18n.Args{"Path": done.Backup})) })
}

type restoreCommand struct {
	File string `arg:"" help:"${help_restore_file}"`
}

// Run puts a backup in the archive's place; what was there stays beside it.
func (c *restoreCommand) Run(d *desk) error {
	path, err := d.path()
	if err != nil {
		return err
	}
	aside, err := data.Restore(d.ctx, whole(c.File), path, time.Now())
	if err != nil {
		return err
	}
	done := struct {
		Archive string `json:"archive"`
		Aside   string `json:"aside"`
	}{path, aside}
	return d.print(done, func() {
		if aside == "" {
			d.say(d.words.T("ctl.restore.new", i18n.Args{"Path": done.Archive}))
			return
		}
		d.say(d.words.T("ctl.restore.done", i18n.Args{"Path": aside}))
	})
}
