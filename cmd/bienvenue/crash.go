package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"
)

// watchCrashes has Go write the trace of a crash into a file of the folder, which survives the
// program. It returns the report that the last run left, "" when it ended well, laid aside under its
// day so that it is spoken of once; and what to call when this run ends well.
func watchCrashes(folder string, now time.Time) (report string, ended func() error, err error) {
	path := filepath.Join(folder, crashName)
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		report = filepath.Join(folder, "crash-"+now.Format("2006-01-02-150405")+".txt")
		if err := os.Rename(path, report); err != nil {
			return "", nothing, fmt.Errorf("lay the crash report aside: %w", err)
		}
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return report, nothing, fmt.Errorf("open the crash file: %w", err)
	}
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		return report, nothing, errors.Join(fmt.Errorf("watch crashes: %w", err), file.Close())
	}
	// Go keeps its own handle of the file.
	if err := file.Close(); err != nil {
		return report, nothing, fmt.Errorf("watch crashes: %w", err)
	}
	return report, func() error {
		if err := debug.SetCrashOutput(nil, debug.CrashOptions{}); err != nil {
			return fmt.Errorf("end the watch for crashes: %w", err)
		}
		return os.Remove(path)
	}, keepLast(folder, 3)
}

func nothing() error { return nil }

// keepLast removes all crash reports laid aside but the last few.
func keepLast(folder string, few int) error {
	old, err := filepath.Glob(filepath.Join(folder, "crash-*.txt"))
	if err != nil {
		return fmt.Errorf("list crash reports: %w", err)
	}
	var errs []error
	for len(old) > few { // Glob sorts, the names begin with their day
		errs = append(errs, os.Remove(old[0]))
		old = old[1:]
	}
	return errors.Join(errs...)
}
