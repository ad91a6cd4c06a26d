package preferences_test

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/preferences"
	"bienvenue/app/ui/uitest"
)

// desk keeps settings in memory.
type desk struct {
	values preferences.Values
	staff  []coop.Staff
	events []coop.Event
	folder string // of the last backup
	named  map[string]preferences.Named
	logo   error // why a picture cannot be read
	diary
}

func (d *desk) Named(context.Context) (map[string]preferences.Named, error) { return d.named, nil }
func (d *desk) ReadLogo(_ context.Context, path string) ([]byte, error) {
	if d.logo != nil {
		return nil, d.logo
	}
	return os.ReadFile(path)
}

func (d *desk) Values(context.Context) (preferences.Values, error) { return d.values, nil }
func (d *desk) Change(_ context.Context, to preferences.Values) error {
	d.values = to
	return nil
}
func (d *desk) Staff(context.Context) ([]coop.Staff, error) { return d.staff, nil }
func (d *desk) KeepStaff(_ context.Context, s coop.Staff) (coop.Staff, error) {
	for i, one := range d.staff {
		if one.ID == s.ID {
			d.staff[i] = s
			return s, nil
		}
	}
	d.staff = append(d.staff, s)
	return s, nil
}
func (d *desk) Events(context.Context) ([]coop.Event, error) { return d.events, nil }
func (d *desk) KeepEvent(_ context.Context, e coop.Event) error {
	d.events = append(d.events, e)
	return nil
}
func (d *desk) ArchivePath() string { return "/home/sonia/bienvenue.db" }
func (d *desk) Backup(_ context.Context, folder string) (string, error) {
	d.folder = folder
	return folder + "/copy.db", nil
}

func (d *desk) Examine(context.Context) ([]preferences.Finding, error) {
	return []preferences.Finding{{OK: true, Words: "Le fichier est intact."}, {Words: "Le disque est presque plein."}}, nil
}

func values() preferences.Values {
	return preferences.Values{
		Coop: coop.Coop{Name: "Coopérative HLM des Deux Rives", ShareCents: 1650, AgmMonth: 6}, Language: "fr", Theme: preferences.System,
		Scale: 100, Accent: "#0B5C63", Rules: coop.VisitRules{
			Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Backlog: 6, Post: 10, Notice: 7, Agreed: 2, Remind: 2, PerDay: 5, PerWeek: 22,
			Place: coop.Mainland, Week: usualWeek(), Kinds: []coop.KindRule{
				{Kind: coop.CourtesyVisit, Place: coop.AtHome, Allowed: true, Minutes: 45, Before: 20, After: 20},
				{Kind: coop.CourtesyVisit, Place: coop.AtOffice, Allowed: true, Minutes: 45},
				{Kind: coop.CourtesyVisit, Place: coop.ByPhone, Allowed: true, Minutes: 25},
			},
		},
		CounterMinutes: 7, Target: 75, MapLink: "https://www.openstreetmap.org/search?query={address}", Alarm: 30,
	}
}

func opened(t *testing.T, d *desk, section preferences.Section, style look.Style, width, height float32) fyne.Window {
	t.Helper()
	uitest.App(t)
	var w fyne.Window
	p := preferences.Params{
		Desk: d, Words: uitest.French(t, time.UTC), Run: kit.Inline(), Today: "2026-11-23", Section: section,
		OnError: func(err error) { t.Error(err) }, OnDone: func(text string) { d.said = text }, OnVisit: func(id coop.VisitID) { d.opened = id },
		OnUndo:   func(text string, undo func()) { d.said, d.undo = text, undo },
		MapLinks: []string{"https://www.openstreetmap.org/search?query={address}", "geo:0,0?q={address}"}, OnChanged: func() {}, OnImport: func() {},
		ChooseFolder: func(chosen func(string)) { chosen("/media/stick") },
		ChooseLogo:   func(chosen func(string)) { chosen("testdata/logo.png") },
	}
	if d.logo != nil {
		p.OnError = func(error) {}
	}
	w = uitest.Styled(t, style, kit.Column(), width, height)
	p.Window = w
	s := preferences.New(p)
	w.SetContent(s.Content())
	s.Refresh()
	uitest.Settle(w)
	return w
}

var light = look.Style{Mode: look.Light}

func TestTheCoopsFactsAreKept(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.CoopFacts, light, 1282, 1600)
	if uitest.CanPress(w, "Enregistrer") {
		t.Error("offers to save what was not changed")
	}
	uitest.Type(t, w, "Téléphone de l’agence", " 0465710100 ")
	uitest.Type(t, w, "Prix d’une part sociale, en euros", "16,5 €")
	uitest.Type(t, w, "Jour du mois où le loyer est dû", "")
	uitest.Press(t, w, "Enregistrer")
	if c := d.values.Coop; c.AgencyPhone != "0465710100" || c.ShareCents != 1650 || c.RentDay != 0 || c.AgmMonth != 6 {
		t.Errorf("kept %+v", c)
	}
}

func TestTheCodesOfTheSheetAreChosen(t *testing.T) {
	d := &desk{values: values()}
	d.values.SheetCodes = []coop.CodeKind{coop.CodeArea, coop.CodeAgm}
	w := opened(t, d, preferences.CoopFacts, light, 1282, 2400)
	uitest.Press(t, w, "L’espace en ligne")
	uitest.Press(t, w, "La page de la coopérative")
	uitest.Press(t, w, "Enregistrer")
	if got := d.values.SheetCodes; len(got) != 2 || got[0] != coop.CodeAgm || got[1] != coop.CodePage {
		t.Errorf("kept %v", got)
	}
}

func TestWhatIsNoNumberIsSaidAtItsField(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.Rules, light, 1282, 1600)
	uitest.Type(t, w, "Au plus tard", "bientôt")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Indiquez un nombre entier.") || d.values.Rules.Window.To != 90 {
		t.Errorf("kept %+v; the window says %v", d.values.Rules.Window, uitest.Texts(w))
	}
	uitest.Type(t, w, "Au plus tard", "100")
	uitest.Press(t, w, "Enregistrer")
	if d.values.Rules.Window.To != 100 {
		t.Errorf("kept %+v", d.values.Rules.Window)
	}
}

func TestAChoiceOfTheDisplayIsKeptAtOnce(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.Display, light, 1282, 1400)
	for _, words := range []string{"Sombre", "125 %", "Prune", "English"} {
		uitest.Press(t, w, words)
	}
	if v := d.values; v.Theme != preferences.Dark || v.Scale != 125 || v.Accent != "#6B2C5C" || v.Language != "en" {
		t.Errorf("kept %+v", v)
	}
	uitest.Type(t, w, "Une autre couleur", "rouge")
	uitest.Press(t, w, "Appliquer")
	if d.values.Accent != "#6B2C5C" || !uitest.Reads(w, "Un code de couleur") {
		t.Errorf("kept %q", d.values.Accent)
	}
}

func TestSomebodyJoinsAndSomebodyLeaves(t *testing.T) {
	d := &desk{values: values(), staff: []coop.Staff{{ID: "1", Login: "sonia", Name: "Sonia Arnaud", Role: coop.FrontDesk, Active: true}}}
	w := opened(t, d, preferences.Team, light, 1282, 900)
	uitest.Press(t, w, "Ajouter une personne")
	uitest.Type(t, w, "Prénom et nom", "Hugo Meunier")
	uitest.Type(t, w, "Identifiant", "hugo")
	uitest.Type(t, w, "Visites par mois", "75")
	uitest.Press(t, w, "Chargé(e) de visite")
	uitest.Press(t, w, "Turc")
	uitest.Press(t, w, "Arabe")
	uitest.Press(t, w, "Noms dans mon agenda")
	uitest.Press(t, w, "Enregistrer")
	if got := d.staff[1]; !slices.Equal(got.Speaks, []string{"ar", "tr"}) || !got.Named || !uitest.Reads(w, "parle aussi : Arabe, Turc") {
		t.Errorf("kept %+v; the window says %v", got, uitest.Texts(w))
	}
	if len(d.staff) != 2 || d.staff[1].Target != 75 || d.staff[1].Role != coop.Officer || !d.staff[1].Active {
		t.Fatalf("kept %+v", d.staff)
	}
	uitest.Press(t, w, "Sonia Arnaud")
	uitest.Press(t, w, "Travaille ici")
	uitest.Press(t, w, "Enregistrer")
	if d.staff[0].Active || !uitest.Reads(w, "N’est plus là") {
		t.Errorf("kept %+v", d.staff[0])
	}
}

func TestTheNextGeneralMeetingIsAnnounced(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.Events, light, 1282, 900)
	uitest.Press(t, w, "Ajouter un rendez-vous")
	uitest.Type(t, w, "Intitulé", "Assemblée générale")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Choisissez un jour.") {
		t.Error("an event without a day was kept")
	}
	uitest.Type(t, w, "Jour", "23/06/2027")
	uitest.Type(t, w, "Heure", "le soir")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Écrivez l’heure comme 18 h 30.") || len(d.events) != 0 {
		t.Errorf("an hour that is none was kept: %+v", d.events)
	}
	uitest.Type(t, w, "Heure", "18h30")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "mercredi 23 juin 2027 à 18 h 30") {
		t.Errorf("the list does not say when: %q", uitest.Texts(w))
	}
	if len(d.events) != 1 || d.events[0].Hour != "18:30" || d.events[0].Day != "2027-06-23" || d.events[0].Kind != coop.EventAgm {
		t.Errorf("kept %+v", d.events)
	}
}

func TestTheArchiveIsSavedAndExamined(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.Archive, light, 1282, 1200)
	uitest.Press(t, w, "Sauvegarder dans un autre dossier")
	if d.folder != "/media/stick" || !uitest.Reads(w, "/media/stick/copy.db") {
		t.Errorf("saved in %q", d.folder)
	}
	uitest.Press(t, w, "Vérifier l’archive")
	for _, words := range []string{"Le fichier est intact.", "Le disque est presque plein.", "/home/sonia/bienvenue.db"} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q", words)
		}
	}
}

// named says where texts name some facts.
func named() map[string]preferences.Named {
	return map[string]preferences.Named{
		"agency_phone": {Texts: 6, Instead: "le numéro de votre avis d’échéance"}, "mediator": {Texts: 2, Instead: "le médiateur dont nous vous donnons l’adresse"},
		"coop": {Texts: 9, Instead: "votre coopérative"}, "emergency_phone": {Texts: 1, Instead: "le numéro affiché dans le hall"},
	}
}

// known is a coop that has said much of itself.
func known(t *testing.T) preferences.Values {
	t.Helper()
	v := values()
	logo, err := os.ReadFile("testdata/logo.png")
	if err != nil {
		t.Fatal(err)
	}
	v.Logo, v.Coop.Qualibail = logo, true
	v.Coop.AgencyPhone, v.Coop.EmergencyPhone, v.Coop.AgencyHours = "0199004110", "0199004199", "du lundi au vendredi, 9 h – 17 h"
	return v
}

func TestPhonesAreShownAsPeopleReadThem(t *testing.T) {
	d := &desk{values: known(t)}
	w := opened(t, d, preferences.CoopFacts, light, 1282, 2000)
	if got := uitest.Typed(t, w, "Téléphone de l’agence"); got != "01\u00a099\u00a000\u00a041\u00a010" {
		t.Errorf("shown as %q", got)
	}
	uitest.Type(t, w, "Service technique", "+33 1 99 00 41 20")
	uitest.Type(t, w, "Accompagnement social", "3949, poste 12")
	uitest.Press(t, w, "Enregistrer")
	c := d.values.Coop
	if c.AgencyPhone != "0199004110" || c.TechnicalPhone != "0199004120" || c.SocialPhone != "3949, poste 12" || c.EmergencyPhone != "0199004199" {
		t.Errorf("kept %+v", c)
	}
	if got := uitest.Typed(t, w, "Service technique"); got != "01\u00a099\u00a000\u00a041\u00a020" {
		t.Errorf("shown as %q after it was kept", got)
	}
}

func TestALogoIsChosenShownAndRemoved(t *testing.T) {
	d := &desk{values: values()}
	w := opened(t, d, preferences.CoopFacts, light, 1282, 2000)
	if !uitest.Reads(w, "Pas encore de logo.") || uitest.CanPress(w, "Retirer le logo") {
		t.Error("a coop without a logo is not told so")
	}
	uitest.Press(t, w, "Choisir un logo")
	uitest.Press(t, w, "Label Qualibail")
	uitest.Press(t, w, "Enregistrer")
	if len(d.values.Logo) == 0 || !d.values.Coop.Qualibail || uitest.Reads(w, "Pas encore de logo.") {
		t.Fatalf("kept %d bytes of a logo, the label %v", len(d.values.Logo), d.values.Coop.Qualibail)
	}
	d.logo = coop.Refuse("sheet.refused.logo.broken", nil)
	w = opened(t, d, preferences.CoopFacts, light, 1282, 2000)
	uitest.Press(t, w, "Choisir un logo")
	if uitest.CanPress(w, "Enregistrer") || !uitest.CanPress(w, "Retirer le logo") {
		t.Error("a file that is no picture takes the logo's place")
	}
	uitest.Press(t, w, "Retirer le logo")
	uitest.Press(t, w, "Enregistrer")
	if d.values.Logo != nil {
		t.Error("the logo is still there")
	}
}

func TestAnEmptyFactSaysWhatTheTextsSayMeanwhile(t *testing.T) {
	d := &desk{values: values(), named: named()}
	w := opened(t, d, preferences.CoopFacts, light, 1282, 2000)
	for _, words := range []string{"Nommé dans 9 étapes", "Nommé dans 6 étapes, qui disent en attendant", "le numéro de votre avis d’échéance", "Nommé dans une étape, qui dit"} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
	uitest.Type(t, w, "Téléphone de l’agence", "01 99 00 41 10")
	uitest.Press(t, w, "Enregistrer")
	if uitest.Reads(w, "le numéro de votre avis d’échéance") || !uitest.Reads(w, "Nommé dans 6 étapes") {
		t.Error("a fact that is known is told as an empty one")
	}
}

func TestTheNextMeetingsDayLeadsToItsPlace(t *testing.T) {
	d := &desk{values: values(), events: []coop.Event{
		{ID: "0", Kind: coop.EventWorkshop, Title: "Atelier jardin", Day: "2027-03-01"},
		{ID: "1", Kind: coop.EventAgm, Title: "Assemblée générale ordinaire", Day: "2027-06-15"},
	}}
	w := opened(t, d, preferences.CoopFacts, light, 1282, 2000)
	if !uitest.Reads(w, "mardi 15\u00a0juin\u00a02027") {
		t.Error("the day is not shown")
	}
	uitest.Press(t, w, "Prochaine assemblée générale")
	if !uitest.Reads(w, "Assemblée générale ordinaire") {
		t.Error("it does not lead to the coop's events")
	}
	uitest.Press(t, w, "La coopérative")
	uitest.Press(t, w, "Couleur de la coopérative")
	if !uitest.Reads(w, "Taille du texte") {
		t.Error("the colour does not lead to the display")
	}
}

// TestPictures leaves pictures to look at under build/preferences.
func TestPictures(t *testing.T) {
	for name, c := range map[string]struct {
		section       preferences.Section
		style         look.Style
		width, height float32
	}{
		"coop-1366-dark":     {preferences.CoopFacts, look.Style{Mode: look.Dark}, 1282, 1700},
		"coop-1280-light":    {preferences.CoopFacts, light, 1196, 740},
		"coop-800-light":     {preferences.CoopFacts, light, 800, 2000},
		"coop-1366-light":    {preferences.CoopFacts, light, 1282, 708},
		"rules-800-dark":     {preferences.Rules, look.Style{Mode: look.Dark}, 800, 2100},
		"rules-1366-light":   {preferences.Rules, light, 1282, 708},
		"display-1280-dark":  {preferences.Display, look.Style{Mode: look.Dark}, 1196, 740},
		"team-800-light":     {preferences.Team, light, 800, 1140},
		"events-800-light":   {preferences.Events, light, 800, 1140},
		"codes-800-dark":     {preferences.CoopFacts, look.Style{Mode: look.Dark}, 800, 2700},
		"archive-1366-light": {preferences.Archive, light, 1282, 708},
	} {
		t.Run(name, func(t *testing.T) {
			d := &desk{values: known(t), named: named(), events: []coop.Event{{
				ID: "1", Kind: coop.EventAgm, Title: "Assemblée générale", Day: "2027-06-15", Hour: "18:30", Place: "Salle des fêtes",
			}}, staff: []coop.Staff{{
				ID: "1", Login: "mj", Name: "Maria-José de Oliveira Châtelain-Quéméneur", Role: coop.Officer, Active: true, Target: 75, Speaks: []string{"pt", "es"}, Named: true,
			}}}
			uitest.Shot(t, opened(t, d, c.section, c.style, c.width, c.height), "preferences/"+name+".png")
		})
	}
}
