package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// mostTries is how often another reference is tried for one that is another questionnaire's already.
const mostTries = 8

// NewAsking reserves a questionnaire for a household: the reference that its page bears. Making the page again,
// to look at it or to print it once more, gives the same one as long as it has not come back, asks the same and
// was not printed longer than coop.CampaignDays ago. It counts once KeepPaper is told that it was printed.
func (o *Office) NewAsking(ctx context.Context, by coop.Actor, h coop.HouseholdID, language string) (coop.Asking, error) {
	a, err := o.newAsking(ctx, by, h, language)
	if err != nil {
		return coop.Asking{}, fmt.Errorf("reserve questionnaire: %w", err)
	}
	return a, nil
}

func (o *Office) newAsking(ctx context.Context, by coop.Actor, h coop.HouseholdID, language string) (coop.Asking, error) {
	t, err := o.Template(ctx, coop.TemplateName{Kind: coop.Questionnaire, Language: language})
	if err != nil {
		return coop.Asking{}, err
	}
	form, err := formOf(t)
	if err != nil {
		return coop.Asking{}, err
	}
	all, err := o.store.AskingsOf(ctx, h)
	if err != nil {
		return coop.Asking{}, err
	}
	for i, a := range all {
		if o.awaited(a) && a.Form == form.ID && a.Language == language {
			return o.reservedAgain(ctx, a, all[0].Reserved, i == 0)
		}
	}
	a := coop.Asking{Household: h, Form: form.ID, Language: language, Version: t.Version, Reserved: o.now().UTC()}
	if len(all) > 0 {
		a.Reserved = o.later(all[0].Reserved)
	}
	for range mostTries {
		if a.Reference, err = coop.NewReference(o.random); err != nil {
			return coop.Asking{}, err
		}
		e, err := o.entry(by, coop.ActAskingReserved, coop.OnAsking, string(a.Reference), "", nil)
		if err != nil {
			return coop.Asking{}, err
		}
		err = o.store.Keep(ctx, coop.Change{Forms: []coop.AskingForm{form}, Askings: []coop.Asking{a}, Entries: []coop.Entry{e}})
		if !errors.Is(err, coop.ErrChanged) {
			a.Rev = 1
			return a, err
		}
	}
	return coop.Asking{}, fmt.Errorf("every reference is taken: %w", coop.ErrChanged)
}

// reservedAgain makes an asking the household's latest: what is printed next is this one.
func (o *Office) reservedAgain(ctx context.Context, a coop.Asking, last time.Time, latest bool) (coop.Asking, error) {
	if latest {
		return a, nil
	}
	a.Reserved = o.later(last)
	if err := o.store.Keep(ctx, coop.Change{Askings: []coop.Asking{a}}); err != nil {
		return coop.Asking{}, err
	}
	a.Rev++
	return a, nil
}

// later is now, or just after an instant that is not past: of two papers made within one tick the second counts.
func (o *Office) later(last time.Time) time.Time {
	now := o.now().UTC()
	if now.After(last) {
		return now
	}
	return last.Add(time.Millisecond)
}

// awaited says whether a questionnaire may still come back.
func (o *Office) awaited(a coop.Asking) bool {
	return !a.Back() && (a.Printed.IsZero() || !a.Printed.Before(o.now().AddDate(0, 0, -coop.CampaignDays)))
}

// formOf is the questions of a questionnaire, named by what they say.
func formOf(t template.Template) (coop.AskingForm, error) {
	var f coop.AskingForm
	for _, b := range t.Questions() {
		q := coop.AskedQuestion{ID: b.ID, Text: b.Text}
		for _, c := range b.Choices {
			q.Choices = append(q.Choices, coop.AskedChoice{ID: c.ID, Label: c.Label})
		}
		f.Questions = append(f.Questions, q)
	}
	if len(f.Questions) == 0 {
		return f, coop.Refuse("asking.refused.questions", nil)
	}
	said, err := json.Marshal(f.Questions)
	if err != nil {
		return f, fmt.Errorf("name questions: %w", err)
	}
	sum := sha256.Sum256(said)
	f.ID = coop.AskingFormID(hex.EncodeToString(sum[:]))
	return f, nil
}

// askingsPrinted gives the household's reserved questionnaire as printed when a paper of a kind that bears one
// is kept; nothing for other kinds, or when it was printed before.
func (o *Office) askingsPrinted(ctx context.Context, h coop.HouseholdID, kind coop.PaperKind) ([]coop.Asking, error) {
	if !kind.Asks() {
		return nil, nil
	}
	all, err := o.store.AskingsOf(ctx, h)
	if err != nil || len(all) == 0 || !all[0].Printed.IsZero() {
		return nil, err
	}
	a := all[0]
	a.Printed = o.now().UTC()
	return []coop.Asking{a}, nil
}

// FindAsking finds a questionnaire that came back, by its reference as it was typed or scanned, with the
// questions that it asks. What is no reference, or not one of ours, is refused.
func (o *Office) FindAsking(ctx context.Context, _ coop.Actor, typed string) (coop.Asking, coop.AskingForm, error) {
	ref, err := coop.ReadReference(typed)
	if err != nil {
		return coop.Asking{}, coop.AskingForm{}, fmt.Errorf("find questionnaire: %w", err)
	}
	a, err := o.store.Asking(ctx, ref)
	if errors.Is(err, coop.ErrNotFound) {
		err = coop.Refuse("asking.refused.unknown", map[string]any{"Reference": ref.String()})
	}
	var form coop.AskingForm
	if err == nil {
		form, err = o.store.AskingForm(ctx, a.Form)
	}
	if err != nil {
		return coop.Asking{}, coop.AskingForm{}, fmt.Errorf("find questionnaire: %w", err)
	}
	return a, form, nil
}

// KeyAnswers keeps the answers of a questionnaire that came back, as FindAsking found it. Questions without an
// answer were left blank. One that was keyed in before is corrected: the journal keeps what stood.
func (o *Office) KeyAnswers(ctx context.Context, by coop.Actor, found coop.Asking, answers []coop.Answered) (coop.Asking, error) {
	a, err := o.keyAnswers(ctx, by, found, answers)
	if err != nil {
		return coop.Asking{}, fmt.Errorf("key answers: %w", err)
	}
	return a, nil
}

func (o *Office) keyAnswers(ctx context.Context, by coop.Actor, found coop.Asking, answers []coop.Answered) (coop.Asking, error) {
	form, err := o.store.AskingForm(ctx, found.Form)
	if err != nil {
		return coop.Asking{}, err
	}
	whole, err := wholeAnswers(form, answers)
	if err != nil {
		return coop.Asking{}, err
	}
	if found.Back() && slices.Equal(whole, found.Answers) {
		return found, nil
	}
	a := found
	a.Answers, a.Answered, a.By = whole, o.now().UTC(), by.Staff.ID
	if found.Back() {
		a.Answered = found.Answered // the day it came back stays
	}
	if a.Printed.IsZero() {
		a.Printed = a.Answered // it was printed all the same
	}
	given := 0
	for _, answer := range whole {
		if answer.Choice != "" {
			given++
		}
	}
	payload := map[string]any{"given": given, "of": len(whole)}
	if found.Back() {
		payload["before"] = found.Answers
	}
	return o.keepAsking(ctx, by, coop.ActAnswersKeyed, a, payload)
}

// wholeAnswers gives every question of a form its answer, in its order.
func wholeAnswers(form coop.AskingForm, answers []coop.Answered) ([]coop.Answered, error) {
	given := map[string]string{}
	for _, answer := range answers {
		given[answer.Question] = answer.Choice
	}
	whole := make([]coop.Answered, 0, len(form.Questions))
	for _, q := range form.Questions {
		choice := given[q.ID]
		if choice != "" && q.Key(choice) == 0 {
			return nil, coop.Refuse("asking.refused.choice", map[string]any{"Question": q.Text, "Most": len(q.Choices)})
		}
		whole = append(whole, coop.Answered{Question: q.ID, Choice: choice})
		delete(given, q.ID)
	}
	if len(given) > 0 {
		return nil, coop.Refuse("asking.refused.question", nil)
	}
	return whole, nil
}

// EraseAnswers takes back the answers of a questionnaire that were keyed in by mistake: it has not come back.
// The journal keeps what stood.
func (o *Office) EraseAnswers(ctx context.Context, by coop.Actor, found coop.Asking) (coop.Asking, error) {
	a := found
	a.Answers, a.Answered, a.By = nil, time.Time{}, ""
	a, err := o.keepAsking(ctx, by, coop.ActAnswersErased, a, map[string]any{"before": found.Answers})
	if err != nil {
		return coop.Asking{}, fmt.Errorf("erase answers: %w", err)
	}
	return a, nil
}

func (o *Office) keepAsking(ctx context.Context, by coop.Actor, act coop.Act, a coop.Asking, payload any) (coop.Asking, error) {
	e, err := o.entry(by, act, coop.OnAsking, string(a.Reference), a.Household, payload)
	if err != nil {
		return coop.Asking{}, err
	}
	if err := o.store.Keep(ctx, coop.Change{Askings: []coop.Asking{a}, Entries: []coop.Entry{e}}); err != nil {
		return coop.Asking{}, err
	}
	a.Rev++
	return a, nil
}
