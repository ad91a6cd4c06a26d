package paper

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
)

// Facts are what a PDF says of itself. They name no person.
type Facts struct {
	Title    string
	Author   string
	Language string // « fr »: screen readers need it
}

// ErrNoPage says that a book was closed without a page.
var ErrNoPage = errors.New("a PDF needs a page")

// errClosed says that a book was added to after its end.
var errClosed = errors.New("the PDF is closed")

// Book is a PDF of any number of pages, written page by page as they come: what stays in memory is where
// each object begins and what the bookmarks say. The same pages, fonts, facts and instant give the same
// bytes. A book is used by one goroutine at a time.
type Book struct {
	out       *bufio.Writer
	at        int64   // bytes written
	starts    []int64 // where each object begins, from number 1 on; 0 is an object yet to come
	err       error   // the first one: nothing is written after it
	facts     Facts
	made      time.Time
	faces     map[int]face
	used      map[int]*usedFace // by face
	usedSigns map[int]*usedSigns
	pictures  map[[sha256.Size]byte]int
	pages     []int // their objects' numbers
	bookmarks []bookmark
	pencil    pdfPencil
}

type bookmark struct {
	title string
	page  int // its object's number
}

// The objects that every book has, numbered before they are written.
const (
	catalogue = iota + 1
	pageTree
	infoObject
	fontList
	firstFree
)

// NewBook begins a PDF, made at an instant, on a writer.
func NewBook(w io.Writer, fonts Fonts, facts Facts, made time.Time) (*Book, error) {
	b := &Book{
		out: bufio.NewWriter(w), starts: make([]int64, firstFree-1), facts: facts, made: made.UTC(),
		used: map[int]*usedFace{}, usedSigns: map[int]*usedSigns{}, pictures: map[[sha256.Size]byte]int{},
	}
	var err error
	if b.faces, err = facesOf(fonts); err != nil {
		return nil, fmt.Errorf("make pdf: %w", err)
	}
	b.pencil.book = b
	b.write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // four bytes above 127 say that the file is not plain text
	return b, b.err
}

// Add writes a page. A bookmark, unless it is empty, leads readers to it.
func (b *Book) Add(page *Page, title string) error {
	if b.err != nil {
		return b.err
	}
	text := b.pencil.draw(page)
	var stream int
	b.fail(packed(text, func(packed []byte) { stream = b.stream("/Filter /FlateDecode", packed) }))
	number := b.begin()
	b.write(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R\n/Resources <</Font %d 0 R /XObject <<%s>>>>>>\n",
		pageTree, page.Width*perInch, page.Height*perInch, stream, fontList, b.pencil.named()))
	b.end()
	b.pages = append(b.pages, number)
	if title != "" {
		b.bookmarks = append(b.bookmarks, bookmark{title, number})
	}
	return b.err
}

// Close writes what can only be known at the end: the fonts, with the letters that were used, the lists of
// pages and of bookmarks, and where each object lies. It does not close the writer.
func (b *Book) Close() error {
	if b.err == nil && len(b.pages) == 0 {
		b.err = fmt.Errorf("make pdf: %w", ErrNoPage)
	}
	if b.err != nil {
		return b.err
	}
	b.writeFonts()
	outline := b.writeBookmarks()
	b.object(pageTree, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(b.pages), references(b.pages)))
	day := b.made.Format("20060102150405")
	b.object(infoObject, fmt.Sprintf("<</Title %s /Author %s /Creator (Bienvenue) /Producer (Bienvenue)\n/CreationDate (D:%sZ) /ModDate (D:%sZ)>>",
		hexText(b.facts.Title), hexText(b.facts.Author), day, day))
	b.object(catalogue, fmt.Sprintf("<</Type /Catalog /Pages %d 0 R /Lang %s%s\n/ViewerPreferences <</DisplayDocTitle true /PrintScaling /None>>>>",
		pageTree, hexText(b.facts.Language), outline))
	table := b.at
	b.write(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(b.starts)+1))
	for _, start := range b.starts {
		b.write(fmt.Sprintf("%010d 00000 n \n", start))
	}
	b.write(fmt.Sprintf("trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(b.starts)+1, catalogue, infoObject, table))
	if err := b.out.Flush(); b.err == nil {
		b.err = err
	}
	if b.err != nil {
		return b.err
	}
	b.err = errClosed
	return nil
}

// writeFonts writes the fonts that were used and the list of them.
func (b *Book) writeFonts() {
	var list strings.Builder
	for _, number := range slices.Sorted(maps.Keys(b.used)) {
		object, err := b.embed(b.used[number])
		if err != nil {
			b.fail(err)
			return
		}
		fmt.Fprintf(&list, "/F%d %d 0 R ", number, object)
	}
	for _, number := range slices.Sorted(maps.Keys(b.usedSigns)) {
		object, err := b.embedSigns(b.usedSigns[number])
		if err != nil {
			b.fail(err)
			return
		}
		fmt.Fprintf(&list, "/G%d %d 0 R ", number, object)
	}
	b.object(fontList, "<<"+list.String()+">>")
}

// writeBookmarks writes the bookmarks and gives what the catalogue says of them.
func (b *Book) writeBookmarks() string {
	if len(b.bookmarks) == 0 {
		return ""
	}
	root := b.reserve()
	first := root + 1
	last := root + len(b.bookmarks)
	for i, one := range b.bookmarks {
		number := b.begin()
		b.write(fmt.Sprintf("<</Title %s /Parent %d 0 R /Dest [%d 0 R /Fit]", hexText(one.title), root, one.page))
		if i > 0 {
			b.write(fmt.Sprintf(" /Prev %d 0 R", number-1))
		}
		if number < last {
			b.write(fmt.Sprintf(" /Next %d 0 R", number+1))
		}
		b.write(">>\n")
		b.end()
	}
	b.object(root, fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", first, last, len(b.bookmarks)))
	return fmt.Sprintf(" /PageMode /UseOutlines /Outlines %d 0 R", root)
}

// picture writes a picture the first time it is drawn and gives its number.
func (b *Book) picture(one picture) int {
	number, ok := b.pictures[one.source]
	if !ok {
		number = b.stream(one.head, one.rows)
		b.pictures[one.source] = number
	}
	return number
}

// object writes a numbered object that had been reserved.
func (b *Book) object(number int, body string) {
	b.starts[number-1] = b.at
	b.write(fmt.Sprintf("%d 0 obj\n%s\n", number, body))
	b.end()
}

// stream writes an object of packed bytes, described by a head, and gives its number.
func (b *Book) stream(head string, packed []byte) int {
	number := b.begin()
	b.write(fmt.Sprintf("<<%s /Length %d>>\nstream\n", head, len(packed)))
	b.writeBytes(packed)
	b.write("\nendstream\n")
	b.end()
	return number
}

// reserve gives the number of an object yet to come.
func (b *Book) reserve() int {
	b.starts = append(b.starts, 0)
	return len(b.starts)
}

func (b *Book) begin() int {
	number := b.reserve()
	b.starts[number-1] = b.at
	b.write(fmt.Sprintf("%d 0 obj\n", number))
	return number
}

func (b *Book) end() { b.write("endobj\n") }

func (b *Book) write(text string) {
	if b.err != nil {
		return
	}
	n, err := b.out.WriteString(text)
	b.at += int64(n)
	b.fail(err)
}

func (b *Book) writeBytes(bytes []byte) {
	if b.err != nil {
		return
	}
	n, err := b.out.Write(bytes)
	b.at += int64(n)
	b.fail(err)
}

// fail keeps the first error.
func (b *Book) fail(err error) {
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("make pdf: %w", err)
	}
}

func references(numbers []int) string {
	var all strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&all, "%d 0 R ", n)
	}
	return all.String()
}
