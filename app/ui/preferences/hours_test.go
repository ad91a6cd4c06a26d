package preferences_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/preferences"
	"bienvenue/app/ui/uitest"
)

// diary keeps working weeks and exceptions in memory.
type diary struct {
	hours      map[coop.StaffID]coop.Hours
	exceptions []coop.Exception
	bridges    []coop.Day
	upon       []coop.VisitRow // what any change comes upon
	added      int
	said       string
	undo       func()
	opened     coop.VisitID
}

func (d *diary) Hours(_ context.Context, id coop.StaffID) (coop.Hours, error) {
	if h, ok := d.hours[id]; ok {
		return h, nil
	}
	return coop.Hours{Staff: id, Week: usualWeek()}, nil
}

func (d *diary) KeepHours(_ context.Context, h coop.Hours) (coop.Hours, error) {
	if d.hours == nil {
		d.hours = map[coop.StaffID]coop.Hours{}
	}
	h.Rev++
	d.hours[h.Staff] = h
	return h, nil
}

func (d *diary) Exceptions(context.Context, coop.Day, coop.Day) ([]coop.Exception, error) {
	return slices.Clone(d.exceptions), nil
}

func (d *diary) AddException(_ context.Context, e coop.Exception) (coop.Exception, []coop.VisitRow, error) {
	if err := e.Check(); err != nil {
		return e, nil, err
	}
	d.added++
	e.ID = coop.ExceptionID(fmt.Sprint("e", d.added))
	d.exceptions = append(d.exceptions, e)
	return e, d.upon, nil
}

func (d *diary) RemoveException(_ context.Context, id coop.ExceptionID) (gone coop.Exception, err error) {
	d.exceptions = slices.DeleteFunc(d.exceptions, func(e coop.Exception) bool {
		if e.ID == id {
			gone = e
		}
		return e.ID == id
	})
	return gone, nil
}

func (d *diary) Bridges(_ context.Context, year int) ([]coop.Day, error) {
	return slices.DeleteFunc(slices.Clone(d.bridges), func(day coop.Day) bool {
		y, _, _ := day.Date()
		return y != year || slices.ContainsFunc(d.exceptions, func(e coop.Exception) bool { return e.On(day) })
	}), nil
}

func (d *diary) Unsettled(context.Context, coop.Day, coop.Day, coop.StaffID) ([]coop.VisitRow, error) {
	return d.upon, nil
}

// usualWeek is Monday to Friday with a midday break.
func usualWeek() coop.Week {
	var w coop.Week
	for day := range 5 {
		w[day] = []coop.Span{{From: 8*60 + 30, To: 12*60 + 30}, {From: 13*60 + 30, To: 18 * 60}}
	}
	return w
}

// visitors is a desk with two officers.
func visitors() *desk {
	return &desk{values: values(), staff: []coop.Staff{
		{ID: "karim", Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true},
		{ID: "mj", Login: "mj", Name: "Maria-José de Oliveira Châtelain-Quéméneur", Role: coop.Officer, Active: true},
		{ID: "sonia", Login: "sonia", Name: "Sonia Arnaud", Role: coop.FrontDesk, Active: true},
	}}
}

// struck is a visit that a change comes upon.
func struck() []coop.VisitRow {
	return []coop.VisitRow{{
		Visit: coop.Visit{ID: "v1", Start: time.Date(2026, 12, 3, 9, 0, 0, 0, time.UTC)}, OfficerName: "Karim Haddad",
		Row: coop.Row{Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Aïcha", Last: "Benali"}}},
	}}
}

func TestTheCoopsWeekIsSetDayByDay(t *testing.T) {
	d := visitors()
	d.upon = struck()
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	uitest.Press(t, w, "Retirer cette plage, Mercredi")
	uitest.Press(t, w, "Retirer cette plage, Mercredi")
	if !uitest.Reads(w, "Ne travaille pas") {
		t.Errorf("a day off is not said: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Ajouter une plage, Samedi")
	uitest.Type(t, w, "Samedi, fin", "8h")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Chaque plage doit finir après son début") || len(d.values.Rules.Week[5]) != 0 {
		t.Fatalf("kept %v; the window says %v", d.values.Rules.Week, uitest.Texts(w))
	}
	uitest.Type(t, w, "Samedi, fin", "12h")
	uitest.Press(t, w, "France métropolitaine")
	uitest.Press(t, w, "Alsace-Moselle")
	uitest.Press(t, w, "Le lundi de Pentecôte est travaillé")
	uitest.Press(t, w, "Enregistrer")
	r := d.values.Rules
	if len(r.Week[2]) != 0 || !slices.Equal(r.Week[5], []coop.Span{{From: 510, To: 720}}) || r.Place != coop.AlsaceMoselle || !r.Whit || len(r.Week[6]) != 0 {
		t.Fatalf("kept %+v", r)
	}
	if !uitest.Reads(w, "1 visite est déjà réservée à ce moment-là") {
		t.Errorf("it does not say which visits it comes upon: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "jeudi 3 décembre à 9 h")
	if d.opened != "v1" {
		t.Errorf("opened %q", d.opened)
	}
}

func TestMondayIsCopiedToTheOtherDays(t *testing.T) {
	d := visitors()
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	uitest.Type(t, w, "Lundi, début", "9")
	uitest.Press(t, w, "Comme lundi, du mardi au vendredi")
	uitest.Press(t, w, "Enregistrer")
	for day, spans := range d.values.Rules.Week {
		if day < 5 && (len(spans) != 2 || spans[0].From != 9*60) || day > 4 && len(spans) != 0 {
			t.Errorf("day %d has %v", day, spans)
		}
	}
}

func TestAnOfficerHasTheirOwnWeek(t *testing.T) {
	d := visitors()
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	if !uitest.Reads(w, "Comme la coopérative") {
		t.Errorf("the officers' weeks are not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Karim Haddad")
	uitest.Type(t, w, "Vendredi, fin", "midi")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Cette heure n’existe pas.") || len(d.hours) != 0 {
		t.Fatalf("kept %v; the window says %v", d.hours, uitest.Texts(w))
	}
	uitest.Type(t, w, "Vendredi, fin", "12h00")
	uitest.Press(t, w, "Enregistrer")
	if got := d.hours["karim"]; got.Week[4][0].To != 12*60 || got.Rev != 1 || d.said != "Horaires de Karim Haddad enregistrés" {
		t.Fatalf("kept %+v; the banner says %q", got, d.said)
	}
	if !uitest.Reads(w, "Ses propres horaires · 42 h par semaine") {
		t.Errorf("the window says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Karim Haddad")
	uitest.Press(t, w, "Reprendre les horaires de la coopérative")
	uitest.Press(t, w, "Enregistrer")
	if got := d.hours["karim"].Week[4][0].To; got != 12*60+30 {
		t.Errorf("kept %d", got)
	}
}

func TestAnAbsenceIsAddedAndTakenBack(t *testing.T) {
	d := visitors()
	d.upon = struck()
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	if !uitest.Reads(w, "Rien de prévu") {
		t.Errorf("no exceptions are not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Ajouter")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Choisissez un jour.") {
		t.Errorf("an absence without a day: %v", uitest.Texts(w))
	}
	uitest.Type(t, w, "Premier jour", "03/12/2026")
	uitest.Type(t, w, "Dernier jour", "07/12/2026")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Il manque le genre de cette exception, ou la personne") {
		t.Errorf("an absence of nobody: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Qui")
	uitest.Press(t, w, "Karim Haddad")
	uitest.Press(t, w, "Enregistrer")
	want := coop.Exception{ID: "e1", Staff: "karim", Kind: coop.StaffAway, From: "2026-12-03", To: "2026-12-07"}
	if len(d.exceptions) != 1 || d.exceptions[0] != want {
		t.Fatalf("kept %+v", d.exceptions)
	}
	if !uitest.Reads(w, "Mme Aïcha BENALI · Karim Haddad") {
		t.Errorf("it does not say which visits it comes upon: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "C’est vu")
	if !uitest.Reads(w, "Absence · Karim Haddad") || !uitest.Reads(w, "du jeudi 3 décembre 2026 au lundi 7 décembre 2026 · Toute la journée") {
		t.Errorf("the list says %v", uitest.Texts(w))
	}
	d.undo()
	uitest.Settle(w)
	if len(d.exceptions) != 0 || uitest.Reads(w, "Absence · Karim Haddad") {
		t.Errorf("undone, %+v", d.exceptions)
	}
}

func TestAWeeklyMeetingHasHoursAndAnEnd(t *testing.T) {
	d := visitors()
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	uitest.Press(t, w, "Ajouter")
	uitest.Press(t, w, "Réunion")
	uitest.Press(t, w, "Qui")
	uitest.Press(t, w, "Karim Haddad")
	uitest.Type(t, w, "Premier jour", "01/12/2026")
	uitest.Press(t, w, "Chaque semaine, ce jour-là")
	uitest.Type(t, w, "De", "9h")
	uitest.Type(t, w, "À", "10h30")
	uitest.Type(t, w, "Intitulé", "réunion d’équipe")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Dites jusqu’à quel jour cela se répète.") || len(d.exceptions) != 0 {
		t.Fatalf("kept %+v; the window says %v", d.exceptions, uitest.Texts(w))
	}
	uitest.Type(t, w, "Dernier jour", "30/06/2027")
	uitest.Press(t, w, "Enregistrer")
	if len(d.exceptions) != 1 || d.exceptions[0].Span != (coop.Span{From: 540, To: 630}) || !d.exceptions[0].Weekly {
		t.Fatalf("kept %+v", d.exceptions)
	}
	if !uitest.Reads(w, "chaque mardi, du mardi 1er décembre 2026 au mercredi 30 juin 2027 · de 9 h à 10 h 30 · réunion d’équipe") {
		t.Errorf("the list says %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Retirer : Réunion · Karim Haddad")
	if len(d.exceptions) != 0 {
		t.Fatalf("still there: %+v", d.exceptions)
	}
	d.undo()
	uitest.Settle(w)
	if len(d.exceptions) != 1 || !d.exceptions[0].Weekly {
		t.Errorf("put back: %+v", d.exceptions)
	}
}

func TestABridgeDayIsTakenWithOnePress(t *testing.T) {
	d := visitors()
	d.bridges = []coop.Day{"2026-05-15", "2027-05-07", "2027-12-31"}
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	if uitest.Reads(w, "15 mai 2026") {
		t.Error("a bridge that is past is offered")
	}
	uitest.Press(t, w, "Faire le pont")
	if len(d.exceptions) != 1 || d.exceptions[0].Kind != coop.BridgeDay || d.exceptions[0].From != "2027-05-07" || d.exceptions[0].Staff != "" {
		t.Fatalf("kept %+v", d.exceptions)
	}
	if !uitest.Reads(w, "vendredi 7 mai 2027 · Toute la journée") || !uitest.Reads(w, "Vendredi 31 décembre 2027") {
		t.Errorf("the window says %v", uitest.Texts(w))
	}
	d.undo()
	if len(d.exceptions) != 0 {
		t.Errorf("undone: %+v", d.exceptions)
	}
}

func TestManyExceptionsAreShownWhenAskedFor(t *testing.T) {
	d := visitors()
	for i := range 400 {
		day := coop.Day("2026-11-24").Add(i)
		d.exceptions = append(d.exceptions, coop.Exception{ID: coop.ExceptionID(strconv.Itoa(i)), Kind: coop.StaffAway, Staff: "karim", From: day, To: day})
	}
	w := opened(t, d, preferences.WorkHours, light, 1282, 1900)
	if uitest.Reads(w, "28 décembre 2027") {
		t.Error("all are shown at once")
	}
	uitest.Press(t, w, "Afficher les 380 autres")
	if !uitest.Reads(w, "28 décembre 2027") {
		t.Error("the last one is not shown")
	}
}

func TestTheRulesOfVisitsAreKept(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.Rules, light, 1282, 2600)
	uitest.Type(t, w, "À l’agence : Durée, en minutes", "30")
	uitest.Type(t, w, "Chez la personne : Trajet avant", "15")
	uitest.Type(t, w, "Par semaine au plus", "18")
	uitest.Type(t, w, "Prévenir par courrier, en jours", "12")
	uitest.Press(t, w, "Le plan du téléphone")
	uitest.Press(t, w, "Choisir un dossier")
	before := d.values.Rules.Kinds[1].Minutes
	uitest.Press(t, w, "Enregistrer")
	v := d.values
	if before != 45 || v.Rules.Kinds[1].Minutes != 30 || v.Rules.Kinds[0].Before != 15 || v.Rules.PerWeek != 18 || v.Rules.Post != 12 {
		t.Errorf("kept %+v", v.Rules)
	}
	if v.MapLink != "geo:0,0?q={address}" || v.Feed != "/media/stick" || v.Alarm != 30 {
		t.Errorf("kept %q, %q, %d", v.MapLink, v.Feed, v.Alarm)
	}
	uitest.Press(t, w, "Ne plus le tenir à jour")
	uitest.Press(t, w, "30 min avant")
	uitest.Press(t, w, "Jamais")
	uitest.Press(t, w, "Enregistrer")
	if d.values.Feed != "" || d.values.Alarm != 0 {
		t.Errorf("kept %q, %d", d.values.Feed, d.values.Alarm)
	}
}

// TestPicturesOfHours leaves pictures to look at under build/preferences.
func TestPicturesOfHours(t *testing.T) {
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 708), "1280x800": fyne.NewSize(1196, 740), "800x1280": fyne.NewSize(800, 1140), "whole": fyne.NewSize(1282, 1700)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				d := visitors()
				d.bridges = []coop.Day{"2027-05-07", "2027-12-31"}
				d.hours = map[coop.StaffID]coop.Hours{"mj": {Staff: "mj", Rev: 1, Week: coop.Week{0: {{From: 540, To: 720}}}}}
				d.exceptions = []coop.Exception{
					{ID: "1", Kind: coop.StaffAway, Staff: "mj", From: "2026-12-03", To: "2026-12-07"},
					{ID: "2", Kind: coop.Meeting, Staff: "karim", From: "2026-12-01", To: "2027-06-30", Weekly: true, Span: coop.Span{From: 540, To: 630}, Label: "réunion d’équipe"},
					{ID: "3", Kind: coop.CoopClosed, From: "2026-12-24", To: "2026-12-24", Span: coop.Span{From: 16 * 60, To: 18 * 60}},
				}
				w := opened(t, d, preferences.WorkHours, look.Style{Mode: mode}, size.Width, size.Height)
				shot := func(what string) { uitest.Shot(t, w, fmt.Sprintf("preferences/%s-%s-%s.png", what, name, mode)) }
				shot("hours")
				if name == "whole" {
					return
				}
				uitest.Press(t, w, "Karim Haddad")
				shot("week")
				uitest.Press(t, w, "Annuler")
				uitest.Press(t, w, "Ajouter")
				uitest.Press(t, w, "Réunion")
				shot("exception")
			})
		}
	}
}
