package app

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestWriteOverHeldFile writes over a file that another program has open, as
// Word does, and over one that is free.
func TestWriteOverHeldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "brief.docx")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	held, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ, nil, syscall.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	err = writeFile(path, []byte("new"), document)
	if err == nil || systemCause(err) != "held" {
		t.Errorf("over a file that is open: %v, want it told as held", err)
	}
	if p := Explain(err); !strings.Contains(p.What, "another program has the file open") || !strings.Contains(p.Do, "another name") {
		t.Errorf("it is told as %+v", p)
	}
	syscall.CloseHandle(held)
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("the file has %q, %v", got, err)
	}
	if err := writeFile(path, []byte("new"), document); err != nil {
		t.Errorf("once it is closed: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 1 {
		t.Errorf("files left: %v", left)
	}
}

// TestDeviceNames writes to names that the system takes for devices.
func TestDeviceNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"con", "NUL.", "aux", "lpt1", "a?.pdf"} {
		for _, err := range []error{writeFile(filepath.Join(dir, name), []byte("x"), document), WriteNew(filepath.Join(dir, name), []byte("x"))} {
			if p := Explain(err); err == nil || !strings.Contains(p.What, "does not allow that name") && !strings.Contains(p.What, "no ordinary file") {
				t.Errorf("%s: %v reads %q", name, err, p.What)
			}
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("files left: %v", left)
	}
}
