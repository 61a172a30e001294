package ingest

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// limitProcess puts the child into a job that refuses it more memory than it may
// take, and any process of its own. It counts what is committed, not address
// space: Go's runtime reserves much more of that than it ever touches.
func limitProcess() {
	// Where the system refuses, as in a job that allows none inside it, the watch
	// and the parent's clock remain.
	_ = joinJob()
}

// joinJob makes the job and puts this process into it. The job lasts as long as
// the process: its handle stays open.
func joinJob() error {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return err
	}
	limits := jobLimits()
	if _, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits))); err != nil {
		return err
	}
	return windows.AssignProcessToJobObject(job, windows.CurrentProcess())
}

// jobLimits are the limits of a child: its memory, no process beside itself, and
// an end without the system's own message when it fails.
func jobLimits() (l windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION) {
	l.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY | windows.JOB_OBJECT_LIMIT_ACTIVE_PROCESS |
		windows.JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
	l.BasicLimitInformation.ActiveProcessLimit = 1
	l.ProcessMemoryLimit = addressRoom
	return l
}
