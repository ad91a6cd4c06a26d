package talk

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// promises are the follow-ups: what, by whom, until when.
func (r *review) promises() fyne.CanvasObject {
	w := r.screen.p.Words
	r.promised = kit.Column()
	r.tellPromises()
	more := kit.SecondaryButton(w.T("talk.review.promises.add"), func() {
		r.ending.Promises = append(r.ending.Promises, &coop.FollowUp{
			Motive: "AUT", Service: coop.ServiceUnassigned, Due: workingDay(r.screen.p.Today.Add(usualDays)),
		})
		r.tellPromises()
		r.changed()
	}).WithIcon(look.IconPlus)
	return kit.TitledCard(w.T("talk.review.promises"), nil,
		kit.Quiet(w.T("talk.review.promises.hint")), r.promised, kit.Row(more))
}

func (r *review) tellPromises() {
	if r.promised == nil {
		return
	}
	r.promised.Objects = nil
	for _, f := range r.ending.Promises {
		r.promised.Objects = append(r.promised.Objects, r.promise(f))
	}
	if len(r.ending.Promises) == 0 {
		r.promised.Objects = append(r.promised.Objects, kit.Quiet(r.screen.p.Words.T("talk.review.promises.none")))
	}
	r.promised.Refresh()
	r.refresh()
}

func (r *review) promise(f *coop.FollowUp) fyne.CanvasObject {
	w := r.screen.p.Words
	what := kit.NewField(w.T("talk.review.promise.what"), f.What, func(text string) {
		f.What = text
		r.changed()
	})
	var services []kit.Option[coop.Service]
	for _, v := range coop.Services() {
		services = append(services, kit.Option[coop.Service]{Value: v, Words: w.T(i18n.ServiceKey(v))})
	}
	service := kit.NewSelect(w.T("talk.review.promise.service"), services, func(v coop.Service) {
		f.Service = v
		r.changed()
	})
	service.Set(f.Service)
	var due *kit.DayField
	due = kit.NewDayField(w, w.T("talk.review.promise.due"), r.screen.p.Today, func(d coop.Day) {
		f.Due = d
		due.WithHint(w.Day(d))
		r.changed()
	})
	due.Set(f.Due)
	due.WithHint(w.Day(f.Due))
	remove := kit.QuietButton(w.T("talk.review.promise.remove"), func() {
		r.ending.Promises = slices.DeleteFunc(r.ending.Promises, func(other *coop.FollowUp) bool { return other == f })
		r.tellPromises()
		r.changed()
	}).WithIcon(look.IconTrash)
	title := kit.Caption(w.T(i18n.MotiveKey(f.Motive))).Strong()
	return kit.Tinted(kit.Plain,
		kit.Row(kit.Grow(title), remove),
		what,
		kit.Columns(280, service.Object(), due))
}

// promisesKept says whether each promise says what and until when.
func (r *review) promisesKept() bool {
	return !slices.ContainsFunc(r.ending.Promises, func(f *coop.FollowUp) bool { return f.What == "" || f.Due == "" })
}
