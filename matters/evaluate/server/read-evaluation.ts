import type { OutputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { countOn, daysOn } from '#foundation/rules-with-citations.ts'
import type { Day } from '#foundation/time.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Moment } from '#people/server/moment.ts'
import type { readEvaluation } from '../contract.ts'
import type { Round } from '../model.ts'
import { lastDayAfter } from '../rules.ts'
import type { Evaluation } from './evaluation.ts'
import { roundOf } from './store.ts'
import {
  callsOf,
  checksOf,
  type EvaluatedMatter,
  evaluatedMatter,
  exclusionsOf,
  type VerdictRow,
  verdictsOf,
} from './store-views.ts'

type View = OutputOf<typeof readEvaluation>

/** Windows and tries as the rules of the day have them. */
function windowsOf(matter: EvaluatedMatter, { calls }: Round, county: County, today: Day) {
  const closedOn = matter.closedAt && county.dayOf(matter.closedAt)
  const triesMax = countOn(county.rules, 'count.callBackTries', today)
  const asked = !matter.replyWanted || calls.some(({ reached }) => reached)
  const days = (rule: string) => daysOn(county.rules, rule, today)
  return {
    callsLeft: asked ? 0 : Math.max(0, triesMax - calls.length),
    rateUntil: lastDayAfter(closedOn, days('window.rating')),
    reopenUntil: matter.state === 'closed' ? lastDayAfter(closedOn, days('window.reopen')) : null,
  }
}

/** Offices and the author read the words as written; others what was released, masked. */
function verdictViews(rows: readonly VerdictRow[], whole: boolean): View['verdicts'] {
  return rows
    .filter(({ published }) => whole || published)
    .map(({ publicWords, correctedAt, at, ...row }) => ({
      ...row,
      words: whole ? row.words : publicWords,
      at: at.toISOString(),
      correctedAt: correctedAt?.toISOString() ?? null,
    }))
}

/** What only offices read: the house's own checks, calls and exclusions. */
async function insideViews(
  { names }: Evaluation,
  matter: string,
  { sql, by }: Moment,
): Promise<Pick<View, 'checks' | 'calls' | 'exclusions'>> {
  const nameOf = (office: string | null) =>
    office === null ? null : names.officeName(by.county, office, by.language)
  const [checks, calls, exclusions] = await Promise.all([
    checksOf(sql, by.county, matter),
    callsOf(sql, by.county, matter),
    exclusionsOf(sql, by.county, matter),
  ])
  return {
    checks: checks.map((row) => ({ ...row, office: nameOf(row.office), at: row.at.toISOString() })),
    calls: calls.map((row) => ({ ...row, office: nameOf(row.office), at: row.at.toISOString() })),
    exclusions: exclusions.map(({ approverOffice, ...row }) => ({
      ...row,
      askedBy: nameOf(row.askedBy),
      approver: nameOf(approverOffice),
      at: row.at.toISOString(),
    })),
  }
}

/** The evaluation of one matter, as much of it as the asker may see. @throws Refused `matter.notFound` */
export async function answerEvaluation(
  evaluation: Evaluation,
  matter: string,
  moment: Moment,
  county: County,
): Promise<View> {
  const { sql, by, now } = moment
  const found = await evaluatedMatter(sql, by.county, matter)
  if (!found) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const inside = by.kind === 'officer' || by.kind === 'system'
  const [round, verdicts, more] = await Promise.all([
    roundOf(sql, by.county, matter),
    verdictsOf(sql, by.county, matter),
    inside ? insideViews(evaluation, matter, moment) : { checks: [], calls: [], exclusions: [] },
  ])
  return {
    round: round.round,
    ...windowsOf(found, round, county, county.dayOf(now)),
    verdicts: verdictViews(verdicts, by.kind !== 'public'),
    ...more,
  }
}
