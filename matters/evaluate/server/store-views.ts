import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { Matter } from '#matters/matter/model.ts'
import type { CheckResult, Grade, Indicator, VerdictSource } from '../model.ts'

const matterText = prepared(
  'evaluate.read-matter',
  `select m.kind, m.state, m.reply_wanted as "replyWanted", m.closed_at as "closedAt" from matters m
   where m.county = $1 and m.id = $2`,
)

export type EvaluatedMatter = Pick<Matter, 'kind' | 'state' | 'replyWanted' | 'closedAt'>

/** Null also when the guard hides it. */
export const evaluatedMatter = (sql: Sql, county: number, matter: string) =>
  sql.maybe<EvaluatedMatter>(matterText, [county, matter])

export type CheckRow = {
  seq: number
  round: number
  result: CheckResult
  note: string
  office: string | null
  at: Date
}

const checksText = prepared(
  'evaluate.list-checks',
  `select c.seq, c.round, c.result, c.note, c.office, c.at from checks c
   join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.seq`,
)

export const checksOf = (sql: Sql, county: number, matter: string) =>
  sql.many<CheckRow>(checksText, [county, matter])

export type CallRow = {
  seq: number
  round: number
  reached: boolean
  solved: boolean | null
  grade: Grade | null
  words: string
  outsideHours: boolean
  office: string | null
  at: Date
}

const callsText = prepared(
  'evaluate.list-calls',
  `select c.seq, c.round, c.reached, c.solved, c.grade, c.words, c.outside_hours as "outsideHours", c.office, c.at
   from callbacks c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.seq`,
)

export const callsOf = (sql: Sql, county: number, matter: string) =>
  sql.many<CallRow>(callsText, [county, matter])

export type VerdictRow = {
  round: number
  solved: boolean | null
  grade: Grade | null
  words: string
  publicWords: string
  source: VerdictSource
  published: boolean
  at: Date
  correctedAt: Date | null
}

const verdictsText = prepared(
  'evaluate.list-verdicts',
  `select v.round, v.solved, v.grade, v.words, v.public_words as "publicWords", v.source, v.published, v.at,
     v.corrected_at as "correctedAt"
   from verdicts v join matters m on m.county = v.county and m.id = v.matter
   where v.county = $1 and v.matter = $2 order by v.round`,
)

export const verdictsOf = (sql: Sql, county: number, matter: string) =>
  sql.many<VerdictRow>(verdictsText, [county, matter])

export type ExclusionRow = {
  indicator: Indicator
  reason: string
  words: string
  askedBy: string | null
  approverOffice: string | null
  at: Date
}

const exclusionsText = prepared(
  'evaluate.list-exclusions',
  `select x.indicator, x.reason, x.words, x.asked_by as "askedBy", x.approver_office as "approverOffice", x.at
   from exclusions x join matters m on m.county = x.county and m.id = x.matter
   where x.county = $1 and x.matter = $2 order by x.indicator`,
)

export const exclusionsOf = (sql: Sql, county: number, matter: string) =>
  sql.many<ExclusionRow>(exclusionsText, [county, matter])
