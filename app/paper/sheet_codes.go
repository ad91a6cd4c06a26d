package paper

import (
	"fmt"
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// codeText is a code of the sheet: its dark modules, what it is, and what it holds as one reads it.
type codeText struct {
	kind    coop.CodeKind
	dark    [][]bool
	caption said
	clear   string
}

// codes makes the codes of the sheet. They hold what is the coop's own and nothing of the household.
func (t *teller) codes() ([]codeText, error) {
	var all []codeText
	for _, kind := range t.Codes {
		one := codeText{kind: kind}
		var err error
		switch kind {
		case coop.CodeArea:
			one.caption, one.clear = t.say("code.area"), inClear(t.Coop.TenantArea)
			one.dark, err = code(withScheme(t.Coop.TenantArea))
		case coop.CodeCulture:
			one.caption, one.clear = t.say("code.culture"), inClear(t.Coop.CulturePage)
			one.dark, err = code(withScheme(t.Coop.CulturePage))
		case coop.CodePage:
			one.caption, one.clear = t.say("code.page"), inClear(t.Coop.CoopPage)
			one.dark, err = code(withScheme(t.Coop.CoopPage))
		case coop.CodeAgm:
			one.caption, one.clear = t.say("code.agm"), t.meeting(coop.SheetDate{Day: t.Agm.Day}).text
			one.dark, err = code(eventCode(t.Agm, nobodyElse(t.Agm.Title, t.say("code.agm.event").text)))
		case coop.CodeCard:
			phone := nobodyElse(t.Officer.Phone, t.Coop.AgencyPhone)
			one.caption, one.clear = t.say("code.card"), list([]string{t.Officer.Name, held(t.speech.Phone(phone))}, ", ")
			one.dark, err = code(cardCode(t.Officer.Name, t.Coop.Name, phone))
		}
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// eventCode is an event as phones take it into their diary. Its hour is that of the clock on the wall
// (RFC 5545, section 3.3.5, form 1): it stays 18 h 30 whatever zone the phone is in. Without an hour it
// takes the whole day.
func eventCode(e coop.Event, title string) string {
	day := strings.ReplaceAll(string(e.Day), "-", "")
	start := "DTSTART;VALUE=DATE:" + day
	if minutes, ok := minutesOf(e.Hour); ok {
		start = fmt.Sprintf("DTSTART:%sT%02d%02d00", day, minutes/60, minutes%60)
	}
	lines := []string{"BEGIN:VEVENT", "SUMMARY:" + escaped(title), start}
	if e.Place != "" {
		lines = append(lines, "LOCATION:"+escaped(e.Place))
	}
	return strings.Join(append(lines, "END:VEVENT"), "\r\n")
}

// cardCode is a contact card (vCard 3.0, RFC 2426): a colleague's name and telephone at work.
func cardCode(name, company, phone string) string {
	lines := []string{"BEGIN:VCARD", "VERSION:3.0", "N:" + escaped(name) + ";;;;", "FN:" + escaped(name)}
	if company != "" {
		lines = append(lines, "ORG:"+escaped(company))
	}
	return strings.Join(append(lines, "TEL;TYPE=WORK:"+dialled(phone), "END:VCARD"), "\r\n")
}

// escaped writes a text as iCalendar and vCard files have it.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`).Replace(text)
}

// dialled is a French number as it is dialled from everywhere.
func dialled(phone string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
	if len(digits) == 10 && digits[0] == '0' {
		return "+33" + digits[1:]
	}
	return digits
}

// minutesOf is an hour such as « 18:30 » in minutes after midnight.
func minutesOf(hour string) (minutes int, ok bool) {
	h, m, _ := strings.Cut(hour, ":")
	hours, err := strconv.Atoi(h)
	rest, wrong := strconv.Atoi(m)
	if err != nil || wrong != nil || hours < 0 || hours > 23 || rest < 0 || rest > 59 {
		return 0, false
	}
	return hours*60 + rest, true
}
