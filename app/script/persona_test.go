package script_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

const persons = `language: fr
personas:
  - id: asks-back
    title: La locataire qui demande
    about: Elle veut comprendre.
    holders: [{civility: mme, first: Odile, last: Renard}, {first: Sam, last: Renard}]
    product: rental
    home: flat
    heating: collective
    garage: true
    landlord: social
    residence: Les Tilleuls
    building: B
    door: "12"
    minutes: 45
    opens: « Entrez. »
    every: 1
    lines:
      welcome: « C’est pour quoi ? »
    ends: « Merci. »
`

const personsInEnglish = `language: en
personas:
  - id: asks-back
    title: The tenant who asks
    about: She wants to understand.
    opens: “Come in.”
    lines:
      welcome: “What is it for?”
    ends: “Thank you.”
`

func TestAPersonaIsReadWhole(t *testing.T) {
	all, err := script.ReadPersonas("personas.fr.yaml", []byte(persons), script.File{Name: "personas.en.yaml", Source: []byte(personsInEnglish)})
	if err != nil || len(all) != 1 {
		t.Fatalf("got %d personas, %v", len(all), err)
	}
	p := all[0]
	h, r := p.Household()
	want := coop.Household{
		ID: "rehearsal-asks-back", Product: coop.Rental, Landlord: coop.LandlordSocial, Language: "fr",
		Share: coop.Share{State: coop.ShareToOffer},
		Holders: []coop.Cooperator{
			{ID: "rehearsal-asks-back-1", Civility: coop.Madame, First: "Odile", Last: "Renard"},
			{ID: "rehearsal-asks-back-2", First: "Sam", Last: "Renard"},
		},
		Dwelling: coop.Dwelling{
			ID: "rehearsal-asks-back", Residence: "rehearsal-asks-back", Building: "B", Door: "12",
			Home: coop.Flat, Heating: coop.CollectiveHeating, Garage: true,
		},
	}
	if diff := cmp.Diff(want, h); diff != "" || r.Name != "Les Tilleuls" {
		t.Error(diff)
	}
	if p.Minutes != 45 || p.Opens != "« Entrez. »" || p.In("en").Opens != "“Come in.”" || p.In("de").Ends != "« Merci. »" {
		t.Errorf("got %+v", p)
	}
}

func TestAPersonaSpeaksWhenAStepBegins(t *testing.T) {
	all, err := script.ReadPersonas("", []byte(persons))
	if err != nil {
		t.Fatal(err)
	}
	s := read(t, good)
	s.All[1].For, s.All[1].Asked = script.Condition{}, []script.Asked{{Question: "Et le garage ?"}}
	w := script.Follow(s, script.Facts{}, coop.Talk{})
	for name, c := range map[string]struct {
		every int
		step  int
		line  string
		asked int
	}{
		"with a line of her own":          {1, 0, "« C’est pour quoi ? »", -1},
		"with a question of the step":     {1, 1, "Et le garage ?", 0},
		"not when it is not her turn":     {2, 1, "", -1},
		"not when there is nothing to it": {1, 2, "", -1},
		"never when she only listens":     {0, 1, "", -1},
	} {
		t.Run(name, func(t *testing.T) {
			p := all[0]
			p.Every = c.every
			if line, asked := p.Says(w, s.All[c.step]); line != c.line || asked != c.asked {
				t.Errorf("got %q %d", line, asked)
			}
		})
	}
}

func TestAMistakeInAPersonaIsToldWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		old, with string
		key       string
		line      int
	}{
		"no persons at all":       {persons, "language: fr\n", "script.refused.missing", 1},
		"a profile":               {"minutes: 45", "minutes: 45\n    age: 30", "script.refused.unknown", 16},
		"a home of no kind":       {"home: flat", "home: boat", "script.refused.value", 8},
		"a name that lacks":       {"first: Odile, ", "", "script.refused.missing", 6},
		"a long speech":           {"« Entrez. »", strings.Repeat("mot ", 41) + "fin", "script.refused.words", 16},
		"a rhythm in letters":     {"every: 1", "every: often", "script.refused.number", 17},
		"a line without a text":   {"      welcome: « C’est pour quoi ? »", "      welcome:", "script.refused.missing", 19},
		"a landlord of no kind":   {"landlord: social", "landlord: king", "script.refused.value", 11},
		"a talk that nobody has":  {"minutes: 45", "minutes: 45\n    talk: phone", "script.refused.value", 16},
		"somebody who is not two": {"    ends: « Merci. »\n", "    ends: a\n  - id: asks-back\n", "script.refused.repeated", 21},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(persons, c.old) {
				t.Fatalf("the sample has no %q", c.old)
			}
			_, err := script.ReadPersonas("p.yaml", []byte(strings.Replace(persons, c.old, c.with, 1)))
			checkPlaces(t, err)
			for _, e := range script.Found(err) {
				if e.Key == c.key && e.Line == c.line {
					return
				}
			}
			t.Errorf("got %v", err)
		})
	}
	for name, c := range map[string]struct{ old, with, key string }{
		"an unknown person":      {"id: asks-back", "id: silent", "script.refused.foreign"},
		"an unknown line":        {"welcome:", "garage:", "script.refused.foreign"},
		"the language of all":    {"language: en", "language: fr", "script.refused.language"},
		"an ending that lacks":   {"    ends: “Thank you.”\n", "", "script.refused.missing"},
		"a fact of the home":     {"    opens:", "    home: flat\n    opens:", "script.refused.unknown"},
		"a line that is lacking": {"      welcome: “What is it for?”", "      {}", "script.refused.missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := script.ReadPersonas("", []byte(persons), script.File{Name: "p.en.yaml", Source: []byte(strings.Replace(personsInEnglish, c.old, c.with, 1))})
			checkPlaces(t, err)
			for _, e := range script.Found(err) {
				if e.Key == c.key && e.File == "p.en.yaml" {
					return
				}
			}
			t.Errorf("got %v", err)
		})
	}
}

// TestShippedPersonasAreSound holds the invented people to the scripts: each gets one, and speaks of
// nothing that no script has.
func TestShippedPersonasAreSound(t *testing.T) {
	var files []script.File
	for _, name := range []string{"personas.fr.yaml", "personas.en.yaml"} {
		source, err := os.ReadFile("../../assets/rehearsal/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, script.File{Name: name, Source: source})
	}
	all, err := script.ReadPersonas(files[0].Name, files[0].Source, files[1])
	for _, e := range script.Found(err) {
		t.Errorf("%v %v", e, e.Args)
	}
	var scripts []script.Script
	topics := map[string]bool{}
	for _, b := range shipped(t) {
		scripts = append(scripts, b.Script)
		for _, step := range b.Script.All {
			topics[string(step.ID)], topics[string(step.Topic)] = true, true
		}
	}
	for _, p := range all {
		h, r := p.Household()
		kind := p.Kind
		if kind == "" {
			kind = coop.CourtesyTalk
		}
		if _, ok := script.Choose(scripts, kind, script.FactsOf(h, r, nil)); !ok {
			t.Errorf("%s: no script of kind %s is meant for them", p.ID, kind)
		}
		for name := range p.Lines {
			if !topics[name] {
				t.Errorf("%s: no script speaks of %q", p.ID, name)
			}
		}
		if p.In("en").Language != "en" {
			t.Errorf("%s: no English", p.ID)
		}
	}
}
