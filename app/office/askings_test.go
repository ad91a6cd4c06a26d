package office_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/assets"
	"bienvenue/data"
)

// askingDesk is a front desk that has questionnaires, with a household.
type askingDesk struct {
	*frontDesk
	home coop.HouseholdID
}

func newAskingDesk(t *testing.T, change func(*office.Params)) askingDesk {
	t.Helper()
	d := newFrontDesk(t)
	archive, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "asking.db"), data.Options{Create: true, Now: func() time.Time { return d.now }})
	ok(t, err)
	t.Cleanup(func() { ok(t, archive.Close()) })
	p := office.Params{
		Store: archive, Zone: d.Zone(), NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, Now: func() time.Time { return d.now },
		Papers: assets.Papers(),
	}
	if change != nil {
		change(&p)
	}
	d.Office = office.New(p)
	d.sonia.Staff = d.staff(t, coop.Staff{Login: "sonia", Name: "Sonia Arnoux", Role: coop.FrontDesk, Active: true})
	return askingDesk{d, d.enter(t, "Lefèvre", "2008-03-01")}
}

func (d askingDesk) reserve(t *testing.T, h coop.HouseholdID, language string) coop.Asking {
	t.Helper()
	a, err := d.NewAsking(t.Context(), d.sonia, h, language)
	ok(t, err)
	return a
}

func (d askingDesk) print(t *testing.T, h coop.HouseholdID) {
	t.Helper()
	ok(t, d.KeepPaper(t.Context(), d.sonia, coop.Paper{Household: h, Kind: coop.LoyaltyLetter, Hash: "0a", Means: coop.PaperPrinted}))
}

func (d askingDesk) find(t *testing.T, ref coop.Reference) (coop.Asking, coop.AskingForm) {
	t.Helper()
	a, form, err := d.FindAsking(t.Context(), d.sonia, strings.ToLower(ref.String()))
	ok(t, err)
	return a, form
}

// answer ticks a box of some questions.
func (d askingDesk) answer(t *testing.T, ref coop.Reference, ticks map[string]string) coop.Asking {
	t.Helper()
	a, _ := d.find(t, ref)
	var answers []coop.Answered
	for q, c := range ticks {
		answers = append(answers, coop.Answered{Question: q, Choice: c})
	}
	a, err := d.KeyAnswers(t.Context(), d.sonia, a, answers)
	ok(t, err)
	return a
}

func TestAQuestionnaireKeepsItsReferenceWhileItIsWaitedFor(t *testing.T) {
	d := newAskingDesk(t, nil)
	first := d.reserve(t, d.home, "fr")
	if again := d.reserve(t, d.home, "fr"); again.Reference != first.Reference {
		t.Errorf("a second look took another reference, %s after %s", again.Reference, first.Reference)
	}
	english := d.reserve(t, d.home, "en")
	if english.Reference == first.Reference {
		t.Error("the English questionnaire has the French one's reference")
	}
	d.now = d.now.Add(time.Minute)
	if back := d.reserve(t, d.home, "fr"); back.Reference != first.Reference {
		t.Errorf("the French one took another reference, %s", back.Reference)
	}
	d.print(t, d.home)
	if a, _ := d.find(t, first.Reference); !a.Printed.Equal(d.now) {
		t.Errorf("printed at %v, want %v", a.Printed, d.now)
	}
	if a, _ := d.find(t, english.Reference); !a.Printed.IsZero() {
		t.Error("the English one counts as printed")
	}
	d.now = d.now.AddDate(0, 0, coop.CampaignDays-1)
	if again := d.reserve(t, d.home, "fr"); again.Reference != first.Reference {
		t.Error("a second print of the same campaign has another reference")
	}
	d.now = d.now.AddDate(0, 0, 2)
	later := d.reserve(t, d.home, "fr")
	if later.Reference == first.Reference {
		t.Error("the next campaign has the reference of the last")
	}
	d.answer(t, later.Reference, map[string]string{"knows-amount": "no"})
	if next := d.reserve(t, d.home, "fr"); next.Reference == later.Reference {
		t.Error("one that came back is printed again with its reference")
	}
}

func TestAReferenceThatIsTakenIsNotGivenTwice(t *testing.T) {
	same := bytes.Repeat([]byte{1, 2, 3, 4, 5, 6, 7}, 2)
	d := newAskingDesk(t, func(p *office.Params) {
		p.Random = bytes.NewReader(append(same, 7, 6, 5, 4, 3, 2, 1))
	})
	first := d.reserve(t, d.home, "fr")
	second := d.reserve(t, d.enter(t, "Diallo", "2009-01-01"), "fr")
	if first.Reference == second.Reference {
		t.Errorf("two households have %s", first.Reference)
	}
}

func TestAnswersAreKeyedInAndCorrected(t *testing.T) {
	d := newAskingDesk(t, nil)
	ref := d.reserve(t, d.home, "fr").Reference
	d.print(t, d.home)
	_, form := d.find(t, ref)
	a := d.answer(t, ref, map[string]string{"knows-amount": "no", "reach": "phone"})
	if len(a.Answers) != len(form.Questions) || a.Answers[1] != (coop.Answered{Question: "knows-amount", Choice: "no"}) || a.Answers[0].Choice != "" {
		t.Errorf("kept %+v", a.Answers)
	}
	came := d.now
	d.now = d.now.Add(time.Hour)
	if same := d.answer(t, ref, map[string]string{"knows-amount": "no", "reach": "phone"}); same.Rev != a.Rev {
		t.Error("the same answers were kept once more")
	}
	if a = d.answer(t, ref, map[string]string{"knows-amount": "yes"}); !a.Answered.Equal(came) {
		t.Errorf("a correction moved the day it came back to %v", a.Answered)
	}
	stale := a
	stale.Rev--
	if _, err := d.KeyAnswers(t.Context(), d.sonia, stale, nil); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("two keyed at once: %v", err)
	}
	found, _ := d.find(t, ref)
	erased, err := d.EraseAnswers(t.Context(), d.sonia, found)
	ok(t, err)
	if found, _ = d.find(t, ref); found.Back() || len(found.Answers) > 0 || found.Rev != erased.Rev {
		t.Errorf("after erasing: %+v", found)
	}
	var acts []coop.Act
	for _, e := range d.file(t, d.home).Journal {
		if e.Subject == coop.OnAsking {
			acts = append(acts, e.Act)
			if strings.Contains(string(e.Payload), "before") == (len(acts) == 1) {
				t.Errorf("act %d says %s", len(acts), e.Payload)
			}
		}
	}
	if len(acts) != 3 || acts[0] != coop.ActAnswersKeyed || acts[2] != coop.ActAnswersErased {
		t.Errorf("the journal has %v", acts)
	}
}

func TestWhatCannotBeAnAnswerIsRefused(t *testing.T) {
	d := newAskingDesk(t, nil)
	found, _ := d.find(t, d.reserve(t, d.home, "fr").Reference)
	_, err := d.KeyAnswers(t.Context(), d.sonia, found, []coop.Answered{{Question: "reach", Choice: "pigeon"}})
	refused(t, err, "asking.refused.choice")
	_, err = d.KeyAnswers(t.Context(), d.sonia, found, []coop.Answered{{Question: "weather", Choice: "fine"}})
	refused(t, err, "asking.refused.question")
	other, err := coop.NewReference(bytes.NewReader([]byte{9, 8, 7, 6, 5, 4, 3}))
	ok(t, err)
	_, _, err = d.FindAsking(t.Context(), d.sonia, string(other))
	refused(t, err, "asking.refused.unknown")
	_, _, err = d.FindAsking(t.Context(), d.sonia, string(other[1:]))
	refused(t, err, "asking.refused.length")
}

func TestRepliesAreCountedAndFewAreHidden(t *testing.T) {
	d := newAskingDesk(t, nil)
	for i := range 7 {
		h := d.enter(t, "Diallo", "2009-01-01")
		language := []string{"fr", "en"}[i%2]
		ref := d.reserve(t, h, language).Reference
		d.print(t, h)
		if i == 6 {
			break // does not come back
		}
		ticks := map[string]string{"knows-amount": []string{"yes", "no", "no"}[i%3]}
		if i < 4 {
			ticks["reach"] = "phone"
		}
		d.answer(t, ref, ticks)
	}
	d.reserve(t, d.home, "fr") // only looked at
	today, waited, err := d.AskingsKeyed(t.Context(), d.sonia)
	ok(t, err)
	if today != 6 || waited != 1 {
		t.Errorf("%d came back today, %d are waited for", today, waited)
	}
	r, err := d.AskingResults(t.Context(), d.sonia, "2026-11-01", d.Today())
	ok(t, err)
	if r.Printed != 7 || r.Back != 6 || len(r.Questions) != 10 {
		t.Fatalf("got %+v", r)
	}
	amount, reach := r.Questions[1], r.Questions[9]
	if amount.Hidden || amount.Answered != 6 || amount.Choices[0].N != 2 || amount.Choices[1].N != 4 || !strings.HasPrefix(amount.Text, "Connaissiez") {
		t.Errorf("got %+v", amount)
	}
	if !reach.Hidden || reach.Answered != 4 || reach.Blank != 2 || reach.Choices[0].N != 0 {
		t.Errorf("got %+v", reach)
	}
	spans, err := d.AskingSpans(t.Context(), d.sonia)
	ok(t, err)
	if len(spans) != 1 || spans[0] != (coop.AskingSpan{Month: "2026-11", Printed: 7, Back: 6}) {
		t.Errorf("got %+v", spans)
	}
	if r, err = d.AskingResults(t.Context(), d.sonia, "", "2026-11-22"); err != nil || r.Printed != 0 || len(r.Questions) != 0 {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestAQuestionnaireOfABatchIsWaitedForOnceItIsMade(t *testing.T) {
	d := newAskingDesk(t, nil)
	home, err := d.AddHousehold(t.Context(), d.sonia, coop.Household{
		Product: coop.Rental, Entry: "2008-03-01", Holders: []coop.Cooperator{{Civility: coop.Madame, Last: "Diallo"}},
	}, coop.Residence{Name: "Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins"})
	ok(t, err)
	plan, err := d.PlanBatch(t.Context(), d.sonia, coop.BatchAsked{Kind: coop.LoyaltyLetter, Years: 10, ReplyBy: "2026-12-15", Households: []coop.HouseholdID{home}})
	ok(t, err)
	b, err := d.BeginBatch(t.Context(), d.sonia, plan)
	ok(t, err)
	ref := d.reserve(t, home, "fr").Reference
	ok(t, d.BatchMade(t.Context(), d.sonia, b, []coop.BatchDone{{Place: 1, Household: home, Hash: "0a", At: d.now}}))
	if a, _ := d.find(t, ref); a.Printed.IsZero() {
		t.Error("it does not count as printed")
	}
}
