package talk

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// plans are the lengths of a talk that are offered, in minutes; planStep is what – and + change.
var plans = []int{15, 20, 25, 30, 45, 60}

const planStep = 5

const timeWidth float32 = 640 // of the sheet, so that all of them stand on one line

// wholeMinutes is a length in minutes, as it is said: begun ones count.
func wholeMinutes(d time.Duration) int { return int((d + time.Minute - 1) / time.Minute) }

// askTime asks how long the person has.
func (s *Screen) askTime() {
	w := s.p.Words
	minutes := int(s.walk.Plan().Minutes())
	var sheet *kit.OpenSheet
	keep := kit.PrimaryButton("", func() {
		sheet.Close()
		s.plan(minutes)
	})
	options := make([]kit.Option[int], len(plans))
	for i, n := range plans {
		options[i] = kit.Option[int]{Value: n, Words: w.Minutes(n)}
	}
	number := kit.Section("").Centered()
	var choice *kit.Choice[int]
	set := func(n int) {
		minutes = min(max(n, coop.LeastTalk), coop.LongestTalk)
		number.SetText(w.Minutes(minutes))
		keep.SetText(w.T("talk.time.keep", map[string]any{"Time": w.Minutes(minutes)}))
		choice.Set(minutes)
	}
	choice = kit.NewChoice(options, set)
	set(minutes)
	spent := 0
	for _, d := range s.clock.times() {
		spent += int(d.Seconds())
	}
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title: w.T("talk.time.title"), Width: timeWidth,
		Content: kit.Column(
			kit.Quiet(w.T("talk.time.text", map[string]any{"Spent": w.Minutes(spent / 60)})),
			choice.Object(),
			kit.Row(kit.Spacer(),
				kit.IconButton(look.IconMinus, w.T("talk.time.less"), func() { set((minutes - 1) / planStep * planStep) }).Framed(),
				kit.Sized(120, 0, number),
				kit.IconButton(look.IconPlus, w.T("talk.time.more"), func() { set((minutes/planStep + 1) * planStep) }).Framed(),
				kit.Spacer()),
		),
		Actions: []fyne.CanvasObject{keep},
	})
}

// plan gives the talk another time.
func (s *Screen) plan(minutes int) {
	if minutes == int(s.walk.Plan().Minutes()) {
		return
	}
	id := s.walk.Talk().ID
	kit.Run(s.p.Run, func() (struct{}, error) {
		return struct{}{}, s.p.Desk.PlanTalk(context.Background(), s.p.By, id, minutes)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fault("plan a talk", err)
			s.notices.Clear()
			s.notices.Error(s.p.Words.T("talk.time.failed", map[string]any{"Why": s.p.Words.Error(err)}))
			return
		}
		t := s.walk.Talk()
		t.Minutes = minutes
		s.walk = script.Follow(s.walk.Script(), s.walk.Facts(), t)
		s.head.hushed = false
		s.head.tell()
	})
}

// titles names steps in talk order.
func (s *Screen) titles(ids []coop.StepID) []string {
	var titles []string
	for _, step := range s.walk.Steps() {
		if slices.Contains(ids, step.ID) {
			titles = append(titles, s.p.Words.T("talk.step.named", map[string]any{"Step": s.text(step).Title}))
		}
	}
	return titles
}

// papers names what is handed over in place of steps, each paper once.
func (s *Screen) papers(steps []script.Step) []string {
	var papers []string
	for _, step := range steps {
		if paper := s.text(step).Paper; !slices.Contains(papers, paper) {
			papers = append(papers, paper)
		}
	}
	return papers
}

// drop leaves out the optional steps for which there is no time.
func (s *Screen) drop() { s.leaveOut(s.walk.Budget(s.clock.times()).Drop) }

func (s *Screen) leaveOut(ids []coop.StepID) {
	for _, id := range ids {
		s.setAside(id, coop.SkipNoTime, nil)
	}
}

// givable are the optional steps that one may still leave out, in talk order.
func (s *Screen) givable() []script.Step {
	var steps []script.Step
	for _, step := range s.walk.Steps() {
		record := s.latest(step.ID)
		open := record.State == coop.StepUntouched || record.State == coop.StepLater
		if !step.Essential && open && record.Reason == "" && step.ID != s.at {
			steps = append(steps, step)
		}
	}
	return steps
}

// chooseDrop asks which optional steps to leave out, and says what that gains.
func (s *Screen) chooseDrop() {
	w := s.p.Words
	chosen := map[coop.StepID]bool{}
	for _, id := range s.walk.Budget(s.clock.times()).Drop {
		chosen[id] = true
	}
	steps := s.givable()
	gain := kit.Body("").Strong()
	var sheet *kit.OpenSheet
	leave := kit.PrimaryButton(w.T("talk.short.drop"), func() {
		sheet.Close()
		var ids []coop.StepID
		for _, step := range steps {
			if chosen[step.ID] {
				ids = append(ids, step.ID)
			}
		}
		s.leaveOut(ids)
	})
	tell := func() {
		var sum time.Duration
		for _, step := range steps {
			if chosen[step.ID] {
				sum += step.Length
			}
		}
		gain.SetText(w.T("talk.short.gain", map[string]any{"Time": w.Minutes(wholeMinutes(sum))}))
		if sum > 0 {
			leave.Enable()
		} else {
			leave.Disable()
		}
	}
	box := kit.Column(kit.Quiet(w.T("talk.short.choose.text")))
	for _, step := range steps {
		chip := kit.NewChip(s.text(step).Title, chosen[step.ID], func(on bool) {
			chosen[step.ID] = on
			tell()
		}).WithIcon(look.IconSquare).Toned(kit.Attention)
		under := s.length(step)
		if step.Paper != "" {
			under += " · " + w.T("talk.short.paper", map[string]any{"Paper": s.text(step).Paper})
		}
		box.Add(kit.Row(chip, kit.Grow(kit.Caption(under))))
	}
	box.Add(gain)
	tell()
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{Title: w.T("talk.short.choose.title"), Content: box, Actions: []fyne.CanvasObject{leave}})
}

// usualPost is how many days the coop takes at most to send a paper.
const usualPost = 5

// takePapers proposes to send the paper of each step for which there was no time. A proposal that was
// taken out does not come back; one whose step was gone through after all goes.
func (s *Screen) takePapers() {
	e, now := s.ending, s.walk.Papers()
	for _, step := range now {
		if slices.Contains(e.Papers, step.ID) {
			continue
		}
		e.Papers = append(e.Papers, step.ID)
		what := s.sending(step)
		if !slices.ContainsFunc(e.Promises, func(f *coop.FollowUp) bool { return f.What == what }) {
			e.Promises = append(e.Promises, &coop.FollowUp{
				Motive: "AUT", Service: coop.ServiceRelation, Due: workingDay(s.p.Today.Add(usualPost)), What: what,
			})
		}
	}
	for _, id := range slices.Clone(e.Papers) {
		if slices.ContainsFunc(now, func(step script.Step) bool { return step.ID == id }) {
			continue
		}
		e.Papers = slices.DeleteFunc(e.Papers, func(other coop.StepID) bool { return other == id })
		if step, ok := s.walk.Script().Step(id); ok {
			what := s.sending(step)
			wanted := slices.ContainsFunc(now, func(other script.Step) bool { return s.sending(other) == what })
			e.Promises = slices.DeleteFunc(e.Promises, func(f *coop.FollowUp) bool { return f.What == what && !wanted })
		}
	}
}

func (s *Screen) sending(step script.Step) string {
	return s.p.Words.T("talk.review.promise.paper", map[string]any{"Paper": step.Paper})
}
