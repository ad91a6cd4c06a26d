package texts

import (
	"slices"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
)

// whom says in one sentence for whom something is.
func whom(w *i18n.Words, s script.Script, c script.Condition, topics map[coop.TopicID]string) string {
	parts := []string{who(w, c)}
	add := func(key string, things []string) {
		if len(things) > 0 {
			parts = append(parts, w.T(key, i18n.Args{"What": or(w, things)}))
		}
	}
	add("texts.whom.home", worded(w, c.Homes, homeKey))
	add("texts.whom.heating", worded(w, c.Heatings, heatingKey))
	parts = append(parts, flags(w, c)...)
	add("texts.whom.landlord", worded(w, c.Landlord, landlordKey))
	add("texts.whom.said", named(c.Said, topics))
	add("texts.whom.unsaid", named(c.Unsaid, topics))
	for _, a := range c.Answers {
		parts = append(parts, answered(w, s, a))
	}
	if len(parts) == 1 && len(c.Products) == 0 {
		return w.T("texts.whom.everybody")
	}
	return w.T("texts.whom", i18n.Args{"Who": strings.Join(parts, ", ")})
}

// brief says the same in a few words, for a narrow place.
func brief(w *i18n.Words, c script.Condition) string {
	parts := slices.Concat(
		worded(w, c.Products, productKey), worded(w, c.Homes, homeKey), worded(w, c.Heatings, heatingKey), flags(w, c),
		worded(w, c.Landlord, landlordKey),
	)
	if len(c.Said) > 0 {
		parts = append(parts, w.T("texts.brief.said"))
	}
	if len(c.Unsaid) > 0 {
		parts = append(parts, w.T("texts.brief.unsaid"))
	}
	if len(c.Answers) > 0 {
		parts = append(parts, w.T("texts.brief.answer"))
	}
	return strings.Join(parts, ", ")
}

func who(w *i18n.Words, c script.Condition) string {
	if len(c.Products) == 0 {
		return w.T("texts.whom.all")
	}
	return w.List(worded(w, c.Products, productKey))
}

func flags(w *i18n.Words, c script.Condition) []string {
	var parts []string
	flag := func(on *bool, yes, no string) {
		switch {
		case on == nil:
		case *on:
			parts = append(parts, w.T(yes))
		default:
			parts = append(parts, w.T(no))
		}
	}
	flag(c.Copro, "texts.whom.copro", "texts.whom.copro.no")
	flag(c.Garage, "texts.whom.garage", "texts.whom.garage.no")
	return parts
}

// answered says an answer that was given earlier in the talk.
func answered(w *i18n.Words, s script.Script, a script.AnswerCondition) string {
	q, ok := s.Question(a.Question)
	if !ok {
		return w.T("texts.whom.answer.gone", i18n.Args{"Question": a.Question})
	}
	var labels []string
	for _, c := range q.Choices {
		if slices.Contains(a.Choices, c.ID) {
			labels = append(labels, w.T("texts.quoted", i18n.Args{"Text": c.Label}))
		}
	}
	return w.T("texts.whom.answer", i18n.Args{"Answers": or(w, labels), "Question": strings.TrimSpace(q.Text)})
}

// or joins things of which one is enough, « a, b ou c ».
func or(w *i18n.Words, things []string) string {
	if len(things) < 2 {
		return strings.Join(things, "")
	}
	last := len(things) - 1
	return w.T("texts.or", i18n.Args{"First": strings.Join(things[:last], ", "), "Last": things[last]})
}

func worded[T any](w *i18n.Words, values []T, key func(T) string) []string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = w.T(key(v))
	}
	return words
}

// named are topics by the titles of the steps that speak of them.
func named(ids []coop.TopicID, topics map[coop.TopicID]string) []string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = topicTitle(id, topics)
	}
	return words
}

func topicTitle(id coop.TopicID, topics map[coop.TopicID]string) string {
	if title := topics[id]; title != "" {
		return title
	}
	return string(id)
}

func productKey(p coop.Product) string {
	switch p {
	case coop.Rental:
		return "texts.who.rental"
	case coop.PSLA:
		return "texts.who.psla"
	case coop.VEFA:
		return "texts.who.vefa"
	case coop.BRS:
		return "texts.who.brs"
	case coop.Copro:
		return "texts.who.copro"
	case coop.ProductUnknown:
	}
	return "texts.who.unknown"
}

func homeKey(h coop.Home) string {
	switch h {
	case coop.Flat:
		return "texts.who.flat"
	case coop.House:
		return "texts.who.house"
	case coop.HomeUnknown:
	}
	return "texts.who.home"
}

func heatingKey(h coop.Heating) string {
	switch h {
	case coop.CollectiveHeating:
		return "texts.who.collective"
	case coop.IndividualGas:
		return "texts.who.gas"
	case coop.IndividualElec:
		return "texts.who.electric"
	case coop.IndividualOther:
		return "texts.who.other-heating"
	case coop.DistrictHeating:
		return "texts.who.district"
	case coop.HeatingUnknown:
	}
	return "texts.who.heating"
}

func landlordKey(l coop.Landlord) string {
	switch l {
	case coop.LandlordSocial:
		return "texts.who.social"
	case coop.LandlordOther:
		return "texts.who.other"
	case coop.LandlordUnknown:
	}
	return "texts.who.landlord"
}

// topicsOf are the titles of what the scripts speak of, each the first that has it.
func topicsOf(scripts []script.Script) map[coop.TopicID]string {
	titles := map[coop.TopicID]string{}
	for _, s := range scripts {
		for _, step := range s.All {
			topic := step.Topic
			if topic == "" {
				topic = coop.TopicID(step.ID)
			}
			if titles[topic] == "" {
				titles[topic] = step.Title
			}
		}
	}
	return titles
}
