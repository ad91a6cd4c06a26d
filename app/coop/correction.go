package coop

import "time"

// CorrectionID names a Correction.
type CorrectionID string

// Said is what a talk holds and what came of it.
type Said struct {
	Steps   []TalkStep `json:"steps"`
	Outcome Outcome    `json:"outcome"`
}

// Correction is a change to a talk that had ended. What stood before stays readable in it.
type Correction struct {
	ID     CorrectionID `json:"id"`
	Talk   TalkID       `json:"talk"`
	At     time.Time    `json:"at"`
	Staff  StaffID      `json:"staff"`
	Reason string       `json:"reason"` // at most 280 characters
	Before Said         `json:"before"`
}

// Point is a place on the ground that a signature is drawn on: both from 0 to 1, from the upper
// left corner.
type Point struct {
	X float32 `json:"x"`
	Y float32 `json:"y"`
}

// Signature is what a cooperator drew to say that the talk took place and the sheet is right.
type Signature struct {
	Talk      TalkID      `json:"talk"`
	Household HouseholdID `json:"household"`
	Strokes   [][]Point   `json:"strokes"` // none takes a signature back
	Aspect    float32     `json:"aspect"`  // the ground's width over its height
	At        time.Time   `json:"at"`
	Staff     StaffID     `json:"staff"` // before whom it was drawn
}

// Signed says whether anything was drawn.
func (s Signature) Signed() bool { return len(s.Strokes) > 0 }

// Limits of a signature: a finger draws a few hundred points.
const (
	mostStrokes = 200
	mostPoints  = 20_000
)

// Check refuses a signature that no hand drew: out of its ground, or far too long.
func (s Signature) Check() error {
	n := 0
	for _, stroke := range s.Strokes {
		n += len(stroke)
		for _, p := range stroke {
			if !(p.X >= 0 && p.X <= 1 && p.Y >= 0 && p.Y <= 1) {
				return Refuse("signature.refused.drawing", nil)
			}
		}
	}
	if len(s.Strokes) > mostStrokes || n > mostPoints || (s.Signed() && !(s.Aspect > 0)) {
		return Refuse("signature.refused.drawing", nil)
	}
	return nil
}
