package office

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// longestNote bounds the note of what changed, in characters.
const longestNote = 280

// Publish makes the draft of a script its next version, which leads the talks begun from now on. A
// draft that could not lead a talk is refused with all that is wrong in it (script.Found).
func (o *Office) Publish(ctx context.Context, by coop.Actor, id coop.ScriptID, note string) (coop.StoredScript, error) {
	note, err := notedBy(by, note)
	if err != nil {
		return coop.StoredScript{}, err
	}
	h, err := o.heldOf(ctx, id)
	if err != nil {
		return coop.StoredScript{}, fmt.Errorf("publish script: %w", err)
	}
	if h.draft == nil {
		return coop.StoredScript{}, coop.Refuse("version.refused.nothing", nil)
	}
	read := o.scripts.draft(*h.draft)
	if len(read.Faults) > 0 {
		return coop.StoredScript{}, refusedFaults("version.refused.faults", read.Faults)
	}
	s := read.Script
	if h.leads(o, s, h.draft.Shipped) {
		return coop.StoredScript{}, coop.Refuse("version.refused.same", nil)
	}
	next := coop.StoredScript{Shipped: h.draft.Shipped}
	if s.Version, err = o.nextVersion(ctx, h); err != nil {
		return coop.StoredScript{}, err
	}
	next.Source, next.Tongues = written(s)
	if next, err = o.publish(ctx, by, h, next, note, coop.ActScriptPublished); err != nil {
		return coop.StoredScript{}, err
	}
	o.scripts.put(s) // what is read back of the files is the same
	return next, nil
}

// RestoreShipped publishes the program's own text again. A draft stays as it is.
func (o *Office) RestoreShipped(ctx context.Context, by coop.Actor, id coop.ScriptID, note string) (coop.StoredScript, error) {
	note, err := notedBy(by, note)
	if err != nil {
		return coop.StoredScript{}, err
	}
	h, err := o.heldOf(ctx, id)
	if err != nil {
		return coop.StoredScript{}, fmt.Errorf("restore script: %w", err)
	}
	switch {
	case h.shipped == nil:
		return coop.StoredScript{}, coop.Refuse("version.refused.not-shipped", nil)
	case h.shipped.Err != nil:
		return coop.StoredScript{}, h.shipped.Err
	case h.published == nil || h.leads(o, h.shipped.Script, h.shipped.Script.Version):
		return coop.StoredScript{}, coop.Refuse("version.refused.same", nil)
	}
	return o.again(ctx, by, h, storedBundle(*h.shipped), note, coop.ActScriptPublished)
}

// Withdraw keeps a script of the coop's own from leading further talks. Those begun go on, and
// publishing it again brings it back.
func (o *Office) Withdraw(ctx context.Context, by coop.Actor, id coop.ScriptID, note string) error {
	note, err := notedBy(by, note)
	if err != nil {
		return err
	}
	h, err := o.heldOf(ctx, id)
	switch {
	case err != nil:
		return fmt.Errorf("withdraw script: %w", err)
	case h.shipped != nil:
		return coop.Refuse("version.refused.shipped", nil)
	case h.published == nil || h.published.Withdrawn:
		return coop.Refuse("version.refused.withdrawn", nil)
	}
	last := *h.published
	last.Withdrawn = true
	_, err = o.again(ctx, by, h, last, note, coop.ActScriptWithdrawn)
	return err
}

// again keeps a text that there was already under the next version.
func (o *Office) again(ctx context.Context, by coop.Actor, h *held, text coop.StoredScript, note string, act coop.Act) (coop.StoredScript, error) {
	n, err := o.nextVersion(ctx, h)
	if err != nil {
		return coop.StoredScript{}, err
	}
	text.Source = numbered(text.Source, n)
	return o.publish(ctx, by, &held{id: h.id, shipped: h.shipped}, text, note, act) // the draft stays
}

// publish keeps a text as the script's next version, and ends its draft.
func (o *Office) publish(ctx context.Context, by coop.Actor, h *held, next coop.StoredScript, note string, act coop.Act) (coop.StoredScript, error) {
	s, err := script.Read(string(h.id), next.Source)
	if err != nil {
		return coop.StoredScript{}, refusedFaults("version.refused.faults", script.Found(err))
	}
	next.ID, next.Version, next.Published = h.id, s.Version, o.now().UTC()
	next.By, next.Note = by.Staff.ID, note
	c := coop.Change{Scripts: []coop.StoredScript{next}}
	if h.draft != nil {
		c.Undrafted = []coop.ScriptID{h.id}
	}
	if c.Shipped, err = o.basis(ctx, h.id, next.Shipped); err != nil {
		return coop.StoredScript{}, err
	}
	e, err := o.entry(by, act, coop.OnScript, string(h.id), "", map[string]any{"version": next.Version, "note": note})
	if err != nil {
		return coop.StoredScript{}, err
	}
	c.Entries = []coop.Entry{e}
	return next, o.keep(ctx, "publish script", c)
}

// nextVersion is above every version of the script that there is: kept, published or brought by
// the program.
func (o *Office) nextVersion(ctx context.Context, h *held) (int, error) {
	kept, err := o.store.ScriptVersions(ctx, h.id)
	if err != nil {
		return 0, fmt.Errorf("number the version: %w", err)
	}
	highest := max(h.version(), h.taken())
	if h.shipped != nil {
		highest = max(highest, h.shipped.Script.Version)
	}
	for _, v := range kept {
		highest = max(highest, v.Version)
	}
	return highest + 1, nil
}

// leads says whether a text, with the program's version that it takes into account, leads already.
func (h *held) leads(o *Office, s script.Script, shipped int) bool {
	if h.published != nil && h.published.Withdrawn || h.version() == 0 {
		return false
	}
	leads := h.script(o)
	leads.Version, s.Version = 0, 0
	return len(leads.Faults) == 0 && reflect.DeepEqual(leads.Script, s) && shipped == h.shippedIn()
}

// shippedIn is the program's version that is taken into account in what leads.
func (h *held) shippedIn() int {
	if h.published != nil {
		return h.published.Shipped
	}
	return h.version()
}

// notedBy refuses those who may not publish, and a publication that does not say what changed.
func notedBy(by coop.Actor, note string) (string, error) {
	if err := mayWrite(by); err != nil {
		return "", err
	}
	note = strings.TrimSpace(note)
	if note == "" || len([]rune(note)) > longestNote {
		return "", coop.Refuse("version.refused.note", map[string]any{"Most": longestNote})
	}
	return note, nil
}

// refusedFaults says how much is wrong in a text, and bears all of it.
func refusedFaults(key string, faults script.FileErrors) error {
	refused := coop.Refuse(key, map[string]any{"Count": len(faults)})
	return errors.Join(refused, faults)
}

var versionLine = regexp.MustCompile(`(?m)^version:.*$`)

// numbered is a script file under another version, the rest of it byte for byte.
func numbered(source []byte, version int) []byte {
	return versionLine.ReplaceAll(source, []byte("version: "+strconv.Itoa(version)))
}
