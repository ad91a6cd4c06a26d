package main

import (
	"fmt"
	"os"

	"bienvenue/cmd/bienvenue/place"
)

// The names of what Bienvenue keeps on a computer.
const (
	logName   = "bienvenue.log"
	crashName = "crash.txt"
)

// places says where things lie on this computer.
type places struct {
	data  string // the archive, unless another was chosen
	state string // the log and the crash file
	usual string // the archive of whoever is logged in
}

func (p places) archive() string { return p.usual }

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

func placesHere() (places, error) {
	f, err := place.Here()
	return places{data: f.Data, state: f.State, usual: f.Archive()}, err
}
