package coop

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var clock = regexp.MustCompile(`^(\d{1,2})\s*(?:[hH:.]\s*(\d{2})?)?$`)

// ReadHour reads an hour as people write it, « 18 h 30 », « 18h », « 18:30 », and gives it as an Event keeps
// it, « 18:30 »; nothing stays nothing. ok is false for what is no hour.
func ReadHour(text string) (hour string, ok bool) {
	const hours, minutes = 24, 60
	text = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text))
	if text == "" {
		return "", true
	}
	found := clock.FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	h, err := strconv.Atoi(found[1])
	m := 0
	if err == nil && found[2] != "" {
		m, err = strconv.Atoi(found[2])
	}
	if err != nil || h >= hours || m >= minutes {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}

// HourMinutes is an Event's hour in minutes after midnight; ok is false when it has none.
func HourMinutes(hour string) (minutes int, ok bool) {
	const anHour = 60
	read, fine := ReadHour(hour)
	if !fine || read == "" {
		return 0, false
	}
	h, wrong := strconv.Atoi(read[:2])
	m, err := strconv.Atoi(read[3:])
	return h*anHour + m, wrong == nil && err == nil
}
