package press

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime"
	"slices"
	"sync"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// onePaper is a paper of a batch, or the reason why there is none.
type onePaper struct {
	item  coop.BatchItem
	pages []*paper.Page
	alone bool   // each of them has a sheet of its own
	pdf   []byte // its own pages as a PDF by itself
	at    time.Time
	why   *coop.RefusalError
}

func (o onePaper) done() coop.BatchDone {
	d := coop.BatchDone{Place: o.item.Place, Household: o.item.Household, At: o.at}
	if o.why != nil {
		d.Why, d.Args = o.why.Key, o.why.Args
		return d
	}
	sum := sha256.Sum256(o.pdf)
	d.Hash = hex.EncodeToString(sum[:])
	return d
}

// makeSome makes the papers of some households, several at a time. With an error, such as the
// context's end, it gives those that were made, from the first one on without a gap.
func (p *Press) makeSome(ctx context.Context, by coop.Actor, b coop.Batch, items []coop.BatchItem) ([]onePaper, error) {
	made, errs := make([]onePaper, len(items)), make([]error, len(items))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		workers.Go(func() {
			for i := range next {
				made[i], errs[i] = p.makeOne(ctx, by, b, items[i])
			}
		})
	}
	for i := range items {
		next <- i
	}
	close(next)
	workers.Wait()
	if failed := slices.IndexFunc(errs, func(err error) bool { return err != nil }); failed >= 0 {
		return made[:failed], errs[failed]
	}
	return made, nil
}

// makeOne makes a household's paper. A refusal is what came of it; any other error is nobody's fault and
// stops the batch.
func (p *Press) makeOne(ctx context.Context, by coop.Actor, b coop.Batch, item coop.BatchItem) (onePaper, error) {
	one := onePaper{item: item}
	if err := ctx.Err(); err != nil {
		return one, err
	}
	made, err := p.Pages(ctx, by, Order{
		Kind: b.Kind, Household: item.Household, Event: b.Asked.Event, ReplyBy: b.Asked.ReplyBy, Second: b.Asked.Second,
	})
	if refusal, ok := errors.AsType[*coop.RefusalError](err); ok {
		one.why = refusal
		return one, nil
	}
	if err != nil {
		return one, err
	}
	one.pages, one.alone, one.at = made.Pages, made.Alone, made.At
	var pdf bytes.Buffer
	if err := paper.WritePages(&pdf, made.Pages, Fonts(), made.At); err != nil {
		return one, err
	}
	one.pdf = pdf.Bytes()
	return one, nil
}
