package sheet

import (
	"regexp"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// ways is where a person chooses how a paper is printed. It shows what the printer offers, and
// nothing on a machine without printers.
type ways struct {
	words    Words
	printers []Printer
	at       int    // the chosen printer
	pages    int    // of the paper
	last     Choice // what was chosen the last time; what is not offered now stays as it was
	copies   int
	onAgain  func() // looks for the printers again

	box     *fyne.Container
	choose  *kit.Select[string] // where there are several
	only    *fyne.Container     // where there is one
	name    *kit.Text
	calm    *kit.Text
	trouble *kit.Panel
	told    *kit.Text
	fewer   *kit.Button
	count   *kit.Text
	more    *kit.Button
	sides   *kit.Chip
	trays   *kit.Select[string]
}

// leastChoice is how wide a choice is at least where two stand beside each other.
const leastChoice = 220

func newWays(words Words, onAgain func()) *ways {
	w := &ways{words: words, copies: 1, onAgain: onAgain}
	w.choose = kit.NewSelect(words.T("sheet.screen.printer"), nil, func(name string) { w.take(find(w.printers, name)) })
	w.name, w.calm = kit.Body(""), kit.Caption("")
	w.only = kit.Lines(kit.Caption(words.T("sheet.screen.printer")).Strong(), w.name)
	w.told = kit.Body("")
	w.trouble = kit.Tinted(kit.Attention, w.told,
		kit.SecondaryButton(words.T("sheet.screen.again"), w.onAgain).WithIcon(look.IconRefreshCw))
	w.fewer = kit.IconButton(look.IconMinus, words.T("sheet.screen.copies.fewer"), func() { w.copy(w.copies - 1) }).Framed()
	w.more = kit.IconButton(look.IconPlus, words.T("sheet.screen.copies.more"), func() { w.copy(w.copies + 1) }).Framed()
	w.count = kit.Body("").OneLine().Centered()
	w.sides = kit.NewChip(words.T("sheet.screen.both-sides"), false, func(on bool) { w.last.BothSides = on })
	w.trays = kit.NewSelect(words.T("sheet.screen.tray"), nil, func(tray string) { w.last.Tray = tray })
	w.box = kit.Column(
		kit.Lines(w.choose.Object(), w.only, w.calm), w.trouble,
		kit.Columns(leastChoice, kit.Row(w.fewer, kit.Grow(w.count), w.more), w.sides), w.trays.Object(),
	)
	w.box.Hide()
	return w
}

// offer shows the printers, with what was chosen the last time for this kind of paper.
func (w *ways) offer(printers []Printer, last Choice, pages int) {
	w.printers, w.last, w.pages = printers, last, pages
	w.box.Hidden = len(printers) == 0
	if len(printers) == 0 {
		return
	}
	options := make([]kit.Option[string], 0, len(printers))
	for _, p := range printers {
		icon := look.IconPrinter
		if p.State.troubled() {
			icon = look.IconWarning
		}
		options = append(options, kit.Option[string]{Value: p.Name, Words: w.line(p), Icon: icon})
	}
	w.choose.SetOptions(options)
	w.copy(w.copies)
	w.take(find(printers, last.Printer))
}

// line is a printer and its state. The middle of a long name gives way, so that the state stays in sight.
func (w *ways) line(p Printer) string {
	const most, kept = 26, 12
	name := []rune(p.Name)
	if len(name) > most {
		name = append(append(name[:kept:kept], '…'), name[len(name)-kept:]...)
	}
	return w.words.T("sheet.screen.printer.line", map[string]any{"Printer": string(name), "State": w.words.T(stateKeys[p.State].word)})
}

// take shows one printer: its state, and what it offers.
func (w *ways) take(at int) {
	w.at = at
	p := w.printers[at]
	w.last.Printer = p.Name
	w.choose.Set(p.Name)
	show(w.choose.Object(), len(w.printers) > 1)
	w.name.SetText(w.line(p))
	w.only.Hidden = len(w.printers) > 1
	w.calm.Hidden, w.trouble.Hidden = p.State != PrinterBusy, !p.State.troubled()
	if told := stateKeys[p.State].told; told != "" {
		w.calm.SetText(w.words.T(told))
		w.told.SetText(w.words.T(told))
	}
	w.sides.Hidden = !p.BothSides || w.pages < 2
	w.sides.Set(w.last.BothSides)
	w.offerTrays(p)
	w.box.Refresh()
}

func (w *ways) offerTrays(p Printer) {
	options := []kit.Option[string]{{Words: w.words.T("sheet.screen.tray.usual")}}
	for _, tray := range p.Trays {
		options = append(options, kit.Option[string]{Value: tray, Words: w.tray(tray)})
	}
	w.trays.SetOptions(options)
	w.trays.Set(w.last.Tray)
	if _, offered := w.trays.Value(); !offered {
		w.trays.Set("")
	}
	show(w.trays.Object(), len(p.Trays) > 0)
}

func show(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

// numbered is what most drivers call a tray.
var numbered = regexp.MustCompile(`^(?i:tray|cassette|drawer)[ _-]?([0-9])$`)

// trayKeys are the keys of other usual names; a printer's own names stay as they are.
var trayKeys = map[string]string{
	"Manual": "sheet.screen.tray.manual", "ManualFeed": "sheet.screen.tray.manual", "MultiPurpose": "sheet.screen.tray.manual",
	"Envelope": "sheet.screen.tray.envelopes", "EnvFeed": "sheet.screen.tray.envelopes",
}

func (w *ways) tray(name string) string {
	if n := numbered.FindStringSubmatch(name); n != nil {
		return w.words.T("sheet.screen.tray.number", map[string]any{"Number": n[1]})
	}
	if key, known := trayKeys[name]; known {
		return w.words.T(key)
	}
	return name
}

// copy sets how many copies are printed.
func (w *ways) copy(n int) {
	w.copies = min(max(1, n), MostCopies)
	w.count.SetText(w.words.N("sheet.screen.copies", w.copies))
	w.able(true)
}

// able lets a person change something, or not while a paper is on its way.
func (w *ways) able(yes bool) {
	for b, can := range map[*kit.Button]bool{w.fewer: w.copies > 1, w.more: w.copies < MostCopies} {
		if yes && can {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// job is what was chosen, as far as the printer offers it.
func (w *ways) job() Job {
	p := w.printers[w.at]
	job := Job{Choice: Choice{Printer: p.Name, BothSides: w.last.BothSides && p.BothSides && w.pages > 1}, Copies: w.copies}
	if tray, ok := w.trays.Value(); ok && len(p.Trays) > 0 {
		job.Tray = tray
	}
	return job
}
