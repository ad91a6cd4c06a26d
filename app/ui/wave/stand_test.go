package wave_test

import (
	"context"
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
	"bienvenue/app/ui/wave"
)

// desk is the trial's as the page sees it, with what these tests do at it.
type desk struct {
	*trial.Desk
	during  func(done, total int) // while a plan is made
	before  func()                // just before a plan is booked
	notices []kit.Notice
}

// draft is the office's draft as the page sees it.
type draft struct{ *office.WaveDraft }

func (d draft) Plan() coop.WavePlan { return d.WaveDraft.Plan }

func (d *desk) Start(ctx context.Context) (start wave.Start, err error) {
	if start.Asked, err = d.UsualWave(ctx); err != nil {
		return start, err
	}
	if start.Sizes, err = d.WaveSizes(ctx); err != nil {
		return start, err
	}
	if start.Officers, err = d.Officers(ctx); err != nil {
		return start, err
	}
	if start.Rules, err = d.VisitRules(ctx); err != nil {
		return start, err
	}
	start.Waves, err = d.Waves(ctx)
	return start, err
}

func (d *desk) Plan(ctx context.Context, asked coop.WaveAsked, progress func(done, total int)) (wave.Draft, error) {
	made, err := d.PlanWave(ctx, d.Actor(), asked, func(done, total int) {
		progress(done, total)
		if d.during != nil {
			d.during(done, total)
		}
	})
	if err != nil {
		return nil, err
	}
	return draft{made}, nil
}

func (d *desk) Apply(ctx context.Context, plan coop.WavePlan) (coop.Wave, error) {
	if d.before != nil {
		d.before()
	}
	return d.ApplyWave(ctx, d.Actor(), plan)
}

func (d *desk) Undo(ctx context.Context, id coop.WaveID) (int, error) {
	return d.UndoWave(ctx, d.Actor(), id, "vague annulée")
}

func (d *desk) Say(n kit.Notice) { d.notices = append(d.notices, n) }

func (d *desk) Done(text string) { d.Say(kit.Notice{Text: text}) }

// lastSaid is the last banner.
func (d *desk) lastSaid() kit.Notice {
	if len(d.notices) == 0 {
		return kit.Notice{}
	}
	return d.notices[len(d.notices)-1]
}

// stand is the page with what it hands on.
type stand struct {
	*desk
	screen *wave.Screen
	window fyne.Window
	did    []string
}

func show(tb testing.TB, d *desk, style look.Style, width, height float32) *stand {
	tb.Helper()
	s := &stand{desk: d}
	s.screen = wave.New(wave.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Canvas: func() fyne.Canvas { return s.window.Canvas() }, Notices: d, OnError: d.OnError,
		OnOpen:   func(coop.HouseholdID) { s.did = append(s.did, "file") },
		OnAgenda: func(day coop.Day) { s.did = append(s.did, "agenda "+string(day)) },
		OnClose:  func() { s.did = append(s.did, "close") }, OnChanged: func() { s.screen.Refresh() },
	})
	s.window = uitest.Styled(tb, style, s.screen.Content(), width, height)
	s.screen.Refresh()
	uitest.Settle(s.window)
	return s
}

// coopOf is a coop with two officers and some households that wait.
func coopOf(tb testing.TB, households int) *desk {
	tb.Helper()
	d := &desk{Desk: trial.Open(tb, 0)}
	ctx := context.Background()
	for _, one := range []coop.Staff{
		{Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true},
		{Login: "claire", Name: "Claire Vasseur", Role: coop.Officer, Active: true},
	} {
		kept, err := d.KeepStaff(ctx, d.Actor(), one)
		if err != nil {
			tb.Fatal(err)
		}
		d.Member = kept
	}
	if households > 0 {
		d.bring(tb, households)
	}
	return d
}

// bring imports households that moved in over the last half-year.
func (d *desk) bring(tb testing.TB, households int) {
	tb.Helper()
	const halfYear, residences = 180, 40
	names := []string{"Lefèvre", "Benali", "Le Goff", "de Oliveira Châtelain-Quéméneur", "Diallo", "Martinez"}
	first := []string{"Éloïse", "Fatou", "Maria-José", "Anne-Sophie", "Rosa"}
	x := coop.Extract{Name: "bail.csv", Source: "trial", Rows: households}
	for i := range households {
		home := i % residences * (i % 3) % residences
		x.Leases = append(x.Leases, coop.Lease{
			Lease: fmt.Sprintf("L-%04d", i), Product: coop.Rental, Entry: trial.Today.Add(-2 - i*(halfYear-2)/households),
			Holders:   []coop.Cooperator{{Tenant: fmt.Sprintf("T-%04d", i), Civility: coop.Madame, First: first[i%len(first)], Last: names[i%len(names)]}},
			Residence: coop.LeaseResidence{Code: fmt.Sprintf("R%02d", home), Name: fmt.Sprintf("Résidence des Terrasses %d", home), Town: fmt.Sprintf("Ville %d", home%8)},
			Dwelling:  coop.LeaseDwelling{Lot: fmt.Sprintf("%04d", i), Building: string(rune('A' + i%4)), Door: strconv.Itoa(i % 30)},
		})
	}
	ctx := context.Background()
	plan, err := d.PlanImport(ctx, d.Actor(), x)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := d.RunImport(ctx, d.Actor(), plan, func(int, int) {}); err != nil {
		tb.Fatal(err)
	}
}

// booked are the visits that are planned from today on.
func (d *desk) booked(tb testing.TB) []coop.VisitRow {
	tb.Helper()
	all, err := d.Visits(context.Background(), d.Actor(), trial.Today, trial.Today.Add(400), "")
	if err != nil {
		tb.Fatal(err)
	}
	var planned []coop.VisitRow
	for _, v := range all {
		if v.State == coop.VisitPlanned {
			planned = append(planned, v)
		}
	}
	return planned
}
