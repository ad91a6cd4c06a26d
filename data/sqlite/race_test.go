//go:build race

package sqlite

// racing says that the race detector is in this program.
const racing = true
