package wave_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// TestPicturesOfTheWave leaves pictures to look at under build/wave when PICTURES is set.
func TestPicturesOfTheWave(t *testing.T) {
	uitest.App(t)
	one, many := coopOf(t, 1), coopOf(t, 1000)
	lived := &desk{Desk: trial.Open(t, 400)}
	lived.bring(t, 60)
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 716), "1280x800": fyne.NewSize(1196, 748), "800x1280": fyne.NewSize(800, 1144)} {
		for _, mode := range uitest.Themes() {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				shot := func(s *stand, what string) {
					uitest.Shot(t, s.window, fmt.Sprintf("wave/%s-%s-%s.png", what, name, mode))
				}
				style := look.Style{Mode: mode}
				shot(show(t, coopOf(t, 0), style, size.Width, size.Height), "nobody")
				s := show(t, lived, style, size.Width, size.Height)
				shot(s, "ask")
				s.press(t, "Calculer le plan")
				shot(s, "plan-demo")
				s = show(t, one, style, size.Width, size.Height)
				s.press(t, "Calculer le plan")
				shot(s, "plan-1")
				s = show(t, many, style, size.Width, size.Height)
				many.during = func(done, _ int) {
					if done == 50 {
						shot(s, "computing")
					}
				}
				s.press(t, "Calculer le plan")
				many.during = nil
				shot(s, "plan-1000")
				s.press(t, "Sans la vague")
				shot(s, "before")
				s.press(t, "Demi-journées")
				shot(s, "halves")
				s.press(t, "matin · ")
				shot(s, "half")
				s.press(t, " · Mme")
				uitest.Type(t, s.window, "Jour", "10/01/2027")
				shot(s, "change")
				s.press(t, "Fermer", "Sans date (0)")
				shot(s, "left")
				s.press(t, "Résidences")
				shot(s, "places")
				s = show(t, awayForAYear(t, 40), style, size.Width, size.Height)
				s.press(t, "Calculer le plan")
				shot(s, "plan-0")
				booked := coopOf(t, 60)
				s = show(t, booked, style, size.Width, size.Height)
				s.press(t, "Calculer le plan")
				booked.before = func() {
					booked.before = nil
					plan, err := booked.PlanWave(context.Background(), booked.Actor(), mustUsual(t, booked), nil)
					if err != nil {
						t.Fatal(err)
					}
					v := plan.Plan.Visits[7]
					if _, err := booked.BookVisit(context.Background(), booked.Actor(), coop.Booking{Household: v.Household, Officer: v.Officer, Start: v.Start.AddDate(0, 0, 63)}); err != nil {
						t.Fatal(err)
					}
				}
				s.press(t, "Réserver les 60 visites")
				shot(s, "refused")
				s.press(t, "Recalculer le plan", "Réserver les 59 visites")
				shot(s, "booked")
				s.press(t, "Annuler la vague")
				shot(s, "undo")
				s.press(t, "Annuler la vague")
				shot(s, "undone")
			})
		}
	}
}
