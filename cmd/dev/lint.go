package main

import (
	"context"
	"errors"
	"fmt"
)

// lint checks the format and the style of the whole module.
func lint(ctx context.Context, o options) error {
	if o.fix {
		tool, err := linter(ctx)
		if err != nil {
			return err
		}
		if err := shell(ctx, tool, "fmt"); err != nil {
			return fmt.Errorf("format: %w", err)
		}
		return shell(ctx, tool, "run", "--fix", "./...")
	}
	return report(ctx, []stage{{"format", checkFormat}, {"lint", checkStyle}})
}

// checkFormat shows how the code differs from what gofumpt and goimports write.
func checkFormat(ctx context.Context) error {
	tool, err := linter(ctx)
	if err != nil {
		return err
	}
	if err := shell(ctx, tool, "fmt", "--diff"); err != nil {
		return errors.New("the lines above are not formatted; go run ./cmd/dev lint --fix puts them right")
	}
	return nil
}

func checkStyle(ctx context.Context) error {
	tool, err := linter(ctx)
	if err != nil {
		return err
	}
	return behind(ctx, tool, "run", "./...")
}
