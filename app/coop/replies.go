package coop

// AskingResults is what the questionnaires that were printed from one day to another brought.
type AskingResults struct {
	From      Day             `json:"from"` // "" for the beginning
	To        Day             `json:"to"`   // included
	Printed   int             `json:"printed"`
	Back      int             `json:"back"`
	Questions []AskingOutcome `json:"questions"`
}

// AskingOutcome is what the replies say to one question.
type AskingOutcome struct {
	ID       string        `json:"id"`
	Text     string        `json:"text"`
	Answered int           `json:"answered"`
	Blank    int           `json:"blank"`
	Hidden   bool          `json:"hidden"` // too few answered: no choice is counted
	Choices  []AskingShare `json:"choices"`
}

// AskingShare is how many made a choice.
type AskingShare struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	N     int    `json:"n"` // 0 where the question is hidden
}

// Results adds a tally up, question by question. A question that several forms ask, in other words or in
// another language, is counted once, in the words of the first form that asks it.
func (t AskingTally) Results(from, to Day) AskingResults {
	r := AskingResults{From: from, To: to, Printed: t.Printed, Back: t.Back}
	at := map[string]int{}
	for _, f := range t.Forms {
		for _, q := range f.Questions {
			if _, known := at[q.ID]; !known {
				at[q.ID] = len(r.Questions)
				r.Questions = append(r.Questions, AskingOutcome{ID: q.ID, Text: q.Text})
			}
			r.Questions[at[q.ID]].offer(q.Choices)
		}
	}
	for _, c := range t.Counts {
		if i, known := at[c.Question]; known {
			r.Questions[i].add(c.Choice, c.N)
		}
	}
	for i := range r.Questions {
		r.Questions[i].hide()
	}
	return r
}

// offer adds the choices that the question does not have yet.
func (o *AskingOutcome) offer(choices []AskedChoice) {
	for _, c := range choices {
		if o.choice(c.ID) == nil {
			o.Choices = append(o.Choices, AskingShare{ID: c.ID, Label: c.Label})
		}
	}
}

func (o *AskingOutcome) choice(id string) *AskingShare {
	for i := range o.Choices {
		if o.Choices[i].ID == id {
			return &o.Choices[i]
		}
	}
	return nil
}

func (o *AskingOutcome) add(choice string, n int) {
	if c := o.choice(choice); c != nil {
		c.N += n
		o.Answered += n
	} else {
		o.Blank += n
	}
}

// hide forgets what so few said that it would tell who said it.
func (o *AskingOutcome) hide() {
	if o.Answered >= FewReplies {
		return
	}
	o.Hidden = true
	for i := range o.Choices {
		o.Choices[i].N = 0
	}
}
