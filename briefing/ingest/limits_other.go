//go:build !linux && !windows

package ingest

// limitProcess does nothing where the system keeps no such limits, as macOS does
// not for memory: there the child's watch ends it.
func limitProcess() {}
