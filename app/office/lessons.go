package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// lessonDays is how long after a talk motives are looked for.
const lessonDays = 90

// LessonAsk says of which talks the lessons are asked.
type LessonAsk struct {
	Script  coop.ScriptID
	Version int      // 0 for every version
	From    coop.Day // "" from the first talk on
	To      coop.Day // the last day, "" until now
}

// Lessons are what a script's talks teach, with the versions that they were led by.
type Lessons struct {
	coop.Lessons
	Scripts map[int]script.Script // by version; one that can no longer be read is not there
}

// Lessons counts what the closed talks of a script teach, for managers and administrators.
func (o *Office) Lessons(ctx context.Context, by coop.Actor, ask LessonAsk) (Lessons, error) {
	if !leads(by) {
		return Lessons{}, coop.Refuse("talk.refused.lessons", nil)
	}
	l, err := o.lessons(ctx, ask)
	if err != nil {
		return Lessons{}, fmt.Errorf("count lessons: %w", err)
	}
	return l, nil
}

func (o *Office) lessons(ctx context.Context, ask LessonAsk) (l Lessons, err error) {
	if l.Scripts, err = o.versionsOf(ctx, ask); err != nil {
		return l, err
	}
	q := coop.LessonQuery{
		Script: ask.Script, Version: ask.Version, To: o.now(), Days: lessonDays,
		Lengths: map[int]map[coop.StepID]int{},
	}
	if ask.From != "" {
		q.From = ask.From.Start(o.zone)
	}
	if ask.To != "" {
		q.To = ask.To.Add(1).Start(o.zone)
	}
	for version, s := range l.Scripts {
		q.Lengths[version] = map[coop.StepID]int{}
		for _, step := range s.All {
			q.Lengths[version][step.ID] = int(step.Length / time.Second)
		}
	}
	l.Lessons, err = o.store.Lessons(ctx, q)
	return l, err
}

// versionsOf are the versions of a script that talks may have been led by.
func (o *Office) versionsOf(ctx context.Context, ask LessonAsk) (map[int]script.Script, error) {
	kept, err := o.store.ScriptVersions(ctx, ask.Script)
	if err != nil {
		return nil, err
	}
	scripts := map[int]script.Script{}
	for _, stored := range kept {
		if ask.Version != 0 && stored.Version != ask.Version {
			continue
		}
		s, err := o.scriptOf(ctx, coop.Talk{Script: stored.ID, Version: stored.Version})
		switch {
		case len(script.Found(err)) > 0:
			continue
		case err != nil:
			return nil, err
		}
		scripts[stored.Version] = s
	}
	return scripts, nil
}
