package paper

import (
	"fmt"
	"strconv"
	"strings"
)

// Paragraphs is a page of texts below each other, each in a column of a width, for tests.
func Paragraphs(fonts Fonts, width, size float64, texts ...string) (*Page, error) {
	k, err := newSketch(fonts)
	if err != nil {
		return nil, err
	}
	const lines, lead, row = 99, 1.3, 3
	k.density = density{lead: lead, row: row}
	k.page = &Page{Width: pageWidth, Height: pageHeight, Title: "Essai", Author: "Les Foyers du Bocage", Language: "fr"}
	y := margin
	for i, text := range texts {
		s := style{size, []int{Regular, Semibold, Bold}[i%3], ink}
		y = k.paragraph(margin, y, width, s, lines, text) + row
	}
	return k.page, nil
}

// Shaped are a text's signs as HarfBuzz's hb-shape writes them: [number@x,y+advance|…], from left to right.
func Shaped(ttf []byte, text string) (string, error) {
	f, err := readFace(ttf)
	if err != nil {
		return "", err
	}
	var signs []string
	for _, g := range f.shape(text, backwards(text)) {
		sign := strconv.Itoa(int(g.number))
		if g.x != 0 || g.y != 0 {
			sign += fmt.Sprintf("@%.0f,%.0f", g.x, g.y)
		}
		signs = append(signs, fmt.Sprintf("%s+%.0f", sign, g.advance))
	}
	return "[" + strings.Join(signs, "|") + "]", nil
}
