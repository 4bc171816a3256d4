import type { Language } from '#foundation/languages.ts'
import type { DeadlineView } from '#foundation/portal/Deadline.tsx'
import type { Fact } from '#foundation/portal/Facts.tsx'
import type { TimelineEntry } from '#foundation/portal/Timeline.tsx'
import {
  type AmountUnit,
  sayAmount,
  sayDay,
  sayMoment,
  sayRemaining,
} from '#foundation/screens/say-time.ts'
import type { Tone } from '#foundation/screens/tone.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { textOf } from '../../words.ts'

/** What decides the tone of a matter: late and soon are told by the clock, the rest by the state. */
type Standing = Pick<MatterView, 'state' | 'flags' | 'dueAt'>

const soonMilliseconds = 24 * 3_600_000
const doneStates = ['closed', 'archived', 'answered']

export function toneOf(matter: Standing, now: string): Tone {
  if (matter.state === 'refused' || matter.state === 'cancelled') return 'stopped'
  if (doneStates.includes(matter.state)) return 'done'
  if (matter.flags.includes('suspended')) return 'paused'
  if (matter.dueAt !== null) {
    const left = Date.parse(matter.dueAt) - Date.parse(now)
    if (left < 0) return 'late'
    if (left < soonMilliseconds) return 'soon'
  }
  return matter.state === 'reported' ? 'waiting' : 'open'
}

/** A state is a sentence: who has it and until when (experience.md). */
export function sentenceOf(
  view: Pick<MatterView, 'state' | 'flags' | 'dueAt' | 'leadOfficeName'>,
  language: Language,
  now: string,
): string {
  const flagged = view.flags.includes('suspended')
    ? 'suspended'
    : view.flags.includes('rework') && view.state === 'handling'
      ? 'rework'
      : view.state
  const due = view.dueAt === null ? '' : sayMoment(view.dueAt, language, now)
  return textOf(language, `matter.sentence.${flagged}`, { office: view.leadOfficeName ?? '', due })
}

export function factsOf(view: MatterView, place: string, language: Language, now: string): Fact[] {
  const say = (name: string) => textOf(language, `portal.status.${name}`)
  const assisting = view.offices.filter(({ lead }) => !lead).map(({ name }) => name)
  const rows: [string, string][] = [
    [say('number'), view.number],
    [say('received'), sayMoment(view.receivedAt, language, now)],
    [say('where'), [place, view.placeText].filter(Boolean).join(' ')],
    [say('office'), view.leadOfficeName ?? ''],
    [say('assisting'), assisting.join('、')],
  ]
  return rows.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
}

// What residents wait for; signing and dispatching are the offices' own business.
const residentClocks = ['acceptance', 'firstContact', 'completion', 'rework', 'checking']

export function deadlinesOf(view: MatterView, language: Language, now: string): DeadlineView[] {
  return view.clocks
    .filter(
      ({ name, stoppedAt }) =>
        residentClocks.includes(name) && (stoppedAt === null || name === 'completion'),
    )
    .map((clock) => ({
      tone: toneOfClock(clock, now),
      label: textOf(language, `matter.clock.${clock.name}`),
      remaining: remainingWords(clock, language, now),
      due: clock.dueAt,
      firstDue: clock.firstDueAt,
      rule: {
        sentence: sayAmount(clock.amount, clock.unit as AmountUnit, language),
        source: clock.rule,
        href: `/about#${clock.rule}`,
      },
    }))
}

function toneOfClock(clock: MatterView['clocks'][number], now: string): Tone {
  if (clock.stoppedAt) return clock.stoppedAt <= clock.dueAt ? 'done' : 'late'
  if (clock.pausedAt) return 'paused'
  if (clock.late) return 'late'
  return Date.parse(clock.dueAt) - Date.parse(now) < soonMilliseconds ? 'soon' : 'open'
}

function remainingWords(
  clock: MatterView['clocks'][number],
  language: Language,
  now: string,
): string {
  if (clock.stoppedAt)
    return `${textOf(language, 'portal.status.limits.stopped')} · ${sayDay(clock.stoppedAt, language, now)}`
  if (clock.pausedAt) return textOf(language, 'portal.status.limits.paused')
  const { late, amount, unit } = clock.left
  return sayRemaining(late ? -amount : amount, unit as AmountUnit, language)
}

/** The words somebody wrote for the resident to read, by the act's own name for them. */
const quoted = ['reply', 'reason', 'words', 'result', 'note'] as const

export function timelineOf(view: MatterView, language: Language): TimelineEntry[] {
  return [...view.timeline].reverse().map((event) => {
    const shown = event.shown ?? {}
    const actor = event.office ?? textOf(language, `matter.actor.${event.actor}`)
    const values = Object.fromEntries(
      Object.entries(shown).filter(([, value]) => typeof value === 'string'),
    ) as Record<string, string>
    const branch = event.branch
      ? textOf(language, `matter.branch.${event.act}.${event.branch}`)
      : ''
    const quote = quoted
      .map((name) => shown[name])
      .find((value): value is string => typeof value === 'string' && value !== '')
    return {
      id: String(event.seq),
      at: event.at,
      sentence: [
        `${actor}${language === 'en' ? ' ' : ''}${textOf(language, `matter.done.${event.act}`, values)}`,
        branch,
      ]
        .filter(Boolean)
        .join(language === 'en' ? ': ' : '：'),
      quote,
    }
  })
}
