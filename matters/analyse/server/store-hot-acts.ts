import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { State } from '#matters/matter/model.ts'
import type { Asker } from './store-hot.ts'

const lock = prepared(
  'analyse.lock-hot-issue',
  `select i.id, i.title from hot_issues i where i.county = $1 and i.id = $2 and not i.gone for update`,
)
export const lockIssue = (sql: Sql, county: number, id: string) =>
  sql.maybe<{ id: string; title: string }>(lock, [county, id])

const members = prepared(
  'analyse.list-hot-members',
  `select m.id, m.number, m.title, m.state, m.received_at as "receivedAt", m.division
   from hot_members h
     join hot_issues i on i.county = h.county and i.id = h.issue
     join matters m on m.county = h.county and m.id = h.matter
   where h.county = $1 and h.issue = $2 and not i.gone and m.state not in ('refused', 'cancelled')
     and ($3 in ('county', 'system') or i.lead_office = any($4::uuid[]))
   order by m.received_at desc, m.id limit 500`,
)
export type MemberRow = {
  id: string
  number: string
  title: string
  state: State
  receivedAt: Date
  division: string | null
}
/** The members the guard shows; none of an issue the asker may not see. */
export const membersOf = (sql: Sql, { county, reach, offices }: Asker, issue: string) =>
  sql.many<MemberRow>(members, [county, issue, reach, offices])

const count = prepared(
  'analyse.count-hot-members',
  `select count(*)::int as all, (count(*) filter (where m.id = any($3::uuid[])))::int as chosen
   from hot_members h join matters m on m.county = h.county and m.id = h.matter
   where h.county = $1 and h.issue = $2`,
)
/** How many members the guard shows, and how many of these are among them. */
export const countMembers = (sql: Sql, county: number, issue: string, matters: readonly string[]) =>
  sql.one<{ all: number; chosen: number }>(count, [county, issue, matters])

// Members hidden from the officer go with the rest: an issue is one, whoever looks at it.
const moveAll = prepared(
  'analyse.move-hot-members',
  `update hot_members set issue = $3, fixed = true, changed_at = $4 where county = $1 and issue = $2`,
)
export const moveMembers = (sql: Sql, county: number, from: string, to: string, at: Date) =>
  sql.run(moveAll, [county, from, to, at])

const moveSome = prepared(
  'analyse.split-hot-members',
  `update hot_members set fixed = true, changed_at = $4,
     issue = case when matter = any($5::uuid[]) then $3::uuid else issue end
   where county = $1 and issue = $2`,
)
/** Those chosen get another issue; those who stay, stay there for good. */
export const splitMembers = (
  sql: Sql,
  county: number,
  { from, to, matters }: { from: string; to: string; matters: readonly string[] },
  at: Date,
) => sql.run(moveSome, [county, from, to, at, matters])

const touch = prepared(
  'analyse.touch-hot-members',
  'update hot_members set changed_at = $3 where county = $1 and issue = $2',
)
/** Lets every server read again what became of them. */
export const touchMembers = (sql: Sql, county: number, issue: string, at: Date) =>
  sql.run(touch, [county, issue, at])

const open = prepared(
  'analyse.open-hot-issue',
  `insert into hot_issues (county, id, title, place, first_at, last_at, agreement, named, held, changed_at)
   values ($1, $2, $3, '', $4, $4, 1, true, true, $4)`,
)
export const openIssue = (sql: Sql, county: number, id: string, title: string, at: Date) =>
  sql.run(open, [county, id, title, at])

const hold = prepared(
  'analyse.hold-hot-issue',
  `update hot_issues i set held = true, agreement = 1, changed_at = $3, first_at = s.first, last_at = s.last
   from (select min(m.received_at) as first, max(m.received_at) as last from hot_members h
     join matters m on m.county = h.county and m.id = h.matter where h.county = $1 and h.issue = $2) s
   where i.county = $1 and i.id = $2 and s.first is not null`,
)
/** An officer said that its members are one: its period is measured anew, and the machine only adds to it. */
export const holdIssue = (sql: Sql, county: number, id: string, at: Date) =>
  sql.run(hold, [county, id, at])

const name = prepared(
  'analyse.name-hot-issue',
  'update hot_issues set title = $3, named = true, changed_at = $4 where county = $1 and id = $2',
)
export const nameIssue = (sql: Sql, county: number, id: string, title: string, at: Date) =>
  sql.run(name, [county, id, title, at])

const lead = prepared(
  'analyse.lead-hot-issue',
  `update hot_issues set lead_office = $3, theme_month = $4, held = true, changed_at = $5
   where county = $1 and id = $2`,
)
export const leadIssue = (
  sql: Sql,
  county: number,
  id: string,
  { office, month }: { office: string; month: string },
  at: Date,
) => sql.run(lead, [county, id, office, `${month}-01`, at])
