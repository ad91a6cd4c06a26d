package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// wishesLength is how many characters a household's wishes may have: free text is kept short.
const wishesLength = 120

// tidyHousehold writes what was typed in one form, and refuses what could not be used. What stands
// as it did before is left alone: correcting a name is never refused for an odd number of the ERP's.
func tidyHousehold(before, h coop.Household) (coop.Household, error) {
	h.Holders = slices.Clone(h.Holders)
	for i, holder := range h.Holders {
		was := coop.Cooperator{}
		if n := slices.IndexFunc(before.Holders, func(c coop.Cooperator) bool { return c.ID == holder.ID }); n >= 0 {
			was = before.Holders[n]
		}
		var err error
		if h.Holders[i], err = tidyHolder(was, holder); err != nil {
			return h, err
		}
	}
	h.Wishes = strings.TrimSpace(h.Wishes)
	switch {
	case len(h.Holders) == 0:
		return h, coop.Refuse("people.refused.name", nil)
	case h.Entry != "" && h.Exit != "" && h.Exit < h.Entry:
		return h, coop.Refuse("people.refused.days", nil)
	case len([]rune(h.Wishes)) > wishesLength:
		return h, coop.Refuse("people.refused.wishes", map[string]any{"Limit": wishesLength})
	case h.Share.Number < 0 || h.Share.Cents < 0:
		return h, coop.Refuse("people.refused.share", nil)
	}
	return h, nil
}

func tidyHolder(was, c coop.Cooperator) (coop.Cooperator, error) {
	c.First, c.Last, c.Email = strings.TrimSpace(c.First), strings.TrimSpace(c.Last), strings.TrimSpace(c.Email)
	if c.Last == "" {
		return c, coop.Refuse("people.refused.name", nil)
	}
	for _, number := range []*string{&c.Phone, &c.Mobile} {
		if *number == was.Phone || *number == was.Mobile {
			continue
		}
		tidy, ok := coop.TidyPhone(*number)
		if !ok {
			return c, coop.Refuse("people.refused.phone", map[string]any{"Number": strings.TrimSpace(*number)})
		}
		*number = tidy
	}
	at := strings.IndexByte(c.Email, '@')
	if c.Email != was.Email && c.Email != "" && (at < 1 || at == len(c.Email)-1 || strings.ContainsAny(c.Email, " \t;,")) {
		return c, coop.Refuse("people.refused.email", map[string]any{"Email": c.Email})
	}
	return c, nil
}

// EditHousehold keeps a corrected household; the journal keeps what each field said before.
// Somebody else's change since it was read gives coop.ErrChanged.
func (o *Office) EditHousehold(ctx context.Context, by coop.Actor, h coop.Household) error {
	before, err := o.store.Household(ctx, h.ID)
	if err != nil {
		return fmt.Errorf("edit household: %w", err)
	}
	if h, err = tidyHousehold(before, h); err != nil {
		return err
	}
	if h.Rev != before.Rev {
		return fmt.Errorf("edit household: %w", coop.ErrChanged)
	}
	for i := range h.Holders {
		if h.Holders[i].ID == "" {
			h.Holders[i].ID = coop.CooperatorID(o.newID())
		}
	}
	h.Imported = before.Imported
	changed, err := differences(before, h)
	if err != nil || len(changed) == 0 {
		return err
	}
	act := coop.ActEdited
	if before.Share != h.Share {
		act = coop.ActShareChanged
	}
	e, err := o.entry(by, act, coop.OnHousehold, string(h.ID), h.ID, changed)
	if err != nil {
		return err
	}
	return o.keep(ctx, "edit household", coop.Change{Households: []coop.Household{h}, Entries: []coop.Entry{e}})
}
