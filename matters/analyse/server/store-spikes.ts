import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'

// The first nine digits of a division are its township's (GB/T 10114); whatever is filed higher is the county's own.
const township = `rpad(left(m.division, 9), 12, '0')`

// The guard's own reading, and only the weeks that are compared: a tenth to a third of a history.
const weekCounts = planned(
  `select m.category, ${township} as township,
     floor(extract(epoch from $2::timestamptz - m.received_at - interval '1 microsecond') / 604800)::int as week,
     count(*)::int as count
   from unnest($3::timestamptz[], $4::timestamptz[]) as span (starts, ends)
   join visible_matters m on m.county = $1 and m.received_at >= span.starts and m.received_at < span.ends
   where m.kind = 'request'
   group by 1, 2, 3`,
)

/** Requests of one kind in one township and week; week 0 ends with `end`, each one more is seven days earlier. */
export type WeekCount = {
  category: string | null
  /** 12 digits; null where no place is known. */
  township: string | null
  week: number
  count: number
}
export type Span = { from: Date; to: Date }

export const countWeeks = (sql: Sql, county: number, end: Date, spans: readonly Span[]) =>
  sql.many<WeekCount>(weekCounts, [
    county,
    end,
    spans.map(({ from }) => from),
    spans.map(({ to }) => to),
  ])

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
