//go:build !race

package ingest

const raced = false // see raced_test.go
