import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

/** Open matters of one lead office in one township. */
export type OpenRow = { office: string | null; division: string | null; open: number; late: number }

// A township has the first nine digits of its villages' codes (the divisions' own scheme).
const open = prepared(
  'matter.open-by-office-and-township',
  `select m.lead_office as office, left(m.division, 9) || '000' as division, count(*)::int as open,
     count(*) filter (where m.due_at < $2)::int as late
   from visible_matters m where m.county = $1 and m.closed_at is null
   group by m.lead_office, left(m.division, 9)`,
)
const received = prepared(
  'matter.received-since',
  `select count(*)::int as count from visible_matters m where m.county = $1 and m.received_at >= $2`,
)

export const openRows = (sql: Sql, county: number, now: Date) =>
  sql.many<OpenRow>(open, [county, now])

export const receivedSince = async (sql: Sql, county: number, since: Date): Promise<number> =>
  (await sql.one<{ count: number }>(received, [county, since])).count
