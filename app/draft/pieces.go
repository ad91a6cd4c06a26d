package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PieceKind says in which of two texts a piece stands.
type PieceKind string

// The kinds of piece.
const (
	Kept PieceKind = "kept"
	Gone PieceKind = "gone"
	New  PieceKind = "new"
)

// Piece is a run of words with the blanks behind them, one at least where another piece follows. The
// pieces that are kept or new make the new text, those that are kept or gone the old one, blanks aside.
type Piece struct {
	Text string
	Kind PieceKind
}

// mostCompared bounds the table of a comparison; longer texts are compared as wholes, but for what
// they begin and end with.
const mostCompared = 1 << 20

// Pieces compares two texts word by word.
func Pieces(before, after string) []Piece {
	old, now := split(before), split(after)
	var all []Piece
	i, j := 0, 0
	for _, run := range common(bareAll(old), bareAll(now)) {
		var word string
		switch run.kind {
		case Gone:
			word, i = old[i], i+1
		case New:
			word, j = now[j], j+1
		default:
			word, i, j = now[j], i+1, j+1
		}
		n := len(all)
		if n > 0 && !endsInBlank(all[n-1].Text) {
			all[n-1].Text += " "
		}
		if n > 0 && all[n-1].Kind == run.kind {
			all[n-1].Text += word
			continue
		}
		all = append(all, Piece{word, run.kind})
	}
	return all
}

func endsInBlank(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(last)
}

// bareAll is words without the blanks behind them.
func bareAll(words []string) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = strings.TrimSpace(word)
	}
	return all
}

// split is a text in words, each with the blanks behind it; blanks at the beginning stand alone.
func split(text string) []string {
	var words []string
	start, blank := 0, false
	for i, c := range text {
		space := unicode.IsSpace(c)
		if blank && !space {
			words = append(words, text[start:i])
			start = i
		}
		blank = space
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

// matched is an item of two lists.
type matched[T comparable] struct {
	item T
	kind PieceKind
}

// common puts two lists side by side along their longest common row.
func common[T comparable](old, now []T) []matched[T] {
	var head, tail []matched[T]
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		head = append(head, matched[T]{old[0], Kept})
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		tail = append(tail, matched[T]{old[len(old)-1], Kept})
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	if len(old)*len(now) > mostCompared {
		head = append(head, all(old, Gone)...)
		head = append(head, all(now, New)...)
	} else {
		head = append(head, middle(old, now)...)
	}
	for i := len(tail) - 1; i >= 0; i-- {
		head = append(head, tail[i])
	}
	return head
}

func all[T comparable](items []T, kind PieceKind) []matched[T] {
	found := make([]matched[T], len(items))
	for i, item := range items {
		found[i] = matched[T]{item, kind}
	}
	return found
}

// middle is common for lists that neither begin nor end alike. What is gone stands before what is new.
func middle[T comparable](old, now []T) []matched[T] {
	length := make([][]int, len(old)+1) // of the longest row common to old[i:] and new[j:]
	for i := range length {
		length[i] = make([]int, len(now)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if old[i] == now[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var found []matched[T]
	i, j := 0, 0
	for i < len(old) || j < len(now) {
		switch {
		case i < len(old) && j < len(now) && old[i] == now[j]:
			found = append(found, matched[T]{old[i], Kept})
			i, j = i+1, j+1
		case j == len(now) || i < len(old) && length[i+1][j] >= length[i][j+1]:
			found = append(found, matched[T]{old[i], Gone})
			i++
		default:
			found = append(found, matched[T]{now[j], New})
			j++
		}
	}
	return found
}
