package diary

import (
	"cmp"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// mostRetries is how many other half-days are tried for a visit that does not stand where it was
// meant to be.
const mostRetries = 30

// clock gives the visits of a sketch their hours. Each one has to stand in the diary beside those
// before it, at most with the warning that it is late; the few that do not are tried elsewhere.
func (w *wave) clock(s *sketch, step func(done float64) error) ([]coop.WaveVisit, error) {
	c := &clock{wave: w, sketch: s}
	defer func() {
		for _, v := range c.visits {
			w.Remove(waveID(v.Household))
		}
	}()
	var out []int
	for h, all := range s.in {
		if h%askEvery == 0 {
			if err := step(float64(h) / float64(len(s.in))); err != nil {
				return nil, err
			}
		}
		out = append(out, c.set(h, c.ordered(all))...)
	}
	for _, i := range out {
		s.take(i)
	}
	for k, i := range out {
		if k%mostRetries == 0 {
			if err := step(1); err != nil {
				return nil, err
			}
		}
		c.elsewhere(i)
	}
	slices.SortFunc(c.visits, func(a, b coop.WaveVisit) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Officer, b.Officer), cmp.Compare(a.Household, b.Household))
	})
	return c.visits, nil
}

type clock struct {
	*wave
	*sketch
	visits []coop.WaveVisit
}

// ordered is the households of a half-day in the order of the way: town by town, residence by
// residence; who wishes the last visit of the day comes last with its neighbours.
func (c *clock) ordered(all []int) []int {
	late := map[int]bool{}
	for _, i := range all {
		if slices.Contains(c.owing[i].Prefers, coop.PreferLate) {
			late[c.sketch.households[i].residence] = true
		}
	}
	all = slices.Clone(all)
	slices.SortFunc(all, func(i, j int) int {
		a, b := &c.sketch.households[i], &c.sketch.households[j]
		return cmp.Or(
			compare(late[a.residence], late[b.residence]), cmp.Compare(a.town, b.town), cmp.Compare(a.residence, b.residence),
			compare(slices.Contains(c.owing[i].Prefers, coop.PreferLate), slices.Contains(c.owing[j].Prefers, coop.PreferLate)),
			cmp.Compare(a.rank, b.rank))
	})
	return all
}

func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// set puts households one after the other in a half-day: on quarters of an hour if all fit so. It
// says for whom that did not do.
func (c *clock) set(h int, all []int) (out []int) {
	if len(all) == 0 {
		return nil
	}
	half := c.sketch.halves[h]
	n := c.sketch.dates[half.day]
	gaps := c.gaps(c.officers[half.officer], n, anyVisit)
	starts, complete := c.starts(gaps, half.part, all, coarse)
	if !complete {
		starts, _ = c.starts(gaps, half.part, all, fine)
	}
	for k, i := range all {
		if starts[k] == nowhere || !c.stand(i, half, starts[k]) {
			out = append(out, i)
		}
	}
	return out
}

// starts finds the minute of each visit, nowhere for those that do not fit.
func (c *clock) starts(gaps []gap, part int, all []int, grid int) (found []int, complete bool) {
	complete = true
	at, prev := 0, nowhere
	for _, i := range all {
		rule := c.rules[i]
		start := nowhere
		for ; at < len(gaps); at, prev = at+1, nowhere {
			from, to := gaps[at].within(part, rule)
			if prev != nowhere {
				before := c.rules[all[prev]]
				from = max(from, found[prev]+before.Minutes+max(before.After, rule.Before))
			}
			if from = raised(from, grid); from+rule.Minutes <= to {
				start = from
				break
			}
		}
		found = append(found, start)
		if start == nowhere {
			complete = false
			continue
		}
		prev = len(found) - 1
	}
	return found, complete
}

// stand writes a visit into the diary if it stands there.
func (c *clock) stand(i int, half half, minute int) bool {
	o := &c.owing[i]
	day := dayOf(c.sketch.dates[half.day])
	start := day.At(minute/60, minute%60, c.zone)
	v := coop.WaveVisit{
		Household: o.ID, Officer: c.officers[half.officer], Place: c.rules[i].Place, Start: start,
		End: start.Add(time.Duration(c.rules[i].Minutes) * time.Minute), InWindow: c.inWindow(o.Entry, start),
	}
	visit := c.WaveVisit(v)
	if !standsLate(c.Stand(visit)) {
		return false
	}
	c.Put(visit)
	c.visits = append(c.visits, v)
	return true
}

func (d *Diary) inWindow(entry coop.Day, start time.Time) bool {
	return d.rules.Window.Of(entry).Holds(coop.DayOf(start.In(d.zone)))
}

// elsewhere looks for the cheapest half-day in which a household can be seen.
func (c *clock) elsewhere(i int) {
	type option struct{ half, cost int }
	var options []option
	for h := range c.sketch.halves {
		if c.may(i, h) && c.room(h) > 0 {
			options = append(options, option{h, c.price(i, h) + c.fare(i, c.in[h])})
		}
	}
	slices.SortFunc(options, func(a, b option) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.half, b.half)) })
	for _, one := range options[:min(len(options), mostRetries)] {
		if len(c.set(one.half, []int{i})) == 0 {
			c.put(i, one.half)
			return
		}
	}
}
