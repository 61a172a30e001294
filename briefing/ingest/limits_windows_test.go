package ingest

import (
	"os"
	"os/exec"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// TestJob joins the job in a process of its own, and asks the system which
// limits hold there.
func TestJob(t *testing.T) {
	if os.Getenv("IN_JOB") == "" {
		self := exec.Command(os.Args[0], "-test.run", "^TestJob$")
		self.Env = append(os.Environ(), "IN_JOB=1")
		if out, err := self.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	if err := joinJob(); err != nil {
		t.Fatal(err)
	}
	if windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version").Find() == nil {
		return // Wine takes the limits and keeps none
	}
	var limits windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	if err := windows.QueryInformationJobObject(0, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)), nil); err != nil {
		t.Fatal(err)
	}
	if want := jobLimits(); limits.ProcessMemoryLimit != want.ProcessMemoryLimit || limits.BasicLimitInformation != want.BasicLimitInformation {
		t.Errorf("the process has the limits %+v, want %+v", limits, want)
	}
	if err := exec.Command("cmd", "/c", "exit").Run(); err == nil {
		t.Error("a process of its own was started")
	}
}
