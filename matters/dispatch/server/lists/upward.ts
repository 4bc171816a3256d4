import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { pathsOf } from '#places/server/queries.ts'
import type { Upward } from '../../duty-rules.ts'

/** Reads what lies above divisions: a division and those that contain it, nearest first. Null is nowhere. */
export async function readUpward(
  sql: Sql,
  divisions: readonly (string | null)[],
  day: Day,
): Promise<(division: string | null) => Upward> {
  const codes = divisions.filter((code) => code !== null)
  const paths = codes.length > 0 ? await pathsOf(sql, codes, day) : new Map()
  return (division) => {
    if (division === null) return []
    const path: Upward = (paths.get(division) ?? [])
      .map(({ code }: { code: string }) => code)
      .reverse()
    // A code the register does not know stands for itself.
    return path.length > 0 ? path : [division]
  }
}
