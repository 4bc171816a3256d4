/** A table of numbers by columns, growing: one row is one piece in one matter. */
export type Entries = {
  used: number
  term: Int32Array
  matter: Int32Array
  whole: Float32Array
  headline: Float32Array
  /** 1 where the piece stands in a name. */
  named: Uint8Array
}

export type Entry = {
  readonly term: number
  readonly matter: number
  readonly whole: number
  readonly headline: number
  readonly named: boolean
}

const firstRoom = 1024

/** A table without rows. */
export function emptyEntries(): Entries {
  return {
    used: 0,
    term: new Int32Array(firstRoom),
    matter: new Int32Array(firstRoom),
    whole: new Float32Array(firstRoom),
    headline: new Float32Array(firstRoom),
    named: new Uint8Array(firstRoom),
  }
}

function widen(entries: Entries): void {
  const room = entries.term.length * 2
  const wider = <T extends Int32Array | Float32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from)
    return to
  }
  entries.term = wider(entries.term, new Int32Array(room))
  entries.matter = wider(entries.matter, new Int32Array(room))
  entries.whole = wider(entries.whole, new Float32Array(room))
  entries.headline = wider(entries.headline, new Float32Array(room))
  entries.named = wider(entries.named, new Uint8Array(room))
}

/** Returns the row's number. */
export function addEntry(entries: Entries, entry: Entry): number {
  const row = entries.used
  if (row === entries.term.length) widen(entries)
  entries.term[row] = entry.term
  entries.matter[row] = entry.matter
  entries.whole[row] = entry.whole
  entries.headline[row] = entry.headline
  entries.named[row] = entry.named ? 1 : 0
  entries.used += 1
  return row
}
