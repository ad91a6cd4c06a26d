package template

import "slices"

// Clone is a copy that shares nothing with the template: it may be changed.
func (t Template) Clone() Template {
	t.Blocks = slices.Clone(t.Blocks)
	for i, b := range t.Blocks {
		t.Blocks[i] = b.Clone()
	}
	return t
}

// Clone is a copy that shares nothing with the block.
func (b Block) Clone() Block {
	b.Choices, b.Sources = slices.Clone(b.Choices), slices.Clone(b.Sources)
	w := &b.When
	w.Product, w.Share, w.Place = slices.Clone(w.Product), slices.Clone(w.Share), slices.Clone(w.Place)
	w.Known, w.Unknown = slices.Clone(w.Known), slices.Clone(w.Unknown)
	return b
}

// Unchecked counts the sources that a sentence was never compared with, or that are yet to be read by the
// coop's legal team.
func (t Template) Unchecked() int {
	n := 0
	for _, b := range t.Blocks {
		for _, s := range b.Sources {
			if s.Checked == "" || s.Confirm {
				n++
			}
		}
	}
	return n
}
