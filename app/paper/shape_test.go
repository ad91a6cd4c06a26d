package paper_test

import (
	"errors"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/assets"
)

// arabic are sentences whose letters join, with a number, a name in Latin letters and signs in pairs.
var arabic = []string{
	"أهلا وسهلا بكم في مسكنكم الجديد. نحن هنا لمساعدتكم.",
	"الهاتف: 04\u00a065\u00a071\u00a042\u00a010 (من الاثنين إلى الجمعة)",
	"تُدفع حصة 16 € إلى Les Foyers du Bocage قبل يوم 5 من كل شهر، ثم تعودون إلينا إن شاء الله لتسلّم المفاتيح وتوقيع العقد.",
	"Bienvenue, Madame فاطمة الزهراء, au 14 rue des Tilleuls",
}

func TestArabicIsJoinedAndReadFromTheRight(t *testing.T) {
	path := kept(t, "letters", "Arabic", func(w io.Writer) error {
		page, err := paper.Paragraphs(fonts(), 90, 14, arabic...)
		if err != nil {
			return err
		}
		return page.PDF(w, fonts(), made)
	})
	isSound(t, path)
	got := tool(t, "pdftotext", path, "-")
	for _, want := range []string{"أهلا", "مسكنكم", "الجديد", "لمساعدتكم"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not to be found in %q", want, got)
		}
	}
}

// What HarfBuzz itself makes of the same texts lies in testdata/shaped.txt.
func TestTextsAreShapedAsHarfBuzzShapesThem(t *testing.T) {
	files := map[string][]byte{
		"NotoSansArabic-Regular.ttf": assets.NotoSansArabicRegular, "NotoSansArabic-Bold.ttf": assets.NotoSansArabicBold,
		"NotoSans-Regular.ttf": assets.NotoSansRegular, "NotoSans-Bold.ttf": assets.NotoSansBold,
	}
	src, err := os.ReadFile("testdata/shaped.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(src)), "\n")[1:]
	for i := 0; i+2 < len(lines); i += 3 {
		if got, err := paper.Shaped(files[lines[i]], lines[i+1]); err != nil || !sameSigns(t, got, lines[i+2]) {
			t.Errorf("%s, %q: %v\ngot  %s\nwant %s", lines[i], lines[i+1], err, got, lines[i+2])
		}
	}
}

var moved = regexp.MustCompile(`@(-?\d+),(-?\d+)`)

// sameSigns says whether two texts have the same signs, as wide, each moved as far but for a hundredth of the
// size: HarfBuzz's own versions differ by less.
func sameSigns(t *testing.T, a, b string) bool {
	t.Helper()
	if moved.ReplaceAllString(a, "") != moved.ReplaceAllString(b, "") {
		return false
	}
	place := func(s string) (all []int) {
		for sign := range strings.SplitSeq(s, "|") {
			m := moved.FindStringSubmatch(sign)
			if m == nil {
				all = append(all, 0, 0)
				continue
			}
			for _, n := range m[1:] {
				v, err := strconv.Atoi(n)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, v)
			}
		}
		return all
	}
	x, y := place(a), place(b)
	for i := range x {
		if x[i]-y[i] > 10 || y[i]-x[i] > 10 {
			return false
		}
	}
	return true
}

// translation is a letter’s text in Arabic, for the back of the letter.
func translation(t *testing.T) template.Template {
	t.Helper()
	tpl := textOf(t, coop.ClosingLetter, "fr")
	tpl.Language, tpl.Title = "ar", "موعد الزيارة"
	tpl.Blocks = []template.Block{
		{ID: "subject", As: template.AsSubject, Text: "موعد زيارتنا لكم"},
		{ID: "hello", As: template.AsParagraph, Text: "السلام عليكم، نزوركم في بيتكم مع {officer} (الهاتف: {officer-phone|04 65 71 42 10}). الزيارة قصيرة، وهي فرصة للحديث عن المسكن والحيّ."},
		{ID: "one", As: template.AsItem, Text: "عقد الإيجار إن كان عندكم"},
		{ID: "two", As: template.AsItem, Text: "أسئلتكم كلّها"},
		{ID: "stress", As: template.AsStress, Text: "إن لم يناسبكم الموعد، اتصلوا بنا على الرقم {agency-phone}."},
	}
	return tpl
}

func TestALetterInArabicIsReadFromTheRight(t *testing.T) {
	l := aLetter(coop.ClosingLetter)
	path := kept(t, "letters", "translation in Arabic", func(w io.Writer) error {
		page, err := paper.LayTranslation(l, translation(t), words(t, "fr"), fonts(), made)
		if err != nil {
			return err
		}
		if page.Replaced {
			t.Error("letters were replaced")
		}
		return page.PDF(w, fonts(), made)
	})
	isSound(t, path)
	keepsItsMargins(t, path)
	if got := tool(t, "pdftotext", path, "-"); !strings.Contains(got, "الإيجار") {
		t.Errorf("the letter says %s", got)
	}
}

func TestATextInLettersThatNoFontHasIsRefused(t *testing.T) {
	tpl := translation(t)
	tpl.Blocks[1].Text = "您好，{officer}"
	_, err := paper.LayTranslation(aLetter(coop.ClosingLetter), tpl, words(t, "fr"), fonts(), made)
	refused, ok := errors.AsType[*coop.RefusalError](err)
	if !ok || refused.Key != "letter.refused.letters" || refused.Args["Letters"] != "您 好 ，" {
		t.Errorf("got %v", err)
	}
}
