import type { SparseVector } from './sparse-vector.ts'
import { readUnits, scatter, type Units } from './units.ts'

/** Which runs of units a text is described by, and how many columns they are hashed into. */
export type GramShape = {
  /** Columns are 0 … 2^bits − 1. */
  readonly bits: number
  /** From one unit up to this many in a row; runs stay within a clause. */
  readonly longest: number
}

/** Calls `visit` for each run of units: its column, its first unit and how many units it has. */
export function eachGram(
  units: Units,
  { bits, longest }: GramShape,
  visit: (column: number, first: number, length: number) => void,
): void {
  const { count, hashes, clauses } = units
  const shift = 32 - bits
  for (let first = 0; first < count; first += 1) {
    const clause = clauses[first]
    let hash = 0
    for (let length = 1; length <= longest; length += 1) {
      const at = first + length - 1
      if (at >= count || clauses[at] !== clause) break
      hash = Math.imul(hash, 0x9e3779b1) + (hashes[at] ?? 0)
      visit(scatter(hash ^ length) >>> shift, first, length)
    }
  }
}

/**
 * Makes the function that counts a text's runs of units by column. The function keeps a table of its own, so make it
 * once and use it for many texts; what it returns is the caller's.
 * @param places where each column stands among those that are known, −1 for the others: then only these are counted,
 *   and named by their place
 * @returns counts, columns in the order in which the text names them first
 */
export function gramCounter(
  shape: GramShape,
  places?: Int32Array,
): (folded: string) => SparseVector {
  const slots = new Int32Array(2 ** shape.bits).fill(-1)
  return (folded) => {
    const units = readUnits(folded)
    const most = units.count * shape.longest
    const ids = new Uint32Array(most)
    const values = new Float32Array(most)
    let used = 0
    eachGram(units, shape, (hashed) => {
      const column = places ? (places[hashed] ?? -1) : hashed
      if (column < 0) return
      let slot = slots[column] ?? -1
      if (slot < 0) {
        slot = used
        slots[column] = slot
        ids[slot] = column
        used += 1
      }
      values[slot] = (values[slot] ?? 0) + 1
    })
    for (let i = 0; i < used; i += 1) slots[ids[i] ?? 0] = -1
    return { ids: ids.slice(0, used), values: values.slice(0, used) }
  }
}
