package ingest

import (
	"context"
	"fmt"
	"os"
	"os/exec"

	"example.org/attache/briefing/ingest/pdf"
)

// startEngine has a child start its engine, if it has not yet. It does so
// before it meets the file, so that the time it takes is not the file's.
func (r *Reader) startEngine(ctx context.Context, c *child) error {
	if c.started {
		return nil
	}
	cache, err := r.engineCache(ctx)
	if err != nil {
		c.stop()
		return err
	}
	a, _, err := c.ask(ctx, request{Start: true, Cache: cache, limit: startLimit}, nil)
	if err != nil {
		return fmt.Errorf("start the reader of PDF files: %w", err)
	}
	if err := a.err(); err != nil {
		c.stop()
		return err
	}
	if a.Cold && cache != "" {
		os.Remove(pdf.ReadyMark(cache)) // so that the next Reader fills it again
	}
	c.started = true
	return nil
}

// engineCache returns the folder with the engine's translation, and has a
// process of its own fill it if need be: a child that reads files may write
// none. Where that fails children do without.
func (r *Reader) engineCache(ctx context.Context) (string, error) {
	r.filling.Lock()
	defer r.filling.Unlock()
	if r.cache != nil {
		return *r.cache, nil
	}
	cache := pdf.CacheFolder()
	if _, err := os.Stat(pdf.ReadyMark(cache)); cache != "" && err != nil {
		ctx, cancel := context.WithTimeout(ctx, startLimit)
		defer cancel()
		if r.fill(ctx, cache) != nil {
			cache = ""
		}
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	r.cache = &cache
	return cache, nil
}

// fillSelf has this program fill the cache folder.
func fillSelf(ctx context.Context, cache string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self, fillArgument, cache)
	cmd.Env = []string{"GOTRACEBACK=none"}
	return cmd.Run()
}
