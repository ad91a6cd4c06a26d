package person

import (
	"context"
	"errors"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// card is a part of the file that can be corrected in its place.
type card struct {
	screen *Screen
	title  string
	view   []fyne.CanvasObject
	fields func() (form []fyne.CanvasObject, apply func(f *coop.File) error)
	box    *fyne.Container
}

// editable is a card that shows facts and, when its pencil is pressed, their fields.
func (s *Screen) editable(title string, fields func() ([]fyne.CanvasObject, func(*coop.File) error), view ...fyne.CanvasObject) fyne.CanvasObject {
	c := &card{screen: s, title: title, view: view, fields: fields, box: kit.Column()}
	c.show()
	return kit.Card(c.box)
}

func (c *card) fill(objects ...fyne.CanvasObject) {
	c.box.Objects = objects
	c.box.Refresh()
	c.screen.page.Refresh()
}

func (c *card) show() {
	pencil := kit.IconButton(look.IconPencil, c.screen.t("person.edit", i18n.Args{"What": c.title}), c.edit)
	c.fill(append([]fyne.CanvasObject{kit.Header(c.title, pencil)}, c.view...)...)
}

func (c *card) edit() {
	form, apply := c.fields()
	fault := kit.Body("").Toned(kit.Late)
	fault.Hide()
	save := kit.PrimaryButton(c.screen.t("person.save"), nil)
	save.OnPressed(func() { c.keep(apply, save, fault) })
	objects := append([]fyne.CanvasObject{kit.Header(c.title, nil)}, form...)
	c.fill(append(objects, fault, kit.Row(kit.Spacer(), kit.SecondaryButton(c.screen.t("person.back"), c.show), save))...)
}

// keep commits what was corrected, and shows it as kept only afterwards.
func (c *card) keep(apply func(*coop.File) error, save *kit.Button, fault *kit.Text) {
	s := c.screen
	before, after := s.file, s.file
	after.Household.Holders = slices.Clone(before.Household.Holders)
	tell := func(err error) {
		fault.SetText(s.p.Words.Error(err))
		fault.Show()
		c.box.Refresh()
		s.page.Refresh()
	}
	if err := apply(&after); err != nil {
		tell(err)
		return
	}
	if reflect.DeepEqual(before, after) {
		c.show()
		return
	}
	save.Disable()
	kit.Run(s.p.Run, func() (struct{}, error) { return struct{}{}, s.commit(before, after) }, func(_ struct{}, err error) {
		save.Enable()
		if refusal, ok := errors.AsType[*coop.RefusalError](err); ok {
			tell(refusal)
			return
		}
		if err != nil {
			s.failed(err)
			return
		}
		s.p.Notices.DoneUndo(s.t("person.kept", i18n.Args{"What": c.title}), func() { s.undo(before, after) })
		s.changed()
	})
}

// commit keeps the household or the residence, whichever was corrected.
func (s *Screen) commit(before, after coop.File) error {
	ctx, by := context.Background(), s.p.Actor()
	was := before.Residence
	was.Rev = after.Residence.Rev
	if was != after.Residence {
		return s.p.Desk.EditResidence(ctx, by, after.Residence)
	}
	return s.p.Desk.EditHousehold(ctx, by, after.Household)
}

// undo puts back what stood there before, unless somebody has changed it again since.
func (s *Screen) undo(before, after coop.File) {
	old := before
	old.Household.Rev, old.Residence.Rev = after.Household.Rev+1, after.Residence.Rev+1
	kit.Run(s.p.Run, func() (struct{}, error) { return struct{}{}, s.commit(after, old) }, func(_ struct{}, err error) {
		if err != nil {
			s.failed(err)
			return
		}
		s.p.Notices.Done(s.t("person.undone"))
		s.changed()
	})
}

func (s *Screen) changed() {
	s.load(false)
	if s.p.OnChanged != nil {
		s.p.OnChanged(s.id)
	}
}

// fact is a line of a card: what it is and what is known of it.
func (s *Screen) fact(label, value string) fyne.CanvasObject {
	if value == "" {
		return kit.Row(kit.Sized(factLabel, 0, kit.Quiet(label)), kit.Grow(kit.Quiet(s.t("person.unknown"))))
	}
	return kit.TopRow(look.Snug, kit.Sized(factLabel, 0, kit.Quiet(label)), kit.Grow(kit.Body(value)))
}

const factLabel float32 = 116

// known leaves out the facts that are not known.
func known(lines ...fyne.CanvasObject) fyne.CanvasObject {
	var kept []fyne.CanvasObject
	for _, l := range lines {
		if l != nil {
			kept = append(kept, l)
		}
	}
	return kit.Lines(kept...)
}

func (s *Screen) factIf(label, value string) fyne.CanvasObject {
	if value == "" {
		return nil
	}
	return s.fact(label, value)
}
