package paper_test

import (
	"fmt"
	"io"
	"sync"
	"testing"

	"bienvenue/app/coop"
)

// BenchmarkThousandSheets makes a thousand different sheets, each its own PDF, on two goroutines,
// and reports the seconds they took.
func BenchmarkThousandSheets(b *testing.B) {
	const sheets, hands = 1000, 2
	french := tongue(b, coop.WelcomeSheet, "fr")
	all := make([]coop.Sheet, sheets)
	for i := range all {
		all[i] = []coop.Sheet{tenant(), psla(), vefa(), copro()}[i%4]
		all[i].Household.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: fmt.Sprintf("Lefèvre %d", i)}}
	}
	for b.Loop() {
		var group sync.WaitGroup
		for hand := range hands {
			group.Go(func() {
				for i := hand; i < sheets; i += hands {
					if err := write(io.Discard, all[i], french, nil); err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
		group.Wait()
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/1000")
}
