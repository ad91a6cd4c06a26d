package draft

import (
	"regexp"
	"slices"
	"strings"

	"bienvenue/app/script"
)

// limit is what a place holds: a number of characters or of words.
type limit struct {
	characters, words int
}

func limitOf(p Place) limit {
	switch p {
	case PlaceTitle:
		return limit{characters: titleLength}
	case PlacePaper, PlaceCheck, PlaceNote, PlaceChoice:
		return limit{characters: labelLength}
	case PlaceSay:
		return limit{words: sayWords}
	case PlaceSimple:
		return limit{words: simpleWords}
	case PlaceAnswer:
		return limit{words: answerWords}
	}
	return limit{}
}

// emptyKeys are the sentences about texts that are not there, where there is a better one than the
// general one.
func emptyKey(p Place) string {
	switch p {
	case PlaceTitle:
		return "advice.empty.title"
	case PlaceSay:
		return "advice.empty.say"
	case PlaceSimple:
		return "advice.empty.simple"
	}
	return "advice.empty"
}

// wordings checks the texts in the script's own language.
func (a *advising) wordings() {
	for _, at := range Spots(a.step) {
		text := *ownText(&a.step, at)
		if strings.TrimSpace(text) == "" && at.Place != PlacePaper {
			a.add(Blocks, KindEmpty, at, a.language, emptyKey(at.Place), nil)
			continue
		}
		a.text(at, a.language, text)
	}
	a.spoken(a.language, a.step.Say, a.step.Simple)
	a.levels()
	for _, term := range a.Terms.In(a.step) {
		a.add(Warns, KindTerm, Spot{PlaceSay, 0}, a.language, "advice.term", map[string]any{"Term": term.Name, "Says": term.Says})
	}
}

// text checks what would keep a text from being read again.
func (a *advising) text(at Spot, language, text string) {
	most := limitOf(at.Place)
	switch n := length(text); {
	case most.characters > 0 && n > most.characters:
		a.add(Blocks, KindLong, at, language, "advice.long", map[string]any{"Length": n, "Limit": most.characters})
	case n > textLength:
		a.add(Blocks, KindLong, at, language, "advice.long", map[string]any{"Length": n, "Limit": textLength})
	}
	if n := countWords(text); most.words > 0 && n > most.words {
		a.add(Blocks, KindLong, at, language, "advice.words", map[string]any{"Length": n, "Limit": most.words})
	}
	a.named(at, language, text)
}

// named checks the fields of a text.
func (a *advising) named(at Spot, language, text string) {
	switch piece, kind := faulty(text); kind {
	case KindField:
		a.add(Blocks, KindField, at, language, "advice.field", map[string]any{"Piece": piece})
	case KindFallback:
		a.add(Blocks, KindFallback, at, language, "advice.fallback", map[string]any{"Piece": piece})
	}
}

// spoken checks both wordings in one language for what a listener can follow. Other languages need
// more or fewer words for the same: their standard wording may have longer sentences.
func (a *advising) spoken(language, say, simple string) {
	if n := countWords(say); n > aloudWords && n <= sayWords {
		a.add(Warns, KindAloud, Spot{PlaceSay, 0}, language, "advice.aloud", map[string]any{"Words": n, "Limit": aloudWords})
	}
	if language == a.language {
		a.sentence(Spot{PlaceSay, 0}, language, say, sentenceWords, "advice.sentence")
	}
	a.sentence(Spot{PlaceSimple, 0}, language, simple, simpleSentence, "advice.sentence.simple")
}

// sentence tells of the longest sentence of a text when it is too long.
func (a *advising) sentence(at Spot, language, text string, most int, key string) {
	longest, words := "", most
	for _, s := range sentences(text) {
		if n := countWords(s); n > words {
			longest, words = s, n
		}
	}
	if longest != "" {
		a.add(Hints, KindSentence, at, language, key, map[string]any{"Words": words, "Limit": most, "Sentence": opening(longest)})
	}
}

// opening is how a sentence begins, enough to find it.
func opening(sentence string) string {
	words := strings.Fields(sentence)
	if len(words) > 5 {
		words = append(words[:5:5], "\u2026")
	}
	return strings.Join(words, " ")
}

// levels compares what both wordings ask of the listener. The word list is French, so other
// languages are not measured.
func (a *advising) levels() {
	if a.language != "fr" || len(a.Lexicon.known) == 0 {
		return
	}
	say, simple := a.Lexicon.Level(a.step.Say), a.Lexicon.Level(a.step.Simple)
	if say.Grade == Hard {
		a.add(Warns, KindHard, Spot{PlaceSay, 0}, a.language, "advice.hard", map[string]any{"Rare": strings.Join(say.Rare, ", ")})
	}
	switch {
	case simple.Grade == Hard:
		a.add(Warns, KindHard, Spot{PlaceSimple, 0}, a.language, "advice.hard.simple", map[string]any{"Rare": strings.Join(simple.Rare, ", ")})
	case say.Grade != NoGrade && simple.Grade.rank() > say.Grade.rank(), harder(simple, say):
		a.add(Warns, KindHarder, Spot{PlaceSimple, 0}, a.language, "advice.harder", nil)
	}
}

// harder says whether one text has longer sentences than another, or more rare words in longer or
// equal ones.
func harder(one, other Level) bool {
	if one.Words == 0 || other.Words == 0 {
		return false
	}
	return one.PerSentence > other.PerSentence+1 || one.PerSentence >= other.PerSentence && one.RareShare > other.RareShare+easyRare
}

// tongue checks the texts in another language: those that lack, those that cannot be, and those
// that did not follow when the script's own changed since it was last published.
func (a *advising) tongue(language string, before watched) {
	texts := a.texts[language]
	missing, stale := []Spot(nil), []Spot(nil)
	for _, at := range Spots(a.step) {
		own, other := *ownText(&a.step, at), tongueText(a.step, texts, at)
		switch {
		case !at.Place.Translated() || strings.TrimSpace(own) == "":
		case strings.TrimSpace(other) == "":
			missing = append(missing, at)
		default:
			a.text(at, language, other)
			if unfollowed(a.step, before, at, language, own, other) {
				stale = append(stale, at)
			}
		}
	}
	if n := len(missing); n > 0 {
		a.add(Warns, KindMissing, missing[0], language, "advice.missing", map[string]any{"Count": n, "Language": language})
	}
	if n := len(stale); n > 0 {
		a.add(Warns, KindStale, stale[0], language, "advice.stale", map[string]any{"Count": n, "Language": language})
	}
	a.spoken(language, texts.Say, texts.Simple)
}

// unfollowed says whether a text changed since it was published while its translation did not. An
// item is found again by its name; what is asked back, which has none, by its place.
func unfollowed(now script.Step, before watched, at Spot, language, own, other string) bool {
	then := before.step
	was, ok := sameSpot(now, then, at)
	if !ok {
		return false
	}
	published := tongueText(then, before.texts[language], was)
	return published == other && *ownText(&then, was) != own
}

// sameSpot finds a spot of one version of a step in another.
func sameSpot(now, then script.Step, at Spot) (Spot, bool) {
	switch i := at.Index; at.Place {
	case PlaceCheck:
		at.Index = slices.IndexFunc(then.Checks, func(c script.Check) bool { return c.ID == now.Checks[i].ID })
	case PlaceNote:
		at.Index = slices.IndexFunc(then.Chips, func(c script.Chip) bool { return c.ID == now.Chips[i].ID })
	case PlaceAsk:
		at.Index = slices.IndexFunc(then.Questions, func(q script.Question) bool { return q.ID == now.Questions[i].ID })
	case PlaceChoice:
		q, c := ChoiceOf(i)
		question := now.Questions[q]
		old := slices.IndexFunc(then.Questions, func(other script.Question) bool { return other.ID == question.ID })
		if old < 0 {
			return at, false
		}
		choice := slices.IndexFunc(then.Questions[old].Choices, func(other script.Choice) bool { return other.ID == question.Choices[c].ID })
		if choice < 0 {
			return at, false
		}
		at.Index = ChoiceAt(old, choice)
	}
	if then.ID == "" || at.Index < 0 || ownText(&then, at) == nil {
		return at, false
	}
	return at, true
}

// ofTheTalk are the fields that a talk itself brings: the coop has nothing to fill in.
var ofTheTalk = []string{"officer", "residence", "heating_company", "syndic", "caretaker"}

var field = regexp.MustCompile(`\{([^{}|]*)\|([^{}|]*)\}`)

// named lists the fields of a text that exist.
func named(text string) []string {
	if !strings.Contains(text, "{") {
		return nil
	}
	var found []string
	for _, f := range field.FindAllStringSubmatch(text, -1) {
		if slices.Contains(script.Fields(), f[1]) {
			found = append(found, f[1])
		}
	}
	return found
}

// faulty is the first piece of a text that looks like a field and is none, and what is wrong with
// it; "" when all is well.
func faulty(text string) (piece string, kind Kind) {
	if !strings.ContainsAny(text, "{}") {
		return "", ""
	}
	rest := text
	for _, f := range field.FindAllStringSubmatch(text, -1) {
		switch {
		case !slices.Contains(script.Fields(), f[1]):
			return f[0], KindField
		case strings.TrimSpace(f[2]) == "":
			return f[0], KindFallback
		}
		rest = strings.Replace(rest, f[0], "", 1)
	}
	if i := strings.IndexAny(rest, "{}"); i >= 0 {
		piece, _, _ = strings.Cut(rest[i:], "\n")
		if end := strings.IndexByte(piece, '}'); end >= 0 {
			piece = piece[:end+1]
		}
		return strings.TrimSpace(piece), KindFallback
	}
	return "", ""
}
