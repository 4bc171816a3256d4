import type { Database } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const take = prepared(
  'matter.take-numbers',
  `insert into counters (county, name, value) values ($1, $2, $3)
   on conflict (county, name) do update set value = counters.value + $3 returning value`,
)

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
    const row = await database.within({ county, reach: 'system', parties: [] }, (sql) =>
      sql.one<{ value: number }>(take, [county, name, blockSize]),
    )
    return { next: row.value - blockSize + 1, last: row.value }
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
