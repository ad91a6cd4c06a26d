package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bienvenue/app/ui"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// keeper saves the archive and looks it over.
type keeper struct {
	path    string
	archive *sqlite.Archive
}

// Path implements ui.Archive.
func (k *keeper) Path() string { return k.path }

// Backup implements ui.Archive: the usual folder is « backups » beside the archive.
func (k *keeper) Backup(ctx context.Context, folder string) (string, error) {
	if folder == "" {
		folder = filepath.Join(filepath.Dir(k.path), "backups")
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return "", fmt.Errorf("back up: %w", err)
		}
	}
	target := filepath.Join(folder, "bienvenue-"+time.Now().Format("2006-01-02-150405")+".db")
	return target, data.Backup(ctx, k.path, target)
}

// Examine implements ui.Archive.
func (k *keeper) Examine(ctx context.Context) ([]ui.Finding, error) {
	found, err := k.archive.Examine(ctx)
	told := make([]ui.Finding, 0, len(found))
	for _, f := range found {
		told = append(told, ui.Finding{OK: f.OK, Key: f.Key, Args: f.Args})
	}
	return told, err
}

// folders lets a person look through this computer's folders.
type folders struct{}

// Places implements ui.Files.
func (folders) Places() []ui.Folder {
	var found []ui.Folder
	add := func(path, name string) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			found = append(found, ui.Folder{Path: path, Name: name})
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		add(home, filepath.Base(home))
		for _, folder := range homeFolders(home) {
			add(folder, filepath.Base(folder))
		}
	}
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*", "/Volumes/*"} {
		sticks, err := filepath.Glob(pattern)
		if err != nil {
			continue
		}
		for _, stick := range sticks {
			add(stick, filepath.Base(stick))
		}
	}
	for letter := 'C'; letter <= 'Z'; letter++ {
		if filepath.Separator == '\\' {
			add(string(letter)+`:\`, string(letter)+":")
		}
	}
	return found
}

// homeFolders are the folders of a home that people look in: where the desktop's own file says they
// are, else under their usual names.
func homeFolders(home string) []string {
	text, err := os.ReadFile(filepath.Join(home, ".config", "user-dirs.dirs"))
	if err != nil {
		return []string{filepath.Join(home, "Desktop"), filepath.Join(home, "Documents"), filepath.Join(home, "Downloads")}
	}
	var found []string
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch name {
		case "XDG_DESKTOP_DIR", "XDG_DOCUMENTS_DIR", "XDG_DOWNLOAD_DIR":
			folder := strings.ReplaceAll(strings.Trim(value, `"`), "$HOME", home)
			if filepath.Clean(folder) != filepath.Clean(home) {
				found = append(found, folder)
			}
		}
	}
	return found
}

// List implements ui.Files.
func (folders) List(path string) (ui.Folder, []ui.FileEntry, error) {
	path = filepath.Clean(path)
	entries, err := os.ReadDir(path)
	if err != nil {
		return ui.Folder{}, nil, fmt.Errorf("list a folder: %w", err)
	}
	at := ui.Folder{Path: path, Name: filepath.Base(path)}
	if above := filepath.Dir(path); above != path {
		at.Above = above
	}
	var listed []ui.FileEntry
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		one := ui.FileEntry{Path: filepath.Join(path, e.Name()), Name: e.Name(), Folder: e.IsDir()}
		if info, err := os.Stat(one.Path); err == nil { // what a link leads to
			one.Folder = info.IsDir()
		}
		listed = append(listed, one)
	}
	slices.SortStableFunc(listed, func(a, b ui.FileEntry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return at, listed, nil
}
