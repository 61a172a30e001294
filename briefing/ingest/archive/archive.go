// Package archive takes apart files that hold files: ZIP archives, Safari's web
// archives and WARC files. What it unpacks has limits; nothing is written.
package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"example.org/attache/briefing"
)

// The limits on archives: documents that are ZIP files inside.
const (
	maxMember  = 64 << 20  // bytes of one member, unpacked
	maxArchive = 512 << 20 // bytes of all members that are read, unpacked
	maxRatio   = 200       // of a member's unpacked to its packed size; documents stay below 50
	// MaxMembers is the most files of an archive that are looked at.
	MaxMembers = 10_000
)

// ZIP is a ZIP file with limits.
type ZIP struct {
	members map[string]*zip.File
	names   []string
	left    uint64 // bytes that may still be unpacked
}

// Open opens a document that is a ZIP file. Errors wrap briefing.ErrDamaged or
// ErrTooLarge.
func Open(data []byte) (*ZIP, error) {
	a, beyond, err := OpenFiles(data)
	if err == nil && beyond > 0 {
		return nil, fmt.Errorf("%w: it holds %d files, a document may hold %d", briefing.ErrTooLarge, MaxMembers+beyond, MaxMembers)
	}
	return a, err
}

// OpenFiles opens an archive of files. It has the first MaxMembers; beyond is
// how many others there are. Errors wrap briefing.ErrDamaged.
func OpenFiles(data []byte) (a *ZIP, beyond int, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, 0, fmt.Errorf("%w: it is no whole archive: %v", briefing.ErrDamaged, err)
	}
	a = &ZIP{members: map[string]*zip.File{}, left: maxArchive}
	for _, f := range z.File[:min(len(z.File), MaxMembers)] {
		if _, taken := a.members[f.Name]; !taken {
			a.members[f.Name] = f
			if !strings.HasSuffix(f.Name, "/") {
				a.names = append(a.names, f.Name)
			}
		}
	}
	return a, max(0, len(z.File)-MaxMembers), nil
}

// Member unpacks one member. It believes no size that the archive states.
func (a *ZIP) Member(name string) ([]byte, error) {
	f := a.members[name]
	if f == nil {
		return nil, fmt.Errorf("%w: %s is missing in it", briefing.ErrDamaged, name)
	}
	most := min(maxMember, a.left, max(1<<20, f.CompressedSize64*maxRatio))
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", briefing.ErrDamaged, name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", briefing.ErrDamaged, name, err)
	}
	if uint64(len(data)) > most {
		return nil, fmt.Errorf("%w: %s unpacks to more than %d MB", briefing.ErrTooLarge, name, most>>20)
	}
	a.left -= uint64(len(data))
	return data, nil
}

// Names returns the names of the files in the archive, in its order, without
// folders.
func (a *ZIP) Names() []string { return a.names }

// Locked reports whether a member is encrypted.
func (a *ZIP) Locked(name string) bool {
	f := a.members[name]
	return f != nil && f.Flags&1 != 0
}
