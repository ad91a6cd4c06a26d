//go:build !windows

package sqlite

import "syscall"

// freeBytes is the room left on the disk that a folder lies on.
func freeBytes(folder string) (uint64, error) {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(folder, &disk); err != nil {
		return 0, err
	}
	return disk.Bavail * uint64(max(disk.Bsize, 0)), nil
}
