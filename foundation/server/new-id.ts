import { randomFillSync } from 'node:crypto'
import { composeId } from '../ids.ts'

const pool = new Uint8Array(10 * 256)
let used = pool.length

/** A new UUID v7 for the given moment. Random bytes are drawn in batches: one system call for 256 ids. */
export function newId<T extends string>(at: Date): T {
  if (used >= pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const id = composeId(at, pool.subarray(used, used + 10))
  used += 10
  return id as T
}
