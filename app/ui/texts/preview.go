package texts

import (
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// preview is the talk's page as it will look, beside the fields that change it.
type preview struct {
	words  *i18n.Words
	facts  map[string]string
	step   script.Step
	simple bool

	title  *kit.Text
	badge  *kit.Tag
	chip   *kit.Chip
	spoken *kit.Marked
	lacks  *fyne.Container // facts that are not known, each with what is said then
	below  *fyne.Container
	parts  map[part]*fyne.Container
	scroll *kit.TouchScroll
	told   string // the lacking facts shown last
}

// part is one of the things below the words.
type part int

// The parts, in their order.
const (
	partChecks part = iota
	partChips
	partQuestions
	partForm
	partAsked
	partSources
	allParts
)

func newPreview(w *i18n.Words) *preview {
	p := &preview{
		words: w, title: kit.Title(""), badge: kit.Badge("", "", kit.Calm), spoken: kit.SpokenMarked(),
		lacks: kit.Lines(), below: kit.Stack(look.Inset), parts: map[part]*fyne.Container{},
	}
	p.chip = kit.NewChip(w.T("texts.preview.simple"), false, func(on bool) { p.simple = on; p.say() }).WithIcon(look.IconText)
	for k := range allParts {
		p.parts[k] = kit.Stack(look.Snug)
		p.below.Add(p.parts[k])
	}
	head := kit.Lines(p.title, kit.Row(p.badge, kit.Spacer(), p.chip))
	p.scroll = kit.NewTouchScroll(kit.Padded(look.Inset, kit.Stack(look.Gap, head, p.spoken, p.lacks, p.below)))
	return p
}

// show fills the page with a step.
func (p *preview) show(step script.Step, index int) {
	p.head(step, index)
	p.say()
	for k := range allParts {
		p.refill(k)
	}
	p.below.Refresh()
	p.scroll.Refresh()
}

// head shows the line above the words.
func (p *preview) head(step script.Step, index int) {
	p.step = step
	kind, tone := "texts.preview.optional", kit.Calm
	if step.Essential {
		kind, tone = "texts.preview.essential", kit.Accented
	}
	p.title.SetText(strconv.Itoa(index) + " · " + script.Fill(step.Title, p.facts))
	p.badge.Set("", p.words.T(kind)+" · "+minutes(p.words, step.Length), tone)
}

// say shows the words that are said aloud, with the facts put in and marked.
func (p *preview) say() {
	p.chip.Set(p.simple)
	text := p.step.Say
	if p.simple {
		text = p.step.Simple
	}
	p.spoken.Set(marked(strings.TrimSpace(text), p.facts)...)
	lacking := lacks(text, p.facts)
	if told := strings.Join(lacking, "|"); told != p.told {
		p.told = told
		p.lacks.RemoveAll()
		for _, name := range lacking {
			p.lacks.Add(kit.Row(kit.NewGlyph(look.IconWarning, kit.Attention), kit.Grow(kit.Caption(p.lacking(name)))))
		}
		p.scroll.Refresh()
	}
}

// lacking says of a fact why what is said in its place is said.
func (p *preview) lacking(name string) string {
	key := fieldKey(name)
	if key == "" {
		return p.words.T("texts.preview.foreign", i18n.Args{"Field": name})
	}
	return p.words.T("texts.preview.lacking", i18n.Args{"Field": p.words.T(key)})
}

// change shows a step whose parts of one kind have changed.
func (p *preview) change(step script.Step, k part) {
	p.step = step
	p.refill(k)
	p.scroll.Refresh()
}

func (p *preview) refill(k part) {
	box := p.parts[k]
	box.RemoveAll()
	for _, o := range p.fill(k) {
		box.Add(o)
	}
	box.Hidden = len(box.Objects) == 0
	box.Refresh()
}

func (p *preview) fill(k part) []fyne.CanvasObject {
	switch k {
	case partChecks:
		return p.checks()
	case partChips:
		return p.chips()
	case partQuestions:
		return p.questions()
	case partForm:
		if key := formKey(p.step.Form); key != "" {
			return []fyne.CanvasObject{kit.Row(kit.SecondaryButton(p.words.T(key), nil).WithTrailingIcon(look.IconArrowRight))}
		}
	case partAsked:
		return p.asked()
	case partSources:
		return p.sources()
	case allParts:
	}
	return nil
}

// labelled puts a small label above its chips: beside the fields there is no room for it at their side.
func labelled(label string, o fyne.CanvasObject) []fyne.CanvasObject {
	return []fyne.CanvasObject{kit.Lines(kit.Caption(label), o)}
}

func (p *preview) checks() []fyne.CanvasObject {
	row := kit.Flow()
	for _, c := range p.step.Checks {
		row.Add(kit.NewChip(script.Fill(c.Label, p.facts), false, nil).WithIcon(look.IconSquare).Toned(kit.Done))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return labelled(p.words.T("texts.preview.check"), row)
}

func (p *preview) chips() []fyne.CanvasObject {
	row := kit.Flow()
	for _, c := range p.step.Chips {
		row.Add(kit.NewChip(script.Fill(c.Label, p.facts), false, nil).Toned(kit.Attention))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return labelled(p.words.T("texts.preview.note"), row)
}

func (p *preview) questions() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, q := range p.step.Questions {
		options := make([]kit.Option[coop.ChoiceID], len(q.Choices))
		for i, c := range q.Choices {
			options[i] = kit.Option[coop.ChoiceID]{Value: c.ID, Words: script.Fill(c.Label, p.facts)}
		}
		cards = append(cards, kit.Card(kit.Body(script.Fill(q.Text, p.facts)).Strong(), kit.NewChoice(options, nil).Object()))
	}
	return cards
}

func (p *preview) asked() []fyne.CanvasObject {
	if len(p.step.Asked) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{kit.Body(p.words.T("texts.preview.asked")).Strong()}
	for _, a := range p.step.Asked {
		rows = append(rows, kit.NewFold(script.Fill(a.Question, p.facts), "", false, func() fyne.CanvasObject {
			return kit.PaddedXY(look.Wide, 0, kit.NewMarked(marked(a.Answer, p.facts)...))
		}, func(bool) { p.scroll.Refresh() }))
	}
	return rows
}

func (p *preview) sources() []fyne.CanvasObject {
	if len(p.step.Sources) == 0 {
		return nil
	}
	lines := kit.Lines()
	for _, source := range p.step.Sources {
		key := "texts.preview.source"
		if source.Confirm {
			key = "texts.preview.source.confirm"
		}
		lines.Add(kit.Caption(p.words.T(key, i18n.Args{"Text": source.Text, "Day": p.words.Date(source.Checked)})))
	}
	return []fyne.CanvasObject{kit.TopRow(look.Snug, kit.NewGlyph(look.IconScale, kit.Calm), kit.Grow(lines))}
}

var fieldForm = regexp.MustCompile(`\{([^{}|]*)\|([^{}|]*)\}`)

// marked is a text with its facts put in, each marked as known or lacking.
func marked(text string, facts map[string]string) []kit.Piece {
	var pieces []kit.Piece
	from := 0
	for _, at := range fieldForm.FindAllStringSubmatchIndex(text, -1) {
		if at[0] > from {
			pieces = append(pieces, kit.Piece{Text: text[from:at[0]]})
		}
		name, fallback := text[at[2]:at[3]], text[at[4]:at[5]]
		if fact := strings.TrimSpace(facts[name]); fact != "" {
			pieces = append(pieces, kit.Piece{Text: fact, Mark: kit.Known})
		} else {
			pieces = append(pieces, kit.Piece{Text: fallback, Mark: kit.Lacking})
		}
		from = at[1]
	}
	return append(pieces, kit.Piece{Text: text[from:]})
}

// lacks are the facts that a text names and nobody has entered, each once.
func lacks(text string, facts map[string]string) []string {
	var names []string
	seen := map[string]bool{}
	for _, found := range fieldForm.FindAllStringSubmatch(text, -1) {
		if name := found[1]; strings.TrimSpace(facts[name]) == "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}
