package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"bienvenue/app/coop"
)

// paperOutput is this machine's way to paper: CUPS where there is one, the system's own PDF
// viewer, and files. Papers bear personal data: those made for a viewer lie in a folder of the
// person alone and are removed by the next one, and at the end.
type paperOutput struct {
	folder string           // for papers that a viewer shows
	now    func() time.Time // the clock
	memory memory           // keeps how papers were printed; nil forgets

	remembering sync.Mutex
}

const (
	askPrinters = 3 * time.Second         // a printing system that is slower than this is taken as absent
	sendPaper   = 30 * time.Second        // CUPS takes a file at once, or not at all
	viewerFails = 1500 * time.Millisecond // a viewer that cannot open says so within this time
	paperKept   = time.Hour               // a viewer has read its file long before
	ownerOnly   = 0o600
	ownerFolder = 0o700
)

// Open shows a PDF in the system's own viewer.
func (p *paperOutput) Open(_ context.Context, pdf []byte, name string) error {
	p.sweep(paperKept)
	if err := os.MkdirAll(p.folder, ownerFolder); err != nil {
		return refusedFolder(err)
	}
	own, err := os.MkdirTemp(p.folder, "paper-")
	if err != nil {
		return refusedFolder(err)
	}
	path := filepath.Join(own, filepath.Base(name))
	if err := os.WriteFile(path, pdf, ownerOnly); err != nil {
		return refusedFolder(err)
	}
	if err := view(path); err != nil {
		return fmt.Errorf("open viewer: %w: %w", err, coop.Refuse("sheet.refused.open", nil))
	}
	return nil
}

// view starts the viewer and waits just long enough to hear that there is none.
func view(path string) error {
	program, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "windows":
		program, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	case "darwin":
		program = "open"
	}
	viewer := exec.Command(program, args...)
	if err := viewer.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- viewer.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(viewerFails):
		return nil
	}
}

// sweep removes the papers made for a viewer that are older than an age.
func (p *paperOutput) sweep(age time.Duration) {
	papers, err := os.ReadDir(p.folder)
	if err != nil {
		return // nothing was ever opened
	}
	for _, one := range papers {
		info, err := one.Info()
		if err == nil && p.now().Sub(info.ModTime()) >= age {
			_ = os.RemoveAll(filepath.Join(p.folder, one.Name())) //nolint:errcheck // the viewer may hold it still: the next sweep takes it
		}
	}
}

// Close removes every paper made for a viewer.
func (p *paperOutput) Close() { p.sweep(0) }

// Place proposes where to save a file: among the person's documents, under a name that is free.
func (p *paperOutput) Place(name string) string {
	folder := documents()
	end := filepath.Ext(name)
	path := filepath.Join(folder, name)
	for n := 2; exists(path); n++ {
		path = filepath.Join(folder, strings.TrimSuffix(name, end)+"-"+strconv.Itoa(n)+end)
	}
	return path
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if folder := filepath.Join(home, "Documents"); exists(folder) {
		return folder
	}
	return home
}

// Save writes a PDF to a file that does not exist yet, readable by the person alone.
func (p *paperOutput) Save(_ context.Context, pdf []byte, path string) error {
	path = strings.TrimSpace(path)
	if !filepath.IsAbs(path) {
		example := filepath.Join(documents(), "fiche.pdf")
		return coop.Refuse("sheet.refused.path", map[string]any{"Example": example})
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
	switch {
	case errors.Is(err, fs.ErrExist):
		return coop.Refuse("sheet.refused.exists", nil)
	case err != nil:
		return refusedFolder(err)
	}
	_, err = f.Write(pdf)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(refusedFolder(err), os.Remove(path))
	}
	return nil
}

func refusedFolder(err error) error {
	return fmt.Errorf("%w: %w", err, coop.Refuse("sheet.refused.folder", nil))
}
