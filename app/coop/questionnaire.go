package coop

import "time"

// Asking is one questionnaire on paper: it bears a reference and no name. It is reserved for a household when
// its page is made, so that a preview shows what is printed later, and counts once it was printed.
type Asking struct {
	Reference Reference    `json:"reference"`
	Household HouseholdID  `json:"household"`
	Form      AskingFormID `json:"form"` // the questions as they were printed
	Language  string       `json:"language"`
	Version   int          `json:"version"`  // of the template
	Reserved  time.Time    `json:"reserved"` // when its page was first made
	Printed   time.Time    `json:"printed"`  // when it was first printed or saved; zero while it was only looked at
	Answered  time.Time    `json:"answered"` // when it was keyed in; zero while it has not come back
	By        StaffID      `json:"by"`       // who keyed it in
	Answers   []Answered   `json:"answers"`  // one for each question of the form, in its order
	Rev       int          `json:"rev"`
}

// Back says whether the questionnaire came back and was keyed in.
func (a Asking) Back() bool { return !a.Answered.IsZero() }

// Answered is the answer to one question of a questionnaire.
type Answered struct {
	Question string `json:"question"`
	Choice   string `json:"choice"` // "" when it was left blank
}

// AskingFormID names an AskingForm by what it says.
type AskingFormID string

// AskingForm is the questions of a questionnaire as they were printed. It never changes: a new text is another
// form, so that paper that lies in a drawer for months is keyed in with its own questions.
type AskingForm struct {
	ID        AskingFormID    `json:"id"`
	Questions []AskedQuestion `json:"questions"` // in the order they are printed
}

// AskedQuestion is one closed question of a questionnaire.
type AskedQuestion struct {
	ID      string        `json:"id"`
	Text    string        `json:"text"`
	Choices []AskedChoice `json:"choices"` // in the order they are printed: the first is key 1
}

// AskedChoice is one box to tick.
type AskedChoice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Choice is the choice that a key chooses, from 1 on; ok is false when the question has no such key.
func (q AskedQuestion) Choice(key int) (c AskedChoice, ok bool) {
	if key < 1 || key > len(q.Choices) {
		return AskedChoice{}, false
	}
	return q.Choices[key-1], true
}

// Key is the key that chooses a choice, 0 when the question has no such choice.
func (q AskedQuestion) Key(choice string) int {
	for i, c := range q.Choices {
		if c.ID == choice {
			return i + 1
		}
	}
	return 0
}

// FewReplies is the number of replies under which the answers to a question are not shown: so few would tell
// who said what (domain: section 9.5).
const FewReplies = 5

// CampaignDays is how long a printed questionnaire is waited for: one that is printed again for the same
// household meanwhile bears the same reference.
const CampaignDays = 90

// AskingFilter narrows which questionnaires are counted. Times are from the first on and before the second;
// zero is no bound.
type AskingFilter struct {
	PrintedFrom, PrintedTo time.Time // those that were printed
	KeyedFrom, KeyedTo     time.Time // those that came back
	Waited                 bool      // those that have not come back
}

// AskingCount is how often a choice was made.
type AskingCount struct {
	Form     AskingFormID
	Question string
	Choice   string // "" for those who left it blank
	N        int
}

// AskingTally counts questionnaires that were printed between two moments.
type AskingTally struct {
	Printed int           // how many
	Back    int           // of these, those that came back
	Counts  []AskingCount // of those that came back
	Forms   []AskingForm  // that the counts name; the one whose words a question is shown in first
}

// AskingMoment counts the questionnaires that were printed in one minute.
type AskingMoment struct {
	At            time.Time
	Printed, Back int
}

// AskingSpan counts the questionnaires that were printed in a month.
type AskingSpan struct {
	Month   Month `json:"month"`
	Printed int   `json:"printed"`
	Back    int   `json:"back"`
}
