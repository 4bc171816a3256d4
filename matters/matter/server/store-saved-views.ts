import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { ListColumn } from '../lists/columns.ts'

/** What of a list is kept under a name. */
export type AskedView = {
  queue?: string | undefined
  filters: object
  columns: readonly ListColumn[]
}
export type SavedViewRow = { id: string; name: string; asked: AskedView }

const listed = prepared(
  'matter.saved-views',
  `select v.id, v.name, v.asked from saved_views v where v.county = $1 and v.person = $2 order by v.name`,
)
const kept = prepared(
  'matter.save-view',
  `insert into saved_views (county, person, id, name, asked, saved_at) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint saved_views_name_once do update set asked = excluded.asked, saved_at = excluded.saved_at
   returning id, name, asked`,
)
const dropped = prepared(
  'matter.drop-view',
  'delete from saved_views where county = $1 and person = $2 and id = $3',
)

export const savedViewsOf = (sql: Sql, county: number, person: string) =>
  sql.many<SavedViewRow>(listed, [county, person])

export const keepView = (
  sql: Sql,
  { county, person }: { county: number; person: string },
  { id, name, asked }: SavedViewRow,
  now: Date,
) => sql.one<SavedViewRow>(kept, [county, person, id, name, JSON.stringify(asked), now])

export const forgetView = (sql: Sql, county: number, person: string, view: string) =>
  sql.run(dropped, [county, person, view])
