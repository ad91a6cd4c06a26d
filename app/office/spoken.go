package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/settings"
)

// spell finds the facts that a talk's texts may name, and puts them into its texts in other
// languages as those say them. What is not known is left out: the texts have words for that.
func (o *Office) spell(ctx context.Context, c *Conversation) error {
	officer, err := o.nameOf(ctx, c.Talk.Officer)
	if err != nil {
		return err
	}
	known, err := o.coopKnown(ctx)
	if err != nil {
		return err
	}
	in := func(language string) map[string]string {
		facts := known.say(o.texts.Speech(language))
		facts["officer"], facts["residence"], facts["syndic"] = officer, c.Residence.Name, c.Residence.Syndic
		facts["caretaker"], facts["heating_company"] = c.Residence.Caretaker, c.Residence.Heater
		return there(facts)
	}
	c.Fields = in(c.Script.Language)
	tongues := make([]script.Tongue, 0, len(c.Script.Tongues))
	for _, t := range c.Script.Tongues {
		one := script.Script{Tongues: []script.Tongue{t}}
		tongues = append(tongues, one.Filled(in(t.Language)).Tongues...)
	}
	c.Script.Tongues = tongues
	return nil
}

// CoopFields are the facts that texts may name as a language says them: the coop's own, and those
// of an invented home and officer, so that a text can be looked at and rehearsed.
func (o *Office) CoopFields(ctx context.Context, language string) (map[string]string, error) {
	known, err := o.coopKnown(ctx)
	if err != nil {
		return nil, fmt.Errorf("gather the facts for texts: %w", err)
	}
	speech := o.texts.Speech(language)
	facts := known.say(speech)
	for _, field := range []string{"officer", "residence", "syndic", "caretaker", "heating_company"} {
		facts[field] = speech.Example(field)
	}
	return there(facts), nil
}

// coopKnown is what the coop has said of itself.
type coopKnown struct {
	settings settings.Settings
	agm      coop.Event // the one that is announced, its Day "" for none
}

func (o *Office) coopKnown(ctx context.Context) (k coopKnown, err error) {
	if k.settings, err = o.Settings(ctx); err != nil {
		return k, err
	}
	if k.agm, err = o.nextAgm(ctx); err != nil {
		return k, fmt.Errorf("find the next general meeting: %w", err)
	}
	return k, nil
}

// say are the coop's facts as a language says them; one that is not known is "".
func (k coopKnown) say(speech Speech) map[string]string {
	c := k.settings.Coop
	facts := map[string]string{
		"coop": c.Name, "mediator": c.Mediator, "tenant_area": c.TenantArea,
		"culture_page": c.CulturePage, "agency_hours": c.AgencyHours,
		"agency_phone": speech.Phone(c.AgencyPhone), "emergency_phone": speech.Phone(c.EmergencyPhone),
		"technical_phone": speech.Phone(c.TechnicalPhone), "social_phone": speech.Phone(c.SocialPhone),
		"agm_day": speech.DayLong(k.agm.Day),
	}
	if c.ShareCents > 0 {
		facts["share"] = speech.Money(c.ShareCents)
	}
	if month := k.agmMonth(); month > 0 {
		facts["agm_month"] = speech.MonthName(month)
	}
	return facts
}

// agmMonth is the month of the next general meeting: of the one that is announced, else the usual
// one, 0 when neither is known.
func (k coopKnown) agmMonth() int {
	if k.agm.Day == "" {
		return k.settings.Coop.AgmMonth
	}
	_, month, _ := k.agm.Day.Date()
	return int(month)
}

// there leaves out what is not known.
func there(facts map[string]string) map[string]string {
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
