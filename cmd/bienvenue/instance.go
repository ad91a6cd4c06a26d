package main

import (
	"bufio"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

// errTaken says that another window has the archive open.
var errTaken = errors.New("the archive is open in another window")

// bell is how a second window of the same archive calls the first one to the front: the first one
// holds a lock beside the archive and listens on the computer's own loopback; the lock file says
// where, with a secret that only its owner can read.
type bell struct {
	file     *os.File
	path     string
	listener net.Listener
	secret   string
}

// doorplate is what the lock file says.
type doorplate struct {
	Host    string `json:"host"` // where the window is open
	Address string `json:"address"`
	Secret  string `json:"secret"`
}

// takenError says on which computer the archive is open when its window cannot be called.
type takenError struct{ host string }

// Error implements error.
func (e *takenError) Error() string { return errTaken.Error() + " on " + e.host }

// Unwrap lets errors.Is find errTaken.
func (e *takenError) Unwrap() error { return errTaken }

const callWithin = 3 * time.Second // for a window on the same computer to answer

// hang locks an archive for this window. When another window of this computer has it, that one is
// called to the front and the answer is errTaken; when it cannot be called, a *takenError says where
// it is open.
func hang(archive, host string) (*bell, error) {
	path := archive + ".window"
	file, err := lockFile(path)
	if errors.Is(err, errTaken) {
		return nil, call(path)
	}
	if err != nil {
		return nil, err
	}
	b := &bell{file: file, path: path, secret: rand.Text()}
	if err := b.announce(host); err != nil {
		return nil, errors.Join(err, b.take())
	}
	return b, nil
}

func (b *bell) announce(host string) (err error) {
	if b.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return fmt.Errorf("listen for a second window: %w", err)
	}
	plate, err := json.Marshal(doorplate{Host: host, Address: b.listener.Addr().String(), Secret: b.secret})
	if err != nil {
		return fmt.Errorf("write the lock: %w", err)
	}
	if err := b.file.Truncate(0); err != nil {
		return fmt.Errorf("write the lock: %w", err)
	}
	if _, err := b.file.WriteAt(plate, 0); err != nil {
		return fmt.Errorf("write the lock: %w", err)
	}
	return nil
}

// listen calls rung each time a second window calls, until the bell is taken down.
func (b *bell) listen(rung func()) {
	for {
		visitor, err := b.listener.Accept()
		if err != nil {
			return
		}
		go b.answer(visitor, rung)
	}
}

const longestCall = 256 // bytes

func (b *bell) answer(visitor net.Conn, rung func()) {
	defer func() { _ = visitor.Close() }() //nolint:errcheck // the visitor has hung up already
	if err := visitor.SetDeadline(time.Now().Add(callWithin)); err != nil {
		return
	}
	said, err := bufio.NewReader(io.LimitReader(visitor, longestCall)).ReadString('\n')
	if err != nil || subtle.ConstantTimeCompare([]byte(strings.TrimSpace(said)), []byte(b.secret)) != 1 {
		return
	}
	rung()
	if _, err := io.WriteString(visitor, "here\n"); err != nil {
		return
	}
}

// take removes the bell: the archive is free for another window.
func (b *bell) take() error {
	var errs []error
	if b.listener != nil {
		errs = append(errs, b.listener.Close())
	}
	return errors.Join(append(errs, b.file.Truncate(0), b.file.Close())...)
}

// call rings the first window; it always returns an error that is errTaken.
func call(path string) error {
	text, err := os.ReadFile(path)
	var plate doorplate
	if err != nil || json.Unmarshal(text, &plate) != nil {
		return &takenError{}
	}
	line, err := net.DialTimeout("tcp", plate.Address, callWithin)
	if err != nil {
		return &takenError{plate.Host}
	}
	defer func() { _ = line.Close() }() //nolint:errcheck // all has been said
	if err := line.SetDeadline(time.Now().Add(callWithin)); err != nil {
		return &takenError{plate.Host}
	}
	if _, err := io.WriteString(line, plate.Secret+"\n"); err != nil {
		return &takenError{plate.Host}
	}
	answer, err := bufio.NewReader(line).ReadString('\n')
	if err != nil || strings.TrimSpace(answer) != "here" {
		return &takenError{plate.Host}
	}
	return errTaken
}
