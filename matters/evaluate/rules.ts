import { type Refusal, refuse } from '#foundation/refusal.ts'
import { addDays, type Day, millisecondsOfHour } from '#foundation/time.ts'
import type { Matter } from '#matters/matter/model.ts'
import type { CallAdvice, CheckResult, Grade, Round, Verdict } from './model.ts'

/** Words must say something: two letters or characters at least. */
export function saysSomething(words: string | undefined): boolean {
  return (words?.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2
}

/** A check that is not passed says what is lacking, since the office has to put it right. */
export function whyNotCheck(result: CheckResult, note: string | undefined): Refusal | null {
  if (result === 'passed' || saysSomething(note)) return null
  return refuse('evaluate.noteMissing', 'invalid', { field: 'note' })
}

type CallAnswer = {
  readonly reached: boolean
  readonly solved?: boolean | null
  readonly grade?: Grade | null
}

/**
 * Why no call-back is to be recorded: the resident wanted none (是否要求回复 is asked of everybody), answered already, or
 * all tries are used up.
 * @param triesMax rule `count.callBackTries`
 */
export function whyNotCall(
  matter: Pick<Matter, 'replyWanted'>,
  { calls }: Round,
  answer: CallAnswer,
  triesMax: number,
): Refusal | null {
  if (!matter.replyWanted) return refuse('evaluate.replyNotWanted', 'conflict')
  if (calls.some(({ reached }) => reached)) return refuse('evaluate.calledAlready', 'conflict')
  if (calls.length >= triesMax)
    return refuse('evaluate.triesUsedUp', 'conflict', { values: { count: triesMax } })
  const answered = typeof answer.solved === 'boolean' || typeof answer.grade === 'string'
  return answered && !answer.reached
    ? refuse('evaluate.answerWithoutContact', 'invalid', { field: 'reached' })
    : null
}

/** True for the two lower grades, which are bad ratings 差评 and are put right. */
export function isBad(grade: Grade | null | undefined): boolean {
  return grade === 'dissatisfied' || grade === 'veryDissatisfied'
}

/**
 * What a call suggests: what is not solved, or leaves the resident dissatisfied, is done again (Jinan 12345 law art.
 * 27).
 */
export function adviceAfter(answer: CallAnswer, tries: number, triesMax: number): CallAdvice {
  if (!answer.reached) return tries < triesMax ? 'callAgain' : 'closeUnreached'
  return answer.solved === false || isBad(answer.grade) ? 'rework' : 'close'
}

/** When rating is open, and until when it may be corrected; from the county's rules. */
export type RatingWindows = {
  /** Last day of rating: rule `window.rating` after the closing; null while the matter is not closed. */
  readonly lastDay: Day | null
  readonly today: Day
  readonly now: Date
  /** Rule `window.ratingEdit`, hours. */
  readonly editHours: number
}

/**
 * The last day on which something may be done, `days` natural days after the closing; the day itself is not counted.
 */
export function lastDayAfter(closedOn: Day | null, days: number): Day | null {
  return closedOn === null ? null : addDays(closedOn, days)
}

/**
 * Why this rating is not taken: it says nothing, the time is over, or the round was rated already (一事一评: one rating
 * per matter and round, which its author may correct for a while). What was said on the phone gives way to what the
 * resident writes.
 */
export function whyNotRate(
  rating: { readonly solved?: boolean | null; readonly grade?: Grade | null },
  verdict: Verdict | null,
  { lastDay, today, now, editHours }: RatingWindows,
): Refusal | null {
  if (typeof rating.solved !== 'boolean' && typeof rating.grade !== 'string')
    return refuse('evaluate.ratingEmpty', 'invalid', { field: 'solved' })
  if (lastDay !== null && today > lastDay)
    return refuse('evaluate.ratingOver', 'conflict', { values: { day: lastDay } })
  if (verdict?.source !== 'resident') return null
  const editEnds = verdict.at.getTime() + editHours * millisecondsOfHour
  return now.getTime() > editEnds
    ? refuse('evaluate.ratedAlready', 'conflict', { values: { hours: editHours } })
    : null
}

/**
 * True when the resident said in this round, on the phone or in writing, that it is not solved; in writing counts
 * last.
 */
export function saysUnsolved({ verdict, calls }: Round): boolean {
  if (verdict?.source === 'resident' && verdict.solved !== null) return !verdict.solved
  return verdict?.solved === false || calls.some(({ solved }) => solved === false)
}

/** What closing is asked with, and by what it is measured. */
export type Closing = {
  /** A ground of the rule `list.closeAgainstGrounds`, with words. */
  readonly because?: string
  readonly words?: string
  readonly grounds: readonly string[]
  /** Rule `count.callBackTries`. */
  readonly triesMax: number
}

/**
 * Why a checked matter cannot be closed. The resident must have been heard: a verdict, an answered call-back, or
 * every try made; unless no reply was wanted or nobody reported it (a finding). Closing over "not solved" needs a
 * ground the county has cited, and is counted in public. Who may close at all, the procedure says: never whoever
 * handled it (domain.md 1.2, trap 11).
 */
export function whyNotClose(
  matter: Pick<Matter, 'kind' | 'replyWanted'>,
  round: Round,
  { because, words, grounds, triesMax }: Closing,
): Refusal | null {
  if (saysUnsolved(round)) return whyNotGround(because, words, grounds)
  if (because !== undefined)
    return refuse('evaluate.groundNotNeeded', 'invalid', { field: 'because' })
  const heard = round.verdict !== null || round.calls.some(({ reached }) => reached)
  if (heard || matter.kind === 'finding' || !matter.replyWanted) return null
  const left = triesMax - round.calls.length
  return left > 0
    ? refuse('evaluate.residentNotHeard', 'conflict', { values: { count: left } })
    : null
}

function whyNotGround(
  because: string | undefined,
  words: string | undefined,
  grounds: readonly string[],
): Refusal | null {
  if (because === undefined) return refuse('evaluate.notSolved', 'conflict', { field: 'because' })
  if (!grounds.includes(because))
    return refuse('evaluate.groundUnknown', 'invalid', { field: 'because' })
  return saysSomething(words)
    ? null
    : refuse('evaluate.wordsMissing', 'invalid', { field: 'words' })
}

/** Sending back or opening again needs a reason that somebody can act on. */
export function whyNotReason(reason: string): Refusal | null {
  return saysSomething(reason)
    ? null
    : refuse('evaluate.reasonMissing', 'invalid', { field: 'reason' })
}

/** What reopening is measured by. */
export type Reopening = {
  readonly byReporter: boolean
  /** Rule `window.reopen` after the closing. */
  readonly lastDay: Day | null
  readonly today: Day
  readonly reason: string
  readonly newFacts?: string
  readonly reopenings: number
  /** Rule `count.reopenings`: how often without new facts. */
  readonly reopeningsMax: number
}

/**
 * Why a closed matter is not opened again. Closed is not solved: the reporter may say so within the county's window,
 * several times without new facts and any number of times with them; the checker at any time, with a reason.
 */
export function whyNotReopen(asked: Reopening): Refusal | null {
  const unsaid = whyNotReason(asked.reason)
  if (unsaid || !asked.byReporter) return unsaid
  if (asked.lastDay !== null && asked.today > asked.lastDay)
    return refuse('evaluate.reopenOver', 'conflict', { values: { day: asked.lastDay } })
  if (asked.reopenings < asked.reopeningsMax || saysSomething(asked.newFacts)) return null
  return refuse('evaluate.newFactsMissing', 'conflict', {
    field: 'newFacts',
    values: { count: asked.reopeningsMax },
  })
}

/**
 * Archiving waits until nobody can reopen any more. `lastDay`: the later end of `window.archive` and `window.reopen`.
 */
export function whyNotArchive(lastDay: Day | null, today: Day): Refusal | null {
  return lastDay !== null && today <= lastDay
    ? refuse('evaluate.archiveTooEarly', 'conflict', { values: { day: lastDay } })
    : null
}

/**
 * Why a matter is not left out of indicators 剔除: only what was given to an office counts at all. The six kinds that
 * acceptance answers or refuses are outcomes of their own and never hidden as an exclusion (Beijing 接诉即办 law art. 11;
 * domain.md 2.2).
 * @param reasons rule `list.exclusionReasons`
 */
export function whyNotExclude(
  matter: Pick<Matter, 'leadOffice'>,
  asked: { readonly reason: string; readonly words: string },
  reasons: readonly string[],
): Refusal | null {
  if (matter.leadOffice === null) return refuse('evaluate.neverCounted', 'conflict')
  if (!reasons.includes(asked.reason))
    return refuse('evaluate.reasonUnknown', 'invalid', { field: 'reason' })
  return saysSomething(asked.words)
    ? null
    : refuse('evaluate.wordsMissing', 'invalid', { field: 'words' })
}
