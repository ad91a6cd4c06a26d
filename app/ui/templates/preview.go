package templates

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// preview is the page as it will be printed, beside the words that change it, for an invented household or a real one.
type preview struct {
	editor  *editor
	asked   Asked
	who     string // whose page it is, "" for the invented household
	leaf    *kit.LeafView
	room    *fyne.Container // the leaf, whole or to read
	banner  *fyne.Container // what is wrong with the page
	person  *kit.Button
	product *kit.Select[coop.Product]
	share   *kit.Select[coop.ShareState]
	place   *kit.Select[coop.Place] // of the visit, for the papers that are about one; else nil
	turn    *fyne.Container
	turned  *kit.Text
	zoom    *kit.Button
	leaves  []kit.Leaf
	at      int // the page that is seen
	content fyne.CanvasObject

	latest  kit.Latest
	waiting func() // calls off the next layout
}

func newPreview(e *editor) *preview {
	w := e.screen.p.Words
	p := &preview{editor: e, leaf: kit.NewLeafView(e.screen.p.Fonts), banner: kit.Column(), turned: kit.Quiet("").OneLine()}
	p.leaf.OnTapped = p.onZoom
	p.person = kit.SecondaryButton(w.T("templates.preview.invented"), p.pickPerson).WithIcon(look.IconUser)
	contracts := []kit.Option[coop.Product]{{Value: "", Words: w.T("templates.preview.product.own")}}
	for _, one := range products() {
		contracts = append(contracts, kit.Option[coop.Product]{Value: one, Words: capital(w.T(i18n.ProductKey(one)))})
	}
	p.product = kit.NewSelect("", contracts, func(v coop.Product) { p.asked.Product = v; p.lay() })
	p.product.Set("")
	shares := []kit.Option[coop.ShareState]{{Value: "", Words: w.T("templates.preview.share.own")}}
	for _, one := range coop.ShareStates() {
		shares = append(shares, kit.Option[coop.ShareState]{Value: one, Words: capital(w.T(i18n.ShareStateKey(one)))})
	}
	p.share = kit.NewSelect("", shares, func(v coop.ShareState) { p.asked.Share = v; p.lay() })
	p.share.Set("")
	facts := []fyne.CanvasObject{p.product.Object(), p.share.Object()}
	if slices.Contains(template.Fields(e.now().Kind), "visit-where") {
		p.place = p.newPlace()
		facts = append(facts, p.place.Object())
	}
	p.zoom = kit.IconButton(look.IconSearch, w.T("templates.preview.larger"), p.onZoom)
	p.turn = kit.Row(
		kit.IconButton(look.IconChevronLeft, w.T("templates.preview.before"), func() { p.onTurn(-1) }), p.turned,
		kit.IconButton(look.IconChevronRight, w.T("templates.preview.next"), func() { p.onTurn(1) }),
	)
	p.turn.Hide()
	p.room = kit.Grow(kit.Padded(look.Snug, p.leaf))
	head := kit.Stack(look.Snug, kit.Row(kit.Grow(p.person), p.turn, p.zoom), kit.Columns(150, facts...))
	p.content = kit.PaddedXY(look.Gap, look.Snug, kit.Stack(look.Snug, head, p.banner, p.room))
	return p
}

// newPlace chooses where the visit is that the paper tells of.
func (p *preview) newPlace() *kit.Select[coop.Place] {
	w := p.editor.screen.p.Words
	places := []kit.Option[coop.Place]{{Value: "", Words: w.T("templates.preview.place.own")}}
	for _, one := range coop.Places() {
		places = append(places, kit.Option[coop.Place]{Value: one, Words: capital(w.T(i18n.PlaceKey(one)))})
	}
	choice := kit.NewSelect("", places, func(v coop.Place) { p.asked.Place = v; p.lay() })
	choice.Set("")
	return choice
}

// soon lays the page out after a pause in typing.
func (p *preview) soon() {
	p.stop()
	p.waiting = p.editor.screen.p.Run.Soon(layAfter, p.lay)
}

func (p *preview) stop() {
	if p.waiting != nil {
		p.waiting()
		p.waiting = nil
	}
}

// lay lays the page out now.
func (p *preview) lay() {
	s := p.editor.screen
	asked := p.asked
	asked.Template = p.editor.now().Clone()
	kit.RunLatest(s.p.Run, &p.latest, func() (Laid, error) { return s.p.Desk.Lay(context.Background(), asked) }, p.show)
}

// show shows the page that was laid out. One that has no room leaves the last good one in sight.
func (p *preview) show(laid Laid, err error) {
	e, w := p.editor, p.editor.screen.p.Words
	if e.gone {
		return
	}
	p.banner.Objects = nil
	switch {
	case err != nil:
		p.banner.Add(kit.Tinted(kit.Attention, kit.Body(w.Error(err))))
		if !i18n.Speakable(err) {
			e.screen.fail(err)
		}
	case laid.Overflow != nil:
		p.banner.Add(kit.Tinted(kit.Late, kit.Body(w.T("templates.overflow.page", i18n.Args{"Part": laid.Overflow.Part, "Line": laid.Overflow.Line}))))
	default:
		p.leaves = laid.Leaves
		p.at = max(0, min(p.at, len(p.leaves)-1))
		p.turn.Hidden = len(p.leaves) < 2
		p.onTurn(0)
	}
	p.banner.Refresh()
	p.content.Refresh()
	e.told(laid)
}

// onTurn shows another page of the paper.
func (p *preview) onTurn(by int) {
	if to := p.at + by; to >= 0 && to < len(p.leaves) {
		p.at = to
		p.leaf.ShowLeaf(p.leaves[to])
		p.turned.SetText(p.editor.screen.p.Words.T("templates.preview.page", i18n.Args{"At": to + 1, "Of": len(p.leaves)}))
	}
}

// onZoom turns between the whole page and a page to read.
func (p *preview) onZoom() {
	p.leaf.SetWhole(!p.leaf.Whole())
	inside := fyne.CanvasObject(kit.Padded(look.Snug, p.leaf))
	if !p.leaf.Whole() {
		inside = kit.NewTouchScroll(inside)
	}
	p.room.Objects = []fyne.CanvasObject{inside}
	p.room.Refresh()
}

// of shows the page of somebody, "" for the invented household.
func (p *preview) of(id coop.HouseholdID, name string) {
	p.asked.Household, p.who = id, name
	if id == "" {
		name = p.editor.screen.p.Words.T("templates.preview.invented")
	}
	p.person.SetText(name)
	p.lay()
}

const (
	mostPicked         = 6
	pickHeight float32 = 420
)

// pickPerson asks whose page is to be seen.
func (p *preview) pickPerson() {
	s, w := p.editor.screen, p.editor.screen.p.Words
	var sheet *kit.OpenSheet
	var asked kit.Latest
	found := kit.Stack(0, kit.Quiet(w.T("templates.preview.pick.hint")))
	box := kit.NewSearchBox(s.p.Run, w, w.T("templates.preview.search"), func(words string) {
		if words == "" {
			return
		}
		kit.RunLatest(s.p.Run, &asked, func() ([]coop.Row, error) { return s.p.Desk.Search(context.Background(), words) }, func(rows []coop.Row, err error) {
			if err != nil {
				s.fail(err)
				return
			}
			found.RemoveAll()
			for _, r := range rows[:min(len(rows), mostPicked)] {
				name := w.People(r.Holders)
				found.Add(kit.NewLinkRow("", name, r.Residence, func() { sheet.Close(); p.of(r.ID, name) }))
			}
			if len(rows) == 0 {
				found.Add(kit.Quiet(w.T("templates.preview.nobody", i18n.Args{"Words": words})))
			}
			found.Refresh()
		})
	})
	invented := kit.SecondaryButton(w.T("templates.preview.invented"), func() { sheet.Close(); p.of("", "") }).WithIcon(look.IconSparkles)
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("templates.preview.pick"), First: box.Focusable(),
		Content: kit.Sized(0, pickHeight, kit.Column(kit.Row(invented), box, found)),
	})
}
