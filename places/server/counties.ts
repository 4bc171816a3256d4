import type { Database, Sql } from '#foundation/server/database.ts'
import type { ServedCounty } from '../model.ts'
import { readCounties } from './store-counties.ts'

/** The counties served, as they were when last read: at start and once a minute (app/server/jobs.ts). */
export type Counties = {
  find(county: number): ServedCounty | undefined
  /** The one county of an installation that serves only one. */
  only(): ServedCounty | undefined
  list(): readonly ServedCounty[]
  refresh(): Promise<void>
}

/** A county as it is served now; null where it is not. */
export async function findServedCounty(sql: Sql, county: number): Promise<ServedCounty | null> {
  return (await readCounties(sql)).find((row) => row.county === county) ?? null
}

export async function openCounties(database: Database): Promise<Counties> {
  let known = new Map<number, ServedCounty>()
  const refresh = async () => {
    const rows = await database.shared(readCounties)
    known = new Map(rows.map((row) => [row.county, row]))
  }
  await refresh()
  return {
    find: (county) => known.get(county),
    only: () => (known.size === 1 ? known.values().next().value : undefined),
    list: () => [...known.values()],
    refresh,
  }
}
