package paper

import (
	"bytes"
	"compress/zlib"
	"sync"
	"unicode/utf16"
)

// packer packs bytes. It is kept from page to page: making one takes longer than packing a page.
type packer struct {
	zlib *zlib.Writer
	out  bytes.Buffer
}

var packers = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is one of the package's own
	}
	return &packer{zlib: z}
}}

// packed hands a text over packed. The bytes are good until use returns.
func packed(text []byte, use func(packed []byte)) error {
	p, ok := packers.Get().(*packer)
	if !ok {
		panic("the pool holds packers only")
	}
	defer packers.Put(p)
	p.out.Reset()
	p.zlib.Reset(&p.out)
	if _, err := p.zlib.Write(text); err != nil {
		return err
	}
	if err := p.zlib.Close(); err != nil {
		return err
	}
	use(p.out.Bytes())
	return nil
}

// hexText is a text of the document's facts.
func hexText(text string) string {
	return "<" + string(appendHex([]byte("FEFF"), utf16.Encode([]rune(text))...)) + ">"
}

// appendHex writes numbers of two bytes each.
func appendHex(out []byte, units ...uint16) []byte {
	const digits = "0123456789ABCDEF"
	for _, u := range units {
		out = append(out, digits[u>>12], digits[u>>8&0xF], digits[u>>4&0xF], digits[u&0xF])
	}
	return out
}
