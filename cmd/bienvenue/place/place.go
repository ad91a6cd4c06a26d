// Package place says where Bienvenue's things lie on a computer, the same for the window and for
// the terminal. It creates nothing and reads nothing but the environment.
package place

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// archiveName is the usual archive's name.
const archiveName = "bienvenue.db"

// Folders says where things lie.
type Folders struct {
	Data  string // the archive, unless another was chosen
	State string // the log and the crash file
}

// Archive is the usual archive of whoever is logged in.
func (f Folders) Archive() string { return filepath.Join(f.Data, archiveName) }

// Here finds the folders of whoever is logged in on this computer.
func Here() (Folders, error) { return Find(runtime.GOOS, os.Getenv) }

// Find follows the habits of each system: XDG folders on Linux, Application Support on macOS, the
// local application data on Windows.
func Find(system string, env func(string) string) (Folders, error) {
	home := env("HOME")
	if system == "windows" {
		local := env("LOCALAPPDATA")
		if local == "" {
			return Folders{}, errors.New("find the data folder: LOCALAPPDATA is not set")
		}
		root := filepath.Join(local, "Bienvenue")
		return Folders{Data: root, State: filepath.Join(root, "log")}, nil
	}
	if system == "darwin" && home != "" {
		library := filepath.Join(home, "Library")
		return Folders{
			Data:  filepath.Join(library, "Application Support", "Bienvenue"),
			State: filepath.Join(library, "Logs", "Bienvenue"),
		}, nil
	}
	data, state := env("XDG_DATA_HOME"), env("XDG_STATE_HOME")
	if home == "" && (data == "" || state == "") {
		return Folders{}, errors.New("find the data folder: HOME is not set")
	}
	if !filepath.IsAbs(data) {
		data = filepath.Join(home, ".local", "share")
	}
	if !filepath.IsAbs(state) {
		state = filepath.Join(home, ".local", "state")
	}
	return Folders{Data: filepath.Join(data, "bienvenue"), State: filepath.Join(state, "bienvenue")}, nil
}
