package exchange

import (
	"strings"

	"bienvenue/app/coop"
)

// holders reads who holds the row's contract; pair says that the row's civility is for two persons
// without telling them apart.
func (r row) holders() (found []coop.Cooperator, pair bool) {
	c := r.reader.civilities[plain(r.cell(fieldCivility))]
	pair = c.pair
	if r.cell(fieldPerson) != "" && r.cell(fieldName) == "" {
		var inCell bool
		found, inCell = r.names.people(r.cell(fieldPerson), r.names.firstFirst[fieldPerson])
		pair = pair || inCell
	} else {
		found = r.named()
	}
	if len(found) > 0 && found[0].Civility == coop.NoCivility {
		found[0].Civility = c.one
	}
	if second, ok := r.second(found); ok {
		found = append(found, second...)
	}
	if len(found) > 0 {
		found[0].Tenant = r.cell(fieldTenant)
	}
	return distinct(found), pair
}

// named reads the family and first names that stand in columns of their own.
func (r row) named() []coop.Cooperator {
	name, first := r.cell(fieldName), r.cell(fieldFirst)
	if name == "" {
		name = r.cell(fieldBirth)
	}
	if name == "" && first == "" {
		return nil
	}
	raw := strings.TrimSpace(name + " " + first)
	c, words := r.names.civil(strings.Fields(name))
	lasts, firsts := r.names.pieces(strings.Join(words, " ")), r.names.pieces(first)
	var found []coop.Cooperator
	for i := range max(len(lasts), len(firsts)) {
		p := coop.Cooperator{Raw: raw}
		if i < len(lasts) {
			own, rest := r.names.civil(lasts[i])
			p.Civility = own.one
			p.Last = strings.Join(r.names.inUse(rest, true), " ")
		} else if len(lasts) > 0 {
			p.Last = strings.Join(lasts[len(lasts)-1], " ")
		}
		if i == 0 && p.Civility == coop.NoCivility {
			p.Civility = c.one
		}
		if i < len(firsts) {
			p.First = strings.Join(firsts[i], " ")
		}
		p.First, p.Last = r.names.proper(p.First, nil), r.names.proper(p.Last, r.names.low)
		found = append(found, p)
	}
	return found
}

// second reads the columns of the second holder.
func (r row) second(firsts []coop.Cooperator) ([]coop.Cooperator, bool) {
	cell, first := r.cell(fieldSecond), r.cell(fieldSecondFirst)
	if cell == "" && first == "" {
		return nil, false
	}
	var found []coop.Cooperator
	if first != "" {
		_, words := r.names.civil(strings.Fields(cell))
		found = []coop.Cooperator{{
			First: r.names.proper(first, nil), Last: r.names.proper(strings.Join(words, " "), r.names.low),
			Raw: strings.TrimSpace(cell + " " + first),
		}}
	} else {
		found, _ = r.names.people(cell, r.names.firstFirst[fieldSecond])
	}
	if len(found) == 0 {
		return nil, false
	}
	if s := &found[0]; len(firsts) > 0 {
		if s.First == "" && r.names.isFirst(s.Last) {
			s.First, s.Last = s.Last, firsts[0].Last
		}
		if s.Last == "" {
			s.Last = firsts[0].Last
		}
	}
	if found[0].Civility == coop.NoCivility {
		found[0].Civility = r.reader.civilities[plain(r.cell(fieldSecondCivility))].one
	}
	return found, true
}

// distinct leaves out a person named twice, and nobodies.
func distinct(all []coop.Cooperator) []coop.Cooperator {
	var kept []coop.Cooperator
	seen := set{}
	for _, c := range all {
		key := plain(c.First + " " + c.Last)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		kept = append(kept, c)
	}
	return kept
}

// readContacts reads telephones and e-mail; they are the first holder's. A mobile that stands in
// the column of the fixed line is a mobile all the same.
func (r row) readContacts(c *coop.Cooperator) {
	for _, field := range []string{fieldMobile, fieldPhone} {
		p := readPhone(r.cell(field))
		switch {
		case p.rounded:
			r.warn(field, "import.warn.phone-rounded", map[string]any{"Value": r.cell(field)})
		case p.broken:
			r.warn(field, "import.warn.phone", map[string]any{"Value": r.cell(field)})
		}
		for _, number := range p.numbers {
			switch {
			case number == c.Mobile || number == c.Phone:
			case isMobile(number) && c.Mobile == "":
				c.Mobile = number
			case c.Phone == "":
				c.Phone = number
			case c.Mobile == "":
				c.Mobile = number
			}
		}
	}
	email, good := readEmail(r.cell(fieldEmail))
	if !good {
		r.warn(fieldEmail, "import.warn.email", map[string]any{"Value": r.cell(fieldEmail)})
	}
	c.Email = email
}

func (r row) residence() coop.LeaseResidence {
	postcode, good := readPostcode(r.cell(fieldPostcode))
	if !good {
		r.warn(fieldPostcode, "import.warn.postcode", map[string]any{"Value": r.cell(fieldPostcode)})
		postcode = ""
	}
	address := r.cell(fieldAddress)
	if address == "" {
		address = tidy(strings.Join([]string{r.cell(fieldStreetNumber), r.cell(fieldStreetType), r.cell(fieldStreet)}, " "))
	}
	code, name := r.cell(fieldSiteCode), r.cell(fieldSite)
	if name == "" {
		name = code
	}
	if name == "" {
		name = r.names.place(address)
	}
	return coop.LeaseResidence{
		Code: code, Name: r.names.title(name), Address: r.names.place(address),
		Postcode: postcode, Town: r.names.place(r.cell(fieldTown)),
		Heating: r.reader.heatingOf(r.cell(fieldHeating), r.cell(fieldEnergy)),
		Agency:  r.names.place(r.cell(fieldAgency)), Manager: r.cell(fieldManager),
	}
}

func (r row) dwelling() coop.LeaseDwelling {
	for _, field := range []string{fieldDoor, fieldLot} {
		if cell := r.cell(field); r.reader.wasDate(cell) {
			r.warn(field, "import.warn.door-date", map[string]any{"Value": cell})
		}
	}
	kind := r.cell(fieldType)
	if isHomeType(plain(kind)) {
		kind = strings.ToUpper(kind)
	}
	return coop.LeaseDwelling{
		Lot: r.cell(fieldLot), Building: r.cell(fieldBuilding), Stair: r.cell(fieldStair),
		Floor: r.cell(fieldFloor), Door: r.cell(fieldDoor), Type: kind,
		Home: r.reader.homeOf(r.cell(fieldKind), kind),
	}
}
