package template

import (
	"maps"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// place is a text that the layout of a sheet asks for by its identity.
type place struct {
	id     string
	fields []string // that it may name besides those of every paper
	may    bool     // it may be left out: the sheet then says nothing there
}

func must(id string, fields ...string) place { return place{id: id, fields: fields} }
func may(id string, fields ...string) place  { return place{id: id, fields: fields, may: true} }

// sheetPlaces are the texts of the welcome sheet, in both its versions.
var sheetPlaces = slices.Concat(
	[]place{
		must("document"), may("courtesy"), must("welcome"), must("welcome.nobody"), must("made", "day"), may("qualibail"),
		must("home.building", "text"), must("home.stair", "text"), must("home.floor", "text"), must("home.ground"), must("home.door", "text"),
		must("entry.since", "day"), must("entry.from", "day"),
		must("contacts"), must("contacts.none"), must("duties"), must("duties.you"), must("duties.coop"), must("duties.syndic"),
	},
	eachOf("product.", coop.Rental, coop.PSLA, coop.VEFA, coop.BRS, coop.Copro),
	eachOf("contact.", coop.ContactKinds()...),
	eachOf("duty.", coop.Duties()...),
	[]place{
		must("dates"), must("date.visit"), must("date.visit.when", "when"), must("date.visit.with", "when", "person"), may("date.visit.word"),
		must("date.rent"), must("date.rent.psla"), must("date.rent.day", "day"), must("date.rent.first"), may("date.rent.word"),
		must("date.insurance"), must("date.insurance.next", "month"), may("date.insurance.word"),
		must("date.charges"), must("date.charges.month", "month"), may("date.charges.word"),
		must("date.option"), must("date.option.until", "day"), may("date.option.word"),
		must("date.finish"), must("date.finish.until", "day"), may("date.finish.word"),
		must("date.equipment"), must("date.equipment.until", "day"), may("date.equipment.word"),
		must("date.ten-years"), must("date.ten-years.until", "day"), may("date.ten-years.word"),
		must("date.agm"), must("date.agm.day", "day"), may("date.agm.hour", "day", "hour"), must("date.agm.month", "month"), may("date.agm.place", "place"), may("date.agm.word"),
		must("agreed"), must("agreed.by", "day"), must("agreed.more.one"), must("agreed.more.many", "count"),
	},
	eachOf("agreed.", coop.Services()...),
	[]place{
		must("signature"), must("signed", "day"), may("notes"),
		may("secure"), may("secure.text"), may("secure.who"), may("charter"), may("charter.text"), may("charter.who", "syndic"),
		must("coop.member"), must("coop.member.she"), must("coop.member.many"), must("coop.open"), must("coop.leaving"),
		must("coop.share.one", "amount", "since"), must("coop.share.many", "number", "amount", "since"),
		must("coop.share.amount", "money"), must("coop.share.sum", "money"), must("coop.share.since", "day"),
		must("coop.become", "amount"), must("coop.repay"), must("coop.repaid"),
		must("coop.vote"), must("coop.vote.month", "month"), must("coop.vote.day", "day"), may("coop.join"), may("coop.join.how"),
		must("recourse.mediator"), must("recourse.commission"), must("recourse.ask"), must("data"),
		must("code.area"), must("code.culture"), must("code.page"), must("code.agm"), must("code.agm.event"), must("code.card", "person"),
	},
	// How a language that the program does not speak writes days: lists with commas between.
	[]place{
		may("days.months"), may("days.months.alone"), may("days.weekdays"), may("days.date", "day", "month", "year"),
		may("days.long", "weekday", "day", "month", "year"), may("days.when", "weekday", "day", "month", "hour"),
	},
)

// simplePlaces are the texts that the simple version alone has.
var simplePlaces = []place{must("page", "page", "pages")}

// eachOf are the texts of a list of the desk's words.
func eachOf[T ~string](beginning string, values ...T) []place {
	var all []place
	for _, v := range values {
		all = append(all, must(beginning+string(v)))
	}
	return all
}

// placesOf are the texts that a kind of paper asks for by their identity; a letter has none.
func placesOf(kind coop.PaperKind) []place {
	switch kind {
	case coop.WelcomeSheet:
		return sheetPlaces
	case coop.SimpleSheet:
		return slices.Concat(sheetPlaces, simplePlaces)
	}
	return nil
}

// Needs lists the texts that a kind of paper cannot do without, by their identity. A sheet in another
// language than French must say besides that the French text prevails.
func Needs(kind coop.PaperKind, language string) []string {
	var all []string
	for _, p := range placesOf(kind) {
		if !p.may || p.id == "courtesy" && language != "fr" {
			all = append(all, p.id)
		}
	}
	return all
}

// FieldsAt lists the facts that one text of a kind of paper may name: those of every paper of the
// kind, and those that belong to the text's own place.
func FieldsAt(kind coop.PaperKind, id string) []string {
	all := Fields(kind)
	for _, p := range placesOf(kind) {
		if p.id == id {
			all = append(all, p.fields...)
		}
	}
	return all
}

// Placed are the facts with those that the layout brings to each text's own place, by their names: whether such a
// text stands is the layout's to say, and its own facts are not unknown.
func (f Facts) Placed(kind coop.PaperKind) Facts {
	fields := map[string]string{}
	maps.Copy(fields, f.Fields)
	for _, p := range placesOf(kind) {
		for _, name := range p.fields {
			if fields[name] == "" {
				fields[name] = name
			}
		}
	}
	f.Fields = fields
	return f
}

// checkPlaces says which texts the layout would miss, and which it would never ask for.
func (t Template) checkPlaces() (faults FaultsError) {
	places := placesOf(t.Kind)
	if places == nil {
		return nil
	}
	var missing []string
	for _, id := range Needs(t.Kind, t.Language) {
		if _, ok := t.Block(id); !ok {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		faults = append(faults, Fault{Block: missing[0], Key: keyMissing, Args: map[string]any{"Missing": strings.Join(missing, ", ")}})
	}
	for _, b := range t.Blocks {
		if !slices.ContainsFunc(places, func(p place) bool { return p.id == b.ID }) {
			faults = append(faults, Fault{Block: b.ID, Key: keyPlace})
		}
	}
	return faults
}
