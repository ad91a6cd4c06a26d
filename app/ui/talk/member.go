package talk

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// member asks where the household stands with its share, and what it would like to hear more of.
func (r *review) member() fyne.CanvasObject {
	s, w := r.screen, r.screen.p.Words
	number := kit.NewField(w.T("talk.review.share.number"), strconv.Itoa(max(r.ending.Share.Number, 1)), r.onNumber)
	if s.p.SharePrice > 0 {
		number.WithHint(w.T("talk.review.share.price", map[string]any{"Price": w.Money(s.p.SharePrice)}))
	}
	amount := kit.Columns(280, number)
	amount.Hidden = r.ending.Share.State != coop.ShareSubscribed
	var box *fyne.Container
	options := make([]kit.Option[coop.ShareState], 0, len(coop.ShareStates()))
	for _, state := range coop.ShareStates() {
		options = append(options, kit.Option[coop.ShareState]{Value: state, Words: w.T(i18n.ShareStateKey(state))})
	}
	state := kit.NewChoice(options, func(v coop.ShareState) {
		r.onShare(v)
		amount.Hidden = v != coop.ShareSubscribed
		box.Refresh()
		r.refresh()
		r.changed()
	})
	state.Set(r.ending.Share.State)
	interests := make([]kit.Option[coop.Interest], 0, len(coop.Interests()))
	for _, i := range coop.Interests() {
		interests = append(interests, kit.Option[coop.Interest]{Value: i, Words: w.T(i18n.InterestKey(i))})
	}
	var chosen *kit.Choices[coop.Interest]
	chosen = kit.NewChoices(interests, func(coop.Interest, bool) {
		r.ending.Outcome.Interests = chosen.Values()
		r.changed()
	})
	chosen.Set(r.ending.Outcome.Interests...)
	box = kit.Column(
		kit.Header(w.T("talk.review.share"), nil), state.Object(), amount,
		kit.Body(w.T("talk.review.interests")).Strong(), chosen.Object(),
	)
	return kit.Card(box)
}

// onShare takes the state over; what was so before the talk keeps its day.
func (r *review) onShare(state coop.ShareState) {
	before := r.screen.p.Household.Share
	if state == before.State {
		r.ending.Share = before
		return
	}
	r.ending.Share.State, r.ending.Share.Since = state, r.screen.p.Today
	if state == coop.ShareSubscribed {
		r.ending.Share.Number = max(r.ending.Share.Number, 1)
		r.ending.Share.Cents = r.ending.Share.Number * r.screen.p.SharePrice
	}
}

func (r *review) onNumber(text string) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 {
		return
	}
	r.ending.Share.Number, r.ending.Share.Cents = n, n*r.screen.p.SharePrice
	r.changed()
}

// contactFields are how one holder is reached.
type contactFields struct {
	mobile, phone, email *kit.Field
	were                 [2]string // the phones as they stood, however odd
}

// contacts completes how the holders are reached.
func (r *review) contacts() fyne.CanvasObject {
	w := r.screen.p.Words
	box := kit.Column(kit.Header(w.T("talk.review.contacts"), nil), kit.Quiet(w.T("talk.review.contacts.hint")))
	typed := func(string) { r.changed() }
	for i, h := range r.screen.p.Household.Holders {
		c := r.ending.Contacts[i]
		f := contactFields{
			mobile: kit.NewField(w.T("talk.review.mobile"), w.Phone(c.Mobile), typed),
			phone:  kit.NewField(w.T("talk.review.phone"), w.Phone(c.Phone), typed),
			email:  kit.NewField(w.T("talk.review.email"), c.Email, typed),
			were:   [2]string{w.Phone(c.Mobile), w.Phone(c.Phone)},
		}
		r.fields = append(r.fields, f)
		box.Add(kit.Body(w.People([]coop.Cooperator{h})).Strong())
		box.Add(kit.Columns(240, f.mobile, f.phone, f.email))
	}
	return kit.Card(box)
}

// read takes the fields over, phones in the form in which they are kept.
func (f contactFields) read(c coop.Contact) coop.Contact {
	c.Mobile, c.Phone = tidied(f.mobile), tidied(f.phone)
	c.Email = strings.TrimSpace(f.email.Text())
	return c
}

func tidied(f *kit.Field) string {
	if phone, ok := coop.TidyPhone(f.Text()); ok {
		return phone
	}
	return strings.TrimSpace(f.Text())
}

// contactsFit says under each field what is wrong with it.
func (r *review) contactsFit() bool {
	w, good := r.screen.p.Words, true
	check := func(f *kit.Field, fits bool, fault string) {
		if fits {
			fault = ""
		}
		f.SetError(fault)
		good = good && fits
	}
	for _, f := range r.fields {
		for i, phone := range []*kit.Field{f.mobile, f.phone} {
			_, ok := coop.TidyPhone(phone.Text())
			check(phone, ok || phone.Text() == f.were[i], w.T("talk.review.phone.fault"))
		}
		email := strings.TrimSpace(f.email.Text())
		name, domain, _ := strings.Cut(email, "@")
		check(f.email, email == "" || name != "" && strings.Contains(domain, "."), w.T("talk.review.email.fault"))
	}
	return good
}
