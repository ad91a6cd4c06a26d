package paper

import (
	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// facts says what a letter is about, row by row, on a light ground. A letter about nothing of the kind has
// no box.
func (l *letter) facts(y float64, b template.Block) float64 {
	const inside = 4.0
	rows := factRows(l.Letter, l.words)
	if len(rows) == 0 {
		return y
	}
	ground := len(l.page.marks)
	title := l.light()
	tab := 0.0
	for _, row := range rows {
		tab = max(tab, l.width(title, l.clean(title, row[0])))
	}
	tab += 5
	end := y + inside - 1
	if b.Text != "" {
		end = l.text(letterMargin+inside, end, letterWide-2*inside, style{l.set.text, Bold, brand}, b) + l.row*0.3
	}
	for _, row := range rows {
		part := template.Block{ID: b.ID, Label: b.Label}
		part.Text = row[0]
		next := l.text(letterMargin+inside, end, tab, title, part)
		part.Text = oneLine(row[1])
		end = max(next, l.text(letterMargin+inside+tab, end, letterWide-2*inside-tab, l.strong(), part)) + l.row*0.2
	}
	end += inside - 1 - l.row*0.2
	l.ground(ground, letterMargin, y, letterWide, end-y)
	return end + l.row
}

// factRows are what a letter's box says, each after its title: the appointment, the event, what was promised,
// the share, where an answer goes.
func factRows(l coop.Letter, words VisitWords) [][2]string {
	switch {
	case l.Kind == coop.MemberLetter:
		return shareRows(l, words)
	case l.Kind.Event() != "":
		return eventRows(l, words)
	case l.Kind == coop.ThanksLetter:
		return promiseRows(l, words)
	case l.Kind == coop.LoyaltyLetter:
		return replyRows(l, words)
	case !l.Visit.Start.IsZero():
		return visitRows(l, words)
	}
	return nil
}

// visitRows are the facts of the visit.
func visitRows(l coop.Letter, words VisitWords) [][2]string {
	start := l.Visit.Start
	rows := [][2]string{
		{words.T("letter.when"), words.T("letter.when.at", i18n.Args{"Day": words.DayLong(words.DayOf(start)), "Hour": words.Hour(start)})},
		{words.T("letter.long"), words.T("letter.long.about", i18n.Args{"Minutes": words.Minutes(l.Visit.Minutes())})},
	}
	if l.Officer.Name != "" {
		rows = append(rows, [2]string{words.T("letter.with"), l.Officer.Name})
	}
	return append(rows, [2]string{words.T("letter.where"), whereOf(l, words)})
}

// eventRows are the facts of the event, as far as known.
func eventRows(l coop.Letter, words VisitWords) [][2]string {
	if l.Event.Day == "" {
		return nil
	}
	when := words.DayLong(l.Event.Day)
	if hour := clockOf(l.Event.Hour, words); hour != "" {
		when = words.T("letter.when.at", i18n.Args{"Day": when, "Hour": hour})
	}
	return known([][2]string{
		{words.T("letter.what"), l.Event.Title}, {words.T("letter.when"), when}, {words.T("letter.where"), l.Event.Place},
	})
}

// promiseRows are what was promised and is still to come, each with its day.
func promiseRows(l coop.Letter, words VisitWords) [][2]string {
	const most = 6 // the sheet bears them all
	if l.Sheet == nil {
		return nil
	}
	var rows [][2]string
	for _, p := range l.Sheet.Agreed {
		what := p.What
		if what == "" {
			what = words.T(serviceKeys[p.Service])
		}
		by := ""
		if p.Due != "" {
			by = i18n.Sentence(words.T("letter.agreed.by", i18n.Args{"Day": words.Date(p.Due)}))
		}
		rows = append(rows, [2]string{by, what})
	}
	return rows[:min(len(rows), most)]
}

// shareRows are what a household holds of the coop.
func shareRows(l coop.Letter, words VisitWords) [][2]string {
	f := shareFacts(l, words)
	if f["share-number"] == "" {
		return nil
	}
	return known([][2]string{
		{words.T("letter.share.held"), f["share-number"]},
		{words.T("letter.share.paid"), f["share-paid"]},
		{words.T("letter.share.since"), f["share-since"]},
		{words.T("letter.agm"), nobodyElse(f["agm-day"], f["agm-month"])},
	})
}

// replyRows say until when and where a questionnaire is sent back.
func replyRows(l coop.Letter, words VisitWords) [][2]string {
	f := eventFacts(l, words)
	desk := ""
	if l.Coop.Address != "" {
		desk = list([]string{l.Coop.Address, l.Coop.AgencyHours}, ", ")
	}
	return known([][2]string{
		{words.T("letter.reply.by"), f["reply-by"]}, {words.T("letter.reply.post"), f["reply-address"]}, {words.T("letter.reply.desk"), desk},
	})
}

// known leaves out the rows that say nothing.
func known(rows [][2]string) [][2]string {
	kept := rows[:0]
	for _, row := range rows {
		if row[1] != "" {
			kept = append(kept, row)
		}
	}
	return kept
}

// serviceKeys say who keeps a promise that has no words of its own.
var serviceKeys = map[coop.Service]string{
	coop.ServiceLetting:    "letter.agreed.letting",
	coop.ServiceTechnical:  "letter.agreed.technical",
	coop.ServiceAssets:     "letter.agreed.assets",
	coop.ServiceProximity:  "letter.agreed.proximity",
	coop.ServiceRelation:   "letter.agreed.relation",
	coop.ServiceAccounts:   "letter.agreed.accounts",
	coop.ServiceCoopLife:   "letter.agreed.coop-life",
	coop.ServiceMediation:  "letter.agreed.mediation",
	coop.ServiceSocial:     "letter.agreed.social",
	coop.ServiceOwnership:  "letter.agreed.ownership",
	coop.ServiceSyndic:     "letter.agreed.syndic",
	coop.ServiceUnassigned: "letter.agreed.unassigned",
	"":                     "letter.agreed.unassigned",
}
