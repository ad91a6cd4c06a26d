package main

// need is what a task wants of the system; each names a list of packages.
type need string

const (
	toBuild need = "build" // a C compiler, OpenGL, X11 and Wayland headers
	toTest  need = "test"  // what the tests read PDFs, codes and archives with, and print to
	toShow  need = "show"  // a display without a screen, and hands for it
)

// manager is one way of installing system packages.
type manager struct {
	name     string                // the program that is looked for
	refresh  []string              // brings its list up to date, before the first install
	install  []string              // installs; the packages follow
	asRoot   bool                  // wants root
	packages map[need][]string     // what each need is called here
	present  func(string) []string // the command that succeeds when a package is installed
}

func managers() []manager {
	return []manager{apt(), dnf(), pacman(), brew()}
}

func apt() manager {
	return manager{
		name:    "apt-get",
		refresh: []string{"apt-get", "update", "-q"},
		install: []string{
			"env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8",
			"apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300",
		},
		asRoot: true,
		packages: map[need][]string{
			toBuild: {"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev", "xorg-dev", "libwayland-dev", "libxkbcommon-dev"},
			toTest:  {"poppler-utils", "zbar-tools", "qpdf", "sqlite3", "imagemagick", "python3-icalendar", "cups-daemon", "cups-client"},
			toShow:  {"xvfb", "xdotool", "libgl1-mesa-dri"},
		},
		present: func(p string) []string { return []string{"dpkg-query", "-W", "-f", "${db:Status-Status}", p} },
	}
}

func dnf() manager {
	return manager{
		name:    "dnf",
		install: []string{"dnf", "install", "-y"},
		asRoot:  true,
		packages: map[need][]string{
			toBuild: {
				"gcc", "glibc-devel", "pkgconf-pkg-config", "mesa-libGL-devel", "libX11-devel", "libXcursor-devel", "libXrandr-devel",
				"libXinerama-devel", "libXi-devel", "libXxf86vm-devel", "libXext-devel", "wayland-devel", "libxkbcommon-devel",
			},
			toTest: {"poppler-utils", "zbar", "qpdf", "sqlite", "ImageMagick", "python3-icalendar"},
			toShow: {"xorg-x11-server-Xvfb", "xdotool", "mesa-dri-drivers"},
		},
		present: func(p string) []string { return []string{"rpm", "-q", p} },
	}
}

func pacman() manager {
	return manager{
		name:    "pacman",
		install: []string{"pacman", "-S", "--needed", "--noconfirm"},
		asRoot:  true,
		packages: map[need][]string{
			toBuild: {
				"gcc", "pkgconf", "mesa", "libx11", "libxcursor", "libxrandr", "libxinerama", "libxi", "libxxf86vm",
				"wayland", "libxkbcommon",
			},
			toTest: {"poppler", "zbar", "qpdf", "sqlite", "imagemagick"},
			toShow: {"xorg-server-xvfb", "xdotool"},
		},
		present: func(p string) []string { return []string{"pacman", "-Q", p} },
	}
}

// brew needs nothing to build (Xcode's command line tools bring the compiler
// and the frameworks) and has no display without a screen.
func brew() manager {
	return manager{
		name:     "brew",
		install:  []string{"brew", "install"},
		packages: map[need][]string{toTest: {"poppler", "zbar", "qpdf", "sqlite", "imagemagick"}},
		present:  func(p string) []string { return []string{"brew", "list", "--versions", p} },
	}
}
