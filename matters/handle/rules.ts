import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Matter, MatterClock } from '#matters/matter/model.ts'
import { officesSpokenFor } from '#matters/matter/rules.ts'
import type { HeldPost } from '#people/model.ts'
import { type HandlingOutcome, replyLengthMin } from './model.ts'

/** Null when the words say something: at least ten letters, figures or characters. */
export function whyNotReply(words: string, field = 'reply'): Refusal | null {
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters >= replyLengthMin) return null
  return refuse('handle.replyTooShort', 'invalid', { field, values: { count: replyLengthMin } })
}

/** Null when a note says anything at all. */
export function whyNotNote(words: string): Refusal | null {
  return /[\p{L}\p{N}]/u.test(words)
    ? null
    : refuse('handle.noteEmpty', 'invalid', { field: 'words' })
}

export type FeedingBack = {
  readonly outcome: HandlingOutcome
  readonly reply: string
  readonly nextStep?: string | undefined
  readonly promisedDay?: string | undefined
}

/**
 * Why this is no answer to a resident. What cannot be done now needs its reason, what happens next and a stated date
 * (Jinan 12345 law art. 24, Weifang art. 20); a date that is promised lies ahead.
 */
export function whyNotFeedBack(told: FeedingBack, today: string): Refusal | null {
  const short = whyNotReply(told.reply)
  if (short) return short
  if (told.outcome === 'cannot') {
    const step = whyNotReply(told.nextStep ?? '', 'nextStep')
    if (step) return step
    if (told.promisedDay === undefined)
      return refuse('handle.promiseMissing', 'invalid', { field: 'promisedDay' })
  }
  if (told.promisedDay !== undefined && told.promisedDay <= today)
    return refuse('handle.promisePast', 'invalid', { field: 'promisedDay' })
  return null
}

/**
 * The office a handler's post speaks for in this matter; the office of the post where it is none of them (solved on
 * the spot).
 */
export function officeActing(
  post: HeldPost,
  matter: Pick<Matter, 'offices' | 'leadOffice'>,
): string {
  const mine = officesSpokenFor(post, matter)
  return mine.find((office) => office === matter.leadOffice) ?? mine[0] ?? post.office
}

/** Since when the offices have the matter: its last dispatch. Null before. */
export function dispatchedAt(clocks: readonly MatterClock[]): Date | null {
  return clocks.find(({ name }) => name === 'signing')?.startedAt ?? null
}

/**
 * Assisting offices that have said nothing. The lead office is warned, not stopped: it answers to the resident alone
 * (trap 14).
 */
export function unansweredOf(
  { offices, leadOffice }: Pick<Matter, 'offices' | 'leadOffice'>,
  answered: readonly string[],
): string[] {
  return offices.filter((office) => office !== leadOffice && !answered.includes(office))
}
