package paper

import (
	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// footer lays the lower part out from the top of the page and says how high it is: the coop, the
// codes, the way to complain, the notice on data.
func (w *welcome) footer() (float64, error) {
	y := w.membership(0) + 4
	y, err := w.codes(y)
	if err != nil {
		return 0, err
	}
	w.stroke(0.25, rule, margin, y, pageWidth-margin, y)
	y += 2.2
	y = w.paragraph(margin, y, full, plain, 4, w.recourse()) + 1
	return w.paragraph(margin, y, full, plain, 4, w.notice()), nil
}

// membership says what the household is to the coop, on a light ground.
func (w *welcome) membership(y float64) float64 {
	const inside = 4.5
	ground := len(w.page.marks)
	title, said := w.coopWords()
	end := w.paragraph(margin+inside, y+inside-0.5, full-2*inside, head, 1, title) + w.row*0.4
	for _, text := range said {
		end = w.paragraph(margin+inside, end, full-2*inside, plain, 3, text)
	}
	end += inside - 0.5
	w.box(margin, y, full, end-y, 2.5, tint)
	// The ground goes below what stands on it.
	marks := w.page.marks
	box := marks[len(marks)-1]
	copy(marks[ground+1:], marks[ground:len(marks)-1])
	marks[ground] = box
	return end
}

// coopWords chooses the sentences by the state of the share: nobody is told of a share that is
// not theirs.
func (w *welcome) coopWords() (title string, said []string) {
	switch w.Household.Share.State {
	case coop.ShareSubscribed:
		return w.words.T(w.memberKey()), []string{w.share(), w.vote(), w.words.T("sheet.coop.join")}
	case coop.ShareToRepay:
		return w.words.T("sheet.coop.leaving"), []string{w.words.T("sheet.coop.repay"), w.vote()}
	case coop.ShareRepaid:
		return w.words.T("sheet.coop.leaving"), []string{w.words.T("sheet.coop.repaid"), w.vote()}
	case coop.ShareUnknown, coop.ShareToOffer, coop.ShareOffered, coop.ShareRefused:
	}
	price := ""
	if w.Coop.ShareCents > 0 {
		price = w.words.T("sheet.coop.share.amount", i18n.Args{"Money": w.words.Money(w.Coop.ShareCents)})
	}
	return w.words.T("sheet.coop.open"), []string{
		w.words.T("sheet.coop.become", i18n.Args{"Amount": price}),
		w.vote(),
		w.words.T("sheet.coop.join.how"),
	}
}

func (w *welcome) memberKey() string {
	holders := w.Household.Holders
	switch {
	case len(holders) > 1:
		return "sheet.coop.member.many"
	case len(holders) == 1 && holders[0].Civility == coop.Madame:
		return "sheet.coop.member.she"
	}
	return "sheet.coop.member"
}

// share says how many shares the household holds, what was paid and since when, as far as known.
func (w *welcome) share() string {
	s := w.Household.Share
	number := max(s.Number, 1)
	paid := s.Cents
	if paid == 0 {
		paid = number * w.Coop.ShareCents
	}
	args := i18n.Args{"Amount": "", "Since": ""}
	if paid > 0 {
		key := "sheet.coop.share.amount"
		if number > 1 {
			key = "sheet.coop.share.amount.many"
		}
		args["Amount"] = w.words.T(key, i18n.Args{"Money": w.words.Money(paid)})
	}
	if s.Since != "" {
		args["Since"] = w.words.T("sheet.coop.share.since", i18n.Args{"Day": w.words.Date(s.Since)})
	}
	return w.words.N("sheet.coop.share", number, args)
}

// vote says how the general meeting votes and when it is, as far as known.
func (w *welcome) vote() string {
	switch {
	case w.Agm.Day != "":
		return w.words.T("sheet.coop.vote.day", i18n.Args{"Day": w.words.DayLong(w.Agm.Day)})
	case w.Coop.AgmMonth > 0:
		return w.words.T("sheet.coop.vote.month", i18n.Args{"Month": w.words.MonthName(w.Coop.AgmMonth)})
	}
	return w.words.T("sheet.coop.vote")
}

// recourse says whom to turn to: the mediator that the settings name, else what the law gives tenants.
func (w *welcome) recourse() string {
	switch {
	case w.Coop.Mediator != "":
		return w.words.T("sheet.recourse.mediator", i18n.Args{"Mediator": w.Coop.Mediator})
	case w.Household.Product == coop.Rental:
		return w.words.T("sheet.recourse.commission")
	}
	return w.words.T("sheet.recourse.ask")
}

// notice is the notice on personal data.
func (w *welcome) notice() string {
	name := w.Coop.Name
	if name == "" {
		name = w.words.T("sheet.data.coop")
	}
	if w.Coop.DataContact == "" {
		return w.words.T("sheet.data.desk", i18n.Args{"Coop": name})
	}
	return w.words.T("sheet.data", i18n.Args{"Coop": name, "Contact": w.Coop.DataContact})
}

// codes draws up to three QR codes side by side, each with its address in clear below it. A code
// holds the coop's own address and nothing else.
func (w *welcome) codes(y float64) (float64, error) {
	links := []struct{ key, address string }{
		{"sheet.code.area", w.Coop.TenantArea},
		{"sheet.code.culture", w.Coop.CulturePage},
		{"sheet.code.coop", w.Coop.CoopPage},
	}
	const cells, apart, quietModules = 3, 4.0, 4
	cell := (full - (cells-1)*apart) / cells
	x, end := margin, y
	for _, link := range links {
		if link.address == "" {
			continue
		}
		dark, err := code(link.address)
		if err != nil {
			return 0, err
		}
		zone := max(quietModules*w.code/float64(len(dark)), 2.5)
		w.page.marks = append(w.page.marks, mark{points: []float64{x, y}, size: w.code, code: dark})
		beside := x + w.code + zone
		lines := w.broken(strong, w.words.T(link.key), cell-w.code-zone, 4)
		w.paragraph(beside, y+(w.code-float64(len(lines))*w.height(strong))/2, cell-w.code-zone, strong, 4, w.words.T(link.key))
		end = max(end, w.paragraph(x, y+w.code+zone*0.77, cell, label, 3, inClear(link.address)))
		x += cell + apart
	}
	if end > y {
		end += 2.8
	}
	return end, nil
}
