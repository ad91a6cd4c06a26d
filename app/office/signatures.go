package office

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
)

// SignTalk keeps what a cooperator drew at the end of a talk, open or closed; nothing drawn takes it
// back. The journal tells that it was signed, never the drawing.
func (o *Office) SignTalk(ctx context.Context, by coop.Actor, sig coop.Signature) error {
	t, err := o.store.Talk(ctx, sig.Talk)
	if err != nil {
		return fmt.Errorf("sign talk: %w", err)
	}
	if t.State == coop.TalkAbandoned || (sig.Household != "" && sig.Household != t.Household) {
		return coop.Refuse("signature.refused.talk", nil)
	}
	if err := sig.Check(); err != nil {
		return err
	}
	before, err := o.Signature(ctx, by, sig.Talk)
	if err != nil {
		return err
	}
	if !sig.Signed() && !before.Signed() {
		return nil
	}
	sig.Household, sig.At, sig.Staff = t.Household, o.now().UTC(), by.Staff.ID
	e, err := o.entry(by, coop.ActTalkSigned, coop.OnTalk, string(t.ID), t.Household, map[string]any{"signed": sig.Signed()})
	if err != nil {
		return err
	}
	return o.keep(ctx, "sign talk", coop.Change{Signatures: []coop.Signature{sig}, Entries: []coop.Entry{e}})
}

// Signature is what was drawn at the end of a talk, empty when nothing was.
func (o *Office) Signature(ctx context.Context, _ coop.Actor, talk coop.TalkID) (coop.Signature, error) {
	return drawn(o.store.Signature(ctx, talk))
}

// drawn takes « not there » for « nothing drawn ».
func drawn(sig coop.Signature, err error) (coop.Signature, error) {
	switch {
	case errors.Is(err, coop.ErrNotFound):
		return coop.Signature{}, nil
	case err != nil:
		return coop.Signature{}, fmt.Errorf("find signature: %w", err)
	}
	return sig, nil
}
