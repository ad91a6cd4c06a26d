package press

import (
	"bytes"
	"context"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
)

// Labels makes the address labels of some households, in their order, from the first free label of a sheet
// on: a PDF, and its sheets to be shown.
func (p *Press) Labels(ctx context.Context, ids []coop.HouseholdID, first int, words *i18n.Words) (pdf []byte, sheets []*paper.Page, err error) {
	if len(ids) == 0 {
		return nil, nil, coop.Refuse("batch.refused.nobody", nil)
	}
	set, err := p.office.Settings(ctx)
	if err != nil {
		return nil, nil, err
	}
	asked := paper.Labels{First: first, Title: words.T(i18n.PaperKindKey(coop.AddressLabels)), Author: set.Coop.Name}
	for sheet, err := range paper.LayLabels(asked, p.office.Labels(ctx, ids), words, Fonts()) {
		if err != nil {
			return nil, nil, fmt.Errorf("make labels: %w", err)
		}
		sheets = append(sheets, sheet)
	}
	var out bytes.Buffer
	if err := paper.WritePages(&out, sheets, Fonts(), p.now().In(p.office.Zone())); err != nil {
		return nil, nil, fmt.Errorf("make labels: %w", err)
	}
	return out.Bytes(), sheets, nil
}
