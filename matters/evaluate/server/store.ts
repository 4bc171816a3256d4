import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { CheckResult, Grade, Indicator, Round, Verdict, VerdictSource } from '../model.ts'

// The round is told by the record: how often the matter went back after a check, plus one.
const standing = prepared(
  'evaluate.standing',
  `with told as (
     select 1 + count(*) filter (where e.act in ('rework', 'reopen'))::int as round,
       count(*) filter (where e.act = 'reopen' and e.actor_kind in ('resident', 'receipt'))::int as reopenings
     from events e join matters m on m.county = e.county and m.id = e.matter
     where e.county = $1 and e.matter = $2)
   select t.round, t.reopenings, v.solved, v.grade, v.source, v.at,
     (select coalesce(json_agg(json_build_object('reached', c.reached, 'solved', c.solved) order by c.seq), '[]')
      from callbacks c where c.county = $1 and c.matter = $2 and c.round = t.round) as calls
   from told t left join verdicts v on v.county = $1 and v.matter = $2 and v.round = t.round`,
)

type StandingRow = Pick<Round, 'round' | 'reopenings' | 'calls'> & {
  solved: boolean | null
  grade: Grade | null
  source: VerdictSource | null
  at: Date | null
}

/** Where the evaluation of a matter stands in its current round. */
export async function roundOf(sql: Sql, county: number, matter: string): Promise<Round> {
  const { round, reopenings, calls, solved, grade, source, at } = await sql.one<StandingRow>(
    standing,
    [county, matter],
  )
  const verdict: Verdict | null = source && at ? { solved, grade, source, at } : null
  return { round, reopenings, calls, verdict }
}

export type NewCheck = {
  seq: number
  round: number
  result: CheckResult
  note: string
  person: string | null
  office: string | null
  at: Date
}

const addCheckText = prepared(
  'evaluate.add-check',
  `insert into checks (county, matter, seq, round, result, note, checked_by, office, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

/** This and the other writings travel with the act's own. */
export function addCheck(sql: Sql, county: number, matter: string, made: NewCheck): void {
  sql.later(addCheckText, [
    ...[county, matter, made.seq, made.round, made.result, made.note],
    ...[made.person, made.office, made.at],
  ])
}

export type NewCall = {
  seq: number
  round: number
  reached: boolean
  solved: boolean | null
  grade: Grade | null
  words: string
  outsideHours: boolean
  person: string | null
  office: string | null
  at: Date
}

const addCallText = prepared(
  'evaluate.add-call',
  `insert into callbacks (county, matter, seq, round, at, reached, solved, grade, words, outside_hours, called_by,
     office)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)

export function addCall(sql: Sql, county: number, matter: string, made: NewCall): void {
  sql.later(addCallText, [
    ...[county, matter, made.seq, made.round, made.at, made.reached, made.solved, made.grade],
    ...[made.words, made.outsideHours, made.person, made.office],
  ])
}

export type NewVerdict = {
  round: number
  solved: boolean | null
  grade: Grade | null
  words: string
  publicWords: string
  source: VerdictSource
  published: boolean
  at: Date
}

// A correction keeps the moment of the first rating, from which the time for correcting counts; what the resident
// writes takes the place of what was said on the phone, and begins its own time.
const putVerdictText = prepared(
  'evaluate.put-verdict',
  `insert into verdicts (county, matter, round, solved, grade, words, public_words, source, published, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (county, matter, round) do update set solved = excluded.solved, grade = excluded.grade,
     words = excluded.words, public_words = excluded.public_words, source = excluded.source,
     published = excluded.published, corrected_at = excluded.at,
     at = case when verdicts.source = excluded.source then verdicts.at else excluded.at end`,
)

export function putVerdict(sql: Sql, county: number, matter: string, made: NewVerdict): void {
  sql.later(putVerdictText, [
    ...[county, matter, made.round, made.solved, made.grade, made.words, made.publicWords],
    ...[made.source, made.published, made.at],
  ])
}

export type NewExclusion = {
  indicators: readonly Indicator[]
  reason: string
  words: string
  askedBy: string | null
  approver: string | null
  approverOffice: string | null
  at: Date
}

const addExclusionText = prepared(
  'evaluate.add-exclusion',
  `insert into exclusions (county, matter, indicator, reason, words, asked_by, approver, approver_office, at)
   select $1, $2, i.indicator, $4, $5, $6, $7, $8, $9 from unnest($3::text[]) as i (indicator)`,
)

export function addExclusion(sql: Sql, county: number, matter: string, made: NewExclusion): void {
  sql.later(addExclusionText, [
    ...[county, matter, made.indicators, made.reason, made.words, made.askedBy],
    ...[made.approver, made.approverOffice, made.at],
  ])
}

// The states stand in the text, as in the index: what is archived already, most of all matters, is not looked at.
const overdueForArchive = prepared(
  'evaluate.to-archive',
  `select m.id from matters m where m.county = $1 and m.closed_at < $2
     and m.state in ('closed', 'answered', 'refused', 'cancelled')
   order by m.closed_at, m.id limit $3`,
)

/** Matters that ended before that moment and are not archived yet, longest ago first. */
export const closedBefore = async (sql: Sql, county: number, before: Date, most: number) =>
  (await sql.many<{ id: string }>(overdueForArchive, [county, before, most])).map(({ id }) => id)
