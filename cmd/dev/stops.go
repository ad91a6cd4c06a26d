package main

import "slices"

// chapter is a part of the tour that one member of the demo archive's staff
// plays, in a window of its own on the same archive.
type chapter struct {
	staff string // login; "" begins a new archive, as on a computer where Bienvenue was never opened
	stops []stop
}

// name is what the chapter's log is called.
func (c chapter) name() string {
	if c.staff == "" {
		return "first"
	}
	return c.staff
}

// stop is one picture of the tour: what a person presses to come there from the
// stop before, and the name of the picture. The tour waits by itself until the
// screen has changed and rests.
type stop struct {
	name      string // of the picture, without .png
	do        []act  // nothing at a chapter's first stop: the window's first screen
	slight    bool   // only a part of the screen changes
	maybeSame bool   // the picture may be that of the stop before
}

// chapters lists the tour in its order: the front desk welcomes a person and
// books, the visit officer carries out a visit, the manager looks at the month,
// and somebody begins a new archive with the ERP's file. To add a stop, write
// here what a person presses; the names of keys are those of xdotool (Return,
// Escape, Tab, ctrl+k, Down).
func chapters() []chapter {
	return []chapter{
		{staff: "sonia", stops: slices.Concat(findStops(), bookStops(), aroundStops(), counterStops())},
		{staff: "claire", stops: slices.Concat(visitStops(), weekStops())},
		{staff: "hugo", stops: slices.Concat(diaryStops(), waveStops())},
		{staff: "nadege", stops: slices.Concat(monthStops(), batchStops(), textStops(), rehearsalStops(), paperStops())},
		{staff: "admin", stops: settingStops()},
		{staff: "", stops: firstStops()},
	}
}

func findStops() []stop {
	return []stop{
		{name: "today-desk"},
		{name: "search-none", do: []act{keys("ctrl+k"), typing("zzyzx")}, slight: true},
		{name: "search", do: []act{keys("ctrl+a"), typing("ma")}},
		{name: "person", do: []act{keys("Return")}},
		{name: "letters", do: []act{inside(tabs(12), tabs(4)), keys("Return")}}, // the list stands beside the file of a lying window
		{name: "person-below", do: []act{keys("Escape"), settled(), pull()}},
	}
}

// hourField is how many steps of Tab lead to the hour in the sheet that books: the month's days are in between.
const hourField = 48

func bookStops() []stop {
	return []stop{
		{name: "booking", do: []act{keys("ctrl+n")}},
		{name: "booked", do: []act{primary(last)}, slight: true},
		{name: "booking-clash", do: []act{keys("ctrl+n"), settled(), tabs(hourField), keys("ctrl+a"), typing("10h00")}, slight: true},
		{name: "booking-warned", do: []act{keys("ctrl+a"), typing("7h15")}, slight: true},
	}
}

func aroundStops() []stop {
	return []stop{
		{name: "sheet", do: []act{keys("Escape"), settled(), keys("ctrl+p"), patience(laidOut)}},
		{name: "keys", do: []act{keys("Escape"), settled(), keys("ctrl+question")}},
		{name: "people", do: []act{keys("Escape"), settled(), keys("ctrl+2")}},
		{name: "help", do: []act{keys("F1")}},
	}
}

func counterStops() []stop {
	return []stop{
		{name: "who", do: []act{keys("Escape"), settled(), keys("ctrl+1"), settled(), primary(0)}},
		{name: "talk", do: []act{typing("mart"), settled(), keys("Return")}},
		{name: "talk-simpler", do: []act{keys("s")}, slight: true},
		{name: "talk-english", do: []act{keys("s"), settled(), keys("l")}, slight: true},
		{name: "talk-question", do: []act{keys("l"), settled(), keys("q"), settled(), typing("part")}},
		{name: "talk-kept", do: []act{keys("Escape"), settled(), keys("1")}, slight: true},
		{name: "talk-note", do: []act{keys("n"), settled(), typing("Revient mardi avec son attestation")}},
		{name: "talk-noted", do: []act{primary(last)}, slight: true},
		{name: "talk-later", do: []act{keys("Right"), settled(), keys("p")}, slight: true},
		{name: "review", do: []act{returns(mostSteps)}},
		{name: "review-below", do: []act{pull()}, slight: true},
		{name: "talk-why", do: []act{keys("Left"), settled(), inside(click(110, -90), click(766, 74))}},
		{name: "talk-time", do: []act{keys("Escape"), settled(), click(-60, 26)}},
		{name: "talk-planned", do: []act{tabs(3), keys("Return"), settled(), primary(last)}, slight: true},
		{name: "talk-pause", do: []act{keys("i")}},
		{name: "today-paused", do: []act{keys("1")}},
		{name: "talk-resumed", do: []act{keys("ctrl+k"), typing("mart"), settled(), keys("Return"), settled(), primary(0)}},
	}
}

// mostSteps is more than any script has; Return does nothing at the review.
const mostSteps = 30

func visitStops() []stop {
	return []stop{
		{name: "today-officer"},
		{name: "visit", do: []act{tabs(6), keys("Return")}}, // the round's second visit: the first was interrupted
		{name: "visit-short", do: []act{click(-60, 26), settled(), tabs(2), keys("Return"), settled(), primary(last)}},
		{name: "visit-review", do: []act{returns(mostSteps)}},
		{name: "visit-opinion", do: append(judge(), pull())},
		{name: "visit-motives", do: []act{pull()}},
		{name: "visit-promises", do: []act{pull(), settled(), pull()}},
		{name: "visit-contacts", do: []act{pull(), settled(), pull()}},
		{name: "visit-sign", do: []act{backTabs(toSign), keys("Return")}},
		{name: "visit-signed", do: []act{scribble(), settled(), primary(last)}},
		{name: "visit-sheet", do: []act{primary(last)}},
		{name: "today-done", do: []act{keys("Escape")}, slight: true},
		{name: "person-visited", do: []act{keys("ctrl+k"), typing("lopez mar"), settled(), keys("Return"), settled(), pull(), settled(), pull(), settled(), pull()}},
		{name: "record", do: []act{inside(backTabs(9), click(400, 675)), inside(keys("Return"), settled())}},
		{name: "record-correct", do: []act{tabs(2), keys("Return")}},
	}
}

// toSign is how many steps of Tab lead back from the end of the window to the last button of the review.
const toSign = 6

// judge says what a person thinks: content with everything, nine of ten, but the home is damp. Then it says of the
// points that were not checked that they were dealt with before.
func judge() []act {
	const items, choices, toNine, toDamp = 11, 5, 11, 7
	acts := []act{inside(tabs(30), tabs(17)), keys("Return")} // beside the page of a lying window stands the outline
	for range items - 1 {
		acts = append(acts, tabs(choices), keys("Return"))
	}
	return append(acts, tabs(toNine), keys("Return"), tabs(toDamp), keys("Return"), settled(),
		keys(slices.Repeat([]string{"Prior"}, mostPages)...), settled(), inside(click(660, 361), click(374, 405)), settled())
}

// mostPages is more than the review is long.
const mostPages = 8

func weekStops() []stop {
	return []stop{
		{name: "agenda", do: []act{keys("ctrl+3")}},
		{name: "followups", do: []act{keys("ctrl+4")}},
		{name: "followup", do: []act{click(300, 245)}},
	}
}

func monthStops() []stop {
	return []stop{
		{name: "today-manager"},
		{name: "month", do: []act{keys("ctrl+5")}},
		{name: "cases", do: []act{click(180, 250)}}, // on the first figure
		{name: "month-below", do: []act{keys("Escape"), settled(), pull()}},
	}
}

// Steps of Tab: from the head of the people to the papers for many, there to the letter about the share.
const (
	toBatch  = 8
	toMember = 7
)

// batchStops make a letter for all who own a share.
func batchStops() []stop {
	return []stop{
		{name: "batch", do: []act{keys("ctrl+2"), settled(), tabs(toBatch), keys("Return")}},
		{name: "batch-whom", do: []act{tabs(toMember), keys("Return")}},
		{name: "batch-folder", do: []act{primary(last)}},
		{name: "batch-made", do: []act{primary(last)}},
		{name: "batch-print", do: []act{primary(0)}},
	}
}

// Steps of Tab from the head of the texts to what one does with the first script.
const (
	toEditor = iota + 4 // after the way in, and the two kinds of text
	toRehearsal
	toVersions
	toLessons
)

// jargon is what nobody says aloud: the editor has something to say about it.
const jargon = " Le quitus de la copropriete et la regularisation des charges locatives recuperables sont notifies au mandataire."

// textStops look at the texts: the list, the editor with its warnings, what a change looks like beside what stood
// before, and what the talks teach.
func textStops() []stop {
	return []stop{
		{name: "texts", do: []act{keys("ctrl+6")}},
		{name: "texts-lessons", do: []act{tabs(toLessons), keys("Return")}},
		{name: "texts-versions", do: []act{keys("ctrl+6"), settled(), keys("ctrl+6"), settled(), tabs(toVersions), keys("Return")}},
		{name: "texts-editor", do: []act{keys("ctrl+6"), settled(), tabs(toEditor), keys("Return")}},
		{name: "texts-changed", do: []act{inside(click(582, 450), click(400, 480)), keys("ctrl+End"), typing(jargon)}, slight: true},
		{name: "texts-warned", do: []act{inside(click(1005, 202), click(330, 196))}, slight: true},
	}
}

// rehearsalStops play a talk with an invented person, up to its result.
func rehearsalStops() []stop {
	return []stop{
		{name: "rehearsals", do: []act{keys("ctrl+6"), settled(), tabs(toRehearsal), keys("Return")}},
		{name: "rehearsal", do: []act{tabs(3), keys("Return")}},
		{name: "rehearsal-review", do: []act{returns(mostSteps)}},
		{name: "rehearsal-result", do: []act{primary(last)}},
	}
}

// paperStops look at the texts of what is printed: the list, and the welcome sheet's with the page beside them.
func paperStops() []stop {
	const toPapers, toSheet = 3, 4 // steps of Tab from the head of the texts
	return []stop{
		{name: "papers", do: []act{keys("Escape"), settled(), keys("ctrl+6"), settled(), tabs(toPapers), keys("Return")}},
		{name: "papers-editor", do: []act{tabs(toSheet), keys("Return"), patience(laidOut)}},
	}
}

func settingStops() []stop {
	stops := []stop{
		{name: "today-administrator"},
		{name: "settings", do: []act{keys("ctrl+7")}},
		{name: "settings-below", do: []act{pull()}},
	}
	for i, name := range []string{"team", "visits", "hours", "display", "events", "archive"} {
		stops = append(stops, stop{name: "settings-" + name, do: []act{keys("ctrl+7"), settled(), tabs(i + 2), keys("Return")}})
	}
	return stops
}

func firstStops() []stop {
	const filled = 2 // steps of Tab from the page's beginning to the place of the file
	return []stop{
		{name: "welcome"},
		{name: "import", do: []act{typing("Horizon Habitat"), keys("Return"), typing("Camille Roy"), keys("Return")}},
		{name: "import-none", do: []act{tabs(filled), typing("rien.csv"), keys("Return")}, slight: true},
		{name: "import-plan", do: []act{tabs(filled), keys("ctrl+a"), typing(sample), keys("Return")}},
		{name: "import-plan-below", do: []act{pull()}},
		{name: "import-done", do: []act{primary(last)}},
		{name: "people-new", do: []act{primary(0)}},
		{name: "today-new", do: []act{keys("ctrl+1")}},
	}
}

// pictures counts the stops of some chapters.
func pictures(all []chapter) int {
	n := 0
	for _, c := range all {
		n += len(c.stops)
	}
	return n
}
