//go:build unix

package app

import "syscall"

// ownCauses are the system's own error numbers (errno(3)).
var ownCauses = []cause{
	{syscall.ENOSPC, "full"}, {syscall.EDQUOT, "full"},
	{syscall.EROFS, "read-only"},
	{syscall.ETXTBSY, "held"}, {syscall.EBUSY, "held"},
	{syscall.ENAMETOOLONG, "long"},
	{syscall.ENODEV, "gone"}, {syscall.ENXIO, "gone"}, {syscall.EIO, "gone"}, {syscall.ESTALE, "gone"},
}
