package coop

import "time"

// Reference is what a questionnaire on paper bears in place of a name: a short code that the archive
// alone can lead to a household.
type Reference string

// Asking is one questionnaire that was printed for a household.
type Asking struct {
	Reference Reference   `json:"reference"`
	Household HouseholdID `json:"household"`
	Language  string      `json:"language"`
	Version   int         `json:"version"` // of the template: the questions as they were printed
	Printed   time.Time   `json:"printed"`
	Answered  time.Time   `json:"answered"` // zero while it has not come back
	By        StaffID     `json:"by"`       // who keyed it in
	Answers   []Answered  `json:"answers"`
}

// Answered is the answer to one question of a questionnaire.
type Answered struct {
	Question string `json:"question"`
	Choice   string `json:"choice"` // "" when it was left blank
}
