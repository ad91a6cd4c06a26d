package office

import (
	"context"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

// Settings are the coop's settings.
func (o *Office) Settings(ctx context.Context) (settings.Settings, error) {
	table, err := o.store.Settings(ctx)
	if err != nil {
		return settings.Settings{}, fmt.Errorf("read settings: %w", err)
	}
	return settings.Read(table), nil
}

// ChangeSettings keeps what differs from the settings before.
func (o *Office) ChangeSettings(ctx context.Context, by coop.Actor, to settings.Settings) error {
	from, err := o.Settings(ctx)
	if err != nil {
		return err
	}
	changed, err := settings.Changes(from, to)
	if err != nil || len(changed) == 0 {
		return err
	}
	told := maps.Clone(changed)
	if _, ok := told["logo"]; ok {
		told["logo"] = strconv.Itoa(len(to.Logo)) // the journal says that it changed, not its dots
	}
	e, err := o.entry(by, coop.ActSettingsChanged, coop.OnCoop, "settings", "", told)
	if err != nil {
		return err
	}
	return o.keep(ctx, "change settings", coop.Change{Settings: changed, Entries: []coop.Entry{e}})
}

// Staff lists the coop's staff by name, those who left too.
func (o *Office) Staff(ctx context.Context) ([]coop.Staff, error) {
	all, err := o.store.Staff(ctx)
	if err != nil {
		return nil, fmt.Errorf("list staff: %w", err)
	}
	return all, nil
}

// Officers lists those who carry out visits.
func (o *Office) Officers(ctx context.Context) ([]coop.Staff, error) {
	all, err := o.Staff(ctx)
	if err != nil {
		return nil, err
	}
	officers := make([]coop.Staff, 0, len(all))
	for _, s := range all {
		if s.Visits() {
			officers = append(officers, s)
		}
	}
	return officers, nil
}

// FindStaff finds a member of staff by login.
func (o *Office) FindStaff(ctx context.Context, login string) (coop.Staff, error) {
	all, err := o.Staff(ctx)
	if err != nil {
		return coop.Staff{}, err
	}
	for _, s := range all {
		if strings.EqualFold(s.Login, login) {
			return s, nil
		}
	}
	return coop.Staff{}, coop.Refuse("staff.refused.unknown", map[string]any{"Login": login})
}

// KeepStaff adds a member of staff (no ID) or keeps a corrected one. A login is unique.
func (o *Office) KeepStaff(ctx context.Context, by coop.Actor, s coop.Staff) (coop.Staff, error) {
	s.Login, s.Name = strings.TrimSpace(s.Login), strings.TrimSpace(s.Name)
	if s.Login == "" || s.Name == "" {
		return coop.Staff{}, coop.Refuse("staff.refused.name", nil)
	}
	all, err := o.Staff(ctx)
	if err != nil {
		return coop.Staff{}, err
	}
	for _, other := range all {
		if other.ID != s.ID && strings.EqualFold(other.Login, s.Login) {
			return coop.Staff{}, coop.Refuse("staff.refused.login", map[string]any{"Login": s.Login, "Name": other.Name})
		}
	}
	act := coop.ActEdited
	if s.ID == "" {
		s.ID, act = coop.StaffID(o.newID()), coop.ActAdded
	}
	e, err := o.entry(by, act, coop.OnStaff, string(s.ID), "", s)
	if err != nil {
		return coop.Staff{}, err
	}
	err = o.keep(ctx, "keep staff", coop.Change{Staff: []coop.Staff{s}, Entries: []coop.Entry{e}})
	s.Rev++
	return s, err
}

// Events lists the coop's events from today on, the nearest first.
func (o *Office) Events(ctx context.Context) ([]coop.Event, error) {
	all, err := o.store.Events(ctx, o.Today())
	if err != nil {
		return nil, fmt.Errorf("list events: %w", err)
	}
	return all, nil
}

// KeepEvent adds an event (no ID) or keeps a corrected one.
func (o *Office) KeepEvent(ctx context.Context, by coop.Actor, event coop.Event) error {
	if strings.TrimSpace(event.Title) == "" || event.Day == "" {
		return coop.Refuse("events.refused.title", nil)
	}
	act := coop.ActEdited
	if event.ID == "" {
		event.ID, act = coop.EventID(o.newID()), coop.ActAdded
	}
	e, err := o.entry(by, act, coop.OnEvent, string(event.ID), "", event)
	if err != nil {
		return err
	}
	return o.keep(ctx, "keep event", coop.Change{Events: []coop.Event{event}, Entries: []coop.Entry{e}})
}
