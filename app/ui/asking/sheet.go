package asking

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// blank is the key of a question that was left without an answer.
const blank = 0

// sheet is a questionnaire that is being keyed in.
type sheet struct {
	screen  *Screen
	found   coop.Asking
	form    coop.AskingForm
	ticked  []int // key of each question, blank for none
	current int   // the question one is at; their number at the end
	touched bool  // something was ticked or changed
	keeping bool

	rows    []*row
	scroll  *kit.TouchScroll
	said    *kit.Text
	keepIt  *kit.Button
	content *fyne.Container
}

// row is a question on the screen.
type row struct {
	panel  *kit.Panel
	choice *kit.Choice[int]
}

func newSheet(s *Screen, found coop.Asking, form coop.AskingForm, ticked []int) *sheet {
	h := &sheet{screen: s, found: found, form: form, ticked: make([]int, len(form.Questions)), said: kit.Quiet("")}
	for i, q := range form.Questions {
		for _, a := range found.Answers {
			if a.Question == q.ID {
				h.ticked[i] = q.Key(a.Choice)
			}
		}
	}
	if len(ticked) == len(h.ticked) {
		h.ticked, h.touched = ticked, true
	}
	questions := kit.Stack(look.Tight)
	for i, q := range form.Questions {
		questions.Add(h.question(i, q))
	}
	h.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Tight, questions))
	h.content = container.NewBorder(kit.PaddedXY(look.Wide, look.Tight, h.head()), h.foot(), nil, nil, h.scroll)
	return h
}

func (h *sheet) t(key string, args ...i18n.Args) string { return h.screen.p.Words.T(key, args...) }

// head says which questionnaire it is, and that it was keyed in before.
func (h *sheet) head() fyne.CanvasObject {
	w := h.screen.p.Words
	about := w.LanguageName(h.found.Language)
	if !h.found.Printed.IsZero() {
		about = h.t("asking.sheet.printed", i18n.Args{"Day": w.Date(w.DayOf(h.found.Printed)), "Language": about})
	}
	head := kit.Stack(look.Tight, kit.Row(kit.Section(h.found.Reference.String()).Whole(), kit.Grow(kit.Quiet(about))))
	if h.found.Back() {
		head.Add(kit.Tinted(kit.Attention, kit.Row(kit.NewIcon(look.IconHistory, kit.Attention),
			kit.Grow(kit.Body(h.t("asking.sheet.again", i18n.Args{"Day": w.Date(w.DayOf(h.found.Answered))}))))))
	}
	return head
}

// foot is how far one is, and what to do with the answers.
func (h *sheet) foot() fyne.CanvasObject {
	s := h.screen
	h.keepIt = kit.PrimaryButton(h.t("asking.keep"), func() { s.keep("") }).WithIcon(look.IconCheck)
	buttons := kit.Flow(kit.QuietButton(h.t("asking.leave"), s.leave))
	if h.found.Back() {
		buttons.Add(kit.QuietButton(h.t("asking.erase"), s.erase).WithIcon(look.IconUndo))
	}
	buttons.Add(h.keepIt)
	return kit.Bar(kit.PaddedXY(look.Wide, look.Snug, kit.Row(kit.Grow(h.said), buttons)))
}

// question is a question with its choices, each after its key.
func (h *sheet) question(i int, q coop.AskedQuestion) fyne.CanvasObject {
	const beside, share = 860, 0.34
	var options []kit.Option[int]
	for n, c := range q.Choices {
		options = append(options, kit.Option[int]{Value: n + 1, Words: h.t("asking.choice", i18n.Args{"Key": strconv.Itoa(n + 1), "Label": c.Label})})
	}
	r := &row{choice: kit.NewChoice(options, func(key int) {
		h.current = i
		h.tick(key)
	})}
	r.choice.Set(h.ticked[i])
	text := kit.NewPressArea(q.Text, func() { h.current = i; h.mark() },
		kit.Row(kit.Sized(28, 0, kit.Body(strconv.Itoa(i+1)+".").Strong()), kit.Grow(kit.Body(tied(q.Text)).Strong())))
	r.panel = kit.Tinted(kit.Plain, kit.Sides(beside, share, text, r.choice.Object()))
	h.rows = append(h.rows, r)
	return r.panel
}

// tied keeps a mark on the line of the word before it; on paper the layout does.
func tied(text string) string {
	return strings.NewReplacer(" ?", "\u00a0?", " !", "\u00a0!", " :", "\u00a0:", " ;", "\u00a0;").Replace(text)
}

// tick ticks a box of the question one is at by its key, or blank, and goes on to the next; a key that the
// question does not have does nothing.
func (h *sheet) tick(key int) {
	if h.ended() {
		return
	}
	q := h.form.Questions[h.current]
	if _, ok := q.Choice(key); !ok && key != blank {
		return
	}
	h.ticked[h.current], h.touched = key, true
	h.rows[h.current].choice.Set(key)
	h.step(1)
}

// step goes on or back by some questions.
func (h *sheet) step(by int) {
	h.current = min(max(h.current+by, 0), len(h.rows))
	h.mark()
}

// ended says whether all questions were gone through.
func (h *sheet) ended() bool { return h.current >= len(h.rows) }

// restore goes back to what was ticked before a stroke.
func (h *sheet) restore(before stroke) {
	h.ticked, h.current = slices.Clone(before.ticked), before.current
	for i, r := range h.rows {
		r.choice.Set(h.ticked[i])
	}
	h.mark()
}

// mark shows which question one is at, and how many have an answer.
func (h *sheet) mark() {
	for i, r := range h.rows {
		tone := kit.Plain
		if i == h.current {
			tone = kit.Accented
		}
		r.panel.SetTone(tone)
	}
	w := h.screen.p.Words
	said := w.N("asking.given", h.given(), i18n.Args{"Of": w.Number(len(h.rows))})
	if h.ended() {
		said = w.N("asking.ended", h.given(), i18n.Args{"Of": w.Number(len(h.rows))})
	}
	h.said.SetText(said)
	if !h.ended() {
		h.scroll.ScrollTo(h.rows[h.current].panel)
	}
}

// given is how many questions have an answer.
func (h *sheet) given() int {
	n := 0
	for _, key := range h.ticked {
		if key != blank {
			n++
		}
	}
	return n
}

// answers are what is kept.
func (h *sheet) answers() []coop.Answered {
	var all []coop.Answered
	for i, q := range h.form.Questions {
		c, _ := q.Choice(h.ticked[i])
		all = append(all, coop.Answered{Question: q.ID, Choice: c.ID})
	}
	return all
}
