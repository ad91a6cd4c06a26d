package paper_test

import (
	"bytes"
	"sync"
	"testing"

	"bienvenue/app/coop"
)

// TestSheetsAreMadeSeveralAtOnce makes the same sheets by several hands: they share fonts and codes.
func TestSheetsAreMadeSeveralAtOnce(t *testing.T) {
	french := tongue(t, coop.WelcomeSheet, "fr")
	sheets := []coop.Sheet{tenant(), psla(), vefa(), copro()}
	var want [4]bytes.Buffer
	for i, s := range sheets {
		if err := write(&want[i], s, french, nil); err != nil {
			t.Fatal(err)
		}
	}
	var hands sync.WaitGroup
	for range 3 {
		hands.Go(func() {
			for i, s := range sheets {
				var got bytes.Buffer
				if err := write(&got, s, french, nil); err != nil || !bytes.Equal(got.Bytes(), want[i].Bytes()) {
					t.Errorf("with others sheet %d differs: %v", i, err)
				}
			}
		})
	}
	hands.Wait()
}
