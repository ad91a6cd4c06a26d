package main

import (
	"os"
	"path/filepath"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

type papersCheckCommand struct {
	File string `arg:"" help:"${help_papers_file}" name:"file"`
}

// paperChecked is what was found in the file of a template.
type paperChecked struct {
	Kind     coop.PaperKind `json:"kind"`
	Language string         `json:"language"`
	Title    string         `json:"title"`
	Faults   []paperFault   `json:"faults"`
}

// paperFault is something for which the file is refused.
type paperFault struct {
	Block string `json:"block"`
	Line  int    `json:"line"`
	Key   string `json:"key"`
	Text  string `json:"text"`
}

// Run says all that is wrong in a template's file. It needs no archive.
func (c *papersCheckCommand) Run(d *desk) error {
	source, err := readPaper(c.File)
	if err != nil {
		return err
	}
	t, err := template.Read(source)
	said := paperChecked{Kind: t.Kind, Language: t.Language, Title: t.Title, Faults: []paperFault{}}
	for _, f := range template.Found(err) {
		said.Faults = append(said.Faults, paperFault{Block: f.Block, Line: f.Line, Key: f.Key, Text: d.words.Error(f.Refusal())})
	}
	if err := d.print(said, func() {
		for _, f := range said.Faults {
			d.say(f.Text)
		}
		if len(said.Faults) == 0 {
			d.say(d.words.T("ctl.papers.sound", i18n.Args{"Title": said.Title}))
		}
	}); err != nil {
		return err
	}
	if n := len(said.Faults); n > 0 {
		return coop.Refuse("ctl.refused.check", map[string]any{"Count": n})
	}
	return nil
}

func readPaper(path string) ([]byte, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, coop.Refuse("ctl.refused.file", map[string]any{"Path": whole(path)})
	}
	return source, nil
}

type papersExportCommand struct {
	named
	Version int    `help:"${help_papers_version}" placeholder:"N"`
	Out     string `help:"${help_texts_out}" required:"" placeholder:"FOLDER"`
}

// Run writes a version of a paper's text into a folder.
func (c *papersExportCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	name, err := d.template(by, c.named)
	if err != nil {
		return err
	}
	file, source, err := d.office.ExportTemplate(d.ctx, by, name, c.Version)
	if err != nil {
		return err
	}
	path := filepath.Join(c.Out, file)
	if os.MkdirAll(c.Out, 0o700) != nil || os.WriteFile(path, source, 0o600) != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": whole(path)})
	}
	return d.print(whole(path), func() { d.say(d.words.T("ctl.texts.exported", i18n.Args{"Path": whole(path)})) })
}

type papersImportCommand struct {
	File    string `arg:"" help:"${help_papers_file}" name:"file"`
	Replace bool   `help:"${help_texts_replace}"`
}

// Run makes a file the draft of the paper's text that it names.
func (c *papersImportCommand) Run(d *desk) error {
	source, err := readPaper(c.File)
	if err != nil {
		return err
	}
	by, err := d.member()
	if err != nil {
		return err
	}
	kept, err := d.office.ImportTemplate(d.ctx, by, source, c.Replace)
	if err != nil {
		return err
	}
	said := paperVersion{Kind: kept.Template.Kind, Language: kept.Template.Language, Version: kept.Base}
	return d.print(said, func() {
		d.say(d.words.T("ctl.papers.imported", i18n.Args{"Title": kept.Template.Title}))
	})
}
