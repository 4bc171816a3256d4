import type { PersonId } from '#foundation/ids.ts'
import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { HeldPost, PostKind } from '../model.ts'

// On Citus a recursive statement that names one county stays on that county's node (distributed.md §3.3).
const readHeld = prepared(
  'people.read-held-posts',
  `with recursive held as (
     select h.post, null::uuid as behalf_of
     from post_holders h
     where h.county = $1 and h.officer = $2
       and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to > $3::date)
     union all
     select d.post, d.from_officer
     from delegations d
     join post_holders h on h.county = $1 and h.post = d.post and h.officer = d.from_officer
     join officers g on g.county = $1 and g.id = d.from_officer
     where d.county = $1 and d.to_officer = $2
       and d.withdrawn_at is null and d.valid_from <= $4 and d.valid_to > $4
       and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to > $3::date)
       and g.valid_from <= $3::date and (g.valid_to is null or g.valid_to > $3::date)
   ), sitting as (
     select held.post, held.behalf_of, p.kind, p.office, o.name as office_name,
       coalesce(p.division, o.division) as division
     from held
     join posts p on p.county = $1 and p.id = held.post
     join offices o on o.county = $1 and o.id = p.office
     where p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
       and o.valid_from <= $3::date and (o.valid_to is null or o.valid_to > $3::date)
   ), line as (
     select s.office, o.id as former from sitting s
     join offices o on o.county = $1 and o.successor = s.office and o.valid_to <= $3::date
     union
     select l.office, o.id from line l
     join offices o on o.county = $1 and o.successor = l.former and o.valid_to <= $3::date
   )
   select s.post, s.kind, s.office, s.office_name as "officeName", s.division, s.behalf_of as "behalfOf",
     array(select l.former from line l where l.office = s.office order by l.former) as formerly
   from sitting s order by s.behalf_of nulls first, s.kind, s.post`,
)

// Everything that will give the officer a say on or after a day, lent posts included: what an appointment must not
// clash with.
const readKinds = prepared(
  'people.read-kinds-from',
  `select p.kind from post_holders h
   join posts p on p.county = $1 and p.id = h.post
   where h.county = $1 and h.officer = $2
     and (h.valid_to is null or h.valid_to > greatest($3::date, h.valid_from))
     and (p.valid_to is null or p.valid_to > $3::date)
   union all
   select p.kind from delegations d
   join posts p on p.county = $1 and p.id = d.post
   where d.county = $1 and d.to_officer = $2 and d.withdrawn_at is null and d.valid_to > $4`,
)

const insertHolder = prepared(
  'people.insert-holder',
  `insert into post_holders (county, post, officer, valid_from) values ($1, $2, $3, $4)
   on conflict (county, post, officer, valid_from) do update set valid_to = null
   where post_holders.valid_to is not null`,
)
const readHolding = prepared(
  'people.read-holding',
  `select h.valid_from as "validFrom", h.valid_to as "validTo" from post_holders h
   where h.county = $1 and h.post = $2 and h.officer = $3 order by h.valid_from desc limit 1 for update`,
)
const endHolding = prepared(
  'people.end-holding',
  `update post_holders set valid_to = greatest(valid_from, $4::date)
   where county = $1 and post = $2 and officer = $3 and (valid_to is null or valid_to > $4::date)`,
)
const endHoldingsOfOfficer = prepared(
  'people.end-holdings-of-officer',
  `update post_holders set valid_to = greatest(valid_from, $3::date)
   where county = $1 and officer = $2 and (valid_to is null or valid_to > $3::date)`,
)
const endHoldingsOfPosts = prepared(
  'people.end-holdings-of-posts',
  `update post_holders set valid_to = greatest(valid_from, $3::date)
   where county = $1 and post = any ($2) and (valid_to is null or valid_to > $3::date)`,
)
const endPosts = prepared(
  'people.end-posts',
  `update posts set valid_to = greatest(valid_from, $3::date)
   where county = $1 and id = any ($2) and (valid_to is null or valid_to > $3::date)`,
)

const postsAfter = prepared(
  'people.posts-after',
  `select p.id from posts p where p.county = $1 and p.office = $2 and (p.valid_to is null or p.valid_to > $3::date)
   order by p.id for update`,
)
// A post goes on in another office under a new id, so that history keeps saying where it was.
const copyPosts = prepared(
  'people.copy-posts',
  `insert into posts (county, id, office, kind, title, division, valid_from, valid_to)
   select p.county, n.fresh, $4, p.kind, p.title, p.division, greatest(p.valid_from, $5::date), p.valid_to
   from unnest($2::uuid[], $3::uuid[]) as n (old, fresh)
   join posts p on p.county = $1 and p.id = n.old`,
)
const copyHolders = prepared(
  'people.copy-holders',
  `insert into post_holders (county, post, officer, valid_from, valid_to)
   select h.county, n.fresh, h.officer, greatest(h.valid_from, $4::date), h.valid_to
   from unnest($2::uuid[], $3::uuid[]) as n (old, fresh)
   join post_holders h on h.county = $1 and h.post = n.old
   where h.valid_to is null or h.valid_to > greatest($4::date, h.valid_from)`,
)

export const heldPosts = (sql: Sql, county: number, officer: string, day: string, now: Date) =>
  sql.many<HeldPost>(readHeld, [county, officer, day, now])

export const kindsFrom = async (
  sql: Sql,
  county: number,
  officer: string,
  day: string,
  since: Date,
): Promise<PostKind[]> => {
  const rows = await sql.many<{ kind: PostKind }>(readKinds, [county, officer, day, since])
  return rows.map((row) => row.kind)
}

/** 1 when the post is newly held, 0 when it was held so already. */
export const addHolding = (sql: Sql, county: number, post: string, officer: string, from: string) =>
  sql.run(insertHolder, [county, post, officer, from])

export type HoldingRow = { validFrom: string; validTo: string | null }
/** The latest time the officer came to hold the post, locked. */
export const latestHolding = (sql: Sql, county: number, post: string, officer: string) =>
  sql.maybe<HoldingRow>(readHolding, [county, post, officer])

export const endHoldingOn = (sql: Sql, county: number, post: string, officer: string, on: string) =>
  sql.run(endHolding, [county, post, officer, on])
export const endHoldingsOn = (sql: Sql, county: number, officer: string, on: string) =>
  sql.run(endHoldingsOfOfficer, [county, officer, on])

/** Ends posts and whoever holds them. */
export const endPostsOn = async (
  sql: Sql,
  county: number,
  posts: readonly string[],
  on: string,
) => {
  await sql.run(endHoldingsOfPosts, [county, posts, on])
  await sql.run(endPosts, [county, posts, on])
}

export const lockedPostsAfter = async (sql: Sql, county: number, office: string, on: string) => {
  const rows = await sql.many<{ id: string }>(postsAfter, [county, office, on])
  return rows.map((row) => row.id)
}

/** Opens each of the posts anew in an office, with the same holders, from a day on. */
export const copyPostsTo = async (
  sql: Sql,
  county: number,
  renewed: ReadonlyMap<string, string>,
  office: string,
  on: string,
) => {
  const [old, fresh] = [[...renewed.keys()], [...renewed.values()]]
  await sql.run(copyPosts, [county, old, fresh, office, on])
  await sql.run(copyHolders, [county, old, fresh, on])
}

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
