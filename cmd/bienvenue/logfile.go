package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

// logLimit is how many bytes a log holds before it is laid aside; the one laid aside before goes away.
const logLimit = 1 << 20

// logFile is a file that never grows beyond a limit: a full one becomes NAME.1.
type logFile struct {
	mu    sync.Mutex
	path  string
	limit int64
	file  *os.File
	size  int64
}

func openLog(path string, limit int64) (*logFile, error) {
	l := &logFile{path: path, limit: limit}
	if err := l.open(); err != nil {
		return nil, err
	}
	return l, nil
}

func (l *logFile) open() error {
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("open the log: %w", err)
	}
	info, err := file.Stat()
	if err != nil {
		return errors.Join(fmt.Errorf("open the log: %w", err), file.Close())
	}
	l.file, l.size = file, info.Size()
	return nil
}

// Write implements io.Writer.
func (l *logFile) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.size > 0 && l.size+int64(len(line)) > l.limit {
		if err := l.turn(); err != nil {
			return 0, err
		}
	}
	n, err := l.file.Write(line)
	l.size += int64(n)
	return n, err
}

// turn lays the full log aside and begins a new one. Where renaming fails, it begins the same one anew.
func (l *logFile) turn() error {
	err := l.file.Close()
	if err := os.Rename(l.path, l.path+".1"); err != nil {
		if err := os.Truncate(l.path, 0); err != nil {
			return fmt.Errorf("empty the log: %w", err)
		}
	}
	return errors.Join(err, l.open())
}

// Close implements io.Closer.
func (l *logFile) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.file.Close()
}

// startLog sends what the program and its libraries log to a file in the folder, and to the terminal.
// A folder that cannot be written leaves the terminal alone. Nothing logs personal data.
func startLog(folder string, terminal io.Writer) (*slog.Logger, func() error) {
	handlers := []slog.Handler{slog.NewTextHandler(terminal, &slog.HandlerOptions{Level: slog.LevelInfo})}
	file, err := openLog(filepath.Join(folder, logName), logLimit)
	if err == nil {
		handlers = append(handlers, slog.NewTextHandler(file, nil))
	}
	logger := slog.New(slog.NewMultiHandler(handlers...))
	slog.SetDefault(logger)
	if err != nil {
		logger.Warn("no log file", "error", err)
		return logger, func() error { return nil }
	}
	return logger, file.Close
}
