package paper_test

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

const (
	printersMargin = 10.0 // millimetres that no printer needs
	labelsMargin   = 5.0  // of a sheet of labels, which has no other; printers leave 4.2
	smallestCode   = 20.0 // side of a code that any telephone reads
	leastContrast  = 4.5  // of a text on its ground, in grey (WCAG 2.1, 1.4.3)
	hair           = 0.05 // millimetres that nobody sees
	paperWhite     = 0xFFFFFF
)

// checkPage says what is wrong with a page as it is laid out, before anything is printed: things in the
// margins, texts on each other or on a picture, codes too small or without quiet around them, texts too pale
// for a grey printer.
func checkPage(t *testing.T, page *paper.Page) {
	t.Helper()
	checkPageWithin(t, page, printersMargin)
}

// checkPageWithin is checkPage for a paper whose form leaves less margin, as a sheet of labels.
func checkPageWithin(t *testing.T, page *paper.Page, margin float64) {
	t.Helper()
	boxes := page.Boxes()
	for i, b := range boxes {
		if least := margin - hair; b.Left < least || b.Top < least || b.Right > page.Width-least || b.Bottom > page.Height-least {
			t.Errorf("in the margin: %s", named(b))
		}
		switch b.Kind {
		case paper.TextBox:
			for _, other := range boxes[:i] {
				if (other.Kind == paper.TextBox || other.Kind == paper.PictureBox) && covers(b, other) {
					t.Errorf("%s covers %s", named(b), named(other))
				}
			}
			if c := contrast(b.Colour, groundOf(b, boxes[:i])); c < leastContrast {
				t.Errorf("%s stands %.1f from its ground", named(b), c)
			}
		case paper.CodeBox:
			checkCode(t, b, boxes)
		case paper.PictureBox, paper.AreaBox, paper.LineBox:
		}
	}
}

// checkCode says what keeps a code from being read.
func checkCode(t *testing.T, code paper.Box, boxes []paper.Box) {
	t.Helper()
	if side := code.Right - code.Left; side < smallestCode-hair {
		t.Errorf("%s is %.1f mm wide", named(code), side)
	}
	quiet := code
	quiet.Left, quiet.Top, quiet.Right, quiet.Bottom = code.Left-code.Quiet, code.Top-code.Quiet, code.Right+code.Quiet, code.Bottom+code.Quiet
	for _, other := range boxes {
		if other != code && other.Kind != paper.AreaBox && covers(quiet, other) {
			t.Errorf("%s is too near %s", named(other), named(code))
		}
	}
	if c := contrast(0, groundOf(code, boxes)); c < 2*leastContrast {
		t.Errorf("%s stands %.1f from its ground", named(code), c)
	}
}

// covers says whether two boxes share more than a hair.
func covers(a, b paper.Box) bool {
	return a.Left < b.Right-hair && b.Left < a.Right-hair && a.Top < b.Bottom-hair && b.Top < a.Bottom-hair
}

// groundOf is the colour below a box: the last area around it that was drawn before.
func groundOf(b paper.Box, before []paper.Box) uint32 {
	ground := uint32(paperWhite)
	x, y := (b.Left+b.Right)/2, (b.Top+b.Bottom)/2
	for _, a := range before {
		if a.Kind == paper.AreaBox && a.Left <= x && x <= a.Right && a.Top <= y && y <= a.Bottom {
			ground = a.Colour
		}
	}
	return ground
}

// contrast is how far two colours are apart in grey.
func contrast(a, b uint32) float64 {
	light := func(c uint32) float64 {
		part := func(v uint32) float64 {
			s := float64(v&0xFF) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c>>16) + 0.7152*part(c>>8) + 0.0722*part(c)
	}
	first, second := light(a), light(b)
	return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

func named(b paper.Box) string {
	return fmt.Sprintf("%s %q at %.1f, %.1f to %.1f, %.1f", b.Kind, b.Text, b.Left, b.Top, b.Right, b.Bottom)
}

// documents are all that is printed, in both languages, by name.
func documents(t *testing.T) map[string]func() ([]*paper.Page, error) {
	t.Helper()
	all := map[string]func() ([]*paper.Page, error){}
	one := func(page *paper.Page, err error) ([]*paper.Page, error) { return []*paper.Page{page}, err }
	for _, language := range []string{"fr", "en"} {
		speak := words(t, language)
		for name, s := range variants() {
			all["sheet "+name+" "+language] = func() ([]*paper.Page, error) {
				return paper.LaySheet(s, tongue(t, coop.WelcomeSheet, language), nil, fonts(), made)
			}
		}
		for name, r := range rounds() {
			all["round "+name+" "+language] = func() ([]*paper.Page, error) { return paper.LayRoundSheet(r, speak, fonts()) }
		}
		for name, l := range letters() {
			all["letter "+name+" "+language] = func() ([]*paper.Page, error) {
				return one(paper.LayLetter(l, textOf(t, l.Kind, language), speak, fonts(), made))
			}
			all["back "+name+" "+language] = func() ([]*paper.Page, error) {
				return one(paper.LayTranslation(l, textOf(t, l.Kind, language), speak, fonts(), made))
			}
		}
		for name, l := range reminders() {
			all["reminder "+name+" "+language] = func() ([]*paper.Page, error) {
				return one(paper.LayLetter(l, textOf(t, l.Kind, language), speak, fonts(), made))
			}
		}
		for name, l := range passages() {
			all["cards "+name+" "+language] = func() ([]*paper.Page, error) {
				return one(paper.LayPassageCards(l, textOf(t, l.Kind, language), speak, fonts(), made))
			}
			all["card "+name+" "+language] = func() ([]*paper.Page, error) {
				return one(paper.LayPassageCardToCut(l, textOf(t, l.Kind, language), speak, fonts(), made))
			}
		}
		for name, l := range questionnaires() {
			all["questionnaire "+name+" "+language] = func() ([]*paper.Page, error) {
				return one(paper.LayQuestionnaire(l, textOf(t, coop.Questionnaire, language), speak, fonts(), made))
			}
		}
	}
	all["labels fr"] = func() (pages []*paper.Page, err error) {
		for page, err := range paper.LayLabels(paper.Labels{}, someLabels(30), words(t, "fr"), fonts()) {
			if err != nil {
				return nil, err
			}
			pages = append(pages, page)
		}
		return pages, nil
	}
	all["back in Arabic"] = func() ([]*paper.Page, error) {
		return one(paper.LayTranslation(aLetter(coop.ClosingLetter), translation(t), words(t, "fr"), fonts(), made))
	}
	return all
}

func TestEveryPageIsLaidOutWithoutFault(t *testing.T) {
	for name, lay := range documents(t) {
		t.Run(name, func(t *testing.T) {
			pages, err := lay()
			if err != nil {
				t.Fatal(err)
			}
			for _, page := range pages {
				if strings.HasPrefix(name, "labels") {
					checkPageWithin(t, page, labelsMargin)
					continue
				}
				checkPage(t, page)
			}
		})
	}
}

// TestEveryFontIsEmbeddedWithItsLettersAlone looks at the file as other programs do: a font that is not in it,
// or all of it, or without saying what its signs mean, would be found out at the printer's.
func TestEveryFontIsEmbeddedWithItsLettersAlone(t *testing.T) {
	for name, lay := range documents(t) {
		if !strings.HasSuffix(name, "fr") && name != "back in Arabic" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			pages, err := lay()
			if err != nil {
				t.Fatal(err)
			}
			path := kept(t, "fonts", name, func(w io.Writer) error { return paper.WritePages(w, pages, fonts(), made) })
			lines := strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")
			if len(lines) < 3 {
				t.Errorf("fonts: %q", lines)
			}
			for _, line := range lines[min(2, len(lines)):] {
				if !strings.Contains(strings.Join(strings.Fields(line), " "), "TrueType Identity-H yes yes yes") {
					t.Errorf("not embedded, whole or dumb: %s", line)
				}
			}
			if info, err := os.Stat(path); err != nil || info.Size() > heaviest*int64(len(pages)) {
				t.Errorf("%v: %d bytes", err, info.Size())
			}
		})
	}
}

func TestAPaperIsTheSameBytesInEveryScript(t *testing.T) {
	for _, texts := range [][]string{arabic, {"Ласкаво просимо, пані Шевченко", "Καλώς ήρθατε", "Chào mừng bạn"}} {
		var out [2]bytes.Buffer
		for i := range out {
			page, err := paper.Paragraphs(fonts(), 90, 12, texts...)
			if err != nil {
				t.Fatal(err)
			}
			checkPage(t, page)
			if err := page.PDF(&out[i], fonts(), made); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
			t.Errorf("two papers of %q differ", texts)
		}
	}
}

// TestTheChecksFindFaults: a check that cannot fail would let every page pass.
func TestTheChecksFindFaults(t *testing.T) {
	if c := contrast(0x777777, paperWhite); c < 4.4 || c > 4.6 {
		t.Errorf("a middle grey stands %.2f from white", c)
	}
	at := func(left, top float64) paper.Box {
		return paper.Box{Kind: paper.TextBox, Left: left, Top: top, Right: left + 10, Bottom: top + 4}
	}
	if !covers(at(20, 20), at(29, 23)) || covers(at(20, 20), at(30, 20)) || covers(at(20, 20), at(20, 24)) {
		t.Error("boxes that share room and boxes that touch are not told apart")
	}
	ground := paper.Box{Kind: paper.AreaBox, Left: 15, Top: 15, Right: 60, Bottom: 60, Colour: 0x0B5C63}
	if groundOf(at(20, 20), []paper.Box{ground}) != ground.Colour || groundOf(at(70, 20), []paper.Box{ground}) != paperWhite {
		t.Error("the ground of a text is not found")
	}
}

// TestAnAddressKeepsItsLetters: the post reads a name as its bearer writes it.
func TestAnAddressKeepsItsLetters(t *testing.T) {
	for name, last := range map[string]string{"Ukrainian": "Шевченко", "Vietnamese": "Nguyễn", "Greek": "Παπαδόπουλος"} {
		l := aLetter(coop.ClosingLetter)
		l.Household.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Ольга", Last: last}}
		path := kept(t, "letters", "address "+name, func(w io.Writer) error {
			page, err := paper.LayLetter(l, textOf(t, l.Kind, "fr"), words(t, "fr"), fonts(), made)
			if err != nil {
				return err
			}
			if page.Replaced {
				t.Errorf("%s: letters were replaced", name)
			}
			checkPage(t, page)
			return page.PDF(w, fonts(), made)
		})
		if got := text(t, path); !strings.Contains(got, "Mme Ольга "+strings.ToUpper(last)) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
