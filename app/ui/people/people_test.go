package people_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/people"
	"bienvenue/app/ui/person"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// desk is the trial's, with what these tests do at it.
type desk struct{ *trial.Desk }

func open(tb testing.TB, people int) *desk {
	tb.Helper()
	return &desk{trial.Open(tb, people)}
}

const longName = "Maria-José de Oliveira"

// room puts the list and the file together as the window does.
type room struct {
	*desk
	list *people.Screen
	file *person.Screen
	did  []string
}

func newRoom(d *desk) *room {
	r := &room{desk: d}
	note := func(what string) { r.did = append(r.did, what) }
	r.file = person.New(person.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Notices: d, OnError: d.OnError,
		OnBeginTalk: func(_ coop.HouseholdID, kind coop.TalkKind, _ coop.VisitID) { note("talk " + string(kind)) },
		OnResume:    func(coop.TalkID) { note("resume") },
		OnSheet:     func(coop.HouseholdID) { note("sheet") },
		OnLetters:   func(coop.HouseholdID) { note("letters") },
		OnBook:      func(coop.HouseholdID) { note("book") },
		OnPropose:   func(coop.HouseholdID) { note("propose") },
		OnMove:      func(coop.VisitID) { note("move") },
		OnVisit:     func(coop.VisitID) { note("visit") },
		OnBookAt:    func(_ coop.HouseholdID, at coop.Place) { note("book " + string(at)) },
		OnGiveUp:    func(coop.HouseholdID) { note("give up") },
		OnCard:      func(coop.Visit) { note("card") },
		OnFollowUp:  func(coop.FollowUpID) { note("followup") },
		OnCall:      func(number string) { note("call " + number) },
		OnChanged:   func(coop.HouseholdID) { r.list.Reload() },
	})
	r.list = people.New(people.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Notices: d, File: r.file, OnError: d.OnError,
	})
	r.list.Refresh()
	return r
}

// add enters somebody by hand.
func (d *desk) add(t *testing.T, h coop.Household) coop.HouseholdID {
	t.Helper()
	id, err := d.AddHousehold(context.Background(), d.Actor(), h, coop.Residence{Name: "Champmilan", Town: "Vaulx-la-Rivière", Address: "12 rue des Tilleuls", Postcode: "01990"})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func lefevre() coop.Household {
	return coop.Household{
		Product: coop.Rental, Entry: "2026-10-05", Dwelling: coop.Dwelling{Building: "B", Door: "12"},
		Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre", Mobile: "0639981102", Email: "eloise@example.org"}},
	}
}

func TestAPersonIsFoundAsOneTypes(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	d.add(t, lefevre())
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 768)
	uitest.Type(t, w, "Nom, téléphone, porte…", "lefe elo")
	if !uitest.Reads(w, "Mme Éloïse LEFÈVRE") || !uitest.Reads(w, "1 ménage") {
		t.Fatalf("nobody is found: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Mme Éloïse LEFÈVRE")
	if !uitest.Reads(w, "La visite de courtoisie est à réserver") {
		t.Errorf("the file does not say what next: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Proposer 3 créneaux")
	uitest.Press(t, w, "Choisir un moment")
	uitest.Press(t, w, "Accueillir")
	if got := fmt.Sprint(r.did); got != "[propose book talk counter]" {
		t.Errorf("what was pressed is handed on as %s", got)
	}
}

func TestWhoIsNotFoundCanBeAdded(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 768)
	if !uitest.Reads(w, "Aucun ménage pour l’instant") {
		t.Errorf("an empty archive says nothing useful: %v", uitest.Texts(w))
	}
	uitest.Type(t, w, "Nom, téléphone, porte…", "Diallo")
	if !uitest.Reads(w, "Personne ne correspond à « Diallo »") {
		t.Errorf("nothing says that nobody was found: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Ajouter une personne")
	if !uitest.Reads(w, "Pas encore de logement chez nous") {
		t.Errorf("somebody without a home has no place in the form: %v", uitest.Texts(w))
	}
	uitest.Type(t, w, "Prénom", "Aïssata")
	uitest.Type(t, w, "Portable", "06.39.98.11.07")
	uitest.Press(t, w, "Ajouter")
	if d.LastSaid() != "Aïssata DIALLO\u202f: la fiche est créée" {
		t.Errorf("the banner says %q", d.LastSaid())
	}
	if !uitest.Reads(w, "06 39 98 11 07") {
		t.Errorf("the file is not open: %v", uitest.Texts(w))
	}
}

func TestAFactIsCorrectedInItsPlaceAndTakenBack(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	id := d.add(t, lefevre())
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Settle(w)
	uitest.Press(t, w, "Modifier\u202f: Contacts")
	uitest.Type(t, w, "Portable", "06 39 98")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "n’est pas un numéro complet") {
		t.Fatalf("half a number is kept: %v", uitest.Texts(w))
	}
	uitest.Type(t, w, "Portable", "06 39 98 44 55")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "06 39 98 44 55") || d.LastSaid() != "Modification enregistrée\u202f: Contacts" {
		t.Fatalf("the number is not kept: %q, %v", d.LastSaid(), uitest.Texts(w))
	}
	if !uitest.Reads(w, "Fiche corrigée\u202f: contacts") {
		t.Errorf("the timeline does not tell: %v", uitest.Texts(w))
	}
	d.Undo()
	uitest.Settle(w)
	if !uitest.Reads(w, "06 39 98 11 02") {
		t.Errorf("the number is not put back: %v %v", d.Failed, uitest.Texts(w))
	}
}

func TestSomebodyElsesChangeIsNeverOverwritten(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	id := d.add(t, lefevre())
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Settle(w)
	uitest.Press(t, w, "Modifier\u202f: Contacts")
	other, err := d.Open(context.Background(), d.Actor(), id)
	if err != nil {
		t.Fatal(err)
	}
	other.Household.Wishes = "plutôt le matin"
	if err := d.EditHousehold(context.Background(), d.Actor(), other.Household); err != nil {
		t.Fatal(err)
	}
	uitest.Type(t, w, "Prénom", "Louise")
	uitest.Press(t, w, "Enregistrer")
	if len(d.Failed) != 1 || d.Words.Error(d.Failed[0]) != d.Words.T("error.changed") {
		t.Errorf("the change is not refused: %v", d.Failed)
	}
	if !uitest.Reads(w, "plutôt le matin") {
		t.Errorf("the file is not read again: %v", uitest.Texts(w))
	}
}

func TestTheChipsNarrowTheList(t *testing.T) {
	uitest.App(t)
	d := open(t, 400)
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 768)
	all := counted(t, d, coop.RowFilter{}, false)
	if !uitest.Reads(w, fmt.Sprintf("%d ménages", all)) {
		t.Fatalf("the list does not count %d: %v", all, uitest.Texts(w))
	}
	uitest.Press(t, w, "En retard")
	late := counted(t, d, coop.RowFilter{Due: true}, true)
	if late == 0 || late >= all || !uitest.Reads(w, d.Words.N("people.count", late)) {
		t.Errorf("%d are late, the list says otherwise: %v", late, uitest.Texts(w))
	}
	r.list.ShowToBook(false)
	uitest.Settle(w)
	if due := counted(t, d, coop.RowFilter{Due: true}, false); !uitest.Reads(w, d.Words.N("people.count", due)) {
		t.Errorf("%d are due, the list says otherwise: %v", due, uitest.Texts(w))
	}
}

func counted(t *testing.T, d *desk, f coop.RowFilter, late bool) int {
	t.Helper()
	f.Limit = 1
	_, n, err := d.People(context.Background(), d.Actor(), f, late)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestInPortraitTheFileTakesTheListsPlace(t *testing.T) {
	uitest.App(t)
	d := open(t, 0)
	d.add(t, lefevre())
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 800, 1200)
	uitest.Press(t, w, "Mme Éloïse LEFÈVRE")
	if uitest.Reads(w, "1 ménage") {
		t.Error("the list is still seen")
	}
	uitest.Press(t, w, "Personnes")
	if !uitest.Reads(w, "1 ménage") {
		t.Error("there is no way back to the list")
	}
}

func TestPicturesOfPeople(t *testing.T) {
	uitest.App(t)
	d := open(t, 400)
	longest := lefevre()
	longest.Product = coop.PSLA
	longest.Holders = []coop.Cooperator{
		{Civility: coop.Madame, First: longName, Last: "Châtelain-Quéméneur", Mobile: "0639981109", Email: "maria-jose.de-oliveira.chatelain-quemeneur@example.org"},
		{Civility: coop.Monsieur, First: "Jean-Baptiste", Last: "de La Rochefoucauld-Montbel", Mobile: "0639981110"},
	}
	long := d.add(t, longest)
	sizes := map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 768), "1280x800": fyne.NewSize(1196, 800), "800x1280": fyne.NewSize(800, 1196)}
	for name, size := range sizes {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				r := newRoom(d)
				w := uitest.Styled(t, look.Style{Mode: mode}, r.list.Content(), size.Width, size.Height)
				shot := func(what string) { uitest.Shot(t, w, fmt.Sprintf("people/%s-%s-%s.png", what, name, mode)) }
				shot("list")
				r.list.Open(richest(t, d))
				shot("file")
				r.list.Open(long)
				shot("long")
				uitest.Press(t, w, "Modifier\u202f: Contacts")
				shot("edit")
			})
		}
	}
}

func TestPicturesOfAWholeFileAndOfNobody(t *testing.T) {
	uitest.App(t)
	d := open(t, 400)
	r := newRoom(d)
	r.list.Open(richest(t, d))
	w := uitest.Window(t, r.list.Content(), 1282, 2600)
	uitest.Shot(t, w, "people/whole.png")
	for text := range map[string]bool{"⟦": true, "<no value>": true} {
		if uitest.Reads(w, text) {
			t.Errorf("something is not said: %v", uitest.Texts(w))
		}
	}
	empty := newRoom(open(t, 0))
	w = uitest.Window(t, empty.list.Content(), 1282, 768)
	uitest.Shot(t, w, "people/empty.png")
	uitest.Press(t, w, "Ajouter une personne")
	uitest.Shot(t, w, "people/add.png")
}

// richest is the household of which most is known.
func richest(t *testing.T, d *desk) coop.HouseholdID {
	t.Helper()
	rows, _, err := d.People(context.Background(), d.Actor(), coop.RowFilter{}, false)
	if err != nil {
		t.Fatal(err)
	}
	best, most := coop.HouseholdID(""), -1
	for _, row := range rows {
		f, err := d.Open(context.Background(), d.Actor(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		n := len(f.Journal)
		if len(f.Outcomes) == 0 || len(f.FollowUps) == 0 {
			n = 0
		}
		if n > most {
			best, most = row.ID, n
		}
	}
	return best
}

func TestAHouseholdIsSparedTheLettersOfTheCoopsLife(t *testing.T) {
	d := open(t, 0)
	id := d.add(t, coop.Household{Product: coop.Rental, Entry: "2020-03-01", Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre"}}})
	r := newRoom(d)
	w := uitest.Window(t, r.list.Content(), 1282, 2400)
	r.list.Open(id)
	uitest.Press(t, w, "Modifier : Contrat")
	uitest.Press(t, w, "Ne souhaite pas recevoir les courriers")
	uitest.Press(t, w, "Enregistrer")
	if !uitest.Reads(w, "Ne souhaite pas recevoir les courriers de la vie de la coopérative") || len(d.Failed) > 0 {
		t.Errorf("the file says %v, failed %v", uitest.Texts(w), d.Failed)
	}
	f, err := d.Open(t.Context(), d.Actor(), id)
	if err != nil || !f.Household.NoNews {
		t.Fatalf("not kept: %v", err)
	}
	if last := f.Journal[len(f.Journal)-1]; last.Act != coop.ActEdited || !strings.Contains(string(last.Payload), `"no_news"`) {
		t.Errorf("the journal says %s %s", last.Act, last.Payload)
	}
}

func TestPapersForManyAreForThoseWhoAreShown(t *testing.T) {
	d := open(t, 30)
	var asked []coop.RowFilter
	list := people.New(people.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Actor: d.Actor, Notices: d, File: newRoom(d).file, OnError: d.OnError,
		OnBatch: func(f coop.RowFilter, _ bool) { asked = append(asked, f) },
	})
	list.Refresh()
	w := uitest.Window(t, list.Content(), 1282, 716)
	uitest.Press(t, w, "Courriers en nombre")
	uitest.Press(t, w, "Sans part")
	uitest.Press(t, w, "Courriers en nombre")
	if len(asked) != 2 || asked[0].NoShare || !asked[1].NoShare {
		t.Errorf("asked for %+v", asked)
	}
}
