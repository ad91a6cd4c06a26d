package diary

import (
	"cmp"
	"slices"

	"bienvenue/app/coop"
)

// hours are one day of one officer, by the minutes of the coop's clock.
type hours struct {
	closed  coop.Closure
	label   string
	planned []coop.Span // the usual week and the extra hours
	offered []coop.Span // the same without what the coop closes
	work    []coop.Span // the same without absences and meetings
	shut    []coop.Busy // the coop's closures of a part of the day
	away    []coop.Busy // absences and meetings
}

// Closed says whether the coop is closed on a day, why, and what it calls the day itself. A
// weekend is closed whatever an officer's own hours say; the coop's week may open Saturdays.
func (d *Diary) Closed(day coop.Day) (closure coop.Closure, label string) {
	n, ok := number(day)
	if !ok {
		return coop.OpenDay, ""
	}
	return d.closed(n, day)
}

func (d *Diary) closed(n int, day coop.Day) (closure coop.Closure, label string) {
	closure = d.calendar.closed(n)
	if closure == Weekend && len(d.rules.Week[saturday]) > 0 {
		closure = Open
	}
	if closure != Open {
		return closure, ""
	}
	for _, e := range d.exceptions[""] {
		if e.Span.Whole() && e.On(day) && e.Kind.OfCoop() {
			return closureOf(e.Kind), e.Label
		}
	}
	return Open, ""
}

func closureOf(kind coop.ExceptionKind) coop.Closure {
	if kind == coop.BridgeDay {
		return coop.ClosedBridge
	}
	return coop.ClosedByCoop
}

// Work is when an officer can make visits on a day: their week, none of it on a closed day, without
// what the coop closes; the extra hours, be it on a closed day; all that without their absences and
// meetings. The spans are in order and share no minute. Somebody who is not among the active staff
// does not work.
func (d *Diary) Work(officer coop.StaffID, day coop.Day) []coop.Span {
	n, ok := number(day)
	if !ok {
		return nil
	}
	return slices.Clone(d.hoursOf(officer, n).work)
}

// Busy is what keeps an officer from visits on a day besides closed days: absences, meetings, and
// what the coop closes of the day. Whole days come first, the others by their beginning.
func (d *Diary) Busy(officer coop.StaffID, day coop.Day) []coop.Busy {
	n, ok := number(day)
	if !ok {
		return nil
	}
	h := d.hoursOf(officer, n)
	return inOrder(slices.Concat(h.away, h.shut))
}

func inOrder(busy []coop.Busy) []coop.Busy {
	slices.SortStableFunc(busy, func(a, b coop.Busy) int {
		return cmp.Or(cmp.Compare(a.Span.From, b.Span.From), cmp.Compare(a.Span.To, b.Span.To))
	})
	return busy
}

// hoursOf finds the hours of an officer's day. They are kept: what decides them never changes.
func (d *Diary) hoursOf(officer coop.StaffID, n int) *hours {
	key := officerDay{officer, n}
	d.hoursMutex.RLock()
	h, ok := d.hours[key]
	d.hoursMutex.RUnlock()
	if ok {
		return h
	}
	h = d.newHours(officer, n)
	d.hoursMutex.Lock()
	d.hours[key] = h
	d.hoursMutex.Unlock()
	return h
}

func (d *Diary) newHours(officer coop.StaffID, n int) *hours {
	day := dayOf(n)
	h := &hours{}
	h.closed, h.label = d.closed(n, day)
	h.shut = d.busy("", day, coop.CoopClosed, coop.BridgeDay)
	h.away = d.busy(officer, day, coop.StaffAway, coop.Meeting)
	if !d.staff[officer].Active {
		return h
	}
	var usual, extra []coop.Span
	if h.closed == Open {
		usual = d.week(officer)[weekday(n)]
	}
	for _, b := range d.busy(officer, day, coop.ExtraHours) {
		extra = append(extra, b.Span)
	}
	h.planned = joined(slices.Concat(usual, extra))
	h.offered = joined(slices.Concat(without(usual, h.shut), extra))
	h.work = without(h.offered, h.away)
	return h
}

// week is an officer's own working week, the coop's for one who has none.
func (d *Diary) week(officer coop.StaffID) coop.Week {
	if week, own := d.weeks[officer]; own {
		return week
	}
	return d.rules.Week
}

// busy lists the exceptions of a day that are of some kinds: an officer's, or those of the coop
// (officer "") that leave a part of the day.
func (d *Diary) busy(officer coop.StaffID, day coop.Day, kinds ...coop.ExceptionKind) []coop.Busy {
	var found []coop.Busy
	for _, e := range d.exceptions[officer] {
		if slices.Contains(kinds, e.Kind) && e.On(day) && (officer != "" || !e.Span.Whole()) {
			found = append(found, coop.Busy{Kind: e.Kind, Span: e.Span, Label: e.Label})
		}
	}
	return inOrder(found)
}

// joined puts spans in order and makes one of those that touch.
func joined(spans []coop.Span) []coop.Span {
	slices.SortFunc(spans, func(a, b coop.Span) int { return cmp.Compare(a.From, b.From) })
	var found []coop.Span
	for _, s := range spans {
		if last := len(found) - 1; last >= 0 && s.From <= found[last].To {
			found[last].To = max(found[last].To, s.To)
			continue
		}
		found = append(found, s)
	}
	return found
}

// without takes times off spans.
func without(spans []coop.Span, busy []coop.Busy) []coop.Span {
	left := slices.Clone(spans)
	for _, b := range busy {
		var kept []coop.Span
		for _, s := range left {
			if !b.Span.Meets(s) {
				kept = append(kept, s)
				continue
			}
			if b.Span.Whole() {
				continue
			}
			if s.From < b.Span.From {
				kept = append(kept, coop.Span{From: s.From, To: b.Span.From})
			}
			if b.Span.To < s.To {
				kept = append(kept, coop.Span{From: b.Span.To, To: s.To})
			}
		}
		left = kept
	}
	return left
}

// covers says whether a span lies within one of others. They touch nowhere, so no two are needed.
func covers(spans []coop.Span, s coop.Span) bool {
	return slices.ContainsFunc(spans, func(other coop.Span) bool { return other.From <= s.From && s.To <= other.To })
}

// meeting finds the first busy time of a kind that shares a minute with a span.
func meeting(busy []coop.Busy, kind coop.ExceptionKind, s coop.Span) (coop.Busy, bool) {
	for _, b := range busy {
		if b.Kind == kind && b.Span.Meets(s) {
			return b, true
		}
	}
	return coop.Busy{}, false
}
