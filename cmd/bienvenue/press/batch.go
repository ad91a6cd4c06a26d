package press

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
)

// Batch says how what is left to make of a batch is made into files.
type Batch struct {
	ID       coop.BatchID
	Folder   string // the files are written there; it must be there
	Name     string // of the one PDF, without its ending; "" for the kind of paper and when the batch was begun
	Most     int    // papers in this run, 0 for all that wait
	Each     bool   // one file for each household, else one PDF for the printer
	Failed   bool   // tries again those that failed before
	Words    *i18n.Words
	Progress func(done, total int) // may be nil; called from the goroutine of Run
}

// BatchMade is what came of a run.
type BatchMade struct {
	Batch  coop.BatchRow // as it stands now
	Papers int           // made in this run
	Failed int           // in this run
	File   string        // the one PDF, or the folder of the files; "" when nothing was made
	Pages  int           // in the one PDF
	First  []*paper.Page // the first ones, at most ShownPages
	Alone  bool          // papers begin on any page: printed on both sides, two would come onto one sheet
}

// ShownPages is how many pages of a batch are kept to be shown before they are printed.
const ShownPages = 300

// chunk is how many papers are made, and of single files how many are kept, at a time.
const chunk = 50

// Run makes what is left of a batch. A household whose paper is refused is marked with the reason and does
// not stop the others. When the context ends, what was made until then is finished and kept, and Run gives
// no error: the batch says how many wait.
//
// The order keeps the promise that what the journal says was made lies in a finished file, whenever the
// program is killed: the file is written whole, on the disk and under its name before its papers, their rows
// in the journal and the states of their households are kept, in one transaction; of one PDF all of them, of
// single files some at a time. What was not kept waits, and is made by the next run.
//
// The hash of a paper is that of its own pages as a PDF by itself, made at the instant that is kept with it:
// the same facts printed alone for that instant give the same hash, whatever file it lay in.
func (p *Press) Run(ctx context.Context, by coop.Actor, b Batch) (BatchMade, error) {
	made, err := p.run(ctx, by, b)
	if err != nil {
		return BatchMade{}, fmt.Errorf("make a batch: %w", err)
	}
	return made, nil
}

func (p *Press) run(ctx context.Context, by coop.Actor, b Batch) (BatchMade, error) {
	keep := context.WithoutCancel(ctx) // what was made is kept, whatever was called off
	row, err := p.office.Batch(keep, b.ID)
	if err != nil {
		return BatchMade{}, err
	}
	items, err := p.office.BatchItems(keep, b.ID)
	if err != nil {
		return BatchMade{}, err
	}
	items = slices.DeleteFunc(items, func(i coop.BatchItem) bool {
		return i.State == coop.BatchMade || i.State == coop.BatchFailed && !b.Failed
	})
	if b.Most > 0 {
		items = items[:min(b.Most, len(items))]
	}
	french, err := p.words(i18n.Default) // whoever goes on with it, the files are called the same
	if err != nil {
		return BatchMade{}, err
	}
	r := &batchRun{
		press: p, by: by, Batch: b, batch: row.Batch, kind: fileName(french.T(i18n.PaperKindKey(row.Kind))), began: p.now().In(p.office.Zone()),
	}
	if err := r.makeAll(ctx, keep, items); err != nil {
		return BatchMade{}, errors.Join(err, r.drop())
	}
	if r.out.Batch, err = p.office.Batch(keep, b.ID); err == nil && r.out.Batch.Waiting == 0 {
		r.out.Batch, err = p.office.EndBatch(keep, by, b.ID)
	}
	return r.out, err
}

// batchRun is one run of a batch.
type batchRun struct {
	Batch
	press *Press
	by    coop.Actor
	batch coop.Batch
	kind  string // the kind of paper, as files' names have it
	began time.Time
	out   BatchMade
	file  *batchFile       // the one PDF, nil for single files or before its first paper
	kept  []coop.BatchDone // of the one PDF: kept when it is finished

	single bool // some papers have a sheet for each page
}

// makeAll makes papers chunk by chunk until all are made or the context ends.
func (r *batchRun) makeAll(ctx, keep context.Context, items []coop.BatchItem) error {
	r.tell(0, len(items))
	done := 0
	for some := range slices.Chunk(items, chunk) {
		made, err := r.press.makeSome(ctx, r.by, r.batch, some)
		if err != nil && ctx.Err() == nil {
			return err
		}
		if err := r.write(keep, made); err != nil {
			return err
		}
		done += len(made)
		r.tell(done, len(items))
		if len(made) < len(some) {
			break
		}
	}
	return r.finish(keep)
}

func (r *batchRun) tell(done, total int) {
	if r.Progress != nil {
		r.Progress(done, total)
	}
}

// write puts papers into their files. Those of single files are kept at once.
func (r *batchRun) write(ctx context.Context, made []onePaper) error {
	rows, err := r.press.office.RowsOf(ctx, r.by, households(made))
	if err != nil {
		return err
	}
	var done []coop.BatchDone
	for _, one := range made {
		done = append(done, one.done())
		if one.why != nil {
			r.out.Failed++
			continue
		}
		r.out.Papers++
		if r.Each {
			err = r.writeEach(one)
		} else {
			err = r.writePages(one, r.bookmark(rows[one.item.Household]))
		}
		if err != nil {
			return r.unwritten(err)
		}
	}
	if !r.Each {
		r.kept = append(r.kept, done...)
		return nil
	}
	if err := syncFolder(r.folder()); err != nil {
		return r.unwritten(err)
	}
	return r.press.office.BatchMade(ctx, r.by, r.batch, done)
}

// writeEach writes a paper as a file of its own. Its name says which place of which batch it has, and
// nobody's name: made a second time after the power failed, it takes the place of the first.
func (r *batchRun) writeEach(one onePaper) error {
	folder := r.folder()
	if err := makeFolder(folder); err != nil {
		return err
	}
	r.out.File = folder
	return writeFile(filepath.Join(folder, fmt.Sprintf("%04d-%s.pdf", one.item.Place, r.kind)), one.pdf)
}

// folder is where the single files of the batch lie.
func (r *batchRun) folder() string { return filepath.Join(r.Folder, r.name()) }

// name is what the batch's files are called.
func (r *batchRun) name() string {
	if r.Name != "" && !r.Each {
		return r.Name
	}
	return fmt.Sprintf("%s-%s", r.kind, r.batch.At.In(r.press.office.Zone()).Format("2006-01-02-150405"))
}

// writePages adds a paper to the one PDF, with a bookmark.
func (r *batchRun) writePages(one onePaper, bookmark string) error {
	if r.file == nil {
		first := one.pages[0]
		var err error
		facts := paper.Facts{Title: r.Words.T(i18n.PaperKindKey(r.batch.Kind)), Author: first.Author, Language: first.Language}
		if r.file, err = beginFile(r.Folder, r.name(), facts, r.began); err != nil {
			return err
		}
	}
	for _, page := range r.sheets(one) {
		if err := r.file.book.Add(page, bookmark); err != nil {
			return err
		}
		bookmark = ""
		r.out.Pages++
		if len(r.out.First) < ShownPages {
			r.out.First = append(r.out.First, page)
		}
	}
	return nil
}

// sheets are the pages of a paper as the one PDF has them. A paper with a back fills its sheets, so that the
// next one begins on a sheet of its own when both sides are printed; where some have a back, so does each page
// that has a sheet of its own. Where none has, the whole is printed on one side and no page is left empty.
func (r *batchRun) sheets(one onePaper) []*paper.Page {
	alone := one.alone || len(one.pages) == 1
	r.single = r.single || alone
	if alone && !r.backed() {
		return one.pages
	}
	var filled []*paper.Page
	for i, page := range one.pages {
		filled = append(filled, page)
		if alone || i == len(one.pages)-1 && len(one.pages)%2 == 1 {
			filled = append(filled, &paper.Page{Width: page.Width, Height: page.Height})
		}
	}
	return filled
}

// backed says whether papers of the batch may have another language on their back. A questionnaire is in one
// language or the other.
func (r *batchRun) backed() bool {
	return r.batch.Asked.Second != "" && r.batch.Kind != coop.Questionnaire
}

// finish ends the one PDF and keeps what lies in it.
func (r *batchRun) finish(ctx context.Context) error {
	if r.Each {
		return nil
	}
	if r.file != nil {
		path, err := r.file.finish(r.name())
		if err != nil {
			return r.unwritten(err)
		}
		r.out.File = path
		r.out.Alone = r.single && !r.backed()
	}
	if len(r.kept) == 0 {
		return nil
	}
	return r.press.office.BatchMade(ctx, r.by, r.batch, r.kept)
}

// drop takes away a PDF whose papers could not be kept: nobody must post what the journal does not know.
func (r *batchRun) drop() error {
	if r.file == nil {
		return nil
	}
	return r.file.drop()
}

func (r *batchRun) unwritten(err error) error {
	return fmt.Errorf("%w: %w", err, coop.Refuse("batch.refused.write", map[string]any{"Path": r.Folder}))
}

// bookmark is what helps whoever sorts the post: where the paper goes, then to whom.
func (r *batchRun) bookmark(row coop.Row) string {
	return r.Words.T("batch.bookmark", i18n.Args{
		"Town": row.Town, "Where": r.Words.Where(row.Residence, row.Dwelling), "Names": r.Words.People(row.Holders),
	})
}

func households(made []onePaper) []coop.HouseholdID {
	ids := make([]coop.HouseholdID, len(made))
	for i, one := range made {
		ids[i] = one.item.Household
	}
	return ids
}
