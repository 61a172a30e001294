// Package widget owns what the window is drawn with: the reader, the line
// list, the article list, gauges, panes and strips. Widgets show snapshots
// and call back; they know no library, no use case and no goroutine.
package widget
