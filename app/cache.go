package app

import (
	"container/list"
	"sync"
)

// cache keeps values in memory up to a limit on what they weigh, and drops
// those not used for longest.
type cache[K comparable, V any] struct {
	mu     sync.Mutex
	limit  int
	weight int
	order  *list.List // of kept[K, V], used last first
	at     map[K]*list.Element
}

type kept[K comparable, V any] struct {
	key    K
	value  V
	weight int
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	return &cache[K, V]{limit: limit, order: list.New(), at: map[K]*list.Element{}}
}

func (c *cache[K, V]) get(key K) (v V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.at[key]
	if !ok {
		return v, false
	}
	c.order.MoveToFront(e)
	return e.Value.(kept[K, V]).value, true
}

func (c *cache[K, V]) put(key K, v V, weight int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.remove(key)
	c.at[key] = c.order.PushFront(kept[K, V]{key, v, weight})
	c.weight += weight
	for c.weight > c.limit && c.order.Len() > 1 {
		c.remove(c.order.Back().Value.(kept[K, V]).key)
	}
}

func (c *cache[K, V]) drop(key K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.remove(key)
}

func (c *cache[K, V]) remove(key K) {
	if e, ok := c.at[key]; ok {
		c.weight -= e.Value.(kept[K, V]).weight
		c.order.Remove(e)
		delete(c.at, key)
	}
}

func (c *cache[K, V]) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.order.Init()
	clear(c.at)
	c.weight = 0
}
