import { stopwatch } from '#foundation/server/clock.ts'
import type { Database } from '#foundation/server/database.ts'
import { takeNumbers } from './store.ts'

/**
 * A process takes one number at a time while matters come slowly and up to 32 at once while they come fast; what it has
 * not used when it ends stays a gap (decision 0004).
 */
const blockMax = 32
const fastMilliseconds = 1000

type Block = { next: number; last: number; readonly size: number; readonly takenAt: number }

/** The next block is twice as large when the last was used up within a second, else a single number. */
function nextSize(last: Block | undefined, at: number): number {
  return last && at - last.takenAt < fastMilliseconds ? Math.min(last.size * 2, blockMax) : 1
}

/**
 * Gives out printable numbers `county-year-serial`, unique per county; taken in blocks so that no two acts
 * wait for one row.
 * @param database one of its own, of one connection: who asks for a number already holds a connection of the
 * common pool,
 *   and when all of them are held by people who wait for a number, nobody would get on
 */
export function openNumbers(database: Database): (county: number, year: number) => Promise<string> {
  const blocks = new Map<string, Promise<Block>>()
  const used = new Map<string, Block>()

  async function takeBlock(county: number, name: string, key: string): Promise<Block> {
    const takenAt = stopwatch()
    const size = nextSize(used.get(key), takenAt)
    const last = await database.within({ county, reach: 'system', parties: [] }, (sql) =>
      takeNumbers(sql, county, name, size),
    )
    return { next: last - size + 1, last, size, takenAt }
  }

  return async function nextNumber(county, year) {
    const name = `matter-${year}`
    const key = `${county}/${name}`
    for (;;) {
      const asked = blocks.get(key) ?? takeBlock(county, name, key)
      blocks.set(key, asked)
      try {
        const block = await asked
        if (block.next <= block.last) {
          const serial = String(block.next++).padStart(6, '0')
          return `${county}-${year}-${serial}`
        }
        used.set(key, block)
      } catch (error) {
        if (blocks.get(key) === asked) blocks.delete(key)
        throw error
      }
      if (blocks.get(key) === asked) blocks.delete(key)
    }
  }
}
