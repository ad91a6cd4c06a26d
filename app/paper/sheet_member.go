package paper

import (
	"strconv"

	"bienvenue/app/coop"
)

// member chooses the sentences by the state of the share: nobody is told of a share that is not theirs.
func (t *teller) member() memberText {
	switch t.Household.Share.State {
	case coop.ShareSubscribed:
		return memberText{t.membership(), []said{t.share(), t.vote(), t.say("coop.join")}}
	case coop.ShareToRepay:
		return memberText{t.say("coop.leaving"), []said{t.say("coop.repay"), t.vote()}}
	case coop.ShareRepaid:
		return memberText{t.say("coop.leaving"), []said{t.say("coop.repaid"), t.vote()}}
	case coop.ShareUnknown, coop.ShareToOffer, coop.ShareOffered, coop.ShareRefused:
	}
	price := ""
	if t.Coop.ShareCents > 0 {
		price = t.say("coop.share.amount", "money", t.speech.Money(t.Coop.ShareCents)).text
	}
	return memberText{t.say("coop.open"), []said{t.say("coop.become", "amount", price), t.vote(), t.say("coop.join.how")}}
}

func (t *teller) membership() said {
	holders := t.Household.Holders
	switch {
	case len(holders) > 1:
		return t.say("coop.member.many")
	case len(holders) == 1 && holders[0].Civility == coop.Madame:
		return t.say("coop.member.she")
	}
	return t.say("coop.member")
}

// share says how many shares the household holds, what was paid and since when, as far as known.
func (t *teller) share() said {
	s := t.Household.Share
	id, sum, number := "coop.share.one", "coop.share.amount", max(s.Number, 1)
	if number > 1 {
		id, sum = "coop.share.many", "coop.share.sum"
	}
	amount, since := "", ""
	if paid := paidFor(s, t.Coop); paid > 0 {
		amount = t.say(sum, "money", t.speech.Money(paid)).text
	}
	if s.Since != "" {
		since = t.say("coop.share.since", "day", t.speech.Date(s.Since)).text
	}
	return t.say(id, "number", strconv.Itoa(number), "amount", amount, "since", since)
}

// vote says how the general meeting votes and when it is, as far as known.
func (t *teller) vote() said {
	switch {
	case t.Agm.Day != "":
		return t.say("coop.vote.day", "day", t.speech.DayLong(t.Agm.Day))
	case t.Coop.AgmMonth > 0:
		return t.say("coop.vote.month", "month", t.speech.MonthName(t.Coop.AgmMonth))
	}
	return t.say("coop.vote")
}

// recourse says whom to turn to: the mediator that the settings name, else what the law gives tenants.
func (t *teller) recourse() said {
	switch {
	case t.Coop.Mediator != "":
		return t.say("recourse.mediator")
	case t.Household.Product == coop.Rental:
		return t.say("recourse.commission")
	}
	return t.say("recourse.ask")
}
