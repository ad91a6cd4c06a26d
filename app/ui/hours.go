package ui

import (
	"context"

	"bienvenue/app/coop"
)

// The settings' desk keeps working weeks and what differs from them in the name of whoever works.

// Hours implements preferences.Desk.
func (d settingsDesk) Hours(ctx context.Context, officer coop.StaffID) (coop.Hours, error) {
	return d.s.p.Office.Hours(ctx, officer)
}

// KeepHours implements preferences.Desk.
func (d settingsDesk) KeepHours(ctx context.Context, h coop.Hours) (coop.Hours, error) {
	return d.s.p.Office.KeepHours(ctx, d.s.by, h)
}

// Exceptions implements preferences.Desk.
func (d settingsDesk) Exceptions(ctx context.Context, from, to coop.Day) ([]coop.Exception, error) {
	return d.s.p.Office.Exceptions(ctx, from, to)
}

// AddException implements preferences.Desk.
func (d settingsDesk) AddException(ctx context.Context, e coop.Exception) (coop.Exception, []coop.VisitRow, error) {
	return d.s.p.Office.AddException(ctx, d.s.by, e)
}

// RemoveException implements preferences.Desk.
func (d settingsDesk) RemoveException(ctx context.Context, id coop.ExceptionID) (coop.Exception, error) {
	return d.s.p.Office.RemoveException(ctx, d.s.by, id)
}

// Bridges implements preferences.Desk.
func (d settingsDesk) Bridges(ctx context.Context, year int) ([]coop.Day, error) {
	return d.s.p.Office.Bridges(ctx, year)
}

// Unsettled implements preferences.Desk.
func (d settingsDesk) Unsettled(ctx context.Context, from, to coop.Day, officer coop.StaffID) ([]coop.VisitRow, error) {
	return d.s.p.Office.Unsettled(ctx, d.s.by, from, to, officer)
}
