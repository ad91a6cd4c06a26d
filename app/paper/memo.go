package paper

import "sync"

// memo remembers what was made of the same things before: fonts and codes are the coop's and serve
// for every sheet. It forgets all when it has grown, and may be used by several goroutines at once.
type memo[K comparable, V any] struct {
	mu   sync.Mutex
	made map[K]V
}

// mostRemembered is far more than a coop has fonts or addresses.
const mostRemembered = 64

func (m *memo[K, V]) get(key K, build func() (V, error)) (V, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, ok := m.made[key]; ok {
		return v, nil
	}
	v, err := build()
	if err != nil {
		return v, err
	}
	if m.made == nil || len(m.made) >= mostRemembered {
		m.made = map[K]V{}
	}
	m.made[key] = v
	return v, nil
}

// file names a file in memory, which is never changed, by where it lies.
type file struct {
	start  *byte
	length int
}

func fileOf(b []byte) file {
	if len(b) == 0 {
		return file{}
	}
	return file{&b[0], len(b)}
}
