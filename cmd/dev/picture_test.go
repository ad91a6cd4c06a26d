package main

import (
	"encoding/binary"
	"image"
	"image/color"
	"testing"
)

// dump makes a window dump of one colour, with a padded line and two entries
// in its table of colours.
func dump(width, height int, blue, green, red byte) []byte {
	const name, colors = 8, 2
	stride := 4*width + 4
	words := make([]uint32, xwdWords)
	words[xwdHeaderSize] = 4*xwdWords + name
	words[xwdVersion] = 7
	words[xwdWidth], words[xwdHeight] = uint32(width), uint32(height)
	words[xwdBits], words[xwdStride], words[xwdColors] = 32, uint32(stride), colors
	var data []byte
	for _, w := range words {
		data = binary.BigEndian.AppendUint32(data, w)
	}
	data = append(data, make([]byte, name+12*colors)...)
	for range height {
		for range width {
			data = append(data, blue, green, red, 0)
		}
		data = append(data, 9, 9, 9, 9)
	}
	return data
}

func TestADumpIsReadWithItsColours(t *testing.T) {
	img, err := decodeXWD(dump(3, 2, 30, 20, 10))
	if err != nil {
		t.Fatal(err)
	}
	if img.Rect != image.Rect(0, 0, 3, 2) {
		t.Errorf("the picture is %v", img.Rect)
	}
	if got, want := img.RGBAAt(2, 1), (color.RGBA{10, 20, 30, 255}); got != want {
		t.Errorf("the last pixel is %v, want %v", got, want)
	}
}

func TestABrokenDumpIsRefused(t *testing.T) {
	whole := dump(3, 2, 0, 0, 0)
	other := dump(3, 2, 0, 0, 0)
	other[4*xwdBits+3] = 16
	for name, data := range map[string][]byte{
		"empty":             nil,
		"cut in its header": whole[:50],
		"cut in its pixels": whole[:len(whole)-1],
		"of sixteen bits":   other,
		"not a dump at all": make([]byte, 4096),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := decodeXWD(data); err == nil {
				t.Error("it was taken for a dump")
			}
		})
	}
}

func TestDifferentPixelsAreCounted(t *testing.T) {
	a, b := image.NewRGBA(image.Rect(0, 0, 10, 10)), image.NewRGBA(image.Rect(0, 0, 10, 10))
	if got := difference(a, b); got != 0 {
		t.Errorf("equal pictures differ in %d pixels", got)
	}
	b.Set(3, 4, color.White)
	b.Set(5, 6, color.White)
	if got := difference(a, b); got != 2 {
		t.Errorf("they differ in %d pixels, want 2", got)
	}
	if got := difference(a, image.NewRGBA(image.Rect(0, 0, 5, 5))); got != 100 {
		t.Errorf("a picture of another size differs in %d pixels, want all 100", got)
	}
}

func TestABlankPictureIsSeen(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	if !blank(img) {
		t.Error("one colour is not blank")
	}
	for x := range 11 {
		img.Set(x, 0, color.White)
	}
	if blank(img) {
		t.Error("a picture with a mark on it is blank")
	}
}
