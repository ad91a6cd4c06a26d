package talk_test

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// whole is a talk in which everything was gone through, required points included.
func whole(s script.Script, f script.Facts) coop.Talk {
	t := seen(s, f, -1)
	for i, step := range s.Steps(f) {
		for _, c := range step.Checks {
			t.Steps[i].Checked = append(t.Steps[i].Checked, c.ID)
		}
		for _, q := range step.Questions {
			if q.Required {
				t.Steps[i].Answers = map[coop.QuestionID]coop.ChoiceID{q.ID: q.Choices[0].ID}
			}
		}
		t.Current = step.ID
	}
	return t
}

func reviewed(t *testing.T, file string, h coop.Household, style look.Style, width, height float32, change func(*coop.Talk)) (*room, fyne.Window) {
	t.Helper()
	state := whole(shipped(t, file), script.FactsOf(h, coop.Residence{}, nil))
	if change != nil {
		change(&state)
	}
	r := open(t, file, h, state)
	w := r.window(t, style, width, height)
	uitest.Press(t, w, "Vu, suite")
	if !uitest.Reads(w, "Le bilan") {
		t.Fatal("the last step does not lead to the review")
	}
	return r, w
}

func TestTheReviewHandsEverythingOver(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	uitest.Press(t, w, "9")
	uitest.Press(t, w, "Humidité, moisissure, ventilation")
	uitest.Press(t, w, "Urgent")
	uitest.Press(t, w, "À expliquer")
	uitest.Press(t, w, "Part souscrite")
	uitest.Type(t, w, "Nombre de parts", "2")
	uitest.Press(t, w, "L’assemblée générale")
	uitest.Type(t, w, "Adresse e-mail", "eloise@example.org")
	uitest.Type(t, w, "Commentaire", "Très bon accueil")
	uitest.Press(t, w, "Terminer et remettre la fiche")
	c := r.closing
	if !r.closed || c.Outcome.Result != coop.Done || c.Outcome.Overall != 9 || c.Outcome.Comment != "Très bon accueil" {
		t.Errorf("closed %v with %+v", r.closed, c.Outcome)
	}
	if len(c.Outcome.Concerns) != 1 || c.Outcome.Concerns[0] != (coop.Concern{Motive: "HUM-VMC", Gravity: coop.Urgent, Standing: coop.ToExplain}) {
		t.Errorf("concerns %+v", c.Outcome.Concerns)
	}
	if len(c.FollowUps) != 1 || c.FollowUps[0].Service != coop.ServiceTechnical || c.FollowUps[0].Due != "2026-12-08" || c.FollowUps[0].What == "" {
		t.Errorf("follow-ups %+v", c.FollowUps)
	}
	if c.Share == nil || *c.Share != (coop.Share{State: coop.ShareSubscribed, Number: 2, Cents: 3200, Since: "2026-11-23"}) {
		t.Errorf("share %+v", c.Share)
	}
	if len(c.Contacts) != 1 || c.Contacts[0].Email != "eloise@example.org" || c.Contacts[0].Mobile != "0639981102" {
		t.Errorf("contacts %+v", c.Contacts)
	}
	if len(c.Outcome.Interests) != 1 || c.Outcome.Interests[0] != coop.InterestAgm {
		t.Errorf("interests %+v", c.Outcome.Interests)
	}
}

func TestWhatIsMissingStopsTheEndUntilItHasAReason(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, func(s *coop.Talk) {
		s.Steps[0].Checked = nil
	})
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if r.closed || !uitest.Reads(w, "Il manque encore") {
		t.Error("the talk ended although a required point is missing")
	}
	uitest.Press(t, w, "Y revenir")
	if !uitest.Reads(w, "1 · Accueil") {
		t.Error("the way back does not lead to the step")
	}
	uitest.Press(t, w, "Vu, suite")
	uitest.Press(t, w, "Le temps a manqué")
	if !uitest.Reads(w, "Rien ne manque") || r.last().Reason != coop.SkipNoTime {
		t.Errorf("kept %+v", r.last())
	}
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if !r.closed {
		t.Error("the talk does not end although all has its reason")
	}
}

func TestALookBackLosesNothingOfTheReview(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	uitest.Press(t, w, "7")
	uitest.Type(t, w, "Commentaire", "Calme")
	uitest.Press(t, w, "Retour à l’entretien")
	uitest.Press(t, w, "Vu, suite")
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if r.closing.Outcome.Overall != 7 || r.closing.Outcome.Comment != "Calme" {
		t.Errorf("closed with %+v", r.closing.Outcome)
	}
}

func TestTheReviewIsKeptWhileItGrows(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	if len(r.draft) != 0 {
		t.Error("a review in which nothing was done is kept")
	}
	uitest.Press(t, w, "8")
	uitest.Press(t, w, "Humidité, moisissure, ventilation")
	uitest.Type(t, w, "Commentaire", "Calme")
	if len(r.draft) != 0 || uitest.Reads(w, "Enregistré") {
		t.Error("kept before the pause")
	}
	r.steps.Pass(time.Second)
	uitest.Settle(w)
	if len(r.draft) == 0 || !uitest.Reads(w, "Enregistré") {
		t.Fatal("the review is not kept after a pause")
	}
	draft := string(r.draft)
	again, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, func(s *coop.Talk) {
		s.Steps = append(s.Steps, coop.TalkStep{Step: coop.ReviewStep, State: coop.StepBegun, Note: draft})
	})
	uitest.Press(t, w, "Terminer et remettre la fiche")
	out := again.closing.Outcome
	if out.Overall != 8 || out.Comment != "Calme" || len(out.Concerns) != 1 || len(again.closing.FollowUps) != 1 {
		t.Errorf("closed with %+v", again.closing)
	}
}

func TestADamagedDraftBeginsANewReview(t *testing.T) {
	r, w := reviewed(t, "counter.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, func(s *coop.Talk) {
		s.Steps = append(s.Steps, coop.TalkStep{Step: coop.ReviewStep, State: coop.StepBegun, Note: "{"})
	})
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if !r.closed || r.closing.Outcome.Result != coop.Done {
		t.Errorf("closed %v with %+v", r.closed, r.closing.Outcome)
	}
}

func TestARefusedEndSaysWhatIsSafe(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	r.err = errors.New("disk full")
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if r.closed || !uitest.Reads(w, "Les étapes sont enregistrées") {
		t.Error("the failed end is not explained")
	}
	r.err = nil
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if !r.closed {
		t.Error("the talk cannot be ended afterwards")
	}
}

func TestAWrongAddressIsShownBesideItsField(t *testing.T) {
	r, w := reviewed(t, "counter.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	uitest.Type(t, w, "Adresse e-mail", "eloise")
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if r.closed || !uitest.Reads(w, "Une adresse comme") {
		t.Error("a wrong address is taken")
	}
	uitest.Type(t, w, "Adresse e-mail", "")
	uitest.Press(t, w, "Réserver la visite")
	if !r.booked {
		t.Error("the visit cannot be booked after the counter")
	}
	uitest.Press(t, w, "Terminer et remettre la fiche")
	if !r.closed || r.closing.Share != nil {
		t.Errorf("closed %v with %+v", r.closed, r.closing)
	}
}
