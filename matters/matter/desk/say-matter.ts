import { fill, type Language } from '#foundation/languages.ts'
import { sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import type { Tone } from '#foundation/screens/tone.ts'
import type { Remaining } from '#foundation/time-limits.ts'
import { sayRemaining } from '#foundation/time-words.ts'
import { endStates } from '../model.ts'
import { lastText } from './act/last-entry.ts'
import type { MatterWords } from './matter-words.ts'
import type { MatterRow, MatterView } from './view.ts'

/** What is left is little: the last day, or the last hours where hours are counted. */
const soonHours = 4

/** How much time is left, for shape and colour beside its words. */
export function toneOf({ late, amount, unit }: Remaining): Tone {
  if (late) return 'late'
  switch (unit) {
    case 'workingDay':
    case 'naturalDay':
      return amount <= 1 ? 'soon' : 'open'
    case 'workingHour':
    case 'urgentHour':
      return amount <= soonHours ? 'soon' : 'open'
    default:
      return 'soon'
  }
}

/** Nobody counts in hours what is days away: from two days on, a continuous clock is said in days. */
export function asPeopleSay(left: Remaining): Remaining {
  const { unit, amount } = left
  return unit === 'urgentHour' && amount >= 48
    ? { ...left, unit: 'naturalDay', amount: Math.floor(amount / 24) }
    : left
}

/** "还剩 1 个工作日" with its tone; null where nothing is due. */
export function sayLeft(
  left: MatterRow['left'],
  language: Language,
): { tone: Tone; words: string } | null {
  return left && { tone: toneOf(left), words: sayRemaining(asPeopleSay(left), language) }
}

type Standing = Pick<MatterView, 'state' | 'flags' | 'leadOffice'>

/** Which sentence tells how a matter stands: a flag that decides what happens next is said before the state. */
function sentenceKey({
  state,
  flags,
  leadOffice,
}: Standing): keyof MatterWords['desk']['sentence'] {
  const stands = (flag: Standing['flags'][number]) => flags.includes(flag)
  if (state === 'judged' && stands('consulting')) return 'consulting'
  if (state === 'fedBack' && leadOffice === null) return 'solvedOnSpot'
  if (state !== 'dispatched' && state !== 'handling') return state
  if (stands('suspended')) return 'suspended'
  if (stands('objected')) return 'objected'
  if (stands('extensionAsked')) return 'extensionAsked'
  return stands('rework') && state === 'handling' ? 'rework' : state
}

/** The state of a matter as a sentence, with the moment it is due, or the day it wakes. */
export function saySentence(
  matter: MatterView,
  language: Language,
  now: Date,
  { desk }: MatterWords,
): string {
  const wakeOn = lastText(matter, 'suspend', 'wakeOn')
  const sentence = fill(desk.sentence[sentenceKey(matter)], {
    office: matter.leadOfficeName ?? '',
    day: wakeOn === null ? '' : sayDay(wakeOn, language, now),
  })
  if (matter.dueAt === null) return sentence
  return sentence + fill(desk.sentence.until, { due: sayMoment(matter.dueAt, language, now) })
}

/** How a matter stands, for shape and colour: late or soon by its clock, paused on hold, done when it has ended. */
export function standingTone({ state, flags, clocks, dueAt }: MatterView): Tone {
  if (endStates.includes(state)) return 'done'
  if (flags.includes('suspended')) return 'paused'
  const due = clocks.find((clock) => clock.dueAt === dueAt && clock.stoppedAt === null)
  return due ? toneOf(due.left) : 'waiting'
}
