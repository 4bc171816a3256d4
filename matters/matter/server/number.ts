import type { Database } from '#foundation/server/database.ts'
import { takeNumbers } from './store.ts'

/** How many numbers a process takes at once. What it has not used when it ends stays a gap (decision 0004). */
const blockSize = 20

type Block = { next: number; last: number }

/**
 * Gives out printable numbers `county-year-serial`, unique per county; taken in blocks so that no two acts wait for one row.
 * @param database one of its own, of one connection: who asks for a number already holds a connection of the common pool,
 *   and when all of them are held by people who wait for a number, nobody would get on
 */
export function openNumbers(database: Database): (county: number, year: number) => Promise<string> {
  const blocks = new Map<string, Promise<Block>>()

  async function takeBlock(county: number, name: string): Promise<Block> {
    const last = await database.within({ county, reach: 'system', parties: [] }, (sql) =>
      takeNumbers(sql, county, name, blockSize),
    )
    return { next: last - blockSize + 1, last }
  }

  return async function nextNumber(county, year) {
    const name = `matter-${year}`
    const key = `${county}/${name}`
    for (;;) {
      const asked = blocks.get(key) ?? takeBlock(county, name)
      blocks.set(key, asked)
      try {
        const block = await asked
        if (block.next <= block.last) {
          const serial = String(block.next++).padStart(6, '0')
          return `${county}-${year}-${serial}`
        }
      } catch (error) {
        if (blocks.get(key) === asked) blocks.delete(key)
        throw error
      }
      if (blocks.get(key) === asked) blocks.delete(key)
    }
  }
}
