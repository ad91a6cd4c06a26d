package assets

import _ "embed"

// CommonWords is the list of everyday French words against which a text's wording is measured.
//
//go:embed texts/common.fr.txt
var CommonWords []byte

// Glossary is the list of French trade terms with what one says to explain them.
//
//go:embed texts/glossary.fr.yaml
var Glossary []byte
