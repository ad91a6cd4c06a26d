package talk_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// bilingual is a script of which the first step is there in English too, but for its simpler words.
func bilingual(s script.Script) script.Script {
	first := s.All[0]
	texts := script.StepTexts{
		Title: "Welcome, and why I came", Say: "Hello, I am Karim Belkacem.",
		Checks: map[coop.PointID]string{}, Chips: map[coop.ChipID]string{}, Ask: map[coop.QuestionID]string{},
		Choices: map[coop.QuestionID]map[coop.ChoiceID]string{},
	}
	for _, c := range first.Checks {
		texts.Checks[c.ID] = "Check " + string(c.ID)
	}
	for _, c := range first.Chips {
		texts.Chips[c.ID] = "Noted " + string(c.ID)
	}
	for _, q := range first.Questions {
		texts.Ask[q.ID], texts.Choices[q.ID] = "How much time do you have?", map[coop.ChoiceID]string{}
		for _, c := range q.Choices {
			texts.Choices[q.ID][c.ID] = "Choice " + string(c.ID)
		}
	}
	for range first.Asked {
		texts.Asked = append(texts.Asked, script.Asked{Question: "“Are you here to check on me?”", Answer: "Not at all."})
	}
	s.Tongues = []script.Tongue{{Language: "en", Title: "Courtesy visit", Steps: map[coop.StepID]script.StepTexts{first.ID: texts}}}
	return s
}

func TestTheWholePageFollowsTheLanguageAndTheRecordDoesNot(t *testing.T) {
	r := lead(t, bilingual(shipped(t, "courtesy-tenant.fr.yaml")), tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Dire autrement")
	for _, text := range []string{"Mots habituels", "Plus simple", "Français", "English"} {
		if !uitest.CanPress(w, text) {
			t.Errorf("%q cannot be chosen", text)
		}
	}
	uitest.Press(t, w, "English")
	for _, text := range []string{"1 · Welcome, and why I came", "Hello, I am Karim Belkacem.", "Check notice", "Noted ", "How much time do you have?", "Choice full", "“Are you here to check on me?”"} {
		if !uitest.Reads(w, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
	if len(r.desk.steps) != 0 {
		t.Errorf("another language kept %+v", r.desk.steps)
	}
	uitest.Press(t, w, "Choice half")
	uitest.Letter(t, w, 'l')
	if got := r.last().Answers["time-today"]; got != "half" || !uitest.Reads(w, "je suis Karim Belkacem") || len(r.desk.steps) != 1 {
		t.Errorf("kept %q", got)
	}
}

func TestATextThatALanguageLacksSaysSo(t *testing.T) {
	r := lead(t, bilingual(shipped(t, "courtesy-tenant.fr.yaml")), tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Letter(t, w, 'l')
	if uitest.Reads(w, "en français") {
		t.Error("something is called French although all of it is there")
	}
	uitest.Letter(t, w, 's')
	if !uitest.Reads(w, "en français") || !uitest.Reads(w, "J’écris peu de choses") || !uitest.Reads(w, "English, plus simple") {
		t.Error("the French words are shown without a word")
	}
}

func TestAScriptOfOneLanguageOffersItsWordingsOnly(t *testing.T) {
	s := shipped(t, "courtesy-tenant.fr.yaml")
	s.Tongues = nil
	r := lead(t, s, tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	uitest.Letter(t, w, 'l')
	uitest.Press(t, w, "Dire autrement")
	if uitest.Reads(w, "La langue de la page") {
		t.Error("a language is offered although there is only one")
	}
	uitest.Press(t, w, "Plus simple")
	if !uitest.Reads(w, "J’écris peu de choses") || uitest.Reads(w, "Mots habituels") {
		t.Error("the simpler words are not shown")
	}
}
