import { fill, type Language } from '#foundation/languages.ts'
import type { Fact } from '#foundation/portal/Facts.tsx'
import { sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import type { Tone } from '#foundation/screens/tone.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { textOf } from '../../../words.ts'
import { officePath } from '../figures.ts'

/** What decides the tone of a matter: late and soon are told by the clock, the rest by the state. */
type Standing = Pick<MatterView, 'state' | 'flags' | 'dueAt'>

const soonMilliseconds = 24 * 3_600_000
const doneStates = ['closed', 'archived', 'answered']

export function toneOf(matter: Standing, now: string): Tone {
  if (matter.state === 'refused' || matter.state === 'cancelled') return 'stopped'
  if (doneStates.includes(matter.state)) return 'done'
  if (matter.flags.includes('suspended')) return 'paused'
  const left = matter.dueAt === null ? null : Date.parse(matter.dueAt) - Date.parse(now)
  if (left !== null && left < 0) return 'late'
  // Acceptance is a matter of hours: that it is soon is no news to whoever has just reported.
  if (matter.state === 'reported') return 'waiting'
  return left !== null && left < soonMilliseconds ? 'soon' : 'open'
}

/** How a matter stands, in a word for lists. */
export function stateWordOf({ state, flags }: Standing, language: Language): string {
  const held = flags.includes('suspended')
  return textOf(language, held ? 'portal.status.onHold' : `matter.state.${state}`)
}

/** The day on which a matter on hold wakes; null when it is not on hold. */
function heldUntil({ flags, timeline }: MatterView): string | null {
  if (!flags.includes('suspended')) return null
  const day = timeline.findLast(({ act }) => act === 'suspend')?.shown?.wakeOn
  return typeof day === 'string' ? day : null
}

/** A state is a sentence: who has it and until when (experience.md). */
export function sentenceOf(view: MatterView, language: Language, now: string): string {
  const office = view.leadOfficeName ?? ''
  const held = heldUntil(view)
  if (held !== null)
    return textOf(language, 'portal.status.held', { office, day: sayDay(held, language, now) })
  const flagged = view.flags.includes('suspended')
    ? 'suspended'
    : view.flags.includes('rework') && view.state === 'handling'
      ? 'rework'
      : view.state
  const sentence = textOf(language, `matter.sentence.${flagged}`)
  // Imported matters have no clock: what stands without a moment is said without one.
  if (view.dueAt === null && sentence.includes('{due}'))
    return textOf(language, `matter.state.${view.state}`)
  return fill(sentence, {
    office,
    due: view.dueAt === null ? '' : sayMoment(view.dueAt, language, now),
  })
}

/** Number, time, place and who has it; what is empty is left out. */
export function factsOf(view: MatterView, language: Language, now: string): Fact[] {
  const say = (name: string) => textOf(language, `portal.status.${name}`)
  const assisting = view.offices.filter(({ lead }) => !lead).map(({ name }) => name)
  const lead = view.leadOffice ? { href: officePath(view.leadOffice) } : {}
  const facts: Fact[] = [
    { name: say('number'), value: view.number },
    { name: say('received'), value: sayMoment(view.receivedAt, language, now) },
    { name: say('where'), value: [view.divisionName, view.placeText].filter(Boolean).join(' ') },
    { name: say('office'), value: view.leadOfficeName ?? '', ...lead },
    { name: say('assisting'), value: assisting.join(language === 'en' ? ', ' : '、') },
  ]
  return facts.filter(({ value }) => value !== '')
}
