package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
)

// spoken are the facts that a talk's texts may name, as the script's language says them. What is
// not known is left out: the texts have words for that.
func (o *Office) spoken(ctx context.Context, c Conversation) (map[string]string, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	officer, err := o.nameOf(ctx, c.Talk.Officer)
	if err != nil {
		return nil, err
	}
	month, err := o.agmMonth(ctx, s.Coop.AgmMonth)
	if err != nil {
		return nil, err
	}
	speech := o.texts.Speech(c.Script.Language)
	facts := map[string]string{
		"coop": s.Coop.Name, "mediator": s.Coop.Mediator, "tenant_area": s.Coop.TenantArea,
		"officer": officer, "residence": c.Residence.Name, "syndic": c.Residence.Syndic,
		"caretaker": c.Residence.Caretaker,
	}
	if s.Coop.ShareCents > 0 {
		facts["share"] = speech.Money(s.Coop.ShareCents)
	}
	if s.Coop.AgencyPhone != "" {
		facts["agency_phone"] = speech.Phone(s.Coop.AgencyPhone)
	}
	if s.Coop.EmergencyPhone != "" {
		facts["emergency_phone"] = speech.Phone(s.Coop.EmergencyPhone)
	}
	if month > 0 {
		facts["agm_month"] = speech.MonthName(month)
	}
	return facts, nil
}

// agmMonth is the month of the next general meeting: of the one that is announced, else the usual one.
func (o *Office) agmMonth(ctx context.Context, usual int) (int, error) {
	events, err := o.store.Events(ctx, o.Today())
	if err != nil {
		return 0, fmt.Errorf("find the next general meeting: %w", err)
	}
	for _, e := range events {
		if e.Kind == coop.EventAgm {
			_, month, _ := e.Day.Date()
			return int(month), nil
		}
	}
	return usual, nil
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
