package app

import (
	"context"
	"errors"

	"example.org/attache/briefing"
)

// SampleTag marks the articles of the sample.
const SampleTag = "sample"

// LoadSample adds the sample articles, tagged, and drafts their briefing.
func (a *App) LoadSample(ctx context.Context) (briefing.BriefingID, error) {
	return "", errors.ErrUnsupported
}

// RemoveSample takes the sample's articles and briefing away again.
func (a *App) RemoveSample(ctx context.Context) error { return errors.ErrUnsupported }
