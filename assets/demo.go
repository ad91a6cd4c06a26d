package assets

import _ "embed" // for the file below

// DemoWorld is demo/coop.fr.yaml: the names and places of the invented coop.
//
//go:embed demo/coop.fr.yaml
var DemoWorld []byte
