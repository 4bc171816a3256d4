import type { Database } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

/** A county this installation serves, as every page needs it. */
export type ServedCounty = {
  readonly county: number
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly deskPhone: string
  readonly timeZone: string
  readonly invented: boolean
}

const all = prepared(
  'app.counties',
  `select c.county, c.code, c.name, c.name_en as "nameEn", c.desk_phone as "deskPhone", c.time_zone as "timeZone", c.invented
   from counties c where c.county > 0 order by c.county`,
)

/** The counties served; read at start and again whenever an unknown one is asked for, at most once a second. */
export type Counties = {
  find(county: number): ServedCounty | undefined
  /** The one county of an installation that serves only one. */
  only(): ServedCounty | undefined
  list(): readonly ServedCounty[]
  refresh(): Promise<void>
}

export async function openCounties(database: Database): Promise<Counties> {
  let known = new Map<number, ServedCounty>()
  const refresh = async () => {
    const rows = await database.shared((sql) => sql.many<ServedCounty>(all))
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
