//go:build !linux

package ingest

// limitProcess does nothing where the system keeps no such limits, as macOS
// and Windows do not for memory: there the child's watch ends it.
func limitProcess() {}
