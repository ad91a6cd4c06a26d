package office

import (
	"context"
	"regexp"

	"bienvenue/app/script"
)

// TextField says where a fact of the coop is named.
type TextField struct {
	Texts   int    // steps that name it
	Instead string // what the first of them says while it is not known
}

// TextFields counts, for each fact that the texts of today name, where they do.
func (o *Office) TextFields(ctx context.Context) (map[string]TextField, error) {
	c, err := o.candidates(ctx)
	if err != nil {
		return nil, err
	}
	found := map[string]TextField{}
	for _, s := range c.scripts {
		for _, step := range s.All {
			for name, instead := range namedIn(step) {
				f := found[name]
				if f.Texts++; f.Instead == "" {
					f.Instead = instead
				}
				found[name] = f
			}
		}
	}
	return found, nil
}

var namedField = regexp.MustCompile(`\{([^{}|]*)\|([^{}|]*)\}`)

// namedIn are the facts that a step names, each with what is said while it is not known.
func namedIn(s script.Step) map[string]string {
	found := map[string]string{}
	look := func(text string) {
		for _, field := range namedField.FindAllStringSubmatch(text, -1) {
			if found[field[1]] == "" {
				found[field[1]] = field[2]
			}
		}
	}
	look(s.Say)
	look(s.Simple)
	for _, q := range s.Questions {
		look(q.Text)
	}
	for _, a := range s.Asked {
		look(a.Question)
		look(a.Answer)
	}
	return found
}
