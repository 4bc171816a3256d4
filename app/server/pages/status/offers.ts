import type { OutputOf } from '#foundation/contract.ts'
import { hoursOn, minutesOn } from '#foundation/rules-with-citations.ts'
import type { CountyRules } from '#foundation/server/rule-book.ts'
import { millisecondsOfHour } from '#foundation/time.ts'
import { amendableUntil } from '#matters/accept/rules.ts'
import type { readEvaluation } from '#matters/evaluate/contract.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { type ResidentVerb, residentVerbs } from '../../../resident-verbs.ts'

export type EvaluationView = OutputOf<typeof readEvaluation>
export type VerdictView = EvaluationView['verdicts'][number]

/** What the windows of the rules are measured against. */
type Measure = {
  readonly view: MatterView
  readonly evaluation: EvaluationView
  readonly county: Pick<CountyRules, 'rules' | 'dayOf'>
  readonly now: Date
}

/** Procedure and post allow it; the windows of the rules are asked besides. */
const allowed = (view: MatterView, verb: Verb) =>
  view.acts.some((act) => act.verb === verb && act.refusal === null)

/** The moment until which the reporter may correct the report; null when that is over, or the work has begun. */
export function amendUntil({ view, county, now }: Omit<Measure, 'evaluation'>): Date | null {
  if (!allowed(view, 'amend')) return null
  const minutes = minutesOn(county.rules, 'window.receiptEdit', county.dayOf(now))
  const until = amendableUntil(new Date(view.receivedAt), minutes)
  return now <= until ? until : null
}

/** Verdict of the round at hand, which its author may still correct for a while. */
export function verdictOf({ round, verdicts }: EvaluationView): VerdictView | null {
  return verdicts.find((verdict) => verdict.round === round) ?? null
}

function mayRate({ evaluation, county, now }: Measure): boolean {
  const today = county.dayOf(now)
  if (evaluation.rateUntil !== null && today > evaluation.rateUntil) return false
  const verdict = verdictOf(evaluation)
  if (verdict?.source !== 'resident') return true
  const hours = hoursOn(county.rules, 'window.ratingEdit', today)
  return now.getTime() <= Date.parse(verdict.at) + hours * millisecondsOfHour
}

function mayUrge({ view, county, now }: Measure): boolean {
  const running = view.clocks.filter(({ stoppedAt }) => stoppedAt === null)
  const clock =
    running.find(({ name }) => name === 'rework') ??
    running.find(({ name }) => name === 'completion')
  if (!clock?.late) return false
  const last = view.timeline.findLast(({ act, actor }) => act === 'urge' && actor !== 'officer')
  const hours = hoursOn(county.rules, 'window.urgeAgain', county.dayOf(now))
  return !last || now.getTime() >= Date.parse(last.at) + hours * millisecondsOfHour
}

/** What the resident may do now, so that nothing is offered only to be refused. */
export function offersOf(measure: Measure): ResidentVerb[] {
  const { view, evaluation, county, now } = measure
  const { reopenUntil } = evaluation
  const open: Partial<Record<ResidentVerb, boolean>> = {
    rate: mayRate(measure),
    urge: mayUrge(measure),
    reopen: reopenUntil === null || county.dayOf(now) <= reopenUntil,
  }
  return residentVerbs.filter((verb) => allowed(view, verb) && open[verb] !== false)
}
