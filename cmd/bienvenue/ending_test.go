package main

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestTheProgramLeavesWhenTheToolkitWaitsForEver(t *testing.T) {
	test.NewTempApp(t)
	left := make(chan struct{})
	s := &session{window: test.NewWindow(widget.NewLabel("")), leave: func() { close(left) }}
	over := s.watchEnd()
	defer over()
	s.window.Close()
	select {
	case <-left:
	case <-time.After(4 * endsWithin):
		t.Error("a program without a window goes on")
	}
}

func TestAProgramThatEndsByItselfIsLeftInPeace(t *testing.T) {
	test.NewTempApp(t)
	left := make(chan struct{})
	s := &session{window: test.NewWindow(widget.NewLabel("")), leave: func() { close(left) }}
	over := s.watchEnd()
	s.window.Close()
	over()
	select {
	case <-left:
		t.Error("the program was ended a second time")
	case <-time.After(endsWithin + time.Second):
	}
}
