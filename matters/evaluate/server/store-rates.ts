import type { Sql } from '#foundation/server/database.ts'
import { planned } from '#foundation/server/statement.ts'
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
 * How each due request stands to each indicator, one row a matter and indicator. $1 county, $2 from, $3 to, $4 office
 * or null, $5 now, $6 grades that count as satisfied. Due 应结: the limit of completion falls into the period and has
 * passed, whenever the request was filed (domain.md 1.8). Requests only; consultations answered at once and the
 * outcomes of acceptance are no orders (trap 16). What waits past its limit without having been given to an office is
 * due all the same, and not responded. What is known only from the record is read in one pass over the matter's few
 * events.
 */
const standings = `with due as (
    select m.id, m.number, m.lead_office as office, m.flags, m.reply_wanted, m.state
    from clocks k join matters m on m.county = k.county and m.id = k.matter
    where k.county = $1 and m.county = $1 and k.name = 'completion' and k.due_at >= $2 and k.due_at < $3
      and k.due_at <= $5 and m.kind = 'request'
      and ($4::uuid is null or m.lead_office = $4)),
  told as (
    select d.id, d.number, d.office, d.reply_wanted, r.round, r.against,
      case when r.withdrawn then 'withdrawn' when 'suspended' = any (d.flags) then 'suspended' end as out,
      case when 'suspended' = any (d.flags) then r.suspended_by end as out_office,
      f.name is not null or d.state in ('accepted', 'judged') as timed,
      case when r.contacted then 'good' when f.stopped_at is null and f.due_at > $5 then 'open'
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
      from events e where e.county = $1 and e.matter = d.id) r
    where not r.answered),
  judged as (
    select t.*, v.solved, v.grade,
      (v.round is not null or exists (select 1 from callbacks c
        where c.county = $1 and c.matter = t.id and c.round = t.round)) as asked
    from told t left join verdicts v on v.county = $1 and v.matter = t.id and v.round = t.round),
  standings as (
    select j.id, j.number, j.office, j.against, i.indicator,
      coalesce(j.out, x.reason, i.out) as out,
      case when j.out is not null then j.out_office else x.approver_office end as approver, i.mark
    from judged j
    cross join lateral (values
      ('response', case when not j.reply_wanted then 'replyNotWanted' when not j.timed then 'noClock' end,
        j.contact),
      ('solution', case when j.solved is null and not j.reply_wanted then 'replyNotWanted' end,
        case when j.solved then 'good' when not j.solved then 'bad' when j.asked then 'noAnswer' else 'open' end),
      ('satisfaction', case when j.grade is null and not j.reply_wanted then 'replyNotWanted' end,
        case when j.grade = any ($6) then 'good' when j.grade is not null then 'bad'
          when j.asked then 'noAnswer' else 'open' end)) as i (indicator, out, mark)
    left join exclusions x on x.county = $1 and x.matter = j.id and x.indicator = i.indicator)`

const talliesText = planned(`${standings}
  select s.office, s.indicator, s.out, s.mark, count(*)::int as count,
    count(*) filter (where s.against)::int as against
  from standings s group by s.office, s.indicator, s.out, s.mark`)

const rowsText = planned(`${standings}
  select s.id as matter, s.number, s.indicator, s.out, s.mark, s.approver, s.against
  from standings s order by s.number, s.indicator`)

const valuesOf = (county: number, { from, to, office, now, satisfiedGrades }: RatePeriod) => [
  ...[county, from, to, office, now, satisfiedGrades],
]

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
