package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/exchange"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/paper"
	"bienvenue/app/ui"
	"bienvenue/app/ui/sheet"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/press"
)

// outside joins the window to the computer's files, printers and programs.
func (s *session) outside(o *office.Office, zone *time.Location) ui.Outside {
	printer := press.New(press.Params{Office: o, Words: s.tongues.Words, Now: time.Now})
	return ui.Outside{
		Files: folders{},
		OnLanguage: func(language string) {
			if err := speak(language); err != nil {
				s.log.Warn("the toolkit's own words stay as they are", "error", err)
			}
		},
		OnArchive: s.change,
		Sheet: func(by coop.Actor, id coop.HouseholdID, words *i18n.Words) sheet.Desk {
			return deskOfSheet(pressDesk{press: printer, office: o, by: by, words: words}, id)
		},
		Paper:  s.papers,
		Visits: visits(visitPapers{office: o, press: printer, now: time.Now, zone: zone}),
		Batches: func(by coop.Actor, words *i18n.Words) ui.BatchPapers {
			return batchPapers{press: printer, by: by, words: words}
		},
		Fonts:       press.Fonts().Faces(),
		ReadLogo:    readLogo,
		ReadExtract: readExtract,
		SaveRejects: saveRejects,
		SaveTable:   saveTable,
		Personas:    personas,
		Lexicon:     sync.OnceValue(func() draft.Lexicon { return draft.ReadLexicon(assets.CommonWords) }),
		Terms:       sync.OnceValue(terms),
		ReadScript:  readScript,
		SaveScript:  saveScript,
		Templates:   paperTexts(press.New(press.Params{Office: o, Words: s.tongues.Words, Now: time.Now})),
	}
}

func visits(v visitPapers) ui.VisitPapers {
	return ui.VisitPapers{Round: v.round, Card: v.card, Letter: v.letter, Mail: v.mail, Calendar: v.calendar}
}

// extractReader knows the headers of ERP files; it is made at the first import.
var extractReader = sync.OnceValues(func() (*exchange.Reader, error) {
	return exchange.NewReader(assets.ImportColumns)
})

func readExtract(ctx context.Context, path string, today coop.Day) (coop.Extract, error) {
	reader, err := extractReader()
	if err != nil {
		return coop.Extract{}, err
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return coop.Extract{}, fmt.Errorf("read the file: %w: %w", err, coop.Refuse("shell.refused.file", nil))
	}
	if err := ctx.Err(); err != nil {
		return coop.Extract{}, err
	}
	return reader.ReadExtract(filepath.Base(path), source, today)
}

func readLogo(path string) ([]byte, error) {
	const most = 21 << 20 // a little above what a logo may weigh: its own sentence says how much
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the logo: %w: %w", err, coop.Refuse("shell.refused.file", nil))
	}
	source, err := io.ReadAll(io.LimitReader(file, most))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("read the logo: %w: %w", err, coop.Refuse("shell.refused.file", nil))
	}
	return paper.Logo(source)
}

func saveRejects(_ context.Context, x coop.Extract, folder string, words *i18n.Words) (string, error) {
	var text bytes.Buffer
	if err := exchange.WriteRejects(&text, x, words); err != nil {
		return "", err
	}
	name := strings.TrimSuffix(filepath.Base(x.Name), filepath.Ext(x.Name)) + "-rejets.csv"
	return saveNew(folder, name, text.Bytes())
}

func saveTable(folder, name string, table [][]string) (string, error) {
	var text bytes.Buffer
	if err := exchange.WriteTable(&text, table); err != nil {
		return "", err
	}
	return saveNew(folder, name, text.Bytes())
}

// saveNew writes a file that was not there: of a name that is taken, the next free one.
func saveNew(folder, name string, text []byte) (string, error) {
	end := filepath.Ext(name)
	const tries = 1000
	for n := 1; n < tries; n++ {
		path := filepath.Join(folder, name)
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, end), n, end))
		}
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", refusedPlace(err)
		}
		_, err = file.Write(text)
		if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
			return "", errors.Join(refusedPlace(err), os.Remove(path))
		}
		return path, nil
	}
	return "", refusedPlace(os.ErrExist)
}

func refusedPlace(err error) error {
	return fmt.Errorf("save a file: %w: %w", err, coop.Refuse("shell.refused.folder", nil))
}
