package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
)

// Fields of an X window dump's header that are read here, counted in words of
// four bytes, most significant byte first.
const (
	xwdHeaderSize = 0
	xwdVersion    = 1
	xwdWidth      = 4
	xwdHeight     = 5
	xwdByteOrder  = 7
	xwdBits       = 11
	xwdStride     = 12
	xwdColors     = 19
	xwdWords      = 25
)

// decodeXWD reads the file of pixels that Xvfb keeps: an X window dump with
// four bytes a pixel, blue first.
func decodeXWD(data []byte) (*image.RGBA, error) {
	if len(data) < 4*xwdWords {
		return nil, errors.New("not a window dump: too short")
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	if word(xwdVersion) != 7 || word(xwdBits) != 32 || word(xwdByteOrder) != 0 {
		return nil, fmt.Errorf("a window dump of another kind: version %d, %d bits a pixel, byte order %d",
			word(xwdVersion), word(xwdBits), word(xwdByteOrder))
	}
	width, height, stride := word(xwdWidth), word(xwdHeight), word(xwdStride)
	begin := word(xwdHeaderSize) + 12*word(xwdColors)
	if width <= 0 || height <= 0 || stride < 4*width || len(data) < begin+height*stride {
		return nil, errors.New("a window dump without its pixels")
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := data[begin+y*stride:], img.Pix[y*img.Stride:]
		for x := 0; x < 4*width; x += 4 {
			to[x], to[x+1], to[x+2], to[x+3] = from[x+2], from[x+1], from[x], 0xff
		}
	}
	return img, nil
}

// difference counts the pixels in which two pictures of one size differ.
func difference(a, b *image.RGBA) int {
	if a.Rect != b.Rect {
		return a.Rect.Dx() * a.Rect.Dy()
	}
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if a.Pix[i] != b.Pix[i] || a.Pix[i+1] != b.Pix[i+1] || a.Pix[i+2] != b.Pix[i+2] {
			n++
		}
	}
	return n
}

// blank reports whether a picture shows nothing: all but a thousandth of it is
// of one colour.
func blank(img *image.RGBA) bool {
	count := map[[3]byte]int{}
	most := 0
	for i := 0; i < len(img.Pix); i += 4 {
		c := [3]byte{img.Pix[i], img.Pix[i+1], img.Pix[i+2]}
		count[c]++
		most = max(most, count[c])
	}
	total := len(img.Pix) / 4
	return total-most <= total/1000
}

// savePNG writes a picture to a file.
func savePNG(path string, img image.Image) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("save the picture: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := png.Encode(file, img); err != nil {
		return fmt.Errorf("save the picture %s: %w", path, err)
	}
	return nil
}
