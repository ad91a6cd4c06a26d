package sqlite

import (
	"syscall"
	"unsafe"
)

// freeBytes is the room left on the disk that a folder lies on.
func freeBytes(folder string) (uint64, error) {
	name, err := syscall.UTF16PtrFromString(folder)
	if err != nil {
		return 0, err
	}
	ask, err := syscall.LoadDLL("kernel32.dll")
	if err != nil {
		return 0, err
	}
	proc, err := ask.FindProc("GetDiskFreeSpaceExW")
	if err != nil {
		return 0, err
	}
	var free uint64
	ok, _, failed := proc.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&free)), 0, 0)
	if ok == 0 {
		return 0, failed
	}
	return free, nil
}
