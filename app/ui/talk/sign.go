package talk

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

const (
	groundHeight float32 = 280 // of the ground to sign on
	signWidth    float32 = 760 // of the sheet around it
)

// signing is the card of the review that offers to sign. Nobody has to.
func (r *review) signing() fyne.CanvasObject {
	r.signed = kit.Column()
	r.tellSigned()
	return kit.TitledCard(r.screen.p.Words.T("talk.sign.title"), nil, r.signed)
}

// tellSigned shows what was signed, or offers to.
func (r *review) tellSigned() {
	s, w := r.screen, r.screen.p.Words
	r.signed.Objects = nil
	if s.signature.Signed() {
		r.signed.Add(kit.Sides(560, 0.45,
			kit.Sized(0, 96, kit.ShowSignature(s.signature)),
			kit.Column(
				kit.Row(kit.Badge(look.IconCheck, w.T("talk.sign.done"), kit.Done)),
				kit.Flow(
					kit.SecondaryButton(w.T("talk.sign.again"), s.askSignature).WithIcon(look.IconPencil),
					kit.QuietButton(w.T("talk.sign.remove"), func() { s.sign(nil, 0) }).WithIcon(look.IconTrash),
				),
			)))
	} else {
		r.signed.Add(kit.Quiet(w.T("talk.sign.hint")))
		r.signed.Add(kit.Row(kit.SecondaryButton(w.T("talk.sign.open"), s.askSignature).WithIcon(look.IconPencil)))
	}
	r.signed.Refresh()
	r.refresh()
}

// askSignature shows a large ground to sign on.
func (s *Screen) askSignature() {
	w := s.p.Words
	var keep *kit.Button
	var ground *kit.Signature
	ground = kit.NewSignature(w.T("talk.sign.here"), func() {
		if ground.Drawn() {
			keep.Enable()
		} else {
			keep.Disable()
		}
	})
	var sheet *kit.OpenSheet
	keep = kit.PrimaryButton(w.T("talk.sign.keep"), func() {
		sheet.Close()
		s.sign(ground.Strokes())
	})
	keep.Disable()
	wipe := kit.QuietButton(w.T("talk.sign.wipe"), func() { ground.Clear() }).WithIcon(look.IconRotateCcw)
	sheet = kit.ShowSheet(s.canvas(), w, kit.Sheet{
		Title: w.T("talk.sign.of", map[string]any{"Name": w.People(s.p.Household.Holders)}), Width: signWidth,
		Content: kit.Column(kit.Quiet(w.T("talk.sign.text")), kit.Sized(0, groundHeight, ground)),
		Actions: []fyne.CanvasObject{wipe, keep},
	})
}

// sign keeps a signature; one without strokes takes it back.
func (s *Screen) sign(strokes [][]coop.Point, aspect float32) {
	drawn := coop.Signature{
		Talk: s.walk.Talk().ID, Household: s.p.Household.ID, Strokes: strokes, Aspect: aspect,
		At: s.p.Clock().UTC(), Staff: s.p.By.Staff.ID,
	}
	kit.Run(s.p.Run, func() (struct{}, error) {
		return struct{}{}, s.p.Desk.SignTalk(context.Background(), s.p.By, drawn)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fault("keep a signature", err)
			s.notices.Clear()
			s.notices.Error(s.p.Words.T("talk.sign.failed", map[string]any{"Why": s.p.Words.Error(err)}))
			return
		}
		s.signature = drawn
		if s.review != nil {
			s.review.tellSigned()
		}
	})
}
