package script

import (
	"slices"
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"bienvenue/app/coop"
)

// Persona is an invented cooperator to rehearse a talk with: how they behave, the facts of their
// home, and what they say. Nobody here exists.
type Persona struct {
	ID        string
	Kind      coop.TalkKind // the talk they come for, "" for any
	Holders   []coop.Cooperator
	Product   coop.Product
	Home      coop.Home
	Heating   coop.Heating
	Copro     bool
	Garage    bool
	Landlord  coop.Landlord
	Residence string
	Building  string
	Door      string
	Minutes   int // the time they have
	Every     int // at every so manieth step they ask back what people ask there, 0 for never
	PersonaTexts

	tongues map[string]PersonaTexts
}

// PersonaTexts are the texts of a Persona in one language.
type PersonaTexts struct {
	Language string
	Title    string
	About    string // behaviour only, never a profile
	Opens    string
	Lines    map[string]string // what they say when a step begins, by topic or step
	Ends     string
}

// Limits of a persona's texts.
const (
	aboutLength = 140 // characters, on a card
	lineWords   = 40
)

// ReadPersonas reads a file of invented cooperators and, from other files, their texts in other
// languages. The error is a FileErrors with all that is wrong, each with its line and column.
func ReadPersonas(name string, src []byte, texts ...File) ([]Persona, error) {
	r := &reader{file: baseName(name)}
	root := r.tree(src)
	if root == nil {
		return nil, r.errs()
	}
	f := r.fields(root, "language", "personas")
	language := f.name("language")
	var all []Persona
	seen := map[string]bool{}
	f.need("personas")
	for _, n := range r.list(f, "personas") {
		pf := r.fields(n, "id", "title", "about", "talk", "holders", "product", "home", "heating", "copro", "garage",
			"landlord", "residence", "building", "door", "minutes", "opens", "every", "lines", "ends")
		p := r.persona(pf)
		p.PersonaTexts = r.personaTexts(pf, language, nil)
		r.once(pf, p.ID, seen)
		all = append(all, p)
	}
	err := r.errs()
	for _, file := range texts {
		err = joined(err, readPersonaTexts(file, all))
	}
	return all, err
}

func (r *reader) persona(f fields) Persona {
	p := Persona{
		ID:        f.name("id"),
		Product:   oneOf(f, "product", coop.Products()...),
		Home:      oneOf(f, "home", coop.Homes()...),
		Heating:   oneOf(f, "heating", coop.Heatings()...),
		Copro:     f.flag("copro"),
		Garage:    f.flag("garage"),
		Residence: f.text("residence"),
		Building:  f.word("building"),
		Door:      f.word("door"),
		Minutes:   f.number("minutes"),
	}
	if f.at["talk"] != nil {
		p.Kind = oneOf(f, "talk", coop.CounterTalk, coop.CourtesyTalk)
	}
	if f.at["landlord"] != nil && f.word("landlord") != "" {
		p.Landlord = oneOf(f, "landlord", coop.LandlordSocial, coop.LandlordOther, unknownLandlord)
		if p.Landlord == unknownLandlord {
			p.Landlord = coop.LandlordUnknown
		}
	}
	if f.at["every"] != nil && f.word("every") != "0" {
		p.Every = f.number("every")
	}
	f.need("holders")
	for i, n := range r.list(f, "holders") {
		hf := r.fields(n, "civility", "first", "last")
		c := coop.Cooperator{
			ID:    coop.CooperatorID(p.madeUp() + "-" + strconv.Itoa(i+1)),
			First: hf.text("first"), Last: hf.text("last"),
		}
		if hf.at["civility"] != nil {
			c.Civility = oneOf(hf, "civility", coop.Madame, coop.Monsieur)
		}
		p.Holders = append(p.Holders, c)
	}
	return p
}

// personaTexts reads what somebody says; of, when it is not nil, are the lines that there may be.
func (r *reader) personaTexts(f fields, language string, of map[string]string) PersonaTexts {
	t := PersonaTexts{
		Language: language,
		Title:    f.label("title", labelLength),
		About:    f.label("about", aboutLength),
		Opens:    f.spoken("opens", lineWords),
		Ends:     f.spoken("ends", lineWords),
	}
	if f.at["lines"] == nil {
		return t
	}
	pairs, _ := r.pairs(f.at["lines"])
	for _, pair := range pairs {
		name, ok := r.key(pair)
		if !ok {
			continue
		}
		if _, known := of[name]; of != nil && !known {
			r.refuse(placeOf(pair.Key), keyForeign, map[string]any{"Value": name})
			continue
		}
		line := fields{r: r, node: f.at["lines"], at: map[string]ast.Node{name: pair.Value}, told: map[string]bool{}}
		put(&t.Lines, name, line.spoken(name, lineWords))
	}
	return t
}

// readPersonaTexts reads the texts in another language into the personas they belong to.
func readPersonaTexts(file File, all []Persona) error {
	r := &reader{file: baseName(file.Name)}
	root := r.tree(file.Source)
	if root == nil {
		return r.errs()
	}
	f := r.fields(root, "language", "personas")
	language := f.name("language")
	for _, n := range r.list(f, "personas") {
		pf := r.fields(n, "id", "title", "about", "opens", "lines", "ends")
		id := pf.name("id")
		i := slices.IndexFunc(all, func(p Persona) bool { return p.ID == id })
		switch {
		case i < 0:
			r.refuse(pf.place("id"), keyForeign, map[string]any{"Value": id})
			continue
		case language == all[i].Language:
			r.refuse(f.place("language"), keyLanguage, map[string]any{"Value": language})
			continue
		}
		lines := all[i].Lines
		if lines == nil {
			lines = map[string]string{}
		}
		t := r.personaTexts(pf, language, lines)
		for name := range lines {
			if t.Lines[name] == "" {
				r.refuse(pf.place("lines"), keyMissing, map[string]any{"Field": name})
			}
		}
		put(&all[i].tongues, language, t)
	}
	return r.errs()
}

// In is the persona speaking another language, its own when it does not know that one.
func (p Persona) In(language string) Persona {
	if t, ok := p.tongues[language]; ok {
		p.PersonaTexts = t
	}
	return p
}

// madeUp begins the identities of a persona's household, so that nobody real can have them.
func (p Persona) madeUp() string { return "rehearsal-" + p.ID }

// Household is the home that the persona lives in; its identities are always the same.
func (p Persona) Household() (coop.Household, coop.Residence) {
	id := p.madeUp()
	r := coop.Residence{ID: coop.ResidenceID(id), Name: p.Residence, Heating: p.Heating}
	return coop.Household{
		ID: coop.HouseholdID(id), Product: p.Product, Holders: slices.Clone(p.Holders), Landlord: p.Landlord,
		Language: "fr", Share: coop.Share{State: coop.ShareToOffer},
		Dwelling: coop.Dwelling{
			ID: coop.DwellingID(id), Residence: r.ID, Building: p.Building, Door: p.Door,
			Home: p.Home, Heating: p.Heating, Copro: p.Copro, Garage: p.Garage,
		},
	}, r
}

// Says is what the persona says when a step begins: a line of their own about it; else, at every so
// manieth of the other steps of the talk, one of the step's own questions, whose index asked is.
// It is "" and -1 when they just listen; asked is -1 for a line of their own.
func (p Persona) Says(w Walk, step Step) (line string, asked int) {
	if own := p.own(step); own != "" {
		return own, -1
	}
	if p.Every == 0 {
		return "", -1
	}
	turn := 0
	for _, s := range w.Steps() {
		if p.own(s) != "" || len(s.Asked) == 0 {
			continue
		}
		turn++
		if s.ID != step.ID {
			continue
		}
		if turn%p.Every != 0 {
			break
		}
		asked = (turn/p.Every - 1) % len(s.Asked)
		return s.Asked[asked].Question, asked
	}
	return "", -1
}

// own is the line about a step: the one for the step itself goes before the one for its topic.
func (p Persona) own(s Step) string {
	if line := p.Lines[string(s.ID)]; line != "" {
		return line
	}
	return p.Lines[string(s.Topic)]
}
