package assets

import _ "embed" // for the file below

// ImportColumns is imports/columns.yaml: the headers and words by which the files of ERPs are understood.
//
//go:embed imports/columns.yaml
var ImportColumns []byte
