//go:build !linux

package app_test

import "testing"

func smallDisk(t *testing.T, size int) string {
	t.Helper()
	t.Skip("no small disk to be had on this system")
	return ""
}
