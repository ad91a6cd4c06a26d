package paper_test

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

func aLabel(n int) coop.Label {
	return coop.Label{
		Holders:  []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: fmt.Sprintf("Lefèvre%02d", n)}},
		Dwelling: coop.Dwelling{Building: "B", Stair: "2", Floor: "3", Door: "12"},
		Residence: coop.Residence{
			Name: "Résidence Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins",
		},
	}
}

// aLongLabel has names and streets as long as they come.
func aLongLabel() coop.Label {
	return coop.Label{
		Holders: []coop.Cooperator{
			{Civility: coop.Madame, First: "Maria-José", Last: "de Oliveira Châtelain-Quéméneur"},
			{Civility: coop.Monsieur, First: "Jean-Christophe", Last: "Vandenbroucke de la Rochefoucauld"},
		},
		Dwelling: coop.Dwelling{Building: "des Acacias et des Marronniers", Stair: "d’honneur", Floor: "12", Door: "A-1203"},
		Residence: coop.Residence{
			Name: "Résidence des Jardins de la Providence", Address: "1247 bis avenue du Maréchal Jean de Lattre de Tassigny, entrée nord-est",
			Postcode: "03000", Town: "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson",
		},
	}
}

func someLabels(n int) iter.Seq2[coop.Label, error] {
	return func(yield func(coop.Label, error) bool) {
		for i := range n {
			label := aLabel(i + 1)
			if i%7 == 3 {
				label = aLongLabel()
			}
			if !yield(label, nil) {
				return
			}
		}
	}
}

func labelsPath(t *testing.T, name string, l paper.Labels, labels iter.Seq2[coop.Label, error]) string {
	t.Helper()
	return kept(t, "labels", name, func(w io.Writer) error {
		var pages []*paper.Page
		for page, err := range paper.LayLabels(l, labels, words(t, "fr"), fonts()) {
			if err != nil {
				return err
			}
			pages = append(pages, page)
		}
		return paper.WritePages(w, pages, fonts(), made)
	})
}

// TestEveryAddressLiesInItsLabel looks where each word stands: none crosses the edge of a label, nor comes
// so near that a sheet lying askew would cut it.
func TestEveryAddressLiesInItsLabel(t *testing.T) {
	const wide, high, top, inset = 70.0, 37.0, 0.5, 4.0
	path := labelsPath(t, "sixty", paper.Labels{Title: "Étiquettes", Author: "Les Foyers du Bocage", First: 5}, someLabels(60))
	if pages := isSound(t, path); pages != 3 {
		t.Errorf("%d sheets, want 3", pages)
	}
	keepsWordsApart(t, path)
	used := map[[3]int]string{}
	for _, w := range placedWords(t, path) {
		column, row := int(w.at[0]/wide), int((w.at[1]-top)/high)
		left, above := float64(column)*wide, top+float64(row)*high
		if w.at[0] < left+inset || w.at[2] > left+wide-inset || w.at[1] < above+inset-1 || w.at[3] > above+high-inset+1 {
			t.Errorf("sheet %d: %q leaves its label", w.page, w.text)
		}
		used[[3]int{w.page, row, column}] += w.text + " "
	}
	if len(used) != 60 {
		t.Errorf("%d labels are used, want 60", len(used))
	}
	for _, free := range [][3]int{{1, 0, 0}, {1, 0, 2}, {1, 1, 0}} {
		if text := used[free]; text != "" {
			t.Errorf("label %v was used up before, and bears %q", free, text)
		}
	}
	for place, want := range map[[3]int]string{{1, 1, 1}: "LEFÈVRE01", {1, 1, 2}: "LEFÈVRE02", {2, 0, 0}: "LEFÈVRE21"} {
		if got := used[place]; !strings.Contains(got, want) || !strings.Contains(got, "03000 MOULINS") {
			t.Errorf("label %v bears %q, want %s", place, got, want)
		}
	}
}

func TestASheetOfLabelsHasTwentyFour(t *testing.T) {
	for n, want := range map[int]int{1: 1, 24: 1, 25: 2, 48: 2} {
		if got := isSound(t, labelsPath(t, strconv.Itoa(n), paper.Labels{Title: "Étiquettes"}, someLabels(n))); got != want {
			t.Errorf("%d labels take %d sheets, want %d", n, got, want)
		}
	}
	for _, first := range []int{-1, 25} {
		for _, err := range paper.LayLabels(paper.Labels{First: first}, someLabels(1), words(t, "fr"), fonts()) {
			if !errors.Is(err, coop.Refuse("labels.refused.first", nil)) {
				t.Errorf("label %d: %v", first, err)
			}
		}
	}
}
