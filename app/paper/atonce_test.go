package paper_test

import (
	"bytes"
	"sync"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// TestSheetsAreMadeSeveralAtOnce makes the same sheets by several hands: they share fonts and codes.
func TestSheetsAreMadeSeveralAtOnce(t *testing.T) {
	french, set := words(t, "fr"), fonts()
	sheets := []coop.Sheet{tenant(), psla(), vefa(), copro()}
	var want [4]bytes.Buffer
	for i, s := range sheets {
		if err := paper.WelcomeSheet(&want[i], s, french, set, made); err != nil {
			t.Fatal(err)
		}
	}
	var hands sync.WaitGroup
	for range 3 {
		hands.Go(func() {
			for i, s := range sheets {
				var got bytes.Buffer
				if err := paper.WelcomeSheet(&got, s, french, set, made); err != nil || !bytes.Equal(got.Bytes(), want[i].Bytes()) {
					t.Errorf("with others sheet %d differs: %v", i, err)
				}
			}
		})
	}
	hands.Wait()
}
