package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// endsWithin is how long the toolkit may take to end once its window has gone.
const endsWithin = 3 * time.Second

// showWindow shows the window and returns when it is closed.
func (s *session) showWindow() {
	over := s.watchEnd()
	defer over()
	s.window.ShowAndRun()
}

// watchEnd sees to it that the program ends when its window does. At its end Fyne 2.8.1 may wait for
// ever: what its lifecycle hands to the screen's goroutine while that one empties its queue for the
// last time is never run (internal/driver/glfw/loop.go), and a program without a window would go on
// holding the archive. What people did is on the disk by then: the program may leave.
func (s *session) watchEnd() (over func()) {
	closed, done := make(chan struct{}, 1), make(chan struct{})
	s.window.SetOnClosed(func() { closed <- struct{}{} })
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-closed:
		case <-asked:
		case <-done:
			return
		}
		select {
		case <-time.After(endsWithin):
			s.leave()
		case <-done:
		}
	}()
	return func() {
		signal.Stop(asked)
		close(done)
	}
}
