package press

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bienvenue/app/paper"
)

// batchFile is a PDF of many papers on its way: under a name of its own until it is whole.
type batchFile struct {
	file *os.File
	book *paper.Book
	path string // where it lies now
}

// beginFile begins a PDF beside where it is to lie. What a run left there whose power failed goes: it bears names.
func beginFile(folder, name string, facts paper.Facts, made time.Time) (*batchFile, error) {
	const stale = time.Hour
	left, err := filepath.Glob(filepath.Join(folder, "."+name+"-*.part"))
	if err != nil {
		return nil, err
	}
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && made.Sub(info.ModTime()) > stale {
			if err := os.Remove(path); err != nil {
				return nil, err
			}
		}
	}
	file, err := os.CreateTemp(folder, "."+name+"-*.part") // for its owner alone
	if err != nil {
		return nil, err
	}
	book, err := paper.NewBook(file, Fonts(), facts, made)
	if err != nil {
		return nil, errors.Join(err, file.Close(), os.Remove(file.Name()))
	}
	return &batchFile{file: file, book: book, path: file.Name()}, nil
}

// finish brings the PDF onto the disk, whole, and under a name that was free.
func (f *batchFile) finish(name string) (string, error) {
	if err := errors.Join(f.book.Close(), f.file.Sync(), f.file.Close()); err != nil {
		return "", err
	}
	folder := filepath.Dir(f.path)
	path, err := freeName(folder, name)
	if err != nil {
		return "", err
	}
	if err := os.Rename(f.path, path); err != nil {
		return "", err
	}
	f.path = path
	return path, syncFolder(folder)
}

// drop takes the file away, finished or not.
func (f *batchFile) drop() error {
	if err := f.file.Close(); err != nil && !errors.Is(err, fs.ErrClosed) {
		return errors.Join(err, os.Remove(f.path))
	}
	return os.Remove(f.path)
}

// freeName is a PDF's name that no file has: the rest of a batch never takes the place of its beginning.
func freeName(folder, name string) (string, error) {
	const tries = 1000
	for n := 1; n < tries; n++ {
		path := filepath.Join(folder, name+".pdf")
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s-%d.pdf", name, n))
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
	}
	return "", fs.ErrExist
}

const ownerFolder, ownerFile = 0o700, 0o600

// makeFolder makes a folder for its owner alone, where it is not there yet.
func makeFolder(path string) error {
	if err := os.Mkdir(path, ownerFolder); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// writeFile writes a file whole or not at all, and onto the disk.
func writeFile(path string, text []byte) error {
	file, err := os.OpenFile(path+".part", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, ownerFile)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(path+".part", path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(path+".part"))
	}
	return nil
}

// syncFolder brings the names of a folder's files onto the disk. Windows does so by itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // nothing was written there
	}
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// fileName writes words as every system takes them for a file's name: « parcours-d-integration ».
func fileName(words string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent by itself
			return -1
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(words))
	return strings.Join(strings.Fields(plain), "-")
}
