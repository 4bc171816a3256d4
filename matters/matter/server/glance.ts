import type { OutputOf } from '#foundation/contract.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type { Moment } from '#people/server/moment.ts'
import type { glance } from '../lists/glance-contract.ts'
import type { County } from './engine.ts'
import type { Names } from './list.ts'
import { type OpenRow, openRows, receivedSince } from './store-glance.ts'

type Glance = OutputOf<typeof glance>

/** Adds up the rows that have the key, most late first, then most open. */
function summedBy<K extends string>(rows: readonly OpenRow[], keyOf: (row: OpenRow) => K | null) {
  const sums = new Map<K, { open: number; late: number }>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const sum = sums.get(key) ?? { open: 0, late: 0 }
    sums.set(key, { open: sum.open + row.open, late: sum.late + row.late })
  }
  return [...sums].sort(([, a], [, b]) => b.late - a.late || b.open - a.open)
}

/** What is open and late under the guard of who asks: offices and places, never persons. */
export async function answerGlance(
  { by, sql, now }: Moment,
  county: County,
  names: Names,
): Promise<Glance> {
  const since = startOfDay(county.dayOf(now), county.calendar.timeZone)
  const [rows, newToday] = await Promise.all([
    openRows(sql, by.county, now),
    receivedSince(sql, by.county, since),
  ])
  const total = (of: 'open' | 'late') => rows.reduce((sum, row) => sum + row[of], 0)
  return {
    open: total('open'),
    late: total('late'),
    newToday,
    offices: summedBy(rows, ({ office }) => office).map(([office, sum]) => ({
      ...sum,
      office,
      name: names.officeName(by.county, office, by.language),
    })),
    places: summedBy(rows, ({ division }) => division).map(([division, sum]) => ({
      ...sum,
      division,
      name: names.divisionName(by.county, division),
    })),
  }
}
