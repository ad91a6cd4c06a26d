package main

import (
	"fmt"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
)

type papersCommand struct {
	List     papersListCommand     `cmd:"" help:"${help_papers_list}"`
	Show     papersShowCommand     `cmd:"" help:"${help_papers_show}"`
	Check    papersCheckCommand    `cmd:"" help:"${help_papers_check}"`
	Export   papersExportCommand   `cmd:"" help:"${help_papers_export}"`
	Import   papersImportCommand   `cmd:"" help:"${help_papers_import}"`
	Try      papersTryCommand      `cmd:"" help:"${help_papers_try}"`
	Publish  papersPublishCommand  `cmd:"" help:"${help_papers_publish}"`
	Versions papersVersionsCommand `cmd:"" help:"${help_papers_versions}"`
	Restore  papersRestoreCommand  `cmd:"" help:"${help_papers_restore}"`
}

// named is a template as the command line names it.
type named struct {
	Kind     string `arg:"" help:"${help_papers_kind}"`
	Language string `help:"${help_papers_language}" name:"in" default:"fr" placeholder:"LANG"`
}

// template is the name of a template that is there; another one is refused with those that are.
func (d *desk) template(by coop.Actor, n named) (coop.TemplateName, error) {
	cards, err := d.office.TemplateCards(d.ctx, by)
	if err != nil {
		return coop.TemplateName{}, err
	}
	known := make([]string, 0, len(cards))
	for _, c := range cards {
		if string(c.Name.Kind) == n.Kind && c.Name.Language == n.Language {
			return c.Name, nil
		}
		known = append(known, string(c.Name.Kind)+" --in "+c.Name.Language)
	}
	return coop.TemplateName{}, coop.Refuse("ctl.refused.paper", map[string]any{"Value": n.Kind + " --in " + n.Language, "Known": strings.Join(known, ", ")})
}

type papersListCommand struct{}

// paperCard is a template as JSON lists it.
type paperCard struct {
	Kind      coop.PaperKind `json:"kind"`
	Language  string         `json:"language"`
	Title     string         `json:"title"`
	Version   int            `json:"version"` // 0 for one that was never published
	Own       bool           `json:"own"`     // published by the coop
	Published time.Time      `json:"published"`
	By        string         `json:"by"`
	Note      string         `json:"note"`
	Draft     *cardDraft     `json:"draft"`
	Update    int            `json:"update"`    // a newer version of the program's, 0 for none
	Oldest    coop.Day       `json:"oldest"`    // on which a sentence was checked longest ago
	Unchecked int            `json:"unchecked"` // sources never checked, or for the legal team to read
	Faults    int            `json:"faults"`
}

// Run lists the texts that papers are made with, and those that somebody is writing.
func (*papersListCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	cards, err := d.office.TemplateCards(d.ctx, by)
	if err != nil {
		return err
	}
	all := make([]paperCard, 0, len(cards))
	for _, c := range cards {
		one := paperCard{
			Kind: c.Name.Kind, Language: c.Name.Language, Title: c.Template.Title, Version: c.Version, Own: c.Own, Published: c.Published,
			By: c.By, Note: c.Note, Update: c.Update, Oldest: c.Oldest, Unchecked: c.Unchecked, Faults: len(c.Faults),
		}
		if c.Draft != nil {
			one.Draft = &cardDraft{Saved: c.Draft.Saved, By: c.Draft.By}
		}
		all = append(all, one)
	}
	return d.print(all, func() {
		for _, c := range all {
			said := card{ID: "", Version: c.Version, Own: c.Own, Published: c.Published, By: c.By, Draft: c.Draft, Update: c.Update, Faults: c.Faults}
			parts := d.cardParts(said)
			if c.Oldest != "" {
				parts = append(parts, d.words.T("ctl.papers.oldest", i18n.Args{"Day": d.words.DayShort(c.Oldest)}))
			}
			d.say(fmt.Sprintf("%s\t%s\t%s\t%s", c.Kind, c.Language, c.Title, strings.Join(parts, ", ")))
		}
	})
}

type papersShowCommand struct{ named }

// paperBlock is a part of a template as JSON shows it.
type paperBlock struct {
	ID    string `json:"id"`
	As    string `json:"as"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Run shows the text of a paper: its draft when there is one, else what papers are made with.
func (c *papersShowCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	name, err := d.template(by, c.named)
	if err != nil {
		return err
	}
	open, err := d.office.OpenTemplate(d.ctx, by, name)
	if err != nil {
		return err
	}
	all := make([]paperBlock, 0, len(open.Template.Blocks))
	for _, b := range open.Template.Blocks {
		all = append(all, paperBlock{ID: b.ID, As: string(b.As), Label: b.Label, Text: b.Text})
	}
	return d.print(all, func() {
		for _, b := range all {
			d.say(fmt.Sprintf("%s\t%s\n%s\n", b.ID, b.Label, b.Text))
		}
	})
}

type papersPublishCommand struct {
	named
	Note string `help:"${help_texts_note}" required:"" placeholder:"TEXT"`
}

// Run makes the draft of a paper's text the one that papers are made with.
func (c *papersPublishCommand) Run(d *desk) error {
	by, err := d.member()
	if err != nil {
		return err
	}
	name, err := d.template(by, c.named)
	if err != nil {
		return err
	}
	stored, err := d.office.PublishTemplate(d.ctx, by, name, c.Note)
	if err != nil {
		return err
	}
	return d.sayStored(by, stored)
}

// paperVersion is a version of a template as JSON has it.
type paperVersion struct {
	Kind      coop.PaperKind `json:"kind"`
	Language  string         `json:"language"`
	Version   int            `json:"version"`
	Own       bool           `json:"own"` // published by the coop
	Published time.Time      `json:"published"`
	By        string         `json:"by"`
	Note      string         `json:"note"`
}

func (d *desk) sayStored(by coop.Actor, s coop.StoredTemplate) error {
	v := paperVersion{Kind: s.Kind, Language: s.Language, Version: s.Version, Own: true, Published: s.Published, By: by.Staff.Name, Note: s.Note}
	return d.print(v, func() {
		d.say(d.words.T("ctl.papers.published", i18n.Args{"Kind": string(s.Kind), "Language": s.Language, "N": s.Version}))
	})
}

type papersVersionsCommand struct{ named }

// Run lists all versions of a paper's text, the newest first.
func (c *papersVersionsCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	name, err := d.template(by, c.named)
	if err != nil {
		return err
	}
	found, err := d.office.TemplateVersions(d.ctx, by, name)
	if err != nil {
		return err
	}
	all := make([]paperVersion, 0, len(found))
	for _, v := range found {
		all = append(all, paperVersion{
			Kind: name.Kind, Language: name.Language, Version: v.Version, Own: !v.Published.IsZero(), Published: v.Published, By: v.By, Note: v.Note,
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

type papersRestoreCommand struct {
	named
	Version int    `help:"${help_papers_again}" default:"0" placeholder:"N"`
	Note    string `help:"${help_texts_note}" required:"" placeholder:"TEXT"`
}

// Run publishes an older text of a paper again, or the program's own.
func (c *papersRestoreCommand) Run(d *desk) error {
	by, err := d.member()
	if err != nil {
		return err
	}
	name, err := d.template(by, c.named)
	if err != nil {
		return err
	}
	stored, err := d.office.RestoreTemplate(d.ctx, by, name, c.Version, c.Note)
	if err != nil {
		return err
	}
	return d.sayStored(by, stored)
}

type papersTryCommand struct{ named }

// paperTried says for whom a text has no room.
type paperTried struct {
	Tried int         `json:"tried"`
	Over  []paperOver `json:"over"`
}

type paperOver struct {
	Household coop.HouseholdID `json:"household"`
	Name      string           `json:"name"`
	Part      string           `json:"part"`
	Line      string           `json:"line"`
}

// Run tries the text of a paper, its draft when there is one, on the longest names of the archive.
func (c *papersTryCommand) Run(d *desk) error {
	by, err := d.member()
	if err != nil {
		return err
	}
	name, err := d.template(by, c.named)
	if err != nil {
		return err
	}
	var open office.TemplateDraft
	if open, err = d.office.OpenTemplate(d.ctx, by, name); err != nil {
		return err
	}
	found, err := d.press().TryLongest(d.ctx, by, open.Template, nil)
	if err != nil {
		return err
	}
	said := paperTried{Tried: found.Tried, Over: []paperOver{}}
	for _, o := range found.Over {
		said.Over = append(said.Over, paperOver{o.Household.ID, d.words.People(o.Household.Holders), o.Overflow.Block, o.Overflow.Line})
	}
	if err := d.print(said, func() {
		if len(said.Over) == 0 {
			d.say(d.words.N("templates.try.fits", said.Tried))
		}
		for _, o := range said.Over {
			d.say(o.Name + "\t" + d.words.T("templates.try.row", i18n.Args{"Part": o.Part, "Line": o.Line}))
		}
	}); err != nil {
		return err
	}
	if len(said.Over) > 0 {
		return coop.Refuse("ctl.refused.over", map[string]any{"Count": len(said.Over)})
	}
	return nil
}
