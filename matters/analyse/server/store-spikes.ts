import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import { millisecondsOfDay } from '#foundation/time.ts'
import type { Counted } from '../spikes/cells.ts'

// The guard's own reading, and only of the weeks that are compared: a sixth of five years. Bins of seven days counted
// back from $2; the first nine digits of a division are its township's (GB/T 10114).
const weekCounts = planned(
  `select m.category, left(m.division, 9) as township, date_bin('7 days', m.received_at, $2) as starts,
     count(*)::int as count
   from unnest($3::timestamptz[], $4::timestamptz[]) as span (starts, ends)
   join visible_matters m on m.county = $1 and m.received_at >= span.starts and m.received_at < span.ends
   where m.kind = 'request'
   group by 1, 2, 3`,
)

export type Span = { from: Date; to: Date }

const weekMilliseconds = 7 * millisecondsOfDay

/** Requests by kind, township and week; week 0 ends with `end`, each one more is seven days earlier. */
export async function countWeeks(
  sql: Sql,
  county: number,
  end: Date,
  spans: readonly Span[],
): Promise<Counted[]> {
  type Row = { category: string | null; township: string | null; starts: Date; count: number }
  const [starts, ends] = [spans.map(({ from }) => from), spans.map(({ to }) => to)]
  const rows = await sql.many<Row>(weekCounts, [county, end, starts, ends])
  return rows.map((row) => ({
    category: row.category,
    township: row.township?.padEnd(12, '0') ?? null,
    week: Math.round((end.getTime() - row.starts.getTime()) / weekMilliseconds) - 1,
    count: row.count,
  }))
}

const firstReceived = prepared(
  'analyse.first-request',
  `select min(m.received_at) as at from visible_matters m where m.county = $1 and m.received_at < $2`,
)
/** When the first matter came that the county knows of; null where there is none. */
export const firstRequest = async (sql: Sql, county: number, before: Date) =>
  (await sql.one<{ at: Date | null }>(firstReceived, [county, before])).at

const tree = prepared(
  'analyse.category-parents',
  'select c.code, c.parent, c.name, c.name_en as "nameEn" from categories c where c.county = $1',
)
export type CategoryNode = { code: string; parent: string | null; name: string; nameEn: string }
/** Every category the county ever had: what was filed under an ended one counts too. */
export const categoryNodes = (sql: Sql, county: number) => sql.many<CategoryNode>(tree, [county])
