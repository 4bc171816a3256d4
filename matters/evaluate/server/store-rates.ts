import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Indicator, Mark } from '../model.ts'
import type { Tally } from '../rates.ts'

/** A period as moments, from inclusive and to exclusive; `office` null asks for the whole county. */
export type RatePeriod = {
  readonly from: Date
  readonly to: Date
  readonly now: Date
  readonly office: string | null
  /** Rule `list.satisfiedGrades`. */
  readonly satisfiedGrades: readonly string[]
}

/**
 * How a matter stands to the rates, from a `due` of candidates (id, due_at, office, kind, flags, reply_wanted, state).
 * $1 county, $2 now. Requests only; consultations answered at once and the outcomes of acceptance are no orders
 * (trap 16). What waits past its limit without having been given to an office is due all the same, and not responded.
 * What is known only from the record is read in one pass over the matter's few events.
 */
const facts = `told as (
    select d.id, d.due_at, d.office, d.reply_wanted, r.round, r.against,
      d.kind = 'request' and not r.answered as counted,
      case when r.withdrawn then 'withdrawn' when 'suspended' = any (d.flags) then 'suspended' end as left_out,
      case when 'suspended' = any (d.flags) then r.suspended_by end as left_out_by,
      f.name is not null or d.state in ('accepted', 'judged') as timed,
      case when r.contacted then 'good' when f.stopped_at is null and f.due_at > $2 then 'open'
        when r.tried then 'tried' else 'bad' end as contact
    from due d
    left join clocks f on f.county = $1 and f.matter = d.id and f.name = 'firstContact'
    cross join lateral (
      select 1 + count(*) filter (where e.act in ('rework', 'reopen')) as round,
        coalesce(bool_or(e.act in ('refuse', 'answer')), false) as answered,
        coalesce(bool_or(e.act = 'withdraw'), false) as withdrawn,
        coalesce(bool_or(e.act = 'contact' and e.branch = 'reached' and e.at >= f.started_at
          and least(e.at, coalesce(f.paused_at, e.at)) <= f.due_at), false) as contacted,
        coalesce(bool_or(e.act = 'contact' and e.at >= f.started_at and e.at <= f.due_at), false) as tried,
        (array_agg(e.office order by e.seq desc) filter (where e.act = 'suspend'))[1] as suspended_by,
        coalesce(max(e.seq) filter (where e.act = 'close' and e.body ? 'against'), 0)
          > coalesce(max(e.seq) filter (where e.act in ('rework', 'reopen')), 0) as against
      from events e where e.county = $1 and e.matter = d.id and e.act in ('rework', 'reopen', 'refuse', 'answer',
        'withdraw', 'contact', 'suspend', 'close')) r),
  facts as (
    select t.id as matter, t.due_at, t.office, t.counted, t.left_out, t.left_out_by, t.reply_wanted, t.timed,
      t.contact, v.solved, v.grade, t.against, v.round is not null or exists (select 1 from callbacks c
        where c.county = $1 and c.matter = t.id and c.round = t.round) as asked
    from told t left join verdicts v on v.county = $1 and v.matter = t.id and v.round = t.round)`

const factColumns = `matter, due_at, office, counted, left_out, left_out_by, reply_wanted, timed, contact,
  solved, grade, against, asked`

/**
 * Everything due of which nothing was kept when it ended: mostly what has not ended. $2 now, $3 from, $4 to, $5 office
 * or null, $6 grades that count as satisfied. Due 应结: the limit of completion falls into the period and has passed,
 * whenever the request was filed (domain.md 1.8).
 */
const due = `due as (
    select m.id, k.due_at, m.lead_office as office, m.kind, m.flags, m.reply_wanted, m.state
    from clocks k join visible_matters m on m.county = k.county and m.id = k.matter
    where k.county = $1 and m.county = $1 and k.name = 'completion' and k.due_at >= $3 and k.due_at < $4
      and k.due_at <= $2 and m.kind = 'request' and m.state not in ('refused', 'answered')
      and ($5::uuid is null or m.lead_office = $5)
      and not exists (select 1 from standings s where s.county = $1 and s.matter = k.matter))`

/** What was kept of them. */
const kept = `from standings s
    where s.county = $1 and s.counted and s.due_at >= $3 and s.due_at < $4 and s.due_at <= $2
      and ($5::uuid is null or s.office = $5)`

/** The three indicators of a row `d` of facts: left out of it, and how it counts. */
const byIndicator = `(values
    ('response', case when not d.reply_wanted then 'replyNotWanted' when not d.timed then 'noClock' end, d.contact),
    ('solution', case when d.solved is null and not d.reply_wanted then 'replyNotWanted' end,
      case when d.solved then 'good' when not d.solved then 'bad' when d.asked then 'noAnswer' else 'open' end),
    ('satisfaction', case when d.grade is null and not d.reply_wanted then 'replyNotWanted' end,
      case when d.grade = any ($6) then 'good' when d.grade is not null then 'bad'
        when d.asked then 'noAnswer' else 'open' end)) as i (indicator, out, mark)`

const alike = 'office, left_out, reply_wanted, timed, contact, solved, grade, asked'

// Counted before they are told apart by indicator: many matters stand alike.
const talliesText = planned(`with ${due}, ${facts},
  excluded as (
    select x.matter, jsonb_object_agg(x.indicator, x.reason) as reasons
    from exclusions x where x.county = $1 group by x.matter),
  d as (
    select ${alike}, x.reasons, 1 as count, f.against::int as against
    from facts f left join excluded x using (matter) where f.counted
    union all
    select ${alike}, x.reasons, count(*), count(*) filter (where s.against)
    from (select * ${kept}) s left join excluded x using (matter)
    group by ${alike}, x.reasons)
  select d.office, i.indicator, coalesce(d.left_out, d.reasons ->> i.indicator, i.out) as out, i.mark,
    sum(d.count)::int as count, sum(d.against)::int as against
  from d cross join lateral ${byIndicator} group by 1, 2, 3, 4`)

const rowsText = planned(`with ${due}, ${facts},
  d as (select ${factColumns} from facts where counted union all select ${factColumns} ${kept})
  select d.matter, m.number, i.indicator, coalesce(d.left_out, x.reason, i.out) as out, i.mark,
    case when d.left_out is not null then d.left_out_by else x.approver_office end as approver, d.against
  from d join visible_matters m on m.county = $1 and m.id = d.matter
  cross join lateral ${byIndicator}
  left join exclusions x on x.county = $1 and x.matter = d.matter and x.indicator = i.indicator
  order by m.number, i.indicator`)

const valuesOf = (county: number, { from, to, office, now, satisfiedGrades }: RatePeriod) => [
  ...[county, now, from, to, office, satisfiedGrades],
]

const keepText = prepared(
  'evaluate.keep-standings',
  `with due as (
    select m.id, k.due_at, m.lead_office as office, m.kind, m.flags, m.reply_wanted, m.state
    from matters m join clocks k on k.county = m.county and k.matter = m.id and k.name = 'completion'
    where m.county = $1 and m.id = any ($3::uuid[]) and m.state in ('closed', 'archived')), ${facts}
   insert into standings (county, ${factColumns}) select $1, ${factColumns} from facts
   on conflict (county, matter) do update set counted = excluded.counted, solved = excluded.solved,
     grade = excluded.grade, asked = excluded.asked`,
)

/** Keeps how matters that have ended stand now, so that later readings need not work it out from the record. */
export const keepStandings = (sql: Sql, county: number, matters: readonly string[], now: Date) =>
  sql.later(keepText, [county, now, matters])

const dropText = prepared(
  'evaluate.drop-standing',
  'delete from standings where county = $1 and matter = $2',
)

/** What goes on being worked on stands nowhere until it ends again. */
export const dropStanding = (sql: Sql, county: number, matter: string) =>
  sql.later(dropText, [county, matter])

/** `office` null: not given to one. */
export type OfficeTally = Tally & { office: string | null; against: number }

/** How many matters of each office stand how: what the public rates are made of. */
export const rateTallies = (sql: Sql, county: number, period: RatePeriod) =>
  sql.many<OfficeTally>(talliesText, valuesOf(county, period))

export type RateRow = {
  matter: string
  number: string
  indicator: Indicator
  out: string | null
  mark: Mark
  approver: string | null
  against: boolean
}

/** The same by matter. */
export const rateRows = (sql: Sql, county: number, period: RatePeriod) =>
  sql.many<RateRow>(rowsText, valuesOf(county, period))

const withoutClockText = planned(
  `select m.lead_office as office, count(*)::int as count from matters m
   where m.county = $1 and m.kind = 'request' and m.received_at >= $2 and m.received_at < $3
     and m.channel = 'import' and ($4::uuid is null or m.lead_office = $4)
     and not exists (select 1 from clocks k where k.county = $1 and k.matter = m.id and k.name = 'completion')
   group by m.lead_office`,
)

/** Imported history without clocks, by lead office; null where it has none. */
export const withoutClock = (sql: Sql, county: number, { from, to, office }: RatePeriod) =>
  sql.many<{ office: string | null; count: number }>(withoutClockText, [county, from, to, office])
