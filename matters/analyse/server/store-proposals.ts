import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { PatternYear, ProposalState } from '../spikes/model.ts'
import type { MonthCount } from '../spikes/patterns.ts'

const months = planned(
  `select m.category, rpad(left(m.division, 9), 12, '0') as township,
     to_char(m.received_at at time zone $2, 'YYYY-MM') as month, count(*)::int as count
   from visible_matters m
   where m.county = $1 and m.kind = 'request' and m.category is not null and m.division is not null
     and m.received_at >= $3 and m.received_at < $4
   group by 1, 2, 3`,
)
export const countMonths = (
  sql: Sql,
  county: number,
  timeZone: string,
  { from, to }: { from: Date; to: Date },
) => sql.many<MonthCount>(months, [county, timeZone, from, to])

const add = prepared(
  'analyse.add-proposal',
  `insert into proposals (county, id, category, division, season_from, season_to, years, usual, proposed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
)
export type NewProposal = {
  id: string
  category: string
  division: string
  from: string
  to: string
  years: readonly PatternYear[]
  usual: number
  at: Date
}
/** 1 when proposed, 0 when it was before, whatever became of it. */
export const addProposal = (sql: Sql, county: number, made: NewProposal) =>
  sql.run(add, [
    ...[county, made.id, made.category, made.division, made.from, made.to],
    ...[JSON.stringify(made.years), made.usual, made.at],
  ])

export type ProposalRow = {
  id: string
  category: string
  division: string
  from: string
  to: string
  years: PatternYear[]
  usual: number
  state: ProposalState
  proposedAt: Date
  reason: string
  number: string | null
}
const columns = `p.id, p.category, p.division, p.season_from as "from", p.season_to as "to", p.years,
  p.usual::float8 as usual, p.state, p.proposed_at as "proposedAt", p.reason`
// The number of the finding only where the guard shows the finding.
const list = prepared(
  'analyse.list-proposals',
  `select ${columns}, m.number from proposals p left join matters m on m.county = $1 and m.id = p.matter
   where p.county = $1 and p.state = $2 order by p.season_from desc, p.proposed_at desc, p.id limit 200`,
)
export const proposalsIn = (sql: Sql, county: number, state: ProposalState) =>
  sql.many<ProposalRow>(list, [county, state])

const lock = prepared(
  'analyse.lock-proposal',
  `select ${columns}, null as number, p.decided_by as "decidedBy" from proposals p
   where p.county = $1 and p.id = $2 for update`,
)
/** Held against a second decision. */
export const lockProposal = (sql: Sql, county: number, id: string) =>
  sql.maybe<ProposalRow & { decidedBy: string | null }>(lock, [county, id])

const decide = prepared(
  'analyse.decide-proposal',
  `update proposals set state = $3, decided_by = $4, decided_at = $5, reason = $6, matter = $7
   where county = $1 and id = $2`,
)
export type Decision = {
  state: 'taken' | 'declined'
  by: string | null
  at: Date
  reason: string
  matter: string | null
}
export const decideProposal = (sql: Sql, county: number, id: string, made: Decision) =>
  sql.run(decide, [county, id, made.state, made.by, made.at, made.reason, made.matter])
