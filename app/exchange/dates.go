package exchange

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"bienvenue/app/coop"
)

// separatorForKeys stands between the parts of a key; no file holds it.
const separatorForKeys = "\x1f"

// order is how a file writes its days.
type order string

const (
	dayFirst   order = "dmy"
	monthFirst order = "mdy"
	yearFirst  order = "ymd"
	serials    order = "serial" // days counted since 1899-12-30, as spreadsheets do

	eitherFirst order = "?" // 03/04/2026 alone does not tell
)

// Bounds of what is taken for a day of somebody's contract.
const (
	firstYear   = 1900
	endlessYear = 2099 // from here on a day means « no end »
	firstSerial = 18264
	lastSerial  = 73050
)

var dateFields = []string{
	fieldEntry, fieldDelivery, fieldSigned, fieldExit, fieldReception, fieldOption, fieldShareDay,
}

// numbers are the parts of a day as they stand, and whether they stand in one run.
func numbers(cell string) (parts []string, ok bool) {
	cell, _, _ = strings.Cut(strings.ToUpper(cell), "T")
	cell, _, _ = strings.Cut(cell, " ")
	parts = strings.FieldsFunc(cell, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	for _, p := range parts {
		if _, err := strconv.Atoi(p); err != nil || len(p) > 8 || p[0] == '+' || p[0] == '-' {
			return nil, false
		}
	}
	return parts, len(parts) == 1 || len(parts) == 3
}

// shapeOf says how a cell writes a day: an order when the cell itself tells it, "day or month" when
// it may be either of two, "" when it is no day at all.
func shapeOf(cell string) order {
	parts, ok := numbers(cell)
	switch {
	case !ok:
		return ""
	case len(parts) == 1:
		return shapeOfRun(parts[0])
	case len(parts[0]) == 4:
		return yearFirst
	case len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) > 4:
		return ""
	}
	const lastMonth = "12"
	past := func(part string) bool { return len(part) == len(lastMonth) && part > lastMonth }
	switch first, second := past(parts[0]), past(parts[1]); {
	case first && !second:
		return dayFirst
	case second && !first:
		return monthFirst
	}
	return eitherFirst
}

// shapeOfRun tells 20261123 from the day counts of spreadsheets.
func shapeOfRun(run string) order {
	n, err := strconv.Atoi(run)
	switch {
	case err != nil:
		return ""
	case len(run) == 8:
		return yearFirst
	case n >= firstSerial && n <= lastSerial && len(run) == 5:
		return serials
	}
	return ""
}

// dateOrder finds how the file writes its days: by the days that can be read one way only.
func (t *table) dateOrder() order {
	votes := map[order]int{}
	for _, field := range dateFields {
		i, ok := t.at[field]
		if !ok {
			continue
		}
		for _, row := range t.rows {
			if i < len(row.cells) && row.cells[i] != "" {
				votes[shapeOf(row.cells[i])]++
			}
		}
	}
	switch {
	case votes[monthFirst] > 0 && votes[dayFirst] == 0:
		return monthFirst
	case votes[dayFirst]+votes[eitherFirst] > 0:
		return dayFirst
	case votes[yearFirst] > 0:
		return yearFirst
	case votes[serials] > 0:
		return serials
	}
	return dayFirst
}

// dateReader reads days as one file writes them.
type dateReader struct {
	order order
	today coop.Day
}

// read gives the day of a cell. A day that means « none » or « no end » gives "" and no complaint;
// good is false when the cell cannot be read.
func (d dateReader) read(cell string) (day coop.Day, good bool) {
	parts, ok := numbers(cell)
	if !ok || len(parts) == 0 {
		return "", cell == ""
	}
	if len(parts) == 1 {
		return d.readRun(parts[0])
	}
	y, m, n := parts[2], parts[1], parts[0]
	switch {
	case len(parts[0]) == 4:
		y, m, n = parts[0], parts[1], parts[2]
	case d.order == monthFirst:
		m, n = n, m
	case d.order == yearFirst && len(parts[2]) <= 2 && len(parts[0]) == 2:
		y, m, n = parts[0], parts[1], parts[2]
	}
	return d.make(y, m, n)
}

// readRun reads 20261123, 23112026 and the day counts of spreadsheets.
func (d dateReader) readRun(run string) (coop.Day, bool) {
	if len(run) == 8 {
		if day, good := d.make(run[:4], run[4:6], run[6:]); good {
			return day, true
		}
		return d.make(run[4:], run[2:4], run[:2])
	}
	n, err := strconv.Atoi(run)
	switch {
	case err != nil:
		return "", false
	case n == 0:
		return "", true
	case n >= firstSerial && n <= lastSerial:
		return coop.MakeDay(1899, time.December, 30+n), true
	case n > lastSerial && n <= 2958465: // the last day of year 9999
		return "", true
	}
	return "", false
}

// make puts a day together. Year 0 or 9999, and the first days that spreadsheets count from, are no day.
func (d dateReader) make(year, month, day string) (coop.Day, bool) {
	y, errY := strconv.Atoi(year)
	m, errM := strconv.Atoi(month)
	n, errN := strconv.Atoi(day)
	if err := errors.Join(errY, errM, errN); err != nil {
		return "", false
	}
	if y < 100 && len(year) <= 2 && (m != 0 || n != 0) {
		y = d.century(y)
	}
	switch {
	case isNoDay(y, m, n):
		return "", true
	case y < firstYear || y > 9999 || m < 1 || m > 12 || n < 1 || n > 31:
		return "", false
	}
	made := coop.MakeDay(y, time.Month(m), n)
	_, _, got := made.Date()
	if got != n {
		return "", false // 31 June
	}
	return made, true
}

// isNoDay knows the days that systems write for « none » or « no end ».
func isNoDay(y, m, n int) bool {
	begin := y == firstYear && m == 1 && n == 1 || y == firstYear-1
	return y == 0 || y == 1 || m == 0 && n == 0 || y >= endlessYear && y <= 9999 || begin
}

// century completes a year of two figures: no later than thirty years from today.
func (d dateReader) century(y int) int {
	now, _, _ := d.today.Date()
	full := now - now%100 + y
	if full > now+30 {
		full -= 100
	}
	return full
}
