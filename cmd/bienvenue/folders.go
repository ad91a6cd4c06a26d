package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// The names of what Bienvenue keeps on a computer.
const (
	archiveName = "bienvenue.db"
	logName     = "bienvenue.log"
	crashName   = "crash.txt"
)

// places says where things lie on this computer.
type places struct {
	data  string // the archive, unless another was chosen
	state string // the log and the crash file
}

// archive is the usual archive of whoever is logged in.
func (p places) archive() string { return filepath.Join(p.data, archiveName) }

// findPlaces follows the habits of each system: XDG folders on Linux, Application Support on macOS,
// the local application data on Windows.
func findPlaces(system string, env func(string) string) (places, error) {
	home := env("HOME")
	if system == "windows" {
		local := env("LOCALAPPDATA")
		if local == "" {
			return places{}, fmt.Errorf("find the data folder: LOCALAPPDATA is not set")
		}
		root := filepath.Join(local, "Bienvenue")
		return places{data: root, state: filepath.Join(root, "log")}, nil
	}
	if system == "darwin" && home != "" {
		library := filepath.Join(home, "Library")
		return places{
			data:  filepath.Join(library, "Application Support", "Bienvenue"),
			state: filepath.Join(library, "Logs", "Bienvenue"),
		}, nil
	}
	data, state := env("XDG_DATA_HOME"), env("XDG_STATE_HOME")
	if home == "" && (data == "" || state == "") {
		return places{}, fmt.Errorf("find the data folder: HOME is not set")
	}
	if !filepath.IsAbs(data) {
		data = filepath.Join(home, ".local", "share")
	}
	if !filepath.IsAbs(state) {
		state = filepath.Join(home, ".local", "state")
	}
	return places{data: filepath.Join(data, "bienvenue"), state: filepath.Join(state, "bienvenue")}, nil
}

// make creates the folders, for their owner's eyes only: they hold personal data.
func (p places) make() error {
	for _, folder := range []string{p.data, p.state} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return fmt.Errorf("make the folder: %w", err)
		}
	}
	// Fyne makes its own folder in the cache, but not the cache.
	if cache, err := os.UserCacheDir(); err == nil {
		if err := os.MkdirAll(cache, 0o700); err != nil {
			return fmt.Errorf("make the folder: %w", err)
		}
	}
	return nil
}

func placesHere() (places, error) { return findPlaces(runtime.GOOS, os.Getenv) }
