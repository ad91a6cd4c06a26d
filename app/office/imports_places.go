package office

import (
	"slices"

	"bienvenue/app/coop"
)

// places are the residences while an import is planned: those kept, and those that the file makes.
type places struct {
	all    []coop.Residence
	kept   []coop.Residence // as the archive has them, by the same index; empty for new ones
	byCode map[string]int
	byName map[string]int
	byID   map[coop.ResidenceID]int
}

func placesOf(kept []coop.Residence) *places {
	p := &places{byCode: map[string]int{}, byName: map[string]int{}, byID: map[coop.ResidenceID]int{}}
	for _, r := range kept {
		p.add(r, r)
	}
	return p
}

func (p *places) add(r, kept coop.Residence) {
	at := len(p.all)
	p.all, p.kept = append(p.all, r), append(p.kept, kept)
	p.byID[r.ID] = at
	if _, taken := p.byCode[key(r.Code)]; r.Code != "" && !taken {
		p.byCode[key(r.Code)] = at
	}
	if _, taken := p.byName[key(r.Name, r.Town)]; !taken {
		p.byName[key(r.Name, r.Town)] = at
	}
}

// find gives the index of the residence that a lease speaks of: by its code, else by name and town.
func (p *places) find(l coop.LeaseResidence) (int, bool) {
	if l.Code != "" {
		if at, ok := p.byCode[key(l.Code)]; ok {
			return at, true
		}
	}
	at, ok := p.byName[key(l.Name, l.Town)]
	if ok && l.Code != "" && p.all[at].Code != "" && key(p.all[at].Code) != key(l.Code) {
		return 0, false // two programmes of one name
	}
	return at, ok
}

func (p *places) of(l coop.LeaseResidence) coop.Residence {
	at, _ := p.find(l) // settlePlaces made every one of the file's
	return p.all[at]
}

func (p *places) same(a, b coop.LeaseResidence) bool {
	i, okA := p.find(a)
	j, okB := p.find(b)
	return okA && okB && i == j
}

func (p *places) named(id coop.ResidenceID) string {
	if at, ok := p.byID[id]; ok {
		return p.all[at].Name
	}
	return ""
}

// changed lists the residences to be written.
func (p *places) changed() []coop.Residence {
	var found []coop.Residence
	for i, r := range p.all {
		if r != p.kept[i] {
			found = append(found, r)
		}
	}
	return found
}

// parts of a residence that an export describes.
var placeParts = []struct {
	of func(*coop.Residence) *string
	in func(coop.LeaseResidence) string
}{
	{func(r *coop.Residence) *string { return &r.Code }, func(l coop.LeaseResidence) string { return l.Code }},
	{func(r *coop.Residence) *string { return &r.Name }, func(l coop.LeaseResidence) string { return l.Name }},
	{func(r *coop.Residence) *string { return &r.Address }, func(l coop.LeaseResidence) string { return l.Address }},
	{func(r *coop.Residence) *string { return &r.Postcode }, func(l coop.LeaseResidence) string { return l.Postcode }},
	{func(r *coop.Residence) *string { return &r.Town }, func(l coop.LeaseResidence) string { return l.Town }},
	{func(r *coop.Residence) *string { return (*string)(&r.Heating) }, func(l coop.LeaseResidence) string { return string(l.Heating) }},
	{func(r *coop.Residence) *string { return &r.Agency }, func(l coop.LeaseResidence) string { return l.Agency }},
	{func(r *coop.Residence) *string { return &r.Manager }, func(l coop.LeaseResidence) string { return l.Manager }},
}

// settlePlaces makes the residences that the file names and nobody knew, and takes over what the ERP
// has changed of the others. The rows of one residence may differ (two street numbers, two agents):
// what most of them say counts, and it has changed when most of them said something else last time.
func (m *importer) settlePlaces(leases []coop.Lease, known []coop.Household, found map[int]int) {
	says, said := map[int][]coop.LeaseResidence{}, map[int][]coop.LeaseResidence{}
	for i, l := range leases {
		at, ok := m.places.find(l.Residence)
		if !ok {
			at = len(m.places.all)
			m.places.add(coop.Residence{
				ID: coop.ResidenceID(m.office.newID()), Code: l.Residence.Code, Name: l.Residence.Name, Town: l.Residence.Town,
			}, coop.Residence{})
		}
		says[at] = append(says[at], l.Residence)
		if before, ok := found[i]; ok && known[before].Imported != nil {
			said[at] = append(said[at], known[before].Imported.Residence)
		}
	}
	for at, now := range says {
		r := &m.places.all[at]
		for _, part := range placeParts {
			field, says, before := part.of(r), most(now, part.in), most(said[at], part.in)
			fresh := m.places.kept[at].ID == ""
			if says != "" && says != before && (fresh || *field == before || *field == "" || *field == string(coop.HeatingUnknown)) {
				*field = says
			}
		}
		if r.Heating == "" {
			r.Heating = coop.HeatingUnknown
		}
	}
}

// most is what most of the rows say, the first of equals.
func most(rows []coop.LeaseResidence, part func(coop.LeaseResidence) string) string {
	counts, order := map[string]int{}, []string(nil)
	for _, row := range rows {
		v := part(row)
		if v == "" {
			continue
		}
		if counts[v] == 0 {
			order = append(order, v)
		}
		counts[v]++
	}
	if len(order) == 0 {
		return ""
	}
	return slices.MaxFunc(order, func(a, b string) int {
		return counts[a] - counts[b]
	})
}
