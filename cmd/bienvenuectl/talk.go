package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/goccy/go-yaml"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/script"
)

type talkCommand struct {
	Play    playCommand        `cmd:"" help:"${help_play}"`
	Show    talkShowCommand    `cmd:"" help:"${help_talk_show}"`
	Correct talkCorrectCommand `cmd:"" help:"${help_talk_correct}"`
}

type playCommand struct {
	File string `arg:"" help:"${help_play_file}"`
}

// Help is the key of how a play is written.
func (playCommand) Help() string { return "ctl.help.talk.form" }

// play is a whole talk written down: who speaks with whom, what was said and what came of it.
// Steps that it does not name are seen, with their required points checked and their required
// questions given the first choice.
type play struct {
	Household string        `json:"household"` // our identity, the lease or the tenant code
	Officer   string        `json:"officer"`   // login of who leads the talk, the one of the command line when it is not named
	Kind      coop.TalkKind `json:"kind"`      // counter, courtesy
	Visit     string        `json:"visit"`     // the booked visit's identity, « booked » for the household's planned one
	Resume    bool          `json:"resume"`    // goes on with the household's interrupted talk where there is one
	Stop      int           `json:"stop"`      // leaves the talk interrupted after so many steps, 0 for never
	Pause     int           `json:"pause"`     // milliseconds between two acts
	Steps     []playStep    `json:"steps"`
	Outcome   *playOutcome  `json:"outcome"` // nil leaves the talk open
}

type playStep struct {
	coop.TalkStep
	Seconds *int `json:"seconds"`
}

type playOutcome struct {
	coop.Outcome
	Overall   *int          `json:"overall"`
	FollowUps []playPromise `json:"follow_ups"`
	Share     *coop.Share   `json:"share"`
}

// playPromise is a promise; without a day or a service it gets those that its motive usually has.
type playPromise struct {
	coop.FollowUp
	Days *int `json:"days"` // due so many days after the talk
}

// act is one line of a play's report.
type act struct {
	Act  string        `json:"act"` // begun, resumed, kept, closed, left
	Talk coop.TalkID   `json:"talk"`
	Step coop.StepID   `json:"step,omitempty"`
	Of   coop.ScriptID `json:"script,omitempty"`
}

// Run carries a talk out from beginning to end, each step kept before the next is told.
func (c *playCommand) Run(d *desk) error {
	p, err := readPlay(c.File)
	if err != nil {
		return err
	}
	if p.Officer != "" {
		d.Staff = p.Officer
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	if by.Staff.ID == "" {
		return coop.Refuse("ctl.refused.officer", map[string]any{"Path": whole(c.File)})
	}
	conversation, err := d.lead(by, p)
	if err != nil {
		return err
	}
	stopped, err := d.playSteps(by, p, conversation)
	if err != nil || stopped || p.Outcome == nil {
		return errors.Join(err, d.report(act{Act: "left", Talk: conversation.Talk.ID}))
	}
	closing := p.Outcome.closing(conversation.Talk.ID, d.office.Today())
	if _, err := d.office.CloseTalk(d.ctx, by, closing); err != nil {
		return err
	}
	return d.report(act{Act: "closed", Talk: conversation.Talk.ID})
}

// closing is the outcome as the office takes it.
func (p playOutcome) closing(id coop.TalkID, today coop.Day) office.Closing {
	c := office.Closing{Talk: id, Outcome: p.Outcome, Share: p.Share}
	c.Outcome.Overall = -1
	if p.Overall != nil {
		c.Outcome.Overall = *p.Overall
	}
	if p.Share != nil && p.Share.Since == "" {
		share := *p.Share
		share.Since = today
		c.Share = &share
	}
	for _, promise := range p.FollowUps {
		f := promise.FollowUp
		motive, known := coop.FindMotive(f.Motive)
		switch {
		case promise.Days != nil:
			f.Due = today.Add(*promise.Days)
		case f.Due == "" && known:
			f.Due = today.Add(motive.Days)
		}
		if f.Service == "" {
			f.Service = motive.Service
		}
		c.FollowUps = append(c.FollowUps, f)
	}
	return c
}

func readPlay(file string) (play, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return play{}, coop.Refuse("ctl.refused.file", map[string]any{"Path": whole(file)})
	}
	var p play
	asJSON, err := yaml.YAMLToJSON(source)
	if err == nil {
		decoder := json.NewDecoder(bytes.NewReader(asJSON))
		decoder.DisallowUnknownFields()
		err = decoder.Decode(&p)
	}
	if err != nil {
		return play{}, coop.Refuse("ctl.refused.play", map[string]any{"Path": whole(file), "Detail": err.Error()})
	}
	return p, nil
}

// lead begins the play's talk, or goes on with the interrupted one.
func (d *desk) lead(by coop.Actor, p play) (office.Conversation, error) {
	id, err := d.office.FindHousehold(d.ctx, by, p.Household)
	if err != nil {
		return office.Conversation{}, err
	}
	f, err := d.office.Open(d.ctx, by, id)
	if err != nil {
		return office.Conversation{}, err
	}
	if p.Resume && f.Next.Step == coop.NextResume {
		conversation, err := d.office.OpenTalk(d.ctx, by, f.Next.Talk)
		if err != nil {
			return conversation, err
		}
		return conversation, d.report(act{Act: "resumed", Talk: conversation.Talk.ID, Step: conversation.Talk.Current, Of: conversation.Script.ID})
	}
	start := office.TalkStart{Household: id, Kind: p.Kind, Visit: coop.VisitID(p.Visit)}
	if p.Visit == "booked" {
		start.Visit = f.Next.Visit
	}
	conversation, err := d.office.BeginTalk(d.ctx, by, start)
	if err != nil {
		return conversation, err
	}
	return conversation, d.report(act{Act: "begun", Talk: conversation.Talk.ID, Of: conversation.Script.ID})
}

// playSteps says step after step; answers given on the way may open further ones.
func (d *desk) playSteps(by coop.Actor, p play, c office.Conversation) (stopped bool, err error) {
	said := 0
	for {
		walk := c.Walk()
		step, ok := nextUntouched(walk)
		if !ok {
			return false, nil
		}
		kept := p.record(step)
		if err := d.office.KeepStep(d.ctx, by, c.Talk.ID, kept, step.ID); err != nil {
			return false, err
		}
		if err := d.report(act{Act: "kept", Talk: c.Talk.ID, Step: step.ID}); err != nil {
			return false, err
		}
		if c, err = d.office.OpenTalk(d.ctx, by, c.Talk.ID); err != nil {
			return false, err
		}
		if said++; said == p.Stop {
			return true, nil
		}
		if !d.rest(time.Duration(p.Pause) * time.Millisecond) {
			return true, nil
		}
	}
}

// rest waits between two acts; false says that the command was asked to stop.
func (d *desk) rest(pause time.Duration) bool {
	select {
	case <-d.ctx.Done():
		return false
	case <-time.After(pause):
		return true
	}
}

// nextUntouched is the first step that nothing was done with.
func nextUntouched(w script.Walk) (script.Step, bool) {
	for _, s := range w.Steps() {
		if w.State(s.ID) == coop.StepUntouched {
			return s, true
		}
	}
	return script.Step{}, false
}

// record is what the play does with a step.
func (p play) record(s script.Step) coop.TalkStep {
	for _, named := range p.Steps {
		if named.Step != s.ID {
			continue
		}
		kept := named.TalkStep
		kept.Seconds = int(s.Length.Seconds())
		if named.Seconds != nil {
			kept.Seconds = *named.Seconds
		}
		if kept.State == coop.StepUntouched {
			kept.State = coop.StepSeen
		}
		return kept
	}
	kept := coop.TalkStep{Step: s.ID, State: coop.StepSeen, Seconds: int(s.Length.Seconds())}
	for _, c := range s.Checks {
		if c.Required {
			kept.Checked = append(kept.Checked, c.ID)
		}
	}
	for _, q := range s.Questions {
		if q.Required {
			if kept.Answers == nil {
				kept.Answers = map[coop.QuestionID]coop.ChoiceID{}
			}
			kept.Answers[q.ID] = q.Choices[0].ID
		}
	}
	return kept
}

// report tells an act as soon as it is kept: one JSON object a line, or a line for people.
func (d *desk) report(a act) error {
	if d.JSON {
		if err := json.NewEncoder(d.out).Encode(a); err != nil {
			return fmt.Errorf("print: %w", err)
		}
		return nil
	}
	args := i18n.Args{"Talk": string(a.Talk), "Step": string(a.Step), "Script": string(a.Of)}
	switch a.Act {
	case "begun":
		d.say(d.words.T("ctl.play.begun", args))
	case "resumed":
		d.say(d.words.T("ctl.play.resumed", args))
	case "kept":
		d.say(d.words.T("ctl.play.kept", args))
	case "closed":
		d.say(d.words.T("ctl.play.closed", args))
	case "left":
		d.say(d.words.T("ctl.play.left", args))
	}
	return nil
}
