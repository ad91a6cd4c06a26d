package paper

import (
	"reflect"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// listCoverages writes out, in a font's rules, the glyphs that are given as ranges. Up to v0.3.5 the shaper
// forgets the ranges after a long one, so that the Arabic noon, qaf and yeh are not joined
// (github.com/go-text/typesetting/issues/278, mended by its pull request 279). It takes lists as they are.
func listCoverages(f *font.Font) {
	for i := range f.GSUB.Lookups {
		listed(reflect.ValueOf(&f.GSUB.Lookups[i].Subtables).Elem())
	}
	for i := range f.GPOS.Lookups {
		listed(reflect.ValueOf(&f.GPOS.Lookups[i].Subtables).Elem())
	}
}

func listed(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		if ranges, ok := v.Interface().(tables.Coverage2); ok {
			v.Set(reflect.ValueOf(listOf(ranges)))
			return
		}
		inside := reflect.New(v.Elem().Type()).Elem()
		inside.Set(v.Elem())
		listed(inside)
		v.Set(inside)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				listed(v.Field(i))
			}
		}
	case reflect.Slice:
		if kind := v.Type().Elem().Kind(); kind != reflect.Interface && kind != reflect.Struct && kind != reflect.Slice {
			return
		}
		for i := range v.Len() {
			listed(v.Index(i))
		}
	default: // numbers name no glyphs
	}
}

func listOf(ranges tables.Coverage2) tables.Coverage1 {
	var list tables.Coverage1
	for _, r := range ranges.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			list.Glyphs = append(list.Glyphs, tables.GlyphID(g))
		}
	}
	return list
}
