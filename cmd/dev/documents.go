package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// document is one paper of the demo coop: how the terminal's program makes it, without the file it goes to.
type document struct {
	name string
	args []string
}

// documents lists every kind of paper, for somebody of the demo coop whom it suits.
func documents(home, replyBy string) []document {
	batch := func(name, kind string, more ...string) document {
		return document{name, append([]string{"batch", "make", kind, "--again", "--most", "1"}, more...)}
	}
	all := []document{
		batch("sheet-tenant", "welcome-sheet", "--filter", "product=rental"),
		batch("sheet-psla", "welcome-sheet", "--filter", "product=psla"),
		batch("sheet-owner", "welcome-sheet", "--filter", "product=vefa"),
		batch("sheet-copro", "welcome-sheet", "--filter", "product=copro"),
		batch("simple-tenant", "simple-sheet", "--filter", "product=rental"),
		batch("simple-psla", "simple-sheet", "--filter", "product=psla"),
		batch("simple-copro", "simple-sheet", "--filter", "product=copro"),
	}
	for _, kind := range []string{"integration-letter", "reminder-letter", "second-date-letter", "closing-letter", "thanks-letter", "member-letter"} {
		all = append(all, batch(kind, kind))
	}
	all = append(all, batch("loyalty-letter", "loyalty-letter", "--filter", "years=3", "--reply-by", replyBy))
	for _, kind := range []string{"agm-letter", "workshop-letter"} {
		all = append(all, document{kind, []string{"letter", kind, "--household", home}})
	}
	return append(all, document{"passage-cards", []string{"card"}}, document{"labels", []string{"labels"}})
}

// picturePapers makes every kind of paper from a copy of the demo archive and leaves a picture of its first
// pages, so that they can be looked at beside each other.
func picturePapers(ctx context.Context, demoFolder, out string) (err error) {
	const (
		pages, dots = "2", "80" // first pages; dots an inch
		weeks       = 3         // to answer a questionnaire
	)
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make room for the papers: %w", err)
	}
	home, err := os.MkdirTemp("", "bienvenue-papers-")
	if err != nil {
		return fmt.Errorf("make a folder for the papers: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	if err := os.CopyFS(home, os.DirFS(demoFolder)); err != nil {
		return fmt.Errorf("copy the demo archive: %w", err)
	}
	archive := filepath.Join(home, "bienvenue.db")
	member, err := firstMember(ctx, archive)
	if err != nil {
		return err
	}
	for _, d := range documents(member, time.Now().AddDate(0, 0, weeks*7).Format(time.DateOnly)) {
		pdf := filepath.Join(home, d.name+".pdf")
		args := append([]string{"--archive", archive}, d.args...)
		if text, err := output(ctx, program("bienvenuectl"), append(args, "--out", pdf)...); err != nil {
			return fmt.Errorf("%s: %s: %w", d.name, text, err)
		}
		if err := shell(ctx, "pdftoppm", "-r", dots, "-l", pages, "-png", pdf, filepath.Join(out, d.name)); err != nil {
			return err
		}
	}
	return nil
}

// firstMember is a household of the demo coop that holds a share.
func firstMember(ctx context.Context, archive string) (string, error) {
	text, err := output(ctx, program("bienvenuectl"), "--archive", archive, "--json", "batch", "make", "member-letter", "--dry-run")
	if err != nil {
		return "", err
	}
	var plan struct {
		For []string `json:"for"`
	}
	if err := json.Unmarshal([]byte(text), &plan); err != nil {
		return "", fmt.Errorf("read whom a letter can go to: %w", err)
	}
	if len(plan.For) == 0 {
		return "", errors.New("nobody of the demo coop holds a share")
	}
	return plan.For[0], nil
}
