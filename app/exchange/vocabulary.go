package exchange

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"

	"bienvenue/app/coop"
)

// The fields that a column may give.
const (
	fieldTenant         = "tenant"
	fieldLease          = "lease"
	fieldCivility       = "civility"
	fieldName           = "name"
	fieldBirth          = "birth"
	fieldFirst          = "first"
	fieldPerson         = "person"
	fieldSecond         = "second"
	fieldSecondFirst    = "second-first"
	fieldSecondCivility = "second-civility"
	fieldPhone          = "phone"
	fieldMobile         = "mobile"
	fieldEmail          = "email"
	fieldEntry          = "entry"
	fieldDelivery       = "delivery"
	fieldSigned         = "signed"
	fieldExit           = "exit"
	fieldReception      = "reception"
	fieldOption         = "option"
	fieldSiteCode       = "site-code"
	fieldSite           = "site"
	fieldBuilding       = "building"
	fieldStair          = "stair"
	fieldFloor          = "floor"
	fieldDoor           = "door"
	fieldLot            = "lot"
	fieldKind           = "kind"
	fieldType           = "type"
	fieldAddress        = "address"
	fieldStreetNumber   = "street-number"
	fieldStreetType     = "street-type"
	fieldStreet         = "street"
	fieldPostcode       = "postcode"
	fieldTown           = "town"
	fieldHeating        = "heating"
	fieldEnergy         = "energy"
	fieldAgency         = "agency"
	fieldManager        = "manager"
	fieldStatus         = "status"
	fieldProduct        = "product"
	fieldShares         = "shares"
	fieldShare          = "share"
	fieldShareDay       = "share-day"
)

// Fields lists the fields that a column may give, in the order they are shown.
func Fields() []string {
	return []string{
		fieldTenant, fieldLease, fieldCivility, fieldName, fieldBirth, fieldFirst, fieldPerson, fieldSecond,
		fieldSecondFirst, fieldSecondCivility, fieldPhone, fieldMobile, fieldEmail, fieldEntry, fieldDelivery,
		fieldSigned, fieldExit, fieldReception, fieldOption, fieldSiteCode, fieldSite, fieldBuilding, fieldStair,
		fieldFloor, fieldDoor, fieldLot, fieldKind, fieldType, fieldAddress, fieldStreetNumber, fieldStreetType,
		fieldStreet, fieldPostcode, fieldTown, fieldHeating, fieldEnergy, fieldAgency, fieldManager, fieldStatus,
		fieldProduct, fieldShares, fieldShare, fieldShareDay,
	}
}

// words is the file of words as it is written.
type words struct {
	Same        map[string][]string `yaml:"same"`
	Fillers     []string            `yaml:"fillers"`
	Fields      map[string][]string `yaml:"fields"`
	Civilities  map[string][]string `yaml:"civilities"`
	Joiners     []string            `yaml:"joiners"`
	Birth       []string            `yaml:"birth"`
	Married     []string            `yaml:"married"`
	Particles   []string            `yaml:"particles"`
	Low         []string            `yaml:"low"`
	LowInPlaces []string            `yaml:"low-in-places"`
	Kinds       []struct {
		Kind  string   `yaml:"kind"`
		Words []string `yaml:"words"`
	} `yaml:"kinds"`
	Homes []struct {
		Home  coop.Home `yaml:"home"`
		Words []string  `yaml:"words"`
	} `yaml:"homes"`
	Vacant   []string `yaml:"vacant"`
	Products []struct {
		Product coop.Product `yaml:"product"`
		Words   []string     `yaml:"words"`
	} `yaml:"products"`
	Heatings []struct {
		Heating coop.Heating `yaml:"heating"`
		Words   []string     `yaml:"words"`
	} `yaml:"heatings"`
	Yes        []string `yaml:"yes"`
	No         []string `yaml:"no"`
	Nothing    []string `yaml:"nothing"`
	Totals     []string `yaml:"totals"`
	Months     []string `yaml:"months"`
	FirstNames []string `yaml:"first-names"`
}

type set map[string]bool

// civility is what a civility cell says: of one person, or of two without saying which is which.
type civility struct {
	one  coop.Civility
	pair bool
}

// lotKind is what a lot is: a reason to set it aside, or home.
type lotKind string

const kindHome lotKind = "home"

// vocabulary is the words by which files are understood, folded for looking up.
type vocabulary struct {
	same        map[string]string // a header's word to the one that stands for it
	fillers     set
	fields      map[string]string // folded header to field
	civilities  map[string]civility
	joiners     set
	birth       set
	married     set
	particles   set
	low         set
	lowInPlaces set
	kinds       []kindWords
	homes       []homeWords
	vacant      set
	products    map[string]coop.Product
	heatings    []heatingWords
	yes         set
	no          set
	nothing     set
	totals      []string
	months      set
	firstNames  set
}

type kindWords struct {
	kind  lotKind
	words []string
}

type homeWords struct {
	home  coop.Home
	words []string
}

type heatingWords struct {
	heating coop.Heating
	words   []string
}

func readVocabulary(source []byte) (vocabulary, error) {
	var w words
	if err := yaml.UnmarshalWithOptions(source, &w, yaml.Strict()); err != nil {
		return vocabulary{}, fmt.Errorf("read the words of imports: %w", err)
	}
	v := vocabulary{
		same: map[string]string{}, fields: map[string]string{}, civilities: map[string]civility{},
		products: map[string]coop.Product{},
		fillers:  folded(w.Fillers), joiners: folded(w.Joiners), birth: folded(w.Birth), married: folded(w.Married),
		particles: folded(w.Particles), low: folded(w.Low), lowInPlaces: folded(w.LowInPlaces),
		vacant: folded(w.Vacant), yes: folded(w.Yes), no: folded(w.No), months: folded(w.Months),
		firstNames: folded(w.FirstNames), nothing: set{},
	}
	for one, others := range w.Same {
		for _, other := range others {
			v.same[plain(other)] = one
		}
	}
	for _, n := range w.Nothing {
		v.nothing[strings.ToLower(n)] = true
	}
	for _, total := range w.Totals {
		v.totals = append(v.totals, plain(total))
	}
	v.addLots(w)
	return v, v.addFields(w)
}

func (v *vocabulary) addFields(w words) error {
	known := set{}
	for _, field := range Fields() {
		known[field] = true
		for _, header := range w.Fields[field] {
			folded := v.header(header)
			if other, taken := v.fields[folded]; taken && other != field {
				return fmt.Errorf("read the words of imports: header %q stands for %s and %s", header, other, field)
			}
			v.fields[folded] = field
		}
	}
	for field := range w.Fields {
		if !known[field] {
			return fmt.Errorf("read the words of imports: no field %q", field)
		}
	}
	return nil
}

func (v *vocabulary) addLots(w words) {
	for kind, forms := range w.Civilities {
		for _, form := range forms {
			v.civilities[plain(form)] = civility{pair: kind == "pair", one: coop.Civility(kind)}
		}
	}
	for folded, c := range v.civilities {
		if c.pair {
			v.civilities[folded] = civility{pair: true}
		}
	}
	for _, k := range w.Kinds {
		v.kinds = append(v.kinds, kindWords{lotKind(k.Kind), list(k.Words)})
	}
	for _, h := range w.Homes {
		v.homes = append(v.homes, homeWords{h.Home, list(h.Words)})
	}
	for _, p := range w.Products {
		for _, word := range p.Words {
			v.products[plain(word)] = p.Product
		}
	}
	for _, h := range w.Heatings {
		v.heatings = append(v.heatings, heatingWords{h.Heating, list(h.Words)})
	}
}

func folded(forms []string) set {
	s := set{}
	for _, f := range forms {
		s[plain(f)] = true
	}
	return s
}

func list(forms []string) []string {
	var all []string
	for _, f := range forms {
		all = append(all, plain(f))
	}
	return all
}

// header folds a header: its small words are left out, its abbreviations put in one form.
func (v *vocabulary) header(s string) string {
	var kept []string
	for _, word := range strings.Fields(plain(s)) {
		if v.fillers[word] {
			continue
		}
		if one, ok := v.same[word]; ok {
			word = one
		}
		kept = append(kept, word)
	}
	return strings.Join(kept, " ")
}

// empty says whether a cell says nothing.
func (v *vocabulary) empty(cell string) bool {
	return cell == "" || len(cell) <= 14 && v.nothing[strings.ToLower(cell)]
}
