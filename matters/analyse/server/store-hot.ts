import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'

const claim = prepared('analyse.claim-hot', 'select pg_try_advisory_xact_lock($1, 91) as mine')
/** True for one server at a time, until the transaction ends. */
export const claimHot = async (sql: Sql, county: number) =>
  (await sql.one<{ mine: boolean }>(claim, [county])).mine

// The masked words: titles are made of them. A matter that is confidential or hidden from somebody gives no title.
const matterColumns = `m.id, coalesce(m.reporter, m.id)::text as voice, m.received_at as "receivedAt",
  m.public_title as title, m.place_text || '。' || m.public_words as words, m.division, m.lon, m.lat,
  coalesce(p.parent, c.parent, m.category) as branch, not m.confidential and m.shut_out = '{}' as open`

// Trees have three levels at most: the parent's parent, the parent or the category itself is the branch.
const withBranch = `left join categories c on c.county = m.county and c.code = m.category
     left join categories p on p.county = c.county and p.code = c.parent`

export type GroupedMatter = {
  id: string
  voice: string
  receivedAt: Date
  title: string
  words: string
  branch: string | null
  division: string | null
  lon: number | null
  lat: number | null
  open: boolean
}

const known = planned(
  `select ${matterColumns}, h.issue, h.fixed, h.changed_at as "changedAt",
     coalesce(i.held or i.named, false) as held
   from hot_members h join matters m on m.county = h.county and m.id = h.matter ${withBranch}
     left join hot_issues i on i.county = h.county and i.id = h.issue
   where h.county = $1 and h.changed_at >= $2 and m.received_at >= $3
   order by m.received_at desc, m.id limit $4`,
)
export type KnownMember = GroupedMatter & {
  issue: string
  fixed: boolean
  changedAt: Date
  held: boolean
}
/** Matters that are in an issue, put there since a moment; the newest first. */
export const membersSince = (sql: Sql, county: number, since: Date, from: Date, most: number) =>
  sql.many<KnownMember>(known, [county, since, from, most])

const untaken = planned(
  `select ${matterColumns} from matters m ${withBranch}
     left join hot_members h on h.county = m.county and h.matter = m.id
   where m.county = $1 and h.matter is null and m.kind = 'request' and m.received_at >= $2 and m.id >= $3
     and m.state not in ('refused', 'cancelled') order by m.received_at, m.id limit $4`,
)
/**
 * Requests that were not looked at yet, the oldest first.
 * @param written only those whose id was made since: an import brings old ones with new ids
 */
export const untakenMatters = (
  sql: Sql,
  county: number,
  { received, written }: { received: Date; written: string },
  most: number,
) => sql.many<GroupedMatter>(untaken, [county, received, written, most])

const putMembers = prepared(
  'analyse.put-hot-members',
  `insert into hot_members (county, matter, issue, changed_at)
   select $1, t.matter, t.issue, $4 from unnest($2::uuid[], $3::uuid[]) t(matter, issue)
   on conflict (county, matter) do update set issue = excluded.issue, changed_at = excluded.changed_at
   where not hot_members.fixed`,
)
export const placeMembers = (
  sql: Sql,
  county: number,
  placed: readonly { matter: string; issue: string }[],
  at: Date,
) =>
  sql.run(putMembers, [
    ...[county, placed.map(({ matter }) => matter), placed.map(({ issue }) => issue), at],
  ])

export type Portrait = {
  id: string
  title: string
  place: string
  firstAt: Date
  lastAt: Date
  agreement: number
}

const putIssue = prepared(
  'analyse.put-hot-issue',
  `insert into hot_issues (county, id, title, place, first_at, last_at, agreement, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (county, id) do update set first_at = excluded.first_at, last_at = excluded.last_at,
     title = case when hot_issues.named then hot_issues.title else excluded.title end,
     place = excluded.place, gone = false, changed_at = excluded.changed_at,
     agreement = case when hot_issues.held then hot_issues.agreement else excluded.agreement end`,
)
export const keepIssue = (sql: Sql, county: number, told: Portrait, at: Date) =>
  sql.run(putIssue, [
    ...[county, told.id, told.title, told.place, told.firstAt, told.lastAt, told.agreement, at],
  ])

const end = prepared(
  'analyse.end-hot-issues',
  `update hot_issues set gone = true, changed_at = $3 where county = $1 and id = any($2::uuid[]) and not gone`,
)
export const endIssues = (sql: Sql, county: number, ids: readonly string[], at: Date) =>
  sql.run(end, [county, ids, at])

/** Who asks: with reach `office` only the issues those offices lead. */
const reachable = `($2 in ('county', 'system') or i.lead_office = any($3::uuid[]))`

// Residents are counted here and nowhere else: one is one voice, with the weight of their latest word, whether they
// wrote or joined. Who they are, and how often one wrote, does not leave the statement (decision 0011).
const list = planned(
  `with seen as (
     select h.issue, m.id, m.reporter, m.received_at, m.division
     from hot_members h
       join hot_issues i on i.county = h.county and i.id = h.issue
       join visible_matters m on m.county = h.county and m.id = h.matter
     where h.county = $1 and not i.gone and i.last_at >= $5 and m.state not in ('refused', 'cancelled')
       and ${reachable}),
   said as (
     select s.issue, coalesce(s.reporter, s.id)::text as voice, s.received_at as at, 1 as matter from seen s
     union all
     select s.issue, coalesce(j.resident::text, encode(j.phone_hash, 'hex')), j.joined_at, 0
     from joins j join seen s on s.id = j.matter where j.county = $1),
   voices as (
     select issue, voice, sum(matter)::int as matters, max(at) as latest from said group by 1, 2)
   select i.id, i.title, i.place, i.first_at as "firstAt", i.last_at as "lastAt", i.agreement,
     i.lead_office as "leadOffice", to_char(i.theme_month, 'YYYY-MM') as "themeMonth",
     v.residents, v.matters, v.voices,
     (select mode() within group (order by s.division) from seen s where s.issue = i.id) as division
   from (select issue, count(*)::int as residents, sum(matters)::int as matters,
       sum(power(0.5, greatest(0, extract(epoch from $4 - latest)) / 86400 / $6))::float8 as voices
     from voices group by issue) v
     join hot_issues i on i.county = $1 and i.id = v.issue
   where v.residents >= $7 or i.theme_month is not null
   order by v.voices desc, i.id limit 200`,
)
export type IssueRow = Portrait & {
  leadOffice: string | null
  themeMonth: string | null
  /** Where most of its matters are. */
  division: string | null
  residents: number
  matters: number
  voices: number
}
export type Asker = { county: number; reach: string; offices: readonly string[] }
export const issuesFor = (
  sql: Sql,
  { county, reach, offices }: Asker,
  now: Date,
  { since, halfLifeDays, leastVoices }: { since: Date; halfLifeDays: number; leastVoices: number },
) => sql.many<IssueRow>(list, [county, reach, offices, now, since, halfLifeDays, leastVoices])

const weeks = planned(
  `select h.issue, floor(extract(epoch from $3 - m.received_at) / 604800)::int as ago, count(*)::int as count
   from hot_members h join visible_matters m on m.county = h.county and m.id = h.matter
   where h.county = $1 and h.issue = any($2::uuid[]) and m.received_at > $4
     and m.state not in ('refused', 'cancelled')
   group by 1, 2`,
)
export const weeksFor = (
  sql: Sql,
  county: number,
  issues: readonly string[],
  { now, from }: { now: Date; from: Date },
) => sql.many<{ issue: string; ago: number; count: number }>(weeks, [county, issues, now, from])
