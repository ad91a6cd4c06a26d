package coop

// Closing is what came of a talk, as it is handed over at its end.
type Closing struct {
	Talk      TalkID
	Outcome   Outcome // result, judgements, concerns, interests, comment; the rest is filled in
	FollowUps []FollowUp
	Share     *Share    // nil: unchanged
	Contacts  []Contact // completed ones
}

// Contact is how a holder wishes to be reached.
type Contact struct {
	Holder CooperatorID
	Phone  string
	Mobile string
	Email  string
}

// Closed is a talk that ended.
type Closed struct {
	Talk      Talk
	Visit     Visit // the visit that was carried out, empty after a talk at the counter
	FollowUps []FollowUp
}
