/** Chance that comes out the same for the same seed, so that what is learnt twice is equal. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Brings the list into a chance order (Fisher and Yates), in place. */
  shuffle(list: Uint32Array): void
}

/** Mulberry32 (T. Ettinger, public domain): quick, and good enough for an order. Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const shuffle = (list: Uint32Array) => {
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1))
      const held = list[last] ?? 0
      list[last] = list[other] ?? 0
      list[other] = held
    }
  }
  return { next, shuffle }
}
