package paper

import (
	"fmt"
	"strings"

	"github.com/skip2/go-qrcode"
)

var codes memo[string, [][]bool]

// code is the dark modules of a QR code (level M, without its quiet zone) for a text.
func code(text string) ([][]bool, error) {
	return codes.get(text, func() ([][]bool, error) { return makeCode(text) })
}

func makeCode(text string) ([][]bool, error) {
	qr, err := qrcode.New(text, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("make code: %w", err)
	}
	qr.DisableBorder = true
	return qr.Bitmap(), nil
}

// withScheme is an address that a telephone opens.
func withScheme(address string) string {
	if strings.Contains(address, "://") {
		return address
	}
	return "https://" + address
}

// inClear is an address as one reads and types it.
func inClear(address string) string {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		rest = address
	}
	return strings.TrimSuffix(rest, "/")
}
