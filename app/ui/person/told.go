package person

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// booked is what the journal keeps of a visit.
type booked struct {
	From     time.Time    `json:"from"`
	Start    time.Time    `json:"start"`
	Officer  coop.StaffID `json:"officer"`
	Reason   string       `json:"reason"`
	Restored bool         `json:"restored"`
	Undone   bool         `json:"undone"` // a move was taken back
	Result   coop.Result  `json:"result"`
	By       coop.Result  `json:"by"` // who asked for a move
	Said     bool         `json:"confirmed"`
	How      coop.Channel `json:"how"` // of a reminder; "" takes it back
	Reopened bool         `json:"reopened"`
}

// read reads what the journal keeps with an act; an erased payload reads as nothing.
func read(raw json.RawMessage, into any) bool {
	return len(raw) > 0 && json.Unmarshal(raw, into) == nil
}

// told is an act as a sentence; steps of a talk are folded into its beginning and tell nothing.
func (s *Screen) told(e coop.Entry, steps map[string]int) (moment, bool) {
	switch e.Subject {
	case coop.OnVisit:
		return s.toldVisit(e)
	case coop.OnTalk:
		return s.toldTalk(e, steps)
	case coop.OnFollowUp:
		return s.toldFollowUp(e)
	case coop.OnPaper:
		var p coop.Paper
		m := moment{kind: momentPaper, icon: look.IconFileText, tone: kit.Plain, text: s.t(i18n.ActKey(e.Act))}
		if read(e.Payload, &p) && p.Kind != "" {
			m.text = s.t("person.moment.paper", i18n.Args{"Paper": s.t(i18n.PaperKindKey(p.Kind)), "Means": s.t(i18n.PaperMeansKey(p.Means))})
		}
		return m, true
	case coop.OnHousehold:
		return s.toldHousehold(e)
	case coop.OnAsking:
		return moment{kind: momentPaper, icon: look.IconMail, tone: kit.Done, text: s.t(i18n.ActKey(e.Act))}, true
	case coop.OnImport, coop.OnResidence, coop.OnStaff, coop.OnCoop, coop.OnEvent:
	}
	return moment{kind: momentFile, icon: look.IconHistory, tone: kit.Calm, text: s.t(i18n.ActKey(e.Act))}, true
}

func (s *Screen) toldTalk(e coop.Entry, steps map[string]int) (moment, bool) {
	var p struct {
		Kind    coop.TalkKind `json:"kind"`
		Minutes int           `json:"minutes"`
		To      int           `json:"to"` // minutes that it was given
		Reason  string        `json:"reason"`
	}
	read(e.Payload, &p)
	state := coop.TalkState("")
	for _, t := range s.file.Talks {
		if string(t.ID) == e.SubjectID {
			p.Kind, p.Minutes, state = t.Kind, int(t.Elapsed().Minutes()), t.State
		}
	}
	args := i18n.Args{"Talk": s.t(i18n.TalkKindKey(p.Kind)), "Minutes": s.p.Words.Minutes(p.Minutes)}
	m := moment{kind: momentTalk, icon: look.IconMessageSquare, tone: kit.Plain, text: s.t(i18n.ActKey(e.Act))}
	switch e.Act {
	case coop.ActTalkStep:
		return m, false
	case coop.ActTalkBegun:
		m.icon = look.IconPlay
		if p.Kind != "" {
			m.text = s.t("person.moment.begun", args)
		}
		if n := steps[e.SubjectID]; n > 0 {
			m.text = s.p.Words.N("person.moment.begun.steps", n, args)
		}
	case coop.ActTalkClosed:
		m.icon, m.tone = look.IconCircleCheck, kit.Done
		if p.Kind != "" {
			m.text = s.t("person.moment.talked", args)
		}
	case coop.ActTalkPaused:
		m.icon, m.text = look.IconPause, s.t("person.moment.paused", i18n.Args{"Why": s.t(i18n.PauseReasonKey(coop.PauseReason(p.Reason)))})
	case coop.ActTalkPlanned:
		m.icon, m.text = look.IconTimer, s.t("person.moment.planned", i18n.Args{"Minutes": s.p.Words.Minutes(p.To)})
	case coop.ActTalkCorrected:
		m.icon, m.tone, m.text = look.IconPencil, kit.Attention, s.t("person.moment.corrected", i18n.Args{"Why": p.Reason})
	case coop.ActTalkSigned:
		m.icon, m.tone = look.IconPencil, kit.Done
	}
	m.open = s.opens(coop.TalkID(e.SubjectID), state)
	return m, true
}

// opens is the way to a talk: to go on with an open one, to read one that is over.
func (s *Screen) opens(id coop.TalkID, state coop.TalkState) func() {
	switch {
	case state == coop.TalkOpen:
		return func() { s.p.OnResume(id) }
	case state != "" && s.p.OnTalk != nil:
		return func() { s.p.OnTalk(id) }
	}
	return nil
}

func (s *Screen) toldFollowUp(e coop.Entry) (moment, bool) {
	m := moment{kind: momentFollowUp, icon: look.IconListChecks, tone: kit.Attention, text: s.t(i18n.ActKey(e.Act))}
	i := slices.IndexFunc(s.file.FollowUps, func(f coop.FollowUp) bool { return string(f.ID) == e.SubjectID })
	if i < 0 {
		return m, true
	}
	f := s.file.FollowUps[i]
	args := i18n.Args{"What": s.promised(f), "Day": s.p.Words.Day(f.Due), "Service": s.t(i18n.ServiceKey(f.Service)), "Reason": f.Reason}
	if e.Act == coop.ActFollowUpOpened {
		m.text = s.t("person.moment.promised", args)
		return m, true
	}
	var changed struct {
		State struct {
			To coop.FollowUpState `json:"to"`
		} `json:"state"`
	}
	read(e.Payload, &changed)
	m.text = s.t("person.moment.changed", args)
	switch changed.State.To {
	case coop.FollowUpSettled:
		m.icon, m.tone, m.text = look.IconCircleCheck, kit.Done, s.t("person.moment.settled", args)
	case coop.FollowUpPassed:
		m.icon, m.text = look.IconSend, s.t("person.moment.passed", args)
	case coop.FollowUpDropped:
		m.icon, m.tone, m.text = look.IconCircleSlash, kit.Calm, s.t("person.moment.dropped", args)
	case coop.FollowUpOpen:
	}
	return m, true
}

func (s *Screen) toldHousehold(e coop.Entry) (moment, bool) {
	m := moment{kind: momentFile, icon: look.IconPencil, tone: kit.Calm, text: s.t(i18n.ActKey(e.Act))}
	switch e.Act {
	case coop.ActImported, coop.ActImportChanged:
		m.icon = look.IconFileDown
	case coop.ActImportGone:
		m.icon, m.tone = look.IconWarning, kit.Attention
	case coop.ActAdded:
		m.icon = look.IconPersonPlus
	case coop.ActShareChanged:
		m.icon, m.tone = look.IconCoins, kit.Accented
		var changed struct {
			Share struct {
				To coop.Share `json:"to"`
			} `json:"share"`
		}
		if read(e.Payload, &changed) && changed.Share.To.State != "" {
			m.text = s.t("person.moment.share", i18n.Args{"State": s.t(i18n.ShareStateKey(changed.Share.To.State))})
			return m, true
		}
	}
	if fields := s.corrected(e.Payload); fields != "" && (e.Act == coop.ActEdited || e.Act == coop.ActImportChanged) {
		m.text = s.t("person.moment.edited", i18n.Args{"Act": m.text, "Fields": fields})
	}
	return m, true
}

var fieldKeys = map[string]string{
	"holders": "person.changed.holders", "product": "people.field.product", "signed": "person.field.signed",
	"entry": "people.field.entry", "exit": "person.field.exit", "reception": "person.field.reception",
	"option": "person.field.option", "language": "person.field.language", "wishes": "person.field.wishes", "prefers": "person.field.prefers", "no_news": "person.field.letters",
	"landlord": "person.field.landlord", "dwelling": "person.changed.dwelling", "share": "person.changed.share",
}

// corrected names the fields that an edit changed, « Entrée et Contacts ».
func (s *Screen) corrected(raw json.RawMessage) string {
	var changed map[string]json.RawMessage
	if !read(raw, &changed) {
		return ""
	}
	var names []string
	for _, field := range slices.Sorted(maps.Keys(changed)) {
		if key, ok := fieldKeys[field]; ok {
			names = append(names, s.t(key))
		}
	}
	return s.p.Words.List(names)
}
