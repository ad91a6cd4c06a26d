package coop_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"bienvenue/app/coop"
)

const letters = "23456789CDFGHJKLNPRTVXY"

func references(t *testing.T, n int) []coop.Reference {
	t.Helper()
	random := rand.NewChaCha8([32]byte{7})
	var all []coop.Reference
	for range n {
		r, err := coop.NewReference(random)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

func TestAReferenceIsReadBack(t *testing.T) {
	seen := map[coop.Reference]bool{}
	used := map[rune]int{}
	for _, r := range references(t, 5000) {
		if seen[r] {
			t.Errorf("%s was made twice", r)
		}
		seen[r] = true
		for _, c := range string(r) {
			used[c]++
		}
		if got, err := coop.ReadReference(r.String()); got != r || err != nil {
			t.Errorf("%s reads back as %q, %v", r, got, err)
		}
	}
	for _, c := range letters {
		if n := used[c]; n < 1400 || n > 2100 { // 40,000 characters, 23 letters
			t.Errorf("%c stands %d times", c, n)
		}
	}
}

func TestEveryWrongCharacterIsFound(t *testing.T) {
	for _, r := range references(t, 200) {
		for i := range len(r) {
			for _, c := range letters {
				wrong := string(r[:i]) + string(c) + string(r[i+1:])
				if _, err := coop.ReadReference(wrong); err == nil && wrong != string(r) {
					t.Errorf("%s passes for %s", wrong, r)
				}
			}
		}
	}
}

func TestEveryTwoCharactersThatChangedPlacesAreFound(t *testing.T) {
	for _, r := range references(t, 500) {
		for i := range len(r) {
			for j := range i {
				b := []byte(r)
				b[i], b[j] = b[j], b[i]
				if _, err := coop.ReadReference(string(b)); err == nil && b[i] != b[j] {
					t.Errorf("%s passes for %s", b, r)
				}
			}
		}
	}
}

func TestAReferenceIsReadAsPeopleAndScannersWriteIt(t *testing.T) {
	american := strings.NewReplacer("2", "é", "3", "\"", "4", "'", "5", "(", "6", "-", "7", "è", "8", "_", "9", "ç", "-", ")")
	for _, r := range references(t, 200) {
		half := string(r[:4])
		for _, typed := range []string{
			string(r), r.String(), strings.ToLower(r.String()), " " + half + " " + string(r[4:]) + " ", half + "\u2011" + string(r[4:]), half + "--" + string(r[4:]),
		} {
			if got, err := coop.ReadReference(typed); got != r || err != nil {
				t.Errorf("%q reads as %q, %v, want %s", typed, got, err, r)
			}
		}
		if !strings.ContainsAny(string(r), "2345789") {
			continue // nothing tells that the scanner's keyboard is another
		}
		for _, text := range []string{string(r), r.String()} {
			if got, err := coop.ReadReference(american.Replace(text)); got != r || err != nil {
				t.Errorf("%q reads as %q, %v, want %s", american.Replace(text), got, err, r)
			}
		}
	}
}

func TestAWrongReferenceIsRefusedWithWhatIsWrong(t *testing.T) {
	r := references(t, 1)[0]
	for name, c := range map[string]struct{ typed, key string }{
		"nothing":           {" - ", "asking.refused.empty"},
		"too short":         {string(r[:7]), "asking.refused.length"},
		"too long":          {string(r) + "2", "asking.refused.length"},
		"a letter of none":  {"O" + string(r[1:]), "asking.refused.letter"},
		"the sample":        {"xxxx-xxxx", "asking.refused.sample"},
		"a wrong character": {wrongOf(r), "asking.refused.check"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := coop.ReadReference(c.typed)
			if !errors.Is(err, coop.Refuse(c.key, nil)) || got != "" {
				t.Errorf("%q gives %q, %v", c.typed, got, err)
			}
		})
	}
}

func wrongOf(r coop.Reference) string {
	other := "C"
	if strings.HasPrefix(string(r), other) {
		other = "D"
	}
	return other + string(r[1:])
}

func TestWithoutChanceThereIsNoReference(t *testing.T) {
	if r, err := coop.NewReference(bytes.NewReader([]byte{1, 2, 3})); err == nil {
		t.Errorf("got %s", r)
	}
}

func TestTheUpperRowOfAFrenchKeyboardWritesFigures(t *testing.T) {
	for i, c := range []rune("&é\"'(-è_ç") {
		if got, ok := coop.FigureOf(c); got != i+1 || !ok {
			t.Errorf("%c gives %d, %t", c, got, ok)
		}
	}
	for c, want := range map[rune]int{'à': 0, '0': 0, '7': 7} {
		if got, ok := coop.FigureOf(c); got != want || !ok {
			t.Errorf("%c gives %d, %t", c, got, ok)
		}
	}
	for _, c := range "a) ²" {
		if got, ok := coop.FigureOf(c); ok {
			t.Errorf("%c gives %d", c, got)
		}
	}
}
