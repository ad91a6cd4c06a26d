package agenda_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestADragThatWaitsAtTheEdgeTurnsThePage(t *testing.T) {
	uitest.App(t)
	d := coopOf(t)
	m := &moving{karim: d.officers(t)[0].ID}
	m.visit = d.book(t, d.enter(t, "Diallo"), m.karim, thursday, 10*60)
	run, steps := kit.Stepped()
	m.room = roomOf(d, run)
	m.screen.Refresh()
	m.window = uitest.Styled(t, look.Style{}, m.screen.Content(), 1282, 768)
	m.screen.Day(thursday)
	uitest.Settle(m.window)
	held := m.grab(t, 1, 30)
	width := m.called(t, "jeudi 3 décembre").Size().Width + 1
	held.Move(2*width, 0) // over the weekend's narrow columns
	m.reads(t, "Semaine suivante")
	steps.Pass(time.Second)
	uitest.Settle(m.window)
	m.reads(t, "Semaine du 7 décembre")
	held.Move(-3*width, 0)
	held.Drop()
	if got := m.at(t); got[6:11] != "10:30" || got[:5] < "07/12" || len(m.Failed) > 0 {
		t.Errorf("the visit is at %s (%v), the banner says %q", got, m.Failed, m.plain())
	}
	steps.Pass(time.Second)
	m.reads(t, "Semaine du 7 décembre") // it turns no further once it is dropped
}

func TestWhatTheKeysTookUpGoesBackWhenTheyGoElsewhere(t *testing.T) {
	uitest.App(t)
	for name, elsewhere := range map[string]func(*moving){
		"the focus leaves":  func(m *moving) { m.window.Canvas().Unfocus() },
		"the page turns":    func(m *moving) { uitest.Press(t, m.window, "Semaine suivante") },
		"the view changes":  func(m *moving) { uitest.Press(t, m.window, "Mois") },
		"another is opened": func(m *moving) { m.screen.Day("2026-12-10") },
	} {
		t.Run(name, func(t *testing.T) {
			m := newMoving(t, nil)
			m.window.Canvas().Focus(m.called(t, diallo).(fyne.Focusable))
			uitest.Letter(t, m.window, 'M')
			uitest.Key(t, m.window, fyne.KeyDown)
			m.reads(t, "Jeudi 3 décembre à 10 h 15")
			elsewhere(m)
			uitest.Settle(m.window)
			if uitest.Reads(m.window, "Jeudi 3 décembre à 10 h 15") || m.at(t) != "03/12 10:00 0" {
				t.Errorf("it is still carried, or moved: %s, %v", m.at(t), uitest.Texts(m.window))
			}
		})
	}
}

func TestTheArrowsGoFromVisitToVisit(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, func(d *desk, karim coop.StaffID) { d.book(t, d.enter(t, "Moreau"), karim, "2026-12-04", 14*60) })
	m.window.Canvas().Focus(m.called(t, diallo).(fyne.Focusable))
	uitest.Key(t, m.window, fyne.KeyDown)
	if m.window.Canvas().Focused() != m.called(t, "14 h Mme Éloïse MOREAU").(fyne.Focusable) {
		t.Error("the next visit has not the keyboard")
	}
	uitest.Key(t, m.window, fyne.KeyUp)
	uitest.Key(t, m.window, fyne.KeyReturn)
	if fmt.Sprint(m.did) != "[act]" {
		t.Errorf("what was pressed is handed on as %v", m.did)
	}
}

func TestAVisitThatIsOverStaysWhereItWas(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	if _, err := m.CloseVisit(t.Context(), m.Actor(), m.visit.ID, coop.Outcome{Result: coop.Absent, Overall: -1}, nil); err != nil {
		t.Fatal(err)
	}
	m.screen.Refresh()
	uitest.Settle(m.window)
	held := uitest.Grab(t, m.window, diallo+", Absent")
	held.Move(100, 100)
	held.Drop()
	if got := m.at(t); got != "03/12 10:00 0" || m.LastSaid() != "" {
		t.Errorf("the visit is at %s, the banner says %q", got, m.LastSaid())
	}
}

func TestALongNameStaysInItsBlock(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, func(d *desk, karim coop.StaffID) {
		for minute := 14 * 60; minute < 17*60; minute += 90 {
			d.book(t, d.enter(t, "de Oliveira Châtelain-Quéméneur de la Tour d’Auvergne"), karim, "2026-12-04", minute)
		}
	})
	for _, scale := range []float32{0.8, 1, 2} {
		uitest.Styled(t, look.Style{Scale: scale}, m.screen.Content(), 1282, 768)
		block := m.called(t, "14 h Mme Éloïse DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR DE LA TOUR D’AUVERGNE").(fyne.Widget)
		var inside func(o fyne.CanvasObject, at fyne.Position)
		inside = func(o fyne.CanvasObject, at fyne.Position) {
			if !o.Visible() {
				return
			}
			at = at.Add(o.Position())
			if text, ok := o.(*canvas.Text); ok && at.X+text.MinSize().Width > block.Size().Width+1 {
				t.Errorf("at scale %v %q reaches %v in a block of %v", scale, text.Text, at.X+text.MinSize().Width, block.Size().Width)
			}
			if w, ok := o.(fyne.Widget); ok {
				for _, child := range test.WidgetRenderer(w).Objects() {
					inside(child, at)
				}
			}
		}
		for _, child := range test.WidgetRenderer(block).Objects() {
			inside(child, fyne.Position{})
		}
	}
}

func TestASlowAnswerNeverHoldsUpADragAtOnce(t *testing.T) {
	uitest.App(t)
	d := coopOf(t)
	m := &moving{karim: d.officers(t)[0].ID}
	m.visit = d.book(t, d.enter(t, "Diallo"), m.karim, thursday, 10*60)
	run, queue := kit.Queued()
	m.room = roomOf(d, run)
	m.screen.Refresh()
	queue.Settle()
	m.window = uitest.Styled(t, look.Style{}, m.screen.Content(), 1282, 768)
	m.screen.Day(thursday)
	queue.Settle()
	held := m.grab(t, 1, 75)
	m.reads(t, "Vendredi 4 décembre à 11 h 15", "Vérification…")
	m.by(t, held, 0, 15)
	m.reads(t, "Vendredi 4 décembre à 11 h 30", "Vérification…")
	held.Drop() // before anybody has answered
	if got := m.at(t); got != "03/12 10:00 0" {
		t.Errorf("the visit is at %s before the diary was asked", got)
	}
	queue.Settle()
	if got := m.at(t); got != "04/12 11:30 1" || len(m.Failed) > 0 {
		t.Errorf("the visit is at %s (%v)", got, m.Failed)
	}
	m.reads(t, "11 h 30 DIALLO")
}

func TestPicturesOfADrag(t *testing.T) {
	uitest.App(t)
	if testing.Short() || os.Getenv("PICTURES") == "" {
		t.Skip("pictures are drawn when they are asked for")
	}
	for _, mode := range uitest.Themes() {
		d := coopOf(t)
		m := &moving{karim: d.officers(t)[0].ID}
		m.visit = d.book(t, d.enter(t, "Diallo"), m.karim, thursday, 10*60)
		d.book(t, d.enter(t, "de Oliveira Châtelain-Quéméneur"), m.karim, "2026-12-04", 14*60)
		d.except(t, coop.Exception{Staff: m.karim, Kind: coop.Meeting, From: "2026-12-01", To: "2026-12-01", Span: coop.Span{From: 9 * 60, To: 11 * 60}, Label: "point d’équipe"})
		m.room = newRoom(t, d, look.Style{Mode: mode}, 1282, 708)
		m.screen.Day(thursday)
		uitest.Settle(m.window)
		for name, by := range map[string][2]int{"stands": {-1, 75}, "taken": {1, 240}, "asks": {2, 60}, "meeting": {-2, 0}} {
			held := m.grab(t, by[0], by[1])
			uitest.Shot(t, m.window, fmt.Sprintf("agenda/drag-%s-%s.png", name, mode))
			if name == "asks" {
				held.Drop()
				uitest.Shot(t, m.window, fmt.Sprintf("agenda/drag-%s-sheet-%s.png", name, mode))
				uitest.Press(t, m.window, "Laisser où elle est")
				continue
			}
			uitest.Key(t, m.window, fyne.KeyEscape)
			held.Drop()
		}
	}
}
