package paper

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/png"
	"strings"
)

// picture is a PNG as a PDF holds it: the PNG's own packed rows, which every PDF reader unpacks.
type picture struct {
	source        [sha256.Size]byte // what it was made of
	width, height int
	head          string // of its object
	rows          []byte
}

// errPicture says that a picture is no PNG that can be printed.
var errPicture = errors.New("not a printable PNG")

// pictures are kept from sheet to sheet: the logo is the same on all of them.
var pictures memo[[sha256.Size]byte, picture]

func pictureOf(src []byte) (picture, error) {
	source := sha256.Sum256(src)
	return pictures.get(source, func() (picture, error) {
		p, err := readPicture(src)
		p.source = source
		return p, err
	})
}

// readPicture takes a PNG apart. One of a kind that Logo does not make is made into one first.
func readPicture(src []byte) (picture, error) {
	const most = 4096 // dots a side: what lies in the settings may be anything
	config, err := png.DecodeConfig(bytes.NewReader(src))
	if err != nil || config.Width > most || config.Height > most {
		return picture{}, fmt.Errorf("read picture: %w", errPicture)
	}
	whole, err := png.Decode(bytes.NewReader(src))
	if err != nil {
		return picture{}, fmt.Errorf("read picture: %w: %w", errPicture, err)
	}
	if few, ok := whole.(*image.Paletted); !ok || !few.Opaque() {
		whole = shrunk(whole, image.Pt(logoWidth, logoHeight))
	}
	if src, err = pngOf(whole); err != nil {
		return picture{}, err
	}
	return apart(src)
}

// apart reads the parts of a PNG that pngOf wrote: of opaque dots in three colours, or of a palette.
func apart(src []byte) (picture, error) {
	const signature, frame, palettes = 8, 12, 3 // frame: length, name and check of a part
	var p picture
	depth, colours, space := 0, 3, "/DeviceRGB"
	for rest := src[signature:]; len(rest) >= frame; {
		n := int(binary.BigEndian.Uint32(rest))
		if n < 0 || n > len(rest)-frame {
			break
		}
		name, body := string(rest[4:8]), rest[8:8+n]
		rest = rest[frame+n:]
		switch name {
		case "IHDR":
			p.width, p.height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
			depth = int(body[8])
			if body[9] == palettes {
				colours = 1
			}
		case "PLTE":
			space = fmt.Sprintf("[/Indexed /DeviceRGB %d <%s>]", n/palettes-1, strings.ToUpper(hex.EncodeToString(body)))
		case "IDAT":
			p.rows = append(p.rows, body...)
		}
	}
	if p.width == 0 || len(p.rows) == 0 {
		return picture{}, fmt.Errorf("read picture: %w", errPicture)
	}
	p.head = fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent %d\n"+
		"/Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d>>",
		p.width, p.height, space, depth, colours, depth, p.width)
	return p, nil
}
