package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

// spoken are the facts that a talk's texts may name, as the script's language says them. What is
// not known is left out: the texts have words for that.
func (o *Office) spoken(ctx context.Context, c Conversation) (map[string]string, error) {
	officer, err := o.nameOf(ctx, c.Talk.Officer)
	if err != nil {
		return nil, err
	}
	facts, err := o.coopFacts(ctx, o.texts.Speech(c.Script.Language))
	if err != nil {
		return nil, err
	}
	facts["officer"], facts["residence"], facts["syndic"] = officer, c.Residence.Name, c.Residence.Syndic
	facts["caretaker"], facts["heating_company"] = c.Residence.Caretaker, c.Residence.Heater
	return known(facts), nil
}

// CoopFields are the facts that texts may name as a language says them: the coop's own, and those
// of an invented home and officer, so that a text can be looked at and rehearsed.
func (o *Office) CoopFields(ctx context.Context, language string) (map[string]string, error) {
	speech := o.texts.Speech(language)
	facts, err := o.coopFacts(ctx, speech)
	if err != nil {
		return nil, fmt.Errorf("gather the facts for texts: %w", err)
	}
	for _, field := range []string{"officer", "residence", "syndic", "caretaker", "heating_company"} {
		facts[field] = speech.Example(field)
	}
	return known(facts), nil
}

// coopFacts are the facts of the coop itself; one that is not known is "".
func (o *Office) coopFacts(ctx context.Context, speech Speech) (map[string]string, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	agm, err := o.nextAgm(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the next general meeting: %w", err)
	}
	facts := map[string]string{
		"coop": s.Coop.Name, "mediator": s.Coop.Mediator, "tenant_area": s.Coop.TenantArea,
		"culture_page": s.Coop.CulturePage, "agency_hours": s.Coop.AgencyHours,
		"agency_phone": speech.Phone(s.Coop.AgencyPhone), "emergency_phone": speech.Phone(s.Coop.EmergencyPhone),
		"technical_phone": speech.Phone(s.Coop.TechnicalPhone), "social_phone": speech.Phone(s.Coop.SocialPhone),
		"agm_day": speech.DayLong(agm.Day),
	}
	if s.Coop.ShareCents > 0 {
		facts["share"] = speech.Money(s.Coop.ShareCents)
	}
	if month := agmMonth(agm, s); month > 0 {
		facts["agm_month"] = speech.MonthName(month)
	}
	return facts, nil
}

// agmMonth is the month of the next general meeting: of the one that is announced, else the usual
// one, 0 when neither is known.
func agmMonth(agm coop.Event, s settings.Settings) int {
	if agm.Day == "" {
		return s.Coop.AgmMonth
	}
	_, month, _ := agm.Day.Date()
	return int(month)
}

// known leaves out what is not known.
func known(facts map[string]string) map[string]string {
	for name, fact := range facts {
		if fact == "" {
			delete(facts, name)
		}
	}
	return facts
}

func (o *Office) nameOf(ctx context.Context, id coop.StaffID) (string, error) {
	staff, err := o.Staff(ctx)
	if err != nil {
		return "", err
	}
	for _, s := range staff {
		if s.ID == id {
			return s.Name, nil
		}
	}
	return "", nil
}
