package office

import (
	"cmp"

	"bienvenue/app/coop"
)

// piled says which of two papers lies above the other: in the order of whoever carries or sorts them, the
// numbers of doors as numbers.
func piled(a, b coop.BatchCandidate) int {
	return cmp.Or(
		cmp.Compare(a.Town, b.Town), cmp.Compare(a.Residence, b.Residence), naturally(a.Street, b.Street),
		naturally(a.Building, b.Building), naturally(a.Stair, b.Stair), naturally(a.Floor, b.Floor), naturally(a.Door, b.Door),
		cmp.Compare(a.Household, b.Household),
	)
}

// naturally compares texts so that « 2 » comes before « 12 ».
func naturally(a, b string) int {
	for a != "" && b != "" {
		left, right := digits(a), digits(b)
		if left > 0 && right > 0 {
			if n := byNumber(a[:left], b[:right]); n != 0 {
				return n
			}
			a, b = a[left:], b[right:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits is how many digits a text begins with.
func digits(text string) int {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n
}

// byNumber compares two numbers of any length.
func byNumber(a, b string) int {
	for len(a) > 1 && a[0] == '0' {
		a = a[1:]
	}
	for len(b) > 1 && b[0] == '0' {
		b = b[1:]
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}
