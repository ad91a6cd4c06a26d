package coop

import "errors"

// Errors that every store answers with, whatever it is made of.
var (
	// ErrNotFound says that there is no such thing.
	ErrNotFound = errors.New("not found")
	// ErrChanged says that somebody else changed the thing since it was read.
	ErrChanged = errors.New("changed meanwhile")
)

// RefusalError is a rule's no: a key for a sentence, and what the sentence names.
type RefusalError struct {
	Key  string
	Args map[string]any
}

// Refuse makes a refusal.
func Refuse(key string, args map[string]any) *RefusalError {
	return &RefusalError{Key: key, Args: args}
}

// Error is the key, for the log: it bears no personal data.
func (e *RefusalError) Error() string { return "refused: " + e.Key }

// Is lets errors.Is compare refusals by their key.
func (e *RefusalError) Is(target error) bool {
	other, ok := errors.AsType[*RefusalError](target)
	return ok && other.Key == e.Key
}

// ClashError is the archive's no to a visit that asks for a time already taken.
type ClashError struct {
	Officer bool  // true: the officer is taken; false: the household is
	With    Visit // the visit that holds the time
}

// Error says which of both is taken, without a name.
func (e *ClashError) Error() string {
	if e.Officer {
		return "refused: the officer's time is taken"
	}
	return "refused: the household's time is taken"
}
