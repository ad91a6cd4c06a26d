package main

import "runtime/debug"

// version is written into the program by `go run ./cmd/dev` and by the releases, from FyneApp.toml,
// the one place that holds it.
var version string

// versionText names the program as it was built: its version, or for a plain `go build` the revision
// of the code.
func versionText() string {
	if version != "" {
		return version
	}
	const short = 12
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= short {
				return "dev-" + s.Value[:short]
			}
		}
	}
	return "dev"
}
