package paper

import (
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// The pictograms are ours: lines on a grid of 24, which a grey printer shows as well as a
// coloured one. M moves, L draws, C curves, Z closes.
var pictograms = map[coop.Duty]string{
	coop.DutySmallParts: "M9.2 17.5 L14.8 17.5 M10.2 20.8 L13.8 20.8 M9.2 17.5 C9.2 14.4 6 12.8 6 8.9 C6 5.5 8.7 3 12 3 C15.3 3 18 5.5 18 8.9 C18 12.8 14.8 14.4 14.8 17.5 M10 9.2 L12 11.2 L14 9.2",
	coop.DutyVents:      "M5.5 4 L18.5 4 C19.4 4 20 4.6 20 5.5 L20 18.5 C20 19.4 19.4 20 18.5 20 L5.5 20 C4.6 20 4 19.4 4 18.5 L4 5.5 C4 4.6 4.6 4 5.5 4 Z M8 8.5 L16 8.5 M8 12 L16 12 M8 15.5 L16 15.5",
	coop.DutyBoiler:     boiler,
	coop.DutyNewBoiler:  newBoiler,
	coop.DutyGarden:     "M12 20.5 L12 10.5 M12 15 C7.5 15 5 12.2 5 8 C9.5 8 12 10.5 12 15 M12 11.5 C12 7 14.5 4 19 4 C19 8.5 16.5 11.5 12 11.5 M6.5 20.5 L17.5 20.5",
	coop.DutyReport:     "M5.5 4.5 L18.5 4.5 C19.6 4.5 20.5 5.4 20.5 6.5 L20.5 14.5 C20.5 15.6 19.6 16.5 18.5 16.5 L12.5 16.5 L8 20.5 L8 16.5 L5.5 16.5 C4.4 16.5 3.5 15.6 3.5 14.5 L3.5 6.5 C3.5 5.4 4.4 4.5 5.5 4.5 Z M12 7.5 L12 10.8 M12 13.4 L12 13.5",
	coop.DutyOwnHome:    house,
	coop.DutyDefects:    "M4.5 5.5 L19.5 5.5 C20.3 5.5 21 6.2 21 7 L21 17 C21 17.8 20.3 18.5 19.5 18.5 L4.5 18.5 C3.7 18.5 3 17.8 3 17 L3 7 C3 6.2 3.7 5.5 4.5 5.5 Z M3.6 6.8 L12 13 L20.4 6.8",
	coop.DutyWear:       toolbox,
	coop.DutyCollective: radiator,
	coop.DutyRadiators:  radiator,
	coop.DutyCommon:     building,
	coop.DutyPassOn:     building,
	coop.DutyAskSyndic:  building,
	coop.DutySyndic:     building,
	coop.DutyStructure:  walls,
	coop.DutyReserves:   "M8 4.5 L6 4.5 C5.4 4.5 5 4.9 5 5.5 L5 19.5 C5 20.1 5.4 20.5 6 20.5 L18 20.5 C18.6 20.5 19 20.1 19 19.5 L19 5.5 C19 4.9 18.6 4.5 18 4.5 L16 4.5 M8.5 3 L15.5 3 L15.5 6 L8.5 6 Z M8.5 13 L11 15.5 L15.5 10.5",
	coop.DutyCompletion: toolbox,
	coop.DutyAdvice:     question,
	coop.DutySyndicBooks: "M6.5 3 L14 3 L18.5 7.5 L18.5 19.5 C18.5 20.3 17.8 21 17 21 L6.5 21 C5.7 21 5 20.3 5 19.5 L5 4.5 C5 3.7 5.7 3 6.5 3 Z " +
		"M14 3 L14 7.5 L18.5 7.5 M8.5 12 L15 12 M8.5 15 L15 15 M8.5 18 L12 18",
}

const (
	boiler = "M12 2.8 C13 6.4 17.6 8.6 17.6 14 C17.6 17.8 15.2 20.8 12 20.8 C8.8 20.8 6.4 18 6.4 14.6 C6.4 12.4 7.4 10.8 8.6 9.6 C8.9 11 9.6 11.9 10.5 12.2 C10.1 8.6 10.5 5.2 12 2.8 Z"
	// A boiler in its box, on its pipes.
	newBoiler = "M6 3 L18 3 C18.6 3 19 3.4 19 4 L19 17 C19 17.6 18.6 18 18 18 L6 18 C5.4 18 5 17.6 5 17 L5 4 C5 3.4 5.4 3 6 3 Z M12 6.5 C12.6 8.5 15 9.6 15 12.2 C15 14.2 13.7 15.4 12 15.4 C10.3 15.4 9 14.2 9 12.3 C9 11 9.8 10.2 10.3 9.6 C10.6 10.4 11 10.7 11.3 10.8 C11.1 9.2 11.3 7.8 12 6.5 Z M9 18 L9 21 M15 18 L15 21"
	// A roof over bricks.
	walls    = "M2.5 11 L12 3.5 L21.5 11 M5 12.5 L19 12.5 L19 20.5 L5 20.5 Z M5 16.5 L19 16.5 M12 12.5 L12 16.5 M8.5 16.5 L8.5 20.5 M15.5 16.5 L15.5 20.5"
	question = "M12 3 C17 3 21 7 21 12 C21 17 17 21 12 21 C7 21 3 17 3 12 C3 7 7 3 12 3 Z M9.2 9.3 C9.2 7.6 10.4 6.7 12 6.7 C13.7 6.7 14.8 7.7 14.8 9.2 C14.8 11.3 12 11.6 12 13.8 M12 16.9 L12 17"
	radiator = "M5 5 L5 19 M12 5 L12 19 M19 5 L19 19 M5 8 L19 8 M5 16 L19 16"
	building = "M6 20.8 L6 4.5 C6 3.7 6.7 3 7.5 3 L16.5 3 C17.3 3 18 3.7 18 4.5 L18 20.8 M3.5 20.8 L20.5 20.8 M9.7 7 L9.7 8.2 M14.3 7 L14.3 8.2 M9.7 11.4 L9.7 12.6 M14.3 11.4 L14.3 12.6 M10.3 20.8 L10.3 16.6 L13.7 16.6 L13.7 20.8"
	house    = "M3 11.6 L12 4 L21 11.6 M5.6 9.5 L5.6 20.5 L18.4 20.5 L18.4 9.5 M10 20.5 L10 14.6 L14 14.6 L14 20.5"
	toolbox  = "M4.5 8.5 L19.5 8.5 C20.3 8.5 21 9.2 21 10 L21 18 C21 18.8 20.3 19.5 19.5 19.5 L4.5 19.5 C3.7 19.5 3 18.8 3 18 L3 10 C3 9.2 3.7 8.5 4.5 8.5 Z M8.5 8.5 L8.5 6.5 C8.5 5.4 9.4 4.5 10.5 4.5 L13.5 4.5 C14.6 4.5 15.5 5.4 15.5 6.5 L15.5 8.5 M3 13.5 L9.8 13.5 M14.2 13.5 L21 13.5 M9.8 12 L14.2 12 L14.2 15.2 L9.8 15.2 Z"
)

const (
	grid       = 24
	curveSteps = 10
)

// outline turns a pictogram's path into lines through points, scaled to a side and moved to a place.
func outline(path string, x, y, side float64) [][]float64 {
	p := pen{x: x, y: y, scale: side / grid}
	var operator byte
	var numbers []float64
	for field := range strings.FieldsSeq(path) {
		if n, err := strconv.ParseFloat(strings.TrimLeft(field, "MLCZ"), 64); err == nil {
			if letter := field[0]; letter >= 'A' {
				p.draw(operator, numbers)
				operator, numbers = letter, nil
			}
			numbers = append(numbers, n)
			continue
		}
		p.draw(operator, numbers)
		operator, numbers = field[0], nil
	}
	p.draw(operator, numbers)
	p.end()
	return p.lines
}

// pen follows a path.
type pen struct {
	x, y, scale float64
	lines       [][]float64
	line        []float64
	at          [2]float64 // on the grid
}

func (p *pen) to(x, y float64) {
	p.at = [2]float64{x, y}
	p.line = append(p.line, p.x+x*p.scale, p.y+y*p.scale)
}

func (p *pen) end() {
	if len(p.line) > 0 {
		p.lines, p.line = append(p.lines, p.line), nil
	}
}

func (p *pen) draw(operator byte, n []float64) {
	switch operator {
	case 'M':
		p.end()
		p.to(n[0], n[1])
	case 'L':
		p.to(n[0], n[1])
	case 'C':
		from := p.at
		for i := 1; i <= curveSteps; i++ {
			t := float64(i) / curveSteps
			p.to(bezier(t, from[0], n[0], n[2], n[4]), bezier(t, from[1], n[1], n[3], n[5]))
		}
	case 'Z':
		p.line = append(p.line, p.line[0], p.line[1])
		p.end()
	}
}

func bezier(t, a, b, c, d float64) float64 {
	u := 1 - t
	return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d
}
