package app

import "syscall"

// The system's own error numbers
// (https://learn.microsoft.com/windows/win32/debug/system-error-codes).
const (
	writeProtect     syscall.Errno = 19
	notReady         syscall.Errno = 21
	sharingViolation syscall.Errno = 32
	lockViolation    syscall.Errno = 33
	handleDiskFull   syscall.Errno = 39
	badNetPath       syscall.Errno = 53
	deviceNotThere   syscall.Errno = 55
	diskFull         syscall.Errno = 112
	invalidName      syscall.Errno = 123
	nameTooLong      syscall.Errno = 206
	noDirectory      syscall.Errno = 267
	mappedFile       syscall.Errno = 1224
	quotaExceeded    syscall.Errno = 1295
)

var ownCauses = []cause{
	{diskFull, "full"}, {handleDiskFull, "full"}, {quotaExceeded, "full"},
	{writeProtect, "read-only"},
	{sharingViolation, "held"}, {lockViolation, "held"}, {mappedFile, "held"},
	{invalidName, "name"}, {noDirectory, "name"}, {nameTooLong, "long"},
	{notReady, "gone"}, {deviceNotThere, "gone"}, {badNetPath, "gone"},
}
