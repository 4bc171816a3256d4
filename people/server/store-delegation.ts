import type { PersonId } from '#foundation/ids.ts'
import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const insertDelegation = prepared(
  'people.insert-delegation',
  `insert into delegations (county, id, from_officer, to_officer, post, valid_from, valid_to, reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (county, id) do nothing`,
)
const readDelegation = prepared(
  'people.read-delegation',
  `select d.from_officer as "from", d.valid_to as until, d.withdrawn_at as "withdrawnAt"
   from delegations d where d.county = $1 and d.id = $2 for update`,
)
const isLent = prepared(
  'people.is-lent',
  `select exists (select from delegations d where d.county = $1 and d.post = $2 and d.from_officer = $3
     and d.withdrawn_at is null and d.valid_from < $5 and d.valid_to > $4) as lent`,
)
const withdraw = prepared(
  'people.withdraw-delegation',
  'update delegations set withdrawn_at = $3 where county = $1 and id = $2 and withdrawn_at is null',
)
const withdrawAll = prepared(
  'people.withdraw-delegations-of-officer',
  `update delegations set withdrawn_at = $3 where county = $1 and (from_officer = $2 or to_officer = $2)
     and withdrawn_at is null and valid_to > $3`,
)
const listOwn = prepared(
  'people.list-own-delegations',
  `select d.id, d.post, p.title as "postTitle", o.name as "officeName",
     d.from_officer as "from", g.name as "fromName", d.to_officer as "to", r.name as "toName",
     d.valid_from as "validFrom", d.valid_to as "validTo", d.reason, d.withdrawn_at as "withdrawnAt"
   from delegations d
   join posts p on p.county = $1 and p.id = d.post
   join offices o on o.county = $1 and o.id = p.office
   join officers g on g.county = $1 and g.id = d.from_officer
   join officers r on r.county = $1 and r.id = d.to_officer
   where d.county = $1 and (d.from_officer = $2 or d.to_officer = $2) and d.valid_to > $3
   order by d.valid_from desc, d.id desc limit 200`,
)
const runningOf = prepared(
  'people.running-delegations-of-posts',
  `select d.id, d.post from delegations d where d.county = $1 and d.post = any ($2) and d.withdrawn_at is null
     and d.valid_to > $3 order by d.id`,
)
const copyDelegations = prepared(
  'people.copy-delegations',
  `insert into delegations (county, id, from_officer, to_officer, post, valid_from, valid_to, reason)
   select d.county, n.fresh, d.from_officer, d.to_officer, n.post, greatest(d.valid_from, $5), d.valid_to, d.reason
   from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as n (old, fresh, post)
   join delegations d on d.county = $1 and d.id = n.old`,
)

export type NewDelegation = {
  id: string
  from: string
  to: string
  post: string
  validFrom: Date
  validTo: Date
  reason: string
}
/** 1 when added, 0 when that id is there already. */
export const addDelegation = (sql: Sql, county: number, d: NewDelegation) =>
  sql.run(insertDelegation, [county, d.id, d.from, d.to, d.post, d.validFrom, d.validTo, d.reason])

export type StandingDelegation = { from: PersonId; until: Date; withdrawnAt: Date | null }
export const lockedDelegation = (sql: Sql, county: number, id: string) =>
  sql.maybe<StandingDelegation>(readDelegation, [county, id])

export const isPostLent = async (
  sql: Sql,
  county: number,
  post: string,
  by: string,
  from: Date,
  until: Date,
): Promise<boolean> =>
  (await sql.one<{ lent: boolean }>(isLent, [county, post, by, from, until])).lent

export const withdrawOne = (sql: Sql, county: number, id: string, now: Date) =>
  sql.run(withdraw, [county, id, now])
export const withdrawAllOf = (sql: Sql, county: number, officer: string, now: Date) =>
  sql.run(withdrawAll, [county, officer, now])

export type DelegationRow = {
  id: string
  post: string
  postTitle: string
  officeName: string
  from: string
  fromName: string
  to: string
  toName: string
  validFrom: Date
  validTo: Date
  reason: string
  withdrawnAt: Date | null
}
/** Given and received, those over before `since` left out. */
export const delegationsOf = (sql: Sql, county: number, officer: string, since: Date) =>
  sql.many<DelegationRow>(listOwn, [county, officer, since])

export const delegationsAfter = (sql: Sql, county: number, posts: readonly string[], at: Date) =>
  sql.many<{ id: string; post: string }>(runningOf, [county, posts, at])

/** Lets delegations go on, under new ids, for the posts that took over. */
export const copyDelegationsTo = (
  sql: Sql,
  county: number,
  renewed: readonly { old: string; fresh: string; post: string }[],
  at: Date,
) =>
  sql.run(copyDelegations, [
    county,
    renewed.map((row) => row.old),
    renewed.map((row) => row.fresh),
    renewed.map((row) => row.post),
    at,
  ])
