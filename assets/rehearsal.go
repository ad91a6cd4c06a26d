package assets

import "embed"

// Personas are the invented people to rehearse a talk with, one file per language.
//
//go:embed rehearsal/*.yaml
var Personas embed.FS
