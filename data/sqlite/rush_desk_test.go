package sqlite

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/office"
)

// loads is the environment in which the test program is one of the many that book at random.
const loads = "BIENVENUE_TEST_LOADS"

// The size of the rush: as many desks as no coop has, on few officers and few days.
const (
	rushDesks    = 50
	rushOfficers = 6
	rushHomes    = 150
	rushLasts    = 10 * time.Second
)

// rushTask is what a desk of the rush is told to do.
type rushTask struct {
	Path  string
	Seed  uint64
	Lasts time.Duration
}

// rushTold is what a desk of the rush tells afterwards.
type rushTold struct {
	Booked, Moved, Cancelled int
	Refused                  map[string]int // by what the refusal says
	Faults                   []string       // that must not be
}

// wallForm is how a desk writes an hour, by the coop's clock.
const wallForm = "2006-01-02T15:04"

// walls are the hours that desks ask for: a week's, those around midnight, and those of the two
// nights in which the clocks change.
func walls() []string {
	var all []string
	add := func(day coop.Day, from, to, every int) {
		for m := from; m < to; m += every {
			all = append(all, fmt.Sprintf("%sT%02d:%02d", day, m/60, m%60))
		}
	}
	const hour = 60
	for _, day := range []coop.Day{"2027-02-01", "2027-02-02", "2027-02-03", "2027-02-04", "2027-02-05"} {
		add(day, 8*hour, 18*hour, 15)
	}
	for _, day := range []coop.Day{"2027-03-28", "2027-10-31"} {
		add(day, 0, 5*hour, 10)
		add(day.Add(-1), 22*hour, 24*hour, 10)
	}
	for _, day := range []coop.Day{"2027-02-09", "2027-02-10", "2026-12-31", "2027-01-01"} {
		add(day, 0, hour, 10)
		add(day, 22*hour, 24*hour, 10)
	}
	return all
}

// rush is a desk that books, moves and cancels at random until its time is over.
func rush(in io.Reader, out io.Writer) error {
	ctx := background()
	var task rushTask
	lines := bufio.NewReader(in)
	if err := json.NewDecoder(lines).Decode(&task); err != nil {
		return err
	}
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		return err
	}
	a, err := Open(ctx, task.Path, Options{Now: clock})
	if err != nil {
		return err
	}
	d := &rushDesk{
		archive: a, zone: zone, random: rand.New(rand.NewPCG(task.Seed, 7)), told: rushTold{Refused: map[string]int{}}, walls: walls(),
		office: office.New(office.Params{Store: a, Now: clock, NewID: newID[string], Zone: zone}),
	}
	if err := d.begin(ctx); err != nil {
		return errors.Join(err, a.Close())
	}
	if _, err := fmt.Fprintln(out, "ready"); err != nil {
		return errors.Join(err, a.Close())
	}
	if _, err := lines.ReadString('!'); err != nil {
		return errors.Join(err, a.Close())
	}
	for end := time.Now().Add(task.Lasts); time.Now().Before(end); {
		d.act(ctx)
	}
	return errors.Join(json.NewEncoder(out).Encode(d.told), a.Close())
}

type rushDesk struct {
	archive  *Archive
	office   *office.Office
	zone     *time.Location
	random   *rand.Rand
	walls    []string
	officers []coop.Staff
	homes    []coop.Row
	known    []coop.VisitID // that this desk booked or saw
	told     rushTold
}

func (d *rushDesk) begin(ctx context.Context) (err error) {
	if d.officers, err = d.office.Officers(ctx); err != nil {
		return err
	}
	d.homes, err = d.archive.Rows(ctx, coop.RowFilter{})
	return err
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// act does one thing that a person does.
func (d *rushDesk) act(ctx context.Context) {
	by := coop.Actor{Staff: pick(d.random, d.officers), Device: "rush"}
	wall := pick(d.random, d.walls)
	start, err := time.ParseInLocation(wallForm, wall, d.zone)
	if err != nil {
		d.fault("read an hour", err)
		return
	}
	b := office.Booking{
		Household: pick(d.random, d.homes).ID, Officer: pick(d.random, d.officers).ID, Place: pick(d.random, coop.Places()),
		Start: start, Minutes: pick(d.random, []int{10, 25, 45, 45, 45, 90, 240}), Told: coop.ByPost,
	}
	b.Reason = fmt.Sprintf("%s %d", wall, b.Minutes)
	const acts = 100
	switch n := d.random.IntN(acts); {
	case n < 2:
		d.propose(ctx, by, b)
	case n < 10:
		d.look(ctx, by, coop.DayOf(start))
	case n < 60 || len(d.known) == 0:
		v, err := d.office.BookVisit(ctx, by, b)
		if d.answered(b, v.ID, err) {
			d.told.Booked++
			d.known = append(d.known, v.ID)
		}
	case n < 85:
		id := pick(d.random, d.known)
		v, err := d.office.MoveVisit(ctx, by, id, b)
		if b.Household = v.Household; err != nil {
			if before, failed := d.office.Visit(ctx, by, id); failed == nil {
				b.Household = before.Household
			}
		}
		if d.answered(b, id, err) {
			d.told.Moved++
		}
	default:
		_, err := d.office.CancelVisit(ctx, by, pick(d.random, d.known), "at random")
		if d.answered(b, "", err) {
			d.told.Cancelled++
		}
	}
}

// propose has times held and frees them again.
func (d *rushDesk) propose(ctx context.Context, by coop.Actor, b office.Booking) {
	_, err := d.office.ProposeVisits(ctx, by, b.Household, b.Officer, 3)
	d.answered(b, "", errors.Join(err, d.office.ReleaseProposals(ctx, by, b.Household)))
}

// look finds visits that other desks booked.
func (d *rushDesk) look(ctx context.Context, by coop.Actor, day coop.Day) {
	rows, err := d.office.Visits(ctx, by, day, day, "")
	if err != nil {
		d.fault("list visits", err)
		return
	}
	for _, row := range rows {
		d.known = append(d.known, row.ID)
	}
	const most = 200
	d.known = d.known[max(0, len(d.known)-most):]
}

// answered says whether an act was done. A refusal must say what it clashes with.
func (d *rushDesk) answered(b office.Booking, id coop.VisitID, err error) bool {
	clash, clashes := errors.AsType[*coop.ClashError](err)
	refusal, refused := errors.AsType[*coop.RefusalError](err)
	switch {
	case err == nil:
		return true
	case clashes:
		d.told.Refused["clash"]++
		if why := d.doubtful(b, id, clash); why != "" {
			d.fault(why, err)
		}
	case refused && strings.HasPrefix(refusal.Key, "visit.refused."):
		d.told.Refused[refusal.Key]++
		if refusal.Key == "visit.refused.held" && refusal.Args["Until"] == nil {
			d.fault("held by nobody", err)
		}
	case errors.Is(err, coop.ErrChanged): // two desks moved one visit at once
		d.told.Refused["changed"]++
	default:
		d.fault("unexpected", err)
	}
	return false
}

// doubtful says what is wrong with a clash, "" when it names a visit that really is in the way.
func (d *rushDesk) doubtful(b office.Booking, id coop.VisitID, clash *coop.ClashError) string {
	with := clash.With
	end := b.Start.Add(time.Duration(b.Minutes) * time.Minute)
	const travel = 20 * time.Minute // the most that a kind of visit keeps free
	switch {
	case with.ID == "" || with.ID == id:
		return "a clash with nothing"
	case clash.Officer && with.Officer != b.Officer, !clash.Officer && with.Household != b.Household:
		return "a clash with somebody else's visit"
	case !with.Start.Before(end.Add(travel)) || !b.Start.Before(with.End.Add(travel)):
		return "a clash with a visit at another time"
	}
	return ""
}

func (d *rushDesk) fault(what string, err error) {
	const most = 5
	if len(d.told.Faults) < most {
		d.told.Faults = append(d.told.Faults, fmt.Sprintf("%s: %v", what, err))
	}
}
