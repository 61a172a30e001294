package gui

import (
	"fmt"
	"os"
	"time"
)

// showLog opens the file of what went wrong with the desktop's own program.
func (w *Window) showLog() {
	if info, err := os.Stat(w.o.LogPath); err != nil || info.Size() == 0 {
		w.notices.show(notice{text: w.t("log.empty")})
		return
	}
	w.openPath(w.o.LogPath)
}

// note writes a line into the log, for whoever is asked for help: what a person
// was told, and the error behind it.
func (w *Window) note(told string, err error) {
	if w.o.Log != nil {
		fmt.Fprintf(w.o.Log, "%s\t%s\t%v\n", w.o.Now().Format(time.RFC3339), told, err) // there is nobody to tell that this failed
	}
}
