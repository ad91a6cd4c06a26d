//go:build !windows

package backup

import (
	"errors"
	"os"
)

// syncFolder brings a folder's names to the disk.
func syncFolder(folder string) error {
	file, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
