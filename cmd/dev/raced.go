package main

import (
	"context"
	"fmt"
)

// readers are modules that take a text, a font or a drawing apart and share nothing between goroutines but what
// they were given to read. The race detector costs them eight times their time, so it is left out of them; it is
// inside our code, the toolkit, the database and all else.
var readers = []string{
	"github.com/goccy/go-yaml", "github.com/go-text/typesetting", "github.com/go-text/render",
	"github.com/fyne-io/oksvg", "github.com/srwiley/oksvg", "github.com/srwiley/rasterx", "golang.org/x/image",
}

// testAll runs all tests with the race detector, the longest package first, so that no core waits for it at the end.
func testAll(ctx context.Context) error {
	return raced(ctx, "-timeout=20m", "./cmd/bienvenuectl", "./...")
}

// raced runs go test with the race detector.
func raced(ctx context.Context, args ...string) error {
	all := []string{"test", "-race", "-vet=off"}
	for _, module := range readers {
		all = append(all, fmt.Sprintf("-gcflags=%s/...=-race=false", module)) // of two -race the last counts
	}
	return behind(ctx, "go", append(all, args...)...)
}
