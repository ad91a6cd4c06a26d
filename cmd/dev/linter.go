package main

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	linterModule  = "github.com/golangci/golangci-lint/v2"
	linterVersion = "v2.15.0"
)

// linter returns the path of golangci-lint in the pinned version, built by the
// Go that is running: an older one refuses to read newer code. It is taken from
// build/tools or the path, and built into build/tools when neither has it.
func linter(ctx context.Context) (string, error) {
	tools, err := filepath.Abs(filepath.Join(buildDir, "tools"))
	if err != nil {
		return "", fmt.Errorf("find the tools: %w", err)
	}
	name := filepath.Base(program("golangci-lint"))
	own := filepath.Join(tools, name)
	if isPinned(own) {
		return own, nil
	}
	if path, err := exec.LookPath(name); err == nil && isPinned(path) {
		return path, nil
	}
	say("Building golangci-lint %s into %s (a minute or two, once)", linterVersion, filepath.Join(buildDir, "tools"))
	cmd := command(ctx, "go", "install", linterModule+"/cmd/golangci-lint@"+linterVersion)
	cmd.Env = append(cmd.Env, "GOBIN="+tools, "CGO_ENABLED=0", "GOFLAGS="+withoutMod(os.Getenv("GOFLAGS")))
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("install golangci-lint: %w", err)
	}
	return own, nil
}

// withoutMod leaves out a -mod flag, which go install PACKAGE@VERSION refuses.
func withoutMod(flags string) string {
	var kept []string
	for f := range strings.FieldsSeq(flags) {
		if !strings.HasPrefix(f, "-mod=") {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, " ")
}

func isPinned(path string) bool {
	info, err := buildinfo.ReadFile(path)
	return err == nil && info.Main.Path == linterModule && info.Main.Version == linterVersion &&
		info.GoVersion == runtime.Version()
}
