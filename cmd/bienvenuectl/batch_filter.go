package main

import (
	"slices"
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// readFilters reads « residence=CODE » and its like. Values of the same field widen each other, different
// fields narrow each other.
func (d *desk) readFilters(by coop.Actor, filters []string, asked *coop.BatchAsked) error {
	for _, f := range filters {
		field, value, ok := strings.Cut(f, "=")
		if !ok || value == "" {
			return badFilter(f)
		}
		if err := d.readFilter(by, f, field, value, asked); err != nil {
			return err
		}
	}
	return nil
}

func badFilter(f string) error { return coop.Refuse("ctl.refused.filter", map[string]any{"Filter": f}) }

func (d *desk) readFilter(by coop.Actor, f, field, value string, asked *coop.BatchAsked) (err error) {
	switch field {
	case "residence":
		return d.residenceFilter(by, value, asked)
	case "household":
		id, err := d.office.FindHousehold(d.ctx, by, value)
		asked.Households = append(asked.Households, id)
		return err
	case "product":
		asked.Products = append(asked.Products, coop.Product(value))
		return among(f, coop.Products(), coop.Product(value))
	case "share":
		asked.Shares = append(asked.Shares, coop.ShareState(value))
		return among(f, coop.ShareStates(), coop.ShareState(value))
	case "visited":
		asked.Visited = coop.Visited(value)
		return among(f, []coop.Visited{coop.VisitedMet, coop.VisitedNot, coop.VisitedPlanned}, asked.Visited)
	case "from":
		asked.EnteredFrom, err = readDay(value)
		return err
	case "to":
		asked.EnteredTo, err = readDay(value)
		return err
	case "years":
		if asked.Years, err = strconv.Atoi(value); err == nil && asked.Years > 0 {
			return nil
		}
	}
	return badFilter(f)
}

func among[T comparable](f string, known []T, value T) error {
	if slices.Contains(known, value) {
		return nil
	}
	return badFilter(f)
}

// residenceFilter takes a residence's code or its name.
func (d *desk) residenceFilter(by coop.Actor, value string, asked *coop.BatchAsked) error {
	all, err := d.office.Residences(d.ctx, by)
	if err != nil {
		return err
	}
	before := len(asked.Residences)
	for _, r := range all {
		if r.Code == value || string(r.ID) == value || strings.EqualFold(r.Name, value) {
			asked.Residences = append(asked.Residences, r.ID)
		}
	}
	if len(asked.Residences) == before {
		return coop.Refuse("ctl.refused.residence", map[string]any{"Residence": value})
	}
	return nil
}
