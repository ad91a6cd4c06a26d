package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bienvenue/app/coop"
)

const (
	nationalDigits = 10
	postcodeDigits = 5
)

// phone is what a cell says of a telephone.
type phone struct {
	numbers []string // national, ten digits, or + and the country's
	broken  bool     // something was there and cannot be read
	rounded bool     // a spreadsheet rounded it: its last digits are lost
}

// readPhone reads every number of a cell; a lost leading zero is put back.
func readPhone(cell string) phone {
	if number, ok := readNumber(cell); ok {
		if number == "" {
			return phone{}
		}
		return phone{numbers: []string{number}}
	}
	var p phone
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("/;,|", r) }) {
		number, ok := readNumber(part)
		switch {
		case ok && number != "":
			p.numbers = append(p.numbers, number)
		case !ok:
			p.broken = true
		}
	}
	if len(p.numbers) == 0 && rounded(cell) {
		return phone{rounded: true}
	}
	return p
}

// rounded says whether a spreadsheet has put a number as 6,12E+08.
func rounded(cell string) bool {
	head, tail, found := strings.Cut(strings.ToUpper(strings.ReplaceAll(cell, ",", ".")), "E+")
	if !found {
		return false
	}
	_, errHead := strconv.ParseFloat(head, 64)
	_, errTail := strconv.Atoi(tail)
	return errHead == nil && errTail == nil
}

// readNumber reads one number: lost zeros put back, France and its overseas lines nationally.
func readNumber(s string) (number string, ok bool) {
	s = strings.ReplaceAll(s, "(0)", "")
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	if strings.Trim(digits, "0") == "" {
		return "", strings.IndexFunc(s, unicode.IsLetter) < 0
	}
	plus := strings.HasPrefix(strings.TrimLeft(s, " ("), "+") || strings.HasPrefix(digits, "00")
	national, _ := strings.CutPrefix(digits, "00")
	switch {
	case !plus && len(digits) == nationalDigits-1 && digits[0] != '0':
		s = "0" + s
	case !plus && len(digits) == nationalDigits+1 && strings.HasPrefix(digits, "33"):
		s = "+" + s
	case plus && len(national) == nationalDigits+2 && slices.Contains(overseas, national[:3]):
		s = "0" + national[3:]
	}
	return coop.TidyPhone(s)
}

// overseas are the countries' numbers of the overseas departments, where numbers are dialled as in France.
var overseas = []string{"262", "590", "594", "596"}

// isMobile says whether a number is that of a mobile phone.
func isMobile(number string) bool {
	return strings.HasPrefix(number, "06") || strings.HasPrefix(number, "07") || strings.HasPrefix(number, "+")
}

// readPostcode puts lost zeros back; good is false for what is no postcode.
func readPostcode(cell string) (code string, good bool) {
	code = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '.' {
			return -1
		}
		return r
	}, cell)
	code = strings.TrimSuffix(strings.TrimPrefix(strings.ToUpper(code), "F-"), ",0")
	for _, r := range code {
		if r < '0' || r > '9' {
			return cell, false
		}
	}
	if n := len(code); n == postcodeDigits-1 {
		code = "0" + code
	}
	return code, len(code) == postcodeDigits || code == ""
}

// readEmail gives the first address of a cell; good is false for what is none.
func readEmail(cell string) (email string, good bool) {
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(" ;,/<>", r) }) {
		part = strings.TrimPrefix(strings.ToLower(part), "mailto:")
		name, host, found := strings.Cut(part, "@")
		if found && name != "" && strings.Contains(strings.Trim(host, "."), ".") && !strings.Contains(host, "@") {
			return part, true
		}
	}
	return "", cell == ""
}

// readDecimal reads 1 234,56.
func readDecimal(cell string) (float64, bool) {
	cell = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u20ac':
			return -1
		case r == ',':
			return '.'
		}
		return r
	}, cell)
	x, err := strconv.ParseFloat(cell, 64)
	return x, err == nil && x >= 0 && x < 1e7
}

// readShare reads what the columns of the share say together.
func (r *Reader) readShare(shares, share, cell string, d dateReader) (s coop.Share, badNumber, badDay bool) {
	day, good := d.read(cell)
	said, known := coop.Share{State: coop.ShareUnknown}, true
	if !r.empty(shares) || plain(shares) == "0" {
		said, known = r.shareCell(shares, false)
	} else if !r.empty(share) || plain(share) == "0" {
		said, known = r.shareCell(share, true)
	}
	if said.State == coop.ShareUnknown && day != "" && known {
		said.State = coop.ShareSubscribed
	}
	if said.State == coop.ShareSubscribed {
		said.Since, said.Number = day, max(said.Number, 1)
	}
	return said, !known, !good
}

// shareCell reads one cell: how many, yes or no, or (where it may be one) an amount of euros.
func (r *Reader) shareCell(cell string, amount bool) (s coop.Share, known bool) {
	const leastAmount = 10 // a number from here on is euros rather than shares
	word := plain(cell)
	n, isNumber := readDecimal(cell)
	switch {
	case isNumber && n == 0, r.no[word]:
		return coop.Share{State: coop.ShareToOffer}, true
	case amount && isNumber && (n >= leastAmount || strings.ContainsAny(cell, ",.\u20ac")):
		return coop.Share{State: coop.ShareSubscribed, Cents: int(n*100 + 0.5)}, true
	case isNumber:
		return coop.Share{State: coop.ShareSubscribed, Number: int(n)}, true
	case r.yes[word]:
		return coop.Share{State: coop.ShareSubscribed}, true
	}
	return coop.Share{State: coop.ShareUnknown}, false
}

// heatingOf tells the way of heating by its words.
func (r *Reader) heatingOf(cells ...string) coop.Heating {
	all := plain(strings.Join(cells, " "))
	if all == "" {
		return coop.HeatingUnknown
	}
	for _, h := range r.heatings {
		fits := true
		for _, word := range h.words {
			fits = fits && strings.Contains(all, word)
		}
		if fits {
			return h.heating
		}
	}
	return coop.HeatingUnknown
}

// kindOf tells what a lot is by the words of its cell; known is false when none of them is a word for a lot.
func (r *Reader) kindOf(cell string) (kind lotKind, known bool) {
	all := plain(cell)
	if all == "" || isHomeType(all) {
		return kindHome, true
	}
	padded := " " + all + " "
	for _, k := range r.kinds {
		for _, word := range k.words {
			if strings.Contains(padded, " "+word+" ") {
				return k.kind, true
			}
		}
	}
	return kindHome, false
}

// homeOf tells a flat from a house by the words of its nature and type.
func (r *Reader) homeOf(cells ...string) coop.Home {
	padded := " " + plain(strings.Join(cells, " ")) + " "
	for _, h := range r.homes {
		for _, word := range h.words {
			if strings.Contains(padded, " "+word+" ") {
				return h.home
			}
		}
	}
	return coop.HomeUnknown
}

// isHomeType says whether a folded cell is a home's type: T1 to T9, F3 bis, P2, 3.
func isHomeType(cell string) bool {
	cell = strings.TrimLeft(cell, "tfp")
	return cell != "" && len(cell) <= 5 && cell[0] >= '1' && cell[0] <= '9' && (len(cell) == 1 || cell[1] < '0' || cell[1] > '9')
}

// wasDate says whether a spreadsheet has taken a lot or door number for a date.
func (r *Reader) wasDate(cell string) bool {
	parts := strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune("-/. ", c) })
	switch len(parts) {
	case 2:
		return r.months[plain(parts[1])] || r.months[plain(parts[0])]
	case 3:
		return shapeOf(cell) != "" && (len(parts[2]) == 4 || len(parts[0]) == 4)
	}
	return false
}
