package agenda

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// headCell names a column: the day with what is special about it, or the officer. A press opens it alone.
type headCell struct {
	widget.BaseWidget
	grid   *grid
	column int
	word   string
	name   *kit.Text
	note   *kit.Text
}

var (
	_ fyne.Tappable      = (*headCell)(nil)
	_ fyne.Accessible    = (*headCell)(nil)
	_ desktop.Cursorable = (*headCell)(nil)
)

func newHeadCell(g *grid) *headCell {
	h := &headCell{grid: g, name: kit.Body("").Strong().OneLine(), note: kit.Caption("").OneLine()}
	h.ExtendBaseWidget(h)
	return h
}

func (h *headCell) show(column int) {
	s := h.grid.screen
	c := &h.grid.columns[column]
	h.column = column
	words, tone := s.p.Words, kit.Plain
	name := words.T("agenda.column", i18n.Args{"Weekday": brief(words.Weekday(c.day.Weekday())), "Day": words.DayBrief(c.day)})
	h.word = words.Day(c.day)
	if c.name != "" {
		name, h.word = c.name, c.name
	}
	quiet := kit.Calm
	if c.day == s.p.Desk.Today() && c.name == "" {
		tone, quiet = kit.Accented, kit.Accented
	}
	h.name.Set(name, tone)
	h.note.Set(s.note(c), quiet)
}

// note is the line below a column's name.
func (s *Screen) note(c *column) string {
	words := s.p.Words
	var notes []string
	if today := c.day == s.p.Desk.Today() && c.name == ""; today && c.visits > 0 {
		notes = append(notes, words.T("agenda.column.today.brief"))
	} else if today {
		notes = append(notes, words.T("agenda.column.today"))
	}
	if closed := s.closure(c.closed, c.label); closed != "" {
		notes = append(notes, closed)
	}
	if c.visits > 0 {
		notes = append(notes, words.N("agenda.column.visits", c.visits))
	}
	if len(c.away) > 0 {
		notes = append(notes, words.T("agenda.column.away", i18n.Args{"Who": strings.Join(c.away, ", ")}))
	}
	return strings.Join(notes, " · ")
}

// Tapped implements fyne.Tappable.
func (h *headCell) Tapped(*fyne.PointEvent) {
	s := h.grid.screen
	if h.column >= len(h.grid.columns) {
		return
	}
	c := &h.grid.columns[h.column]
	switch {
	case s.view == WeekView:
		s.Show(DayView, c.day)
	case c.name != "" && c.officer != coop.StaffID(""):
		s.choose(c.officer)
	}
}

// Cursor implements desktop.Cursorable.
func (h *headCell) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (h *headCell) AccessibilityLabel() string { return h.word }

// AccessibilityRole implements fyne.Accessible.
func (h *headCell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (h *headCell) CreateRenderer() fyne.WidgetRenderer {
	return &headCellRenderer{h, []fyne.CanvasObject{h.name, h.note}}
}

type headCellRenderer struct {
	cell    *headCell
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *headCellRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *headCellRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *headCellRenderer) MinSize() fyne.Size { return fyne.NewSize(20, headHeight()) }

// Layout implements fyne.WidgetRenderer.
func (r *headCellRenderer) Layout(size fyne.Size) {
	name, note := r.cell.name.MinSize().Height, r.cell.note.MinSize().Height
	put(r.cell.name, look.Snug, 2, size.Width-look.Snug, name)
	put(r.cell.note, look.Snug, 2+name, size.Width-look.Snug, note)
}

// Refresh implements fyne.WidgetRenderer.
func (r *headCellRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
	r.Layout(r.cell.Size())
}
