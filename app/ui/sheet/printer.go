package sheet

import "slices"

// Printer is a printer of this machine.
type Printer struct {
	Name      string
	State     PrinterState
	BothSides bool     // it can print on both sides by itself
	Trays     []string // that a person may choose from, in the printer's own names; none when it offers no choice
}

// PrinterState says whether a paper comes out.
type PrinterState string

// The states of a printer, as far as it tells.
const (
	PrinterReady   PrinterState = "ready"
	PrinterBusy    PrinterState = "busy"
	PrinterNoPaper PrinterState = "no-paper"
	PrinterBlocked PrinterState = "blocked" // jammed, open, out of ink: somebody has to go there
	PrinterOffline PrinterState = "offline" // it does not answer
	PrinterStopped PrinterState = "stopped" // its queue is held: what is sent stays there
	PrinterClosed  PrinterState = "closed"  // its queue takes nothing
)

// Choice is how a kind of paper was printed last on this machine.
type Choice struct {
	Printer   string
	BothSides bool
	Tray      string // "" for the printer's usual one
}

// Job is a paper to print.
type Job struct {
	Choice
	Copies        int     // 1 to MostCopies
	Title         string  // as the printer's list shows it: it names no person
	Width, Height float64 // of the paper, millimetres
}

// MostCopies is how many copies one press may print.
const MostCopies = 20

// Sent is a paper that a printer's queue has taken.
type Sent struct {
	Number string       // in the queue; "" when it does not say
	State  PrinterState // of the printer at that moment
}

// stateKeys are the keys of a state: beside a printer's name, and what it means for the paper;
// a ready printer needs no more words.
var stateKeys = map[PrinterState]struct{ word, told string }{
	PrinterReady:   {word: "sheet.screen.state.ready"},
	PrinterBusy:    {"sheet.screen.state.busy", "sheet.screen.told.busy"},
	PrinterNoPaper: {"sheet.screen.state.no-paper", "sheet.screen.told.no-paper"},
	PrinterBlocked: {"sheet.screen.state.blocked", "sheet.screen.told.blocked"},
	PrinterOffline: {"sheet.screen.state.offline", "sheet.screen.told.offline"},
	PrinterStopped: {"sheet.screen.state.stopped", "sheet.screen.told.stopped"},
	PrinterClosed:  {"sheet.screen.state.closed", "sheet.screen.told.closed"},
}

// troubled says that somebody must do something before a paper comes out.
func (s PrinterState) troubled() bool { return s != PrinterReady && s != PrinterBusy }

// find is the place of a printer in a list, the usual one's for a name that is not there.
func find(printers []Printer, name string) int {
	return max(0, slices.IndexFunc(printers, func(p Printer) bool { return p.Name == name }))
}
