package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
)

type textsCommand struct {
	List     textsListCommand     `cmd:"" help:"${help_texts_list}"`
	Check    textsCheckCommand    `cmd:"" help:"${help_texts_check}"`
	Export   textsExportCommand   `cmd:"" help:"${help_texts_export}"`
	Import   textsImportCommand   `cmd:"" help:"${help_texts_import}"`
	Publish  textsPublishCommand  `cmd:"" help:"${help_texts_publish}"`
	Versions textsVersionsCommand `cmd:"" help:"${help_texts_versions}"`
	Lessons  textsLessonsCommand  `cmd:"" help:"${help_texts_lessons}"`
}

type textsListCommand struct{}

// card is a script as JSON lists it.
type card struct {
	ID        coop.ScriptID `json:"id"`
	Title     string        `json:"title"`
	Version   int           `json:"version"` // 0 for one that was never published
	Own       bool          `json:"own"`     // published by the coop
	Published time.Time     `json:"published"`
	By        string        `json:"by"`
	Note      string        `json:"note"`
	Draft     *cardDraft    `json:"draft"`
	Update    int           `json:"update"` // a newer version of the program's, 0 for none
	Withdrawn bool          `json:"withdrawn"`
	Rehearsed int           `json:"rehearsed"`
	Faults    int           `json:"faults"`
}

type cardDraft struct {
	Saved time.Time `json:"saved"`
	By    string    `json:"by"`
}

// Run lists the scripts that talks are led by, and those that somebody is writing.
func (*textsListCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	cards, err := d.office.ScriptCards(d.ctx, by)
	if err != nil {
		return err
	}
	all := make([]card, 0, len(cards))
	for _, c := range cards {
		one := card{
			ID: c.Script.ID, Title: c.Script.Title, Version: c.Version, Own: c.Own, Published: c.Published,
			By: c.By, Note: c.Note, Update: c.Update, Withdrawn: c.Withdrawn, Rehearsed: c.Rehearsed, Faults: len(c.Faults),
		}
		if c.Draft != nil {
			one.Draft = &cardDraft{Saved: c.Draft.Saved, By: c.Draft.By}
		}
		all = append(all, one)
	}
	return d.print(all, func() {
		for _, c := range all {
			d.sayCard(c)
		}
	})
}

// sayCard prints a script on one line.
func (d *desk) sayCard(c card) {
	d.say(fmt.Sprintf("%s\t%s\t%s", c.ID, c.Title, strings.Join(d.cardParts(c), ", ")))
}

// cardParts says the version of a text, whose it is, and what waits to be done with it.
func (d *desk) cardParts(c card) []string {
	w := d.words
	parts := []string{w.T("ctl.texts.version", i18n.Args{"N": c.Version})}
	switch {
	case c.Version == 0:
		parts[0] = w.T("ctl.texts.never")
	case c.Own:
		parts = append(parts, w.T("ctl.texts.own", i18n.Args{"Name": c.By, "Day": w.DayShort(w.DayOf(c.Published))}))
	default:
		parts = append(parts, w.T("ctl.texts.shipped"))
	}
	if c.Withdrawn {
		parts = append(parts, w.T("ctl.texts.withdrawn"))
	}
	if c.Draft != nil {
		parts = append(parts, w.T("ctl.texts.draft", i18n.Args{"Name": c.Draft.By, "Day": w.DayShort(w.DayOf(c.Draft.Saved))}))
	}
	if c.Update > 0 {
		parts = append(parts, w.T("ctl.texts.update", i18n.Args{"N": c.Update}))
	}
	if c.Faults > 0 {
		parts = append(parts, w.N("ctl.texts.faults", c.Faults))
	}
	return parts
}

type textsExportCommand struct {
	ID      string `arg:"" help:"${help_script}"`
	Version int    `help:"${help_texts_version}" placeholder:"N"`
	Out     string `help:"${help_texts_out}" required:"" placeholder:"FOLDER"`
}

// Run writes a version of a script, with its texts in other languages, into a folder.
func (c *textsExportCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	id, err := d.script(by, c.ID)
	if err != nil {
		return err
	}
	files, err := d.office.ExportScript(d.ctx, by, id, c.Version)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.Out, 0o700); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": whole(c.Out)})
	}
	written := make([]string, 0, len(files))
	for _, f := range files {
		path := filepath.Join(c.Out, f.Name)
		if err := os.WriteFile(path, f.Source, 0o600); err != nil {
			return coop.Refuse("ctl.refused.write", map[string]any{"Path": whole(path)})
		}
		written = append(written, whole(path))
	}
	return d.print(written, func() {
		for _, path := range written {
			d.say(d.words.T("ctl.texts.exported", i18n.Args{"Path": path}))
		}
	})
}

// script is the name of a script that is there; another one is refused with those that are.
func (d *desk) script(by coop.Actor, name string) (coop.ScriptID, error) {
	cards, err := d.office.ScriptCards(d.ctx, by)
	if err != nil {
		return "", err
	}
	known := make([]string, 0, len(cards))
	for _, c := range cards {
		if string(c.Script.ID) == name {
			return c.Script.ID, nil
		}
		known = append(known, string(c.Script.ID))
	}
	return "", coop.Refuse("ctl.refused.script", map[string]any{"Value": name, "Known": d.words.List(known)})
}

// member opens the archive for an act that only somebody of the coop may do.
func (d *desk) member() (coop.Actor, error) {
	by, err := d.begin()
	if err == nil && by.Staff.ID == "" {
		err = coop.Refuse("ctl.refused.staff", nil)
	}
	return by, err
}

type textsImportCommand struct {
	Files   []string `arg:"" help:"${help_texts_files}" name:"file"`
	Replace bool     `help:"${help_texts_replace}"`
}

// Run makes a script with its translations the draft of its name, whole or not at all.
func (c *textsImportCommand) Run(d *desk) error {
	files, err := readScripts(c.Files)
	if err != nil {
		return err
	}
	by, err := d.member()
	if err != nil {
		return err
	}
	kept, err := d.office.ImportScript(d.ctx, by, files, c.Replace)
	if err != nil {
		return err
	}
	said := struct {
		ID        coop.ScriptID `json:"id"`
		Title     string        `json:"title"`
		Base      int           `json:"base"` // the version that leads meanwhile
		Languages []string      `json:"languages"`
	}{kept.Script.ID, kept.Script.Title, kept.Base, kept.Script.Languages()}
	return d.print(said, func() {
		d.say(d.words.T("ctl.texts.imported", i18n.Args{"ID": string(said.ID), "Title": said.Title, "Languages": d.words.List(said.Languages)}))
	})
}

// readScripts reads the files of a script.
func readScripts(paths []string) ([]script.File, error) {
	files := make([]script.File, 0, len(paths))
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, coop.Refuse("ctl.refused.file", map[string]any{"Path": whole(path)})
		}
		files = append(files, script.File{Name: filepath.Base(path), Source: source})
	}
	return files, nil
}

type textsPublishCommand struct {
	ID   string `arg:"" help:"${help_script}"`
	Note string `help:"${help_texts_note}" required:"" placeholder:"TEXT"`
}

// Run makes the draft of a script the version that leads new talks.
func (c *textsPublishCommand) Run(d *desk) error {
	by, err := d.member()
	if err != nil {
		return err
	}
	id, err := d.script(by, c.ID)
	if err != nil {
		return err
	}
	stored, err := d.office.Publish(d.ctx, by, id, c.Note)
	if err != nil {
		return err
	}
	v := version{ID: stored.ID, Version: stored.Version, Own: true, Published: stored.Published, By: by.Staff.Name, Note: stored.Note}
	return d.print(v, func() {
		d.say(d.words.T("ctl.texts.published", i18n.Args{"ID": string(id), "N": strconv.Itoa(v.Version)}))
	})
}

type textsVersionsCommand struct {
	ID string `arg:"" help:"${help_script}"`
}

// version is a version of a script as JSON has it.
type version struct {
	ID        coop.ScriptID `json:"id"`
	Version   int           `json:"version"`
	Own       bool          `json:"own"` // published by the coop
	Published time.Time     `json:"published"`
	By        string        `json:"by"`
	Note      string        `json:"note"`
	Withdrawn bool          `json:"withdrawn"`
}

// Run lists all versions of a script, the newest first.
func (c *textsVersionsCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	id, err := d.script(by, c.ID)
	if err != nil {
		return err
	}
	found, err := d.office.ScriptVersions(d.ctx, by, id)
	if err != nil {
		return err
	}
	all := make([]version, 0, len(found))
	for _, v := range found {
		all = append(all, version{
			ID: v.ID, Version: v.Version, Own: !v.Published.IsZero(), Published: v.Published, By: v.Name, Note: v.Note, Withdrawn: v.Withdrawn,
		})
	}
	return d.print(all, func() {
		for _, v := range all {
			who := d.words.T("ctl.texts.shipped")
			if v.Own {
				who = d.words.T("ctl.texts.own", i18n.Args{"Name": v.By, "Day": d.words.DayShort(d.words.DayOf(v.Published))})
			}
			d.say(fmt.Sprintf("%d\t%s\t%s", v.Version, who, v.Note))
		}
	})
}
