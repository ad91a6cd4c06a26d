package office

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Difference is what a field said before and says now.
type Difference struct {
	From json.RawMessage `json:"from"`
	To   json.RawMessage `json:"to"`
}

// differences compares two values of one type field by field, by their JSON names; the
// revision is no difference.
func differences[T any](before, after T) (map[string]Difference, error) {
	from, err := fieldsOf(before)
	if err != nil {
		return nil, err
	}
	to, err := fieldsOf(after)
	if err != nil {
		return nil, err
	}
	changed := map[string]Difference{}
	for name, value := range to {
		if name != "rev" && !bytes.Equal(from[name], value) {
			changed[name] = Difference{From: from[name], To: value}
		}
	}
	return changed, nil
}

func fieldsOf[T any](value T) (map[string]json.RawMessage, error) {
	raw, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	return fields, nil
}
